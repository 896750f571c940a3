// GraphML and CSV show a node or an edge as a flat row of typed columns; both are made from one
// list of columns.

#include "utf8.hpp"
#include <litigraph/query/interchange.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/render.hpp>

#include <optional>
#include <ostream>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace litigraph::query {
namespace {

std::string day_text(Day day) {
    return day == beginning_of_time || day == end_of_time ? "" : to_string(day);
}

std::string text_of(std::optional<std::string_view> text) { return std::string(text.value_or("")); }

bool is_article(const KnowledgeGraph& graph, NodeId node) {
    return graph.kind(node) == NodeKind::article;
}

enum class ColumnType : std::uint8_t { text, day, whole_number };

/// A property of a node or an edge; "" where there is none.
template <class Id>
struct Column {
    std::string_view name;
    ColumnType type;
    std::string (*value)(const KnowledgeGraph&, Id);
};

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

constexpr Column<NodeId> node_columns[] = {
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

constexpr Column<EdgeId> edge_columns[] = {
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

std::string id_of(EdgeId edge) { return "e" + std::to_string(to_index(edge)); }

// ---- GraphML

/// Escaped; without what XML 1.0 cannot hold.
std::string xml_text(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const detail::CodePoint point = detail::decode(text, i);
        const std::string_view bytes = text.substr(i, point.length);
        i += point.length;
        if (!point.is_valid) {
            result += "\uFFFD";
        } else if (point.value == '&') {
            result += "&amp;";
        } else if (point.value == '<') {
            result += "&lt;";
        } else if (point.value == '>') {
            result += "&gt;";
        } else if (point.value == '"') {
            result += "&quot;";
        } else if (point.value == '\r') {
            result += "&#13;";
        } else if ((point.value >= 0x20 || point.value == '\n' || point.value == '\t') &&
                   point.value != 0xFFFE && point.value != 0xFFFF) {
            result += bytes;
        }
    }
    return result;
}

std::string_view xml_type(ColumnType type) {
    return type == ColumnType::whole_number ? "int" : "string";
}

template <class Id>
void write_keys(std::ostream& out, std::string_view element, std::span<const Column<Id>> columns) {
    const auto write = [&](std::string_view name, std::string_view type) {
        out << "  <key id=\"" << element[0] << '_' << name << "\" for=\"" << element
            << "\" attr.name=\"" << name << "\" attr.type=\"" << type << "\"/>\n";
    };
    write("type", "string");
    for (const Column<Id>& column : columns) {
        write(column.name, xml_type(column.type));
    }
}

template <class Id>
void write_data(std::ostream& out, const KnowledgeGraph& graph, Id id, std::string_view type,
                std::span<const Column<Id>> columns, char prefix) {
    const auto write = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            out << "      <data key=\"" << prefix << '_' << name << "\">" << xml_text(value)
                << "</data>\n";
        }
    };
    write("type", type);
    for (const Column<Id>& column : columns) {
        write(column.name, column.value(graph, id));
    }
}

// ---- CSV

std::string csv_field(std::string_view text) {
    const std::string valid = detail::made_valid(text);
    if (valid.find_first_of(",\"\r\n") == std::string::npos) {
        return valid;
    }
    std::string field = "\"";
    for (const char c : valid) {
        field += c == '"' ? "\"\"" : std::string(1, c);
    }
    return field + '"';
}

std::string csv_heading(std::string_view name, ColumnType type) {
    const std::string_view kind = type == ColumnType::day            ? ":date"
                                  : type == ColumnType::whole_number ? ":int"
                                                                     : "";
    return std::string(name) + std::string(kind);
}

}  // namespace

void write_graphml(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    write_keys<NodeId>(out, "node", node_columns);
    write_keys<EdgeId>(out, "edge", edge_columns);
    out << "  <graph id=\"litigraph\" edgedefault=\"directed\">\n";
    for (const NodeId node : selection.nodes) {
        out << "    <node id=\"" << xml_text(graph.slug(node)) << "\">\n";
        write_data<NodeId>(out, graph, node, label_of(graph, node), node_columns, 'n');
        out << "    </node>\n";
    }
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        out << "    <edge id=\"" << id_of(id) << "\" source=\"" << xml_text(graph.slug(edge.source))
            << "\" target=\"" << xml_text(graph.slug(edge.target)) << "\">\n";
        write_data<EdgeId>(out, graph, id, to_string(edge.kind), edge_columns, 'e');
        out << "    </edge>\n";
    }
    out << "  </graph>\n</graphml>\n";
}

void write_neo4j_nodes(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "id:ID";
    for (const Column<NodeId>& column : node_columns) {
        out << ',' << csv_heading(column.name, column.type);
    }
    out << ",:LABEL\n";
    for (const NodeId node : selection.nodes) {
        out << csv_field(graph.slug(node));
        for (const Column<NodeId>& column : node_columns) {
            out << ',' << csv_field(column.value(graph, node));
        }
        const std::string_view kind = query_name(graph.kind(node));
        const std::string_view label = label_of(graph, node);
        out << ',' << kind;
        if (label != kind) {
            out << ';' << label;
        }
        out << '\n';
    }
}

void write_neo4j_relationships(std::ostream& out, const KnowledgeGraph& graph,
                               const Selection& selection) {
    out << ":START_ID,:END_ID,:TYPE";
    for (const Column<EdgeId>& column : edge_columns) {
        out << ',' << csv_heading(column.name, column.type);
    }
    out << '\n';
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        out << csv_field(graph.slug(edge.source)) << ',' << csv_field(graph.slug(edge.target))
            << ',' << query_name(edge.kind);
        for (const Column<EdgeId>& column : edge_columns) {
            out << ',' << csv_field(column.value(graph, id));
        }
        out << '\n';
    }
}

}  // namespace litigraph::query
