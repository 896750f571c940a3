#include "date_references.hpp"

#include "date_words.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

struct Reference {
    std::size_t next = 0;  ///< One past its last word.
    DateInterval when;
};

DateInterval around(DateInterval time, int slack) {
    return {plus_days(time.first, -slack), plus_days(time.last, slack)};
}

/// The unit of time that holds the first of the days.
DateInterval unit_of(DateInterval time, Unit unit) {
    const int month = month_of(time.first);
    const int year = civil_from_day(time.first).year;
    switch (unit) {
        case Unit::week:
            return week_of(time.first);
        case Unit::month:
            return months(month, month);
        case Unit::year:
            return years(year, year);
        case Unit::day:
        case Unit::quarter:
        case Unit::decade:
            break;
    }
    return time;
}

DateInterval shifted_by_months(DateInterval time, int count) {
    return {plus_months(time.first, count), plus_months(time.last, count)};
}

/// So many units later, with days to spare on either side: the longer the unit, the looser the
/// words.
DateInterval shifted(DateInterval time, Unit unit, int count) {
    constexpr int days_in_week = 7;
    constexpr int months_in_quarter = 3;
    constexpr int months_in_year = 12;
    constexpr int years_in_decade = 10;
    const bool whole_year = time == unit_of(time, Unit::year);
    switch (unit) {
        case Unit::day:
            return {plus_days(time.first, count), plus_days(time.last, count)};
        case Unit::week:
            return around({plus_days(time.first, days_in_week * count),
                           plus_days(time.last, days_in_week * count)},
                          3);
        case Unit::month:
            return around(shifted_by_months(time, count), 10);
        case Unit::quarter:
            return around(shifted_by_months(time, months_in_quarter * count), 20);
        case Unit::year:
            return around(shifted_by_months(time, months_in_year * count), whole_year ? 0 : 60);
        case Unit::decade:
            break;
    }
    return around(shifted_by_months(time, years_in_decade * months_in_year * count), 365);
}

bool is_bounded(const std::optional<DateInterval>& time) {
    return time && time->first != beginning_of_time && time->last != end_of_time;
}

class Reader : public DateWords {
  public:
    using DateWords::DateWords;

    std::optional<Reference> read(std::size_t i, DateInterval told) const {
        if (std::optional<Reference> found = amount_later(i, told)) {
            return found;
        }
        if (std::optional<Reference> found = next_unit(i, told)) {
            return found;
        }
        return same_unit(i, told);
    }

    /// The word after "of that year" at `i`; `i` if these words do not stand there.
    std::size_t skip_that_year(std::size_t i) const {
        const std::size_t that = at(i) == "of" ? i + 1 : i;
        const std::size_t year = at(that) == "the" && at(that + 1) == "same" ? that + 2 : that + 1;
        const bool told = (at(that) == "that" || year == that + 2) && at(year) == "year";
        return told ? year + 1 : i;
    }

  private:
    /// "two days later"
    std::optional<Reference> amount_later(std::size_t i, DateInterval told) const {
        const std::optional<Amount> amount = amount_at(i);
        if (!amount || !amount->count ||
            !one_of(at(amount->next), "later", "afterward", "afterwards")) {
            return std::nullopt;
        }
        return Reference{amount->next + 1, shifted(told, amount->unit, *amount->count)};
    }

    /// "the following year"
    std::optional<Reference> next_unit(std::size_t i, DateInterval told) const {
        const std::optional<Unit> unit = unit_at(i + 2);
        const bool next = at(i) == "the" && one_of(at(i + 1), "next", "following");
        if (!next || !unit) {
            return std::nullopt;
        }
        const DateInterval held = unit_of(told, *unit);
        const DateInterval after{plus_days(held.last, 1), plus_days(held.last, 1)};
        return Reference{i + 3, unit_of(after, *unit)};
    }

    /// "the same day", "later that month"
    std::optional<Reference> same_unit(std::size_t i, DateInterval told) const {
        const std::size_t that = one_of(at(i), "later", "earlier") ? i + 1 : i;
        const std::size_t noun = at(that + 1) == "same" ? that + 2 : that + 1;
        const bool same = (at(that) == "the" && noun == that + 2) || at(that) == "that";
        const std::optional<Unit> unit = unit_at(noun);
        if (!same || !unit) {
            return std::nullopt;
        }
        return Reference{noun + 1, unit_of(told, *unit)};
    }
};

/// The same months of the year told.
DateInterval in_year_of(DateInterval time, DateInterval told) {
    constexpr int months_in_year = 12;
    const int years_between = civil_from_day(told.first).year - civil_from_day(time.first).year;
    return shifted_by_months(time, months_in_year * years_between);
}

}  // namespace

std::vector<DateExpression> DateReferences::read(const FoldedWords& words) {
    const std::vector<DateExpression> stated = find_dates(words, {published_});
    const Reader reader(words);
    std::vector<DateExpression> found;
    auto next = stated.begin();
    const auto tell = [&](DateExpression date) {
        if (date.when && published_) {
            date.when = intersection(*date.when, {beginning_of_time, *published_});
        }
        told_ = is_bounded(date.when) && !date.since ? date.when : told_;
        found.push_back(date);
    };
    for (std::size_t i = 0; i < words.size();) {
        while (next != stated.end() && next->begin < words[i].begin) {
            ++next;
        }
        const auto reference = told_ ? reader.read(i, *told_) : std::nullopt;
        if (reference) {
            DateExpression date;
            date.begin = words[i].begin;
            date.end = words[reference->next - 1].end;
            date.when = reference->when;
            tell(date);
            i = reference->next;
        } else if (next != stated.end() && next->begin == words[i].begin) {
            DateExpression date = *next;
            while (i < words.size() && words[i].begin < date.end) {
                ++i;
            }
            const std::size_t after = reader.skip_that_year(i);
            if (after != i && told_ && is_bounded(date.when)) {
                date.when = in_year_of(*date.when, *told_);
                date.end = words[after - 1].end;
                i = after;
            }
            tell(date);
        } else {
            ++i;
        }
    }
    return found;
}

}  // namespace litigraph::ingest::detail
