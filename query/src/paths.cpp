#include "frontier.hpp"
#include "selection.hpp"
#include "shortest_steps.hpp"
#include <litigraph/query/paths.hpp>

#include <algorithm>
#include <cassert>

namespace litigraph::query {

namespace {

/// One end of a bidirectional search.
template <class Filter>
struct End {
    Frontier& reached;
    const Filter& filter;
    std::uint64_t work = 0;  // half-edges of the outermost nodes
};

enum class Expansion : std::uint8_t { complete, met, given_up };

/// Expands the outermost level, until it reaches a node of the other end, which is then the last
/// one reached.
template <class Filter>
Expansion expand_until_met(End<Filter>& end, const Frontier& other, const GoOn& go_on) {
    Frontier& reached = end.reached;
    const NodeId* const targets = end.filter.adjacency().half_target.data();
    const std::size_t level_end = reached.size();
    for (; reached.next() < level_end; reached.advance()) {
        const std::size_t at = reached.next();
        if (!go_on(at)) {
            return Expansion::given_up;
        }
        const bool met = end.filter.any_of(reached.node(at), [&](std::uint32_t half) {
            const NodeId node = targets[half];
            reached.reach(node, at, half);
            return other.has(node);  // then it is new here: the ends were disjoint
        });
        if (met) {
            return Expansion::met;
        }
    }
    end.work = 0;
    for (std::size_t i = level_end; i < reached.size(); ++i) {
        end.work += end.filter.degree_bound(reached.node(i));
    }
    return Expansion::complete;
}

Path trace(const Adjacency& adjacency, const Frontier& front, const Frontier& back, NodeId meet) {
    Path path{.start = front.node(0), .steps = {}};
    for (std::size_t i = front.find(meet); front.parent(i) != Frontier::none; i = front.parent(i)) {
        const std::uint32_t half = front.via(i);
        path.steps.push_back({.edge = adjacency.half_edge[half],
                              .node = front.node(i),
                              .forward = !is_incoming(adjacency.half_kind[half])});
    }
    std::ranges::reverse(path.steps);
    for (std::size_t i = back.find(meet); back.parent(i) != Frontier::none; i = back.parent(i)) {
        const std::uint32_t half = back.via(i);
        path.steps.push_back({.edge = adjacency.half_edge[half],
                              .node = back.node(back.parent(i)),
                              .forward = is_incoming(adjacency.half_kind[half])});
    }
    return path;
}

template <class Filter>
std::optional<Path> search(const Filter& forward, const Filter& backward,
                           std::array<Frontier, 2>& scratch, const PathOptions& options) {
    const GoOn go_on(options.go_on);
    End<Filter> front{scratch[0], forward, forward.degree_bound(scratch[0].node(0))};
    End<Filter> back{scratch[1], backward, backward.degree_bound(scratch[1].node(0))};
    for (std::size_t step = 0; step < options.max_steps; ++step) {
        if (front.reached.is_done() || back.reached.is_done()) {
            break;
        }
        const bool from_front = front.work <= back.work;
        End<Filter>& near = from_front ? front : back;
        const Expansion expansion =
            expand_until_met(near, from_front ? back.reached : front.reached, go_on);
        if (expansion == Expansion::given_up) {
            break;
        }
        if (expansion == Expansion::met) {
            return trace(forward.adjacency(), front.reached, back.reached,
                         near.reached.node(near.reached.size() - 1));
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Path> shortest_path(const KnowledgeGraph& graph, NodeId from, NodeId to,
                                  const PathOptions& options) {
    assert(to_index(from) < graph.node_count() && to_index(to) < graph.node_count());
    if (from == to) {
        return Path{.start = from, .steps = {}};
    }
    std::array<Frontier, 2>& scratch = frontiers(graph.node_count());
    const FrontierGuard front_guard(scratch[0]);
    const FrontierGuard back_guard(scratch[1]);
    scratch[0].start(from);
    scratch[1].start(to);
    const HalfEdgeSelection selection = selection_of(options.filter);
    return with_filter(graph.adjacency(), selection, [&](const auto& forward) {
        const std::decay_t<decltype(forward)> backward(graph.adjacency(), reversed(selection));
        return search(forward, backward, scratch, options);
    });
}

}  // namespace litigraph::query
