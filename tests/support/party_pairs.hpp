/// \file
/// What an article says of who sued whom, as short strings.
#pragma once

#include <litigraph/graph/observation.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace litigraph::test {

/// "Solenne>Wexcom" for each pair of each case, "Solenne>>Wexcom" for countersuits; sorted.
inline std::vector<std::string> party_pairs(const ArticleObservations& observations) {
    std::vector<std::string> pairs;
    for (const CaseObservation& lawsuit : observations.cases) {
        for (const RoleObservation& plaintiff : lawsuit.plaintiffs) {
            for (const RoleObservation& defendant : lawsuit.defendants) {
                pairs.push_back(observations.parties[plaintiff.party].name +
                                (lawsuit.countersuit == CountersuitForm::none ? ">" : ">>") +
                                observations.parties[defendant.party].name);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

}  // namespace litigraph::test
