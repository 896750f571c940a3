#include "interchange_columns.hpp"
#include "utf8.hpp"
#include <litigraph/query/interchange.hpp>
#include <litigraph/query/names.hpp>

#include <ostream>

namespace litigraph::query {
namespace {

using detail::Column;
using detail::ColumnType;

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

void write_neo4j_nodes(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "id:ID";
    for (const Column<NodeId>& column : detail::node_columns()) {
        out << ',' << csv_heading(column.name, column.type);
    }
    out << ",:LABEL\n";
    for (const NodeId node : selection.nodes) {
        out << csv_field(graph.slug(node));
        for (const Column<NodeId>& column : detail::node_columns()) {
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
    for (const Column<EdgeId>& column : detail::edge_columns()) {
        out << ',' << csv_heading(column.name, column.type);
    }
    out << '\n';
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        out << csv_field(graph.slug(edge.source)) << ',' << csv_field(graph.slug(edge.target))
            << ',' << query_name(edge.kind);
        for (const Column<EdgeId>& column : detail::edge_columns()) {
            out << ',' << csv_field(column.value(graph, id));
        }
        out << '\n';
    }
}

}  // namespace litigraph::query
