/// \file
/// Graphs for other programs: JSON, Cytoscape JSON, GraphML, GEXF, the CSV of Neo4j's importer,
/// FollowTheMoney, Turtle and JSON-LD.
///
/// Nodes are known by their slugs and edges by "e" and their number in this graph. Equal selections
/// give equal bytes. Bytes that are not UTF-8 appear as U+FFFD. O(size of the selection).
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/selection.hpp>

#include <functional>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace litigraph::query {

/// {"litigraph": 1, "nodes": [...], "edges": [...]}, a line for each node and edge. Dates are
/// [first day, last day], null for an end that is not known. Every edge has all of its evidence:
/// article, begin, end, quote, rule and status; offsets are bytes of the article's text. The schema
/// is query/schema/graph.schema.json, installed in share/litigraph/schema.
void write_json(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection);

/// The same nodes and edges as `elements` of Cytoscape, with a "label" for each.
void write_cytoscape(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection);

/// A directed graph with typed keys; of the evidence of an edge, the first quotation. Characters
/// that XML forbids are left out.
void write_graphml(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection);

/// GEXF 1.2draft, which more programs read than 1.3; columns as in GraphML.
void write_gexf(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection);

/// Header "id:ID,name,...,:LABEL"; labels are those of the query language.
void write_neo4j_nodes(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection);
/// Header ":START_ID,:END_ID,:TYPE,status,..."; of the evidence of an edge, the first quotation.
void write_neo4j_relationships(std::ostream& out, const KnowledgeGraph& graph,
                               const Selection& selection);

/// An entity a line: parties, CourtCase, CourtCaseParty, Article, other relations as UnknownLink.
/// Courts, countries, technologies and patents are properties of the case; dates are days, years
/// or months.
void write_follow_the_money(std::ostream& out, const KnowledgeGraph& graph,
                            const Selection& selection);

/// The text of an article; nothing if it is not at hand. The view lives as long as the function.
using ArticleText = std::function<std::optional<std::string_view>(NodeId)>;

/// Every edge is a triple and an rdf:Statement with its sources (PROV) and quotations (Web
/// Annotation). Quotations stand at bytes of their article and, if `text` gives it, at characters.
void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                  const ArticleText& text = {});
/// The same triples.
void write_json_ld(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                   const ArticleText& text = {});

}  // namespace litigraph::query
