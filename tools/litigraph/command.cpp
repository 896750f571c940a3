// The only file that knows CLI11. Its exit codes (100 to 127) all become wrong_usage, and what it
// does not offer is added: "did you mean", and a graph file in the place of a command's name.

#include "command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <numeric>

namespace litigraph::cli {

namespace {

/// Edit distance (Levenshtein 1966).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

template <class Value>
CLI::Option* add(CLI::App& app, const Parameter& parameter, Value* value) {
    return app.add_option(parameter.names, *value, parameter.help);
}
CLI::Option* add(CLI::App& app, const Parameter& parameter, bool* value) {
    return app.add_flag(parameter.names, *value, parameter.help);
}
CLI::Option* add(CLI::App& app, const Parameter& parameter, std::vector<std::string>* value) {
    CLI::Option* const option = app.add_option(parameter.names, *value, parameter.help);
    if (parameter.is_option()) {
        option->expected(1)->take_all();
    }
    return parameter.is_option() && parameter.is_split ? option->delimiter(',') : option;
}

void add_parameter(CLI::App& app, const Parameter& parameter) {
    CLI::Option* const option =
        std::visit([&](auto* value) { return add(app, parameter, value); }, parameter.value);
    option->required(parameter.is_required);
    if (!parameter.choices.empty()) {
        option->check(CLI::IsMember(parameter.choices));
    }
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) {
        names.push_back(command.name);
    }
    return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string_view near = nearest(word, candidates);
    return near.empty() ? "" : "; did you mean " + std::string(near) + "?";
}

int say_wrong_usage(Console& console, const std::string& message) {
    warn(console, message);
    return wrong_usage;
}

/// One app with one sub-app for each command.
class Parser {
  public:
    Parser(const std::vector<Command>& commands, Console& console)
        : commands_(commands), console_(console) {
        app_.name("litigraph");
        app_.set_help_flag("-h,--help", "Print this help");
        app_.set_version_flag("--version", "litigraph " LITIGRAPH_VERSION);
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        app_.set_config("--config", "", "A file with options, such as: format = \"table\"");
        app_.allow_config_extras(false);
        app_.footer("'litigraph help COMMAND' tells more about a command.");
        for (const Parameter& parameter : global_parameters(console.options)) {
            add_parameter(app_, parameter);
        }
        for (const Command& command : commands) {
            CLI::App* const sub = app_.add_subcommand(command.name, command.summary);
            sub->footer(command.details);
            for (const Parameter& parameter : command.parameters) {
                add_parameter(*sub, parameter);
            }
        }
    }

    int run(std::vector<std::string> words) {
        std::ranges::reverse(words);  // as CLI11 wants them
        try {
            app_.parse(std::move(words));
        } catch (const CLI::ParseError& error) {
            return explain(error);
        }
        for (const Command& command : commands_) {
            if (app_.got_subcommand(command.name)) {
                return command.run(console_);
            }
        }
        console_.err << app_.help();
        return wrong_usage;
    }

  private:
    int explain(const CLI::ParseError& error) {
        const CLI::App* sub = &app_;
        for (const CLI::App* used : app_.get_subcommands()) {
            sub = used;
        }
        if (error.get_exit_code() == 0) {  // help or version was asked for
            return app_.exit(error, console_.out, console_.err);
        }
        std::string message = error.what();
        std::string hint;
        if (const std::vector<std::string> extra = app_.remaining(true); !extra.empty()) {
            std::vector<std::string> known = options_of(*sub);
            std::ranges::copy(options_of(app_), std::back_inserter(known));
            message = "unexpected argument '" + extra.front() + "'";
            hint = did_you_mean(extra.front(), known);
        }
        const std::string topic = sub == &app_ ? "" : " " + sub->get_name();
        return say_wrong_usage(console_, message + hint + " (see 'litigraph help" + topic + "')");
    }

    const std::vector<Command>& commands_;
    Console& console_;
    CLI::App app_{
        "A knowledge graph of litigation, read from articles.\n"
        "'litigraph FILE.lg' opens a graph and asks for questions."};
};

/// $XDG_CONFIG_HOME/litigraph/config.toml, or that in ~/.config, if it exists; else empty.
std::filesystem::path user_config() {
    const auto folder = [](const char* variable) {
        const char* const value = std::getenv(variable);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    const std::filesystem::path config = folder("XDG_CONFIG_HOME");
    const std::filesystem::path home = folder("HOME");
    if (!config.is_absolute() && home.empty()) {
        return {};
    }
    std::error_code ignored;
    const std::filesystem::path file =
        (config.is_absolute() ? config : home / ".config") / "litigraph" / "config.toml";
    return std::filesystem::is_regular_file(file, ignored) ? file : std::filesystem::path();
}

// Without --config the user's own file counts; never one of the folder that one happens to be in.
void add_user_config(std::vector<std::string>& words) {
    const auto names_config = [](const std::string& word) {
        return word == "--config" || word.starts_with("--config=");
    };
    const std::filesystem::path file = user_config();
    if (!file.empty() && std::ranges::none_of(words, names_config)) {
        words.insert(words.begin(), "--config=" + file.native());
    }
}

bool looks_like_file(const std::string& word) {
    std::error_code ignored;
    return word.ends_with(".lg") || word.find('/') != std::string::npos ||
           std::filesystem::is_regular_file(word, ignored);
}

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t d = distance(word, candidate);
        if (d < best_distance) {
            best_distance = d;
            best = candidate;
        }
    }
    return best;
}

std::vector<Parameter> global_parameters(GlobalOptions& options) {
    return {
        {.names = "-f,--format",
         .help = "How answers look",
         .value = &options.format,
         .choices = {"box", "table", "markdown", "csv", "tsv", "json", "jsonl", "line", "dot"}},
        {.names = "--color",
         .help = "Colours: auto, always or never",
         .value = &options.color,
         .choices = {"auto", "always", "never"}},
        {.names = "-q,--quiet", .help = "Say nothing but errors", .value = &options.quiet},
        {.names = "-v,--verbose", .help = "Say more", .value = &options.verbose},
        {.names = "--no-progress", .help = "No progress line", .value = &options.no_progress},
        {.names = "--no-history", .help = "Keep no history", .value = &options.no_history},
        {.names = "-e,--fail-empty",
         .help = "Exit with 4 if an answer has no rows",
         .value = &options.fail_empty},
    };
}

int run_command_line(int argc, const char* const* argv, const std::vector<Command>& commands,
                     Console& console) {
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    const std::vector<std::string> names = names_of(commands);
    const auto is_word = [](const std::string& word) { return !word.starts_with('-'); };
    const auto first = std::ranges::find_if(words, is_word);
    if (first == words.begin() && !words.empty() &&
        std::ranges::find(names, words.front()) == names.end()) {
        if (!looks_like_file(words.front())) {
            return say_wrong_usage(console, "no command is called '" + words.front() + "'" +
                                                did_you_mean(words.front(), names) +
                                                " (see 'litigraph help')");
        }
        words.insert(words.begin(), "repl");
    }
    if (words == std::vector<std::string>{"--version", "--json"}) {
        console.out << "{\"litigraph\":\"" LITIGRAPH_VERSION "\"}\n";
        return success;
    }
    add_user_config(words);
    return Parser(commands, console).run(std::move(words));
}

}  // namespace litigraph::cli
