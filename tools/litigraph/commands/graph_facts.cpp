// What a graph holds: stats, schema.

#include "../graph_tables.hpp"
#include "commands.hpp"
#include "question.hpp"

#include <ostream>

namespace litigraph::cli {

namespace {

using MakeTable = query::Table (*)(const KnowledgeGraph&);

Command table_command(std::string name, std::string summary, std::string details,
                      MakeTable make_table) {
    const auto graph = std::make_shared<AskedGraph>();
    return {
        .name = std::move(name),
        .summary = std::move(summary),
        .details = std::move(details),
        .parameters = graph->parameters(),
        .run =
            [graph, make_table](Console& console) {
                return with_graph(graph->file, console, [&](const Asker& asker) {
                    const query::Answer answer{make_table(asker.graph()), {}, {}, {}};
                    return show_answer(console, asker.graph(), answer,
                                       style_for(console, graph->rows_shown()));
                });
            },
    };
}

}  // namespace

Command stats_command() {
    return table_command("stats", "Count what a graph holds", "  litigraph stats dispute.lg",
                         stats_table);
}

Command schema_command() {
    return table_command("schema", "List the types and properties that can be asked for",
                         "Spelt as in the query language, with how many there are.\n"
                         "  litigraph schema dispute.lg -f json",
                         schema_table);
}

}  // namespace litigraph::cli
