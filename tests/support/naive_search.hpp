/// \file
/// Slow and plain answers that the fast searches are compared with.
#pragma once

#include "support/random_graph.hpp"
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/filter.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace litigraph::test {

/// The node that the edge leads to from `node`, if the filter allows that step.
inline std::optional<NodeId> naive_step(const EdgeView& edge, NodeId node, bool forward,
                                        const query::EdgeFilter& filter) {
    const bool starts_here = (forward ? edge.source : edge.target) == node;
    const bool is_direction =
        filter.direction == query::Direction::both ||
        filter.direction == (forward ? query::Direction::out : query::Direction::in);
    const bool is_time =
        !filter.during || (!edge.when.is_unknown() && edge.when.first <= filter.during->last &&
                           filter.during->first <= edge.when.last);
    if (!starts_here || !is_direction || !is_time || !filter.kinds.contains(edge.kind)) {
        return std::nullopt;
    }
    return forward ? edge.target : edge.source;
}

inline constexpr std::size_t unreachable = static_cast<std::size_t>(-1);

/// Fewest edges from `start` to every node, by relaxing every edge until nothing changes.
inline std::vector<std::size_t> naive_distances(const KnowledgeGraph& graph, NodeId start,
                                                const query::EdgeFilter& filter) {
    std::vector<std::size_t> distance(graph.node_count(), unreachable);
    distance[to_index(start)] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t e = 0; e < graph.edge_count(); ++e) {
            const EdgeView edge = graph.edge(EdgeId{e});
            for (const bool forward : {true, false}) {
                const NodeId from = forward ? edge.source : edge.target;
                const auto to = naive_step(edge, from, forward, filter);
                const std::size_t so_far = distance[to_index(from)];
                if (to && so_far != unreachable && so_far + 1 < distance[to_index(*to)]) {
                    distance[to_index(*to)] = so_far + 1;
                    changed = true;
                }
            }
        }
    }
    return distance;
}

inline query::EdgeFilter random_filter(RandomGraph& random) {
    query::EdgeFilter filter;
    switch (random.below(4)) {
        case 0:
            filter.kinds = {EdgeKind::sues, EdgeKind::countersues};
            break;
        case 1:
            filter.kinds = {EdgeKind::sues, EdgeKind::filed_in};
            break;
        case 2:
            filter.kinds = {EdgeKind::plaintiff_in, EdgeKind::sues};
            break;
        default:
            break;
    }
    filter.direction = static_cast<query::Direction>(random.below(3));
    if (random.below(2) == 0) {
        filter.during = random.date(Dates::intervals);
    }
    return filter;
}

}  // namespace litigraph::test
