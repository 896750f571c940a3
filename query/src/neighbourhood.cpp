// Breadth-first by levels. Where only the number is asked and the last level is large, its nodes
// are not reached from the level before; instead every node not yet seen looks for one that is
// (Beamer et al., "Direction-optimizing breadth-first search", SC 2012).
#include "frontier.hpp"
#include "selection.hpp"
#include <litigraph/query/neighbourhood.hpp>

#include <algorithm>
#include <cassert>

namespace litigraph::query {

namespace {

template <class Filter>
void expand_level(Frontier& frontier, const Filter& filter) {
    const NodeId* const targets = filter.adjacency().half_target.data();
    for (const std::size_t end = frontier.size(); frontier.next() < end; frontier.advance()) {
        filter.any_of(frontier.node(frontier.next()), [&](std::uint32_t half) {
            frontier.reach(targets[half]);
            return false;
        });
    }
}

template <class Filter>
bool is_bottom_up_cheaper(const Frontier& frontier, const Filter& filter) {
    const Adjacency::NodeRange range = filter.nodes();
    const std::size_t nodes = range.last - range.first;
    if ((frontier.size() - frontier.next()) * 64 < nodes) {
        return false;  // not worth finding out
    }
    std::size_t work = 0;
    for (std::size_t i = frontier.next(); i < frontier.size(); ++i) {
        work += filter.close_bound(frontier.node(i));
    }
    return work + 2 * frontier.size() > 2 * nodes;
}

/// Nodes outside the frontier that a backward step joins to it.
template <class Filter>
std::size_t count_joined(const Frontier& frontier, const Filter& backward) {
    const NodeId* const targets = backward.adjacency().half_target.data();
    const Adjacency::NodeRange range = backward.nodes();
    std::size_t count = 0;
    for (std::uint32_t n = range.first; n < range.last; ++n) {
        const auto node = static_cast<NodeId>(n);
        if (!frontier.has(node)) {
            count += backward.any_of(
                node, [&](std::uint32_t half) { return frontier.has(targets[half]); });
        }
    }
    return count;
}

}  // namespace

std::vector<Neighbour> neighbourhood(const KnowledgeGraph& graph, NodeId start, std::size_t depth,
                                     const EdgeFilter& edges) {
    assert(to_index(start) < graph.node_count());
    Frontier& frontier = frontiers(graph.node_count())[0];
    const FrontierGuard guard(frontier);
    std::vector<Neighbour> found;
    with_filter(graph.adjacency(), selection_of(edges), [&](const auto& filter) {
        frontier.start(start);
        for (std::uint32_t level = 1; level <= depth && !frontier.is_done(); ++level) {
            const std::size_t begin = frontier.size();
            expand_level(frontier, filter);
            for (std::size_t i = begin; i < frontier.size(); ++i) {
                found.push_back({frontier.node(i), level});
            }
            std::ranges::sort(found.begin() + static_cast<std::ptrdiff_t>(begin) - 1, found.end(),
                              {}, &Neighbour::node);
        }
    });
    return found;
}

std::size_t neighbourhood_size(const KnowledgeGraph& graph, NodeId start, std::size_t depth,
                               const EdgeFilter& edges) {
    assert(to_index(start) < graph.node_count());
    Frontier& frontier = frontiers(graph.node_count())[0];
    const FrontierGuard guard(frontier);
    const HalfEdgeSelection selection = selection_of(edges);
    return with_filter(graph.adjacency(), selection, [&](const auto& filter) {
        frontier.start(start);
        for (std::size_t level = 1; level <= depth && !frontier.is_done(); ++level) {
            if (level == depth && is_bottom_up_cheaper(frontier, filter)) {
                const std::decay_t<decltype(filter)> backward(graph.adjacency(),
                                                              reversed(selection));
                return frontier.size() - 1 + count_joined(frontier, backward);
            }
            expand_level(frontier, filter);
        }
        return frontier.size() - 1;
    });
}

}  // namespace litigraph::query
