#include "session.hpp"

#include "graph_tables.hpp"
#include "session_commands.hpp"

#include <algorithm>
#include <chrono>
#include <iomanip>
#include <ostream>
#include <sstream>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::string_view first_prompt = "litigraph> ";
constexpr std::string_view next_prompt = "      ...> ";

/// Whether a line is a whole query: all that could be wrong with one that is not is its end.
bool is_whole(const Asker& asker, std::string_view text, const query::Parameters& parameters) {
    const std::optional<Error> error = asker.fault_in(text, parameters);
    if (!error || error->code != ErrorCode::syntax) {
        return true;
    }
    return error->line == 1 && error->column <= text.find_last_not_of(" \t\r") + 1;
}

/// "0.42 ms", "1.734 s".
std::string time_text(std::chrono::steady_clock::duration time) {
    const double seconds = std::chrono::duration<double>(time).count();
    std::ostringstream out;
    out << std::fixed;
    if (seconds < 1) {
        out << std::setprecision(2) << 1000 * seconds << " ms";
    } else {
        out << std::setprecision(3) << seconds << " s";
    }
    return out.str();
}

}  // namespace

Session::Session(const Asker& asker, const Console& console, SessionOptions options)
    : asker_(asker), console_(console), options_(std::move(options)) {
    if (options_.is_interactive) {
        reader_ = StatementReader(
            [this](std::string_view text) { return is_whole(asker_, text, options_.parameters); });
    }
    options_.budget.max_support = shown_support;
}

std::string Session::greeting() const {
    return "litigraph " LITIGRAPH_VERSION "   " + options_.title + ": " +
           size_of_graph(asker_.graph()) + "\n.help tells how to ask; .quit or Ctrl-D leaves";
}

std::string_view Session::prompt() const noexcept {
    return reader_.is_open() ? next_prompt : first_prompt;
}

void Session::add_line(std::string_view line) {
    for (const std::string& statement : reader_.add(line)) {
        if (!is_over_) {
            take(statement);
        }
    }
}

void Session::finish() {
    const std::optional<std::string> rest = reader_.finish();
    if (rest && !is_over_) {
        take(*rest);
    }
}

bool Session::drop_pending() noexcept {
    const bool had_some = reader_.is_open();
    reader_.clear();
    return had_some;
}

void Session::take(std::string_view statement) {
    if (statement.starts_with('.')) {
        run_dot_command(*this, statement);
    } else {
        ask(statement);
    }
}

void Session::ask(std::string_view question) {
    const auto begin = std::chrono::steady_clock::now();
    Result<query::Answer> answer = asker_.ask(question, options_.parameters, options_.budget);
    const auto end = std::chrono::steady_clock::now();
    if (!answer) {
        const bool is_after_echo =
            options_.is_interactive && answer.error().code == ErrorCode::interrupted;
        console_.err << (is_after_echo ? "\n" : "");
        fail(report_question(console_, question, answer.error()));
        return;
    }
    show(*answer);
    last_ = *std::move(answer);
    if (has_timer_) {
        console_.err << time_text(end - begin) << '\n';
    }
}

void Session::show(const query::Answer& answer) {
    if (!file_.is_open()) {
        exit_code_ =
            show_answer(console_, asker_.graph(), answer, style_for(console_, options_.max_rows));
        return;
    }
    Console to_file{.in = console_.in,
                    .out = file_,
                    .err = console_.err,
                    .options = console_.options,
                    .err_is_terminal = console_.err_is_terminal};
    exit_code_ = show_answer(to_file, asker_.graph(), answer, style_for(to_file, 0));
    if (!file_.flush()) {
        complain("cannot write the answer to the file", failure);
    }
    if (file_is_for_one_) {
        file_.close();
    }
}

Result<std::string> Session::write_picture(const std::string& path, const ExportChoice& choice,
                                           bool of_whole_graph) const {
    const query::Selection part = last_ && !of_whole_graph
                                      ? selection_of(asker_.graph(), last_->table)
                                      : query::everything(asker_.graph());
    return save_export(path, asker_.graph(), part, choice);
}

void Session::complain(std::string_view message, ExitCode code) {
    warn(console_, message);
    fail(code);
}

void Session::fail(int code) {
    if (!options_.is_interactive) {
        exit_code_ = code;
        is_over_ = true;
    }
}

}  // namespace litigraph::cli
