#include "../interruption.hpp"
#include "../session.hpp"
#include "../terminal.hpp"
#include "commands.hpp"
#include "question.hpp"

#include <fstream>
#include <istream>
#include <ostream>

namespace litigraph::cli {

namespace {

struct Repl {
    AskedGraph graph;
    QueryLimits limits;
    std::vector<std::string> question;
    std::vector<std::string> commands;
    std::vector<std::string> scripts;
    std::vector<std::string> parameters;
};

constexpr std::size_t rows_on_screen = 100;

void converse(Session& session, const Asker& asker, LineHistory& history, Console& console) {
    const Interruption interruption;
    Terminal terminal(history,
                      [&](std::string_view line) { return complete_line(asker.graph(), line); });
    if (!console.options.quiet) {
        console.err << session.greeting() << '\n';
    }
    bool is_leaving = false;  // after Ctrl-C where there was nothing to drop
    while (!session.is_over()) {
        const Terminal::Input input = terminal.read_line(session.prompt());
        if (input.outcome == Terminal::Outcome::end) {
            console.err << '\n';
            break;
        }
        if (input.outcome == Terminal::Outcome::dropped) {
            const bool was_empty = !session.drop_pending() && input.text.empty();
            if (was_empty && is_leaving) {
                break;
            }
            is_leaving = was_empty;
            console.err << (is_leaving ? "Ctrl-C again leaves\n" : "");
            continue;
        }
        is_leaving = false;
        Interruption::forget();
        session.measure_screen();
        session.add_line(input.text);
    }
    session.finish();
}

void read_all(Session& session, std::istream& in) {
    for (std::string line; !session.is_over() && std::getline(in, line);) {
        session.add_line(line);
    }
    session.finish();
}

void ask(Session& session, const std::string& question) {
    session.add_line(question);
    session.finish();
}

/// What is asked on the command line. Returns an exit code.
int run_given(Session& session, const Repl& repl, Console& console) {
    std::string question;
    for (const std::string& word : repl.question) {
        question += (question.empty() ? "" : " ") + word;
    }
    ask(session, question);
    for (const std::string& command : repl.commands) {
        ask(session, command);
    }
    for (const std::string& script : repl.scripts) {
        std::ifstream file(script);
        if (!file) {
            return report(console, {ErrorCode::io, "cannot read " + script});
        }
        read_all(session, file);
    }
    return session.exit_code();
}

int run(const Repl& repl, const Asker& asker, query::Parameters parameters, Console& console) {
    const bool is_given = !repl.question.empty() || !repl.commands.empty() || !repl.scripts.empty();
    const bool is_interactive = console.in_is_terminal && console.out_is_terminal && !is_given;
    const bool keeps_history = is_interactive && !console.options.no_history;
    LineHistory history = keeps_history ? LineHistory(history_file()) : LineHistory();
    SessionOptions options{.title = repl.graph.file,
                           .is_interactive = is_interactive,
                           .max_rows = repl.graph.rows_shown(is_interactive ? rows_on_screen : 0),
                           .parameters = std::move(parameters),
                           .budget = repl.limits.budget(),
                           .history = is_interactive ? &history : nullptr};
    if (is_interactive) {
        options.budget.cancel = &Interruption::flag();
    }
    Session session(asker, console, std::move(options));
    if (is_given) {
        return run_given(session, repl, console);
    }
    if (is_interactive) {
        converse(session, asker, history, console);
    } else {
        read_all(session, console.in);
    }
    return session.exit_code();
}

}  // namespace

Command repl_command() {
    const auto repl = std::make_shared<Repl>();
    std::vector<Parameter> parameters = repl->graph.parameters();
    parameters.insert(parameters.begin() + 1, {.names = "QUESTION",
                                               .help = "Ask this and leave: a verb or a query",
                                               .value = &repl->question});
    parameters.push_back({.names = "-c,--command",
                          .help = "Ask this and leave; may be repeated",
                          .value = &repl->commands,
                          .is_split = false});
    parameters.push_back({.names = "--file",
                          .help = "Ask what the file holds and leave; may be repeated",
                          .value = &repl->scripts,
                          .is_split = false});
    parameters.push_back({.names = "--param",
                          .help = "name=JSON: the value of $name; may be repeated",
                          .value = &repl->parameters,
                          .is_split = false});
    for (Parameter& limit : repl->limits.parameters()) {
        parameters.push_back(std::move(limit));
    }
    const auto run_it = [repl](Console& console) {
        Result<query::Parameters> given = parse_query_parameters(repl->parameters);
        if (!given) {
            warn(console, given.error().message);
            return static_cast<int>(wrong_usage);
        }
        return with_graph(repl->graph.file, console, [&](const Asker& asker) {
            return run(*repl, asker, *std::move(given), console);
        });
    };
    return {
        .name = "repl",
        .summary = "Ask questions one after the other; 'litigraph FILE.lg' is short for it",
        .details =
            "At a terminal .help tells how to ask. Else reads questions from standard input and\n"
            "stops at the first that fails.\n"
            "  litigraph dispute.lg\n"
            "  litigraph dispute.lg who sues Nokia\n"
            "  litigraph dispute.lg -c \"who sues Nokia\" -c \".why 1\"",
        .parameters = std::move(parameters),
        .run = run_it,
    };
}

}  // namespace litigraph::cli
