/// \file
/// Places after words of filing where no court is named: "filed in the US, Brazil and Germany".
#pragma once

#include "court_words.hpp"
#include "courts.hpp"

#include <vector>

namespace litigraph::ingest::detail {

/// Adds those that lie in no mention of `found`. O(words).
void add_filing_places(const CourtWords& words, const CourtContext& context,
                       std::vector<CourtMention>& found);

}  // namespace litigraph::ingest::detail
