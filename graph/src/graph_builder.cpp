// Nodes and edges go straight into their columns. Attributes and evidence are rows until freeze(),
// which sorts them by owner; then come the half-edges and the two name indexes.
#include "columns.hpp"
#include "grouped.hpp"
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

struct Attribute {
    NodeId node{};
    AttributeKey key{};
    TextId text{};
};

constexpr std::size_t index_limit = std::numeric_limits<std::uint32_t>::max();

/// Begins of the runs of items that share an owner; empty if there are no items.
template <class Items, class OwnerOf>
Column<std::uint32_t> begins_by(const Items& items, std::size_t owners, OwnerOf owner_of) {
    Column<std::uint32_t> begins;
    if (!items.empty()) {
        begins.assign(owners + 1, 0);
        for (const auto& item : items) {
            ++begins[to_index(owner_of(item)) + 1];
        }
        std::partial_sum(begins.begin(), begins.end(), begins.begin());
    }
    return begins;
}

/// Puts the column in the order of the indices.
template <class T>
void reorder(Column<T>& column, const Column<std::uint32_t>& order) {
    Column<T> ordered(order.size());
    std::ranges::transform(order, ordered.begin(), [&](std::uint32_t i) { return column[i]; });
    column = std::move(ordered);
}

/// Calls the function with each column that has one row an edge.
template <class Columns, class Function>
void for_each_edge_column(Columns& columns, Function function) {
    function(columns.edge_source);
    function(columns.edge_target);
    function(columns.edge_kind);
    function(columns.edge_lawsuit);
    function(columns.edge_confidence);
    function(columns.edge_first);
    function(columns.edge_last);
}

template <class F>
void for_each_evidence_column(KnowledgeGraph::Columns& columns, F function) {
    function(columns.evidence_article);
    function(columns.evidence_from);
    function(columns.evidence_to);
    function(columns.evidence_quote);
    function(columns.evidence_rule);
    function(columns.evidence_confidence);
}

/// The keys of an interval, and whether they stand for other days.
struct DayKeys {
    DayKey first = undated;
    DayKey last = undated;
    bool are_clamped = false;

    explicit DayKeys(DateInterval when) {
        if (when.is_unknown()) {
            return;
        }
        const auto is_clamped = [](DayKey key) {
            return key == day_key_before || key == day_key_after;
        };
        first = std::min(day_key(when.first), day_key_after);
        last = std::max(day_key(when.last), day_key_before);
        are_clamped = is_clamped(first) || is_clamped(last);
    }
};

/// Where each part begins in a list of all, and where the last one ends.
template <class Part, class Size>
std::vector<std::size_t> begins_of(std::span<const Part> parts, std::size_t begin, Size size) {
    std::vector<std::size_t> begins{begin};
    for (const Part& part : parts) {
        begins.push_back(begins.back() + size(part));
    }
    return begins;
}

}  // namespace

struct GraphBuilder::Parts {
    std::unique_ptr<KnowledgeGraph::Columns> columns = std::make_unique<KnowledgeGraph::Columns>();
    TextInterner texts{columns->texts};
    Column<Attribute> attributes;
    Column<EdgeId> evidence_edge;  // by quotation

    void set_edge(std::size_t index, const EdgeRow& row, Column<FarDate>& far_dates);
    void set_evidence(std::size_t index, EdgeId edge, const SharedEvidence& evidence);
    void resize_edges(std::size_t count);
    void resize_evidence(std::size_t count);
    std::optional<Error> limit_error() const;
    void freeze_dates();
    void freeze_attributes(unsigned threads);
    void sort_attributes(unsigned threads);
    void freeze_evidence(unsigned threads);
    void sort_evidence();
};

GraphBuilder::GraphBuilder() : parts_(std::make_unique<Parts>()) {}
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;
GraphBuilder::~GraphBuilder() = default;

void GraphBuilder::reserve(std::size_t nodes, std::size_t edges, std::size_t quotations) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    c.node_kind.reserve(nodes);
    c.node_first.reserve(nodes);
    c.node_last.reserve(nodes);
    c.names.ends.reserve(nodes);
    c.slugs.ends.reserve(nodes);
    for_each_edge_column(c, [edges](auto& column) { column.reserve(edges); });
    for_each_evidence_column(c, [quotations](auto& column) { column.reserve(quotations); });
    parts_->evidence_edge.reserve(quotations);
}

NodeId GraphBuilder::add_node(NodeKind kind, std::string_view name, std::string_view slug,
                              DateInterval when) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    const std::size_t index = c.node_kind.size();
    c.node_kind.push_back(kind);
    c.names.push_back(name);
    c.slugs.push_back(slug);
    c.node_first.push_back(when.first);
    c.node_last.push_back(when.last);
    return static_cast<NodeId>(index);
}

