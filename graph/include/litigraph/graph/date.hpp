/// \file
/// Calendar days and intervals of days. A date in the news is an interval, never a made-up day.
#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph {

/// Days since 1970-01-01 in the proleptic Gregorian calendar; negative before it.
enum class Day : std::int32_t {};

/// Ends of an interval that are not known. They compare before and after every real day.
inline constexpr Day beginning_of_time{std::numeric_limits<std::int32_t>::min()};
inline constexpr Day end_of_time{std::numeric_limits<std::int32_t>::max()};

/// The day of a calendar date; nothing if there is no such date (month 13, 30 February).
std::optional<Day> day_from_civil(int year, int month, int day) noexcept;

struct CivilDate {
    int year = 1970;
    int month = 1;  ///< 1..12
    int day = 1;    ///< 1..31
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
};
/// Requires: `day` is neither beginning_of_time nor end_of_time.
CivilDate civil_from_day(Day day) noexcept;

/// 0 = Monday .. 6 = Sunday (ISO 8601).
int weekday(Day day) noexcept;

/// The day `count` days after `day` (before, if negative). Unknown ends stay unknown.
Day plus_days(Day day, int count) noexcept;

/// Number of days from `from` to `to`; saturates at unknown ends.
std::int64_t days_between(Day from, Day to) noexcept;

/// Reads exactly "YYYY-MM-DD"; nothing for any other text.
std::optional<Day> day_from_string(std::string_view text) noexcept;

/// "2024-07-29"; "-inf" and "+inf" for unknown ends.
std::string to_string(Day day);

/// All days from `first` to `last`, both included. `first <= last` always.
struct DateInterval {
    Day first = beginning_of_time;
    Day last = end_of_time;

    bool is_unknown() const noexcept { return first == beginning_of_time && last == end_of_time; }
    friend auto operator<=>(const DateInterval&, const DateInterval&) = default;
};

/// Days that are in both; nothing if there is none.
std::optional<DateInterval> intersection(DateInterval a, DateInterval b) noexcept;

/// Whether every day of `inner` is in `outer`.
bool contains(DateInterval outer, DateInterval inner) noexcept;

/// What is known, in the shortest form: "2024-07-30", "2024-07-29..08-01", "2023-10..12" for whole
/// months, "2023" for a whole year, "..2024-08-01" and "2023-10-31.." for one open end, "unknown".
std::string to_string(DateInterval interval);

/// Inverse of to_string for what a user types: a day, "2023", "2023-10", "A..B", "A..", "..B",
/// where A and B are a year, a month or a day. Nothing for any other text or if first > last.
std::optional<DateInterval> interval_from_string(std::string_view text) noexcept;

std::ostream& operator<<(std::ostream& out, Day day);                ///< Writes to_string(day).
std::ostream& operator<<(std::ostream& out, DateInterval interval);  ///< Writes to_string.

}  // namespace litigraph
