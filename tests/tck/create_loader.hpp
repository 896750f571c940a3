/// \file
/// Fills a plain graph from the statements that scenarios use to set their graph up.
#pragma once

#include "plain_graph.hpp"
#include <litigraph/graph/result.hpp>

#include <string_view>

namespace litigraph::tck {

/// Runs [MATCH ...] then any of CREATE, UNWIND, WITH (names, expressions, collect), DELETE of
/// relationships. Expressions are the query language's own, so what it lacks is unsupported here
/// too. Errors: those of the language; syntax.
Status load(std::string_view script, PlainGraph& graph);

}  // namespace litigraph::tck
