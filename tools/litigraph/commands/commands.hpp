/// \file
/// Every subcommand: one file each, one line here and one in all_commands().
#pragma once

#include "../command.hpp"

#include <vector>

namespace litigraph::cli {

Command extract_command();
Command help_command();

/// In the order in which help lists them.
std::vector<Command> all_commands();

}  // namespace litigraph::cli
