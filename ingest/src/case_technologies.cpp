#include "case_facts.hpp"
#include "case_positions.hpp"
#include "product_names.hpp"
#include "subjects.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace litigraph::ingest::detail {

namespace {

class TechnologyReader {
  public:
    explicit TechnologyReader(Reading& reading)
        : reading_(reading),
          positions_(reading),
          products_(reading),
          text_(lower(reading.document.text)),
          is_about_conduct_(reading.document.sentences.size() > few && !holds_right(text_)),
          has_cued_(reading.drafts.size()) {}

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            find_in_sentence(i);
        }
        for (const Found& each : found_) {
            has_cued_[each.draft] =
                has_cued_[each.draft] || (is_cued(each.subject.place) && !is_far(each));
        }
        for (const Found& each : found_) {
            if (accepts(each)) {
                add(each.draft, each);
                for (const std::size_t twin : positions_.twins_of(each.draft, each.sentence)) {
                    add(twin, each);
                }
            }
        }
    }

  private:
    /// How far a sentence speaks of a case; "claims" may be a verb, a "feud" be fought elsewhere.
    enum class Telling : std::uint8_t { nothing, claim, suit, case_itself };

    struct Found {
        SubjectMention subject;  ///< Its offsets are into the sentence.
        Span words;
        std::size_t draft = 0;
        std::uint32_t sentence = 0;
        Telling telling = Telling::nothing;
    };

    void find_in_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline || !positions_.case_near(index, sentence.begin)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        const Telling telling = telling_of(index);
        const std::vector<Span> masked = masked_in(reading_, sentence);
        const std::vector<Span> products = products_.in(sentence);
        for (const SubjectMention& subject :
             find_subjects(words, reading_.tables, {masked, products})) {
            const bool is_source =
                sentence.is_headline &&
                words.sentence().substr(0, subject.begin).find(" | ") != std::string_view::npos;
            const auto draft = positions_.case_near(index, sentence.begin + subject.cue_begin);
            if (draft && !is_source &&
                !names_party({sentence.begin + subject.begin, sentence.begin + subject.end})) {
                const Span span{sentence.begin + subject.begin, sentence.begin + subject.end};
                found_.push_back({subject, span, *draft, index, telling});
            }
        }
    }

    /// "Zephra" in "the Zephra Patents", which no mask hides.
    bool names_party(Span words) const {
        const std::string_view name = reading_.document.bytes(words);
        return std::ranges::any_of(reading_.parties, [&](const PartyObservation& party) {
            return party.name == name ||
                   std::ranges::find(party.aliases, name) != party.aliases.end();
        });
    }

    /// A right, a proceeding or a wrong names its subject wherever it stands.
    static bool is_cued(SubjectPlace place) { return place <= SubjectPlace::wrong; }

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
            } else if ((classes & classes_of(WordClass::undirected)) != 0) {
                told = std::max(told, Telling::claim);
            }
        }
        return told;
    }

    /// Rights and wrongs count near words of the case, what follows "over" where it is told. Acts
    /// and allegations are told of many things: things of no known kind count only where rights are
    /// fought over and the article speaks of them again. What is told in passing counts for less if
    /// the subject is named outright.
    bool accepts(const Found& found) const {
        const bool comes_back = uses(found.words) > 1 || is_in_headline(found.words);
        if (is_about_conduct_ && !found.subject.is_known &&
            !(is_cued(found.subject.place) && comes_back)) {
            return false;
        }
        const bool about_things = is_about_things(reading_.drafts[found.draft].observation.cause);
        const bool is_known = found.subject.is_known;
        const bool in_telling = found.telling == Telling::case_itself;
        const bool is_only = !has_cued_[found.draft] && is_main(found.draft);
        switch (found.subject.place) {
            case SubjectPlace::right:
            case SubjectPlace::wrong:
                return !is_far(found);
            case SubjectPlace::suit:
                return found.telling != Telling::nothing;
            case SubjectPlace::made:
                return about_things && (in_telling || is_only);
            case SubjectPlace::act:
                return is_known || (found.telling != Telling::nothing && about_things);
            case SubjectPlace::allegation:
                return (found.telling != Telling::nothing || is_only) && (is_known || about_things);
            case SubjectPlace::content:
                return !is_capital(found.words) && found.telling >= Telling::suit && about_things &&
                       uses(found.words) > 1;
            case SubjectPlace::telling:
                if (found.subject.is_quoted && is_about_works(found.draft)) {
                    return true;
                }
                return about_things && is_salient(found, is_only);
        }
        return false;
    }

    /// Whether many sentences have gone by since words of the case, and the article does not come
    /// back to the thing either.
    bool is_far(const Found& found) const {
        constexpr std::uint32_t near = 5;
        constexpr int often = 4;
        const std::vector<CaseMention>& mentions = reading_.drafts[found.draft].mentions;
        const auto after =
            std::ranges::upper_bound(mentions, found.sentence, {}, &CaseMention::sentence);
        return after != mentions.begin() && found.sentence - std::prev(after)->sentence > near &&
               uses(found.words) < often;
    }

    /// Whether the article is about the case, whose sides it names, not only reminded of it.
    bool is_main(std::size_t draft) const {
        const CaseObservation& told = reading_.drafts[draft].observation;
        if (told.plaintiffs.empty() || told.defendants.empty()) {
            return false;
        }
        const std::vector<CaseMention>& mentions = reading_.drafts[draft].mentions;
        const std::uint32_t first = mentions.front().sentence;
        const bool is_first = std::ranges::all_of(reading_.drafts, [&](const CaseDraft& each) {
            return first <= each.mentions.front().sentence;
        });
        return is_first || reading_.document.sentences[first].is_headline;
    }

    /// Whether the article comes back to a thing that it tells in passing.
    bool is_salient(const Found& found, bool is_only) const {
        const int all = uses(found.words);
        const bool in_telling = found.telling == Telling::case_itself &&
                                !is_plain_word(reading_.document.bytes(found.words));
        return all > 1 && (is_only || in_telling || (all > 2 && is_in_headline(found.words)));
    }

    bool is_in_headline(Span words) const {
        const std::string_view phrase = reading_.document.bytes(words);
        return std::ranges::any_of(reading_.document.sentences, [&](const Sentence& each) {
            return each.is_headline &&
                   reading_.document.bytes(each).find(singular(phrase)) != std::string_view::npos;
        });
    }

    bool is_capital(Span words) const {
        const char first = reading_.document.bytes(words).front();
        return first >= 'A' && first <= 'Z';
    }

    /// "website", not "web server" or "FolioPad"
    static bool is_plain_word(std::string_view words) {
        return std::ranges::all_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
    }

    static constexpr std::size_t few = 6;  // Sentences that need not tell what they speak of.

    /// Whether any word tells that things may be fought over. A long article without one is about
    /// conduct, money or a law, and its nouns are no things.
    static bool holds_right(std::string_view text) {
        constexpr std::array<std::string_view, 16> words = {
            "patent",    "copyright",   "trademark", "trade mark", "trade secret", "infring",
            "invention", "counterfeit", "piracy",    "software",   "technolog",    "device",
            "product",   "antitrust",   "monopol",   "recall"};
        return std::ranges::any_of(words, [text](std::string_view word) {
            return text.find(word) != std::string_view::npos;
        });
    }

    /// Titles and marks are what such suits are about.
    bool is_about_works(std::size_t draft) const {
        const std::string_view cause = reading_.drafts[draft].observation.cause;
        return cause == "copyright" || cause == "trademark";
    }

    /// Money, work and honour are fought over without any thing.
    static bool is_about_things(std::string_view cause) {
        constexpr std::array<std::string_view, 12> others = {
            "bankruptcy", "civil-rights",   "defamation", "discrimination",
            "employment", "fiduciary-duty", "fraud",      "malpractice",
            "negligence", "property",       "securities", "tax"};
        return std::ranges::find(others, cause) == others.end();
    }

    /// How often the article holds the last of the words, in any number and case.
    int uses(Span words) const {
        const std::string phrase = lower(reading_.document.bytes(words));
        const std::string_view word =
            singular(std::string_view(phrase).substr(phrase.rfind(' ') + 1));
        int uses = 0;
        for (std::size_t at = text_.find(word); at != std::string::npos;
             at = text_.find(word, at + word.size())) {
            uses += at == 0 || !is_letter(text_[at - 1]) ? 1 : 0;
        }
        return uses;
    }

    static std::string lower(std::string_view text) {
        std::string made(text);
        std::ranges::transform(made, made.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
        });
        return made;
    }

    static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

    void add(std::size_t draft, const Found& found) {
        std::vector<TechnologyObservation>& known = reading_.drafts[draft].observation.technologies;
        const SubjectMention& subject = found.subject;
        TechnologyObservation made;
        made.name = std::string(reading_.document.bytes(found.words));
        made.term = std::string(subject.term);
        const std::string key = key_of(made.name);
        if (std::ranges::any_of(known,
                                [&](const auto& each) { return key_of(each.name) == key; })) {
            return;
        }
        const std::uint32_t begin = reading_.document.sentences[found.sentence].begin;
        made.evidence = evidence_of(reading_.document,
                                    {begin + std::min(subject.begin, subject.cue_begin),
                                     begin + std::max(subject.end, subject.cue_end)},
                                    rule_of(subject.place));
        known.push_back(std::move(made));
    }

    /// "E-books" and "e-book" are one.
    static std::string key_of(std::string_view name) {
        return std::string(singular(folded_phrase(name)));
    }

    Reading& reading_;
    CasePositions positions_;
    ProductNames products_;
    std::string text_;       ///< The article in lower case.
    bool is_about_conduct_;  ///< Long enough to tell of rights or products, and does not.
    std::vector<Found> found_;
    std::vector<bool> has_cued_;  ///< By draft: whether its subject is named outright.
};

}  // namespace

void attach_technologies(Reading& reading) { TechnologyReader(reading).read(); }

}  // namespace litigraph::ingest::detail
