#include "../manual.hpp"
#include "commands.hpp"

#include <memory>
#include <ostream>

namespace litigraph::cli {

namespace {

struct Help {
    std::string topic;
    bool as_manual = false;
};

int run(const Help& help, Console& console) {
    if (help.as_manual) {
        write_manual(console.out, all_commands(), global_parameters(console.options));
        return success;
    }
    // asks the parser, which knows every command, for the help of one
    const char* const words[] = {"litigraph", help.topic.empty() ? "--help" : help.topic.c_str(),
                                 "--help"};
    return run_command_line(help.topic.empty() ? 2 : 3, words, all_commands(), console);
}

}  // namespace

Command help_command() {
    const auto help = std::make_shared<Help>();
    return {
        .name = "help",
        .summary = "Tell more about a command",
        .details =
            "  litigraph help path\n"
            "  litigraph help --man > litigraph.1",
        .parameters = {{.names = "TOPIC", .help = "A command", .value = &help->topic},
                       {.names = "--man",
                        .help = "Print the manual page, for man",
                        .value = &help->as_manual}},
        .run = [help](Console& console) { return run(*help, console); },
    };
}

}  // namespace litigraph::cli
