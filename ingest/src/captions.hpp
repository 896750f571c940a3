/// \file
/// Captions of cases: "Oracle America, Inc. v. Google".
#pragma once

#include "claim.hpp"
#include "clauses.hpp"
#include "mentions.hpp"

#include <cstdint>
#include <vector>

namespace litigraph::ingest::detail {

/// The captions of a sentence that `clauses` has read, in text order. O(tokens).
std::vector<Claim> read_captions(const Document& document, const Mentions& mentions,
                                 const ClauseReader& clauses, std::uint32_t sentence);

}  // namespace litigraph::ingest::detail
