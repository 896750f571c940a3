#include "node_attributes.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/result_cells.hpp>

#include <sstream>
#include <string>

namespace litigraph::query {
namespace {

std::string name_of(const KnowledgeGraph& graph, NodeId node) {
    return graph.kind(node) == NodeKind::lawsuit ? title_of(graph, node)
                                                 : std::string(graph.name(node));
}

std::string id_of(EdgeId edge) {
    std::ostringstream out;
    out << edge;
    return out.str();
}

Cell date_cell(DateInterval when) { return when.is_unknown() ? Cell{} : Cell(to_string(when)); }

Thing node_thing(const KnowledgeGraph& graph, NodeId node) {
    CellRecord fields{
        {"id", graph.slug(node)}, {"kind", label_of(graph, node)}, {"name", graph.name(node)}};
    if (!graph.when(node).is_unknown()) {
        const bool is_article = graph.kind(node) == NodeKind::article;
        fields.emplace_back(is_article ? "published" : "filed", date_cell(graph.when(node)));
    }
    detail::add_attributes(fields, graph, node);
    return {name_of(graph, node), std::move(fields)};
}

CellRecord edge_fields(const KnowledgeGraph& graph, EdgeId id) {
    const EdgeView edge = graph.edge(id);
    return {{"edge", id_of(id)},
            {"type", to_string(edge.kind)},
            {"from", graph.slug(edge.source)},
            {"to", graph.slug(edge.target)},
            {"status", to_string(edge.confidence)},
            {"when", date_cell(edge.when)},
            {"lawsuit", edge.lawsuit ? Cell(graph.slug(*edge.lawsuit)) : Cell{}}};
}

Thing path_thing(const KnowledgeGraph& graph, const Path& path) {
    std::string words = name_of(graph, path.start);
    CellList edges;
    for (const Step& step : path.steps) {
        words += ' ' + arrow(graph, step.edge, step.forward) + ' ' + name_of(graph, step.node);
        edges.emplace_back(edge_fields(graph, step.edge));
    }
    return {words, {{"words", words}, {"edges", std::move(edges)}}};
}

}  // namespace

Cell to_cell(const KnowledgeGraph& graph, const Value& value) {
    switch (value.kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::boolean:
            return value.boolean();
        case ValueKind::integer:
            return value.integer();
        case ValueKind::real:
            return value.real();
        case ValueKind::text:
            return value.text();
        case ValueKind::date:
            return date_cell(value.date());
        case ValueKind::list: {
            CellList list;
            for (const Value& item : value.list()) {
                list.push_back(to_cell(graph, item));
            }
            return list;
        }
        case ValueKind::map: {
            CellRecord record;
            for (const auto& [key, item] : value.map()) {
                record.emplace_back(key, to_cell(graph, item));
            }
            return record;
        }
        case ValueKind::node:
            return node_thing(graph, value.node());
        case ValueKind::edge:
            return Thing{describe(graph, value.edge()), edge_fields(graph, value.edge())};
        case ValueKind::path:
            return path_thing(graph, value.path());
    }
    return {};
}

Table to_table(const KnowledgeGraph& graph, const ResultTable& answer) {
    Table table{answer.columns, {}, answer.support, {}};
    table.rows.reserve(answer.rows.size());
    for (const std::vector<Value>& values : answer.rows) {
        Row& row = table.rows.emplace_back();
        for (const Value& value : values) {
            row.push_back(to_cell(graph, value));
        }
    }
    return table;
}

}  // namespace litigraph::query
