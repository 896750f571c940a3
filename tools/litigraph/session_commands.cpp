#include "session_commands.hpp"

#include "command.hpp"
#include "graph_tables.hpp"
#include "json_value.hpp"
#include <litigraph/query/result_cells.hpp>
#include <litigraph/query/why.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ostream>
#include <utility>

namespace litigraph::cli {

namespace {

using Words = std::vector<std::string>;

/// Split at blanks; quotes keep blanks: the names of files may hold some.
Words split(std::string_view text) {
    Words words;
    std::size_t at = text.find_first_not_of(" \t");
    while (at < text.size()) {
        const bool is_quoted = text[at] == '"' || text[at] == '\'';
        const std::size_t begin = at + (is_quoted ? 1 : 0);
        const std::size_t end = std::min(
            is_quoted ? text.find(text[at], begin) : text.find_first_of(" \t", begin), text.size());
        words.emplace_back(text.substr(begin, end - begin));
        at = text.find_first_not_of(" \t", std::min(end + (is_quoted ? 1 : 0), text.size()));
    }
    return words;
}

std::optional<std::size_t> number_from(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number ? std::optional(number) : std::nullopt;
}

const Words formats{"box", "table", "markdown", "csv", "tsv", "json", "jsonl", "line", "dot"};

std::string listed(const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

std::string suggestion(std::string_view word, const Words& candidates) {
    const std::string_view near = nearest(word, candidates);
    return near.empty() ? "" : "; did you mean " + std::string(near) + "?";
}

}  // namespace

/// What each command does. Every function takes the words after the command's name.
struct DotFunctions {
    static void help(Session& session, const Words& words);
    static void schema(Session& session, const Words& words);
    static void stats(Session& session, const Words& words);
    static void why(Session& session, const Words& words);
    static void mode(Session& session, const Words& words);
    static void max_rows(Session& session, const Words& words);
    static void timer(Session& session, const Words& words);
    static void param(Session& session, const Words& words);
    static void read(Session& session, const Words& words);
    static void output(Session& session, const Words& words);
    static void once(Session& session, const Words& words);
    static void write_export(Session& session, const Words& words);
    static void history(Session& session, const Words& words);
    static void quit(Session& session, const Words& words);

    static void run(Session& session, std::string_view line);

