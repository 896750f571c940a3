#include "case_facts.hpp"
#include "case_positions.hpp"
#include "date_expressions.hpp"
#include "filing_words.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <vector>

namespace litigraph::ingest::detail {

namespace {

constexpr std::int64_t widest_days = 400;
constexpr std::int64_t longest_delay = 10;  ///< Days between a filing and its report.

class DateReader {
  public:
    explicit DateReader(Reading& reading)
        : reading_(reading), positions_(reading), is_recorded_(reading.drafts.size()) {}

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
        for (const DateExpression& found : dates_in(words)) {
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

    /// "the same day": the one told last.
    std::vector<DateExpression> dates_in(const FoldedWords& words) {
        std::vector<DateExpression> dates = find_dates(words, {reading_.article.published});
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words.text(i) == "day" && words.text(i - 1) == "same") {
                const auto after =
                    std::ranges::upper_bound(dates, words[i].begin, {}, &DateExpression::begin);
                const auto when = after == dates.begin() ? last_told_ : std::prev(after)->when;
                dates.insert(after, {words[i - 1].begin, words[i].end, when});
            }
        }
        last_told_ = dates.empty() ? last_told_ : dates.back().when;
        return dates;
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
    std::vector<bool> is_recorded_;          ///< By draft.
    std::optional<DateInterval> last_told_;  ///< By the sentences read.
};

}  // namespace

void attach_filing_dates(Reading& reading) { DateReader(reading).read(); }

}  // namespace litigraph::ingest::detail
