#include "commands.hpp"

namespace litigraph::cli {

std::vector<Command> all_commands() {
    return {
        ingest_command(),     remove_command(),    merge_command(),    diff_command(),
        aliases_command(),    conflicts_command(), validate_command(), extract_command(),
        completion_command(), help_command(),
    };
}

}  // namespace litigraph::cli
