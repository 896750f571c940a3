/// \file
/// Every shortest path between two nodes at once: which nodes lie on one, and how far from the
/// goal.
#pragma once

#include <litigraph/graph/adjacency.hpp>
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/paths.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace litigraph::query {

/// Asks every so many nodes whether a search is to go on.
class GoOn {
  public:
    explicit GoOn(const std::function<bool()>& question) noexcept
        : question_(question ? &question : nullptr) {}
    bool operator()(std::size_t nodes_visited) const {
        constexpr std::size_t nodes_between = 1024;
        return question_ == nullptr || nodes_visited % nodes_between != 0 || (*question_)();
    }

  private:
    const std::function<bool()>* question_;
};

/// Which paths are looked for.
struct PathSearch {
    const KnowledgeGraph* graph = nullptr;
    HalfEdgeSelection selection;
    NodeId from{};
    NodeId to{};
    std::size_t max_steps = 0;
    std::span<const NodeId> forbidden_nodes;        ///< Not to be visited.
    std::span<const EdgeId> forbidden_first_edges;  ///< Not to be the first step.
    std::function<bool()> go_on = {};               ///< See PathOptions.
};

/// The steps of shortest paths out of nodes that lie on one.
class ShortestSteps {
  public:
    /// Bidirectional search by whole levels. Requires: from and to differ.
    explicit ShortestSteps(const PathSearch& search);

    /// Edges on each shortest path; nothing if there is none within max_steps.
    std::optional<std::size_t> length() const noexcept { return length_; }

    /// Every step of a shortest path out of `node`, which lies on one, by edge id.
    std::vector<Step> out_of(NodeId node) const;

    /// The shortest path whose sequence of edge ids is the lowest. Requires: length(). Empty only
    /// if the graph's archive was forged, with half-edges that have no other half.
    std::vector<Step> lowest() const;

  private:
    PathSearch search_;
    std::optional<std::size_t> length_;
    std::unordered_map<NodeId, std::size_t> to_goal_;  // edges left, for nodes on shortest paths
};

}  // namespace litigraph::query
