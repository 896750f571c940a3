#include "commands.hpp"

#include <utility>

namespace litigraph::cli {

std::vector<Command> all_commands() {
    std::vector<Command> commands{repl_command(), query_command()};
    for (Command& verb : verb_commands()) {
        commands.push_back(std::move(verb));
    }
    for (const Command& other :
         {export_command(), stats_command(), schema_command(), ingest_command(), remove_command(),
          merge_command(), diff_command(), aliases_command(), conflicts_command(),
          validate_command(), extract_command(), mcp_command(), completion_command(),
          help_command()}) {
        commands.push_back(other);
    }
    return commands;
}

}  // namespace litigraph::cli
