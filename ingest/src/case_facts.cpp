#include "case_facts.hpp"

namespace litigraph::ingest::detail {

void attach_case_facts(Reading& /*reading*/) {}

}  // namespace litigraph::ingest::detail
