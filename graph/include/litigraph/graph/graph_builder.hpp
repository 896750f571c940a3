/// \file
/// Makes a KnowledgeGraph from nodes and edges that are already resolved.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace litigraph {

/// One quotation behind an edge, its texts given by number.
struct SharedEvidence {
    NodeId article{};
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    TextId quote{};
    TextId rule{};
    Confidence confidence{};
};

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
    void add_attribute(NodeId node, AttributeKey key, TextId value);

    /// Requires: may_join(kind, kind of source, kind of target); `lawsuit`, if given, is one.
    EdgeId add_edge(NodeId source, EdgeKind kind, NodeId target, DateInterval when = {},
                    std::optional<NodeId> lawsuit = {}, Confidence confidence = Confidence::stated);
    void add_evidence(EdgeId edge, NodeId article, const Evidence& evidence);
    void add_evidence(EdgeId edge, const EvidenceView& evidence);
    void add_evidence(EdgeId edge, const SharedEvidence& evidence);

    /// For attributes and evidence; equal texts are kept once.
    TextId add_text(std::string_view text);
    /// The same for many new texts, no two equal, that are not looked for one by one. The ids
    /// follow the one that is returned.
    TextId add_texts(std::span<const std::string_view> texts, unsigned threads);

    /// Consumes the builder. Fails with limit_exceeded when an index would not fit 32 bits.
    /// O(nodes + edges), plus sorting names. The graph does not depend on the number of threads.
    Result<KnowledgeGraph> freeze(unsigned threads = 1) &&;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace litigraph
