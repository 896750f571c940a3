#include "interchange_columns.hpp"
#include "utf8.hpp"
#include <litigraph/query/interchange.hpp>
#include <litigraph/query/names.hpp>

#include <ostream>

namespace litigraph::query {
namespace {

using detail::Column;
using detail::ColumnType;
using detail::id_of;

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

/// The same for an attribute, whose line ends and tabs would be read as spaces.
std::string attribute_text(std::string_view text) {
    std::string result;
    for (const char c : xml_text(text)) {
        if (c == '\n' || c == '\t') {
            result += c == '\n' ? "&#10;" : "&#9;";
        } else {
            result += c;
        }
    }
    return result;
}

/// Calls `visit(name, value)` for the type and then every column that has a value.
template <class Id, class Visit>
void for_each_value(const KnowledgeGraph& graph, Id id, std::string_view type,
                    std::span<const Column<Id>> columns, Visit visit) {
    visit("type", std::string(type));
    for (const Column<Id>& column : columns) {
        if (const std::string value = column.value(graph, id); !value.empty()) {
            visit(column.name, value);
        }
    }
}

// ---- GraphML

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
    for_each_value(graph, id, type, columns, [&](std::string_view name, const std::string& value) {
        out << "      <data key=\"" << prefix << '_' << name << "\">" << xml_text(value)
            << "</data>\n";
    });
}

// ---- GEXF

template <class Id>
void write_attributes(std::ostream& out, std::string_view element,
                      std::span<const Column<Id>> columns) {
    const auto write = [&](std::string_view name, ColumnType type) {
        out << "      <attribute id=\"" << name << "\" title=\"" << name << "\" type=\""
            << (type == ColumnType::whole_number ? "integer" : "string") << "\"/>\n";
    };
    out << "    <attributes class=\"" << element << "\">\n";
    write("type", ColumnType::text);
    for (const Column<Id>& column : columns) {
        write(column.name, column.type);
    }
    out << "    </attributes>\n";
}

template <class Id>
void write_values(std::ostream& out, const KnowledgeGraph& graph, Id id, std::string_view type,
                  std::span<const Column<Id>> columns) {
    out << "<attvalues>";
    for_each_value(graph, id, type, columns, [&](std::string_view name, const std::string& value) {
        out << "<attvalue for=\"" << name << "\" value=\"" << attribute_text(value) << "\"/>";
    });
    out << "</attvalues>";
}

}  // namespace

void write_graphml(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    write_keys<NodeId>(out, "node", detail::node_columns());
    write_keys<EdgeId>(out, "edge", detail::edge_columns());
    out << "  <graph id=\"litigraph\" edgedefault=\"directed\">\n";
    for (const NodeId node : selection.nodes) {
        out << "    <node id=\"" << xml_text(graph.slug(node)) << "\">\n";
        write_data<NodeId>(out, graph, node, label_of(graph, node), detail::node_columns(), 'n');
        out << "    </node>\n";
    }
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        out << "    <edge id=\"" << id_of(id) << "\" source=\"" << xml_text(graph.slug(edge.source))
            << "\" target=\"" << xml_text(graph.slug(edge.target)) << "\">\n";
        write_data<EdgeId>(out, graph, id, to_string(edge.kind), detail::edge_columns(), 'e');
        out << "    </edge>\n";
    }
    out << "  </graph>\n</graphml>\n";
}

void write_gexf(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
           "  <graph defaultedgetype=\"directed\" mode=\"static\">\n";
    write_attributes<NodeId>(out, "node", detail::node_columns());
    write_attributes<EdgeId>(out, "edge", detail::edge_columns());
    out << "    <nodes>\n";
    for (const NodeId node : selection.nodes) {
        out << "      <node id=\"" << attribute_text(graph.slug(node)) << "\" label=\""
            << attribute_text(detail::display_name(graph, node)) << "\">";
        write_values<NodeId>(out, graph, node, label_of(graph, node), detail::node_columns());
        out << "</node>\n";
    }
    out << "    </nodes>\n    <edges>\n";
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        out << "      <edge id=\"" << id_of(id) << "\" source=\""
            << attribute_text(graph.slug(edge.source)) << "\" target=\""
            << attribute_text(graph.slug(edge.target)) << "\" label=\"" << to_string(edge.kind)
            << "\">";
        write_values<EdgeId>(out, graph, id, to_string(edge.kind), detail::edge_columns());
        out << "</edge>\n";
    }
    out << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace litigraph::query
