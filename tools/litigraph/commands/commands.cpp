#include "commands.hpp"

namespace litigraph::cli {

std::vector<Command> all_commands() {
    return {
        extract_command(),
        help_command(),
    };
}

}  // namespace litigraph::cli
