/// \file
/// Questions in plain words: "who sues Nokia", "path Amazon -> Apple via sues max 4".
///
/// A verb is a short way to ask; where the query language can ask the same, the answer says how.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/resolution.hpp>
#include <litigraph/graph/result.hpp>
#include <litigraph/query/table.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// What verbs ask. `graph` must outlive it.
struct VerbContext {
    const KnowledgeGraph& graph;
    /// Where sources disagree, for `conflicts`; called only if asked for. May be empty.
    std::function<std::vector<Conflict>()> conflicts = {};
    /// If set, asked in every loop that may be long; after false the question fails with
    /// `interrupted`.
    std::function<bool()> go_on = {};
};

struct Answer {
    Table table;
    /// The query that this stands for; empty if the language cannot say it.
    std::string query;
    /// The same answer laid out for people, if a table would say it worse; else empty.
    std::string prose;
    /// What the reader should know beside the data.
    std::vector<std::string> notes;
};

struct VerbHelp {
    std::string_view name;
    std::string_view form;     ///< "who sues NAME | who does NAME sue"
    std::string_view summary;  ///< One line.
    std::string_view example;  ///< Ready to be typed.
};

/// Every verb, in the order of the help.
std::span<const VerbHelp> all_verbs() noexcept;

/// Whether the line begins with the name of a verb, whatever the case.
bool is_verb(std::string_view line) noexcept;

/// Answers one line. Names may have spaces; quotes are needed only around a name that holds one of
/// the verb's own words. Errors: syntax (with column, and what was expected), unknown_name,
/// ambiguous_name, interrupted.
Result<Answer> ask(const VerbContext& context, std::string_view line);

}  // namespace litigraph::query
