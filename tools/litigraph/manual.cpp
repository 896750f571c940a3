#include "manual.hpp"

#include <ostream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::pair<ExitCode, std::string_view> exit_codes[] = {
    {success, "Answered, also with no rows."},
    {failure, "Could not do it: a file is missing, damaged or cannot be written."},
    {wrong_usage, "The command line is wrong."},
    {wrong_question, "The query, a name in it or a type is wrong."},
    {no_rows, "Only with --fail-empty: the answer has no rows."},
    {unsound, "An item could not be read (ingest --strict), or a fact is unsupported (validate)."},
    {interrupted, "Interrupted."},
};

/// Text that troff prints as it is: no escape, no hyphen that it may break, no request.
std::string literal(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n')) {
            escaped += "\\&";
            escaped += c;
        } else {
            escaped += c;
        }
    }
    return escaped;
}

void write_parameters(std::ostream& out, const std::vector<Parameter>& parameters) {
    for (const Parameter& parameter : parameters) {
        out << ".TP\n.B " << literal(parameter.names) << '\n' << literal(parameter.help);
        std::string_view separator = " (";
        for (const std::string& choice : parameter.choices) {
            out << std::exchange(separator, ", ") << literal(choice);
        }
        out << (parameter.choices.empty() ? ".\n" : ").\n");
    }
}

void write_command(std::ostream& out, const Command& command) {
    out << ".SS litigraph " << literal(command.name) << '\n' << literal(command.summary) << ".\n";
    if (!command.details.empty()) {
        out << ".PP\n.nf\n" << literal(command.details) << "\n.fi\n";
    }
    write_parameters(out, command.parameters);
}

}  // namespace

void write_manual(std::ostream& out, const std::vector<Command>& commands,
                  const std::vector<Parameter>& global) {
    out << ".TH LITIGRAPH 1 \"\" \"litigraph " LITIGRAPH_VERSION
           "\" \"User Commands\"\n"
           ".SH NAME\nlitigraph \\- a knowledge graph of litigation, read from articles\n"
           ".SH SYNOPSIS\n"
           ".B litigraph\n.RI [ options ]\n.I command\n.RI [ arguments ]\n.br\n"
           ".B litigraph\n.I FILE.lg\n"
           ".SH DESCRIPTION\n"
           "Reads articles about lawsuits into a graph of who sues whom, who countersues, where a\n"
           "case was filed and what technology it concerns, and answers questions about paths and\n"
           "neighbourhoods. Every fact shows the sentence that it was read from.\n"
           ".PP\nWith the name of a graph file alone, it asks for questions.\n"
           ".SH OPTIONS\n";
    write_parameters(out, global);
    out << ".SH COMMANDS\n";
    for (const Command& command : commands) {
        write_command(out, command);
    }
    out << ".SH EXIT STATUS\n";
    for (const auto& [code, meaning] : exit_codes) {
        out << ".TP\n.B " << static_cast<int>(code) << '\n' << literal(meaning) << '\n';
    }
}

}  // namespace litigraph::cli
