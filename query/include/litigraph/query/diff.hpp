/// \file
/// What is new: between two graphs, or since a day.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/table.hpp>

namespace litigraph::query {

/// A row for each fact that only one graph has ("added", "removed") or whose date or confidence
/// differs ("changed"). Facts are matched by the slugs of their ends and of their lawsuit; facts
/// "reported-by" are left out. Sorted by fact. O(n log n).
Table differences(const KnowledgeGraph& before, const KnowledgeGraph& after);

/// A row for each fact that rests only on articles published on `since` or later, oldest first.
/// O(edges).
Table news_since(const KnowledgeGraph& graph, Day since);

}  // namespace litigraph::query
