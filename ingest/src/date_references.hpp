/// \file
/// Expressions of time that lean on one told before: "two days later", "the following year".
#pragma once

#include "date_expressions.hpp"

#include <optional>
#include <vector>

namespace litigraph::ingest::detail {

/// Reads the sentences of one article in text order.
class DateReferences {
  public:
    explicit DateReferences(std::optional<Day> published) : published_(published) {}

    /// What find_dates gives for the sentence, and what leans on the time told last, in text order.
    /// "September of that year" is of the year told, not of the article's. Nothing told is later
    /// than the article.
    std::vector<DateExpression> read(const FoldedWords& words);

  private:
    std::optional<Day> published_;
    std::optional<DateInterval> told_;  ///< The time told last.
};

}  // namespace litigraph::ingest::detail
