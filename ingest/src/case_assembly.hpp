/// \file
/// From the claims of an article to its cases: every mention of one dispute is one case.
#pragma once

#include "case_draft.hpp"
#include "claims.hpp"
#include "mentions.hpp"

#include <vector>

namespace litigraph::ingest::detail {

struct Assembled {
    std::vector<PartyObservation> parties;
    std::vector<CaseDraft> drafts;
    std::vector<RelationObservation> relations;
};

/// Claims in text order. Facts other than parties, status and countersuits are left open.
Assembled assemble_cases(const Document& document, const Mentions& mentions,
                         const std::vector<Claim>& claims);

}  // namespace litigraph::ingest::detail
