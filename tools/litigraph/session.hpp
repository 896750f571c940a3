/// \file
/// A conversation with one graph, line by line, over plain streams: what the REPL does, without a
/// terminal.
#pragma once

#include "answer_output.hpp"
#include "asker.hpp"
#include "console.hpp"
#include "exports.hpp"
#include "line_history.hpp"
#include "statements.hpp"

#include <atomic>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

struct SessionOptions {
    std::string title;           ///< What the graph is called: its file.
    bool is_interactive = true;  ///< Else a script: no greeting, and the first error ends it.
    std::size_t max_rows = 0;    ///< Shown to people; 0 shows all.
    query::Parameters parameters = {};
    query::Budget budget = {};       ///< With what stops a query from elsewhere.
    LineHistory* history = nullptr;  ///< For ".history"; may be null.
};

/// A command that begins with a dot.
struct DotCommand {
    std::string_view name;     ///< ".mode"
    std::string_view form;     ///< "[FORMAT]"
    std::string_view summary;  ///< One line.
    std::string_view example;  ///< Ready to be typed.
};
std::span<const DotCommand> all_dot_commands() noexcept;

class Session {
  public:
    /// `asker` and the streams of `console` must outlive it.
    Session(const Asker& asker, const Console& console, SessionOptions options);

    /// What the graph holds and how to get help, without a newline at the end.
    std::string greeting() const;
    /// What to write before the next line.
    std::string_view prompt() const noexcept;

    /// Answers what the line completes. The line comes without its end.
    void add_line(std::string_view line);
    /// There are no more lines: what was begun is asked.
    void finish();
    /// Forgets the lines of a query that is not whole yet. False if there were none.
    bool drop_pending() noexcept;

    /// The terminal may have another size now.
    void measure_screen() { console_.measure(); }

    bool is_over() const noexcept { return is_over_; }
    /// Of a script, that of the statement that ended it; else success, or no_rows if the options
    /// ask for it and the last answer had none.
    int exit_code() const noexcept { return exit_code_; }

  private:
    friend struct DotFunctions;

    void take(std::string_view statement);
    void ask(std::string_view question);
    void run_command(std::string_view line);
    void show(const query::Answer& answer);
    Result<std::string> write_picture(const std::string& path, const ExportChoice& choice,
                                      bool of_whole_graph) const;
    /// Says what is wrong; ends a script.
    void complain(std::string_view message, ExitCode code);
    void fail(int code);

    const Asker& asker_;
    Console console_;
    SessionOptions options_;
    StatementReader reader_;
    std::optional<query::Answer> last_;  ///< What .why and .export are about.
    std::ofstream file_;                 ///< Open while answers go to a file.
    bool file_is_for_one_ = false;
    bool has_timer_ = false;
    std::size_t reading_depth_ = 0;  ///< Of .read within .read.
    bool is_over_ = false;
    int exit_code_ = success;
};

}  // namespace litigraph::cli
