#include "case_facts.hpp"
#include "case_positions.hpp"
#include "subjects.hpp"
#include "tables.hpp"

#include <algorithm>

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
        if (sentence.is_dateline || !positions_.may_speak_of_case(index)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        const bool tells_of_suit = positions_.has_mention(index) || names_suit(sentence);
        for (const SubjectMention& found :
             find_subjects(words, reading_.tables, masked_in(sentence))) {
            const bool alleged = found.rule == "subject-of-allegation";
            const auto draft = positions_.case_at(index, sentence.begin + found.cue_begin);
            if (draft && (!alleged || tells_of_suit)) {
                add(reading_.drafts[*draft].observation, sentence, found);
            }
        }
    }

    /// "The suit alleges ..."
    bool names_suit(const Sentence& sentence) const {
        constexpr WordClasses suit = classes_of(WordClass::suit, WordClass::weak_suit);
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            if ((reading_.tables.words[reading_.document.tokens[i].word].classes & suit) != 0) {
                return true;
            }
        }
        return false;
    }

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
                                    found.rule);
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
