/// \file
/// Which party belongs to which, and when.
#pragma once

#include "party_identity.hpp"
#include <litigraph/graph/date.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace litigraph {

/// Corporate families from what articles say of divisions. A link with no date holds always.
class Families {
  public:
    Families(const Observed& observed, const PartyIdentity& parties);

    /// Whether the party is a division of another, or has one.
    bool is_member(std::uint32_t party) const noexcept { return is_member_[party] != 0; }

    /// The topmost owner of the party on some day of `when`; the party itself if it has none or
    /// several at a time.
    std::uint32_t head(std::uint32_t party, DateInterval when) const;

  private:
    struct Link {
        std::uint32_t division = 0;
        std::uint32_t owner = 0;
        DateInterval when;
    };
    std::uint32_t owner(std::uint32_t party, DateInterval when) const;

    Column<Link> links_;  // by division
    std::vector<std::uint8_t> is_member_;
};

}  // namespace litigraph
