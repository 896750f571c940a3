/// \file
/// One dispute in several courts: a case for each.
#pragma once

#include "case_draft.hpp"

#include <cstddef>
#include <cstdint>

namespace litigraph::ingest::detail {

/// Adds the draft of the same dispute in another court, told by this sentence. If that sentence
/// tells of the new case alone, its words and the parties that it names are the new case's.
void add_twin(Reading& reading, std::size_t draft, CourtObservation court, std::uint32_t sentence);

/// What is told of a dispute is told of it in each of its courts; when it was filed only where the
/// same words tell of both.
void complete_twins(Reading& reading);

/// A counterclaim is made in the court that hears the claim.
void complete_counterclaims(Reading& reading);

}  // namespace litigraph::ingest::detail
