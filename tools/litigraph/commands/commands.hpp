/// \file
/// Every subcommand: one file each, one line here and one in all_commands().
#pragma once

#include "../command.hpp"

#include <vector>

namespace litigraph::cli {

Command aliases_command();
Command completion_command();
Command conflicts_command();
Command diff_command();
Command export_command();
Command extract_command();
Command help_command();
Command ingest_command();
Command mcp_command();
Command merge_command();
Command query_command();
Command remove_command();
Command repl_command();
Command schema_command();
Command stats_command();
Command validate_command();

/// One for each verb of the query library that has none of its own.
std::vector<Command> verb_commands();

/// In the order in which help lists them.
std::vector<Command> all_commands();

}  // namespace litigraph::cli
