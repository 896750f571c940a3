#include "case_facts.hpp"

#include "case_positions.hpp"
#include "case_twins.hpp"

#include <algorithm>
#include <tuple>

namespace litigraph::ingest::detail {

namespace {

/// What a draft without one of its sides says is said of the draft that it stands for.
void adopt_mentions(Reading& reading) {
    const CasePositions positions(reading);
    for (std::size_t i = 0; i < reading.drafts.size(); ++i) {
        if (const std::size_t whole = positions.whole(i); whole != i) {
            std::vector<CaseMention>& mentions = reading.drafts[whole].mentions;
            mentions.insert(mentions.end(), reading.drafts[i].mentions.begin(),
                            reading.drafts[i].mentions.end());
            std::ranges::stable_sort(mentions, {}, [](const CaseMention& mention) {
                return std::tuple(mention.sentence, mention.anchor);
            });
        }
    }
}

}  // namespace

void attach_case_facts(Reading& reading) {
    if (reading.drafts.empty()) {
        return;
    }
    adopt_mentions(reading);
    attach_numbers(reading);  // Groups may have more than one court.
    attach_courts(reading);
    attach_filing_dates(reading);
    attach_causes(reading);
    attach_technologies(reading);  // What counts depends on the cause.
    complete_twins(reading);
    complete_counterclaims(reading);
}

}  // namespace litigraph::ingest::detail
