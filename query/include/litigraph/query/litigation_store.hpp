/// \file
/// The litigation graph as the query language sees it.
///
/// Labels: Party and its kinds (Company, Person, ...), Lawsuit, Court, ... Every spelling of
/// graph/kinds.hpp is understood. Properties are listed in query/GRAMMAR.md.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/property_graph.hpp>

#include <array>
#include <string_view>
#include <vector>

namespace litigraph::query {

class LitigationStore final : public PropertyGraph {
  public:
    /// `graph` must outlive the store. O(nodes): counts the labels.
    explicit LitigationStore(const KnowledgeGraph& graph);

    /// Every label, edge type and property the language knows, for completion and `.schema`.
    static std::vector<std::string_view> all_labels();
    static std::vector<std::string_view> all_edge_types();
    static std::vector<std::string_view> all_properties();

    const KnowledgeGraph& graph() const noexcept { return graph_; }

    Result<LabelId> label(std::string_view name) const override;
    Result<TypeId> edge_type(std::string_view name) const override;
    Result<KeyId> property_key(std::string_view name) const override;
    std::size_t node_count() const noexcept override;
    std::size_t label_count(LabelId label) const noexcept override;
    bool has_label(NodeId node, LabelId label) const noexcept override;
    std::vector<std::string> labels(NodeId node) const override;
    Value property(NodeId node, KeyId key) const override;
    Map properties(NodeId node) const override;
    Ends ends(EdgeId edge) const noexcept override;
    std::string_view type(EdgeId edge) const noexcept override;
    Value property(EdgeId edge, KeyId key) const override;
    Map properties(EdgeId edge) const override;
    std::size_t degree(NodeId node) const noexcept override;
    void expand(NodeId node, const StepFilter& filter, std::vector<Step>& out) const override;
    std::optional<Candidates> find(
        KeyId key, const Value& value, std::span<const std::vector<LabelId>> labels) const override;
    bool answers_to(NodeId node, KeyId key, const Value& value) const override;
    std::vector<Path> shortest_paths(NodeId from, NodeId to,
                                     const ShortestPaths& wanted) const override;
    List evidence(const Value& node_or_edge) const override;
    Value when(const Value& node_or_edge) const override;

  private:
    const KnowledgeGraph& graph_;
    std::vector<std::size_t> label_counts_;
};

}  // namespace litigraph::query
