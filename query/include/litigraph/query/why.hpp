/// \file
/// The words behind a fact.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/table.hpp>

#include <span>
#include <string>
#include <vector>

namespace litigraph::query {

/// Edges that tell how `a` and `b` are related: those between the two; if there are none, those of
/// the lawsuits that both have part in; if there are none, those of a shortest path that leads over
/// no article. May be empty.
std::vector<EdgeId> edges_about(const KnowledgeGraph& graph, NodeId a, NodeId b);

/// For people: each edge with its date and how it is known, and below it each quote with its
/// article, its place in bytes, the day and address of publication if known, and carets under the
/// names of the two ends.
std::string explain(const KnowledgeGraph& graph, std::span<const EdgeId> edges);

/// For programs: a row for each quote with edge, fact, status, when, article, published, url,
/// begin, end, quote and rule. An edge without evidence has one row without a quote.
Table evidence_table(const KnowledgeGraph& graph, std::span<const EdgeId> edges);

}  // namespace litigraph::query
