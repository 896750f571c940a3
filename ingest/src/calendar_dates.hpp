/// \file
/// Dates by the calendar: "July 30, 2024", "30/07/2024", "on Tuesday", "the fourth quarter".
#pragma once

#include "date_expressions.hpp"
#include "date_words.hpp"

namespace litigraph::ingest::detail {

/// What a reader of one kind of expression found.
struct DateMatch {
    std::size_t next = 0;  ///< One past the last word.
    std::optional<DateInterval> when;
    bool relative = true;  ///< Needs the article's date.
    bool ambiguous = false;
};
using MaybeMatch = std::optional<DateMatch>;

/// A reader per kind of expression; each tries to match at a word. Without an article's day,
/// intervals of relative expressions mean nothing.
class CalendarDates : public DateWords {
  public:
    CalendarDates(const FoldedWords& words, const DateContext& context)
        : DateWords(words),
          dated_(context.published.has_value()),
          today_(context.published.value_or(Day{0})),
          tense_(context.tense) {}

    bool is_dated() const { return dated_; }
    Day today() const { return today_; }
    int this_year() const { return civil_from_day(today_).year; }
    Tense tense() const { return tense_; }

    /// Past expressions cannot reach beyond the day they were written on.
    DateInterval clipped(DateInterval when) const;
    /// "July 30", "July 30, 2024", "Nov. 4", "June 2011", "mid-April", "June".
    MaybeMatch month_date(std::size_t i) const;
    MaybeMatch month_from(std::size_t i, Part part) const;
    /// "30 July 2024", "the 16th of April", "16 April".
    MaybeMatch day_month(std::size_t i) const;
    /// "2024-07-30", "30/07/2024", "30.7.2024".
    MaybeMatch numeric_date(std::size_t i) const;
    MaybeMatch weekday_date(std::size_t i) const;
    /// "the summer of 2011", "spring 2012", "in the summer".
    MaybeMatch season_with_year(std::size_t i) const;
    /// "the fourth quarter", "the third quarter of 2023", "Q3 2023".
    MaybeMatch quarter(std::size_t i) const;
    /// A year alone needs a word that makes it one: four digits may count anything.
    MaybeMatch plain_year(std::size_t i) const;

  private:
    /// The latest such month (season, quarter) that has begun, or the next one to come.
    template <typename Make>
    DateInterval nearest(int year, const Make& make) const {
        if (tense_ == Tense::future) {
            const DateInterval when = make(year);
            return when.last >= today_ ? when : make(year + 1);
        }
        const DateInterval when = make(year);
        return when.first <= today_ ? when : make(year - 1);
    }

    bool is_of_statute(std::size_t year) const;
    bool is_of_suit(std::size_t year) const;
    DateInterval bare_month(int month, Part part) const;
    MaybeMatch absolute(int year, int month, std::optional<int> day, Part part,
                        std::size_t next) const;
    MaybeMatch dated_month(int month, int day, std::size_t next) const;
    /// Day and month in either order; both are kept when both are possible.
    static MaybeMatch slashed(int first, int second, int year, std::size_t next);

    bool dated_;
    Day today_;
    Tense tense_;
};

}  // namespace litigraph::ingest::detail
