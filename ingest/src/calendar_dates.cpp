#include "calendar_dates.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

DateInterval CalendarDates::clipped(DateInterval when) const {
    if (tense_ == Tense::past && when.first <= today_ && dated_) {
        when.last = std::min(when.last, today_);
    }
    return when;
}

DateInterval CalendarDates::bare_month(int month, Part part) const {
    return clipped(nearest(this_year(), [&](int year) {
        const DateInterval whole = months(year * 12 + month, year * 12 + month);
        return part_of_month(whole, part);
    }));
}

MaybeMatch CalendarDates::month_date(std::size_t i) const { return month_from(i, Part::whole); }

MaybeMatch CalendarDates::month_from(std::size_t i, Part part) const {
    const std::optional<int> month = month_at(i);
    if (!month) {
        return std::nullopt;
    }
    std::size_t next = i + 1;
    const std::optional<int> day = year_at(next) ? std::nullopt : day_at(next);
    next += day ? 1 : 0;
    if (next < size() && at(next) == "of" && year_at(next + 1)) {
        ++next;
    }
    if (const std::optional<int> year = year_at(next)) {
        return absolute(*year, *month, day, part, next + 1);
    }
    if (day) {
        return dated_month(*month, *day, next);
    }
    const bool bare_word = *month == 4 || *month == 2;  // "May", "March" opening a sentence
    if (bare_word && i == 0 && part == Part::whole) {
        return std::nullopt;
    }
    if (at(next) == "last" && at(next + 1) == "year") {
        const int index = (this_year() - 1) * 12 + *month;
        return DateMatch{next + 2, part_of_month(months(index, index), part)};
    }
    return DateMatch{next, bare_month(*month, part)};
}

MaybeMatch CalendarDates::absolute(int year, int month, std::optional<int> day, Part part,
                                   std::size_t next) const {
    if (!day) {
        const int index = year * 12 + month;
        return DateMatch{next, part_of_month(months(index, index), part), false};
    }
    const std::optional<Day> exact = day_from_civil(year, month + 1, *day);
    return exact ? MaybeMatch(DateMatch{next, DateInterval{*exact, *exact}, false}) : std::nullopt;
}

MaybeMatch CalendarDates::dated_month(int month, int day, std::size_t next) const {
    std::optional<Day> found;
    for (int year = this_year() - 4; year <= this_year() + 4; ++year) {
        const std::optional<Day> exact = day_from_civil(year, month + 1, day);
        if (!exact) {
            continue;
        }
        if (tense_ == Tense::past && *exact <= today_) {
            found = exact;
        } else if (tense_ == Tense::future && *exact >= today_ && !found) {
            found = exact;
        }
    }
    return found ? MaybeMatch(DateMatch{next, DateInterval{*found, *found}}) : std::nullopt;
}

MaybeMatch CalendarDates::day_month(std::size_t i) const {
    const std::optional<int> day = day_at(i);
    const std::size_t m = at(i + 1) == "of" ? i + 2 : i + 1;
    const std::optional<int> month = month_at(m);
    if (!day || !month || word(m).gap == ',') {
        return std::nullopt;
    }
    if (const std::optional<int> year = year_at(m + 1)) {
        return absolute(*year, *month, day, Part::whole, m + 2);
    }
    return dated_month(*month, *day, m + 1);
}

MaybeMatch CalendarDates::numeric_date(std::size_t i) const {
    if (i + 2 >= size() || word(i + 1).gap != word(i + 2).gap ||
        std::string_view("-/.").find(word(i + 1).gap) == std::string_view::npos) {
        return std::nullopt;
    }
    if (const std::optional<int> year = year_at(i)) {
        const std::optional<int> month = digits(i + 1, 2, 2);
        const std::optional<int> day = digits(i + 2, 2, 2);
        return month && day ? absolute(*year, *month - 1, day, Part::whole, i + 3) : std::nullopt;
    }
    const std::optional<int> first = digits(i, 1, 2);
    const std::optional<int> second = digits(i + 1, 1, 2);
    const std::optional<int> year = year_at(i + 2);
    return first && second && year ? slashed(*first, *second, *year, i + 3) : std::nullopt;
}

MaybeMatch CalendarDates::slashed(int first, int second, int year, std::size_t next) {
    const std::optional<Day> british = day_from_civil(year, second, first);
    const std::optional<Day> american = day_from_civil(year, first, second);
    if (!british && !american) {
        return std::nullopt;
    }
    const Day one = british.value_or(american.value_or(Day{}));
    const Day other = american.value_or(one);
    return DateMatch{next, DateInterval{std::min(one, other), std::max(one, other)}, false,
                     one != other};
}

