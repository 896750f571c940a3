#include "support/naive_search.hpp"
#include "support/random_graph.hpp"
#include <litigraph/query/paths.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <vector>

namespace litigraph::query {

std::ostream& operator<<(std::ostream& out, const Path& path) {  // for failure messages
    out << path.start;
    for (const Step& step : path.steps) {
        out << (step.forward ? " -" : " <-") << step.edge << (step.forward ? "-> " : "- ")
            << step.node;
    }
    return out;
}

namespace {

using test::Dates;
using test::RandomGraph;

EdgeFilter backwards(EdgeFilter filter) {
    switch (filter.direction) {
        case Direction::out:
            filter.direction = Direction::in;
            break;
        case Direction::in:
            filter.direction = Direction::out;
            break;
        case Direction::both:
            break;
    }
    return filter;
}

/// The steps that the filter allows out of a node, in the order of incident_edges.
std::vector<Step> steps_out(const KnowledgeGraph& graph, NodeId node, const EdgeFilter& filter) {
    std::vector<Step> steps;
    std::set<EdgeId> loops;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        const bool is_loop = edge.source == edge.target;
        const bool forward = is_loop ? loops.insert(id).second : edge.source == node;
        if (const auto reached = test::naive_step(edge, node, forward, filter)) {
            steps.push_back({id, *reached, forward});
        }
    }
    return steps;
}

/// The rule of shortest_path in words of the header: what each end has reached, and by which step.
class NaiveEnd {
  public:
    NaiveEnd(const KnowledgeGraph& graph, NodeId start, const EdgeFilter& filter)
        : graph_(&graph), filter_(filter), order_{start}, outermost_{start} {}

    bool is_done() const { return outermost_.empty(); }
    bool has(NodeId node) const { return std::ranges::find(order_, node) != order_.end(); }
    std::size_t work() const {
        const auto is_named = [&](EdgeKind kind) {
            return std::ranges::any_of(all_edge_kinds(), [&](EdgeKind k) {
                return filter_.kinds.contains(k) && class_of(k) == class_of(kind);
            });
        };
        std::size_t sum = 0;
        for (const NodeId node : outermost_) {
            sum += static_cast<std::size_t>(
                std::ranges::count_if(graph_->incident_edges(node), is_named,
                                      [&](EdgeId id) { return graph_->edge(id).kind; }));
        }
        return sum;
    }
    std::optional<NodeId> expand(const NaiveEnd& other) {
        std::vector<NodeId> level;
        for (const NodeId node : outermost_) {
            for (const Step& step : steps_out(*graph_, node, filter_)) {
                if (has(step.node)) {
                    continue;
                }
                order_.push_back(step.node);
                level.push_back(step.node);
                by_[step.node] = {node, step};
                if (other.has(step.node)) {
                    return step.node;
                }
            }
        }
        outermost_ = level;
        return std::nullopt;
    }
    /// The steps that led to `node`, the last first, each with the node that it left.
    std::vector<std::pair<NodeId, Step>> way(NodeId node) const {
        std::vector<std::pair<NodeId, Step>> steps;
        for (auto at = by_.find(node); at != by_.end(); at = by_.find(at->second.first)) {
            steps.push_back(at->second);
        }
        return steps;
    }

