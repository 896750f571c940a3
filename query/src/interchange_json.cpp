#include "interchange_columns.hpp"
#include "json_cell.hpp"
#include "node_attributes.hpp"
#include <litigraph/query/interchange.hpp>
#include <litigraph/query/names.hpp>

#include <ostream>
#include <string>
#include <utility>

namespace litigraph::query {
namespace {

Cell day_cell(Day day) {
    return day == beginning_of_time || day == end_of_time ? Cell{} : Cell(to_string(day));
}

CellList interval_cell(DateInterval when) { return {day_cell(when.first), day_cell(when.last)}; }

Cell number(std::size_t value) { return static_cast<std::int64_t>(value); }

CellRecord node_record(const KnowledgeGraph& graph, NodeId node) {
    CellRecord fields{
        {"id", graph.slug(node)}, {"type", label_of(graph, node)}, {"name", graph.name(node)}};
    if (!graph.when(node).is_unknown()) {
        const bool is_article = graph.kind(node) == NodeKind::article;
        fields.emplace_back(is_article ? "published" : "filed", interval_cell(graph.when(node)));
    }
    detail::add_attributes(fields, graph, node);
    return fields;
}

CellList evidence_list(const KnowledgeGraph& graph, EdgeId edge) {
    CellList list;
    for (std::size_t i = 0; i < graph.evidence_count(edge); ++i) {
        const EvidenceView evidence = graph.evidence(edge, i);
        list.emplace_back(CellRecord{{"article", graph.slug(evidence.article)},
                                     {"begin", number(evidence.begin)},
                                     {"end", number(evidence.end)},
                                     {"quote", evidence.quote},
                                     {"rule", evidence.rule},
                                     {"status", to_string(evidence.confidence)}});
    }
    return list;
}

CellRecord edge_record(const KnowledgeGraph& graph, EdgeId id) {
    const EdgeView edge = graph.edge(id);
    CellRecord fields{{"id", detail::id_of(id)},
                      {"source", graph.slug(edge.source)},
                      {"target", graph.slug(edge.target)},
                      {"type", to_string(edge.kind)},
                      {"status", to_string(edge.confidence)}};
    if (!edge.when.is_unknown()) {
        fields.emplace_back("when", interval_cell(edge.when));
    }
    if (edge.lawsuit) {
        fields.emplace_back("lawsuit", graph.slug(*edge.lawsuit));
    }
    fields.emplace_back("evidence", evidence_list(graph, id));
    return fields;
}

/// A JSON array with an element a line; `make` turns an id into the element.
template <class Ids, class Make>
void write_array(std::ostream& out, const Ids& ids, Make make) {
    std::string_view separator = "[\n";
    for (const auto id : ids) {
        out << std::exchange(separator, ",\n") << detail::json_text(make(id));
    }
    out << (ids.empty() ? "[]" : "\n]");
}

/// What Cytoscape wraps every element in.
Cell element(CellRecord fields, std::string label) {
    fields.emplace_back("label", std::move(label));
    return CellRecord{{"data", std::move(fields)}};
}

}  // namespace

void write_json(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "{\"litigraph\":1,\n\"nodes\":";
    write_array(out, selection.nodes, [&](NodeId node) { return Cell(node_record(graph, node)); });
    out << ",\n\"edges\":";
    write_array(out, selection.edges, [&](EdgeId edge) { return Cell(edge_record(graph, edge)); });
    out << "}\n";
}

void write_cytoscape(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection) {
    out << "{\"data\":{\"name\":\"litigraph\"},\n\"elements\":{\"nodes\":";
    write_array(out, selection.nodes, [&](NodeId node) {
        return element(node_record(graph, node), detail::display_name(graph, node));
    });
    out << ",\n\"edges\":";
    write_array(out, selection.edges, [&](EdgeId edge) {
        return element(edge_record(graph, edge), std::string(to_string(graph.edge(edge).kind)));
    });
    out << "}}\n";
}

}  // namespace litigraph::query
