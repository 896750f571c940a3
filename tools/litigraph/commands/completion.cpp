#include "commands.hpp"

#include <memory>
#include <ostream>
#include <sstream>

namespace litigraph::cli {

namespace {

/// The options of `parameters` as they are typed, "-o" and "--output" each on its own.
std::vector<std::string> options_of(const std::vector<Parameter>& parameters) {
    std::vector<std::string> options;
    for (const Parameter& parameter : parameters) {
        std::istringstream names(parameter.names);
        for (std::string name; parameter.is_option() && std::getline(names, name, ',');) {
            options.push_back(name);
        }
    }
    return options;
}

std::string joined(const std::vector<std::string>& words) {
    std::string line;
    for (const std::string& word : words) {
        line += line.empty() ? word : " " + word;
    }
    return line;
}

std::vector<std::string> words_after(const Command& command) {
    std::vector<std::string> words = options_of(command.parameters);
    for (const Parameter& parameter : command.parameters) {
        if (!parameter.is_option()) {
            words.insert(words.end(), parameter.choices.begin(), parameter.choices.end());
        }
    }
    return words;
}

std::string command_names(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    for (const Command& command : commands) {
        names.push_back(command.name);
    }
    return joined(names);
}

void write_bash(std::ostream& out, const std::vector<Command>& commands,
                const std::string& global) {
    out << "_litigraph() {\n"
           "  local current=${COMP_WORDS[COMP_CWORD]} words\n"
           "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "    words='"
        << command_names(commands)
        << "'\n"
           "  else\n"
           "    case ${COMP_WORDS[1]} in\n";
    for (const Command& command : commands) {
        out << "      " << command.name << ") words='" << joined(words_after(command)) << "' ;;\n";
    }
    out << "    esac\n"
           "    words=\"$words "
        << global
        << "\"\n"
           "  fi\n"
           "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\"; compgen -f -- "
           "\"$current\")\n"
           "}\n"
           "complete -o filenames -F _litigraph litigraph\n";
}

void write_zsh(std::ostream& out, const std::vector<Command>& commands, const std::string& global) {
    out << "#compdef litigraph\n"
           "if (( CURRENT == 2 )); then\n"
           "  compadd -- "
        << command_names(commands)
        << "\n"
           "else\n"
           "  case $words[2] in\n";
    for (const Command& command : commands) {
        out << "    " << command.name << ") compadd -- " << joined(words_after(command)) << " ;;\n";
    }
    out << "  esac\n"
           "  compadd -- "
        << global
        << "\n"
           "fi\n"
           "_files\n";
}

void write_fish(std::ostream& out, const std::vector<Command>& commands,
                const std::string& global) {
    for (const Command& command : commands) {
        out << "complete -c litigraph -n __fish_use_subcommand -a " << command.name << " -d '"
            << command.summary << "'\n";
        if (const std::string words = joined(words_after(command)); !words.empty()) {
            out << "complete -c litigraph -n '__fish_seen_subcommand_from " << command.name
                << "' -a '" << words << "'\n";
        }
    }
    out << "complete -c litigraph -a '" << global << "'\n";
}

}  // namespace

Command completion_command() {
    const auto shell = std::make_shared<std::string>();
    const auto run = [shell](Console& console) {
        const std::vector<Command> commands = all_commands();
        const std::string global = joined(options_of(global_parameters(console.options)));
        const auto write = *shell == "bash" ? write_bash : *shell == "zsh" ? write_zsh : write_fish;
        write(console.out, commands, global);
        return success;
    };
    return {
        .name = "completion",
        .summary = "Print a script that completes commands in a shell",
        .details = "  litigraph completion bash > /etc/bash_completion.d/litigraph",
        .parameters = {{.names = "SHELL",
                        .help = "The shell",
                        .value = shell.get(),
                        .is_required = true,
                        .choices = {"bash", "zsh", "fish"}}},
        .run = run,
    };
}

}  // namespace litigraph::cli
