#include "courts.hpp"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <ostream>
#include <string>
#include <utility>

namespace litigraph::ingest::detail {
namespace {

struct NameCase {
    const char* name;
    const char* region;
    const char* id;  ///< Empty if no court may be found.
};
std::ostream& operator<<(std::ostream& out, const NameCase& row) { return out << row.name; }

class CourtNames : public testing::TestWithParam<NameCase> {};

TEST_P(CourtNames, Resolve) {
    EXPECT_EQ(resolve_court(GetParam().name, GetParam().region).id, GetParam().id);
}

const NameCase federal[] = {
    {"United States District Court for the Northern District of Texas", "", "txnd"},
    {"U S District Court E D Tex", "", "txed"},
    {"U.S. District Court, D. Del.", "", "ded"},
    {"S.D.N.Y.", "", "nysd"},
    {"Untied States District Court Westren District of Michigan", "", "miwd"},
    {"United States Bankruptcy Court for the District of Delaware", "", "deb"},
    {"U.S. Court of Appeals for the 5th Circuit", "", "ca5"},
    {"Court of Appeals Fifth Circuit", "US-LA", "ca5"},
    {"Bankruptcy Appellate Panel of the Ninth Circuit", "", "bap9"},
    {"Patent Trial & Appeal Board", "", "ptab"},
    {"United States International Trade Commission", "", "usitc"},
};
INSTANTIATE_TEST_SUITE_P(Federal, CourtNames, testing::ValuesIn(federal));

const NameCase states[] = {
    {"Superior Court of California, County of Los Angeles", "", "calsuppctla"},
    {"New York Supreme Court", "", "nysupct"},
    {"Supreme Court of Texas", "", "tex"},
    {"Fayette County Court of Common Pleas", "US-OH", "ohctcomplfayett"},
    {"Fayette County Court of Common Pleas", "US-PA", "pactcomplfayett"},
    {"Delaware Court of Chancery", "", "delch"},
};
INSTANTIATE_TEST_SUITE_P(States, CourtNames, testing::ValuesIn(states));

const NameCase nothing[] = {
    {"", "", ""},
    {"Tennis court", "", ""},
    {"The quick brown fox", "", ""},
    {"Federal Trade Commission", "", ""},
    {"\xFF\xFE\x80 court of \xC3", "", ""},
};
INSTANTIATE_TEST_SUITE_P(Nothing, CourtNames, testing::ValuesIn(nothing));

const std::map<std::string, std::string, std::less<>> region_by_name = {
    {"Alabama", "US-AL"},        {"Alaska", "US-AK"},
    {"Arizona", "US-AZ"},        {"Arkansas", "US-AR"},
    {"California", "US-CA"},     {"Colorado", "US-CO"},
    {"Connecticut", "US-CT"},    {"D.C.", "US-DC"},
    {"Delaware", "US-DE"},       {"Florida", "US-FL"},
    {"Georgia", "US-GA"},        {"Guam", "US-GU"},
    {"Hawaii", "US-HI"},         {"Idaho", "US-ID"},
    {"Illinois", "US-IL"},       {"Indiana", "US-IN"},
    {"Iowa", "US-IA"},           {"Kansas", "US-KS"},
    {"Kentucky", "US-KY"},       {"Louisiana", "US-LA"},
    {"Maine", "US-ME"},          {"Maryland", "US-MD"},
    {"Massachusetts", "US-MA"},  {"Michigan", "US-MI"},
    {"Minnesota", "US-MN"},      {"Mississippi", "US-MS"},
    {"Missouri", "US-MO"},       {"Montana", "US-MT"},
    {"New Jersey", "US-NJ"},     {"New York", "US-NY"},
    {"North Carolina", "US-NC"}, {"North Dakota", "US-ND"},
    {"Ohio", "US-OH"},           {"Oklahoma", "US-OK"},
    {"Pennsylvania", "US-PA"},   {"Puerto Rico", "US-PR"},
    {"South Carolina", "US-SC"}, {"South Dakota", "US-SD"},
    {"Tennessee", "US-TN"},      {"Texas", "US-TX"},
    {"Utah", "US-UT"},           {"Virginia", "US-VA"},
    {"Washington", "US-WA"},     {"Washington D.C.", "US-DC"},
    {"West Virginia", "US-WV"},  {"Wisconsin", "US-WI"},
    {"Wyoming", "US-WY"}};

// The strings of a public court database, with the state that each row gives.
TEST(CourtNameStrings, OfTheDatabaseResolve) {
    const std::filesystem::path path =
        std::filesystem::path(LITIGRAPH_SHARED_DATA) / "interop/courts/examples.jsonl";
    std::ifstream rows(path);
    if (!rows) {
        GTEST_SKIP() << "no test material at " << path;
    }
    int all = 0, right = 0, federal_all = 0, federal_right = 0;
    std::string misses;
    for (std::string line; std::getline(rows, line);) {
        rapidjson::Document row;
        row.Parse(line.data(), line.size());
        ASSERT_FALSE(row.HasParseError()) << line;
        const std::string text = row["text"].GetString();
        const std::string expected = row["expected_id"].GetString();
        const auto region = region_by_name.find(std::string_view(row["location"].GetString()));
        const std::string found =
            resolve_court(text, region == region_by_name.end() ? "" : region->second).id;
        const bool federal_row = std::string_view(row["bucket"].GetString()).starts_with("federal");
        ++all;
        right += found == expected ? 1 : 0;
        federal_all += federal_row ? 1 : 0;
        federal_right += federal_row && found == expected ? 1 : 0;
        if (found != expected) {
            misses += (federal_row ? "F " : "s ") + expected + " | " + text + " | " + found + '\n';
        }
    }
    EXPECT_EQ(federal_right, federal_all) << misses;
    EXPECT_GE(right * 100, all * 97) << right << " of " << all << '\n' << misses;
    RecordProperty("right", right);
}

}  // namespace
}  // namespace litigraph::ingest::detail
