/// \file
/// Courts, places, docket numbers, dates, counts, technologies and patents of the cases found.
#pragma once

#include "case_draft.hpp"

namespace litigraph::ingest::detail {

/// Adds to each draft the facts that its mentions tell. Parties, status and countersuits are left
/// as they are. O(bytes of the mentioned sentences).
void attach_case_facts(Reading& reading);

}  // namespace litigraph::ingest::detail
