#include "case_facts.hpp"

namespace litigraph::ingest::detail {

void attach_case_facts(Reading& reading) {
    if (reading.drafts.empty()) {
        return;
    }
    attach_numbers(reading);  // Groups may have more than one court.
    attach_courts(reading);
    attach_filing_dates(reading);
    attach_causes(reading);
    attach_technologies(reading);  // What counts depends on the cause.
}

}  // namespace litigraph::ingest::detail
