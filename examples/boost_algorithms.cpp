// EXAMPLE boost_algorithms
//
// The frozen graph is a Boost.Graph model, so Boost's algorithms run on it as they are: which
// disputes hang together, who stands between the others, how far everybody is from one company.
//
// SHOWS: boost_graph.hpp, undirected_view, edge_map, connected_components,
//        brandes_betweenness_centrality, dijkstra_shortest_paths
// SIMPLER: who_sued_whom
#include <litigraph/graph/boost_graph.hpp>
#include <litigraph/graph/graph_builder.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <cstddef>
#include <iostream>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace {

using litigraph::EdgeKind;
using litigraph::EdgeView;
using litigraph::KnowledgeGraph;
using litigraph::NodeId;

struct Suit {
    const char* plaintiff;
    const char* defendant;
};

/// The suits over smartphones, 2009 to 2012, and two over something else.
constexpr Suit suits[] = {{"Nokia", "Apple"},    {"Apple", "HTC"},      {"Apple", "Samsung"},
                          {"Motorola", "Apple"}, {"Oracle", "Google"},  {"Microsoft", "Motorola"},
                          {"Kodak", "Apple"},    {"Viacom", "YouTube"}, {"Nokia", "HTC"}};

litigraph::Result<KnowledgeGraph> suits_over_smartphones() {
    litigraph::GraphBuilder builder;
    std::map<std::string, NodeId> parties;
    const auto party = [&](const char* name) {
        const auto known = parties.find(name);
        return known != parties.end()
                   ? known->second
                   : parties[name] = builder.add_node(litigraph::NodeKind::party, name);
    };
    for (const Suit& suit : suits) {
        const NodeId plaintiff = party(suit.plaintiff);  // nodes are numbered as they are added
        builder.add_edge(plaintiff, EdgeKind::sues, party(suit.defendant));
    }
    return std::move(builder).freeze();
}

/// Boost's algorithms write to property maps; this one writes to a vector, by node.
template <class T>
auto by_node(std::vector<T>& values, const KnowledgeGraph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

}  // namespace

int main() {
    const auto made = suits_over_smartphones();
    if (!made) {
        std::cerr << made.error().message << '\n';
        return 1;
    }
    const KnowledgeGraph& graph = *made;
    const std::size_t nodes = num_vertices(graph);
    const auto either_way = litigraph::undirected_view<litigraph::ClassFilter>(
        graph, {litigraph::half_kinds_between_parties, {}});

    std::vector<std::size_t> component(nodes);
    std::cout << boost::connected_components(either_way, by_node(component, graph))
              << " groups of parties\n";

    std::vector<double> centrality(nodes);
    boost::brandes_betweenness_centrality(either_way, by_node(centrality, graph));

    std::vector<int> distance(nodes);
    const NodeId nokia = graph.find("Nokia").front();
    const auto one = litigraph::edge_map(graph, [](const EdgeView&) { return 1; });
    boost::dijkstra_shortest_paths(either_way, nokia,
                                   boost::weight_map(one).distance_map(by_node(distance, graph)));

    for (const NodeId node : boost::make_iterator_range(vertices(graph))) {
        const std::size_t i = litigraph::to_index(node);
        std::cout << graph.name(node) << ": group " << component[i] << ", between " << centrality[i]
                  << " pairs, ";
        if (distance[i] == std::numeric_limits<int>::max()) {
            std::cout << "not connected with Nokia\n";
        } else {
            std::cout << distance[i] << " steps from Nokia\n";
        }
    }
}
