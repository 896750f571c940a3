/// \file
/// Attributes of a node as fields of a record, for answers and exports.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/table.hpp>

namespace litigraph::query::detail {

/// Keys that may repeat (alias, event) are lists always, so that a program need not ask; counts are
/// numbers, null if no upper bound is known; all others are text.
void add_attributes(CellRecord& fields, const KnowledgeGraph& graph, NodeId node);

}  // namespace litigraph::query::detail
