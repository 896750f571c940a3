#include "legal_numbers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph::ingest::detail {
namespace {

struct NumberCase {
    const char* name;
    const char* text;
    std::vector<std::string> expected;
};
void PrintTo(const NumberCase& row, std::ostream* out) { *out << row.name; }

std::vector<std::string> numbers(const std::vector<LegalNumber>& found) {
    std::vector<std::string> texts;
    for (const LegalNumber& each : found) {
        texts.push_back(each.number);
        EXPECT_LT(each.begin, each.end);
    }
    return texts;
}

class DocketNumbers : public testing::TestWithParam<NumberCase> {};

TEST_P(DocketNumbers, AreFound) {
    EXPECT_THAT(numbers(find_docket_numbers(GetParam().text)),
                testing::ElementsAreArray(GetParam().expected));
}

const NumberCase docket_cases[] = {
    {"Federal", "Quillon v. Zephra, No. 2:23-cv-00456-ABC (E.D. Tex.)", {"2:23-cv-00456"}},
    {"WithoutOffice", "case number 23-cv-456", {"23-cv-456"}},
    {"Trade", "investigation 337-TA-1380", {"337-TA-1380"}},
    {"Review", "filed IPR2024-99999 against it", {"IPR2024-99999"}},
    {"European", "Case C-123/45", {"C-123/45"}},
    {"DateIsNone", "on 12-11-2023 and 2:23 pm", {}},
    {"PhoneIsNone", "call 555-0134", {}},
    {"ShareIsNone", "1-2-3 and C-3/4 of it", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, DocketNumbers, testing::ValuesIn(docket_cases),
                         [](const auto& row) { return std::string(row.param.name); });

class PatentNumbers : public testing::TestWithParam<NumberCase> {};

TEST_P(PatentNumbers, AreFound) {
    EXPECT_THAT(numbers(find_patent_numbers(GetParam().text)),
                testing::ElementsAreArray(GetParam().expected));
}

const NumberCase patent_cases[] = {
    {"Full", "asserts U.S. Patent No. 9,999,001, titled so", {"US9999001"}},
    {"List", "US patent Nos 9,999,001 and 9,999,002 relating to", {"US9999001", "US9999002"}},
    {"Plain", "Orbix Patent 7999448", {"US7999448"}},
    {"Office", "based on EP 3 999 111 B1 and GB2499714", {"EP3999111", "GB2499714"}},
    {"European", "European Patent No 1 099 336", {"EP1099336"}},
    {"Suffix",
     "Only the '001 patent remains; the \xE2\x80\x98"
     "002 patent is gone.",
     {"'001", "'002"}},
    {"CountIsNone", "asserts 13 patents and 1,200 claims", {}},
    {"MoneyIsNone", "paid 9,999,001 dollars", {}},
    {"YearIsNone", "a patent of 2011, and the '90s patent rush", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, PatentNumbers, testing::ValuesIn(patent_cases),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace litigraph::ingest::detail
