// Nodes and edges go straight into their columns. Attributes and evidence are rows until freeze(),
// which sorts them by owner; then come the half-edges and the two name indexes.
#include "columns.hpp"
#include "normal_forms.hpp"
#include "parallel.hpp"
#include "slugs.hpp"
#include "text_interner.hpp"
#include <litigraph/graph/graph_builder.hpp>

#include <algorithm>
#include <cassert>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace litigraph {

namespace {

struct AttributeRow {
    NodeId node{};
    AttributeKey key{};
    TextId text{};
};

struct EvidenceRow {
    EdgeId edge{};
    SharedEvidence shown;
};

constexpr std::size_t index_limit = std::numeric_limits<std::uint32_t>::max();

/// Begins of the runs of rows that share an owner; empty if there are no rows.
template <class Rows, class Owner>
Column<std::uint32_t> begins_by(const Rows& rows, std::size_t owners, Owner owner) {
    Column<std::uint32_t> begins;
    if (!rows.empty()) {
        begins.assign(owners + 1, 0);
        for (const auto& row : rows) {
            ++begins[to_index(row.*owner) + 1];
        }
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
    }
    return begins;
}

template <class Rows, class Field, class T>
void take_column(Column<T>& column, const Rows& rows, Field field) {
    column.resize(rows.size());
    std::ranges::transform(rows, column.begin(), field);
}

}  // namespace

struct GraphBuilder::Parts {
    std::unique_ptr<KnowledgeGraph::Columns> columns = std::make_unique<KnowledgeGraph::Columns>();
    TextInterner texts{columns->texts};
    Column<AttributeRow> attributes;
    Column<EvidenceRow> evidence;

    void add_date(DateInterval when);
    std::optional<Error> limit_error() const;
    void freeze_attributes(unsigned threads);
    void sort_attributes(unsigned threads);
    void freeze_evidence();
};

GraphBuilder::GraphBuilder() : parts_(std::make_unique<Parts>()) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

void GraphBuilder::reserve(std::size_t nodes, std::size_t edges) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    c.node_kind.reserve(nodes);
    c.names.ends.reserve(nodes);
    c.slugs.ends.reserve(nodes);
    c.edge_source.reserve(edges);
    c.edge_target.reserve(edges);
    c.edge_kind.reserve(edges);
    c.edge_lawsuit.reserve(edges);
    c.edge_confidence.reserve(edges);
    c.edge_first.reserve(edges);
}

NodeId GraphBuilder::add_node(NodeKind kind, std::string_view name, std::string_view slug,
                              DateInterval when) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    const std::size_t index = c.node_kind.size();
    c.node_kind.push_back(kind);
    c.names.push_back(name);
    c.slugs.push_back(slug);
    if (!when.is_unknown() && c.node_first.empty()) {
        c.node_first.assign(index, beginning_of_time);
        c.node_last.assign(index, end_of_time);
    }
    if (!when.is_unknown() || !c.node_first.empty()) {
        c.node_first.push_back(when.first);
        c.node_last.push_back(when.last);
    }
    return static_cast<NodeId>(index);
}

void GraphBuilder::add_attribute(NodeId node, AttributeKey key, std::string_view value) {
    add_attribute(node, key, add_text(value));
}

void GraphBuilder::add_attribute(NodeId node, AttributeKey key, TextId value) {
    assert(to_index(node) < parts_->columns->node_kind.size());
    parts_->attributes.push_back({node, key, value});
}

EdgeId GraphBuilder::add_edge(NodeId source, EdgeKind kind, NodeId target, DateInterval when,
                              std::optional<NodeId> lawsuit, Confidence confidence) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    assert(to_index(source) < c.node_kind.size() && to_index(target) < c.node_kind.size());
    assert(may_join(kind, c.node_kind[to_index(source)], c.node_kind[to_index(target)]));
    assert(!lawsuit || c.node_kind[to_index(*lawsuit)] == NodeKind::lawsuit);
    const auto id = static_cast<EdgeId>(c.edge_kind.size());
    parts_->add_date(when);
    c.edge_source.push_back(source);
    c.edge_target.push_back(target);
    c.edge_kind.push_back(kind);
    c.edge_lawsuit.push_back(lawsuit.value_or(no_node));
    c.edge_confidence.push_back(confidence);
    return id;
}

void GraphBuilder::Parts::add_date(DateInterval when) {
    KnowledgeGraph::Columns& c = *columns;
    const std::size_t index = c.edge_first.size();
    DayKey first = std::min(day_key(when.first), day_key_after);
    DayKey last = std::max(day_key(when.last), day_key_before);
    const auto is_clamped = [](DayKey key) {
        return key == day_key_before || key == day_key_after;
    };
    if (when.is_unknown()) {
        first = last = undated;
    } else if (is_clamped(first) || is_clamped(last)) {
        c.far_dates.push_back({static_cast<EdgeId>(index), when.first, when.last});
    }
    if (first != last && c.edge_last.empty()) {
        c.edge_last.assign(c.edge_first.begin(), c.edge_first.end());
        c.edge_last.reserve(c.edge_first.capacity());
    }
    if (first != last || !c.edge_last.empty()) {
        c.edge_last.push_back(last);
    }
    c.edge_first.push_back(first);
}

void GraphBuilder::add_evidence(EdgeId edge, NodeId article, const Evidence& evidence) {
    add_evidence(edge, {article, evidence.begin, evidence.end, evidence.quote, evidence.rule,
                        evidence.confidence});
}

