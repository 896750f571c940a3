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

/// Always inline: a call would need the filter in memory.
template <class Filter>
[[gnu::always_inline]] inline void expand_level(Frontier& frontier, const Filter& filter) {
    const NodeId* const targets = filter.adjacency().half_target.data();
    for (const std::size_t end = frontier.size(); frontier.next() < end; frontier.advance()) {
        filter.any_of(frontier.node(frontier.next()), [&](std::uint32_t half) {
            frontier.reach(targets[half]);
            return false;
        });
    }
}

/// Whether it may be cheaper to look from the nodes not reached yet. O(1).
inline bool is_level_large(const Frontier& frontier) noexcept {
    return frontier.size() - frontier.next() >= 64;
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

/// How many nodes the first level has, `start` being marked. They are marked, then unmarked, and
/// never queued: to read a queue that has just been written is to wait for it.
template <class Filter>
[[gnu::always_inline]] inline std::size_t count_first_level(Frontier& frontier,
                                                            const Filter& filter, NodeId start) {
    const NodeId* const targets = filter.adjacency().half_target.data();
    const auto for_each_target = [&](const auto& f) {
        filter.any_of(start, [&](std::uint32_t half) {
            f(targets[half]);
            return false;
        });
    };
    std::size_t count = 0;
    for_each_target([&](NodeId node) { count += frontier.mark(node); });
    if (count != 0) {
        for_each_target([&](NodeId node) { frontier.unmark(node); });
    }
    return count;
}

/// How many nodes the next, large level has; the frontier need not have them afterwards. Kept out
/// of its caller, where most questions end before they come here.
template <class Filter>
[[gnu::noinline]] std::size_t large_level_size(const Adjacency& adjacency,
                                               const HalfEdgeSelection& selection,
                                               Frontier& frontier) {
    const Filter filter(adjacency, selection);
    if (is_bottom_up_cheaper(frontier, filter)) {
        return count_joined(frontier, filter.reversed());
    }
    const std::size_t before = frontier.size();
    expand_level(frontier, filter);
    return frontier.size() - before;
}

/// Makes the filter itself, which may then stay in registers, as may the parts of the selection.
template <class Filter>
[[gnu::noinline]] std::size_t count_reached(const Adjacency& adjacency, HalfKinds kinds,
                                            DateInterval during, NodeId start, std::size_t depth) {
    const Filter filter(adjacency, {kinds, during});
    Frontier& frontier = frontiers(adjacency.node_count())[0];
    const FrontierGuard guard(frontier);
    frontier.start(start);
    if (depth == 1) {
        return count_first_level(frontier, filter, start);
    }
    for (std::size_t level = 1; level <= depth && !frontier.is_done(); ++level) {
        if (level == depth && is_level_large(frontier)) [[unlikely]] {
            const std::size_t reached = frontier.size() - 1;
            return reached + large_level_size<Filter>(adjacency, {kinds, during}, frontier);
        }
        expand_level(frontier, filter);
    }
    return frontier.size() - 1;
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
    const HalfEdgeSelection selection = selection_of(edges);
    return with_filter_type(
        graph.adjacency(), selection, [&]<class Filter>(std::type_identity<Filter>) {
            return count_reached<Filter>(graph.adjacency(), selection.kinds,
                                         selection.during.value_or(DateInterval{}), start, depth);
        });
}

}  // namespace litigraph::query
