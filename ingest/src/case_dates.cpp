#include "case_facts.hpp"
#include "case_positions.hpp"
#include "date_expressions.hpp"
#include "filing_words.hpp"

namespace litigraph::ingest::detail {

namespace {

constexpr std::int64_t widest_days = 400;

class DateReader {
  public:
    explicit DateReader(Reading& reading) : reading_(reading), positions_(reading) {}

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
        for (const DateExpression& found : find_dates(words, {reading_.article.published})) {
            const bool told = found.when && !found.since &&
                              days_between(found.when->first, found.when->last) <= widest_days;
            if (!told) {
                continue;
            }
            const Span time{found.begin, found.end};
            const std::uint32_t place = FilingWords(reading_, index, 0, words)
                                            .suit_after(time)
                                            .value_or(sentence.begin + found.begin);
            const auto draft = positions_.case_at(index, place);
            if (draft && FilingWords(reading_, index, *draft, words).own_time(time)) {
                add(reading_.drafts[*draft].observation, sentence, found);
            }
        }
    }

    /// The first date told is kept unless a later one lies within it.
    void add(CaseObservation& observation, const Sentence& sentence,
             const DateExpression& found) const {
        const bool sharper = observation.filed && found.when->first >= observation.filed->first &&
                             found.when->last <= observation.filed->last &&
                             *found.when != *observation.filed;
        if (observation.filed && !sharper) {
            return;
        }
        const Span span{sentence.begin + found.begin, sentence.begin + found.end};
        observation.filed = found.when;
        observation.filed_words = std::string(reading_.document.bytes(span));
        observation.filed_evidence = evidence_of(reading_.document, span, "filing-date");
    }

    Reading& reading_;
    CasePositions positions_;
};

}  // namespace

void attach_filing_dates(Reading& reading) { DateReader(reading).read(); }

}  // namespace litigraph::ingest::detail
