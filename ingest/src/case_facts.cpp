#include "case_facts.hpp"

#include "case_twins.hpp"

namespace litigraph::ingest::detail {

void attach_case_facts(Reading& reading) {
    if (reading.drafts.empty()) {
        return;
    }
    attach_numbers(reading);  // Groups may have more than one court.
    attach_courts(reading);
    attach_filing_dates(reading);
    attach_technologies(reading);
    attach_causes(reading);
    complete_twins(reading);
    complete_counterclaims(reading);
}

}  // namespace litigraph::ingest::detail
