#include "console.hpp"

#include <cstdlib>
#include <ostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace litigraph::cli {

namespace {

bool is_set(const char* variable) {
    const char* const value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

void Console::measure() {
    winsize size{};
    if (out_is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
        width = size.ws_col;
        height = size.ws_row;
    }
}

query::Format Console::format() const {
    const query::Format by_default = out_is_terminal ? query::Format::box : query::Format::tsv;
    return query::format_from_string(options.format).value_or(by_default);
}

bool Console::colour() const {
    if (options.color != "auto") {
        return options.color == "always";
    }
    const char* const terminal = std::getenv("TERM");
    const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return out_is_terminal && !is_set("NO_COLOR") && !is_dumb;
}

bool Console::shows_progress() const {
    return err_is_terminal && !options.quiet && !options.no_progress;
}

ExitCode exit_code(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::syntax:
        case ErrorCode::unknown_name:
        case ErrorCode::ambiguous_name:
        case ErrorCode::type_mismatch:
        case ErrorCode::unsupported:
            return wrong_question;
        case ErrorCode::interrupted:
            return interrupted;
        case ErrorCode::limit_exceeded:
        case ErrorCode::io:
        case ErrorCode::corrupt_archive:
        case ErrorCode::invalid_input:
            return failure;
    }
    return failure;
}

int report(Console& console, const Error& error, std::string_view subject) {
    console.err << "litigraph: ";
    if (!subject.empty()) {
        console.err << subject << ':';
        if (error.line != 0) {
            console.err << error.line << ':';
            if (error.column != 0) {
                console.err << error.column << ':';
            }
        }
        console.err << ' ';
    }
    console.err << error.message << '\n';
    return exit_code(error.code);
}

int show_table(Console& console, const query::Table& table) {
    const query::RenderOptions options{.format = console.format(),
                                       .width = console.out_is_terminal ? console.width : 0,
                                       .colour = console.colour()};
    query::render(console.out, table, options);
    if (console.out_is_terminal && !console.options.quiet) {
        console.err << query::summary(table, options) << '\n';
    }
    return console.options.fail_empty && table.rows.empty() ? no_rows : success;
}

void warn(Console& console, std::string_view message) {
    console.err << "litigraph: " << message << '\n';
}

}  // namespace litigraph::cli
