#include "../exports.hpp"
#include "commands.hpp"
#include "question.hpp"
#include <litigraph/query/names.hpp>

#include <fstream>
#include <ostream>

namespace litigraph::cli {

namespace {

struct Export {
    std::string file;
    std::string question;
    std::string centre;
    std::size_t depth = 1;
    std::string output;
    ExportChoice choice;
    std::string view = "full";
    std::string evidence = "tooltip";
};

/// The part of the graph that is asked for.
Result<query::Selection> selection(const Asker& asker, const Export& wanted) {
    if (!wanted.centre.empty()) {
        const Result<NodeId> node = query::resolve_name(asker.graph(), wanted.centre);
        return node ? Result(query::around(asker.graph(), *node, wanted.depth)) : node.error();
    }
    if (wanted.question.empty()) {
        return query::everything(asker.graph());
    }
    query::Budget budget;
    budget.max_support = asker.graph().edge_count();
    const Result<query::Answer> answer = asker.ask(wanted.question, {}, budget);
    return answer ? Result(selection_of(asker.graph(), answer->table)) : answer.error();
}

int write(const Asker& asker, const Export& wanted, const query::Selection& selection,
          Console& console) {
    const bool is_file = !wanted.output.empty();
    const Result<std::string> said =
        is_file ? save_export(wanted.output, asker.graph(), selection, wanted.choice)
                : write_export(console.out, asker.graph(), selection, wanted.choice);
    if (!said) {
        report(console, said.error());
        return said.error().code == ErrorCode::unsupported ? wrong_usage : failure;
    }
    if (!console.options.quiet) {
        console.err << (is_file ? wanted.output + ": " : "") << *said << '\n';
    }
    return success;
}

int run(Export wanted, Console& console) {
    wanted.choice.dot.view = *query::dot_view_from_string(wanted.view);
    wanted.choice.dot.evidence = *query::dot_evidence_from_string(wanted.evidence);
    return with_graph(wanted.file, console, [&](const Asker& asker) {
        const Result<query::Selection> part = selection(asker, wanted);
        return part ? write(asker, wanted, *part, console)
                    : report_question(console, wanted.question, part.error());
    });
}

std::vector<Parameter> parameters_of(Export& wanted) {
    query::DotOptions& dot = wanted.choice.dot;
    return {
        {.names = "FILE",
         .help = "A graph, as ingest makes it",
         .value = &wanted.file,
         .is_required = true},
        {.names = "--to",
         .help = "The format",
         .value = &wanted.choice.format,
         .is_required = true,
         .choices = export_formats()},
        {.names = "-o,--output",
         .help = "The file (of csv, the folder) to write; else stdout",
         .value = &wanted.output},
        {.names = "--query",
         .help = "Only what the answer to this query or verb rests on",
         .value = &wanted.question},
        {.names = "--around", .help = "Only what is near this name", .value = &wanted.centre},
        {.names = "--depth", .help = "How many steps --around goes", .value = &wanted.depth},
        {.names = "--view",
         .help = "dot: everything, lawsuits and who is in them, or parties alone",
         .value = &wanted.view,
         .choices = {"full", "cases", "parties"}},
        {.names = "--max-nodes",
         .help = "dot: draw the most connected only, 80 by default; 0 draws all",
         .value = &dot.max_nodes},
        {.names = "--legend", .help = "dot: explain shapes and lines", .value = &dot.legend},
        {.names = "--articles", .help = "dot: draw articles too", .value = &dot.articles},
        {.names = "--evidence",
         .help = "dot: where the words behind an edge go",
         .value = &wanted.evidence,
         .choices = {"none", "tooltip", "label"}},
        {.names = "--title", .help = "dot: what to write on top", .value = &dot.title},
    };
}

}  // namespace

Command export_command() {
    const auto wanted = std::make_shared<Export>();
    return {
        .name = "export",
        .summary = "Write a graph, or a part of it, for other programs or as a picture",
        .details =
            "  litigraph export dispute.lg --to dot --legend | dot -Tsvg -o dispute.svg\n"
            "  litigraph export dispute.lg --to dot --around Nokia -o nokia.dot\n"
            "  litigraph export dispute.lg --to csv -o for-neo4j\n"
            "  litigraph export dispute.lg --to json | jq '.edges[].evidence[0].quote'\n"
            "  litigraph export dispute.lg --to dot --query \"who sues Nokia\"",
        .parameters = parameters_of(*wanted),
        .run = [wanted](Console& console) { return run(*wanted, console); },
    };
}

}  // namespace litigraph::cli
