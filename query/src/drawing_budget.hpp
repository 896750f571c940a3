/// \file
/// Which nodes of a large picture are drawn.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <cstddef>
#include <map>
#include <tuple>
#include <vector>

namespace litigraph::query::detail {

/// Edges that are drawn as one arrow.
struct Arrow {
    std::vector<EdgeId> edges;
};
using ArrowKey = std::tuple<NodeId, NodeId, EdgeKind>;
using Arrows = std::map<ArrowKey, Arrow>;

/// How many arrows touch each node that an arrow touches.
std::map<NodeId, std::size_t> degrees(const Arrows& arrows);

/// Ascending, at most `budget` nodes, 0 for all that arrows touch: whole cases, with their parties,
/// places and subjects, those between the most connected parties first; then, as far as the budget
/// goes, both ends of other arrows, the most connected first. O(n log n).
std::vector<NodeId> choose_nodes(const KnowledgeGraph& graph, const Arrows& arrows,
                                 std::size_t budget);

}  // namespace litigraph::query::detail
