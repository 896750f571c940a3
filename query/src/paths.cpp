#include "frontier.hpp"
#include "selection.hpp"
#include "shortest_steps.hpp"
#include <litigraph/query/paths.hpp>

#include <array>
#include <cassert>

namespace litigraph::query {

namespace {

/// One end of a bidirectional search.
template <class Filter>
struct End {
    Frontier& reached;
    const Filter& filter;
    std::uint64_t work = 0;  // half-edges of the outermost nodes
    std::size_t depth = 0;   // levels reached
};

enum class Expansion : std::uint8_t { complete, met, given_up };

/// Expands the outermost level, until it reaches a node of the other end, which is then the last
/// one reached.
template <class Filter>
Expansion expand_until_met(End<Filter>& end, const Frontier& other, const GoOn& go_on) {
    Frontier& reached = end.reached;
    const Filter& filter = end.filter;
    const NodeId* const targets = filter.adjacency().half_target.data();
    const std::size_t level_end = reached.size();
    ++end.depth;
    for (; reached.next() < level_end; reached.advance()) {
        const std::size_t at = reached.next();
        if (!go_on(at)) {
            return Expansion::given_up;
        }
        const bool met = filter.any_of(reached.node(at), [&](std::uint32_t half) {
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
        end.work += filter.degree_bound(reached.node(i));
    }
    return Expansion::complete;
}

/// The path through the last node that `near` has reached. In the other end that is one of the
/// outermost nodes: had its neighbours been reached, the ends would have met before. (An archive
/// may lie about its half-edges; then the path is wrong, but all of it is in the graph.)
template <class Filter>
Path trace(const End<Filter>& front, const End<Filter>& back, bool from_front) {
    const Frontier& near = from_front ? front.reached : back.reached;
    const Frontier& other = from_front ? back.reached : front.reached;
    const std::size_t near_end = near.size() - 1;
    const std::size_t other_end = other.find(near.node(near_end), other.next());
    const Adjacency& adjacency = front.filter.adjacency();
    Path path{.start = front.reached.node(0), .steps = std::vector<Step>(front.depth + back.depth)};

    auto step = path.steps.begin() + static_cast<std::ptrdiff_t>(front.depth);
    for (std::size_t i = from_front ? near_end : other_end; i != 0; i = front.reached.parent(i)) {
        const std::uint32_t half = front.reached.via(i);
        *--step = {.edge = adjacency.half_edge[half],
                   .node = front.reached.node(i),
                   .forward = !is_incoming(adjacency.half_kind[half])};
    }
    step = path.steps.begin() + static_cast<std::ptrdiff_t>(front.depth);
    for (std::size_t i = from_front ? other_end : near_end; i != 0; ++step) {
        const std::uint32_t half = back.reached.via(i);
        i = back.reached.parent(i);
        *step = {.edge = adjacency.half_edge[half],
                 .node = back.reached.node(i),
                 .forward = is_incoming(adjacency.half_kind[half])};
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
        const Expansion expansion = from_front ? expand_until_met(front, back.reached, go_on)
                                               : expand_until_met(back, front.reached, go_on);
        if (expansion == Expansion::given_up) {
            break;
        }
        if (expansion == Expansion::met) {
            return trace(front, back, from_front);
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
        return search(forward, forward.reversed(), scratch, options);
    });
}

}  // namespace litigraph::query
