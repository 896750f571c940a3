/// \file
/// Which columns an archive holds, in the order of the file. The order and the element sizes are
/// the format: a change needs a new archive_version and a reader for the old one.
#pragma once

#include "columns.hpp"
#include "observation_codec.hpp"

namespace litigraph {

/// Calls f(name, column) for every column of the graph.
template <class Columns, class F>
void for_each_column(Columns& c, F f) {
    f("node kinds", c.node_kind);
    f("node first days", c.node_first);
    f("node last days", c.node_last);
    f("name ends", c.names.ends);
    f("names", c.names.bytes);
    f("slug ends", c.slugs.ends);
    f("slugs", c.slugs.bytes);
    f("nodes by slug", c.by_slug);
    f("nodes by name", c.by_name);
    f("attribute runs", c.attribute_begin);
    f("attribute nodes", c.attribute_node);
    f("attribute keys", c.attribute_key);
    f("attribute values", c.attribute_text);
    f("half-edge runs", c.runs);
    f("half-edge targets", c.half_target);
    f("half-edge edges", c.half_edge);
    f("half-edge days", c.half_day);
    f("half-edge kinds", c.half_kind);
    f("date spans", c.spans);
    f("edge sources", c.edge_source);
    f("edge targets", c.edge_target);
    f("edge lawsuits", c.edge_lawsuit);
    f("edge kinds", c.edge_kind);
    f("edge confidences", c.edge_confidence);
    f("edge first days", c.edge_first);
    f("edge last days", c.edge_last);
    f("far dates", c.far_dates);
    f("evidence runs", c.evidence_begin);
    f("evidence articles", c.evidence_article);
    f("evidence begins", c.evidence_from);
    f("evidence ends", c.evidence_to);
    f("evidence quotes", c.evidence_quote);
    f("evidence rules", c.evidence_rule);
    f("evidence confidences", c.evidence_confidence);
    f("text ends", c.texts.ends);
    f("texts", c.texts.bytes);
}

/// Calls f(name, column) for what comes after the graph.
template <class Coded, class F>
void for_each_truth(Coded& observations, Coded& aliases, F f) {
    f("observation numbers", observations.words);
    f("observation texts", observations.text);
    f("alias numbers", aliases.words);
    f("alias texts", aliases.text);
}

inline constexpr std::size_t section_count = 40;

/// Name of the first section with an index that does not lead into the graph, or with a length
/// that does not fit the others; null if there is none, and every access is safe. O(size).
const char* first_invalid_section(const KnowledgeGraph::Columns& columns, unsigned threads);

}  // namespace litigraph
