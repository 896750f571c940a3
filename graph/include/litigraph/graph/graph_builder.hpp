/// \file
/// Makes a KnowledgeGraph from nodes and edges that are already resolved.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace litigraph {

/// Collects nodes and edges, then freezes them. The n-th node added has index n, and so has the
/// n-th edge. Resolution adds in a canonical order, so equal sets give equal bytes.
class GraphBuilder {
  public:
    GraphBuilder();
    GraphBuilder(GraphBuilder&&) noexcept;
    GraphBuilder& operator=(GraphBuilder&&) noexcept;
    ~GraphBuilder();

    void reserve(std::size_t nodes, std::size_t edges);

    /// An empty `slug` is replaced by one made of kind and name, with a number if taken.
    NodeId add_node(NodeKind kind, std::string_view name, std::string_view slug = {},
                    DateInterval when = {});
    void add_attribute(NodeId node, AttributeKey key, std::string_view value);

    /// Requires: may_join(kind, kind of source, kind of target); `lawsuit`, if given, is one.
    EdgeId add_edge(NodeId source, EdgeKind kind, NodeId target, DateInterval when = {},
                    std::optional<NodeId> lawsuit = {},
                    Confidence confidence = Confidence::stated);
    void add_evidence(EdgeId edge, NodeId article, const Evidence& evidence);
    void add_evidence(EdgeId edge, const EvidenceView& evidence);

    /// Consumes the builder. Fails with limit_exceeded when an index would not fit 32 bits.
    /// O(nodes + edges), plus sorting names.
    Result<KnowledgeGraph> freeze() &&;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace litigraph
