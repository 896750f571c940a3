#include <litigraph/graph/date.hpp>

#include <gtest/gtest.h>

namespace litigraph {
namespace {

Day day(std::string_view text) { return day_from_string(text).value(); }

struct CivilCase {
    CivilDate date;
    std::int32_t days;  // since 1970-01-01
    int weekday;        // 0 = Monday
};

TEST(Day, AgreesWithTheCalendar) {
    const CivilCase cases[] = {
        {{1970, 1, 1}, 0, 3},       {{1969, 12, 31}, -1, 2},      {{2000, 2, 29}, 11016, 1},
        {{2024, 2, 29}, 19782, 3},  {{2024, 8, 1}, 19936, 3},     {{1900, 3, 1}, -25508, 3},
        {{1, 1, 1}, -719162, 0},    {{9999, 12, 31}, 2932896, 4}, {{0, 3, 1}, -719468, 2},
        {{-400, 3, 1}, -865565, 2},
    };
    for (const CivilCase& c : cases) {
        const auto found = day_from_civil(c.date.year, c.date.month, c.date.day);
        ASSERT_TRUE(found) << c.days;
        EXPECT_EQ(static_cast<std::int32_t>(*found), c.days);
        EXPECT_EQ(civil_from_day(*found), c.date) << c.days;
        EXPECT_EQ(weekday(*found), c.weekday) << c.days;
    }
}

TEST(Day, RefusesDatesThatDoNotExist) {
    const CivilDate absent[] = {
        {2023, 2, 29},    {1900, 2, 29},     {2024, 2, 30},     {2024, 4, 31}, {2024, 0, 1},
        {2024, 13, 1},    {2024, 1, 0},      {2024, 1, 32},     {2024, 1, -1}, {2024, -1, 1},
        {5881580, 7, 11}, {-5877641, 6, 23}, {2147483647, 1, 1}};
    for (const CivilDate& date : absent) {
        EXPECT_EQ(day_from_civil(date.year, date.month, date.day), std::nullopt)
            << date.year << '-' << date.month << '-' << date.day;
    }
}

TEST(Day, CountsEveryDayOfFourHundredYearsOnce) {
    Day expected = day("1800-01-01");
    for (int year = 1800; year < 2200; ++year) {
        for (int month = 1; month <= 12; ++month) {
            for (int number = 1; number <= 31; ++number) {
                const auto found = day_from_civil(year, month, number);
                if (!found) {
                    ASSERT_GT(number, 28);
                    continue;
                }
                ASSERT_EQ(*found, expected);
                ASSERT_EQ(civil_from_day(*found), (CivilDate{year, month, number}));
                expected = plus_days(expected, 1);
            }
        }
    }
    EXPECT_EQ(expected, day("2200-01-01"));
}

TEST(Day, IsReadOnlyInItsExactForm) {
    EXPECT_EQ(to_string(day("2024-02-29")), "2024-02-29");
    for (const char* text : {"", "2024", "2024-08", "2024-8-1", "2024-08-01 ", " 2024-08-01",
                             "2024/08/01", "20240801", "2024-13-01", "2023-02-29", "2024-00-10",
                             "2024-08-00", "+024-08-01", "2024-08-1x", "2024-08-01T"}) {
        EXPECT_EQ(day_from_string(text), std::nullopt) << text;
    }
}

TEST(Day, HasOpenEndsThatStayOpen) {
    EXPECT_EQ(to_string(beginning_of_time), "-inf");
    EXPECT_EQ(to_string(end_of_time), "+inf");
    EXPECT_EQ(plus_days(beginning_of_time, 5), beginning_of_time);
    EXPECT_EQ(plus_days(end_of_time, -5), end_of_time);
    EXPECT_EQ(plus_days(Day{std::numeric_limits<std::int32_t>::max() - 1}, 7), end_of_time);
    EXPECT_EQ(plus_days(Day{std::numeric_limits<std::int32_t>::min() + 1}, -7), beginning_of_time);
    EXPECT_EQ(plus_days(day("2024-02-28"), 2), day("2024-03-01"));
}

TEST(Day, MeasuresDistances) {
    EXPECT_EQ(days_between(day("2024-02-28"), day("2024-03-01")), 2);
    EXPECT_EQ(days_between(day("2024-03-01"), day("2024-02-28")), -2);
    EXPECT_EQ(days_between(end_of_time, end_of_time), 0);
    EXPECT_EQ(days_between(beginning_of_time, Day{0}), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(days_between(Day{0}, beginning_of_time), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(days_between(Day{0}, end_of_time), std::numeric_limits<std::int64_t>::max());
}

TEST(Day, HasACivilDateWhateverItsValue) {
    for (const std::int32_t value : {std::numeric_limits<std::int32_t>::min() + 1,
                                     std::numeric_limits<std::int32_t>::max() - 1}) {
        const CivilDate date = civil_from_day(Day{value});
        EXPECT_EQ(day_from_civil(date.year, date.month, date.day), Day{value});
        EXPECT_GE(weekday(Day{value}), 0);
    }
}

struct IntervalCase {
    Day first;
    Day last;
    const char* text;
};

TEST(DateInterval, IsWrittenInItsShortestForm) {
    const IntervalCase cases[] = {
        {day("2024-07-30"), day("2024-07-30"), "2024-07-30"},
        {day("2024-07-29"), day("2024-08-01"), "2024-07-29..08-01"},
        {day("2024-07-29"), day("2024-07-31"), "2024-07-29..07-31"},
        {day("2023-12-30"), day("2024-01-02"), "2023-12-30..2024-01-02"},
        {day("2023-10-01"), day("2023-12-31"), "2023-10..12"},
        {day("2023-10-01"), day("2024-02-29"), "2023-10..2024-02"},
        {day("2023-10-01"), day("2024-02-28"), "2023-10-01..2024-02-28"},
        {day("2024-02-01"), day("2024-02-29"), "2024-02"},
        {day("2023-01-01"), day("2023-12-31"), "2023"},
        {day("2000-01-01"), day("2003-12-31"), "2000..2003"},
        {beginning_of_time, day("2024-08-01"), "..2024-08-01"},
        {day("2023-10-31"), end_of_time, "2023-10-31.."},
    };
    for (const IntervalCase& c : cases) {
        const DateInterval interval{c.first, c.last};
        EXPECT_EQ(to_string(interval), c.text);
        EXPECT_EQ(interval_from_string(c.text), interval) << c.text;
    }
    EXPECT_EQ(to_string(DateInterval{}), "unknown");
}

TEST(DateInterval, ReadsWhatAUserTypes) {
    const IntervalCase cases[] = {
        {day("2023-01-01"), day("2024-06-30"), "2023..2024-06"},
        {day("2023-10-31"), day("2024-12-31"), "2023-10-31..2024"},
        {day("2023-10-01"), end_of_time, "2023-10.."},
        {beginning_of_time, day("2023-12-31"), "..2023"},
        {day("2023-10-01"), day("2023-10-31"), "2023-10"},
        {day("2023-05-05"), day("2023-05-05"), "2023-05-05..2023-05-05"},
        {day("0000-01-01"), day("9999-12-31"), "0000..9999"},
    };
    for (const IntervalCase& c : cases) {
        EXPECT_EQ(interval_from_string(c.text), (DateInterval{c.first, c.last})) << c.text;
    }
}

TEST(DateInterval, RefusesWhatIsNoInterval) {
    for (const char* text : {"",
                             "..",
                             "unknown",
                             "yesterday",
                             "2024..2023",
                             "2024-08-02..2024-08-01",
                             "2024-13",
                             "2024-02-30",
                             "2024...2025",
                             "2024..2025..2026",
                             "202",
                             "20245",
                             "2024-1",
                             "2024-01-",
                             "2024 ..2025",
                             "2024..7",
                             "2024..07",
                             "2024-10..09",
                             "2024-10-05..05",
                             "..07",
                             "-inf..",
                             "2024-10..10-05",
                             "2023-02-01..02-29",
                             "2024_10",
                             "2024-10-",
                             "\xEF\xBC\x92"
                             "024"}) {
        EXPECT_EQ(interval_from_string(text), std::nullopt) << text;
    }
}

TEST(DateInterval, IntersectsAndContains) {
    const DateInterval week = *interval_from_string("2024-07-29..08-01");
    const DateInterval year = *interval_from_string("2024");
    const DateInterval past = *interval_from_string("..2024-07-30");
    EXPECT_EQ(intersection(week, year), week);
    EXPECT_EQ(intersection(week, past), interval_from_string("2024-07-29..07-30"));
    EXPECT_EQ(intersection(week, *interval_from_string("2024-08-02..")), std::nullopt);
    EXPECT_EQ(intersection(week, {}), week);
    EXPECT_TRUE(contains(year, week));
    EXPECT_FALSE(contains(week, year));
    EXPECT_TRUE(contains({}, past));
    EXPECT_FALSE(contains(year, past));
}

}  // namespace
}  // namespace litigraph
