/// \file
/// A question's edge filter in the terms of the graph's half-edges.
#pragma once

#include <litigraph/graph/adjacency.hpp>
#include <litigraph/query/filter.hpp>

namespace litigraph::query {

/// The half-edges that a step may take out of a node.
HalfEdgeSelection selection_of(const EdgeFilter& filter) noexcept;

/// The half-edges by which the same steps may be taken backwards.
HalfEdgeSelection reversed(const HalfEdgeSelection& selection) noexcept;

}  // namespace litigraph::query
