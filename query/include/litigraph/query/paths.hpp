/// \file
/// Path questions. An answer is a sequence of edges, because two parties may be joined by many.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/filter.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace litigraph::query {

/// One edge of a path, in the direction it was walked.
struct Step {
    EdgeId edge{};
    NodeId node{};        ///< The node that this step reaches.
    bool forward = true;  ///< Whether the edge points at `node`.

    friend bool operator==(const Step&, const Step&) = default;
};

struct Path {
    NodeId start{};
    std::vector<Step> steps;  ///< Empty if start and goal are one node.

    friend bool operator==(const Path&, const Path&) = default;
};

struct PathOptions {
    EdgeFilter filter;
    std::size_t max_steps = 6;  ///< Longer paths are not found.
    /// If set, asked at least once in some thousand nodes that a search visits; after false it
    /// gives up and finds nothing more.
    std::function<bool()> go_on = {};
};

/// A path with the fewest edges; nothing if there is none within `options.max_steps`.
///
/// Of several, the one that this search meets first (the first of all_shortest_paths costs more,
/// because it needs whole levels). Both ends search breadth-first, a level at a time, each time
/// from the end whose outermost nodes have fewer edges of the classes (see adjacency.hpp) that the
/// filter names, from `from` if equal; nodes in the order they were reached, the edges of a node in
/// the order of incident_edges. A node is reached by the first edge that leads to it, and the first
/// node that both ends have reached joins them. So the answer depends on graph and question alone.
/// Touches only what it visits; scratch memory is kept per thread.
std::optional<Path> shortest_path(const KnowledgeGraph& graph, NodeId from, NodeId to,
                                  const PathOptions& options = {});

/// Produces paths one at a time, so that a caller pays only for those it takes.
class PathStream {
  public:
    PathStream(PathStream&&) noexcept;
    PathStream& operator=(PathStream&&) noexcept;
    ~PathStream();
    std::optional<Path> next();  ///< Nothing when there are no more; then nothing ever after.

    struct State;
    explicit PathStream(std::unique_ptr<State> state) noexcept;

  private:
    std::unique_ptr<State> state_;
};

/// Every path of the smallest length, in ascending order of their edge id sequences. `graph` must
/// outlive the stream.
PathStream all_shortest_paths(const KnowledgeGraph& graph, NodeId from, NodeId to,
                              const PathOptions& options = {});

/// Loopless paths (no node twice) by length, then by edge id sequence (Yen 1971). `graph` must
/// outlive the stream.
PathStream loopless_paths(const KnowledgeGraph& graph, NodeId from, NodeId to,
                          const PathOptions& options = {});

}  // namespace litigraph::query