  private:
    static void open_file(Session& session, const std::string& path, bool for_one);
    static void list_parameters(Session& session);
};

namespace {

constexpr std::array<DotCommand, 14> commands = {{
    {".help", "[WHAT]", "How to ask; .help with a verb or a command tells more", ".help why"},
    {".schema", "", "The types and properties that can be asked for", ".schema"},
    {".stats", "", "How much the graph holds", ".stats"},
    {".why", "N", "The sentences behind row N of the last answer", ".why 1"},
    {".mode", "[FORMAT]", "How answers look: box, table, markdown, csv, tsv, json, jsonl, ...",
     ".mode json"},
    {".maxrows", "[N]", "How many rows are shown; 0 shows all", ".maxrows 100"},
    {".timer", "[on|off]", "Tell how long each question took", ".timer on"},
    {".param", "[NAME VALUE]", "Values of $NAME; a value is JSON or plain text",
     ".param list [\"Nokia\", \"Apple\"]"},
    {".read", "FILE", "Ask what a file holds", ".read questions.txt"},
    {".output", "[FILE]", "Answers go to a file; without one, back to the screen",
     ".output answers.txt"},
    {".once", "FILE", "The next answer goes to a file", ".once answer.csv"},
    {".export", "FORMAT FILE [--all] [--legend] [--view VIEW] [--max-nodes N]",
     "Write what the last answer is about, or --all, for other programs or as a picture",
     ".export dot nokia.dot --legend"},
    {".history", "[N]", "What was typed, the last N lines", ".history 20"},
    {".quit", "", "Leave, as Ctrl-D does", ".quit"},
}};

using DotFunction = void (*)(Session&, const Words&);
constexpr std::array<DotFunction, commands.size()> functions = {
    DotFunctions::help,    DotFunctions::schema,   DotFunctions::stats, DotFunctions::why,
    DotFunctions::mode,    DotFunctions::max_rows, DotFunctions::timer, DotFunctions::param,
    DotFunctions::read,    DotFunctions::output,   DotFunctions::once,  DotFunctions::write_export,
    DotFunctions::history, DotFunctions::quit};

Words command_names() {
    Words names;
    for (const DotCommand& command : commands) {
        names.emplace_back(command.name);
    }
    return names;
}

// In two columns; a long left side has a line of its own.
void write_entry(std::ostream& out, std::string_view left, std::string_view right) {
    constexpr std::size_t width = 32;
    out << "  " << left;
    if (left.size() < width) {
        out << std::string(width - left.size(), ' ');
    } else {
        out << "\n  " << std::string(width, ' ');
    }
    out << right << '\n';
}

void write_overview(std::ostream& out) {
    out << "Ask with a verb:\n";
    for (const query::VerbHelp& verb : query::all_verbs()) {
        write_entry(out, verb.example, verb.summary);
    }
    out << "\nOr in the query language; ';' or an empty line ends a query of several lines:\n"
           "  MATCH (a)-[r:SUES]->(b) WHERE a.name = 'Nokia' RETURN b.name, r.date ORDER BY "
           "r.date\n"
           "  MATCH p = ANY SHORTEST (a {name: 'Amazon'})-[*1..4]-(b {name: 'Apple'}) RETURN p\n"
           "  MATCH (c:Lawsuit)-[:FILED_IN]->(v) RETURN v.name, count(*) AS n ORDER BY n DESC\n"
           "\nCommands:\n";
    for (const DotCommand& command : commands) {
        write_entry(out, command.example, command.summary);
    }
    out << "\n.help WHAT tells more, for example .help path\n";
}

/// False if nothing is called that.
bool write_topic(std::ostream& out, std::string_view topic) {
    for (const query::VerbHelp& verb : query::all_verbs()) {
        if (verb.name == topic) {
            out << verb.form << "\n  " << verb.summary << "\n  for example: " << verb.example
                << '\n';
            return true;
        }
    }
    for (const DotCommand& command : commands) {
        if (command.name == topic || command.name.substr(1) == topic) {
            out << command.name << ' ' << command.form << "\n  " << command.summary
                << "\n  for example: " << command.example << '\n';
            return true;
        }
    }
    return false;
}

}  // namespace

std::span<const DotCommand> all_dot_commands() noexcept { return commands; }

void DotFunctions::help(Session& session, const Words& words) {
    if (words.empty()) {
        write_overview(session.console_.out);
    } else if (!write_topic(session.console_.out, words[0])) {
        Words topics = command_names();
        for (const query::VerbHelp& verb : query::all_verbs()) {
            topics.emplace_back(verb.name);
        }
        session.complain("there is no help about '" + words[0] + "'" + suggestion(words[0], topics),
                         wrong_usage);
    }
    session.console_.out.flush();
}

void DotFunctions::schema(Session& session, const Words&) {
    session.show({schema_table(session.asker_.graph()), {}, {}, {}});
}

void DotFunctions::stats(Session& session, const Words&) {
    session.show({stats_table(session.asker_.graph()), {}, {}, {}});
}

void DotFunctions::why(Session& session, const Words& words) {
    const std::optional<std::size_t> row = words.empty() ? std::nullopt : number_from(words[0]);
    if (!session.last_) {
        return session.complain(".why is about the last answer, and there is none yet",
                                wrong_usage);
    }
    const query::Table& table = session.last_->table;
    if (!row || *row == 0 || *row > table.rows.size()) {
        return session.complain("expected the number of a row after .why, from 1 to " +
                                    std::to_string(table.rows.size()),
                                wrong_usage);
    }
    if (table.support.empty() || table.support[*row - 1].empty()) {
        return session.complain("row " + words[0] +
                                    " rests on no edge; ask for edges, or use the "
                                    "verb 'why' with a name",
                                wrong_question);
    }
    const std::vector<EdgeId>& edges = table.support[*row - 1];
    session.show({query::evidence_table(session.asker_.graph(), edges),
                  {},
                  query::explain(session.asker_.graph(), edges),
                  {}});
}

void DotFunctions::mode(Session& session, const Words& words) {
    std::string& format = session.console_.options.format;
    if (words.empty()) {
        const std::string_view now = format == "dot" ? "dot" : to_string(session.console_.format());
        session.console_.err << "mode " << now << "; others: " << listed(formats) << '\n';
    } else if (std::ranges::find(formats, words[0]) == formats.end()) {
        session.complain("no mode is called '" + words[0] + "'" + suggestion(words[0], formats) +
                             " (" + listed(formats) + ")",
                         wrong_usage);
    } else {
        format = words[0];
    }
}

void DotFunctions::max_rows(Session& session, const Words& words) {
    const std::optional<std::size_t> rows = words.empty() ? std::nullopt : number_from(words[0]);
    if (words.empty()) {
        session.console_.err << "maxrows " << session.options_.max_rows << '\n';
    } else if (rows) {
        session.options_.max_rows = *rows;
    } else {
        session.complain("expected a number after .maxrows, found '" + words[0] + "'", wrong_usage);
    }
}

void DotFunctions::timer(Session& session, const Words& words) {
    if (words.empty()) {
        session.console_.err << "timer " << (session.has_timer_ ? "on" : "off") << '\n';
    } else if (words[0] == "on" || words[0] == "off") {
        session.has_timer_ = words[0] == "on";
    } else {
        session.complain("expected on or off after .timer, found '" + words[0] + "'", wrong_usage);
    }
}

void DotFunctions::list_parameters(Session& session) {
    query::Table table{{"parameter", "value"}, {}, {}, {}};
    for (const auto& [name, value] : session.options_.parameters) {
        table.rows.push_back({"$" + name, query::to_cell(session.asker_.graph(), value)});
    }
    session.show({std::move(table), {}, {}, {}});
}

void DotFunctions::param(Session& session, const Words& words) {
    if (words.empty()) {
        return list_parameters(session);
    }
    std::string name = words[0];
    if (name.starts_with('$')) {
        name.erase(0, 1);
    }
    if (words.size() == 1) {
        if (session.options_.parameters.erase(name) == 0) {
            session.complain("expected a value after .param " + name, wrong_usage);
        }
        return;
    }
    session.options_.parameters.insert_or_assign(std::move(name), value_from_text(words[1]));
}

void DotFunctions::read(Session& session, const Words& words) {
    constexpr std::size_t deepest = 16;
    if (words.empty()) {
        return session.complain("expected a file after .read", wrong_usage);
    }
    std::ifstream file(words[0]);
    if (!file || session.reading_depth_ == deepest) {
        return session.complain(
            "cannot read " + words[0] + ": " +
                (file ? "too many files read each other" : std::strerror(errno)),
            failure);
    }
    ++session.reading_depth_;
    StatementReader reader;
    for (std::string line; !session.is_over_ && std::getline(file, line);) {
        for (const std::string& statement : reader.add(line)) {
            session.take(statement);
        }
    }
    const std::optional<std::string> rest = reader.finish();
    if (rest && !session.is_over_) {
        session.take(*rest);
    }
    --session.reading_depth_;
}

void DotFunctions::open_file(Session& session, const std::string& path, bool for_one) {
    session.file_ = std::ofstream(path, std::ios::binary);
    session.file_is_for_one_ = for_one;
    if (!session.file_) {
        session.file_.close();
        session.complain("cannot write " + path + ": " + std::strerror(errno), failure);
    }
}

void DotFunctions::output(Session& session, const Words& words) {
    if (words.empty()) {
        session.file_.close();
    } else {
        open_file(session, words[0], false);
    }
}

void DotFunctions::once(Session& session, const Words& words) {
    if (words.empty()) {
        return session.complain("expected a file after .once", wrong_usage);
    }
    open_file(session, words[0], true);
}

namespace {

struct ExportWords {
    ExportChoice choice;
    bool of_whole_graph = false;
    std::string fault;  ///< What is wrong with the words; empty if nothing is.
};

ExportWords read_export_words(const Words& words) {
    ExportWords read;
    const Words known = export_formats();
    if (words.size() < 2 || std::ranges::find(known, words[0]) == known.end()) {
        read.fault = "expected a format (" + listed(known) + ") and a file after .export";
        return read;
    }
    read.choice.format = words[0];
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::string value = i + 1 < words.size() ? words[i + 1] : "";
        if (words[i] == "--legend") {
            read.choice.dot.legend = true;
        } else if (words[i] == "--all") {
            read.of_whole_graph = true;
        } else if (const auto view = query::dot_view_from_string(value);
                   words[i] == "--view" && view) {
            read.choice.dot.view = *view;
            ++i;
        } else if (const auto most = number_from(value); words[i] == "--max-nodes" && most) {
            read.choice.dot.max_nodes = *most;
            ++i;
        } else {
            read.fault = "unexpected '" + words[i] +
                         "' after .export; known: --all, --legend, --view full|cases|parties, "
                         "--max-nodes N";
            return read;
        }
    }
    return read;
}

/// "nokia.svg" for "nokia.dot".
std::string picture_of(const std::string& path) {
    return path.ends_with(".dot") ? path.substr(0, path.size() - 4) + ".svg" : path + ".svg";
}

}  // namespace

void DotFunctions::write_export(Session& session, const Words& words) {
    const ExportWords read = read_export_words(words);
    if (!read.fault.empty()) {
        return session.complain(read.fault, wrong_usage);
    }
    const Result<std::string> said =
        session.write_picture(words[1], read.choice, read.of_whole_graph);
    if (!said) {
        return session.complain(said.error().message, failure);
    }
    session.console_.err << words[1] << ": " << *said;
    if (read.choice.format == "dot") {
        session.console_.err << "      (try: dot -Tsvg " << words[1] << " -o "
                             << picture_of(words[1]) << ')';
    }
    session.console_.err << '\n';
}

void DotFunctions::history(Session& session, const Words& words) {
    const std::optional<std::size_t> most = words.empty() ? 20 : number_from(words[0]);
    if (!most) {
        return session.complain("expected a number after .history, found '" + words[0] + "'",
                                wrong_usage);
    }
    if (session.options_.history == nullptr) {
        return session.complain("no history is kept", failure);
    }
    const std::vector<std::string>& lines = session.options_.history->lines();
    for (std::size_t i = lines.size() - std::min(*most, lines.size()); i < lines.size(); ++i) {
        session.console_.out << lines[i] << '\n';
    }
    session.console_.out.flush();
}

void DotFunctions::quit(Session& session, const Words&) { session.is_over_ = true; }

void DotFunctions::run(Session& session, std::string_view line) {
    const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
    const std::string name(line.substr(0, end));
    const std::string_view rest = trimmed(line.substr(end));
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (commands[i].name == name || (name == ".exit" && commands[i].name == ".quit")) {
            Words words = split(rest);
            if (name == ".param" && !words.empty()) {  // the value is all that follows the name
                const std::size_t sign = std::min(rest.find_first_of(" \t="), rest.size());
                const std::size_t value = rest.find_first_not_of(" \t=", sign);
                words = {std::string(rest.substr(0, sign))};
                if (value != std::string_view::npos) {
                    words.emplace_back(rest.substr(value));
                }
            }
            functions[i](session, words);
            return;
        }
    }
    session.complain(
        "no command is called " + name + suggestion(name, command_names()) + " (.help lists them)",
        wrong_usage);
}

void run_dot_command(Session& session, std::string_view line) { DotFunctions::run(session, line); }

}  // namespace litigraph::cli
