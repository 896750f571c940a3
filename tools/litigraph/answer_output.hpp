/// \file
/// Shows an answer: data on stdout in the chosen format, everything said about it on stderr.
#pragma once

#include "console.hpp"
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/selection.hpp>
#include <litigraph/query/verbs.hpp>

#include <cstddef>
#include <string_view>

namespace litigraph::cli {

struct AnswerStyle {
    query::RenderOptions table;
    bool is_picture = false;  ///< DOT; the table's format does not count.
    bool says_size = false;   ///< "6 rows" on stderr.
};

/// As the options and the kind of the streams say. `max_rows` bounds what is shown to people.
AnswerStyle style_for(const Console& console, std::size_t max_rows);

/// What of the graph an answer is about: the edges that its rows rest on, their ends, and every
/// node in a cell.
query::Selection selection_of(const KnowledgeGraph& graph, const query::Table& table);

/// In the format box a verb's own layout for people takes the place of the table. Notes and the
/// query behind a verb go to stderr, unless --quiet. A long answer goes through $PAGER if stdout is
/// a terminal. Returns success, or no_rows if the options ask for it.
int show_answer(Console& console, const KnowledgeGraph& graph, const query::Answer& answer,
                const AnswerStyle& style);

/// "litigraph: query:1:10: ..." with the line and a caret under the place. Returns the exit code.
int report_question(Console& console, std::string_view line, const Error& error);

}  // namespace litigraph::cli
