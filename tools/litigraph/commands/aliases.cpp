#include "../graph_files.hpp"
#include "commands.hpp"
#include <litigraph/graph/alias_suggestions.hpp>

#include <fstream>
#include <iterator>
#include <memory>
#include <ostream>
#include <utility>

namespace litigraph::cli {

namespace {

struct Aliases {
    std::string action;
    std::string file;
    std::string names;
};

Result<std::vector<AliasRule>> read_rules(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return Error{.code = ErrorCode::io, .message = "cannot be read"};
    }
    return parse_alias_rules(std::string(std::istreambuf_iterator<char>(file), {}));
}

int list(const Aliases& aliases, Console& console) {
    const Result<Archive> archive = load_archive(aliases.file);
    if (!archive) {
        return report(console, archive.error());
    }
    for (const AliasRule& rule : archive->aliases) {
        console.out << to_string(rule) << '\n';
    }
    return success;
}

int suggest(const Aliases& aliases, Console& console) {
    const Result<Archive> archive = load_archive(aliases.file);
    if (!archive) {
        return report(console, archive.error());
    }
    for (const AliasSuggestion& suggestion :
         suggest_aliases(archive->observations, archive->aliases)) {
        console.out << to_string(suggestion) << '\n';
    }
    return success;
}

int apply(const Aliases& aliases, Console& console) {
    if (aliases.names.empty()) {
        warn(console, "aliases apply: NAMES is missing (see 'litigraph help aliases')");
        return wrong_usage;
    }
    Result<std::vector<AliasRule>> rules = read_rules(aliases.names);
    if (!rules) {
        report(console, rules.error(), aliases.names);
        return failure;
    }
    return change_archive(console, aliases.file, [&](Archive&& archive) -> Result<Archive> {
        return make_archive(std::move(archive.observations), *std::move(rules));
    });
}

}  // namespace

Command aliases_command() {
    const auto aliases = std::make_shared<Aliases>();
    return {
        .name = "aliases",
        .summary = "Decide which names mean the same party",
        .details =
            "list prints the decisions that the graph holds; suggest prints pairs of names that "
            "may\n"
            "mean one party, with the reason, for you to review; apply replaces the decisions by\n"
            "those of a file, one to a line: \"Amazon = AWS\" (the same party, called Amazon) or\n"
            "\"Delta Air Lines != Delta Faucet\" (two parties). To undo one, apply without it.\n"
            "  litigraph aliases list dispute.lg > names.txt\n"
            "  litigraph aliases suggest dispute.lg >> names.txt\n"
            "  litigraph aliases apply dispute.lg names.txt",
        .parameters = {{.names = "ACTION",
                        .help = "What to do",
                        .value = &aliases->action,
                        .is_required = true,
                        .choices = {"list", "suggest", "apply"}},
                       {.names = "FILE",
                        .help = "A graph file",
                        .value = &aliases->file,
                        .is_required = true},
                       {.names = "NAMES", .help = "Decisions to apply", .value = &aliases->names}},
        .run =
            [aliases](Console& console) {
                return aliases->action == "list"      ? list(*aliases, console)
                       : aliases->action == "suggest" ? suggest(*aliases, console)
                                                      : apply(*aliases, console);
            },
    };
}

}  // namespace litigraph::cli
