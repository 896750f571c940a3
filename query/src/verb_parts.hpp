/// \file
/// What the verbs have in common.
#pragma once

#include "words.hpp"
#include <litigraph/query/case_filter.hpp>
#include <litigraph/query/filter.hpp>
#include <litigraph/query/verbs.hpp>

#include <string>
#include <vector>

namespace litigraph::query::detail {

using Nodes = std::vector<NodeId>;

/// Thrown when the question is to stop; ask() makes an error of it.
struct Stopped {};
/// To be called in every loop that is longer in a larger graph.
inline void go_on(const VerbContext& context) {
    if (context.go_on && !context.go_on()) {
        throw Stopped{};
    }
}

using VerbFunction = Result<Answer> (*)(const VerbContext&, Words&);

Result<Answer> ask_who(const VerbContext& context, Words& words);
Result<Answer> ask_path(const VerbContext& context, Words& words);
Result<Answer> ask_neighbors(const VerbContext& context, Words& words);
Result<Answer> ask_mutual(const VerbContext& context, Words& words);
Result<Answer> ask_show(const VerbContext& context, Words& words);
Result<Answer> ask_why(const VerbContext& context, Words& words);
Result<Answer> ask_conflicts(const VerbContext& context, Words& words);
Result<Answer> ask_diff(const VerbContext& context, Words& words);
Result<Answer> ask_cases(const VerbContext& context, Words& words);
Result<Answer> ask_timeline(const VerbContext& context, Words& words);
Result<Answer> ask_forums(const VerbContext& context, Words& words);
Result<Answer> ask_chain(const VerbContext& context, Words& words);
Result<Answer> ask_count(const VerbContext& context, Words& words);
Result<Answer> ask_top(const VerbContext& context, Words& words);
Result<Answer> ask_communities(const VerbContext& context, Words& words);
Result<Answer> ask_gaps(const VerbContext& context, Words& words);

/// Reads "Nokia and Amazon as defendant over video in Germany since 2020 open": names first, then
/// conditions in any order, to the end of the line or to "by".
Result<CaseFilter> take_case_filter(const KnowledgeGraph& graph, Words& words);
/// The lawsuits that a filter finds.
struct ChosenCases {
    CaseFilter filter;
    Nodes lawsuits;
};
Nodes find_cases(const VerbContext& context, const CaseFilter& filter);
/// The same with the filter at the front of the line.
Result<ChosenCases> take_cases(const VerbContext& context, Words& words);
/// The same; nothing may follow the filter.
Result<ChosenCases> take_cases_to_end(const VerbContext& context, Words& words);

/// The words of a filter, for messages that say what could follow.
inline constexpr std::string_view filter_words =
    "'as plaintiff', 'as defendant', 'against', 'over', 'in', 'since', 'during', 'open', "
    "'closed', 'status', 'cause', 'kind', 'from', 'without' or 'family'";

/// Edges that tie the lawsuits to their parties, places and subjects: what the row rests on.
std::vector<EdgeId> support_of(const KnowledgeGraph& graph, NodeId lawsuit);

/// The same of all of them.
std::vector<EdgeId> support_of_all(const VerbContext& context, const Nodes& lawsuits);

/// "2 cases and 1 group (13)"; the numbers for programs.
Cell tally_cell(const KnowledgeGraph& graph, const Nodes& lawsuits);
/// The node as an answer of the query language shows it.
Cell cell_of(const KnowledgeGraph& graph, NodeId node);
/// Null if unknown.
Cell date_cell(DateInterval when);
/// Names joined by ", ".
std::string joined(const std::vector<std::string>& parts);
std::string joined_names(const KnowledgeGraph& graph, const std::vector<NodeId>& nodes);
/// The table without a frame, columns padded; without a heading if asked.
std::string aligned(const Table& table, bool with_heading);

}  // namespace litigraph::query::detail
