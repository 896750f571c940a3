/// \file
/// Boost.Graph's view of a graph: include it to run any Boost algorithm on the frozen columns.
///
/// KnowledgeGraph is a directed graph: it models VertexListGraph, EdgeListGraph, BidirectionalGraph
/// and AdjacencyGraph. So do the views that undirected_view and directed_view make of the edges
/// that a selection lets through; algorithms such as connected_components want an undirected one.
/// Vertices are NodeId, edges GraphEdge; parallel edges and loops occur (without direction, a loop
/// is seen twice at its node). Degrees are counted: O(edges of the node).
#pragma once

#include <litigraph/graph/adjacency.hpp>
#include <litigraph/graph/knowledge_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_adaptor.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>

namespace litigraph {

/// An edge in the direction in which it is looked at.
struct GraphEdge {
    EdgeId id{};
    NodeId source{};
    NodeId target{};

    /// Either way round, it is the same edge.
    friend bool operator==(const GraphEdge& a, const GraphEdge& b) noexcept { return a.id == b.id; }
    friend bool operator!=(const GraphEdge& a, const GraphEdge& b) noexcept { return a.id != b.id; }
    friend bool operator<(const GraphEdge& a, const GraphEdge& b) noexcept { return a.id < b.id; }
};

using ClassFilter = HalfEdgeFilter<false, false>;       ///< Everything, or whole classes.
using ClassWindowFilter = HalfEdgeFilter<false, true>;  ///< Whole classes in a window of time.
using KindFilter = HalfEdgeFilter<true, false>;         ///< Any kinds and directions.
using KindWindowFilter = HalfEdgeFilter<true, true>;    ///< The same in a window of time.

/// Every node in ascending order.
class NodeIterator : public boost::iterator_facade<NodeIterator, NodeId,
                                                   boost::random_access_traversal_tag, NodeId> {
  public:
    NodeIterator() = default;
    explicit NodeIterator(std::size_t index) : index_(static_cast<std::ptrdiff_t>(index)) {}

  private:
    friend class boost::iterator_core_access;
    NodeId dereference() const { return static_cast<NodeId>(index_); }
    bool equal(const NodeIterator& other) const { return index_ == other.index_; }
    void increment() { ++index_; }
    void decrement() { --index_; }
    void advance(std::ptrdiff_t count) { index_ += count; }
    std::ptrdiff_t distance_to(const NodeIterator& other) const { return other.index_ - index_; }

    std::ptrdiff_t index_ = 0;
};

/// The half-edges of one node that a filter lets through, as edges that leave the node, or, with
/// `inward`, that lead to it. The graph or view must outlive it.
template <class Filter, bool inward>
class HalfEdgeIterator : public boost::iterator_facade<HalfEdgeIterator<Filter, inward>, GraphEdge,
                                                       boost::forward_traversal_tag, GraphEdge> {
  public:
    HalfEdgeIterator() = default;
    HalfEdgeIterator(const Filter& filter, NodeId node) : filter_(&filter), node_(node) {
        slot_ = filter.begin_slot(node);
        enter();
        settle();
    }
    static HalfEdgeIterator end_of(const Filter& filter, NodeId node) {
        HalfEdgeIterator end;
        end.filter_ = &filter;
        end.node_ = node;
        end.slot_ = filter.end_slot(node);
        end.enter();
        return end;
    }
    NodeId other_end() const { return filter_->adjacency().half_target[range_.begin]; }

  private:
    friend class boost::iterator_core_access;
    GraphEdge dereference() const {
        const EdgeId id = filter_->adjacency().half_edge[range_.begin];
        return inward ? GraphEdge{id, other_end(), node_} : GraphEdge{id, node_, other_end()};
    }
    bool equal(const HalfEdgeIterator& other) const {
        return slot_ == other.slot_ && range_.begin == other.range_.begin;
    }
    void increment() {
        ++range_.begin;
        settle();
    }
    void enter() {  // at the end there is no range: its position is 0
        range_ =
            slot_ == filter_->end_slot(node_) ? typename Filter::Range{} : filter_->range(slot_);
    }
    void settle() {  // to the first half-edge at or after this place that counts
        while (slot_ != filter_->end_slot(node_)) {
            for (; range_.begin < range_.end; ++range_.begin) {
                if (filter_->counts(range_.begin, range_.begin < range_.sure)) {
                    return;
                }
            }
            ++slot_;
            enter();
        }
    }

    const Filter* filter_ = nullptr;
    NodeId node_{};
    std::size_t slot_ = 0;
    typename Filter::Range range_{};  // what is left of the slot
};

/// The other ends of half-edges.
template <class Base>
class NeighbourIterator : public boost::iterator_adaptor<NeighbourIterator<Base>, Base, NodeId,
                                                         boost::use_default, NodeId> {
  public:
    NeighbourIterator() = default;
    explicit NeighbourIterator(Base base) : NeighbourIterator::iterator_adaptor_(std::move(base)) {}

  private:
    friend class boost::iterator_core_access;
    NodeId dereference() const { return this->base().other_end(); }
};

/// The edges that a filter lets through, by id, in their own direction.
template <class Filter>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<Filter>, GraphEdge,
                                                   boost::forward_traversal_tag, GraphEdge> {
  public:
    EdgeIterator() = default;
    EdgeIterator(const Filter& filter, std::size_t index) : filter_(&filter), index_(index) {
        settle();
    }

  private:
    friend class boost::iterator_core_access;
    GraphEdge dereference() const {
        const Adjacency& adjacency = filter_->adjacency();
        return {static_cast<EdgeId>(index_), adjacency.edge_source[index_],
                adjacency.edge_target[index_]};
    }
    bool equal(const EdgeIterator& other) const { return index_ == other.index_; }
    void increment() {
        ++index_;
        settle();
    }
    void settle() {
        while (index_ < filter_->adjacency().edge_count() &&
               !filter_->counts_edge(static_cast<EdgeId>(index_))) {
            ++index_;
        }
    }
    const Filter* filter_ = nullptr;
    std::size_t index_ = 0;
};

/// Some edges of a graph, with or without direction. Small; must not outlive the graph.
template <class Filter, bool directed>
class GraphView {
  public:
    /// Requires: `incoming` lets through the other halves of the edges of `outgoing`.
    GraphView(const Filter& outgoing, const Filter& incoming) noexcept
        : outgoing_(outgoing), incoming_(incoming) {}

