/// \file
/// From what a person types to a node, and back to what a person reads.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/result.hpp>

#include <string>
#include <string_view>

namespace litigraph::query {

/// The node that `text` names: by slug, else by name or alias. Errors: unknown_name with the
/// nearest names, ambiguous_name with every candidate and its slug.
Result<NodeId> resolve_name(const KnowledgeGraph& graph, std::string_view text);

/// Label of the node in the query language, as narrow as it can be: "Company", "Lawsuit".
std::string_view label_of(const KnowledgeGraph& graph, NodeId node);

/// Whether the query language takes the node to have the label. Company takes in divisions and
/// parties of which no article says what they are.
bool has_label(const KnowledgeGraph& graph, NodeId node, std::string_view label);

/// A pattern of the query language that matches just this node: "(:Company {name: 'Nokia'})", with
/// the slug if the name stands for several: "(:Lawsuit {id: 'lawsuit:nokia-v-amazon-2'})".
std::string pattern_of(const KnowledgeGraph& graph, NodeId node, std::string_view variable = {});

/// A text literal of the query language: 'O\'Brien'.
std::string literal(std::string_view text);

/// "Amazon --sues--> Nokia"; what is not stated says so: "--countersues (inferred)-->".
std::string describe(const KnowledgeGraph& graph, EdgeId edge);

/// The arrow alone, seen from one end: "--sues-->" or "<--sues--".
std::string arrow(const KnowledgeGraph& graph, EdgeId edge, bool forward);

}  // namespace litigraph::query
