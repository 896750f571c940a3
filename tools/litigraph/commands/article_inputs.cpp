#include "article_inputs.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::pair<std::string_view, ingest::ArticleFormat> formats[] = {
    {"auto", ingest::ArticleFormat::automatic},   {"txt", ingest::ArticleFormat::text},
    {"html", ingest::ArticleFormat::html},        {"json", ingest::ArticleFormat::json},
    {"jsonl", ingest::ArticleFormat::json_lines}, {"rss", ingest::ArticleFormat::rss},
    {"warc", ingest::ArticleFormat::warc},
};

/// Requires: the name of one.
ingest::ArticleFormat format_from_string(std::string_view name) {
    return std::ranges::find(formats, name,
                             &std::pair<std::string_view, ingest::ArticleFormat>::first)
        ->second;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& [name, format] : formats) {
        names.emplace_back(name);
    }
    return names;
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
         .choices = format_names()},
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
