#include "interchange_columns.hpp"

#include <litigraph/query/cases.hpp>

#include <optional>
#include <set>

namespace litigraph::query::detail {
namespace {

std::string day_text(Day day) {
    return day == beginning_of_time || day == end_of_time ? "" : to_string(day);
}

std::string text_of(std::optional<std::string_view> text) { return std::string(text.value_or("")); }

bool is_article(const KnowledgeGraph& graph, NodeId node) {
    return graph.kind(node) == NodeKind::article;
}

template <AttributeKey key>
std::string attribute(const KnowledgeGraph& graph, NodeId node) {
    return text_of(graph.attribute(node, key));
}

std::string aliases(const KnowledgeGraph& graph, NodeId node) {
    std::string all;
    for (const auto& [key, value] : graph.attributes(node)) {
        if (key == AttributeKey::alias) {
            all += (all.empty() ? "" : ";") + std::string(value);
        }
    }
    return all;
}

template <bool of_article, bool is_first>
std::string day_of(const KnowledgeGraph& graph, NodeId node) {
    const DateInterval when = graph.when(node);
    return is_article(graph, node) == of_article ? day_text(is_first ? when.first : when.last) : "";
}

constexpr Column<NodeId> columns_of_nodes[] = {
    {"name", ColumnType::text,
     [](const KnowledgeGraph& g, NodeId n) { return std::string(g.name(n)); }},
    {"aliases", ColumnType::text, aliases},
    {"filed_from", ColumnType::day, day_of<false, true>},
    {"filed_to", ColumnType::day, day_of<false, false>},
    {"published", ColumnType::day, day_of<true, true>},
    {"status", ColumnType::text, attribute<AttributeKey::status>},
    {"cause", ColumnType::text, attribute<AttributeKey::cause>},
    {"docket_number", ColumnType::text, attribute<AttributeKey::docket_number>},
    {"code", ColumnType::text, attribute<AttributeKey::code>},
    {"count_low", ColumnType::whole_number, attribute<AttributeKey::count_low>},
    {"count_high", ColumnType::whole_number, attribute<AttributeKey::count_high>},
    {"url", ColumnType::text, attribute<AttributeKey::url>},
};

std::size_t article_count(const KnowledgeGraph& graph, EdgeId edge) {
    std::set<NodeId> articles;
    for (std::size_t i = 0; i < graph.evidence_count(edge); ++i) {
        articles.insert(graph.evidence(edge, i).article);
    }
    return articles.size();
}

/// Of the first quotation behind an edge.
template <class Part>
std::string of_evidence(const KnowledgeGraph& graph, EdgeId edge, Part part) {
    return graph.evidence_count(edge) == 0 ? "" : std::string(part(graph.evidence(edge, 0)));
}

constexpr Column<EdgeId> columns_of_edges[] = {
    {"status", ColumnType::text,
     [](const KnowledgeGraph& g, EdgeId e) {
         return std::string(to_string(g.edge(e).confidence));
     }},
    {"from", ColumnType::day,
     [](const KnowledgeGraph& g, EdgeId e) { return day_text(g.edge(e).when.first); }},
    {"to", ColumnType::day,
     [](const KnowledgeGraph& g, EdgeId e) { return day_text(g.edge(e).when.last); }},
    {"lawsuit", ColumnType::text,
     [](const KnowledgeGraph& g, EdgeId e) {
         const auto lawsuit = g.edge(e).lawsuit;
         return lawsuit ? std::string(g.slug(*lawsuit)) : "";
     }},
    {"quote", ColumnType::text,
     [](const KnowledgeGraph& g, EdgeId e) {
         return of_evidence(g, e, [](const EvidenceView& v) { return v.quote; });
     }},
    {"article", ColumnType::text,
     [](const KnowledgeGraph& g, EdgeId e) {
         return of_evidence(g, e, [&](const EvidenceView& v) { return g.slug(v.article); });
     }},
    {"begin", ColumnType::whole_number,
     [](const KnowledgeGraph& g, EdgeId e) {
         return of_evidence(g, e, [](const EvidenceView& v) { return std::to_string(v.begin); });
     }},
    {"end", ColumnType::whole_number,
     [](const KnowledgeGraph& g, EdgeId e) {
         return of_evidence(g, e, [](const EvidenceView& v) { return std::to_string(v.end); });
     }},
    {"sources", ColumnType::whole_number,
     [](const KnowledgeGraph& g, EdgeId e) { return std::to_string(article_count(g, e)); }},
};

}  // namespace

std::span<const Column<NodeId>> node_columns() noexcept { return columns_of_nodes; }

std::span<const Column<EdgeId>> edge_columns() noexcept { return columns_of_edges; }

std::string id_of(EdgeId edge) { return "e" + std::to_string(to_index(edge)); }

std::string display_name(const KnowledgeGraph& graph, NodeId node) {
    return graph.kind(node) == NodeKind::lawsuit ? title_of(graph, node)
                                                 : std::string(graph.name(node));
}

}  // namespace litigraph::query::detail
