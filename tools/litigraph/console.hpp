/// \file
/// What a command talks to: its streams, the options that all commands share, and exit codes.
#pragma once

#include <litigraph/graph/result.hpp>
#include <litigraph/query/render.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

namespace litigraph::cli {

/// Exit codes are part of the interface; scripts rely on them.
enum ExitCode : int {
    success = 0,         ///< Answered, also with zero rows.
    failure = 1,         ///< Could not do it: a file is missing, corrupt or cannot be written.
    wrong_usage = 2,     ///< The command line is wrong.
    wrong_question = 3,  ///< The query, a name in it or a type is wrong.
    no_rows = 4,         ///< Only with --fail-empty.
    unsound = 5,         ///< ingest --strict, validate.
    interrupted = 130,
};

/// Options that every command takes, before or after its name.
struct GlobalOptions {
    std::string format;  ///< Empty: box on a terminal, tsv elsewhere.
    std::string color = "auto";
    bool quiet = false;
    bool verbose = false;
    bool no_progress = false;
    bool no_history = false;
    bool fail_empty = false;  ///< An answer without rows is exit code 4.
};

/// Data goes to `out` and nothing else does; everything said to a person goes to `err`.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    GlobalOptions options = {};
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t width = 0;   ///< Columns of the terminal that `out` is; 0 if unknown.
    std::size_t height = 0;  ///< Lines of it.

    /// Sets width and height to those that the terminal of standard output has now.
    void measure();

    query::Format format() const;
    /// Whether to colour what goes to `out`: --color, then NO_COLOR and TERM.
    bool colour() const;
    bool shows_progress() const;
};

ExitCode exit_code(ErrorCode code) noexcept;

/// Says on stderr "litigraph: subject:line:column: message" and returns the exit code for it.
/// An empty `subject` is left out.
int report(Console& console, const Error& error, std::string_view subject = {});

/// The table on stdout in the console's format, what there is to say of it on stderr. Returns
/// success, or no_rows if the options ask for it.
int show_table(Console& console, const query::Table& table);

/// "litigraph: message" on stderr.
void warn(Console& console, std::string_view message);

}  // namespace litigraph::cli
