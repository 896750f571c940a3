#include "../graph_files.hpp"
#include "../progress.hpp"
#include "article_inputs.hpp"
#include "commands.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <memory>
#include <utility>

namespace litigraph::cli {

namespace {

struct Ingest {
    ArticleInputs inputs;
    std::string output;
    bool append = false;
    bool strict = false;
};

struct Reading {
    std::vector<ArticleObservations> articles;
    ReadSummary summary;
};

Reading read(const Ingest& ingest, const ingest::Lexicon& lexicon, Console& console) {
    Reading reading;
    Progress progress(console, "articles read");
    reading.summary = read_inputs<ArticleObservations>(
        ingest.inputs,
        [&](const ingest::Article& article) { return ingest::extract(article, lexicon); },
        [&](ArticleObservations&& observations) {
            reading.articles.push_back(std::move(observations));
            progress.advance(reading.articles.size());
        },
        console);
    return reading;
}

int write(const Ingest& ingest, ObservationSet&& observations, Console& console) {
    if (ingest.append) {
        return change_archive(console, ingest.output, [&](Archive&& before) -> Result<Archive> {
            before.observations.merge(std::move(observations));
            return make_archive(std::move(before.observations), std::move(before.aliases));
        });
    }
    const Result<Archive> archive = make_archive(std::move(observations), {});
    if (!archive) {
        return report(console, archive.error());
    }
    if (const Status saved = save_archive(ingest.output, *archive); !saved) {
        return report(console, saved.error());
    }
    tell_size(console, ingest.output, *archive);
    return success;
}

int run(const Ingest& ingest, Console& console) {
    const Result<ChosenLexicon> lexicon = ChosenLexicon::load(ingest.inputs.lexicon);
    if (!lexicon) {
        report(console, lexicon.error(), ingest.inputs.lexicon);
        return failure;
    }
    Reading reading = read(ingest, **lexicon, console);
    const int read_code = reading.summary.exit_code(ingest.strict);
    if (reading.articles.empty()) {
        warn(console, "no article could be read; " + ingest.output + " is left as it was");
        return read_code;
    }
    if (read_code == unsound) {
        warn(console,
             "not every item could be read (--strict); " + ingest.output + " is left as it was");
        return read_code;
    }
    const int write_code = write(ingest, ObservationSet(std::move(reading.articles)), console);
    return write_code != success ? write_code : read_code;
}

}  // namespace

Command ingest_command() {
    const auto ingest = std::make_shared<Ingest>();
    Command command{
        .name = "ingest",
        .summary = "Read articles into a graph file",
        .details =
            "Writes a new graph, or with --append adds to the one that is there. The order\n"
            "of the articles, and reading one twice, make no difference to the bytes.\n"
            "  litigraph ingest examples/articles -o dispute.lg\n"
            "  litigraph ingest today.jsonl -o dispute.lg --append",
        .parameters = ingest->inputs.parameters(),
        .run = [ingest](Console& console) { return run(*ingest, console); },
    };
    command.parameters.push_back({.names = "-o,--output",
                                  .help = "The graph file to write",
                                  .value = &ingest->output,
                                  .is_required = true});
    command.parameters.push_back({.names = "--append",
                                  .help = "Add to the graph that the file holds",
                                  .value = &ingest->append});
    command.parameters.push_back(
        {.names = "--strict",
         .help = "Write nothing, and exit with 5, if an item is unreadable",
         .value = &ingest->strict});
    return command;
}

}  // namespace litigraph::cli
