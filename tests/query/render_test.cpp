#include <litigraph/query/render.hpp>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <limits>
#include <sstream>

namespace litigraph::query {
namespace {

std::string rendered(const Table& table, const RenderOptions& options) {
    std::ostringstream out;
    render(out, table, options);
    return out.str();
}

Table suits() {
    return {.columns = {"name", "suits"},
            .rows = {{"Nokia", std::int64_t{13}}, {"Amazon", std::int64_t{1}}}};
}

struct FormatCase {
    Format format;
    const char* expected;
};

class EveryFormat : public testing::TestWithParam<FormatCase> {};

TEST_P(EveryFormat, ShowsTheSameTable) {
    EXPECT_EQ(rendered(suits(), {.format = GetParam().format}), GetParam().expected);
}
INSTANTIATE_TEST_SUITE_P(
    Render, EveryFormat,
    testing::Values(
        FormatCase{Format::box,
                   "\u250C\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u252C"
                   "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2510\n"
                   "\u2502 name   \u2502 suits \u2502\n"
                   "\u251C\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u253C"
                   "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2524\n"
                   "\u2502 Nokia  \u2502    13 \u2502\n"
                   "\u2502 Amazon \u2502     1 \u2502\n"
                   "\u2514\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2534"
                   "\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2518\n"},
        FormatCase{Format::table,
                   "+--------+-------+\n"
                   "| name   | suits |\n"
                   "+--------+-------+\n"
                   "| Nokia  |    13 |\n"
                   "| Amazon |     1 |\n"
                   "+--------+-------+\n"},
        FormatCase{Format::markdown,
                   "| name | suits |\n| --- | ---: |\n| Nokia | 13 |\n| Amazon | 1 |\n"},
        FormatCase{Format::csv, "name,suits\nNokia,13\nAmazon,1\n"},
        FormatCase{Format::tsv, "name\tsuits\nNokia\t13\nAmazon\t1\n"},
        FormatCase{Format::json, R"([{"name":"Nokia","suits":13},{"name":"Amazon","suits":1}])"
                                 "\n"},
        FormatCase{Format::jsonl,
                   "{\"name\":\"Nokia\",\"suits\":13}\n"
                   "{\"name\":\"Amazon\",\"suits\":1}\n"},
        FormatCase{Format::line, " name = Nokia\nsuits = 13\n\n name = Amazon\nsuits = 1\n"}),
    [](const auto& instance) { return std::string(to_string(instance.param.format)); });

TEST(Format, IsReadByName) {
    for (std::size_t i = 0; i < format_count; ++i) {
        const auto format = static_cast<Format>(i);
        EXPECT_EQ(format_from_string(to_string(format)), format);
    }
    EXPECT_EQ(format_from_string("xml"), std::nullopt);
    EXPECT_EQ(format_from_string(""), std::nullopt);
}

TEST(DisplayWidth, KnowsEveryScript) {
    const std::pair<const char*, std::size_t> rows[] = {
        {"", 0},
        {"Amazon", 6},
        {"Soci\u00E9t\u00E9", 7},
        {"e\u0301", 1},                   // combining accent
        {"\u682A\u5F0F\u4F1A\u793E", 8},  // ideographs
        {"\uFF21", 2},                    // full-width A
        {"\uC0BC\uC131", 4},              // Hangul syllables
        {"\u0E01\u0E33", 2},              // Thai, spacing vowel
        {"\u05E9\u05DC\u05D5\u05DD", 4},  // Hebrew
        {"\U0001F600", 2},                // emoji
        {"a\u200Bb", 2},                  // zero width space
        {"\x1b[31m", 8},                  // shown as \x1b[31m
        {"\xFF", 1},                      // shown as U+FFFD
    };
    for (const auto& [text, width] : rows) {
        EXPECT_EQ(display_width(text), width) << text;
    }
}

TEST(Render, AlignsWideScripts) {
    const Table table{.columns = {"n"}, .rows = {{"\u682A\u5F0F"}, {"ab"}}};
    EXPECT_EQ(rendered(table, {.format = Format::table}),
              "+------+\n| n    |\n+------+\n| \u682A\u5F0F |\n| ab   |\n+------+\n");
}

TEST(Render, KeepsControlCharactersFromTheTerminal) {
    const Table table{.columns = {"n"}, .rows = {{"a\x1b[2Jb\n\xC2\x9B\u202Ex"}}};
    for (const Format format : {Format::box, Format::table, Format::markdown, Format::line}) {
        const std::string text = rendered(table, {.format = format});
        EXPECT_EQ(text.find('\x1b'), std::string::npos) << to_string(format);
        EXPECT_NE(text.find("a\\x1b[2Jb\\n\\x9b\\u202ex"), std::string::npos) << text;
    }
}

TEST(Render, CutsOnlyOnAScreenAndSaysSo) {
    const Table table{.columns = {"quote", "n"},
                      .rows = {{"Amazon has filed a lawsuit against Nokia", std::int64_t{1}}}};
    RenderOptions options{.format = Format::table, .width = 30};
    const std::string text = rendered(table, options);
    EXPECT_NE(text.find("| Amazon has filed a la\u2026 | 1 |"), std::string::npos) << text;
    EXPECT_EQ(summary(table, options), "1 row, some cells cut to fit the screen");
    for (const Format format : {Format::csv, Format::tsv, Format::json, Format::line}) {
        options.format = format;
        EXPECT_NE(rendered(table, options).find("against Nokia"), std::string::npos);
        EXPECT_EQ(summary(table, options), "1 row");
    }
}

TEST(Render, CutsWideScriptsBetweenCharacters) {
    const Table table{.columns = {"n"}, .rows = {{"\u682A\u5F0F\u4F1A\u793E\u65E5\u7ACB"}}};
    const std::string text = rendered(table, {.format = Format::table, .width = 11});
    EXPECT_NE(text.find("| \u682A\u5F0F\u4F1A\u2026 |"), std::string::npos) << text;
}

TEST(Render, LeavesOutRowsOnlyForPeopleAndSaysSo) {
    RenderOptions options{.format = Format::line, .max_rows = 1};
    EXPECT_EQ(rendered(suits(), options), " name = Nokia\nsuits = 13\n");
    EXPECT_EQ(summary(suits(), options), "2 rows, 1 shown");
    options.format = Format::csv;
    EXPECT_EQ(rendered(suits(), options), "name,suits\nNokia,13\nAmazon,1\n");
    EXPECT_EQ(summary(suits(), options), "2 rows");
}

TEST(Render, SaysWhyAnAnswerIsIncomplete) {
    Table table;
    EXPECT_EQ(summary(table), "no rows");
    table.incomplete = "more than 1000 rows";
    EXPECT_EQ(summary(table), "no rows; incomplete: more than 1000 rows");
}

TEST(Render, QuotesCsvFields) {
    const Table table{.columns = {"a,b"},
                      .rows = {{"say \"hi\""}, {"two\nlines"}, {Cell{}}, {"x"}}};
    EXPECT_EQ(rendered(table, {.format = Format::csv}),
              "\"a,b\"\n\"say \"\"hi\"\"\"\n\"two\nlines\"\n\nx\n");
}

TEST(Render, EscapesTsvFields) {
    const Table table{.columns = {"a", "b"}, .rows = {{"tab\there", "C:\\new\nline\r"}}};
    EXPECT_EQ(rendered(table, {.format = Format::tsv}), "a\tb\ntab\\there\tC:\\\\new\\nline\\r\n");
}

TEST(Render, EscapesMarkdown) {
    const Table table{.columns = {"a|b"}, .rows = {{"<img> AT&T | x"}}};
    EXPECT_EQ(rendered(table, {.format = Format::markdown}),
              "| a\\|b |\n| --- |\n| &lt;img> AT&amp;T \\| x |\n");
}

TEST(Render, WritesValidJsonWhateverTheCells) {
    const Table table{.columns = {"a", "b", "c", "d", "e", "f"},
                      .rows = {{Cell{}, true, std::numeric_limits<double>::infinity(), 2.0,
                                CellList{std::int64_t{1}, "x\"\\\x01"},
                                Thing{"Amazon", CellRecord{{"id", "party:amazon"}}}},
                               {"bad \xFF\xC3", Thing{"2023-10..12", {}}, 1.5e300, std::int64_t{-7},
                                CellRecord{{"k", CellList{}}}, "\xED\xA0\x80"}}};
    const std::string text = rendered(table, {.format = Format::json});
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(text.c_str());
    ASSERT_FALSE(document.HasParseError()) << text;
    EXPECT_EQ(document.Size(), 2U);
    EXPECT_TRUE(document[0]["c"].IsNull());
    EXPECT_STREQ(document[0]["f"]["id"].GetString(), "party:amazon");
    EXPECT_STREQ(document[1]["b"].GetString(), "2023-10..12");
    EXPECT_STREQ(document[1]["a"].GetString(), "bad \uFFFD\uFFFD");
    EXPECT_NE(text.find("\"d\":2.0"), std::string::npos);
}

TEST(Render, ShowsAnEmptyAnswer) {
    const Table table{.columns = {"n"}, .rows = {}};
    EXPECT_EQ(rendered(table, {.format = Format::json}), "[]\n");
    EXPECT_EQ(rendered(table, {.format = Format::jsonl}), "");
    EXPECT_EQ(rendered(table, {.format = Format::csv}), "n\n");
    EXPECT_EQ(rendered(Table{}, {.format = Format::box}), "");
    EXPECT_EQ(rendered(table, {.format = Format::table}), "+---+\n| n |\n+---+\n+---+\n");
}

TEST(Render, ColoursOnlyWhenAsked) {
    EXPECT_EQ(rendered(suits(), {.format = Format::box}).find('\x1b'), std::string::npos);
    EXPECT_NE(rendered(suits(), {.format = Format::box, .colour = true}).find('\x1b'),
              std::string::npos);
    EXPECT_EQ(rendered(suits(), {.format = Format::json, .colour = true}).find('\x1b'),
              std::string::npos);
}

TEST(CellText, IsWhatPeopleRead) {
    EXPECT_EQ(to_string(Cell{}), "");
    EXPECT_EQ(to_string(Cell(CellList{Cell{}, "a", std::int64_t{2}})), "[null, a, 2]");
    EXPECT_EQ(to_string(Cell(CellRecord{{"name", "Nokia"}, {"n", 1.5}})), "{name: Nokia, n: 1.5}");
    EXPECT_EQ(to_string(Cell(3.0)), "3.0");
    EXPECT_EQ(to_string(Cell(Thing{"Amazon", {}})), "Amazon");
}

}  // namespace
}  // namespace litigraph::query
