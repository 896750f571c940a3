/// \file
/// Which lawsuits a question is about, and what they are listed by.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// Something that a lawsuit has or lacks, and by which lawsuits can be counted.
enum class CaseAspect : std::uint8_t {
    plaintiff,
    defendant,
    party,
    forum,  ///< Court or jurisdiction.
    court,
    jurisdiction,
    technology,
    patent,
    judge,
    year,
    status,
    cause,
    kind
};
std::optional<CaseAspect> case_aspect_from_string(std::string_view text) noexcept;
std::string_view to_string(CaseAspect aspect) noexcept;

/// Every condition that is set must hold.
struct CaseFilter {
    std::vector<NodeId> parties;         ///< Each has some role.
    std::vector<NodeId> plaintiffs;      ///< Each is a plaintiff.
    std::vector<NodeId> defendants;      ///< Each is a defendant.
    std::vector<NodeId> about;           ///< Each is its subject, place, judge or article.
    std::vector<NodeId> lawsuits;        ///< It is one of these, if any.
    std::optional<DateInterval> during;  ///< It may have been filed then.
    std::optional<bool> open;
    std::string status;  ///< to_string(CaseStatus); empty: any.
    std::string kind;    ///< to_string(CaseKind); empty: any.
    std::string cause;   ///< Empty: any.
    /// Some plaintiff has one of these labels (see has_label); empty: any.
    std::vector<std::string> plaintiff_kinds;
    std::optional<CaseAspect> without;  ///< No source tells it.
    bool family = false;                ///< Parties stand for their divisions too.

    friend bool operator==(const CaseFilter&, const CaseFilter&) = default;
};

/// Lawsuits that pass, by filing date, then by name.
/// O(cases of the named node with the fewest edges), O(nodes) if none is named. `go_on`, if set, is
/// asked for each of them; after false no more are found.
std::vector<NodeId> find_cases(const KnowledgeGraph& graph, const CaseFilter& filter,
                               const std::function<bool()>& go_on = {});

/// Values of an aspect, as people read them; sorted, no repeats, empty if no source tells it.
std::vector<std::string> aspect_values(const KnowledgeGraph& graph, NodeId lawsuit,
                                       CaseAspect aspect);

/// Whether no source tells the aspect; a date that is known in part is told.
bool is_missing(const KnowledgeGraph& graph, NodeId lawsuit, CaseAspect aspect);

}  // namespace litigraph::query
