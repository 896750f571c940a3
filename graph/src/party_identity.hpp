/// \file
/// Which names of which articles are one party.
#pragma once

#include <litigraph/graph/observation_set.hpp>
#include <litigraph/graph/resolution.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace litigraph {

struct ResolvedParty {
    std::string name;  ///< The most frequent name; of several, the shortest, then the first.
    PartyKind kind = PartyKind::unknown;
    std::vector<std::string> aliases;  ///< Every other name; sorted.
};

struct PartyIdentity {
    std::vector<ResolvedParty> parties;          ///< In ascending order of name.
    std::vector<std::vector<std::uint32_t>> of;  ///< [article][PartyIndex] -> index in `parties`.
};

/// Names unite by normal form; an alias unites its party with the party that has it for a name,
/// unless two parties claim the alias or one article names both. Parties known by description only
/// are never united over articles. The user's rules win, and "!=" beats "=".
/// O(names log names).
PartyIdentity identify_parties(std::span<const ArticleObservations> articles,
                               std::span<const AliasRule> rules);

}  // namespace litigraph
