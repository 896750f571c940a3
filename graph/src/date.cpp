// The arithmetic follows the era-based algorithms of "chrono-Compatible Low-Level Date Algorithms"
// (H. Hinnant): 400 years are one era of 146097 days, and a year begins in March, so that the leap
// day comes last. 64-bit throughout: every Day, even from a hostile archive, has a civil date.

#include <litigraph/graph/date.hpp>

#include <algorithm>
#include <array>
#include <ostream>

namespace litigraph {

namespace {

constexpr std::int64_t days_per_era = 146097;
constexpr std::int64_t epoch_shift = 719468;  // days from 0000-03-01 to 1970-01-01
constexpr std::string_view interval_mark = "..";

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(int year, int month) {
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

constexpr std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
    return (value >= 0 ? value : value - (divisor - 1)) / divisor;
}

bool is_open(Day day) { return day == beginning_of_time || day == end_of_time; }

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number < 0 ? -number : number);
    digits.insert(0, width - std::min(width, digits.size()), '0');
    return number < 0 ? "-" + digits : digits;
}

std::string month_text(CivilDate date) {
    return padded(date.year, 4) + "-" + padded(date.month, 2);
}

std::string month_day_text(CivilDate date) {
    return padded(date.month, 2) + "-" + padded(date.day, 2);
}

bool begins_month(CivilDate date) { return date.day == 1; }
bool ends_month(CivilDate date) { return date.day == days_in_month(date.year, date.month); }
bool begins_year(CivilDate date) { return begins_month(date) && date.month == 1; }
bool ends_year(CivilDate date) { return ends_month(date) && date.month == 12; }

std::string years_text(int first, int last) {
    return first == last ? padded(first, 4)
                         : padded(first, 4) + std::string(interval_mark) + padded(last, 4);
}

std::string months_text(CivilDate first, CivilDate last) {
    const std::string begin = month_text(first);
    if (first.year != last.year) {
        return begin + std::string(interval_mark) + month_text(last);
    }
    return first.month == last.month ? begin
                                     : begin + std::string(interval_mark) + padded(last.month, 2);
}

// The number that `text` spells with digits only; nothing else is a number here.
std::optional<int> number_from(std::string_view text) {
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    return number;
}

struct Parts {
    int year = 0;
    int month = 0;  // 0: the whole year
    int day = 0;    // 0: the whole month
};

// "2023", "2023-10" or "2023-10-31", with calendar fields still unchecked.
std::optional<Parts> parts_from(std::string_view text) {
    const bool has_month = text.size() >= 7;
    const bool has_day = text.size() == 10;
    if ((text.size() != 4 && text.size() != 7 && !has_day) || (has_month && text[4] != '-') ||
        (has_day && text[7] != '-')) {
        return std::nullopt;
    }
    const auto year = number_from(text.substr(0, 4));
    const auto month = number_from(has_month ? text.substr(5, 2) : "1");
    const auto day = number_from(has_day ? text.substr(8, 2) : "1");
    if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1) {
        return std::nullopt;
    }
    return Parts{*year, has_month ? *month : 0, has_day ? *day : 0};
}

std::optional<DateInterval> period_from(std::string_view text) {
    const std::optional<Parts> parts = parts_from(text);
    if (!parts) {
        return std::nullopt;
    }
    const int last_month = parts->month == 0 ? 12 : parts->month;
    const int last_day = parts->day == 0 ? days_in_month(parts->year, last_month) : parts->day;
    const auto first =
        day_from_civil(parts->year, std::max(parts->month, 1), std::max(parts->day, 1));
    const auto last = day_from_civil(parts->year, last_month, last_day);
    if (!first || !last) {
        return std::nullopt;
    }
    return DateInterval{*first, *last};
}

// The second half of "2023-10..12" and "2024-07-29..08-01" borrows its year from the first.
std::string completed(std::string_view last, std::string_view first) {
    const bool is_short =
        (first.size() == 7 && last.size() == 2) || (first.size() == 10 && last.size() == 5);
    return is_short ? std::string(first.substr(0, 5)) + std::string(last) : std::string(last);
}

}  // namespace

std::optional<Day> day_from_civil(int year, int month, int day) noexcept {
    if (month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
        return std::nullopt;
    }
    const std::int64_t march_year = std::int64_t{year} - (month <= 2 ? 1 : 0);
    const std::int64_t era = floor_div(march_year, 400);
    const std::int64_t year_of_era = march_year - era * 400;
    const std::int64_t day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    const std::int64_t days = era * days_per_era + day_of_era - epoch_shift;
    if (days <= static_cast<std::int64_t>(beginning_of_time) ||
        days >= static_cast<std::int64_t>(end_of_time)) {
        return std::nullopt;
    }
    return static_cast<Day>(days);
}

