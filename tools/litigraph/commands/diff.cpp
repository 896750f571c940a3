#include "../console.hpp"
#include "commands.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/diff.hpp>

#include <memory>

namespace litigraph::cli {

Command diff_command() {
    struct Diff {
        std::string before;
        std::string after;
    };
    const auto diff = std::make_shared<Diff>();
    const auto run = [diff](Console& console) {
        const Result<KnowledgeGraph> before = load_graph(diff->before);
        if (!before) {
            return report(console, before.error());
        }
        const Result<KnowledgeGraph> after = load_graph(diff->after);
        if (!after) {
            return report(console, after.error());
        }
        return show_table(console, query::differences(*before, *after));
    };
    return {
        .name = "diff",
        .summary = "Tell which facts one graph has and another has not",
        .details = "  litigraph diff monday.lg tuesday.lg",
        .parameters =
            {{.names = "BEFORE", .help = "A graph", .value = &diff->before, .is_required = true},
             {.names = "AFTER", .help = "Another", .value = &diff->after, .is_required = true}},
        .run = run,
    };
}

}  // namespace litigraph::cli
