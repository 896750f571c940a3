#include "date_expressions.hpp"

#include <algorithm>
#include <array>
#include <charconv>

// A reader per kind of expression tries to match at a word and says where the match ends; the first
// that matches wins, so they are ordered from the most to the least specific. Everything is
// computed against the article's day; without one, what is relative is left without an interval.

namespace litigraph::ingest::detail {
namespace {

struct Match {
    std::size_t next = 0;  ///< One past the last word.
    std::optional<DateInterval> when;
    bool relative = true;  ///< Needs the article's date.
    bool ambiguous = false;
};
using MaybeMatch = std::optional<Match>;

enum class Part { whole, early, middle, late, end, first_half, second_half };
enum class Unit { day, week, month, quarter, year, decade };

template <std::size_t size>
std::optional<int> position(const std::array<std::string_view, size>& names,
                            std::string_view word) {
    const auto found = std::ranges::find(names, word);
    if (word.empty() || found == names.end()) {
        return std::nullopt;
    }
    return static_cast<int>(found - names.begin());
}

template <typename... Names>
bool one_of(std::string_view word, Names... names) {
    return ((word == names) || ...);
}

constexpr std::array<std::string_view, 7> weekday_names = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> short_weekdays = {"mon", "tue", "wed", "thu",
                                                            "fri", "sat", "sun"};
constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> short_months = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 4> season_names = {"spring", "summer", "fall", "winter"};
constexpr std::array<std::string_view, 13> small_numbers = {
    "zero",  "one",   "two",  "three", "four",   "five",  "six",
    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

DateInterval years(int first, int last) {
    return {*day_from_civil(first, 1, 1), *day_from_civil(last, 12, 31)};
}

// The first day of a month, months counted from year 0 so that arithmetic on them is plain.
Day first_of_month(int month) {
    const int year = (month >= 0 ? month : month - 11) / 12;
    return *day_from_civil(year, month - 12 * year + 1, 1);
}

DateInterval months(int first, int last) {
    return {first_of_month(first), plus_days(first_of_month(last + 1), -1)};
}

int month_of(Day day) {
    const CivilDate date = civil_from_day(day);
    return date.year * 12 + date.month - 1;
}

Day plus_months(Day day, int count) {
    const int month = month_of(day) + count;
    const DateInterval whole = months(month, month);
    return std::min(plus_days(whole.first, civil_from_day(day).day - 1), whole.last);
}

DateInterval week_of(Day day) {
    const Day monday = plus_days(day, -weekday(day));
    return {monday, plus_days(monday, 6)};
}

DateInterval part_of_week(DateInterval week, Part part) {
    switch (part) {
        case Part::early:
            return {week.first, plus_days(week.first, 2)};
        case Part::middle:
            return {plus_days(week.first, 1), plus_days(week.first, 3)};
        case Part::late:
        case Part::end:
            return {plus_days(week.first, 3), week.last};
        case Part::whole:
        case Part::first_half:
        case Part::second_half:
            return week;
    }
    return week;
}

DateInterval part_of_month(DateInterval month, Part part) {
    switch (part) {
        case Part::early:
            return {month.first, plus_days(month.first, 9)};
        case Part::middle:
            return {plus_days(month.first, 10), plus_days(month.first, 19)};
        case Part::late:
        case Part::end:
            return {plus_days(month.last, -9), month.last};
        case Part::first_half:
            return {month.first, plus_days(month.first, 14)};
        case Part::second_half:
            return {plus_days(month.first, 15), month.last};
        case Part::whole:
            return month;
    }
    return month;
}

DateInterval part_of_year(int year, Part part) {
    const int january = year * 12;
    switch (part) {
        case Part::early:
            return months(january, january + 2);
        case Part::middle:
            return months(january + 4, january + 7);
        case Part::late:
            return months(january + 9, january + 11);
        case Part::end:
            return months(january + 11, january + 11);
        case Part::first_half:
            return months(january, january + 5);
        case Part::second_half:
            return months(january + 6, january + 11);
        case Part::whole:
            return years(year, year);
    }
    return years(year, year);
}

DateInterval part_of_decade(int decade, Part part) {
    switch (part) {
        case Part::early:
            return years(decade, decade + 3);
        case Part::middle:
            return years(decade + 4, decade + 6);
        case Part::late:
        case Part::end:
            return years(decade + 7, decade + 9);
        case Part::whole:
        case Part::first_half:
        case Part::second_half:
            return years(decade, decade + 9);
    }
    return years(decade, decade + 9);
}

// Spring of a year is March to May; its winter begins in December and ends in the next year.
DateInterval season_of(int year, int season) {
    const int first = year * 12 + 2 + 3 * season;
    return months(first, first + 2);
}

class Reader {
  public:
    Reader(const FoldedWords& words, const DateContext& context)
        : w_(words),
          dated_(context.published.has_value()),
          today_(context.published.value_or(Day{0})),
          tense_(context.tense) {}

    MaybeMatch read(std::size_t i) const {
        using Read = MaybeMatch (Reader::*)(std::size_t) const;
        static constexpr Read readers[] = {
            &Reader::anchored,     &Reader::ago,           &Reader::numeric_date,
            &Reader::weekday_date, &Reader::month_date,    &Reader::day_month,
            &Reader::named_day,    &Reader::weekend,       &Reader::deadline,
            &Reader::part_phrase,  &Reader::relative_unit, &Reader::quarter,
            &Reader::recent,       &Reader::plain_year};
        for (const Read reader : readers) {
            if (MaybeMatch match = (this->*reader)(i)) {
                if (match->relative && !dated_) {
                    match->when.reset();
                }
                return match;
            }
        }
        return std::nullopt;
    }

    // Cheap necessary condition, so that most words cost one look-up.
    bool may_begin(std::size_t i) const {
        const FoldedWord& word = w_[i];
        if (word.number || word.folded[0] < 'a') {
            return true;
        }
        constexpr std::string_view starts[] = {
            "a",        "an",       "at",      "before", "by",     "couple",    "days",
            "early",    "earlier",  "end",     "few",    "fiscal", "first",     "fourth",
            "half",     "in",       "last",    "late",   "later",  "less",      "mid",
            "middle",   "months",   "next",    "no",     "of",     "over",      "overnight",
            "past",     "previous", "q1",      "q2",     "q3",     "q4",        "recent",
            "recently", "second",   "several", "spring", "start",  "beginning", "summer",
            "autumn",   "fall",     "winter",  "the",    "third",  "this",      "today",
            "tomorrow", "tonight",  "turn",    "until",  "weeks",  "within",    "years",
            "yesterday"};
        return std::ranges::find(starts, word.folded) != std::end(starts) ||
               month_at(i).has_value() || weekday_at(i).has_value() || number_at(i).has_value();
    }

  private:
    std::string_view at(std::size_t i) const { return w_.text(i); }
    bool has(std::size_t i) const { return i < w_.size(); }
    int this_year() const { return civil_from_day(today_).year; }

    std::optional<int> digits(std::size_t i, std::size_t least, std::size_t most) const {
        const std::string_view text = at(i);
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        const bool length = text.size() >= least && text.size() <= most;
        return whole && length ? std::optional(value) : std::nullopt;
    }

    std::optional<int> number_at(std::size_t i) const {
        const std::optional<int> word = position(small_numbers, at(i));
        return word ? word : digits(i, 1, 3);
    }

    std::optional<int> year_at(std::size_t i) const {
        const std::optional<int> year = digits(i, 4, 4);
        return year && *year >= 1700 && *year <= 2199 ? year : std::nullopt;
    }

    // "16", "16th": the day of a month.
    std::optional<int> day_at(std::size_t i) const {
        std::string_view text = at(i);
        if (text.size() > 2 && (text.ends_with("th") || text.ends_with("st") ||
                                text.ends_with("nd") || text.ends_with("rd"))) {
            text.remove_suffix(2);
        }
        int day = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        return whole && text.size() <= 2 && day >= 1 && day <= 31 ? std::optional(day)
                                                                  : std::nullopt;
    }

    // Short names need a capital, "may" and "march" too: they are also common words.
    std::optional<int> month_at(std::size_t i) const {
        if (!has(i)) {
            return std::nullopt;
        }
        const std::optional<int> full = position(month_names, at(i));
        const bool common = full && (*full == 2 || *full == 4);
        if (full) {
            return w_[i].capital || !common ? full : std::nullopt;
        }
        const std::string_view name = at(i) == "sep" ? std::string_view("sept") : at(i);
        return w_[i].capital ? position(short_months, name) : std::nullopt;
    }

    std::optional<int> weekday_at(std::size_t i) const {
        if (!has(i)) {
            return std::nullopt;
        }
        if (const std::optional<int> full = position(weekday_names, at(i))) {
            return full;
        }
        const bool abbreviated =
            w_[i].capital && w_[i].end < w_.sentence().size() && w_.sentence()[w_[i].end] == '.';
        return abbreviated ? position(short_weekdays, at(i)) : std::nullopt;
    }

    std::optional<int> season_at(std::size_t i) const {
        return position(season_names, at(i) == "autumn" ? std::string_view("fall") : at(i));
    }

    std::optional<Unit> unit_at(std::size_t i) const {
        std::string_view text = at(i);
        if (text.ends_with('s')) {
            text.remove_suffix(1);
        }
        constexpr std::array<std::string_view, 6> names = {"day",     "week", "month",
                                                           "quarter", "year", "decade"};
        const std::optional<int> unit = position(names, text);
        return unit ? std::optional(static_cast<Unit>(*unit)) : std::nullopt;
    }

    // Past expressions cannot reach beyond the day they were written on.
    DateInterval clipped(DateInterval when) const {
        if (tense_ == Tense::past && when.first <= today_ && dated_) {
            when.last = std::min(when.last, today_);
        }
        return when;
    }

    // The latest such month (season, quarter) that has begun, or the next one to come.
    template <typename Make>
    DateInterval nearest(int year, const Make& make) const {
        if (tense_ == Tense::future) {
            const DateInterval when = make(year);
            return when.last >= today_ ? when : make(year + 1);
        }
        const DateInterval when = make(year);
        return when.first <= today_ ? when : make(year - 1);
    }

    DateInterval bare_month(int month, Part part) const {
        return clipped(nearest(this_year(), [&](int year) {
            const DateInterval whole = months(year * 12 + month, year * 12 + month);
            return part_of_month(whole, part);
        }));
    }

    // "July 30", "July 30, 2024", "Nov. 4", "June 2011", "mid-April", "June".
    MaybeMatch month_date(std::size_t i) const { return month_from(i, Part::whole); }

    MaybeMatch month_from(std::size_t i, Part part) const {
        const std::optional<int> month = month_at(i);
        if (!month) {
            return std::nullopt;
        }
        std::size_t next = i + 1;
        const std::optional<int> day = year_at(next) ? std::nullopt : day_at(next);
        next += day ? 1 : 0;
        if (next < w_.size() && at(next) == "of" && year_at(next + 1)) {
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
            return Match{next + 2, part_of_month(months(index, index), part)};
        }
        return Match{next, bare_month(*month, part)};
    }

    MaybeMatch absolute(int year, int month, std::optional<int> day, Part part,
                        std::size_t next) const {
        if (!day) {
            const int index = year * 12 + month;
            return Match{next, part_of_month(months(index, index), part), false};
        }
        const std::optional<Day> exact = day_from_civil(year, month + 1, *day);
        return exact ? MaybeMatch(Match{next, DateInterval{*exact, *exact}, false}) : std::nullopt;
    }

    MaybeMatch dated_month(int month, int day, std::size_t next) const {
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
        return found ? MaybeMatch(Match{next, DateInterval{*found, *found}}) : std::nullopt;
    }

    // "30 July 2024", "the 16th of April", "16 April".
    MaybeMatch day_month(std::size_t i) const {
        const std::optional<int> day = day_at(i);
        const std::size_t m = at(i + 1) == "of" ? i + 2 : i + 1;
        const std::optional<int> month = month_at(m);
        if (!day || !month || w_[m].gap == ',') {
            return std::nullopt;
        }
        if (const std::optional<int> year = year_at(m + 1)) {
            return absolute(*year, *month, day, Part::whole, m + 2);
        }
        return dated_month(*month, *day, m + 1);
    }

    // "2024-07-30", "30/07/2024", "30.7.2024".
    MaybeMatch numeric_date(std::size_t i) const {
        if (i + 2 >= w_.size() || w_[i + 1].gap != w_[i + 2].gap ||
            std::string_view("-/.").find(w_[i + 1].gap) == std::string_view::npos) {
            return std::nullopt;
        }
        if (const std::optional<int> year = year_at(i)) {
            const std::optional<int> month = digits(i + 1, 2, 2);
            const std::optional<int> day = digits(i + 2, 2, 2);
            return month && day ? absolute(*year, *month - 1, day, Part::whole, i + 3)
                                : std::nullopt;
        }
        const std::optional<int> first = digits(i, 1, 2);
        const std::optional<int> second = digits(i + 1, 1, 2);
        const std::optional<int> year = year_at(i + 2);
        return first && second && year ? slashed(*first, *second, *year, i + 3) : std::nullopt;
    }

    // Day and month in either order; both are kept when both are possible.
    static MaybeMatch slashed(int first, int second, int year, std::size_t next) {
        const std::optional<Day> british = day_from_civil(year, second, first);
        const std::optional<Day> american = day_from_civil(year, first, second);
        if (!british && !american) {
            return std::nullopt;
        }
        const Day one = british.value_or(american.value_or(Day{}));
        const Day other = american.value_or(one);
        return Match{next, DateInterval{std::min(one, other), std::max(one, other)}, false,
                     one != other};
    }

    MaybeMatch weekday_date(std::size_t i) const {
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
        return Match{next, DateInterval{found, found}};
    }

    MaybeMatch named_day(std::size_t i) const {
        const auto days = [&](std::size_t count, int from, int to) {
            return Match{i + count, DateInterval{plus_days(today_, from), plus_days(today_, to)}};
        };
        const std::string_view word = at(i);
        if (word == "today" || word == "tonight") {
            return w_[i].possessive ? std::nullopt : MaybeMatch(days(1, 0, 0));
        }
        if (word == "yesterday") {
            return days(1, -1, -1);
        }
        if (word == "tomorrow") {
            return days(1, 1, 1);
        }
        if (word == "overnight") {
            return days(1, -1, 0);
        }
        if (word == "this" && one_of(at(i + 1), "morning", "afternoon", "evening")) {
            return days(2, 0, 0);
        }
        return std::nullopt;
    }

    MaybeMatch weekend(std::size_t i) const {
        const bool lead = one_of(at(i), "the", "last", "this", "past");
        if (!lead || at(i + 1) != "weekend") {
            return std::nullopt;
        }
        const int since_saturday = (weekday(today_) + 2) % 7;
        Day saturday = plus_days(today_, -since_saturday);
        if (since_saturday == 0 && at(i) != "this") {
            saturday = plus_days(saturday, -7);
        }
        return Match{i + 2, clipped({saturday, plus_days(saturday, 1)})};
    }

    // "by the end of the year", "before the end of March", "no later than Aug 15".
    MaybeMatch deadline(std::size_t i) const {
        std::size_t from = 0;
        if (one_of(at(i), "by", "before", "until")) {
            from = i + 1;
        } else if (at(i) == "no" && at(i + 1) == "later" && at(i + 2) == "than") {
            from = i + 3;
        } else {
            return std::nullopt;
        }
        if (!dated_) {
            return std::nullopt;
        }
        const Reader future(w_, {today_, Tense::future});
        const MaybeMatch end = future.read_plain(from);
        if (!end || !end->when || end->when->last < today_ ||
            (at(i) == "before" && at(from) != "the")) {
            return std::nullopt;
        }
        return Match{end->next, DateInterval{today_, end->when->last}, end->relative};
    }

    // What may stand after "before", "after", "by": no further anchor.
    MaybeMatch read_plain(std::size_t i) const {
        using Read = MaybeMatch (Reader::*)(std::size_t) const;
        static constexpr Read readers[] = {
            &Reader::ago,         &Reader::numeric_date,  &Reader::weekday_date,
            &Reader::month_date,  &Reader::day_month,     &Reader::named_day,
            &Reader::part_phrase, &Reader::relative_unit, &Reader::quarter};
        for (const Read reader : readers) {
            if (MaybeMatch match = (this->*reader)(i)) {
                return match;
            }
        }
        if (const std::optional<int> year = year_at(i)) {
            return Match{i + 1, years(*year, *year), false};
        }
        return std::nullopt;
    }

    struct PartPhrase {
        std::size_t next = 0;
        Part part = Part::whole;
        bool earlier = false;
    };

    // "early", "mid-", "in the middle of", "at the end of", "the first half of", "earlier".
    std::optional<PartPhrase> part_at(std::size_t i) const {
        const std::size_t start = i;
        i += one_of(at(i), "in", "at", "by") && at(i + 1) == "the" ? 2 : at(i) == "the" ? 1 : 0;
        const std::string_view word = at(i);
        if (word == "early" || word == "earlier" || word == "late" || word == "mid") {
            const Part part = word == "late"  ? Part::late
                              : word == "mid" ? Part::middle
                                              : Part::early;
            const bool fill = one_of(at(i + 1), "in", "on", "of");
            return PartPhrase{i + (fill ? 2U : 1U), part, word == "earlier"};
        }
        if (start == i && word != "middle") {
            return std::nullopt;
        }
        if (at(i + 1) == "half" && at(i + 2) == "of" && one_of(word, "first", "second")) {
            return PartPhrase{i + 3, word == "first" ? Part::first_half : Part::second_half};
        }
        if (at(i + 1) != "of") {
            return std::nullopt;
        }
        if (word == "end") {
            return PartPhrase{i + 2, Part::end};
        }
        if (word == "middle") {
            return PartPhrase{i + 2, Part::middle};
        }
        if (one_of(word, "beginning", "start")) {
            return PartPhrase{i + 2, Part::early};
        }
        return std::nullopt;
    }

    MaybeMatch part_phrase(std::size_t i) const {
        if (at(i) == "turn" || (at(i) == "the" && at(i + 1) == "turn")) {
            return turn_of_year(at(i) == "the" ? i + 1 : i);
        }
        const std::optional<PartPhrase> found = part_at(i);
        if (!found || !has(found->next)) {
            return std::nullopt;
        }
        const std::size_t core = found->next + (at(found->next) == "the" ? 1 : 0);
        if (found->earlier) {
            return earlier(core);
        }
        if (weekday_at(core)) {
            return weekday_date(core);
        }
        if (month_at(core)) {
            return month_from(core, found->part);
        }
        if (const std::optional<int> decade = decade_at(core)) {
            return Match{core + 1, part_of_decade(*decade, found->part), false};
        }
        if (const std::optional<int> year = year_at(core)) {
            return Match{core + 1, part_of_year(*year, found->part), false};
        }
        return part_of_unit(core, found->part);
    }

    MaybeMatch turn_of_year(std::size_t i) const {
        if (at(i + 1) != "of" || at(i + 2) != "the" || at(i + 3) != "year") {
            return std::nullopt;
        }
        const int december = (this_year() - 1) * 12 + 11;
        return Match{i + 4, DateInterval{plus_days(months(december, december).first, 14),
                                         plus_days(months(december + 1, december + 1).first, 14)}};
    }

    // "late last year", "early this month", "end of the year".
    MaybeMatch part_of_unit(std::size_t core, Part part) const {
        const bool last = one_of(at(core), "last", "previous");
        const bool lead = last || one_of(at(core), "this", "next") || at(core - 1) == "the";
        const std::size_t noun = at(core - 1) == "the" && unit_at(core) ? core : core + 1;
        const std::optional<Unit> unit = unit_at(noun);
        if (!lead || !unit) {
            return std::nullopt;
        }
        const int shift = last ? -1 : at(core) == "next" ? 1 : 0;
        if (*unit == Unit::week) {
            const DateInterval week = week_of(plus_days(today_, 7 * shift));
            return Match{noun + 1, clipped(part_of_week(week, part))};
        }
        if (*unit == Unit::month) {
            const int month = month_of(today_) + shift;
            return Match{noun + 1, clipped(part_of_month(months(month, month), part))};
        }
        if (*unit == Unit::year) {
            return Match{noun + 1, clipped(part_of_year(this_year() + shift, part))};
        }
        return std::nullopt;
    }

    // "earlier this week": before today, and never an empty interval.
    MaybeMatch earlier(std::size_t core) const {
        if (weekday_at(core)) {
            return weekday_date(core);
        }
        if (month_at(core)) {
            return month_date(core);
        }
        if (at(core) == "today") {
            return named_day(core);
        }
        const std::optional<Unit> unit = unit_at(core + 1);
        if (at(core) != "this" || !unit) {
            return std::nullopt;
        }
        const Day eve = plus_days(today_, -1);
        const Day monday = week_of(today_).first;
        if (*unit == Unit::week) {
            return Match{core + 2, DateInterval{monday, std::max(monday, eve)}};
        }
        if (*unit == Unit::month) {
            const int month = month_of(eve);
            return Match{core + 2, DateInterval{months(month, month).first, eve}};
        }
        if (*unit == Unit::year) {
            const int year = civil_from_day(eve).year;
            return Match{core + 2, DateInterval{years(year, year).first, eve}};
        }
        return std::nullopt;
    }

    // "this week", "last month", "last spring", "next March", "the past year".
    MaybeMatch relative_unit(std::size_t i) const {
        const bool last = one_of(at(i), "last", "previous");
        const bool next = at(i) == "next";
        if (!last && !next && at(i) != "this") {
            return season_with_year(i);
        }
        if (const std::optional<int> season = season_at(i + 1)) {
            return relative_season(*season, last, i + 2);
        }
        if (const std::optional<int> month = month_at(i + 1)) {
            return relative_month(*month, last, next, i + 2);
        }
        const std::optional<Unit> unit = unit_at(i + 1);
        if (!unit || at(i + 1).ends_with('s')) {
            return std::nullopt;
        }
        return whole_unit(*unit, last ? -1 : next ? 1 : 0, i + 2);
    }

    MaybeMatch whole_unit(Unit unit, int shift, std::size_t next) const {
        if (unit == Unit::week) {
            DateInterval week = week_of(plus_days(today_, 7 * shift));
            if (tense_ == Tense::future && shift == 0) {
                week.first = today_;
            }
            return Match{next, clipped(week)};
        }
        if (unit == Unit::month) {
            const int month = month_of(today_) + shift;
            return Match{next, clipped(months(month, month))};
        }
        if (unit == Unit::quarter) {
            const int first = month_of(today_) / 3 * 3 + 3 * shift;
            return Match{next, clipped(months(first, first + 2))};
        }
        if (unit == Unit::year) {
            return Match{next, clipped(years(this_year() + shift, this_year() + shift))};
        }
        return std::nullopt;
    }

    MaybeMatch relative_season(int season, bool last, std::size_t next) const {
        DateInterval when = season_of(this_year(), season);
        if (last) {
            for (int year = this_year(); when.last >= today_; --year) {
                when = season_of(year - 1, season);
            }
        }
        return Match{next, clipped(when)};
    }

    // "next March" and "last March" are never the current month.
    MaybeMatch relative_month(int month, bool last, bool next, std::size_t after) const {
        int index = this_year() * 12 + month;
        if (last && index >= month_of(today_)) {
            index -= 12;
        }
        if (next && index <= month_of(today_)) {
            index += 12;
        }
        return Match{after, months(index, index)};
    }

    // "the summer of 2011", "spring 2012".
    MaybeMatch season_with_year(std::size_t i) const {
        const std::optional<int> season = season_at(i);
        const std::size_t at_year = at(i + 1) == "of" ? i + 2 : i + 1;
        const std::optional<int> year = year_at(at_year);
        if (!season || !year) {
            return std::nullopt;
        }
        return Match{at_year + 1, season_of(*year, *season), false};
    }

    // "the fourth quarter", "the third quarter of 2023", "Q3 2023".
    MaybeMatch quarter(std::size_t i) const {
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
            return Match{next + 1, quarter_of(*year), false};
        }
        if (one_of(at(next), "last", "this") && at(next + 1) == "year") {
            return Match{next + 2, quarter_of(this_year() - (at(next) == "last" ? 1 : 0))};
        }
        next -= at(next - 1) == "of" ? 1 : 0;
        return Match{next, clipped(nearest(this_year(), quarter_of))};
    }

    struct Amount {
        std::size_t next = 0;
        std::optional<int> count;  ///< Nothing for "a few", "several" and a bare plural.
        Unit unit = Unit::day;
    };

    // "two weeks", "a year", "a few days", "months".
    std::optional<Amount> amount_at(std::size_t i) const {
        std::size_t unit_at_word = i;
        std::optional<int> count;
        if (one_of(at(i), "a", "an", "the") && unit_at(i + 1)) {
            count = 1;
            unit_at_word = i + 1;
        } else if (one_of(at(i), "a") && at(i + 1) == "couple" && at(i + 2) == "of") {
            count = 2;
            unit_at_word = i + 3;
        } else if (const std::optional<int> number = number_at(i)) {
            count = number;
            unit_at_word = i + 1;
        } else if (one_of(at(i), "several", "few", "some")) {
            unit_at_word = i + 1;
        } else if (at(i) == "a" && one_of(at(i + 1), "few")) {
            unit_at_word = i + 2;
        } else if (!at(i).ends_with('s')) {
            return std::nullopt;
        }
        const std::optional<Unit> unit = unit_at(unit_at_word);
        if (!unit || count.value_or(0) > 200) {
            return std::nullopt;
        }
        return Amount{unit_at_word + 1, count, *unit};
    }

    MaybeMatch ago(std::size_t i) const {
        const std::optional<Amount> amount = amount_at(i);
        if (!amount || !one_of(at(amount->next), "ago", "earlier", "back") ||
            (at(amount->next) == "earlier" && at(amount->next + 1) == "than")) {
            return std::nullopt;
        }
        return Match{amount->next + 1, before_today(*amount)};
    }

    DateInterval before_today(const Amount& amount) const {
        const auto around = [&](Day day, int slack) {
            return DateInterval{plus_days(day, -slack), std::min(plus_days(day, slack), today_)};
        };
        const int n = amount.count.value_or(0);
        switch (amount.unit) {
            case Unit::day:
                return amount.count ? around(plus_days(today_, -n), 0)
                                    : DateInterval{plus_days(today_, -6), plus_days(today_, -2)};
            case Unit::week:
                return amount.count ? around(plus_days(today_, -7 * n), 3)
                                    : DateInterval{plus_days(today_, -42), plus_days(today_, -11)};
            case Unit::month:
                return amount.count
                           ? around(plus_months(today_, -n), 7)
                           : DateInterval{plus_months(today_, -9), plus_months(today_, -2)};
            case Unit::quarter:
                return around(plus_months(today_, -3 * n), 45);
            case Unit::year:
                return years_ago(amount.count);
            case Unit::decade:
                return {plus_months(today_, -120 * std::max(n, 1) - 12),
                        plus_months(today_, -120 * std::max(n, 1) + 12)};
        }
        return {today_, today_};
    }

    DateInterval years_ago(std::optional<int> count) const {
        if (!count) {
            return {plus_months(today_, -9 * 12), plus_months(today_, -2 * 12)};
        }
        if (*count == 1) {
            return {plus_months(today_, -13), plus_months(today_, -11)};
        }
        return years(this_year() - *count, this_year() - *count);
    }

    // "in recent weeks", "over the past decade", "recently".
    MaybeMatch recent(std::size_t i) const {
        if (at(i) == "recently") {
            return Match{i + 1, std::nullopt};
        }
        if (at(i) == "recent" && unit_at(i + 1)) {
            return Match{i + 2, back_from_today(Amount{i + 2, std::nullopt, *unit_at(i + 1)})};
        }
        if (!one_of(at(i), "last", "past") || !unit_at(i + 1)) {
            const std::optional<Amount> amount =
                one_of(at(i), "last", "past") ? amount_at(i + 1) : std::nullopt;
            return amount ? MaybeMatch(Match{amount->next, back_from_today(*amount)})
                          : std::nullopt;
        }
        return Match{i + 2, back_from_today(Amount{i + 2, 1, *unit_at(i + 1)})};
    }

    DateInterval back_from_today(const Amount& amount) const {
        const int n = amount.count.value_or(amount.unit == Unit::day    ? 7
                                            : amount.unit == Unit::week ? 6
                                            : amount.unit == Unit::year ? 5
                                                                        : 6);
        switch (amount.unit) {
            case Unit::day:
                return {plus_days(today_, -n), today_};
            case Unit::week:
                return {plus_days(today_, -7 * n), today_};
            case Unit::month:
                return {amount.count ? plus_months(today_, -n) : plus_days(today_, -183), today_};
            case Unit::quarter:
                return {plus_months(today_, -3 * n), today_};
            case Unit::year:
                return {plus_months(today_, -12 * n), today_};
            case Unit::decade:
                return {plus_months(today_, -120 * n), today_};
        }
        return {today_, today_};
    }

    // "six years before 2020", "a day after July 30", "weeks after June 10".
    MaybeMatch anchored(std::size_t i) const {
        const bool less = at(i) == "less" && at(i + 1) == "than";
        const std::optional<Amount> amount = amount_at(less ? i + 2 : i);
        if (!amount || !one_of(at(amount->next), "after", "before")) {
            return std::nullopt;
        }
        const MaybeMatch anchor = read_plain(amount->next + 1);
        if (!anchor || !anchor->when) {
            return std::nullopt;
        }
        const bool after = at(amount->next) == "after";
        DateInterval when = shifted(*anchor->when, *amount, after ? 1 : -1);
        if (less && after) {
            when = {plus_days(anchor->when->last, 1), when.last};
        }
        return Match{anchor->next, after && dated_ ? clipped(when) : when, anchor->relative};
    }

    static DateInterval shifted(DateInterval anchor, const Amount& amount, int sign) {
        const int n = amount.count.value_or(0);
        if (!amount.count && amount.unit == Unit::week) {
            return sign > 0
                       ? DateInterval{plus_days(anchor.first, 8), plus_days(anchor.last, 59)}
                       : DateInterval{plus_days(anchor.first, -59), plus_days(anchor.last, -8)};
        }
        const int days = amount.unit == Unit::day ? n : amount.unit == Unit::week ? 7 * n : 0;
        const int in_months = amount.unit == Unit::month    ? n
                              : amount.unit == Unit::year   ? 12 * n
                              : amount.unit == Unit::decade ? 120 * n
                                                            : 0;
        const bool rough = amount.count && amount.unit == Unit::week;
        const auto move = [&](Day day) {
            return plus_months(plus_days(day, sign * days), sign * in_months);
        };
        return {plus_days(move(anchor.first), rough ? -3 : 0),
                plus_days(move(anchor.last), rough ? 3 : 0)};
    }

    // The first year of "1990s".
    std::optional<int> decade_at(std::size_t i) const {
        const std::string_view text = at(i);
        if (text.size() != 5 || text[4] != 's' || text[3] != '0') {
            return std::nullopt;
        }
        int year = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
        const bool whole = error == std::errc{} && end == text.data() + 4;
        return whole && year >= 1700 && year < 2200 ? std::optional(year) : std::nullopt;
    }

    // A year alone needs a word that makes it one: four digits may count anything.
    MaybeMatch plain_year(std::size_t i) const {
        if (const std::optional<int> decade = decade_at(i)) {
            return Match{i + 1, part_of_decade(*decade, Part::whole), false};
        }
        if (at(i) == "fiscal" && year_at(i + 1)) {
            return Match{i + 2, years(*year_at(i + 1), *year_at(i + 1)), false};
        }
        const std::optional<int> year = year_at(i);
        if (!year) {
            return std::nullopt;
        }
        constexpr std::string_view leads[] = {"in",     "since", "of",     "by",      "during",
                                              "until",  "till",  "from",   "to",      "through",
                                              "before", "after", "around", "between", "and",
                                              "circa",  "late",  "early",  "year"};
        const bool led = i > 0 && std::ranges::find(leads, at(i - 1)) != std::end(leads);
        const bool aside = w_[i].gap == '(';
        return led || aside ? MaybeMatch(Match{i + 1, years(*year, *year), false}) : std::nullopt;
    }

    const FoldedWords& w_;
    bool dated_;
    Day today_;
    Tense tense_;
};

}  // namespace

std::vector<DateExpression> find_dates(const FoldedWords& words, const DateContext& context) {
    std::vector<DateExpression> found;
    const Reader reader(words, context);
    for (std::size_t i = 0; i < words.size();) {
        const MaybeMatch match = reader.may_begin(i) ? reader.read(i) : std::nullopt;
        if (!match) {
            ++i;
            continue;
        }
        const std::size_t first = one_of(words.text(i), "in", "at") ? i + 1 : i;
        const bool since = i > 0 && words.text(i - 1) == "since";
        found.push_back(
            {words[first].begin, words[match->next - 1].end, match->when, since, match->ambiguous});
        i = match->next;
    }
    return found;
}

std::vector<DateExpression> find_dates(std::string_view sentence, const DateContext& context) {
    const FoldedWords words(sentence);
    return find_dates(words, context);
}

}  // namespace litigraph::ingest::detail
