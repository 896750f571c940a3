#include "support/random_graph.hpp"
#include <litigraph/graph/boost_graph.hpp>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <vector>

namespace litigraph {
namespace {

using test::Dates;
using test::RandomGraph;

template <class Graph>
struct ModelsEveryConcept {
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Graph, NodeId, boost::vertex_index_t>));
    BOOST_CONCEPT_ASSERT(
        (boost::ReadablePropertyGraphConcept<Graph, GraphEdge, boost::edge_index_t>));
};
template struct ModelsEveryConcept<KnowledgeGraph>;
template struct ModelsEveryConcept<GraphView<ClassFilter, false>>;
template struct ModelsEveryConcept<GraphView<ClassWindowFilter, false>>;
template struct ModelsEveryConcept<GraphView<KindFilter, true>>;
template struct ModelsEveryConcept<GraphView<KindWindowFilter, true>>;

/// A column of values by node, for Boost's named parameters.
template <class T, class Graph>
auto by_node(std::vector<T>& values, const Graph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

template <class Graph>
std::vector<int> bfs_distances(const Graph& graph,
                               typename boost::graph_traits<Graph>::vertex_descriptor start) {
    std::vector<int> distance(num_vertices(graph), 0);
    boost::breadth_first_search(graph, start,
                                boost::visitor(boost::make_bfs_visitor(boost::record_distances(
                                    by_node(distance, graph), boost::on_tree_edge()))));
    return distance;
}

class BoostGraphWithDates : public testing::TestWithParam<Dates> {
  protected:
    RandomGraph random{41};
    KnowledgeGraph graph = random.make({.edges = 60, .dates = GetParam()});
    PlainGraph plain = to_adjacency_list(graph);
};
INSTANTIATE_TEST_SUITE_P(EveryKind, BoostGraphWithDates,
                         testing::Values(Dates::single_days, Dates::intervals, Dates::far));

TEST_P(BoostGraphWithDates, HasTheEdgesOfThePlainGraph) {
    ASSERT_EQ(num_vertices(graph), num_vertices(plain));
    ASSERT_EQ(num_edges(graph), num_edges(plain));
    for (std::size_t n = 0; n < num_vertices(plain); ++n) {
        const auto node = static_cast<NodeId>(n);
        EXPECT_EQ(out_degree(node, graph), out_degree(n, plain));
        EXPECT_EQ(in_degree(node, graph), in_degree(n, plain));
        std::multiset<std::size_t> expected;
        for (const auto v : boost::make_iterator_range(adjacent_vertices(n, plain))) {
            expected.insert(v);
        }
        std::multiset<std::size_t> found;
        for (const NodeId v : boost::make_iterator_range(adjacent_vertices(node, graph))) {
            found.insert(to_index(v));
        }
        EXPECT_EQ(found, expected);
        for (const GraphEdge& edge : boost::make_iterator_range(in_edges(node, graph))) {
            EXPECT_EQ(target(edge, graph), node);
            EXPECT_EQ(source(edge, graph), graph.edge(edge.id).source);
        }
    }
}

TEST_P(BoostGraphWithDates, ViewsHaveTheEdgesThatTheySelect) {
    const DateInterval window{Day{20'005}, Day{20'015}};
    const HalfKinds suits = HalfKinds{3} << 2 * static_cast<unsigned>(EdgeKind::sues);
    const auto directed = directed_view<KindWindowFilter>(graph, {suits, window});
    const auto undirected =
        undirected_view<ClassWindowFilter>(graph, {half_kinds_between_parties, window});
    std::size_t directed_count = 0;
    std::size_t undirected_count = 0;
    for (std::uint32_t e = 0; e < graph.edge_count(); ++e) {
        const EdgeView edge = graph.edge(EdgeId{e});
        const bool is_during = graph.adjacency().is_during(EdgeId{e}, window);
        directed_count += is_during && edge.kind == EdgeKind::sues ? 1 : 0;
        undirected_count += is_during && class_of(edge.kind) == EdgeClass::between_parties ? 1 : 0;
    }
    EXPECT_EQ(num_edges(directed), directed_count);
    EXPECT_EQ(num_edges(undirected), undirected_count);
    std::size_t out = 0;
    std::size_t in = 0;
    std::size_t either = 0;
    for (const NodeId node : boost::make_iterator_range(vertices(directed))) {
        out += out_degree(node, directed);
        in += in_degree(node, directed);
        either += degree(node, undirected);
    }
    EXPECT_EQ(out, directed_count);
    EXPECT_EQ(in, directed_count);
    EXPECT_EQ(either, 2 * undirected_count);
}

TEST_P(BoostGraphWithDates, BreadthFirstSearchAndDijkstraAgreeWithThePlainGraph) {
    const auto one = edge_map(graph, [](const EdgeView&) { return 1; });
    for (std::size_t n = 0; n < num_vertices(plain); ++n) {
        const std::vector<int> expected = bfs_distances(plain, n);
        EXPECT_EQ(bfs_distances(graph, static_cast<NodeId>(n)), expected);
        std::vector<int> distance(num_vertices(graph));
        std::vector<NodeId> parent(num_vertices(graph));
        boost::dijkstra_shortest_paths(graph, static_cast<NodeId>(n),
                                       boost::weight_map(one)
                                           .distance_map(by_node(distance, graph))
                                           .predecessor_map(by_node(parent, graph)));
        std::ranges::replace(distance, std::numeric_limits<int>::max(), 0);
        EXPECT_EQ(distance, expected);
    }
}

TEST_P(BoostGraphWithDates, ComponentsAndCentralityAgreeWithThePlainGraph) {
    std::vector<int> strong(num_vertices(graph));
    std::vector<int> plain_strong(num_vertices(graph));
    EXPECT_EQ(boost::strong_components(graph, by_node(strong, graph)),
              boost::strong_components(plain, by_node(plain_strong, plain)));

    const auto view = undirected_view(graph);
    using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;
    Undirected both(num_vertices(graph));
    for (const GraphEdge& edge : boost::make_iterator_range(edges(view))) {
        add_edge(to_index(edge.source), to_index(edge.target), both);
    }
    std::vector<int> component(num_vertices(graph));
    std::vector<int> plain_component(num_vertices(graph));
    EXPECT_EQ(boost::connected_components(view, by_node(component, view)),
              boost::connected_components(both, by_node(plain_component, both)));
    EXPECT_EQ(component, plain_component);

    std::vector<double> centrality(num_vertices(graph));
    std::vector<double> plain_centrality(num_vertices(graph));
    boost::brandes_betweenness_centrality(graph, by_node(centrality, graph));
    boost::brandes_betweenness_centrality(plain, by_node(plain_centrality, plain));
    for (std::size_t n = 0; n < centrality.size(); ++n) {
        EXPECT_NEAR(centrality[n], plain_centrality[n], 1e-9);
    }
}

TEST(PlainGraph, HasNamesKindsAndDates) {
    RandomGraph random(42);
    const KnowledgeGraph graph = random.make({.edges = 30});
    const PlainGraph plain = to_adjacency_list(graph);
    EXPECT_EQ(plain[3].name, graph.name(NodeId{3}));
    for (const auto edge : boost::make_iterator_range(edges(plain))) {
        EXPECT_EQ(plain[edge].kind, graph.edge(plain[edge].id).kind);
        EXPECT_EQ(plain[edge].when, graph.edge(plain[edge].id).when);
    }
}

TEST(BoostGraph, OfNothingHasNoVertices) {
    const KnowledgeGraph graph;
    EXPECT_EQ(num_vertices(graph), 0U);
    EXPECT_EQ(num_edges(graph), 0U);
}

}  // namespace
}  // namespace litigraph
