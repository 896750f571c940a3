/// \file
/// The words that dates are made of: months, weekdays, years, numbers and units of time.
#pragma once

#include "date_intervals.hpp"
#include "folded_words.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace litigraph::ingest::detail {

template <typename... Names>
bool one_of(std::string_view word, Names... names) {
    return ((word == names) || ...);
}

/// Position of the word in the list.
template <std::size_t size>
std::optional<int> position(const std::array<std::string_view, size>& names,
                            std::string_view word) {
    for (std::size_t i = 0; i < size && !word.empty(); ++i) {
        if (names[i] == word) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}

/// A length of time: "two weeks", "a few days", "months".
struct Amount {
    std::size_t next = 0;      ///< One past its last word.
    std::optional<int> count;  ///< Nothing for "a few", "several" and a bare plural.
    Unit unit = Unit::day;
};

/// What the word at a position says, if it is one of dates. Positions past the end say nothing.
class DateWords {
  public:
    explicit DateWords(const FoldedWords& words) : w_(words) {}

    std::string_view at(std::size_t i) const { return w_.text(i); }
    bool has(std::size_t i) const { return i < w_.size(); }
    const FoldedWord& word(std::size_t i) const { return w_[i]; }
    std::size_t size() const { return w_.size(); }
    const FoldedWords& words() const { return w_; }

    std::optional<int> digits(std::size_t i, std::size_t least, std::size_t most) const;
    std::optional<int> number_at(std::size_t i) const;
    std::optional<int> year_at(std::size_t i) const;
    /// "16", "16th": the day of a month.
    std::optional<int> day_at(std::size_t i) const;
    /// Short names need a capital, "may" and "march" too: they are also common words.
    std::optional<int> month_at(std::size_t i) const;
    std::optional<int> weekday_at(std::size_t i) const;
    std::optional<int> season_at(std::size_t i) const;
    std::optional<Unit> unit_at(std::size_t i) const;
    /// The first year of "1990s".
    std::optional<int> decade_at(std::size_t i) const;
    /// "two weeks", "a year", "a few days", "months".
    std::optional<Amount> amount_at(std::size_t i) const;

  private:
    const FoldedWords& w_;
};

}  // namespace litigraph::ingest::detail
