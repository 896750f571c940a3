#include "counts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph::ingest::detail {
namespace {

/// "12", "10-14" or "13-" for each count.
std::vector<std::string> counts_of(const std::string& sentence) {
    const FoldedWords words(sentence);
    std::vector<std::string> found;
    for (const CountExpression& each : find_counts(words)) {
        std::string text = std::to_string(each.count.low);
        if (each.count.high == CountInterval::unbounded) {
            text += "-";
        } else if (each.count.high != each.count.low) {
            text += "-" + std::to_string(each.count.high);
        }
        found.push_back(std::move(text));
    }
    return found;
}

struct CountCase {
    const char* name;
    const char* text;
    std::vector<std::string> expected;
};
void PrintTo(const CountCase& row, std::ostream* out) { *out << row.name; }

class Counts : public testing::TestWithParam<CountCase> {};

TEST_P(Counts, AreIntervals) {
    EXPECT_THAT(counts_of(GetParam().text), testing::ElementsAreArray(GetParam().expected));
}

const CountCase count_cases[] = {
    {"Dozen", "a dozen patents", {"12"}},
    {"AboutADozen", "about a dozen patents", {"10-14"}},
    {"MoreThanADozen", "more than a dozen patents", {"13-"}},
    {"TwoDozen", "two dozen suits", {"24"}},
    {"HalfADozen", "half a dozen suits", {"6"}},
    {"Dozens", "dozens of suits", {"24-99"}},
    {"Several", "several suits", {"3-9"}},
    {"Scores", "scores of suits", {"40-"}},
    {"About", "some 30 suits", {"27-33"}},
    {"Nearly", "nearly 50 suits", {"45-49"}},
    {"AtLeast", "no fewer than three suits", {"3-"}},
    {"UpTo", "as many as 20 suits", {"0-20"}},
    {"Digits", "13 legal proceedings", {"13"}},
    {"Thousands", "1,200 suits", {"1200"}},
    {"TwoOfFive", "two of the five patents", {"2", "5"}},
    {"YearIsNone", "sued in 2011", {}},
    {"DecimalIsNone", "a royalty of 2.5 pct", {}},
    {"OrdinalIsNone", "the third lawsuit", {}},
    {"NoneAtAll", "the lawsuit", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, Counts, testing::ValuesIn(count_cases),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace litigraph::ingest::detail
