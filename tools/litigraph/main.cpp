#include "commands/commands.hpp"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>
#include <unistd.h>

int main(int argc, char** argv) {
    using namespace litigraph::cli;
    std::signal(SIGPIPE, SIG_DFL);  // a reader that has enough ends us quietly, as it does head
    std::ios::sync_with_stdio(false);
    Console console{.in = std::cin,
                    .out = std::cout,
                    .err = std::cerr,
                    .in_is_terminal = isatty(STDIN_FILENO) != 0,
                    .out_is_terminal = isatty(STDOUT_FILENO) != 0,
                    .err_is_terminal = isatty(STDERR_FILENO) != 0};
    console.measure();
    const int code = run_command_line(argc, argv, all_commands(), console);
    if (std::cout) {
        errno = 0;  // else it tells why an earlier write failed
    }
    if (!std::cout.flush()) {
        warn(console, std::string("cannot write the answer: ") + std::strerror(errno));
        return failure;
    }
    return code;
}
