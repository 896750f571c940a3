/// \file
/// Which reports of which articles are of one case.
#pragma once

#include "party_identity.hpp"
#include <litigraph/graph/observation_set.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace litigraph {

/// One report of a case, with its parties resolved.
struct CaseReport {
    std::uint32_t article = 0;
    CaseIndex index = 0;
    const CaseObservation* told = nullptr;
    std::vector<std::uint32_t> plaintiffs;  ///< Sorted, no repeats.
    std::vector<std::uint32_t> defendants;
    DateInterval filed;  ///< As told, else up to the day of the article.
};

struct ResolvedCase {
    std::vector<CaseReport> reports;  ///< The best told first.
    DateInterval filed;               ///< Days that every report allows.
};

/// Same court and docket number; else a shared pair of plaintiff and defendant, no other court or
/// docket number, filing intervals that intersect, both groups or both single, and no article that
/// tells the two apart. Reports are taken best told first (docket, court, narrowest date), so the
/// answer does not depend on their order. O(n log n) plus the reports of one pair of parties.
std::vector<ResolvedCase> identify_cases(std::span<const ArticleObservations> articles,
                                         const PartyIdentity& parties);

}  // namespace litigraph
