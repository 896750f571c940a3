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

/// A node to be added with many others. The views must last until then.
struct NodeRow {
    NodeKind kind{};
    std::string_view name;
    DateInterval when;
    std::uint32_t attributes = 0;  ///< How many it has.
};
struct AttributeRow {
    AttributeKey key{};
    std::optional<TextId> text;  ///< Else the words.
    std::string_view words;
};

/// An edge to be added with many others.
struct EdgeRow {
    NodeId source{};
    NodeId target{};
    std::optional<NodeId> lawsuit;
    DateInterval when;
    EdgeKind kind{};
    Confidence confidence{};
    std::uint32_t evidence = 0;  ///< How many quotations it has.
};

/// Collects nodes and edges, then freezes them. The n-th node added has index n, and so has the
/// n-th edge. Resolution adds in a canonical order, so equal sets give equal bytes.
class GraphBuilder {
  public:
    GraphBuilder();
    GraphBuilder(GraphBuilder&&) noexcept;
    GraphBuilder& operator=(GraphBuilder&&) noexcept;
    ~GraphBuilder();

    void reserve(std::size_t nodes, std::size_t edges, std::size_t quotations = 0);

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

    /// Nodes, part by part, and their attributes in the same order. The ids follow those of the
    /// nodes before.
    struct NodeRows {
        std::span<const NodeRow> nodes;
        std::span<const AttributeRow> attributes;
    };
    void add_nodes(std::span<const NodeRows> parts, unsigned threads);

    /// Edges, part by part, and their quotations in the same order; the parts are taken side by
    /// side. Requires: as for add_edge.
    struct EdgeRows {
        std::span<const EdgeRow> edges;
        std::span<const SharedEvidence> evidence;
    };
    void add_edges(std::span<const EdgeRows> parts, unsigned threads);

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
