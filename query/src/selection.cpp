#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/selection.hpp>

#include <algorithm>
#include <cstdint>

namespace litigraph::query {
namespace {

template <class Id>
void make_set(std::vector<Id>& ids) {
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

Selection everything(const KnowledgeGraph& graph) {
    Selection all;
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        all.nodes.push_back(NodeId{static_cast<std::uint32_t>(i)});
    }
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
        all.edges.push_back(EdgeId{static_cast<std::uint32_t>(i)});
    }
    return all;
}

Selection induced_by(const KnowledgeGraph& graph, std::vector<NodeId> nodes) {
    Selection part{std::move(nodes), {}};
    make_set(part.nodes);
    for (const NodeId node : part.nodes) {
        for (const EdgeId edge : graph.incident_edges(node)) {
            const EdgeView view = graph.edge(edge);
            if (view.source == node && std::ranges::binary_search(part.nodes, view.target)) {
                part.edges.push_back(edge);
            }
        }
    }
    make_set(part.edges);
    return part;
}

Selection spanned_by(const KnowledgeGraph& graph, std::vector<EdgeId> edges) {
    Selection part{{}, std::move(edges)};
    make_set(part.edges);
    for (const EdgeId edge : part.edges) {
        const EdgeView view = graph.edge(edge);
        part.nodes.insert(part.nodes.end(), {view.source, view.target});
        if (view.lawsuit) {
            part.nodes.push_back(*view.lawsuit);
        }
    }
    make_set(part.nodes);
    return part;
}

Selection around(const KnowledgeGraph& graph, NodeId centre, std::size_t depth,
                 const EdgeFilter& filter) {
    std::vector<NodeId> nodes{centre};
    for (const Neighbour& neighbour : neighbourhood(graph, centre, depth, filter)) {
        nodes.push_back(neighbour.node);
    }
    return induced_by(graph, std::move(nodes));
}

Selection with_sources(const KnowledgeGraph& graph, const Selection& selection) {
    Selection whole = selection;
    for (const EdgeId edge : selection.edges) {
        for (std::size_t i = 0; i < graph.evidence_count(edge); ++i) {
            whole.nodes.push_back(graph.evidence(edge, i).article);
        }
    }
    make_set(whole.nodes);
    return whole;
}

}  // namespace litigraph::query
