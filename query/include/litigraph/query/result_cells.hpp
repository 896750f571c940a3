/// \file
/// From the values of a query's answer to the cells that renderers show.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/result_table.hpp>
#include <litigraph/query/table.hpp>
#include <litigraph/query/value.hpp>

namespace litigraph::query {

/// A node reads as its name and is an object with id, kind and its properties for programs; an edge
/// reads as describe() says; a path as its nodes and arrows, with a list of edges for programs.
/// Requires: nodes, edges and paths of `value` belong to `graph`.
Cell to_cell(const KnowledgeGraph& graph, const Value& value);

/// The same for every value, with the support that the answer has.
Table to_table(const KnowledgeGraph& graph, const ResultTable& answer);

}  // namespace litigraph::query
