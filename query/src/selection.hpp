/// \file
/// A question's edge filter in the terms of the graph's half-edges.
#pragma once

#include <litigraph/graph/adjacency.hpp>
#include <litigraph/query/filter.hpp>

namespace litigraph::query {

/// The half-edges that a step may take out of a node.
constexpr HalfEdgeSelection selection_of(const EdgeFilter& filter) noexcept {
    const HalfKinds sides = filter.direction == Direction::both  ? every_half_kind
                            : filter.direction == Direction::out ? outgoing_half_kinds
                                                                 : incoming_half_kinds;
    const HalfKinds kinds = filter.kinds.halves() & sides;
    // Copied by parts: a processor that has just stored the parts cannot load the whole at once.
    return filter.during ? HalfEdgeSelection{kinds, *filter.during}
                         : HalfEdgeSelection{kinds, std::nullopt};
}

}  // namespace litigraph::query
