// Both ends search by whole levels until they meet. Then the nodes where they met are on shortest
// paths; so are those before them, found by going back through the levels of the front, and those
// after them, through the levels of the back.
#include "shortest_steps.hpp"

#include "frontier.hpp"
#include "selection.hpp"

#include <algorithm>
#include <array>

namespace litigraph::query {

namespace {

/// One end: its frontier with the ends of its levels, level 0 being the start.
template <class Filter>
class LevelEnd {
  public:
    LevelEnd(Frontier& frontier, const Filter& filter, NodeId start)
        : frontier_(&frontier), filter_(&filter) {
        frontier.start(start);
        level_ends_.push_back(1);
    }

    bool is_done() const noexcept { return frontier_->is_done(); }
    std::size_t depth() const noexcept { return level_ends_.size() - 1; }
    const Frontier& frontier() const noexcept { return *frontier_; }
    std::span<const std::size_t> level_ends() const noexcept { return level_ends_; }
    std::uint64_t work() const {
        std::uint64_t work = 0;
        for (std::size_t i = frontier_->next(); i < frontier_->size(); ++i) {
            work += filter_->degree_bound(frontier_->node(i));
        }
        return work;
    }
    /// Whether the whole level is done; if not, the search was told to give up.
    template <class IsAllowed>
    bool expand(const IsAllowed& is_allowed, const GoOn& go_on) {
        const Adjacency& adjacency = filter_->adjacency();
        for (; frontier_->next() < level_ends_.back(); frontier_->advance()) {
            if (!go_on(frontier_->next())) {
                return false;
            }
            const NodeId node = frontier_->node(frontier_->next());
            filter_->any_of(node, [&](std::uint32_t half) {
                const NodeId reached = adjacency.half_target[half];
                if (is_allowed(node, reached, adjacency.half_edge[half])) {
                    frontier_->reach(reached);
                }
                return false;
            });
        }
        level_ends_.push_back(frontier_->size());
        return true;
    }
    bool meets(const Frontier& other) const {  // in its outermost level
        for (std::size_t i = frontier_->next(); i < frontier_->size(); ++i) {
            if (other.has(frontier_->node(i))) {
                return true;
            }
        }
        return false;
    }
    /// Levels by node.
    std::unordered_map<NodeId, std::size_t> levels() const {
        std::unordered_map<NodeId, std::size_t> levels;
        for (std::size_t level = 0, i = 0; level < level_ends_.size(); ++level) {
            for (; i < level_ends_[level]; ++i) {
                levels.emplace(frontier_->node(i), level);
            }
        }
        return levels;
    }

