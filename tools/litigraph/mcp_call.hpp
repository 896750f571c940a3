/// \file
/// Calling a tool of the Model Context Protocol.
#pragma once

#include "mcp_tools.hpp"

namespace litigraph::cli {

/// The result of a call, as the protocol has it: a JSON object on one line. Rows, at most 100 or as
/// max_rows says, how many there are, and the edges behind each; or isError and a sentence that
/// says what is wrong with the arguments or the question.
std::string call_mcp_tool(const Asker& asker, const McpTool& tool, query::Map arguments);

}  // namespace litigraph::cli