void GraphBuilder::add_nodes(std::span<const NodeRows> parts, unsigned threads) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    for (const NodeRows& part : parts) {
        const std::size_t first = c.node_kind.size();
        const std::span<const NodeRow> nodes = part.nodes;
        c.node_kind.resize(first + nodes.size());
        c.node_first.resize(c.node_kind.size());
        c.node_last.resize(c.node_kind.size());
        for_each_index(nodes.size(), threads, [&](std::size_t i) {
            c.node_kind[first + i] = nodes[i].kind;
            c.node_first[first + i] = nodes[i].when.first;
            c.node_last[first + i] = nodes[i].when.last;
        });
        c.names.append(
            nodes.size(), threads, [&](std::size_t i) { return nodes[i].name.size(); },
            [&](std::size_t i, char* to) { std::ranges::copy(nodes[i].name, to); });
        c.slugs.append(
            nodes.size(), threads, [](std::size_t) { return std::size_t{0}; },
            [](std::size_t, char*) {});
        auto attribute = part.attributes.begin();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            for (const auto end = attribute + nodes[i].attributes; attribute != end; ++attribute) {
                add_attribute(static_cast<NodeId>(first + i), attribute->key,
                              attribute->text ? *attribute->text : add_text(attribute->words));
            }
        }
    }
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
    const std::size_t index = parts_->columns->edge_kind.size();
    parts_->resize_edges(index + 1);
    parts_->set_edge(index, {source, target, lawsuit, when, kind, confidence, 0},
                     parts_->columns->far_dates);
    return static_cast<EdgeId>(index);
}

void GraphBuilder::add_edges(std::span<const EdgeRows> parts, unsigned threads) {
    KnowledgeGraph::Columns& c = *parts_->columns;
    const auto edges = begins_of(parts, c.edge_kind.size(),
                                 [](const EdgeRows& part) { return part.edges.size(); });
    const auto evidence = begins_of(parts, c.evidence_article.size(),
                                    [](const EdgeRows& part) { return part.evidence.size(); });
    parts_->resize_edges(edges.back());
    parts_->resize_evidence(evidence.back());
    std::vector<Column<FarDate>> far_dates(parts.size());
    const auto add = [&](std::size_t at) {
        const EdgeRows& part = parts[at];
        std::size_t next = 0;
        for (std::size_t i = 0; i < part.edges.size(); ++i) {
            parts_->set_edge(edges[at] + i, part.edges[i], far_dates[at]);
            const auto id = static_cast<EdgeId>(edges[at] + i);
            for (const std::size_t end = next + part.edges[i].evidence; next < end; ++next) {
                parts_->set_evidence(evidence[at] + next, id, part.evidence[next]);
            }
        }
    };
    for_each_chunk(parts.size(), threads, 1,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       for (std::size_t at = begin; at < end; ++at) {
                           add(at);
                       }
                   });
    for (const Column<FarDate>& of_part : far_dates) {
        c.far_dates.insert(c.far_dates.end(), of_part.begin(), of_part.end());
    }
}

void GraphBuilder::Parts::resize_edges(std::size_t count) {
    for_each_edge_column(*columns, [count](auto& column) { column.resize(count); });
}

void GraphBuilder::Parts::set_edge(std::size_t index, const EdgeRow& row,
                                   Column<FarDate>& far_dates) {
    KnowledgeGraph::Columns& c = *columns;
    assert(to_index(row.source) < c.node_kind.size() && to_index(row.target) < c.node_kind.size());
    assert(
        may_join(row.kind, c.node_kind[to_index(row.source)], c.node_kind[to_index(row.target)]));
    assert(!row.lawsuit || c.node_kind[to_index(*row.lawsuit)] == NodeKind::lawsuit);
    const DayKeys days(row.when);
    if (days.are_clamped) {
        far_dates.push_back({static_cast<EdgeId>(index), row.when.first, row.when.last});
    }
    c.edge_source[index] = row.source;
    c.edge_target[index] = row.target;
    c.edge_kind[index] = row.kind;
    c.edge_lawsuit[index] = row.lawsuit.value_or(no_node);
    c.edge_confidence[index] = row.confidence;
    c.edge_first[index] = days.first;
    c.edge_last[index] = days.last;
}

void GraphBuilder::Parts::resize_evidence(std::size_t count) {
    evidence_edge.resize(count);
    for_each_evidence_column(*columns, [count](auto& column) { column.resize(count); });
}

void GraphBuilder::Parts::set_evidence(std::size_t index, EdgeId edge,
                                       const SharedEvidence& evidence) {
    KnowledgeGraph::Columns& c = *columns;
    assert(to_index(edge) < c.edge_kind.size());
    assert(to_index(evidence.article) < c.node_kind.size());
    evidence_edge[index] = edge;
    c.evidence_article[index] = evidence.article;
    c.evidence_from[index] = evidence.begin;
    c.evidence_to[index] = evidence.end;
    c.evidence_quote[index] = evidence.quote;
    c.evidence_rule[index] = evidence.rule;
    c.evidence_confidence[index] = evidence.confidence;
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
    const std::size_t index = parts_->evidence_edge.size();
    parts_->resize_evidence(index + 1);
    parts_->set_evidence(index, edge, evidence);
}

