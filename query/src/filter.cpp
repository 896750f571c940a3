#include "selection.hpp"
#include <litigraph/query/filter.hpp>

namespace litigraph::query {

HalfEdgeSelection selection_of(const EdgeFilter& filter) noexcept {
    if (filter.kinds.is_everything() && filter.direction == Direction::both) {
        return {every_half_kind, filter.during};
    }
    HalfKinds kinds = 0;
    for (unsigned kind = 0; kind < edge_kind_count; ++kind) {
        kinds |= HalfKinds{filter.kinds.bits() >> kind & 1U} * 3U << (2 * kind);
    }
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
