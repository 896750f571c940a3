// EXAMPLE who_sued_whom
//
// Builds a graph by hand and asks how two companies are connected. Two parties may be joined by
// many edges, so a path is a sequence of edges, not of names.
//
// SHOWS: GraphBuilder, shortest_path
// SIMPLER: embed_minimal
#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/query/paths.hpp>

#include <iostream>
#include <utility>

using litigraph::EdgeKind;
using litigraph::EdgeView;
using litigraph::NodeKind;

int main() {
    litigraph::GraphBuilder builder;
    const auto apple = builder.add_node(NodeKind::party, "Apple");
    const auto samsung = builder.add_node(NodeKind::party, "Samsung");
    const auto oracle = builder.add_node(NodeKind::party, "Oracle");
    const auto google = builder.add_node(NodeKind::party, "Google");
    builder.add_edge(apple, EdgeKind::sues, samsung);
    builder.add_edge(samsung, EdgeKind::countersues, apple);
    builder.add_edge(oracle, EdgeKind::sues, google);
    builder.add_edge(apple, EdgeKind::sues, google);
    const auto graph = std::move(builder).freeze();
    if (!graph) {
        std::cerr << graph.error().message << '\n';
        return 1;
    }

    const auto path = litigraph::query::shortest_path(*graph, oracle, samsung);
    if (!path) {
        return 1;
    }
    std::cout << graph->name(path->start);
    for (const litigraph::query::Step& step : path->steps) {
        const EdgeView edge = graph->edge(step.edge);
        std::cout << (step.forward ? " --" : " <--") << edge.kind << (step.forward ? "--> " : "-- ")
                  << graph->name(step.node);
    }
    std::cout << '\n';
}
