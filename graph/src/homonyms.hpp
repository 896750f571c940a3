/// \file
/// Telling namesakes apart by what articles say about them.
#pragma once

#include "party_names.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace litigraph {

/// Splits the mentions of one name into parties. A name means one party unless articles give it
/// longer forms of which neither begins the other ("Delta Air Lines", "Delta Faucet"), or call it a
/// person here and an organisation there. Such parties are one all the same if they share a docket
/// number, or both an opponent and a technology, or one article uses both forms for one. A mention
/// with nothing but the name belongs to the only one of them that it shares an opponent, a
/// technology or a docket number with; if there is no such one, to a party of the bare name.
class Homonyms {
  public:
    Homonyms(const Observed& observed, std::span<const AliasRule> rules, const PartyNames& names,
             std::span<const std::uint32_t> key_of);

    /// Sets part_of[m] for each mention m of the name, and returns the number of parts. O(m log m)
    /// in the mentions and their cases; O(m) if the name means one party.
    std::uint32_t split(std::span<const std::uint32_t> mentions,
                        std::span<std::uint32_t> part_of) const;

  private:
    class Splitter;

    const Observed& observed_;
    const PartyNames& names_;
    std::span<const std::uint32_t> key_of_;                           // by mention
    std::vector<std::pair<std::uint32_t, std::uint32_t>> different_;  // keys, by the user's rules
};

}  // namespace litigraph
