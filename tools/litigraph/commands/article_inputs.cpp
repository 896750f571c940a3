#include "article_inputs.hpp"

#include <algorithm>

namespace litigraph::cli {

namespace {

ingest::ArticleFormat format_from_string(std::string_view from) {
    using enum ingest::ArticleFormat;
    if (from == "txt") {
        return text;
    }
    if (from == "html") {
        return html;
    }
    if (from == "json") {
        return json;
    }
    if (from == "jsonl") {
        return json_lines;
    }
    return from == "rss" ? rss : automatic;
}

}  // namespace

std::vector<Parameter> ArticleInputs::parameters() {
    return {
        {.names = "INPUT",
         .help = "Articles: files, folders, archives (tar, zip, gz), or - for standard input",
         .value = &paths,
         .is_required = true},
        {.names = "--from",
         .help = "What the inputs are; by default told from their content",
         .value = &from,
         .choices = {"auto", "txt", "html", "json", "jsonl", "rss"}},
        {.names = "--lexicon",
         .help = "Folder of tables that extend the built-in ones",
         .value = &lexicon},
        {.names = "-j,--jobs", .help = "Threads; by default one for each core", .value = &jobs},
    };
}

std::size_t ArticleInputs::job_count() const {
    constexpr std::size_t most = 256;
    return std::clamp<std::size_t>(jobs != 0 ? jobs : std::thread::hardware_concurrency(), 1, most);
}

Result<ChosenLexicon> ChosenLexicon::load(const std::string& folder) {
    ChosenLexicon chosen;
    if (!folder.empty()) {
        Result<ingest::Lexicon> own = ingest::Lexicon::load(folder);
        if (!own) {
            return own.error();
        }
        chosen.own_ = *std::move(own);
    }
    return chosen;
}

int ReadSummary::exit_code(bool strict) const {
    if (strict && bad_items > 0) {
        return unsound;
    }
    return unread_inputs > 0 ? failure : success;
}

ReadSummary read_inputs(const ArticleInputs& inputs,
                        const std::function<void(ingest::ArticleBatch&&, ingest::ReadTally&)>& sink,
                        const std::function<void()>& finish, Console& console) {
    const ingest::ReadOptions options{.format = format_from_string(inputs.from)};
    std::vector<ingest::ReadTally> tallies(inputs.paths.size());
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        ingest::read_batches(
            inputs.paths[i],
            [&](ingest::ArticleBatch&& batch) { sink(std::move(batch), tallies[i]); }, options);
    }
    finish();
    ReadSummary summary;
    for (const ingest::ReadTally& tally : tallies) {
        const ingest::ReadReport& read = tally.report();
        for (const ingest::BadItem& item : read.bad) {
            report(console, item.error, item.input);
        }
        summary.articles += read.articles;
        summary.bad_items += read.bad.size();
        summary.unread_inputs += read.articles == 0 ? 1 : 0;
    }
    return summary;
}

}  // namespace litigraph::cli
