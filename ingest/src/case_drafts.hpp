/// \file
/// From told cases to the observations of an article, each with the words that tell it.
#pragma once

#include "case_assembly.hpp"
#include "told_case.hpp"

#include <vector>

namespace litigraph::ingest::detail {

/// `threats`: claims that tell a relation but no case.
Assembled draft_cases(const Document& document, const Mentions& mentions,
                      const std::vector<ToldCase>& cases, const std::vector<const Claim*>& threats);

}  // namespace litigraph::ingest::detail
