#include "article_inputs.hpp"
#include "commands.hpp"
#include <litigraph/ingest/extraction_json.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <memory>
#include <ostream>

namespace litigraph::cli {

namespace {

struct Extract {
    ArticleInputs inputs;
    bool explain = false;
};

int run(const Extract& extract, Console& console) {
    const Result<ChosenLexicon> lexicon = ChosenLexicon::load(extract.inputs.lexicon);
    if (!lexicon) {
        report(console, lexicon.error(), extract.inputs.lexicon);
        return failure;
    }
    const ReadSummary summary = read_inputs<std::string>(
        extract.inputs,
        [&](const ingest::Article& article) {
            return extract.explain ? ingest::explain(article, **lexicon)
                                   : ingest::to_json(ingest::extract(article, **lexicon)) + "\n";
        },
        [&](std::string&& text) { console.out << text; }, console);
    return summary.exit_code();
}

}  // namespace

Command extract_command() {
    const auto extract = std::make_shared<Extract>();
    Command command{
        .name = "extract",
        .summary = "Print what articles say, as JSON Lines; makes no graph",
        .details =
            "One JSON object for each article: its cases with their evidence.\n"
            "  litigraph extract examples/articles | jq .cases",
        .parameters = extract->inputs.parameters(),
        .run = [extract](Console& console) { return run(*extract, console); },
    };
    command.parameters.push_back({.names = "--explain",
                                  .help = "For people: each sentence and how it was read",
                                  .value = &extract->explain});
    return command;
}

}  // namespace litigraph::cli
