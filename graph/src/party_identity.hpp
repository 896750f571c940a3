/// \file
/// Which names of which articles are one party.
#pragma once

#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/resolution.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace litigraph {

/// Views into the articles and rules that it was made of.
struct ResolvedParty {
    /// The name that the user's rules keep, else the most frequent; of several, the shortest, then
    /// the first. Of namesakes the longer form that tells them apart.
    std::string_view name;
    PartyKind kind = PartyKind::unknown;
    std::vector<std::string_view> aliases;  ///< Every other name; sorted.
};

struct PartyIdentity {
    std::vector<ResolvedParty> parties;        ///< In ascending order of name.
    std::vector<std::uint32_t> first_mention;  ///< By article, and the number of mentions.
    std::vector<std::uint32_t> party_of;       ///< By mention: index in `parties`.

    std::uint32_t of(std::uint32_t article, PartyIndex party) const noexcept {
        return party_of[first_mention[article] + party];
    }
};

/// Names unite by normal form, but for homonyms (see homonyms.hpp); an alias unites its party with
/// the one that has it for a name, unless several claim the alias or have the name, or an article
/// names parties of both sides. Parties known by description only are never united over articles.
/// The user's rules win, and "!=" beats "=". O(n log n) in the text of the names.
PartyIdentity identify_parties(std::span<const ArticleObservations> articles,
                               std::span<const AliasRule> rules, unsigned threads);

}  // namespace litigraph
