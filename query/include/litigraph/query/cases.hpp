/// \file
/// A lawsuit as its edges tell it, and counting that never takes an edge or a group for a case.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// How many proceedings the node stands for: [1, 1] unless it is a group.
CountInterval count_of(const KnowledgeGraph& graph, NodeId lawsuit);

/// Whether the node stands for several proceedings that no source tells apart.
bool is_group(const KnowledgeGraph& graph, NodeId lawsuit);

/// The name, with the size of a group if the name does not begin with it: "13 proceedings by
/// Nokia", "Nokia video-patent proceedings (13)".
std::string title_of(const KnowledgeGraph& graph, NodeId lawsuit);

/// "13", "at least 12", "12 to 15".
std::string to_string(CountInterval count);

/// Nodes at the other end of the edges of `kind` that begin (end) at `node`; ascending, no repeats.
std::vector<NodeId> targets(const KnowledgeGraph& graph, NodeId node, EdgeKind kind);
std::vector<NodeId> sources(const KnowledgeGraph& graph, NodeId node, EdgeKind kind);

/// Lawsuits in which the party has any role; ascending, no repeats.
std::vector<NodeId> lawsuits_of(const KnowledgeGraph& graph, NodeId party);

/// "unknown", or to_string(CaseStatus) by the latest event.
std::string_view status_of(const KnowledgeGraph& graph, NodeId lawsuit);

/// Whether no source tells that it ended (decided, settled, dismissed, withdrawn).
bool is_open(const KnowledgeGraph& graph, NodeId lawsuit);

/// How many cases a list of lawsuits is.
struct CaseTally {
    std::size_t single = 0;                 ///< Lawsuits that are one case.
    std::size_t groups = 0;                 ///< Lawsuits that are groups.
    std::uint64_t least = 0;                ///< Proceedings in the groups, at least.
    std::optional<std::uint64_t> most = 0;  ///< And at most; nothing if unbounded.

    friend bool operator==(const CaseTally&, const CaseTally&) = default;
};
CaseTally tally(const KnowledgeGraph& graph, std::span<const NodeId> lawsuits);

/// "no cases", "2 cases", "1 case and 1 group (13)", "2 groups (at least 15)".
std::string to_string(const CaseTally& tally);

}  // namespace litigraph::query
