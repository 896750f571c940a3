#include "columns.hpp"
#include "name_index.hpp"
#include <litigraph/graph/knowledge_graph.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace litigraph {

namespace {

constexpr std::array<std::string_view, attribute_key_count> attribute_spellings{
    "alias",       "party_kind",    "code",        "cause",     "case_kind",
    "status",      "docket_number", "caption",     "count_low", "count_high",
    "patents_low", "patents_high",  "filed_words", "event",     "court_candidate",
    "publisher",   "title",         "url",         "role",      "countersuit"};

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// [begins[i], begins[i + 1]); nothing if the column was left empty.
Range range_at(const Column<std::uint32_t>& begins, std::size_t i) noexcept {
    return begins.empty() ? Range{} : Range{begins[i], begins[i + 1]};
}

std::string_view text(const KnowledgeGraph::Columns& columns, TextId id) noexcept {
    return columns.texts[static_cast<std::size_t>(id)];
}

}  // namespace

std::string_view to_string(AttributeKey key) noexcept {
    return attribute_spellings[static_cast<std::size_t>(key)];
}

std::optional<AttributeKey> attribute_key_from_string(std::string_view spelling) noexcept {
    const auto found = std::ranges::find(attribute_spellings, spelling);
    if (found == attribute_spellings.end()) {
        return std::nullopt;
    }
    return static_cast<AttributeKey>(found - attribute_spellings.begin());
}

KnowledgeGraph::KnowledgeGraph() : KnowledgeGraph(std::make_unique<Columns>()) {
    columns_->runs.push_back(0);
    columns_->bind_adjacency();
}
KnowledgeGraph::KnowledgeGraph(std::unique_ptr<Columns> columns) noexcept
    : columns_(std::move(columns)), adjacency_(&columns_->adjacency) {}
KnowledgeGraph::KnowledgeGraph(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph& KnowledgeGraph::operator=(KnowledgeGraph&&) noexcept = default;
KnowledgeGraph::~KnowledgeGraph() = default;

NodeKind KnowledgeGraph::kind(NodeId id) const noexcept {
    assert(to_index(id) < node_count());
    return columns_->node_kind[to_index(id)];
}

std::string_view KnowledgeGraph::name(NodeId id) const noexcept {
    assert(to_index(id) < node_count());
    return columns_->names[to_index(id)];
}

std::string_view KnowledgeGraph::slug(NodeId id) const noexcept {
    assert(to_index(id) < node_count());
    return columns_->slugs[to_index(id)];
}

std::optional<std::string_view> KnowledgeGraph::attribute(NodeId id,
                                                          AttributeKey key) const noexcept {
    assert(to_index(id) < node_count());
    const Range range = range_at(columns_->attribute_begin, to_index(id));
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (columns_->attribute_key[i] == key) {
            return text(*columns_, columns_->attribute_text[i]);
        }
    }
    return std::nullopt;
}

std::vector<std::pair<AttributeKey, std::string_view>> KnowledgeGraph::attributes(NodeId id) const {
    assert(to_index(id) < node_count());
    std::vector<std::pair<AttributeKey, std::string_view>> all;
    const Range range = range_at(columns_->attribute_begin, to_index(id));
    for (std::size_t i = range.begin; i < range.end; ++i) {
        all.emplace_back(columns_->attribute_key[i], text(*columns_, columns_->attribute_text[i]));
    }
    return all;
}

DateInterval KnowledgeGraph::when(NodeId id) const noexcept {
    assert(to_index(id) < node_count());
    if (columns_->node_first.empty()) {
        return {};
    }
    return {columns_->node_first[to_index(id)], columns_->node_last[to_index(id)]};
}

EdgeView KnowledgeGraph::edge(EdgeId id) const noexcept {
    const std::size_t i = to_index(id);
    assert(i < edge_count());
    EdgeView view{.id = id,
                  .source = columns_->edge_source[i],
                  .target = columns_->edge_target[i],
                  .kind = columns_->edge_kind[i],
                  .confidence = columns_->edge_confidence[i],
                  .lawsuit = std::nullopt,
                  .when = columns_->adjacency.when(id)};
    if (columns_->edge_lawsuit[i] != no_node) {
        view.lawsuit = columns_->edge_lawsuit[i];
    }
    return view;
}

std::size_t KnowledgeGraph::evidence_count(EdgeId id) const noexcept {
    assert(to_index(id) < edge_count());
    const Range range = range_at(columns_->evidence_begin, to_index(id));
    return range.end - range.begin;
}

EvidenceView KnowledgeGraph::evidence(EdgeId id, std::size_t position) const noexcept {
    assert(position < evidence_count(id));
    const std::size_t i = range_at(columns_->evidence_begin, to_index(id)).begin + position;
    return {.article = columns_->evidence_article[i],
            .begin = columns_->evidence_from[i],
            .end = columns_->evidence_to[i],
            .quote = text(*columns_, columns_->evidence_quote[i]),
            .rule = text(*columns_, columns_->evidence_rule[i]),
            .confidence = columns_->evidence_confidence[i]};
}

std::size_t KnowledgeGraph::degree(NodeId id) const noexcept {
    assert(to_index(id) < node_count());
    return columns_->runs[2 * to_index(id) + 2] - columns_->runs[2 * to_index(id)];
}

std::vector<EdgeId> KnowledgeGraph::incident_edges(NodeId id) const {
    assert(to_index(id) < node_count());
    const auto run =
        std::span(columns_->half_edge).subspan(columns_->runs[2 * to_index(id)], degree(id));
    return {run.begin(), run.end()};
}

const HalfEdgeFilter<true, false>& KnowledgeGraph::outgoing() const noexcept {
    return columns_->outgoing;
}
const HalfEdgeFilter<true, false>& KnowledgeGraph::incoming() const noexcept {
    return columns_->incoming;
}

std::vector<NodeId> KnowledgeGraph::find(std::string_view name) const {
    return NameIndex(*columns_).find(name);
}

std::optional<NodeId> KnowledgeGraph::find_slug(std::string_view slug) const noexcept {
    const auto slug_of = [this](NodeId id) { return columns_->slugs[to_index(id)]; };
    const auto found = std::ranges::lower_bound(columns_->by_slug, slug, {}, slug_of);
    if (found == columns_->by_slug.end() || slug_of(*found) != slug) {
        return std::nullopt;
    }
    return *found;
}

std::vector<NodeId> KnowledgeGraph::complete(std::string_view prefix, std::size_t limit) const {
    return NameIndex(*columns_).complete(prefix, limit);
}

std::vector<NodeId> KnowledgeGraph::similar(std::string_view name, std::size_t limit) const {
    return NameIndex(*columns_).similar(name, limit);
}

}  // namespace litigraph
