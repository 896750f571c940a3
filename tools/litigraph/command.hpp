/// \file
/// A subcommand, as data: what it is called, what it takes, what it does.
#pragma once

#include "console.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace litigraph::cli {

/// An argument ("FILE") or an option ("-o,--output", "--all"), and where its value goes. The target
/// keeps its initial value if the parameter is not given. Lists take one or more values; an option
/// with a list may also be repeated.
struct Parameter {
    std::string names;
    std::string help;
    std::variant<bool*, std::size_t*, std::string*, std::vector<std::string>*> value;
    bool is_required = false;
    std::vector<std::string> choices = {};  ///< If not empty, no other value is accepted.
    bool is_split = true;                   ///< Of an option with a list: "a,b" is two values.

    bool is_option() const noexcept { return names.starts_with('-'); }
};

struct Command {
    std::string name;
    std::string summary;  ///< One line, for the list of commands.
    std::string details;  ///< More, with an example; ends without a newline.
    std::vector<Parameter> parameters;
    std::function<int(Console&)> run;  ///< Returns an ExitCode.
};

/// The parameters of every command.
std::vector<Parameter> global_parameters(GlobalOptions& options);

/// Parses the command line and runs what it asks for. Returns the exit code.
int run_command_line(int argc, const char* const* argv, const std::vector<Command>& commands,
                     Console& console);

/// Of `candidates` the one that `word` is likely a misspelling of; empty if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace litigraph::cli
