/// \file
/// A part of a graph: what is to be drawn or exported.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/filter.hpp>

#include <cstddef>
#include <vector>

namespace litigraph::query {

/// Both ascending, no repeats; the ends of every edge are among the nodes.
struct Selection {
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;
};

Selection everything(const KnowledgeGraph& graph);

/// The nodes and every edge between two of them.
Selection induced_by(const KnowledgeGraph& graph, std::vector<NodeId> nodes);

/// The edges, their ends and the lawsuits that they belong to.
Selection spanned_by(const KnowledgeGraph& graph, std::vector<EdgeId> edges);

/// Everything within `depth` edges of `centre`, and every edge between.
Selection around(const KnowledgeGraph& graph, NodeId centre, std::size_t depth,
                 const EdgeFilter& filter = {});

/// The same with the articles that its edges are quoted from.
Selection with_sources(const KnowledgeGraph& graph, const Selection& selection);

}  // namespace litigraph::query
