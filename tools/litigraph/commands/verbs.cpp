// The verbs as commands: "litigraph who FILE sues Nokia" asks "who sues Nokia".

#include "commands.hpp"
#include "question.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <span>

namespace litigraph::cli {

namespace {

/// An option of a command and the word of the verb that it stands for.
struct VerbOption {
    std::string_view verb, names, help, word;
    bool has_value = true;
};
constexpr std::array<VerbOption, 12> verb_options = {{
    {"path", "--max", "The most steps", "max"},
    {"path", "--via", "Kinds of edges, such as sues,countersues", "via"},
    {"path", "--during", "Only edges of that time, such as 2023..2024-03", "during"},
    {"path", "--directed", "Only along the arrows", "directed", false},
    {"path", "--all", "Every shortest path", "all", false},
    {"path", "-k,--shortest", "So many paths, the shortest first", "shortest"},
    {"neighbors", "--depth", "The most steps", "depth"},
    {"neighbors", "--type", "Kinds of nodes, such as Company,Lawsuit", "type"},
    {"neighbors", "--via", "Kinds of edges, such as sues,countersues", "via"},
    {"neighbors", "--during", "Only edges of that time, such as 2023..2024-03", "during"},
    {"neighbors", "--in", "Only against the arrows", "in", false},
    {"neighbors", "--out", "Only along the arrows", "out", false},
}};

struct VerbCall {
    AskedGraph graph;
    std::vector<std::string> words;
    std::array<std::string, verb_options.size()> values;  ///< Of verb_options, by position.
    std::array<bool, verb_options.size()> flags{};
};

// Names of more than one word are kept whole; words that name nothing keep their sense.
std::string line_of(const query::VerbHelp& verb, const VerbCall& call,
                    const KnowledgeGraph& graph) {
    std::string line(verb.name);
    const bool is_two_names = verb.name == "path" && call.words.size() == 2;
    for (std::size_t i = 0; i < call.words.size(); ++i) {
        const std::string& word = call.words[i];
        const bool is_name = is_two_names || verb.name == "show" || !graph.find(word).empty();
        line += i == 1 && is_two_names ? " -> " : " ";
        line += is_name ? quoted_name(word) : word;
    }
    for (std::size_t i = 0; i < verb_options.size(); ++i) {
        if (call.flags[i] || !call.values[i].empty()) {
            line += ' ' + std::string(verb_options[i].word) + ' ' + call.values[i];
        }
    }
    return line;
}

int run(const query::VerbHelp& verb, const VerbCall& call, Console& console) {
    return with_graph(call.graph.file, console, [&](const Asker& asker) {
        const Result<query::Answer> answer = asker.ask(line_of(verb, call, asker.graph()));
        return answer ? show_answer(console, asker.graph(), *answer,
                                    style_for(console, call.graph.rows_shown()))
                      : report(console, {answer.error().code, answer.error().message});
    });
}

std::vector<Parameter> parameters_of(const query::VerbHelp& verb, VerbCall& call) {
    std::vector<Parameter> parameters = call.graph.parameters();
    if (verb.form != verb.name) {
        const std::string_view words = verb.form.substr(verb.name.size() + 1);
        parameters.push_back({.names = "WORDS",
                              .help = std::string(words),
                              .value = &call.words,
                              .is_required = !words.starts_with('[')});
    }
    for (std::size_t i = 0; i < verb_options.size(); ++i) {
        const VerbOption& option = verb_options[i];
        if (option.verb == verb.name) {
            Parameter parameter{.names = std::string(option.names),
                                .help = std::string(option.help),
                                .value = &call.flags[i]};
            if (option.has_value) {
                parameter.value = &call.values[i];
            }
            parameters.push_back(std::move(parameter));
        }
    }
    return parameters;
}

/// "who sues Nokia" with the file in its place, and without the arrow, which is a shell's.
std::string example_of(const query::VerbHelp& verb) {
    std::string words(verb.example.substr(verb.name.size()));
    if (const std::size_t arrow = words.find(" ->"); arrow != std::string::npos) {
        words.erase(arrow, 3);
    }
    return "  litigraph " + std::string(verb.name) + " dispute.lg" + words;
}

Command verb_command(const query::VerbHelp& verb) {
    const auto call = std::make_shared<VerbCall>();
    return {
        .name = std::string(verb.name),
        .summary = std::string(verb.summary),
        .details = example_of(verb),
        .parameters = parameters_of(verb, *call),
        .run = [&verb, call](Console& console) { return run(verb, *call, console); },
    };
}

}  // namespace

std::vector<Command> verb_commands() {
    std::vector<Command> commands;
    for (const query::VerbHelp& verb : query::all_verbs()) {
        if (verb.name != "conflicts" && verb.name != "diff") {  // these have commands of their own
            commands.push_back(verb_command(verb));
        }
    }
    return commands;
}

}  // namespace litigraph::cli