  private:
    Frontier* frontier_;
    const Filter* filter_;
    std::vector<std::size_t> level_ends_;
};

bool contains(const auto& list, auto value) { return std::ranges::find(list, value) != list.end(); }

/// Whether a step from `node` over `edge` to `reached` is not forbidden.
bool is_allowed(const PathSearch& search, NodeId node, NodeId reached, EdgeId edge) {
    return !contains(search.forbidden_nodes, reached) &&
           (node != search.from || !contains(search.forbidden_first_edges, edge));
}

/// From `nodes` outwards: for each node at n edges to the goal, those neighbours that are at
/// n + change and of the wanted level are noted and visited too.
template <class Filter, class IsWanted>
void spread(std::vector<NodeId> nodes, const Filter& filter, int change,
            std::unordered_map<NodeId, std::size_t>& to_goal, const IsWanted& is_wanted) {
    const Adjacency& adjacency = filter.adjacency();
    while (!nodes.empty()) {
        const NodeId node = nodes.back();
        nodes.pop_back();
        const std::size_t left = to_goal[node] + static_cast<std::size_t>(change);
        filter.any_of(node, [&](std::uint32_t half) {
            const NodeId next = adjacency.half_target[half];
            if (is_wanted(node, next, adjacency.half_edge[half], left) &&
                to_goal.emplace(next, left).second) {
                nodes.push_back(next);
            }
            return false;
        });
    }
}

/// Edges to the goal of every node on a shortest path; empty if there is none.
template <class Filter>
std::unordered_map<NodeId, std::size_t> distances_to_goal(const PathSearch& search,
                                                          const Filter& forward,
                                                          const Filter& backward,
                                                          std::array<Frontier, 2>& scratch) {
    LevelEnd<Filter> front(scratch[0], forward, search.from);
    LevelEnd<Filter> back(scratch[1], backward, search.to);
    const auto step = [&](NodeId node, NodeId reached, EdgeId edge) {
        return is_allowed(search, node, reached, edge);
    };
    const auto step_back = [&](NodeId node, NodeId reached, EdgeId edge) {
        return is_allowed(search, reached, node, edge) &&
               !contains(search.forbidden_nodes, reached);
    };
    const GoOn go_on(search.go_on);
    while (!front.meets(back.frontier())) {
        if (front.depth() + back.depth() == search.max_steps || front.is_done() || back.is_done()) {
            return {};
        }
        const bool complete =
            front.work() <= back.work() ? front.expand(step, go_on) : back.expand(step_back, go_on);
        if (!complete) {
            return {};
        }
    }
    const auto front_levels = front.levels();
    const auto back_levels = back.levels();
    std::unordered_map<NodeId, std::size_t> to_goal;
    std::vector<NodeId> meeting;
    for (const auto& [node, level] : front_levels) {
        const auto other = back_levels.find(node);
        if (level == front.depth() && other != back_levels.end()) {
            to_goal.emplace(node, back.depth());
            meeting.push_back(node);
        }
    }
    const std::size_t length = front.depth() + back.depth();
    const auto is_before = [&](NodeId node, NodeId next, EdgeId edge, std::size_t left) {
        const auto found = front_levels.find(next);
        return found != front_levels.end() && found->second + left == length &&
               step_back(node, next, edge);
    };
    const auto is_after = [&](NodeId node, NodeId next, EdgeId edge, std::size_t left) {
        const auto found = back_levels.find(next);
        return found != back_levels.end() && found->second == left && step(node, next, edge);
    };
    spread(meeting, backward, +1, to_goal, is_before);
    spread(meeting, forward, -1, to_goal, is_after);
    return to_goal;
}

}  // namespace

ShortestSteps::ShortestSteps(const PathSearch& search) : search_(search) {
    const KnowledgeGraph& graph = *search.graph;
    std::array<Frontier, 2>& scratch = frontiers(graph.node_count());
    const FrontierGuard front_guard(scratch[0]);
    const FrontierGuard back_guard(scratch[1]);
    with_filter(graph.adjacency(), search.selection, [&](const auto& forward) {
        to_goal_ = distances_to_goal(search, forward, forward.reversed(), scratch);
    });
    if (const auto found = to_goal_.find(search.from); found != to_goal_.end()) {
        length_ = found->second;
    }
}

std::vector<Step> ShortestSteps::out_of(NodeId node) const {
    const Adjacency& adjacency = search_.graph->adjacency();
    const std::size_t left = to_goal_.at(node);
    std::vector<Step> steps;
    with_filter(adjacency, search_.selection, [&](const auto& filter) {
        filter.any_of(node, [&](std::uint32_t half) {
            const NodeId next = adjacency.half_target[half];
            const EdgeId edge = adjacency.half_edge[half];
            const auto found = to_goal_.find(next);
            if (found != to_goal_.end() && found->second + 1 == left &&
                is_allowed(search_, node, next, edge)) {
                steps.push_back({.edge = edge,
                                 .node = next,
                                 .forward = !is_incoming(adjacency.half_kind[half])});
            }
            return false;
        });
    });
    std::ranges::sort(steps, {}, &Step::edge);
    return steps;
}

std::vector<Step> ShortestSteps::lowest() const {
    std::vector<Step> steps;
    for (NodeId node = search_.from; node != search_.to; node = steps.back().node) {
        const std::vector<Step> choices = out_of(node);
        if (choices.empty()) {
            return {};
        }
        steps.push_back(choices.front());
    }
    return steps;
}

}  // namespace litigraph::query
