/// \file
/// What every command that reads articles takes, and the reading itself.
#pragma once

#include "../article_pipeline.hpp"
#include "../command.hpp"
#include <litigraph/ingest/lexicon.hpp>

#include <optional>
#include <string>
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

/// Reads every path and hands each article to `sink`; says on stderr what was skipped and why.
ReadSummary read_inputs(const ArticleInputs& inputs,
                        const std::function<void(ingest::Article&&)>& sink, Console& console);

}  // namespace litigraph::cli
