/// \file
/// Which names of which articles are one party.
#pragma once

#include "observed.hpp"
#include <litigraph/graph/resolution.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace litigraph {

struct ResolvedParty {
    /// Text. The name that the user's rules keep, else the most frequent; of several, the shortest,
    /// then the first. Of namesakes the longer form that tells them apart.
    std::uint32_t name = 0;
    PartyKind kind = PartyKind::unknown;
    std::vector<std::uint32_t> aliases;  ///< Texts: every other name, sorted.
};

struct PartyIdentity {
    Column<ResolvedParty> parties;   ///< In ascending order of name.
    Column<std::uint32_t> party_of;  ///< By mention: index in `parties`.
};

/// Names unite by normal form, but for homonyms (see homonyms.hpp); an alias unites its party with
/// the one that has it for a name, unless several claim the alias or have the name, or an article
/// names parties of both sides. Parties known by description only are never united over articles.
/// The user's rules win, and "!=" beats "=". O(n log n) in the text of the names.
/// `rules`: those that were observed.
PartyIdentity identify_parties(const Observed& observed, std::span<const AliasRule> rules,
                               unsigned threads);

}  // namespace litigraph
