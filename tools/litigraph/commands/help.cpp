#include "commands.hpp"

#include <memory>
#include <ostream>

namespace litigraph::cli {

Command help_command() {
    const auto topic = std::make_shared<std::string>();
    return {
        .name = "help",
        .summary = "Tell more about a command",
        .details = "  litigraph help path",
        .parameters = {{.names = "TOPIC", .help = "A command", .value = topic.get()}},
        .run =
            [topic](Console& console) {
                // asks the parser, which knows every command, for the help of one
                const char* const words[] = {"litigraph",
                                             topic->empty() ? "--help" : topic->c_str(), "--help"};
                return run_command_line(topic->empty() ? 2 : 3, words, all_commands(), console);
            },
    };
}

}  // namespace litigraph::cli
