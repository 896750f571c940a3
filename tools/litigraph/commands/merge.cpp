#include "../graph_files.hpp"
#include "commands.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace litigraph::cli {

namespace {

struct Merge {
    std::vector<std::string> files;
    std::string output;
};

int run(const Merge& merge, Console& console) {
    ObservationSet observations;
    std::vector<AliasRule> aliases;
    for (const std::string& file : merge.files) {
        Result<Archive> archive = load_archive(file);
        if (!archive) {
            return report(console, archive.error());
        }
        observations.merge(std::move(archive->observations));
        aliases.insert(aliases.end(), archive->aliases.begin(), archive->aliases.end());
    }
    std::ranges::sort(aliases);
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    const Result<Archive> merged = make_archive(std::move(observations), std::move(aliases));
    if (!merged) {
        return report(console, merged.error());
    }
    if (const Status saved = save_archive(merge.output, *merged); !saved) {
        return report(console, saved.error());
    }
    tell_size(console, merge.output, *merged);
    return success;
}

}  // namespace

Command merge_command() {
    const auto merge = std::make_shared<Merge>();
    return {
        .name = "merge",
        .summary = "Unite graphs into one, as if their articles had been read together",
        .details = "  litigraph merge monday.lg tuesday.lg -o week.lg",
        .parameters =
            {{.names = "FILE", .help = "Graph files", .value = &merge->files, .is_required = true},
             {.names = "-o,--output",
              .help = "The graph file to write",
              .value = &merge->output,
              .is_required = true}},
        .run = [merge](Console& console) { return run(*merge, console); },
    };
}

}  // namespace litigraph::cli
