#include "../exports.hpp"
#include "article_inputs.hpp"
#include "commands.hpp"
#include "question.hpp"
#include <litigraph/query/names.hpp>

#include <map>
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
    std::size_t max_nodes = AskedGraph::not_given;
    bool articles = false;
    std::string title;
    std::string view = "full";
    std::string evidence = "tooltip";
    std::vector<std::string> texts;  ///< Where the articles are.
};

using Texts = std::map<std::string, std::string, std::less<>>;

/// Articles are known by their ids, which are the names of their nodes.
Texts read_texts(const std::vector<std::string>& paths, Console& console) {
    Texts texts;
    ArticleInputs inputs;
    inputs.paths = paths;
    using Text = std::pair<std::string, std::string>;
    read_inputs<Text>(
        inputs, [](const ingest::Article& article) { return Text(article.id, article.text); },
        [&](Text&& text) { texts.insert_or_assign(std::move(text.first), std::move(text.second)); },
        console);
    return texts;
}

query::ArticleText text_in(const Texts& texts, const KnowledgeGraph& graph) {
    return [&](NodeId article) -> std::optional<std::string_view> {
        const auto found = texts.find(graph.name(article));
        return found == texts.end() ? std::nullopt : std::optional<std::string_view>(found->second);
    };
}

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

/// Options that are for pictures of either kind.
void settle(Export& wanted) {
    wanted.choice.dot.view = wanted.choice.html.view = *query::dot_view_from_string(wanted.view);
    wanted.choice.dot.articles = wanted.choice.html.articles = wanted.articles;
    wanted.choice.dot.title = wanted.choice.html.title = wanted.title;
    if (wanted.max_nodes != AskedGraph::not_given) {
        wanted.choice.dot.max_nodes = wanted.choice.html.max_nodes = wanted.max_nodes;
    }
}

int run(Export wanted, Console& console) {
    settle(wanted);
    wanted.choice.dot.evidence = *query::dot_evidence_from_string(wanted.evidence);
    const Texts texts = read_texts(wanted.texts, console);
    return with_graph(wanted.file, console, [&](const Asker& asker) {
        wanted.choice.text = text_in(texts, asker.graph());
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
         .help = "dot, html: everything, lawsuits and who is in them, or parties alone",
         .value = &wanted.view,
         .choices = {"full", "cases", "parties"}},
        {.names = "--max-nodes",
         .help = "dot, html: draw the most connected only, 80 and 2000 by default; 0 draws all",
         .value = &wanted.max_nodes},
        {.names = "--legend", .help = "dot: explain shapes and lines", .value = &dot.legend},
        {.names = "--articles", .help = "dot, html: draw articles too", .value = &wanted.articles},
        {.names = "--evidence",
         .help = "dot: where the words behind an edge go",
         .value = &wanted.evidence,
         .choices = {"none", "tooltip", "label"}},
        {.names = "--texts",
         .help = "ttl, jsonld: the articles, for positions in characters beside those in bytes",
         .value = &wanted.texts,
         .is_split = false},
        {.names = "--title", .help = "dot, html: what to write on top", .value = &wanted.title},
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
            "  litigraph export dispute.lg --to html --view parties -o dispute.html\n"
            "  litigraph export dispute.lg --to csv -o for-neo4j\n"
            "  litigraph export dispute.lg --to json | jq '.edges[].evidence[0].quote'\n"
            "  litigraph export dispute.lg --to dot --query \"who sues Nokia\"",
        .parameters = parameters_of(*wanted),
        .run = [wanted](Console& console) { return run(*wanted, console); },
    };
}

}  // namespace litigraph::cli
