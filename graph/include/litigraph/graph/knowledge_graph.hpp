/// \file
/// The frozen, typed, dated, sourced multigraph of litigation facts.
///
/// Flat columns; adjacency.hpp shows those that searches read, boost_graph.hpp gives Boost.Graph's
/// view of them.
#pragma once

#include <litigraph/graph/adjacency.hpp>
#include <litigraph/graph/date.hpp>
#include <litigraph/graph/ids.hpp>
#include <litigraph/graph/kinds.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph {

// Stored in archives: append only. Attributes of nodes; a list repeats its key.
enum class AttributeKey : std::uint8_t {
    alias,          ///< Any node: another name it answers to.
    party_kind,     ///< Party: to_string(PartyKind).
    code,           ///< Court: table id; jurisdiction: ISO code; technology: taxonomy id.
    cause,          ///< Lawsuit.
    case_kind,      ///< Lawsuit: to_string(CaseKind).
    status,         ///< Lawsuit: to_string(CaseStatus) by its latest event.
    docket_number,  ///< Lawsuit.
    caption,        ///< Lawsuit: the caption as an article prints it.
    count_low,      ///< Lawsuit, of a group: fewest proceedings, decimal.
    count_high,     ///< Lawsuit, of a group: most proceedings, decimal, "" if unbounded.
    patents_low,    ///< Lawsuit: fewest patents asserted, decimal.
    patents_high,   ///< Lawsuit: most, decimal, "" if unbounded.
    filed_words,    ///< Lawsuit: the words behind the filing date.
    event,  ///< Lawsuit: "status interval detail", for example "settled 2025-03-31 licence".
    court_candidate,  ///< Lawsuit: table id of a court that the words may mean.
    publisher,        ///< Article.
    title,            ///< Article.
    url,              ///< Article.
    role,             ///< Lawsuit: "role name" of a party that is on no side: "intervenor Zephra".
    countersuit       ///< Lawsuit that answers another: to_string(CountersuitForm).
};
inline constexpr std::size_t attribute_key_count = 20;
std::string_view to_string(AttributeKey key) noexcept;  ///< "docket_number"
std::optional<AttributeKey> attribute_key_from_string(std::string_view text) noexcept;

/// One quotation behind an edge. Views live as long as the graph.
struct EvidenceView {
    NodeId article{};
    std::uint32_t begin = 0;  ///< Byte offset into the article's text.
    std::uint32_t end = 0;    ///< One past the last byte.
    std::string_view quote;
    std::string_view rule;
    Confidence confidence{};
};

/// All of an edge but its evidence.
struct EdgeView {
    EdgeId id{};
    NodeId source{};
    NodeId target{};
    EdgeKind kind{};
    Confidence confidence{};        ///< The surest of its evidence.
    std::optional<NodeId> lawsuit;  ///< The case it belongs to, for edges between parties.
    DateInterval when;              ///< Unknown if no source gives a date.
};

/// Immutable after GraphBuilder made it: const calls may run concurrently. Move-only. Views and
/// references stay valid for the life of the graph (a move keeps them valid).
class KnowledgeGraph {
  public:
    KnowledgeGraph();  ///< The empty graph.
    KnowledgeGraph(KnowledgeGraph&&) noexcept;
    KnowledgeGraph& operator=(KnowledgeGraph&&) noexcept;
    ~KnowledgeGraph();

    std::size_t node_count() const noexcept { return adjacency_->node_count(); }
    std::size_t edge_count() const noexcept { return adjacency_->edge_count(); }

    NodeKind kind(NodeId id) const noexcept;
    std::string_view name(NodeId id) const noexcept;  ///< Display name: "Amazon v. Nokia".
    /// Stable external id, unique in the graph and independent of other articles where possible:
    /// "party:amazon", "court:ded", "lawsuit:amazon-v-nokia-2024".
    std::string_view slug(NodeId id) const noexcept;
    /// First value of `key`, nothing if the node has none.
    std::optional<std::string_view> attribute(NodeId id, AttributeKey key) const noexcept;
    /// Every attribute, ordered by key, then by value.
    std::vector<std::pair<AttributeKey, std::string_view>> attributes(NodeId id) const;
    /// Lawsuit: when filed. Article: when published. Otherwise, and if not told, unknown.
    DateInterval when(NodeId id) const noexcept;

    EdgeView edge(EdgeId id) const noexcept;
    /// At least one for every edge that resolution made; the most telling first.
    std::size_t evidence_count(EdgeId id) const noexcept;
    EvidenceView evidence(EdgeId id, std::size_t position) const noexcept;

    /// Number of edges that begin or end here; a loop counts twice.
    std::size_t degree(NodeId id) const noexcept;
    /// Edges that begin or end here (a loop twice): party-party first, then the rest, each by first
    /// possible day, then by id, undated ones last. O(degree). Hot loops use adjacency() instead.
    std::vector<EdgeId> incident_edges(NodeId id) const;

    /// The half-edges as flat columns, for searches.
    const Adjacency& adjacency() const noexcept { return *adjacency_; }
    /// Every half-edge that leaves its node; that leads to its node.
    const HalfEdgeFilter<true, false>& outgoing() const noexcept;
    const HalfEdgeFilter<true, false>& incoming() const noexcept;

    /// Nodes whose name or alias has the same normal form as `name`, ascending. O(log names).
    std::vector<NodeId> find(std::string_view name) const;
    /// The node with exactly this slug.
    std::optional<NodeId> find_slug(std::string_view slug) const noexcept;
    /// Nodes of which a name or alias begins with `prefix` (normal forms), most connected first.
    std::vector<NodeId> complete(std::string_view prefix, std::size_t limit) const;
    /// Nodes with a name or alias at most two edits away (a swap of neighbours is one), and one per
    /// three letters (of normal forms); nearest first, then most connected; at most `limit`. For
    /// "did you mean". Does not look at every name.
    std::vector<NodeId> similar(std::string_view name, std::size_t limit) const;

    struct Columns;  ///< The storage; defined in src, for GraphBuilder and the archive.
    const Columns& columns() const noexcept { return *columns_; }
    explicit KnowledgeGraph(std::unique_ptr<Columns> columns) noexcept;

  private:
    std::unique_ptr<Columns> columns_;
    const Adjacency* adjacency_;  // of the columns: small questions cannot afford a call for it
};

/// Normal form of a name for look-up: case, diacritics, punctuation and legal forms (Inc, GmbH)
/// folded, "&" as "and". "Amazon.com, Inc." gives "amazon com". Never empty unless `name` has no
/// letter or digit.
std::string normal_form(std::string_view name);

}  // namespace litigraph
