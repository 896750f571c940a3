#include "date_intervals.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

Day first_of_month(int month) {
    const int year = (month >= 0 ? month : month - 11) / 12;
    return *day_from_civil(year, month - 12 * year + 1, 1);
}

}  // namespace

DateInterval years(int first, int last) {
    return {*day_from_civil(first, 1, 1), *day_from_civil(last, 12, 31)};
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

DateInterval season_of(int year, int season) {
    const int first = year * 12 + 2 + 3 * season;
    return months(first, first + 2);
}

}  // namespace litigraph::ingest::detail