    const Adjacency& adjacency() const noexcept { return outgoing_.adjacency(); }
    const Filter& outgoing() const noexcept { return outgoing_; }
    const Filter& incoming() const noexcept { return incoming_; }

  private:
    Filter outgoing_;
    Filter incoming_;
};

/// The selected edges without direction. The filter's type must fit the selection (see
/// HalfEdgeFilter), whose kinds hold both halves of an edge kind or none.
template <class Filter = ClassFilter>
GraphView<Filter, false> undirected_view(const KnowledgeGraph& graph,
                                         const HalfEdgeSelection& selection = {}) {
    const Filter filter(graph.adjacency(), selection);
    return {filter, filter};
}

/// The selected edges in their own direction. An edge kind is selected by any of its halves.
template <class Filter = KindFilter>
GraphView<Filter, true> directed_view(const KnowledgeGraph& graph,
                                      const HalfEdgeSelection& selection = {}) {
    const HalfKinds out = (selection.kinds | selection.kinds >> 1U) & outgoing_half_kinds;
    return {Filter(graph.adjacency(), {out, selection.during}),
            Filter(graph.adjacency(), {out << 1U, selection.during})};
}

namespace detail {

struct Traversal : boost::bidirectional_graph_tag,
                   boost::adjacency_graph_tag,
                   boost::vertex_list_graph_tag,
                   boost::edge_list_graph_tag {};

/// What boost::graph_traits wants to know.
template <class FilterType, bool is_directed>
struct GraphModelTraits {
    using Filter = FilterType;
    static constexpr bool directed = is_directed;

