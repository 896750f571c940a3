/// \file
/// What the query language needs of a graph: labelled nodes, typed edges, properties of both.
///
/// The interface is narrow and works by the handful (all steps out of a node in one call), so that
/// its virtual calls cost nothing beside the work behind them.
#pragma once

#include <litigraph/graph/ids.hpp>
#include <litigraph/graph/result.hpp>
#include <litigraph/query/filter.hpp>
#include <litigraph/query/paths.hpp>
#include <litigraph/query/value.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

// Names of one graph's vocabulary, looked up once per query. Meaningless in any other graph.
enum class LabelId : std::uint32_t {};
enum class TypeId : std::uint32_t {};
enum class KeyId : std::uint32_t {};
inline constexpr KeyId no_key{0xFFFFFFFFU};  ///< No element has it.

/// Which steps out of a node a pattern takes.
struct StepFilter {
    std::vector<TypeId> types;  ///< Empty: every type.
    bool all_but = false;       ///< Every type but these.
    Direction direction = Direction::both;
};

struct Ends {
    NodeId source{};
    NodeId target{};
};

/// How many shortest paths a question wants.
struct ShortestPaths {
    StepFilter steps;
    std::size_t max_steps = 0;
    std::size_t count = 1;  ///< Ignored if `all_of_least_length`.
    bool all_of_least_length = false;
    std::function<bool()> go_on = {};  ///< As PathOptions::go_on.
};

/// Why `{key: value}` in a pattern does not mean exactly one node.
struct NameFault {
    /// unknown_name with a near spelling, or ambiguous_name with the candidates; nothing if the
    /// question may simply have no answer.
    std::optional<Error> error;
    std::string note;  ///< What to tell the reader though nothing is wrong; may be empty.
};

/// Nodes are 0 .. node_count()-1. Const calls may run concurrently.
class PropertyGraph {
  public:
    PropertyGraph() = default;
    PropertyGraph(const PropertyGraph&) = delete;
    PropertyGraph& operator=(const PropertyGraph&) = delete;
    virtual ~PropertyGraph() = default;

    // A graph with a closed vocabulary answers an unknown word with unknown_name and the nearest
    // known one; an open one makes up an id that matches nothing.
    virtual Result<LabelId> label(std::string_view name) const = 0;
    virtual Result<TypeId> edge_type(std::string_view name) const = 0;
    virtual Result<KeyId> property_key(std::string_view name) const = 0;

    virtual std::size_t node_count() const noexcept = 0;
    /// Number of nodes with the label, or a guess.
    virtual std::size_t label_count(LabelId label) const noexcept = 0;
    virtual bool has_label(NodeId node, LabelId label) const noexcept = 0;
    virtual std::vector<std::string> labels(NodeId node) const = 0;
    virtual Value property(NodeId node, KeyId key) const = 0;
    virtual Map properties(NodeId node) const = 0;

    virtual Ends ends(EdgeId edge) const noexcept = 0;
    virtual std::string_view type(EdgeId edge) const noexcept = 0;
    virtual Value property(EdgeId edge, KeyId key) const = 0;
    virtual Map properties(EdgeId edge) const = 0;

    /// Writes a word for the property of each element. Elements with the same word have the same
    /// value; those with different words may have it too. False if the graph has no such words, as
    /// by default.
    virtual bool stored_words(KeyId key, std::span<const NodeId> nodes,
                              std::span<std::uint64_t> words) const;
    virtual bool stored_words(KeyId key, std::span<const EdgeId> edges,
                              std::span<std::uint64_t> words) const;

    /// Appends nodes with the label in ascending order, from node number `first` on, at most
    /// `limit`; where to go on, node_count() if there are no more.
    virtual std::size_t list_nodes(LabelId label, std::size_t first, std::size_t limit,
                                   std::vector<NodeId>& out) const = 0;

    /// At least as many steps as expand() gives. O(1).
    virtual std::size_t degree_bound(NodeId node, const StepFilter& filter) const noexcept = 0;
    /// Appends the steps out of `node` that pass; a loop is one step, also in both directions.
    virtual void expand(NodeId node, const StepFilter& filter, std::vector<Step>& out) const = 0;
    /// Does so for one node after the other until `out` has at least `enough` steps. Appends where
    /// the steps of each node end; the number of nodes done, at least one.
    virtual std::size_t expand_many(std::span<const NodeId> nodes, const StepFilter& filter,
                                    std::size_t enough, std::vector<Step>& out,
                                    std::vector<std::size_t>& ends) const;

    /// Nodes for which answers_to(node, key, value) holds, among those with the labels (any of each
    /// inner list, all of the lists), ascending. Nothing if the graph has no index of the key.
    virtual std::optional<std::vector<NodeId>> find(
        KeyId key, const Value& value, std::span<const std::vector<LabelId>> labels) const = 0;
    /// What is wrong with `{key: value}` in a pattern, of which find() gave `found`.
    virtual NameFault fault_of(KeyId key, const Value& value,
                               std::span<const NodeId> found) const = 0;
    /// Whether the pattern property `{key: value}` holds for the node: `=`, or, where the key
    /// names nodes, any name the node answers to.
    virtual bool answers_to(NodeId node, KeyId key, const Value& value) const = 0;

    /// Calls `visit` with the paths, shortest first, until it returns false; no node twice in a
    /// path. Requires: from and to differ.
    virtual void shortest_paths(NodeId from, NodeId to, const ShortestPaths& wanted,
                                const std::function<bool(const Path&)>& visit) const = 0;

    /// Evidence behind a node or an edge, one map per quotation; empty by default.
    virtual List evidence(const Value& node_or_edge) const;
    /// Date interval of a node or an edge, null if it has none.
    virtual Value when(const Value& node_or_edge) const;
};

}  // namespace litigraph::query