MaybeMatch CalendarDates::weekday_date(std::size_t i) const {
    const bool last = at(i) == "last" || at(i) == "past";
    const bool future = at(i) == "next";
    const std::size_t at_day = last || future || at(i) == "this" ? i + 1 : i;
    const std::optional<int> day = weekday_at(at_day);
    if (!day) {
        return std::nullopt;
    }
    const std::size_t next = at_day + 1;  // "Tuesday, July 30": the date says more
    if (MaybeMatch date = month_at(next) ? month_date(next) : day_month(next)) {
        return date;
    }
    const int back = (weekday(today_) - *day + 7) % 7;
    Day found = plus_days(today_, -(last && back == 0 ? 7 : back));
    if (tense_ == Tense::future || future) {
        found = plus_days(today_, future && back == 0 ? 7 : (7 - back) % 7);
    }
    return DateMatch{next, DateInterval{found, found}};
}

MaybeMatch CalendarDates::season_with_year(std::size_t i) const {
    const std::optional<int> season = season_at(i);
    if (!season) {
        return std::nullopt;
    }
    const std::size_t at_year = at(i + 1) == "of" ? i + 2 : i + 1;
    if (const std::optional<int> year = year_at(at_year)) {
        return DateMatch{at_year + 1, season_of(*year, *season), false};
    }
    // "back in the summer"
    if (i < 2 || at(i - 1) != "the" || !one_of(at(i - 2), "in", "over", "during")) {
        return std::nullopt;
    }
    return DateMatch{
        i + 1, clipped(nearest(this_year(), [&](int year) { return season_of(year, *season); }))};
}

MaybeMatch CalendarDates::quarter(std::size_t i) const {
    constexpr std::array<std::string_view, 4> names = {"first", "second", "third", "fourth"};
    constexpr std::array<std::string_view, 4> short_names = {"q1", "q2", "q3", "q4"};
    std::optional<int> which = position(short_names, at(i));
    std::size_t next = i + 1;
    if (!which && at(i + 1) == "quarter") {
        which = position(names, at(i));
        next = i + 2;
    }
    if (!which) {
        return std::nullopt;
    }
    const auto quarter_of = [&](int year) {
        return months(year * 12 + 3 * *which, year * 12 + 3 * *which + 2);
    };
    next += at(next) == "of" ? 1 : 0;
    if (const std::optional<int> year = year_at(next)) {
        return DateMatch{next + 1, quarter_of(*year), false};
    }
    if (one_of(at(next), "last", "this") && at(next + 1) == "year") {
        return DateMatch{next + 2, quarter_of(this_year() - (at(next) == "last" ? 1 : 0))};
    }
    next -= at(next - 1) == "of" ? 1 : 0;
    return DateMatch{next, clipped(nearest(this_year(), quarter_of))};
}

/// "the Tariff Act of 1930"
bool CalendarDates::is_of_statute(std::size_t year) const {
    return year > 1 && at(year - 1) == "of" && word(year - 2).capital &&
           one_of(at(year - 2), "act", "acts", "amendments", "code", "convention", "directive",
                  "law", "regulation", "treaty");
}

/// "a 1977 lawsuit", "its 1980 patent infringement suit"
bool CalendarDates::is_of_suit(std::size_t year) const {
    constexpr std::size_t near = 4;
    for (std::size_t i = year + 1; i <= year + near && has(i) && word(i).gap == ' '; ++i) {
        if (one_of(at(i), "lawsuit", "lawsuits", "suit", "suits", "countersuit", "complaint",
                   "complaints", "petition")) {
            return year > 0 && word(year).gap == ' ';
        }
    }
    return false;
}

MaybeMatch CalendarDates::plain_year(std::size_t i) const {
    if (const std::optional<int> decade = decade_at(i)) {
        return DateMatch{i + 1, part_of_decade(*decade, Part::whole), false};
    }
    if (at(i) == "fiscal" && year_at(i + 1)) {
        return DateMatch{i + 2, years(*year_at(i + 1), *year_at(i + 1)), false};
    }
    const std::optional<int> year = year_at(i);
    if (!year) {
        return std::nullopt;
    }
    if (is_of_statute(i)) {
        return std::nullopt;
    }
    constexpr std::string_view leads[] = {"as",      "in",     "since", "of",     "by",
                                          "during",  "until",  "till",  "from",   "to",
                                          "through", "before", "after", "around", "between",
                                          "and",     "circa",  "late",  "early",  "year"};
    const bool led = i > 0 && std::ranges::find(leads, at(i - 1)) != std::end(leads);
    const bool aside = word(i).gap == '(';
    return led || aside || is_of_suit(i) ? MaybeMatch(DateMatch{i + 1, years(*year, *year), false})
                                         : std::nullopt;
}

}  // namespace litigraph::ingest::detail