  private:
    const KnowledgeGraph* graph_;
    EdgeFilter filter_;
    std::vector<NodeId> order_;
    std::vector<NodeId> outermost_;
    std::map<NodeId, std::pair<NodeId, Step>> by_;
};

std::optional<Path> naive_shortest_path(const KnowledgeGraph& graph, NodeId from, NodeId to,
                                        const PathOptions& options) {
    if (from == to) {
        return Path{from, {}};
    }
    NaiveEnd front(graph, from, options.filter);
    NaiveEnd back(graph, to, backwards(options.filter));
    for (std::size_t i = 0; i < options.max_steps && !front.is_done() && !back.is_done(); ++i) {
        const auto meet = front.work() <= back.work() ? front.expand(back) : back.expand(front);
        if (!meet) {
            continue;
        }
        Path path{from, {}};
        for (const auto& [left, step] : front.way(*meet)) {
            path.steps.push_back(step);
        }
        std::ranges::reverse(path.steps);
        for (const auto& [left, step] : back.way(*meet)) {
            path.steps.push_back({step.edge, left, !step.forward});
        }
        return path;
    }
    return std::nullopt;
}

TEST(ShortestPath, FollowsItsTieRuleOnRandomGraphs) {
    RandomGraph random(21);
    for (int round = 0; round < 300; ++round) {
        const KnowledgeGraph graph = random.make({.parties = 15,
                                                  .edges = 10 + random.below(60),
                                                  .dates = static_cast<Dates>(random.below(3))});
        for (int question = 0; question < 20; ++question) {
            const PathOptions options{test::random_filter(random), 1 + random.below(8)};
            const NodeId from = random.node(0, graph.node_count());
            const NodeId to = random.node(0, graph.node_count());
            const auto path = shortest_path(graph, from, to, options);
            ASSERT_EQ(path, naive_shortest_path(graph, from, to, options))
                << "round " << round << ", question " << question;
            const std::size_t distance =
                test::naive_distances(graph, from, options.filter)[to_index(to)];
            ASSERT_EQ(path.has_value(), distance <= options.max_steps);
            if (path) {
                ASSERT_EQ(path->steps.size(), distance);
            }
        }
    }
}

/// Every path without a repeated node of at most max_steps edges, by trying every step.
void add_loopless(const KnowledgeGraph& graph, NodeId to, const PathOptions& options,
                  std::set<NodeId>& visited, Path& path, std::vector<Path>& found) {
    const NodeId at = path.steps.empty() ? path.start : path.steps.back().node;
    if (at == to) {
        found.push_back(path);
        return;
    }
    if (path.steps.size() == options.max_steps) {
        return;
    }
    for (const Step& step : steps_out(graph, at, options.filter)) {
        if (visited.insert(step.node).second) {
            path.steps.push_back(step);
            add_loopless(graph, to, options, visited, path, found);
            path.steps.pop_back();
            visited.erase(step.node);
        }
    }
}

std::vector<Path> naive_loopless(const KnowledgeGraph& graph, NodeId from, NodeId to,
                                 const PathOptions& options) {
    std::vector<Path> found;
    std::set<NodeId> visited{from};
    Path path{from, {}};
    add_loopless(graph, to, options, visited, path, found);
    std::ranges::sort(found, [](const Path& a, const Path& b) {
        const auto edges = [](const Path& p) {
            std::vector<EdgeId> ids;
            for (const Step& step : p.steps) {
                ids.push_back(step.edge);
            }
            return ids;
        };
        return a.steps.size() != b.steps.size() ? a.steps.size() < b.steps.size()
                                                : edges(a) < edges(b);
    });
    return found;
}

std::vector<Path> take_all(PathStream stream) {
    std::vector<Path> paths;
    while (std::optional<Path> path = stream.next()) {
        paths.push_back(*std::move(path));
    }
    EXPECT_EQ(stream.next(), std::nullopt);
    return paths;
}

TEST(PathStreams, GiveEveryPathInOrderOnRandomGraphs) {
    RandomGraph random(23);
    for (int round = 0; round < 300; ++round) {
        const KnowledgeGraph graph = random.make({.parties = 5,
                                                  .lawsuits = 3,
                                                  .edges = 5 + random.below(15),
                                                  .dates = static_cast<Dates>(random.below(3))});
        for (int question = 0; question < 5; ++question) {
            const PathOptions options{test::random_filter(random), random.below(5)};
            const NodeId from = random.node(0, graph.node_count());
            const NodeId to = random.node(0, graph.node_count());
            std::vector<Path> expected = naive_loopless(graph, from, to, options);
            ASSERT_EQ(take_all(loopless_paths(graph, from, to, options)), expected) << round;
            std::erase_if(expected, [&](const Path& path) {
                return path.steps.size() > expected.front().steps.size();
            });
            ASSERT_EQ(take_all(all_shortest_paths(graph, from, to, options)), expected) << round;
        }
    }
}

TEST(PathStreams, OfLongPathsAreProducedOneByOne) {
    GraphBuilder builder;  // a chain of 40 nodes, each joined to the next twice: 2^39 paths
    for (int i = 0; i < 40; ++i) {
        builder.add_node(NodeKind::party, "P" + std::to_string(i));
    }
    for (std::uint32_t i = 0; i < 39; ++i) {
        builder.add_edge(NodeId{i}, EdgeKind::sues, NodeId{i + 1});
        builder.add_edge(NodeId{i + 1}, EdgeKind::countersues, NodeId{i});
    }
    const KnowledgeGraph graph = *std::move(builder).freeze();
    for (const auto& paths : {all_shortest_paths, loopless_paths}) {
        PathStream stream = paths(graph, NodeId{0}, NodeId{39}, {.filter = {}, .max_steps = 39});
        EXPECT_EQ(stream.next()->steps.back().edge, EdgeId{76});
        EXPECT_EQ(stream.next()->steps.back().edge, EdgeId{77});
        EXPECT_EQ(stream.next()->steps[37].edge, EdgeId{75});
    }
}

TEST(ShortestPath, OfNoStepsJoinsANodeToItself) {
    RandomGraph random(22);
    const KnowledgeGraph graph = random.make({.edges = 0});
    EXPECT_EQ(shortest_path(graph, NodeId{1}, NodeId{1}), (Path{NodeId{1}, {}}));
    EXPECT_EQ(shortest_path(graph, NodeId{1}, NodeId{2}), std::nullopt);
}

}  // namespace
}  // namespace litigraph::query
