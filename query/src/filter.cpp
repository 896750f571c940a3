#include "selection.hpp"
#include <litigraph/query/filter.hpp>

namespace litigraph::query {

namespace {

/// Bit n of `bits` as bit 2n.
constexpr HalfKinds spread(std::uint64_t bits) noexcept {
    bits = (bits | bits << 16U) & 0x0000'FFFF'0000'FFFFU;
    bits = (bits | bits << 8U) & 0x00FF'00FF'00FF'00FFU;
    bits = (bits | bits << 4U) & 0x0F0F'0F0F'0F0F'0F0FU;
    bits = (bits | bits << 2U) & 0x3333'3333'3333'3333U;
    return (bits | bits << 1U) & 0x5555'5555'5555'5555U;
}
static_assert(spread(0b1011) == 0b1000101);

}  // namespace

HalfEdgeSelection selection_of(const EdgeFilter& filter) noexcept {
    if (filter.kinds.is_everything() && filter.direction == Direction::both) {
        return {every_half_kind, filter.during};
    }
    HalfKinds kinds = spread(filter.kinds.bits()) * 3U;
    switch (filter.direction) {
        case Direction::out:
            kinds &= outgoing_half_kinds;
            break;
        case Direction::in:
            kinds &= incoming_half_kinds;
            break;
        case Direction::both:
            break;
    }
    return {kinds, filter.during};
}

HalfEdgeSelection reversed(const HalfEdgeSelection& selection) noexcept {
    return {(selection.kinds & outgoing_half_kinds) << 1U |
                (selection.kinds & incoming_half_kinds) >> 1U,
            selection.during};
}

}  // namespace litigraph::query
