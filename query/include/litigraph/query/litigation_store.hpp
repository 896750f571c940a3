/// \file
/// The litigation graph as the query language sees it.
///
/// Labels: Party and its kinds (Company, Person, ...), Lawsuit, Court, ... Every spelling of
/// graph/kinds.hpp is understood. Company also finds divisions, and parties of which no article
/// says what they are; Person also judges and lawyers. Properties are listed in query/GRAMMAR.md.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/property_graph.hpp>

#include <cstdint>
#include <functional>
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
    bool stored_words(KeyId key, std::span<const NodeId> nodes,
                      std::span<std::uint64_t> words) const override;
    bool stored_words(KeyId key, std::span<const EdgeId> edges,
                      std::span<std::uint64_t> words) const override;
    std::size_t list_nodes(LabelId label, std::size_t first, std::size_t limit,
                           std::vector<NodeId>& out) const override;
    std::size_t degree_bound(NodeId node, const StepFilter& filter) const noexcept override;
    void expand(NodeId node, const StepFilter& filter, std::vector<Step>& out) const override;
    std::size_t expand_many(std::span<const NodeId> nodes, const StepFilter& filter,
                            std::size_t enough, std::vector<Step>& out,
                            std::vector<std::size_t>& ends) const override;
    std::optional<std::vector<NodeId>> find(
        KeyId key, const Value& value, std::span<const std::vector<LabelId>> labels) const override;
    NameFault fault_of(KeyId key, const Value& value, std::span<const NodeId> found) const override;
    bool answers_to(NodeId node, KeyId key, const Value& value) const override;
    void shortest_paths(NodeId from, NodeId to, const ShortestPaths& wanted,
                        const std::function<bool(const Path&)>& visit) const override;
    List evidence(const Value& node_or_edge) const override;
    Value when(const Value& node_or_edge) const override;

  private:
    const KnowledgeGraph& graph_;
    std::vector<std::uint32_t> labels_;  // per node, bit n: label n
    std::vector<std::size_t> label_counts_;
};

}  // namespace litigraph::query
