#include "../console.hpp"
#include "commands.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/verbs.hpp>

#include <memory>

namespace litigraph::cli {

namespace {

int run(const std::string& file, Console& console) {
    const Result<Archive> archive = load_archive(file);
    if (!archive) {
        return report(console, archive.error());
    }
    const query::VerbContext context{.graph = archive->graph, .conflicts = [&] {
                                         const auto again = resolve(archive->observations,
                                                                    {.aliases = archive->aliases});
                                         return again ? again->conflicts : std::vector<Conflict>{};
                                     }};
    const Result<query::Answer> answer = query::ask(context, "conflicts");
    return answer ? show_table(console, answer->table) : report(console, answer.error());
}

}  // namespace

Command conflicts_command() {
    const auto file = std::make_shared<std::string>();
    return {
        .name = "conflicts",
        .summary = "List where articles disagree about a case",
        .details =
            "One row for each thing said, with the articles that say it.\n"
            "  litigraph conflicts dispute.lg",
        .parameters =
            {{.names = "FILE", .help = "A graph file", .value = file.get(), .is_required = true}},
        .run = [file](Console& console) { return run(*file, console); },
    };
}

}  // namespace litigraph::cli
