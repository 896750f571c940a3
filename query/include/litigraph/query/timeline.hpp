/// \file
/// What happened in some lawsuits, in the order of time.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <span>
#include <string>
#include <vector>

namespace litigraph::query {

struct TimelineEntry {
    DateInterval when;  ///< Unknown if no source tells.
    NodeId lawsuit{};
    std::string what;   ///< "filed", or the event: "settled licence".
    std::string where;  ///< Of a filing: courts and jurisdictions, joined by ", ".
    std::string words;  ///< Of a filing: the words behind the date, "late last year".
};

/// Filing and events of each lawsuit. Sorted by first possible day, then last; what has no date
/// comes last.
std::vector<TimelineEntry> timeline(const KnowledgeGraph& graph, std::span<const NodeId> lawsuits);

}  // namespace litigraph::query