    using vertex_descriptor = NodeId;
    using edge_descriptor = GraphEdge;
    using directed_category =
        std::conditional_t<directed, boost::bidirectional_tag, boost::undirected_tag>;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    using traversal_category = Traversal;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using vertex_iterator = NodeIterator;
    using edge_iterator = EdgeIterator<Filter>;
    using out_edge_iterator = HalfEdgeIterator<Filter, false>;
    using in_edge_iterator = HalfEdgeIterator<Filter, true>;
    using adjacency_iterator = NeighbourIterator<out_edge_iterator>;
    static NodeId null_vertex() noexcept { return static_cast<NodeId>(~std::uint32_t{0}); }
};

template <class Graph>
struct GraphModelOf {};
template <class Graph>
struct GraphModelOf<const Graph> : GraphModelOf<Graph> {};
template <>
struct GraphModelOf<KnowledgeGraph> : GraphModelTraits<KindFilter, true> {};
template <class Filter, bool directed>
struct GraphModelOf<GraphView<Filter, directed>> : GraphModelTraits<Filter, directed> {};

template <class Iterator>
std::size_t length(const std::pair<Iterator, Iterator>& range) {
    return static_cast<std::size_t>(std::distance(range.first, range.second));
}

}  // namespace detail

/// KnowledgeGraph and its views.
template <class Graph>
concept GraphModel = requires {
    typename detail::GraphModelOf<Graph>::Filter;
};

// The functions of Boost.Graph's concepts.

template <GraphModel Graph>
std::size_t num_vertices(const Graph& graph) {
    return graph.adjacency().node_count();
}
template <GraphModel Graph>
std::pair<NodeIterator, NodeIterator> vertices(const Graph& graph) {
    return {NodeIterator(0), NodeIterator(num_vertices(graph))};
}
template <GraphModel Graph>
NodeId vertex(std::size_t index, const Graph& /*graph*/) {
    return static_cast<NodeId>(index);
}
template <GraphModel Graph>
auto edges(const Graph& graph) {
    using Iterator = typename detail::GraphModelOf<Graph>::edge_iterator;
    return std::pair(Iterator(graph.outgoing(), 0),
                     Iterator(graph.outgoing(), graph.adjacency().edge_count()));
}
template <GraphModel Graph>
std::size_t num_edges(const Graph& graph) {
    return detail::length(edges(graph));
}
template <GraphModel Graph>
auto out_edges(NodeId node, const Graph& graph) {
    using Iterator = typename detail::GraphModelOf<Graph>::out_edge_iterator;
    return std::pair(Iterator(graph.outgoing(), node), Iterator::end_of(graph.outgoing(), node));
}
template <GraphModel Graph>
auto in_edges(NodeId node, const Graph& graph) {
    using Iterator = typename detail::GraphModelOf<Graph>::in_edge_iterator;
    return std::pair(Iterator(graph.incoming(), node), Iterator::end_of(graph.incoming(), node));
}
template <GraphModel Graph>
auto adjacent_vertices(NodeId node, const Graph& graph) {
    using Iterator = typename detail::GraphModelOf<Graph>::adjacency_iterator;
    const auto range = out_edges(node, graph);
    return std::pair(Iterator(range.first), Iterator(range.second));
}
template <GraphModel Graph>
std::size_t out_degree(NodeId node, const Graph& graph) {
    return detail::length(out_edges(node, graph));
}
template <GraphModel Graph>
std::size_t in_degree(NodeId node, const Graph& graph) {
    return detail::length(in_edges(node, graph));
}
template <GraphModel Graph>
std::size_t degree(NodeId node, const Graph& graph) {
    return out_degree(node, graph) +
           (detail::GraphModelOf<Graph>::directed ? in_degree(node, graph) : 0);
}
template <GraphModel Graph>
NodeId source(const GraphEdge& edge, const Graph& /*graph*/) {
    return edge.source;
}
template <GraphModel Graph>
NodeId target(const GraphEdge& edge, const Graph& /*graph*/) {
    return edge.target;
}

/// Property maps of the positions of nodes and edges: vertex_index and edge_index.
struct NodeIndexMap {
    using key_type = NodeId;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
    std::size_t operator[](NodeId id) const noexcept { return to_index(id); }
    friend std::size_t get(const NodeIndexMap& map, NodeId id) noexcept { return map[id]; }
};
struct EdgeIndexMap {
    using key_type = GraphEdge;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;
    std::size_t operator[](const GraphEdge& edge) const noexcept { return to_index(edge.id); }
    friend std::size_t get(const EdgeIndexMap& map, const GraphEdge& edge) noexcept {
        return map[edge];
    }
};
template <GraphModel Graph>
NodeIndexMap get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/) {
    return {};
}
template <GraphModel Graph>
std::size_t get(boost::vertex_index_t /*tag*/, const Graph& /*graph*/, NodeId id) {
    return to_index(id);
}
template <GraphModel Graph>
EdgeIndexMap get(boost::edge_index_t /*tag*/, const Graph& /*graph*/) {
    return {};
}
template <GraphModel Graph>
std::size_t get(boost::edge_index_t /*tag*/, const Graph& /*graph*/, const GraphEdge& edge) {
    return to_index(edge.id);
}

/// A property map from a function of EdgeView, for example of weights. Borrows the graph.
template <class F>
auto edge_map(const KnowledgeGraph& graph, F f) {
    return boost::make_function_property_map<GraphEdge>(
        [&graph, f](const GraphEdge& edge) { return f(graph.edge(edge.id)); });
}

/// A plain Boost graph that its owner may change. Vertex n was node n.
struct PlainNode {
    NodeId id{};
    NodeKind kind{};
    std::string name;
};
struct PlainEdge {
    EdgeId id{};
    EdgeKind kind{};
    DateInterval when;
};
using PlainGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, PlainNode, PlainEdge>;
inline PlainGraph to_adjacency_list(const KnowledgeGraph& graph) {
    PlainGraph plain(graph.node_count());
    for (std::size_t n = 0; n < graph.node_count(); ++n) {
        const auto id = static_cast<NodeId>(n);
        plain[n] = {id, graph.kind(id), std::string(graph.name(id))};
    }
    for (std::size_t e = 0; e < graph.edge_count(); ++e) {
        const EdgeView edge = graph.edge(static_cast<EdgeId>(e));
        add_edge(to_index(edge.source), to_index(edge.target),
                 PlainEdge{edge.id, edge.kind, edge.when}, plain);
    }
    return plain;
}

}  // namespace litigraph

namespace boost {

template <litigraph::GraphModel Graph>
struct graph_traits<Graph> : litigraph::detail::GraphModelOf<Graph> {};

template <litigraph::GraphModel Graph>
struct property_map<Graph, vertex_index_t> {
    using type = litigraph::NodeIndexMap;
    using const_type = type;
};
template <litigraph::GraphModel Graph>
struct property_map<Graph, edge_index_t> {
    using type = litigraph::EdgeIndexMap;
    using const_type = type;
};

}  // namespace boost
