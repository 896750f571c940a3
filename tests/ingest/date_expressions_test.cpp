#include "date_expressions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace litigraph::ingest::detail {
namespace {

// Thursday 2024-08-01 is the article's day unless a row says otherwise.
constexpr const char* thursday = "2024-08-01";

struct DateCase {
    const char* sentence;
    const char* words;  ///< The one expression in it; empty if there is none.
    const char* when;   ///< Of to_string(DateInterval); "none" if it has no interval.
    Tense tense = Tense::past;
    const char* published = thursday;
};
std::ostream& operator<<(std::ostream& out, const DateCase& row) { return out << row.sentence; }

class DateExpressions : public testing::TestWithParam<DateCase> {};

TEST_P(DateExpressions, GiveTheirInterval) {
    const DateCase& row = GetParam();
    const std::string sentence = row.sentence;
    const std::vector<DateExpression> found =
        find_dates(sentence, {day_from_string(row.published), row.tense});
    if (std::string_view(row.words).empty()) {
        EXPECT_TRUE(found.empty())
            << sentence.substr(found[0].begin, found[0].end - found[0].begin);
        return;
    }
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(sentence.substr(found[0].begin, found[0].end - found[0].begin), row.words);
    EXPECT_EQ(
        found[0].when ? to_string(*found[0].when) : "none",
        std::string(row.when) == "none" ? "none" : to_string(*interval_from_string(row.when)));
}

constexpr Tense future = Tense::future;

const DateCase days[] = {
    {"It sued today.", "today", "2024-08-01"},
    {"It sued this morning.", "this morning", "2024-08-01"},
    {"It sued yesterday.", "yesterday", "2024-07-31"},
    {"It sued last night.", "last night", "2024-07-31"},
    {"It sued overnight.", "overnight", "2024-07-31..2024-08-01"},
    {"A hearing is tomorrow.", "tomorrow", "2024-08-02", future},
    {"It sued on Tuesday.", "Tuesday", "2024-07-30"},
    {"It sued on Thursday.", "Thursday", "2024-08-01"},
    {"It will be heard on Friday.", "Friday", "2024-08-02", future},
    {"It sued last Tuesday.", "last Tuesday", "2024-07-30"},
    {"It sued last Thursday.", "last Thursday", "2024-07-25"},
    {"It sued late on Wednesday.", "late on Wednesday", "2024-07-31"},
    {"It sued on Tues.", "", ""},
    {"It sued on Tue. in court", "Tue", "2024-07-30"},
    {"It sued over the weekend.", "the weekend", "2024-07-27..2024-07-28"},
    {"It sued on July 30.", "July 30", "2024-07-30"},
    {"It sued on Nov. 4.", "Nov. 4", "2023-11-04"},
    {"It sued on Sep 4.", "Sep 4", "2023-09-04"},
    {"It sued on Feb. 29.", "Feb. 29", "2024-02-29"},
    {"It sued on 30/07/2024.", "30/07/2024", "2024-07-30"},
    {"It sued on 2024-07-30.", "2024-07-30", "2024-07-30"},
    {"It sued on 03/04/2024.", "03/04/2024", "2024-03-04..2024-04-03"},
    {"It sued on July 30, 2012.", "July 30, 2012", "2012-07-30"},
    {"It sued on 30 July 2012.", "30 July 2012", "2012-07-30"},
    {"It sued on the 16th of April.", "16th of April", "2024-04-16"},
    {"It sued on April 16th, 2011.", "April 16th, 2011", "2011-04-16"},
    {"It sued on Tuesday, July 30, 2024.", "Tuesday, July 30, 2024", "2024-07-30"},
    {"It sued on Monday, Nov. 4.", "Monday, Nov. 4", "2023-11-04"},
    {"It sued on 99/99/2024.", "", ""},
    {"It sued on February 30, 2024.", "", ""},
    {"It sued three days ago.", "three days ago", "2024-07-29"},
    {"It sued a few days ago.", "a few days ago", "2024-07-26..2024-07-30"},
    {"It sued in recent days.", "recent days", "2024-07-25..2024-08-01"},
};
INSTANTIATE_TEST_SUITE_P(Days, DateExpressions, testing::ValuesIn(days));

const DateCase weeks[] = {
    {"It sued earlier this week.", "earlier this week", "2024-07-29..2024-07-31"},
    {"It sued earlier this week.", "earlier this week", "2024-07-29", Tense::past, "2024-07-29"},
    {"It sued this week.", "this week", "2024-07-29..2024-08-01"},
    {"It is heard this week.", "this week", "2024-08-01..2024-08-04", future},
    {"It sued last week.", "last week", "2024-07-22..2024-07-28"},
    {"It sued late last week.", "late last week", "2024-07-25..2024-07-28"},
    {"It sued two weeks ago.", "two weeks ago", "2024-07-15..2024-07-21"},
    {"It sued in recent weeks.", "recent weeks", "2024-06-20..2024-08-01"},
    {"Weeks after June 10 it sued.", "Weeks after June 10", "2024-06-18..2024-08-01"},
};
INSTANTIATE_TEST_SUITE_P(Weeks, DateExpressions, testing::ValuesIn(weeks));

const DateCase months[] = {
    {"It sued earlier this month.", "earlier this month", "2024-07-01..2024-07-31"},
    {"It sued earlier this month.", "earlier this month", "2024-07-01..2024-07-30", Tense::past,
     "2024-07-31"},
    {"It sued last month.", "last month", "2024-07"},
    {"It sued late last month.", "late last month", "2024-07-22..2024-07-31"},
    {"It sued earlier in July.", "earlier in July", "2024-07"},
    {"It sued in June.", "June", "2024-06"},
    {"It sued in December.", "December", "2023-12"},
    {"It sued in December last year.", "December last year", "2023-12"},
    {"It sued in early April.", "early April", "2024-04-01..2024-04-10"},
    {"It sued in mid-April 2011.", "mid-April 2011", "2011-04-11..2011-04-20"},
    {"It is set for October.", "October", "2024-10", future},
    {"It is set for next March.", "next March", "2025-03", future},
    {"It sued since October.", "October", "2023-10"},
    {"It sued in October 2019.", "October 2019", "2019-10"},
    {"It sued in recent months.", "recent months", "2024-01-31..2024-08-01"},
    {"It sued a month ago.", "a month ago", "2024-06-24..2024-07-08"},
    {"It sued recently.", "recently", "none"},
    {"It may march on.", "", ""},
    {"May it please the court.", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Months, DateExpressions, testing::ValuesIn(months));

const DateCase longer[] = {
    {"It sued in the fourth quarter.", "fourth quarter", "2023-10..2023-12"},
    {"It sued in the third quarter of 2023.", "third quarter of 2023", "2023-07..2023-09"},
    {"It sued in the first half of this year.", "the first half of this year", "2024-01..2024-06"},
    {"It sued this spring.", "this spring", "2024-03..2024-05"},
    {"It sued back in the spring.", "spring", "2024-03..2024-05"},
    {"It sued over the summer.", "summer", "2024-06-01..2024-08-01"},
    {"It sued last spring.", "last spring", "2024-03..2024-05"},
    {"It sued this summer.", "this summer", "2024-06-01..2024-08-01"},
    {"It sued last fall.", "last fall", "2023-09..2023-11"},
    {"It sued last autumn.", "last autumn", "2023-09..2023-11"},
    {"It sued last winter.", "last winter", "2023-12..2024-02"},
    {"It sued in the summer of 2011.", "summer of 2011", "2011-06..2011-08"},
    {"It sued earlier this year.", "earlier this year", "2024-01-01..2024-07-31"},
    {"It sued this year.", "this year", "2024-01-01..2024-08-01"},
    {"It sued last year.", "last year", "2023"},
    {"It sued early last year.", "early last year", "2023-01..2023-03"},
    {"It sued in the middle of last year.", "the middle of last year", "2023-05..2023-08"},
    {"It sued in mid-2023.", "mid-2023", "2023-05..2023-08"},
    {"It sued late last year.", "late last year", "2023-10..2023-12"},
    {"It sued in late 2011.", "late 2011", "2011-10..2011-12"},
    {"It sued at the end of last year.", "the end of last year", "2023-12"},
    {"It sued at the turn of the year.", "the turn of the year", "2023-12-15..2024-01-15"},
    {"It sued in 2020.", "2020", "2020"},
    {"It settled a 2012 lawsuit.", "2012", "2012"},
    {"It settled its 2012 patent infringement suit.", "2012", "2012"},
    {"It cited the 2012 case.", "", ""},
    {"It sued under the Tariff Act of 1930.", "", ""},
    {"It sued in the last weeks of 2017.", "the last weeks of 2017", "2017-12"},
    {"It sued (2020) them.", "2020", "2020"},
    {"It sued six years before 2020.", "six years before 2020", "2014"},
    {"It sued six years after 2014.", "six years after 2014", "2020"},
    {"It sued in the early 2000s.", "the early 2000s", "2000..2003"},
    {"It sued in the mid-1990s.", "the mid-1990s", "1994..1996"},
    {"It sued in the late 2010s.", "the late 2010s", "2017..2019"},
    {"It sued a decade ago.", "a decade ago", "2013-08-01..2015-08-01"},
    {"Sales grew over the past decade.", "past decade", "2014-08-01..2024-08-01"},
    {"It sued a year ago.", "a year ago", "2023-07-01..2023-09-01"},
    {"It sued three years ago.", "three years ago", "2021"},
    {"It sued less than a year after October 31, 2023.", "less than a year after October 31, 2023",
     "2023-11-01..2024-08-01"},
    {"It sued a day after July 30.", "a day after July 30", "2024-07-31"},
    {"It ends by the end of the year.", "by the end of the year", "2024-08-01..2024-12-31", future},
    {"It ends before the end of March.", "before the end of March", "2024-08-01..2025-03-31",
     future},
    {"It ends no later than Aug 15.", "no later than Aug 15", "2024-08-01..2024-08-15", future},
    {"Sales of fiscal 2023 rose.", "fiscal 2023", "2023"},
    {"They sold 2020 phones.", "", ""},
    {"It has 12 employees and a second phone.", "", ""},
    {"At last it fell over the first edge.", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Longer, DateExpressions, testing::ValuesIn(longer));

// Without an article date only what names its year has an interval.
const DateCase undated[] = {
    {"It sued on Tuesday.", "Tuesday", "none", Tense::past, ""},
    {"It sued late last year.", "late last year", "none", Tense::past, ""},
    {"It sued in June.", "June", "none", Tense::past, ""},
    {"It sued a day after July 30.", "a day after July 30", "none", Tense::past, ""},
    {"It sued in June 2011.", "June 2011", "2011-06", Tense::past, ""},
    {"It sued in the early 2000s.", "the early 2000s", "2000..2003", Tense::past, ""},
};
INSTANTIATE_TEST_SUITE_P(Undated, DateExpressions, testing::ValuesIn(undated));

TEST(DateExpression, SinceMarksTheBeginningOfAState) {
    const auto found = find_dates("It has sued since October.", {day_from_string(thursday)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(found[0].since);
}

TEST(DateExpression, SeveralAreFoundInTextOrder) {
    const auto found =
        find_dates("Sued in May, it hit back on Tuesday.", {day_from_string(thursday)});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_LT(found[0].end, found[1].begin);
    EXPECT_EQ(to_string(*found[0].when), "2024-05");
}

}  // namespace
}  // namespace litigraph::ingest::detail
