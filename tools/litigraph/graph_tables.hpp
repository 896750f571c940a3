/// \file
/// What a graph holds, as tables.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/table.hpp>

#include <string>

namespace litigraph::cli {

/// A row for each kind of thing, with how many there are and of what sort. O(nodes + edges).
query::Table stats_table(const KnowledgeGraph& graph);

/// What can be asked for: a row for each node type and edge type that occurs, spelt as in the query
/// language, with its number, what it joins and its properties. O(nodes + edges).
query::Table schema_table(const KnowledgeGraph& graph);

/// "20 nodes, 24 edges, 1 article 2024-08-01". O(nodes).
std::string size_of_graph(const KnowledgeGraph& graph);

}  // namespace litigraph::cli
