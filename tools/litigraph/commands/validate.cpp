#include "../graph_files.hpp"
#include "../validation.hpp"
#include "article_inputs.hpp"
#include "commands.hpp"

#include <memory>
#include <ostream>

namespace litigraph::cli {

namespace {

struct Validate {
    std::string file;
    ArticleInputs inputs;
};

int run(const Validate& validate, Console& console) {
    const Result<Archive> archive = load_archive(validate.file);
    if (!archive) {
        return report(console, archive.error());
    }
    Validation validation(*archive);
    read_inputs<ingest::Article>(
        validate.inputs, [](const ingest::Article& article) { return article; },
        [&](ingest::Article&& article) { validation.compare(article); }, console);
    const query::Table table = validation.findings();
    const int code = show_table(console, table);
    if (!console.options.quiet) {
        console.err << validate.file << ": " << validation.summary() << '\n';
    }
    return table.rows.empty() ? code : unsound;
}

}  // namespace

Command validate_command() {
    const auto validate = std::make_shared<Validate>();
    std::vector<Parameter> parameters = validate->inputs.parameters();
    parameters.front().help = "The articles that the graph was read from";
    parameters.front().is_required = false;
    std::erase_if(parameters, [](const Parameter& parameter) {
        return parameter.names != "INPUT" && parameter.names != "--from";
    });
    parameters.insert(
        parameters.begin(),
        {.names = "FILE", .help = "A graph file", .value = &validate->file, .is_required = true});
    return {
        .name = "validate",
        .summary = "Check that every fact rests on words of an article",
        .details =
            "Checks that the graph is the one that its observations give and that each edge has\n"
            "a quotation or a named rule. With the articles at hand, also that every quotation\n"
            "stands where the graph says, byte for byte, and that each party's name does.\n"
            "Exits with 5 and a row for each finding.\n"
            "  litigraph validate dispute.lg examples/articles",
        .parameters = std::move(parameters),
        .run = [validate](Console& console) { return run(*validate, console); },
    };
}

}  // namespace litigraph::cli
