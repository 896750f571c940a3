// Every way of using up a budget ends in an error that names it.

#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>

namespace litigraph::query {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

/// Everybody sues everybody.
KnowledgeGraph quarrel(std::size_t parties) {
    GraphBuilder builder;
    std::vector<NodeId> nodes;
    for (std::size_t i = 0; i < parties; ++i) {
        nodes.push_back(builder.add_node(NodeKind::party, "Party " + std::to_string(i)));
    }
    for (const NodeId a : nodes) {
        for (const NodeId b : nodes) {
            if (a != b) {
                builder.add_edge(a, EdgeKind::sues, b);
            }
        }
    }
    return *std::move(builder).freeze();
}

/// The error's message, or "".
std::string fault(const std::string& statement, const Budget& budget, ErrorCode code,
                  const Parameters& parameters = {}) {
    static const KnowledgeGraph graph = quarrel(30);
    static const LitigationStore store(graph);
    const auto table = run(statement, store, parameters, budget);
    if (table) {
        return "";
    }
    EXPECT_EQ(table.error().code, code) << table.error().message;
    return table.error().message;
}

std::string repeated(const std::string& text, std::size_t count) {
    std::string result;
    for (; count > 0; --count) {
        result += text;
    }
    return result;
}

struct GrowthCase {
    std::string label;
    std::string statement;
};

const GrowthCase growth_cases[] = {
    {"Sort", "MATCH (a)-[]->(b)-[]->(c) RETURN a.name ORDER BY b.name"},
    {"Distinct", "MATCH (a)-[]->(b)-[]->(c) RETURN DISTINCT a, b, c"},
    {"Groups", "MATCH (a)-[]->(b)-[]->(c) RETURN a, b, c, count(*)"},
    {"Collect", "MATCH (a)-[]->(b)-[]->(c) RETURN collect(c)"},
    {"CollectDistinct", "MATCH (a)-[]->(b)-[]->(c) RETURN count(DISTINCT [a, b, c])"},
    {"Answer", "MATCH (a)-[]->(b)-[]->(c) RETURN a, b, c"},
    {"Range", "RETURN size(range(1, 100000))"},
    {"ListDoubling",
     "WITH [1, 2, 3, 4] AS l " + repeated("WITH l + l AS l ", 60) + "RETURN size(l)"},
    {"NestedDoubling", "WITH [1] AS l " + repeated("WITH [l, l] AS l ", 60) + "RETURN l = l"},
    {"MapDoubling", "WITH {a: 1} AS l " + repeated("WITH {a: l, b: l} AS l ", 60) + "RETURN l = l"},
    {"TextDoubling", "WITH 'aa' AS t " + repeated("WITH t + t AS t ", 60) + "RETURN size(t)"},
    {"Replace",
     "WITH 'aaaaaaaa' AS t " + repeated("WITH replace(t, 'a', t) AS t ", 8) + "RETURN size(t)"},
    {"Split", "WITH 'a' AS t " + repeated("WITH t + t AS t ", 13) + "RETURN size(split(t, ''))"},
    {"BreadthFirst", "MATCH (a)-[]->(b)-[]->(c)-[]->(d) RETURN collect([a, b, c])"},
};

class GrowthTable : public testing::TestWithParam<GrowthCase> {};
void PrintTo(const GrowthCase& c, std::ostream* out) { *out << c.label; }

TEST_P(GrowthTable, EndsAtTheMemoryBudget) {
    EXPECT_THAT(fault(GetParam().statement, {.max_bytes = 200'000}, ErrorCode::limit_exceeded),
                HasSubstr("memory budget"));
}

INSTANTIATE_TEST_SUITE_P(Budget, GrowthTable, testing::ValuesIn(growth_cases),
                         [](const auto& row) { return row.param.label; });

TEST(Budget, ParametersOfAnySizeAreTaken) {
    Value nested(List{});
    for (int i = 0; i < 100; ++i) {
        nested = Value(List{nested});
    }
    EXPECT_EQ(fault("RETURN $p = $p", {}, ErrorCode::limit_exceeded, {{"p", nested}}), "");
}

TEST(Budget, OrderWithLimitKeepsFewRows) {
    const Budget small{.max_bytes = 2'000'000};
    EXPECT_EQ(fault("MATCH (a)-[]->(b)-[]->(c) RETURN a.name ORDER BY c.name LIMIT 5", small,
                    ErrorCode::limit_exceeded),
              "");
}

struct EndlessCase {
    std::string label;
    std::string statement;
};

const EndlessCase endless_cases[] = {
    {"Product", "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN count(*)"},
    {"Trails", "MATCH (a)-[*]->(b) RETURN count(*)"},
    {"TrailsThatLeadNowhere", "MATCH (a)-[:SUES*]->(b) WHERE b.filed IS NOT NULL RETURN count(*)"},
    {"ShortestPaths",
     "MATCH p = SHORTEST 100000000 (a {name: 'Party 1'})-[:SUES]-{1,29}(b {name: 'Party 2'}) "
     "RETURN count(p)"},
    {"PatternPredicate",
     "MATCH (a) WHERE (a)-[]->()-[]->()-[]->()-[]->()-[]->(:Lawsuit) RETURN count(*)"},
    {"Membership",
     "MATCH (a), (b), (c), (d) WHERE toLower(a.name + b.name + c.name + d.name) IN $names RETURN "
     "count(*)"},
};

class EndlessTable : public testing::TestWithParam<EndlessCase> {};
void PrintTo(const EndlessCase& c, std::ostream* out) { *out << c.label; }

const Parameters names{{"names", Value(List(10'000, Value(std::string("nobody"))))}};

TEST_P(EndlessTable, EndsAtTheTimeBudget) {
    EXPECT_THAT(fault(GetParam().statement, {.timeout = 20ms}, ErrorCode::limit_exceeded, names),
                HasSubstr("time budget"));
}

TEST_P(EndlessTable, EndsWhenInterrupted) {
    const std::atomic<bool> cancel = true;
    EXPECT_EQ(fault(GetParam().statement, {.cancel = &cancel}, ErrorCode::interrupted, names),
              "interrupted");
}

INSTANTIATE_TEST_SUITE_P(Budget, EndlessTable, testing::ValuesIn(endless_cases),
                         [](const auto& row) { return row.param.label; });

TEST(Budget, RowsOfTheAnswerAreCounted) {
    EXPECT_THAT(fault("MATCH (a), (b) RETURN a, b", {.max_rows = 3}, ErrorCode::limit_exceeded),
                HasSubstr("row budget: the answer has more than 3 rows"));
    EXPECT_EQ(
        fault("MATCH (a), (b) RETURN a, b LIMIT 3", {.max_rows = 3}, ErrorCode::limit_exceeded),
        "");
}

TEST(Budget, DepthIsBounded) {
    const std::string deep[] = {
        "RETURN " + repeated("(", 100'000) + "1" + repeated(")", 100'000),
        "RETURN " + repeated("[", 100'000) + "1" + repeated("]", 100'000),
        "RETURN " + repeated("NOT ", 100'000) + "true",
        "RETURN " + repeated("- ", 100'000) + "1",
        "RETURN 1" + repeated(" + 1", 100'000),
        "RETURN true" + repeated(" AND true", 100'000),
        "RETURN $p" + repeated("[0]", 100'000),
        "RETURN $p" + repeated(".a", 100'000),
        "RETURN " + repeated("CASE WHEN true THEN ", 50'000) + "1" + repeated(" END", 50'000),
        repeated("MATCH (a) ", 50'000) + "RETURN 1",
        repeated("WITH 1 AS x ", 50'000) + "RETURN x",
        "MATCH (a)" + repeated("--()", 100'000) + " RETURN 1",
        "WITH 1 AS l " + repeated("WITH [[[l]]] AS l ", 300) + "RETURN l",
        "MATCH (a) WHERE (a" + repeated(" WHERE (a", 10'000) + repeated(")--()", 10'000) +
            ")--() RETURN a",
    };
    for (const std::string& statement : deep) {
        const auto message =
            fault(statement, {.timeout = 5s}, ErrorCode::limit_exceeded, {{"p", Value(List{})}});
        EXPECT_NE(message, "") << statement.substr(0, 60);
    }
}

}  // namespace
}  // namespace litigraph::query
