/// \file
/// What is new: between two graphs, or told in some days.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/table.hpp>

#include <span>

namespace litigraph::query {

/// A row for each fact that only one graph has ("added", "removed") or whose date or confidence
/// differs ("changed"). Facts are matched by the slugs of their ends and of their lawsuit; facts
/// "reported-by" are left out. Sorted by fact. O(n log n).
Table differences(const KnowledgeGraph& before, const KnowledgeGraph& after);

/// A row for each fact whose first article was published in `told`, oldest first; if `about` is not
/// empty, only facts of these nodes and of the lawsuits that they have part in. A fact with an
/// undated article is left out: nobody knows when it was first told. O(edges).
Table news(const KnowledgeGraph& graph, DateInterval told, std::span<const NodeId> about = {});

}  // namespace litigraph::query