void GraphBuilder::add_evidence(EdgeId edge, const EvidenceView& evidence) {
    add_evidence(edge, SharedEvidence{.article = evidence.article,
                                      .begin = evidence.begin,
                                      .end = evidence.end,
                                      .quote = add_text(evidence.quote),
                                      .rule = add_text(evidence.rule),
                                      .confidence = evidence.confidence});
}

void GraphBuilder::add_evidence(EdgeId edge, const SharedEvidence& evidence) {
    assert(to_index(edge) < parts_->columns->edge_kind.size());
    assert(to_index(evidence.article) < parts_->columns->node_kind.size());
    parts_->evidence.push_back({edge, evidence});
}

TextId GraphBuilder::add_text(std::string_view text) { return parts_->texts.add(text); }

TextId GraphBuilder::add_texts(std::span<const std::string_view> texts, unsigned threads) {
    TextTable& table = parts_->columns->texts;
    const auto first = static_cast<TextId>(table.size());
    table.append(texts, threads);
    return first;
}

std::optional<Error> GraphBuilder::Parts::limit_error() const {
    const struct {
        const char* what;
        std::size_t count;
    } counts[] = {{"nodes", columns->node_kind.size() + attributes.size()},
                  {"edge ends", 2 * columns->edge_kind.size()},
                  {"quotations", evidence.size()},
                  {"bytes of names", columns->names.bytes.size()},
                  {"bytes of external ids", columns->slugs.bytes.size()},
                  {"bytes of quotations and attributes", columns->texts.bytes.size()}};
    for (const auto& [what, count] : counts) {
        if (count >= index_limit) {
            return Error{.code = ErrorCode::limit_exceeded,
                         .message = "A graph holds fewer than " + std::to_string(index_limit) +
                                    ' ' + what + ", but was given " + std::to_string(count) + '.'};
        }
    }
    return std::nullopt;
}

void GraphBuilder::Parts::freeze_attributes(unsigned threads) {
    if (!std::ranges::is_sorted(attributes, {}, &AttributeRow::node)) {
        std::ranges::stable_sort(attributes, {}, &AttributeRow::node);
    }
    columns->attribute_begin =
        begins_by(attributes, columns->node_kind.size(), &AttributeRow::node);
    sort_attributes(threads);
    take_column(columns->attribute_node, attributes, &AttributeRow::node);
    take_column(columns->attribute_key, attributes, &AttributeRow::key);
    take_column(columns->attribute_text, attributes, &AttributeRow::text);
}

/// Those of each node by key and value.
void GraphBuilder::Parts::sort_attributes(unsigned threads) {
    const Column<std::uint32_t>& begins = columns->attribute_begin;
    const auto text_of = [this](const AttributeRow& row) {
        return columns->texts[static_cast<std::size_t>(row.text)];
    };
    for_each_index(begins.empty() ? 0 : begins.size() - 1, threads, [&](std::size_t node) {
        std::sort(attributes.begin() + begins[node], attributes.begin() + begins[node + 1],
                  [&](const AttributeRow& a, const AttributeRow& b) {
                      return a.key != b.key ? a.key < b.key : text_of(a) < text_of(b);
                  });
    });
}

void GraphBuilder::Parts::freeze_evidence() {
    if (!std::ranges::is_sorted(evidence, {}, &EvidenceRow::edge)) {
        std::ranges::stable_sort(evidence, {}, &EvidenceRow::edge);
    }
    KnowledgeGraph::Columns& c = *columns;
    const auto shown = [](auto field) {
        return [field](const EvidenceRow& row) { return row.shown.*field; };
    };
    c.evidence_begin = begins_by(evidence, c.edge_kind.size(), &EvidenceRow::edge);
    take_column(c.evidence_article, evidence, shown(&SharedEvidence::article));
    take_column(c.evidence_from, evidence, shown(&SharedEvidence::begin));
    take_column(c.evidence_to, evidence, shown(&SharedEvidence::end));
    take_column(c.evidence_quote, evidence, shown(&SharedEvidence::quote));
    take_column(c.evidence_rule, evidence, shown(&SharedEvidence::rule));
    take_column(c.evidence_confidence, evidence, shown(&SharedEvidence::confidence));
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        Confidence& surest = c.edge_confidence[to_index(evidence[i].edge)];
        const bool is_first = i == 0 || evidence[i - 1].edge != evidence[i].edge;
        const Confidence confidence = evidence[i].shown.confidence;
        surest = is_first ? confidence : std::min(surest, confidence);
    }
}

Result<KnowledgeGraph> GraphBuilder::freeze(unsigned threads) && {
    const std::unique_ptr<Parts> parts = std::move(parts_);
    if (std::optional<Error> error = parts->limit_error()) {
        return std::move(*error);
    }
    parts->freeze_attributes(threads);
    parts->freeze_evidence();
    KnowledgeGraph::Columns& columns = *parts->columns;
    const NormalForms forms(columns, threads);
    settle_slugs(columns, forms, threads);
    if (!columns.slugs.has_room()) {
        return Error{.code = ErrorCode::limit_exceeded,
                     .message = "The external ids made of names are longer than 4 GiB."};
    }
    columns.by_name = forms.sorted(threads);
    build_adjacency(columns);
    return KnowledgeGraph(std::move(parts->columns));
}

}  // namespace litigraph