TextId GraphBuilder::add_text(std::string_view text) { return parts_->texts.add(text); }

TextId GraphBuilder::add_texts(std::span<const std::string_view> texts, unsigned threads) {
    TextTable& table = parts_->columns->texts;
    const auto first = static_cast<TextId>(table.size());
    table.append(
        texts.size(), threads, [&](std::size_t i) { return texts[i].size(); },
        [&](std::size_t i, char* to) { std::ranges::copy(texts[i], to); });
    return first;
}

std::optional<Error> GraphBuilder::Parts::limit_error() const {
    const struct {
        const char* what;
        std::size_t count;
    } counts[] = {{"nodes", columns->node_kind.size() + attributes.size()},
                  {"edge ends", 2 * columns->edge_kind.size()},
                  {"quotations", evidence_edge.size()},
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

/// Columns that would hold nothing but their default become empty.
void GraphBuilder::Parts::freeze_dates() {
    KnowledgeGraph::Columns& c = *columns;
    if (c.edge_first == c.edge_last) {
        c.edge_last = {};
    }
    const auto is_default = [](Day day) { return [day](Day it) { return it == day; }; };
    if (std::ranges::all_of(c.node_first, is_default(beginning_of_time)) &&
        std::ranges::all_of(c.node_last, is_default(end_of_time))) {
        c.node_first = {};
        c.node_last = {};
    }
}

void GraphBuilder::Parts::freeze_attributes(unsigned threads) {
    if (!std::ranges::is_sorted(attributes, {}, &Attribute::node)) {
        std::ranges::stable_sort(attributes, {}, &Attribute::node);
    }
    KnowledgeGraph::Columns& c = *columns;
    c.attribute_begin = begins_by(attributes, c.node_kind.size(),
                                  [](const Attribute& attribute) { return attribute.node; });
    sort_attributes(threads);
    c.attribute_node.resize(attributes.size());
    c.attribute_key.resize(attributes.size());
    c.attribute_text.resize(attributes.size());
    for_each_index(attributes.size(), threads, [&](std::size_t i) {
        c.attribute_node[i] = attributes[i].node;
        c.attribute_key[i] = attributes[i].key;
        c.attribute_text[i] = attributes[i].text;
    });
}

/// Those of each node by key and value.
void GraphBuilder::Parts::sort_attributes(unsigned threads) {
    const Column<std::uint32_t>& begins = columns->attribute_begin;
    const auto text_of = [this](const Attribute& attribute) {
        return columns->texts[static_cast<std::size_t>(attribute.text)];
    };
    if (begins.empty()) {
        return;
    }
    for_each_group(begins, threads, [&](std::size_t node) {
        std::sort(attributes.begin() + begins[node], attributes.begin() + begins[node + 1],
                  [&](const Attribute& a, const Attribute& b) {
                      return a.key != b.key ? a.key < b.key : text_of(a) < text_of(b);
                  });
    });
}

void GraphBuilder::Parts::freeze_evidence(unsigned threads) {
    KnowledgeGraph::Columns& c = *columns;
    if (!std::ranges::is_sorted(evidence_edge)) {
        sort_evidence();
    }
    c.evidence_begin =
        begins_by(evidence_edge, c.edge_kind.size(), [](EdgeId edge) { return edge; });
    if (c.evidence_begin.empty()) {
        return;
    }
    for_each_index(c.edge_kind.size(), threads, [&](std::size_t edge) {
        const auto begin = c.evidence_confidence.begin() + c.evidence_begin[edge];
        const auto end = c.evidence_confidence.begin() + c.evidence_begin[edge + 1];
        if (begin != end) {
            c.edge_confidence[edge] = *std::min_element(begin, end);  // the surest
        }
    });
}

/// By edge; those of one edge stay in their order.
void GraphBuilder::Parts::sort_evidence() {
    Column<std::uint32_t> order(evidence_edge.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [this](std::uint32_t i) { return evidence_edge[i]; });
    reorder(evidence_edge, order);
    for_each_evidence_column(*columns, [&](auto& column) { reorder(column, order); });
}

Result<KnowledgeGraph> GraphBuilder::freeze(unsigned threads) && {
    const std::unique_ptr<Parts> parts = std::move(parts_);
    if (std::optional<Error> error = parts->limit_error()) {
        return std::move(*error);
    }
    parts->freeze_dates();
    parts->freeze_attributes(threads);
    parts->freeze_evidence(threads);
    KnowledgeGraph::Columns& columns = *parts->columns;
    const NormalForms forms(columns, threads);
    settle_slugs(columns, forms, threads);
    if (!columns.slugs.has_room()) {
        return Error{.code = ErrorCode::limit_exceeded,
                     .message = "The external ids made of names are longer than 4 GiB."};
    }
    columns.by_name = forms.sorted(threads);
    build_adjacency(columns, threads);
    return KnowledgeGraph(std::move(parts->columns));
}

}  // namespace litigraph
