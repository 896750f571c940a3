/// \file
/// Expressions of time in a sentence ("late last year", "on Tuesday"), as intervals of days.
#pragma once

#include "folded_words.hpp"
#include <litigraph/graph/date.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// Chooses the direction of a bare weekday or month: "was heard on Friday" or "will be heard".
enum class Tense { past, future };

struct DateContext {
    std::optional<Day> published;  ///< The article's date.
    Tense tense = Tense::past;
};

struct DateExpression {
    std::uint32_t begin = 0;  ///< Byte offsets into the sentence.
    std::uint32_t end = 0;
    /// Nothing if the expression is relative and the article has no date, or if the words bound
    /// nothing ("recently").
    std::optional<DateInterval> when;
    bool since = false;  ///< "since October": when a state began; it holds to the article's date.
    bool ambiguous = false;  ///< "03/04/2024": only the ends of `when` are possible, not between.
};

/// In text order, not overlapping. Conventions: weeks begin on Monday; early, middle and late parts
/// of a year are January-March, May-August, October-December; of a month days 1-10, 11-20 and the
/// last ten; of a decade years 0-3, 4-6, 7-9. "three years ago" is that calendar year, "a month
/// ago" a week either side, and "recently" no interval, because filing dates are read so. O(words).
std::vector<DateExpression> find_dates(const FoldedWords& words, const DateContext& context);
std::vector<DateExpression> find_dates(std::string_view sentence, const DateContext& context);

}  // namespace litigraph::ingest::detail
