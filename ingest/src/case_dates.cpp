#include "case_facts.hpp"
#include "case_positions.hpp"
#include "date_references.hpp"
#include "filing_words.hpp"

#include <cstdlib>
#include <vector>

namespace litigraph::ingest::detail {

namespace {

constexpr std::int64_t widest_days = 400;
constexpr std::int64_t longest_delay = 10;  ///< Days between a filing and its report.

class DateReader {
  public:
    explicit DateReader(Reading& reading)
        : reading_(reading),
          positions_(reading),
          references_(reading.article.published),
          is_recorded_(reading.drafts.size()) {}

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            read_sentence(i);
        }
    }

  private:
    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        const std::vector<DateExpression> dates = references_.read(words);
        if (!positions_.may_speak_of_case(index)) {
            return;
        }
        for (const DateExpression& found : dates) {
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
            if (!draft) {
                continue;
            }
            const FilingWords filing(reading_, index, *draft, words);
            if (filing.own_time(time)) {
                add(*draft, sentence, found, filing.record_time(time));
            }
        }
    }

    /// The first date told is kept unless a later one lies within it, or corrects the
    /// day of a report.
    void add(std::size_t draft, const Sentence& sentence, const DateExpression& found,
             bool is_recorded) {
        CaseObservation& observation = reading_.drafts[draft].observation;
        const bool sharper = observation.filed && found.when->first >= observation.filed->first &&
                             found.when->last <= observation.filed->last &&
                             *found.when != *observation.filed;
        const bool corrects =
            is_recorded && !is_recorded_[draft] && observation.filed &&
            std::abs(days_between(observation.filed->first, found.when->first)) <= longest_delay;
        if (observation.filed && !corrects && !sharper) {
            return;
        }
        is_recorded_[draft] = is_recorded;
        const Span span{sentence.begin + found.begin, sentence.begin + found.end};
        observation.filed = found.when;
        observation.filed_words = std::string(reading_.document.bytes(span));
        observation.filed_evidence = evidence_of(reading_.document, span, "filing-date");
    }

    Reading& reading_;
    CasePositions positions_;
    DateReferences references_;
    std::vector<bool> is_recorded_;  ///< By draft.
};

}  // namespace

void attach_filing_dates(Reading& reading) { DateReader(reading).read(); }

}  // namespace litigraph::ingest::detail
