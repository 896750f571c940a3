/// \file
/// The storage of a KnowledgeGraph. A column that would hold nothing but its default is empty.
#pragma once

#include "column.hpp"
#include <litigraph/graph/knowledge_graph.hpp>

#include <cstdint>
#include <limits>

namespace litigraph {

inline constexpr NodeId no_node{std::numeric_limits<std::uint32_t>::max()};

struct KnowledgeGraph::Columns {
    // Nodes.
    Column<NodeKind> node_kind;
    Column<Day> node_first, node_last;  // empty if no node has a date
    TextTable names, slugs;
    Column<NodeId> by_slug;         // every node, by slug
    Column<std::uint32_t> by_name;  // every name and alias, by normal form: see name_index.hpp
    Column<std::uint32_t> attribute_begin;  // node_count + 1; empty if there are no attributes

    // Attributes, by node, key and value.
    Column<NodeId> attribute_node;
    Column<AttributeKey> attribute_key;
    Column<TextId> attribute_text;

    // Half-edges and edges: see Adjacency.
    Column<std::uint32_t> runs;
    Column<NodeId> half_target;
    Column<EdgeId> half_edge;
    Column<DayKey> half_day;
    Column<HalfKind> half_kind;
    Column<DayKey> spans;
    Column<NodeId> edge_source, edge_target;
    Column<NodeId> edge_lawsuit;  // no_node if the edge belongs to none
    Column<EdgeKind> edge_kind;
    Column<Confidence> edge_confidence;
    Column<DayKey> edge_first, edge_last;
    Column<FarDate> far_dates;
    Column<std::uint32_t> evidence_begin;  // edge_count + 1; empty if there is no evidence

    // Evidence, by edge.
    Column<NodeId> evidence_article;
    Column<std::uint32_t> evidence_from, evidence_to;
    Column<TextId> evidence_quote, evidence_rule;
    Column<Confidence> evidence_confidence;

    TextTable texts;

    Adjacency adjacency;  // views of the columns above
    HalfEdgeFilter<true, false> outgoing{adjacency, {outgoing_half_kinds, {}}};
    HalfEdgeFilter<true, false> incoming{adjacency, {incoming_half_kinds, {}}};

    /// To be called when the columns are final.
    void bind_adjacency();
};

/// Sorts half-edges from the edge columns: fills runs, half_*, spans. O(nodes + edges log degree).
/// Requires: 2 * edges fits 32 bits.
void build_adjacency(KnowledgeGraph::Columns& columns, unsigned threads);

}  // namespace litigraph
