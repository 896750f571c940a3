// The judge must be judged: reading of features, spelling of values, and that wrong answers fail.

#include "canonical.hpp"
#include "create_loader.hpp"
#include "gherkin.hpp"
#include "scenario_runner.hpp"
#include <litigraph/query/engine.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace litigraph::tck {
namespace {

Outcome play_text(const std::string& text) {
    const auto scenarios = read_feature(text);
    if (!scenarios || scenarios->size() != 1) {
        return {Outcome::Kind::failed, "not one scenario"};
    }
    return play(scenarios->front(), {});
}

std::string scenario(const std::string& query, const std::string& then) {
    return "Scenario: x\n  Given any graph\n  When executing query:\n    \"\"\"\n    " + query +
           "\n    \"\"\"\n  Then " + then + "\n";
}

TEST(Gherkin, OutlinesBecomeAScenarioForEachRow) {
    const auto scenarios = read_feature(
        "Feature: f\n"
        "  Background:\n"
        "    Given any graph\n"
        "  @tag\n"
        "  Scenario Outline: sums <a>\n"
        "    When executing query:\n"
        "      \"\"\"\n"
        "      RETURN <a>\n"
        "        + <b>\n"
        "      \"\"\"\n"
        "    Then the result should be, in any order:\n"
        "      | x \\| y |\n"
        "      | <a>    |\n"
        "    Examples:\n"
        "      | a | b |\n"
        "      # a comment\n"
        "      | 1 | 2 |\n"
        "      | 3 | 4 |\n"
        "  Scenario: last\n"
        "    Then nothing\n");
    ASSERT_TRUE(scenarios);
    ASSERT_EQ(scenarios->size(), 3U);
    const Scenario& second = (*scenarios)[1];
    EXPECT_EQ(second.name, "sums 3 (row 2)");
    ASSERT_EQ(second.steps.size(), 3U);
    EXPECT_EQ(second.steps[0].text, "any graph");
    EXPECT_EQ(second.steps[1].document, "RETURN 3\n  + 4");
    EXPECT_EQ(second.steps[2].table, (Table{{"x | y"}, {"3"}}));
    EXPECT_EQ((*scenarios)[2].steps.size(), 2U);
}

TEST(Gherkin, BrokenFilesNameTheLine) {
    const auto open_text = read_feature("Scenario: x\nGiven y\n\"\"\"\nno end\n");
    ASSERT_FALSE(open_text);
    EXPECT_EQ(open_text.error().line, 4U);
    const auto stray = read_feature("Scenario: x\nGiven y\nblah\n");
    ASSERT_FALSE(stray);
    EXPECT_EQ(stray.error().line, 3U);
}

TEST(Canonical, CellsHaveOneSpelling) {
    const auto spelled = [](std::string_view cell, ListOrder order = ListOrder::kept) {
        const auto result = canonical_cell(cell, order);
        return result ? *result : "error";
    };
    EXPECT_EQ(spelled("(:B:A {y: 1,x: 'it\\'s'})"), "(:A:B {x: 'it\\'s', y: 1})");
    EXPECT_EQ(spelled("[[:T {a: 1.50}], null]"), "[[:T {a: 1.5}], null]");
    EXPECT_EQ(spelled("<()-[:T]->(:A)<-[:S]-()>"), "<()-[:T]->(:A)<-[:S]-()>");
    EXPECT_EQ(spelled("-0.0"), "0.0");
    EXPECT_EQ(spelled("1e2"), "100.0");
    EXPECT_EQ(spelled("[2, 1]"), "[2, 1]");
    EXPECT_EQ(spelled("[2, 1]", ListOrder::ignored), "[1, 2]");
    EXPECT_EQ(spelled("(:A"), "error");
    EXPECT_EQ(spelled("12x"), "error");
}

TEST(Loader, ReadsWritesAndDeletes) {
    PlainGraph graph;
    ASSERT_TRUE(
        load("CREATE (a:A {v: 1}) WITH a UNWIND range(1, 3) AS i\n"
             "CREATE (b {v: i + a.v}) CREATE (a)-[:T {w: [i]}]->(b)-[:S]->(a)",
             graph));
    ASSERT_TRUE(load("MATCH (a:A)-[r:T]->(b {v: 4}) DELETE r CREATE (b)-[:U]->(:New)", graph));
    const auto table =
        query::run("MATCH (a:A)-[r]-(b) RETURN type(r) AS t, b.v ORDER BY t, b.v", graph);
    ASSERT_TRUE(table);
    std::string rows;
    for (const auto& row : table->rows) {
        rows += std::string(row[0].text()) + std::to_string(row[1].integer()) + " ";
    }
    EXPECT_EQ(rows, "S2 S3 S4 T2 T3 ");
    EXPECT_EQ(graph.node_count(), 5U);
}

TEST(Loader, RefusesWhatItDoesNotKnow) {
    PlainGraph graph;
    EXPECT_FALSE(load("CREATE (a)-[:T]-(b)", graph));
    EXPECT_FALSE(load("MERGE (a)", graph));
    EXPECT_FALSE(load("CREATE (a", graph));
    const auto refused = load("CREATE (a {d: date({year: 2000})})", graph);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
}

struct Judgement {
    std::string label;
    std::string query;
    std::string then;
    Outcome::Kind kind;
};

using enum Outcome::Kind;
const Judgement judgements[] = {
    {"Right", "RETURN 1 AS x", "the result should be, in any order:\n  | x |\n  | 1 |", passed},
    {"WrongValue", "RETURN 1 AS x", "the result should be, in any order:\n  | x |\n  | 2 |",
     failed},
    {"WrongKind", "RETURN 1.0 AS x", "the result should be, in order:\n  | x |\n  | 1 |", failed},
    {"WrongColumn", "RETURN 1 AS y", "the result should be, in any order:\n  | x |\n  | 1 |",
     failed},
    {"RowTooMany", "RETURN 1 AS x", "the result should be, in any order:\n  | x |", failed},
    {"RightError", "RETURN y", "a SyntaxError should be raised at compile time: UndefinedVariable",
     passed},
    {"WrongReason", "RETURN y", "a SyntaxError should be raised at compile time: Other", failed},
    {"WrongPhase", "RETURN y", "a SyntaxError should be raised at runtime: UndefinedVariable",
     failed},
    {"NoError", "RETURN 1", "a SyntaxError should be raised at compile time: UndefinedVariable",
     failed},
    {"UnexpectedError", "RETURN y", "the result should be, in any order:\n  | y |", failed},
    {"UnheededError", "RETURN y", "no side effects", failed},
    {"Outside", "UNWIND [1] AS x RETURN x", "the result should be, in any order:\n  | x |\n  | 1 |",
     skipped},
    {"OutsideWithError", "CREATE (a) RETURN b",
     "a SyntaxError should be raised at compile time: UndefinedVariable", skipped},
    {"UnknownStep", "RETURN 1", "the moon should be full", failed},
};

class JudgementTable : public testing::TestWithParam<Judgement> {};
void PrintTo(const Judgement& j, std::ostream* out) { *out << j.label; }

TEST_P(JudgementTable, Falls) {
    const Outcome outcome = play_text(scenario(GetParam().query, GetParam().then));
    EXPECT_EQ(outcome.kind, GetParam().kind) << outcome.detail;
}

INSTANTIATE_TEST_SUITE_P(Tck, JudgementTable, testing::ValuesIn(judgements),
                         [](const auto& row) { return row.param.label; });

}  // namespace
}  // namespace litigraph::tck
