/// \file
/// A property graph without a schema, built in a test: the second model of what the query language
/// asks of a graph.
#pragma once

#include <litigraph/query/property_graph.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::tck {

class PlainGraph final : public query::PropertyGraph {
  public:
    NodeId add_node(const std::vector<std::string>& labels, query::Map properties);
    /// Requires: both nodes are in the graph.
    EdgeId add_edge(NodeId source, std::string_view type, NodeId target, query::Map properties);
    /// Takes the edge out of the adjacency; no id changes.
    void remove_edge(EdgeId edge);

    Result<query::LabelId> label(std::string_view name) const override;
    Result<query::TypeId> edge_type(std::string_view name) const override;
    Result<query::KeyId> property_key(std::string_view name) const override;
    std::size_t node_count() const noexcept override { return nodes_.size(); }
    std::size_t label_count(query::LabelId label) const noexcept override;
    bool has_label(NodeId node, query::LabelId label) const noexcept override;
    std::vector<std::string> labels(NodeId node) const override;
    query::Value property(NodeId node, query::KeyId key) const override;
    query::Map properties(NodeId node) const override;
    query::Ends ends(EdgeId edge) const noexcept override;
    std::string_view type(EdgeId edge) const noexcept override;
    query::Value property(EdgeId edge, query::KeyId key) const override;
    query::Map properties(EdgeId edge) const override;
    std::size_t list_nodes(query::LabelId label, std::size_t first, std::size_t limit,
                           std::vector<NodeId>& out) const override;
    std::size_t degree_bound(NodeId node, const query::StepFilter& filter) const noexcept override;
    void expand(NodeId node, const query::StepFilter& filter,
                std::vector<query::Step>& out) const override;
    std::optional<std::vector<NodeId>> find(
        query::KeyId key, const query::Value& value,
        std::span<const std::vector<query::LabelId>> labels) const override;
    query::NameFault fault_of(query::KeyId key, const query::Value& value,
                              std::span<const NodeId> found) const override;
    bool answers_to(NodeId node, query::KeyId key, const query::Value& value) const override;
    void shortest_paths(NodeId from, NodeId to, const query::ShortestPaths& wanted,
                        const std::function<bool(const query::Path&)>& visit) const override;

  private:
    /// Names in the order they came; the position is the id.
    using Names = std::vector<std::string>;
    struct Node {
        std::vector<std::size_t> labels;
        query::Map properties;
        std::vector<EdgeId> edges;  // a loop once
    };
    struct Edge {
        query::Ends ends;
        std::size_t type = 0;
        query::Map properties;
    };

    static std::size_t intern(Names& names, std::string_view name);
    query::Value value_of(const query::Map& properties, query::KeyId key) const;
    void intern_keys(const query::Map& properties);

    Names labels_;
    Names types_;
    Names keys_;
    std::vector<Node> nodes_;
    std::vector<Edge> edges_;
};

}  // namespace litigraph::tck