CivilDate civil_from_day(Day day) noexcept {
    const std::int64_t days = static_cast<std::int64_t>(day) + epoch_shift;
    const std::int64_t era = floor_div(days, days_per_era);
    const std::int64_t day_of_era = days - era * days_per_era;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t march_month = (5 * day_of_year + 2) / 153;  // 0 = March
    const std::int64_t month = march_month < 10 ? march_month + 3 : march_month - 9;
    return {.year = static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)),
            .month = static_cast<int>(month),
            .day = static_cast<int>(day_of_year - (153 * march_month + 2) / 5 + 1)};
}

int weekday(Day day) noexcept {
    const std::int64_t since_monday = static_cast<std::int64_t>(day) + 3;  // 1970-01-01: Thursday
    return static_cast<int>(since_monday - floor_div(since_monday, 7) * 7);
}

Day plus_days(Day day, int count) noexcept {
    if (is_open(day)) {
        return day;
    }
    return static_cast<Day>(std::clamp(static_cast<std::int64_t>(day) + count,
                                       static_cast<std::int64_t>(beginning_of_time),
                                       static_cast<std::int64_t>(end_of_time)));
}

std::int64_t days_between(Day from, Day to) noexcept {
    if (from == to) {
        return 0;
    }
    if (is_open(from) || is_open(to)) {
        return from < to ? std::numeric_limits<std::int64_t>::max()
                         : std::numeric_limits<std::int64_t>::min();
    }
    return static_cast<std::int64_t>(to) - static_cast<std::int64_t>(from);
}

std::optional<Day> day_from_string(std::string_view text) noexcept {
    const std::optional<Parts> parts = parts_from(text);
    if (!parts || parts->day == 0) {
        return std::nullopt;
    }
    return day_from_civil(parts->year, parts->month, parts->day);
}

std::string to_string(Day day) {
    if (is_open(day)) {
        return day == beginning_of_time ? "-inf" : "+inf";
    }
    const CivilDate date = civil_from_day(day);
    return month_text(date) + "-" + padded(date.day, 2);
}

std::optional<DateInterval> intersection(DateInterval a, DateInterval b) noexcept {
    const DateInterval common{std::max(a.first, b.first), std::min(a.last, b.last)};
    return common.first <= common.last ? std::optional(common) : std::nullopt;
}

bool contains(DateInterval outer, DateInterval inner) noexcept {
    return outer.first <= inner.first && inner.last <= outer.last;
}

std::string to_string(DateInterval interval) {
    if (interval.is_unknown()) {
        return "unknown";
    }
    if (is_open(interval.first) || is_open(interval.last)) {
        return (is_open(interval.first) ? "" : to_string(interval.first)) +
               std::string(interval_mark) +
               (is_open(interval.last) ? "" : to_string(interval.last));
    }
    const CivilDate first = civil_from_day(interval.first);
    const CivilDate last = civil_from_day(interval.last);
    if (begins_year(first) && ends_year(last)) {
        return years_text(first.year, last.year);
    }
    if (begins_month(first) && ends_month(last)) {
        return months_text(first, last);
    }
    if (interval.first == interval.last) {
        return to_string(interval.first);
    }
    return to_string(interval.first) + std::string(interval_mark) +
           (first.year == last.year ? month_day_text(last) : to_string(interval.last));
}

std::optional<DateInterval> interval_from_string(std::string_view text) noexcept {
    const std::size_t mark = text.find(interval_mark);
    if (mark == std::string_view::npos) {
        return period_from(text);
    }
    const std::string_view left = text.substr(0, mark);
    const std::string_view right = text.substr(mark + interval_mark.size());
    if (left.empty() && right.empty()) {
        return std::nullopt;
    }
    const auto first = left.empty() ? DateInterval{} : period_from(left);
    const auto last = right.empty() ? DateInterval{} : period_from(completed(right, left));
    if (!first || !last || first->first > last->last) {
        return std::nullopt;
    }
    return DateInterval{first->first, last->last};
}

std::ostream& operator<<(std::ostream& out, Day day) { return out << to_string(day); }
std::ostream& operator<<(std::ostream& out, DateInterval interval) {
    return out << to_string(interval);
}

}  // namespace litigraph
