#include "case_facts.hpp"
#include "case_positions.hpp"
#include "subjects.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

class TechnologyReader {
  public:
    explicit TechnologyReader(Reading& reading) : reading_(reading), positions_(reading) {}

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            read_sentence(i);
        }
    }

  private:
    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline || !positions_.case_near(index, sentence.begin)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        const Telling telling = telling_of(index);
        for (const SubjectMention& found :
             find_subjects(words, reading_.tables, masked_in(sentence))) {
            const auto draft = positions_.case_near(index, sentence.begin + found.cue_begin);
            if (draft && accepts(reading_.drafts[*draft].observation, sentence, found, telling)) {
                add(reading_.drafts[*draft].observation, sentence, found);
                for (const std::size_t twin : positions_.twins_of(*draft, index)) {
                    add(reading_.drafts[twin].observation, sentence, found);
                }
            }
        }
    }

    /// How far a sentence speaks of a case; "claims" may be a verb.
    enum class Telling : std::uint8_t { nothing, claim, suit, case_itself };

    Telling telling_of(std::uint32_t index) const {
        constexpr WordClasses suit = classes_of(WordClass::suit, WordClass::weak_suit);
        constexpr WordClasses verb = classes_of(WordClass::verb_base, WordClass::verb_s);
        const Sentence& sentence = reading_.document.sentences[index];
        if (positions_.has_mention(index) || sentence.is_headline) {
            return Telling::case_itself;
        }
        Telling told = Telling::nothing;
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::uint32_t word = reading_.document.tokens[i].word;
            const WordClasses classes = reading_.tables.words[word].classes;
            if ((classes & suit) != 0) {
                told = std::max(told, (classes & verb) == 0 ? Telling::suit : Telling::claim);
            }
        }
        return told;
    }

    /// A right, a proceeding and a wrong name their subjects wherever they stand. Acts and
    /// allegations are told of many things: they count where the suit is told, and things of no
    /// known kind only where rights are fought over and the article speaks of them again.
    bool accepts(const CaseObservation& observation, const Sentence& sentence,
                 const SubjectMention& found, Telling telling) const {
        const bool about_things = is_about_things(observation.cause);
        const Span words{sentence.begin + found.begin, sentence.begin + found.end};
        switch (found.place) {
            case SubjectPlace::right:
            case SubjectPlace::suit:
            case SubjectPlace::wrong:
                return true;
            case SubjectPlace::act:
            case SubjectPlace::allegation:
                return telling != Telling::nothing && (found.is_known || about_things);
            case SubjectPlace::content:
                return telling >= Telling::suit && about_things && recurs(words);
            case SubjectPlace::telling:
                return telling == Telling::case_itself && about_things && recurs(words) &&
                       !is_plain_word(reading_.document.bytes(words));
        }
        return false;
    }

    /// "website", not "web server" or "FolioPad"
    static bool is_plain_word(std::string_view words) {
        return std::ranges::all_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    /// Money, work and honour are fought over without any thing.
    static bool is_about_things(std::string_view cause) {
        constexpr std::array<std::string_view, 12> others = {
            "bankruptcy", "civil-rights",   "defamation", "discrimination",
            "employment", "fiduciary-duty", "fraud",      "malpractice",
            "negligence", "property",       "securities", "tax"};
        return std::ranges::find(others, cause) == others.end();
    }

    /// Whether the article holds the last of the words more than once, in any number.
    bool recurs(Span words) const {
        const std::string_view phrase = reading_.document.bytes(words);
        const std::string_view word = singular(phrase.substr(phrase.rfind(' ') + 1));
        const std::string_view text = reading_.document.text;
        int uses = 0;
        for (std::size_t at = text.find(word); at != std::string_view::npos && uses < 2;
             at = text.find(word, at + word.size())) {
            uses += at == 0 || !is_letter(text[at - 1]) ? 1 : 0;
        }
        return uses == 2;
    }

    static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

    /// Names to mask, as offsets into the sentence.
    std::vector<Span> masked_in(const Sentence& sentence) const {
        std::vector<Span> masked;
        auto next =
            std::ranges::lower_bound(reading_.masked_names, sentence.begin, {}, &Span::begin);
        for (; next != reading_.masked_names.end() && next->begin < sentence.end; ++next) {
            masked.push_back({next->begin - sentence.begin, next->end - sentence.begin});
        }
        return masked;
    }

    void add(CaseObservation& observation, const Sentence& sentence,
             const SubjectMention& found) const {
        const Span words{sentence.begin + found.begin, sentence.begin + found.end};
        TechnologyObservation made;
        made.name = std::string(reading_.document.bytes(words));
        made.term = std::string(found.term);
        const std::string key = key_of(made.name);
        const bool known = std::ranges::any_of(
            observation.technologies, [&](const auto& each) { return key_of(each.name) == key; });
        if (known) {
            return;
        }
        made.evidence = evidence_of(reading_.document,
                                    {sentence.begin + std::min(found.begin, found.cue_begin),
                                     sentence.begin + std::max(found.end, found.cue_end)},
                                    rule_of(found.place));
        observation.technologies.push_back(std::move(made));
    }

    /// "E-books" and "e-book" are one.
    static std::string key_of(std::string_view name) {
        return std::string(singular(folded_phrase(name)));
    }

    Reading& reading_;
    CasePositions positions_;
};

}  // namespace

void attach_technologies(Reading& reading) { TechnologyReader(reading).read(); }

}  // namespace litigraph::ingest::detail
