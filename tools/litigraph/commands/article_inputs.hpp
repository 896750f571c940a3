/// \file
/// What every command that reads articles takes, and the reading itself.
#pragma once

#include "../article_pipeline.hpp"
#include "../command.hpp"
#include <litigraph/ingest/lexicon.hpp>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::cli {

struct ArticleInputs {
    std::vector<std::string> paths;
    std::string from = "auto";
    std::string lexicon;   ///< Folder; empty: the compiled-in tables alone.
    std::size_t jobs = 0;  ///< 0: as many as the machine has cores.

    std::vector<Parameter> parameters();
    std::size_t job_count() const;
};

/// The lexicon to read with; the error names the file. Built-in tables are borrowed, not copied.
class ChosenLexicon {
  public:
    static Result<ChosenLexicon> load(const std::string& folder);
    const ingest::Lexicon& operator*() const { return own_ ? *own_ : ingest::Lexicon::built_in(); }

  private:
    std::optional<ingest::Lexicon> own_;
};

/// What came of reading all inputs.
struct ReadSummary {
    std::size_t articles = 0;
    std::size_t bad_items = 0;
    std::size_t unread_inputs = 0;  ///< Inputs that gave no article at all.

    /// success, failure if an input gave nothing, unsound if `strict` and an item was bad.
    int exit_code(bool strict = false) const;
};

/// Reads every path and hands what it holds to `sink`, with the tally that is to be told of it;
/// says on stderr what was skipped and why once `finish` has made the tallies whole.
ReadSummary read_inputs(const ArticleInputs& inputs,
                        const std::function<void(ingest::ArticleBatch&&, ingest::ReadTally&)>& sink,
                        const std::function<void()>& finish, Console& console);

/// Reads every path: `work` on each article, on as many threads as the user wants, then `take` of
/// each result on this one, in the order of the articles.
template <class Result>
ReadSummary read_inputs(const ArticleInputs& inputs,
                        std::function<Result(const ingest::Article&)> work,
                        std::function<void(Result&&)> take, Console& console) {
    ArticlePipeline<Result> pipeline(inputs.job_count(), std::move(work), std::move(take));
    return read_inputs(
        inputs,
        [&](ingest::ArticleBatch&& batch, ingest::ReadTally& tally) {
            pipeline.add(std::move(batch), tally);
        },
        [&] { pipeline.finish(); }, console);
}

}  // namespace litigraph::cli
