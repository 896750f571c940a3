// Aggregation in columns, against its naive twin: the same statement behind "WITH 1 AS one", whose
// match is no longer the first and so goes row by row.

#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <string>
#include <vector>

namespace litigraph::query {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Few names, dates and attributes, so that groups have several members; some have none.
class Suits {
  public:
    explicit Suits(std::uint32_t seed) : random_(seed) {}

    KnowledgeGraph make() {
        for (std::size_t i = 0; i < 10; ++i) {
            add_party(i);
        }
        for (std::size_t i = 0; i < 25; ++i) {
            add_lawsuit(i);
        }
        for (std::size_t i = 0; i < 3; ++i) {
            courts_.push_back(builder_.add_node(NodeKind::court, "Court " + std::to_string(i)));
        }
        for (std::size_t i = 0; i < 120; ++i) {
            add_edge();
        }
        return *std::move(builder_).freeze();
    }

  private:
    std::size_t below(std::size_t count) { return random_() % count; }
    bool often() { return below(4) != 0; }
    NodeId any(const std::vector<NodeId>& nodes) { return nodes[below(nodes.size())]; }
    DateInterval date() {
        const Day first{19'700 + static_cast<std::int32_t>(below(3) * 300)};
        return often() ? DateInterval{first, plus_days(first, static_cast<int>(below(2) * 400))}
                       : DateInterval{};
    }

    void add_party(std::size_t number) {
        const NodeId party = builder_.add_node(NodeKind::party, "Party " + std::to_string(number));
        static const std::vector<std::string> kinds{"company", "division", "person"};
        if (often()) {
            builder_.add_attribute(party, AttributeKey::party_kind, kinds[below(kinds.size())]);
        }
        parties_.push_back(party);
    }

    void add_lawsuit(std::size_t number) {
        const std::string name = "Case " + std::to_string(number / 2);  // two of each name
        const NodeId suit = builder_.add_node(NodeKind::lawsuit, name, {}, date());
        if (often()) {
            builder_.add_attribute(suit, AttributeKey::status, below(2) == 0 ? "filed" : "settled");
        }
        if (below(3) == 0) {
            builder_.add_attribute(suit, AttributeKey::count_low, std::to_string(below(5)));
        }
        if (below(3) == 0) {
            builder_.add_attribute(suit, AttributeKey::cause, below(2) == 0 ? "" : "patent");
        }
        suits_.push_back(suit);
    }

    void add_edge() {
        switch (below(5)) {
            case 0:
                builder_.add_edge(any(parties_), EdgeKind::plaintiff_in, any(suits_), date());
                break;
            case 1:
                builder_.add_edge(any(parties_), EdgeKind::defendant_in, any(suits_), date());
                break;
            case 2:
                builder_.add_edge(any(suits_), EdgeKind::filed_in, any(courts_), date());
                break;
            default:
                builder_.add_edge(any(parties_), EdgeKind::sues, any(parties_), date(),
                                  any(suits_));
        }
    }

    std::mt19937 random_;  // its sequence is fixed by the standard
    GraphBuilder builder_;
    std::vector<NodeId> parties_;
    std::vector<NodeId> suits_;
    std::vector<NodeId> courts_;
};

/// The same rows with the same support, in the same order.
void expect_same(const std::string& statement, const LitigationStore& store) {
    const std::string naive = "WITH 1 AS one " + statement;
    const auto fast_plan = prepare(statement, store);
    ASSERT_TRUE(fast_plan) << statement << '\n' << fast_plan.error().message;
    EXPECT_THAT(fast_plan->plan(), HasSubstr("in columns")) << statement;
    EXPECT_THAT(prepare(naive, store)->plan(), Not(HasSubstr("in columns")));
    const Budget budget{.max_support = 5};
    const auto expected = run(naive, store, {}, budget);
    const auto answer = run(statement, store, {}, budget);
    ASSERT_TRUE(expected && answer) << statement;
    ASSERT_EQ(answer->rows.size(), expected->rows.size()) << statement;
    for (std::size_t row = 0; row < answer->rows.size(); ++row) {
        for (std::size_t cell = 0; cell < answer->columns.size(); ++cell) {
            ASSERT_TRUE(same(answer->rows[row][cell], expected->rows[row][cell])) << statement;
        }
        ASSERT_EQ(answer->support[row], expected->support[row]) << statement;
    }
}

/// x is a node of each pattern; r an edge, or, where there is none, x once more.
struct PatternCase {
    std::string pattern;
    bool has_edge = true;
};
const PatternCase patterns[] = {
    {"MATCH (x:Lawsuit)", false},
    {"MATCH (x)", false},
    {"MATCH (x:Party:Company)", false},
    {"MATCH (x:Lawsuit)-[r:FILED_IN]->(f)"},
    {"MATCH (x:Company)-[r:PLAINTIFF_IN|DEFENDANT_IN]->(c:Lawsuit)"},
    {"MATCH (p)-[r]->(x:Lawsuit)<-[s]-(q:Party)"},
    {"MATCH (x)-[r]-(y)-[s]-(z)"},
    {"MATCH (x)-[r:SUES]->(y)-[s:SUES]->(x)"},
    {"MATCH (x)-[r:SUES]-(x)"},
    {"MATCH (x:Party)-[r:SUES]->(y), (y)-[s]->(c), (x)-[t]->(c)"},
    {"MATCH (x:Party)-[r:SUES]->(y) MATCH (y:Person)-[s]->(c:Lawsuit)"},
    {"MATCH (x:Party)-[r:SUES]->(y) MATCH (x)-[s:SUES]->(y)"},
    {"MATCH (x {name: 'Party 3'})-[r]-(y)"},
    {"MATCH (x)-[r {status: 'stated'}]->({name: 'Court 1'})"},
    {"MATCH (x:Agency)-[r]->()"},
};
const std::string conditions[] = {
    "",
    " WHERE x.filed >= date('2024-06-01')",
    " WHERE x.status = 'filed' OR x.status IS NULL",
    " WHERE x.name STARTS WITH 'Party' AND during(r, '2024')",
    " WHERE x.kind <> 'Court' XOR x.count > 1",
    " WHERE (x)-[:SUES]->() AND NOT (x)-->({name: 'Party 1'})",
    " WHERE false",
};
const std::string projections[] = {
    " RETURN count(*) AS n",
    " RETURN x.name, count(*) AS n ORDER BY n DESC, x.name LIMIT 4",
    " RETURN x.filed.year AS year, count(x) AS n, count(DISTINCT x) AS xs ORDER BY year",
    " RETURN x.status AS status, x.cause AS cause, sum(x.count) AS sum, avg(x.count) AS mean, "
    "min(x.filed) AS first, max(x.name) AS last",
    " RETURN x, count(r.date) AS dated, collect(DISTINCT r.status) AS how, min(r.date) AS first",
    " RETURN x.kind AS kind, labels(x) AS labels, collect(x.name) AS names, stDev(x.count) AS dev",
    " RETURN CASE WHEN x.count > 1 THEN 'group' ELSE x.status END AS kind, "
    "count(DISTINCT x.filed) + 1 AS days",
    " WITH x.filed AS filed, count(r) AS n WHERE n > 1 MATCH (y {filed: filed}) "
    "RETURN filed, n, y.name ORDER BY y.name SKIP 1",
    " RETURN DISTINCT count(*) > 1 AS many, x.published AS published",
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

TEST(Columns, AnswerAsRowsDo) {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        const KnowledgeGraph graph = Suits(seed).make();
        const LitigationStore store(graph);
        for (const PatternCase& c : patterns) {
            for (const std::string& condition : conditions) {
                for (const std::string& projection : projections) {
                    std::string rest = condition + projection;
                    if (!c.has_edge) {
                        for (const std::string of_edge : {"(r.", "(r)", "(r,", " r."}) {
                            rest = replaced(rest, of_edge, of_edge[0] + ("x" + of_edge.substr(2)));
                        }
                    }
                    expect_same(c.pattern + rest, store);
                    ASSERT_FALSE(HasFatalFailure());
                }
            }
        }
    }
}

TEST(Columns, KindsOfEdgesAreGroupedByTheirNames) {
    const KnowledgeGraph graph = Suits(4).make();
    const LitigationStore store(graph);
    expect_same("MATCH (x)-[r]->() RETURN type(r) AS type, r.kind AS kind, count(*) AS n", store);
    expect_same("MATCH (x)-[r]->() RETURN r.lawsuit AS suit, r.sources AS sources, count(*) AS n",
                store);
}

TEST(Columns, MoreKeysThanAMemoHoldsAreStillTold) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < 3000; ++i) {
        builder.add_node(NodeKind::party, "Party " + std::to_string(i));
    }
    const KnowledgeGraph graph = *std::move(builder).freeze();
    const LitigationStore store(graph);
    expect_same("MATCH (x), (x) RETURN x.name, count(*) AS n ORDER BY x.name DESC LIMIT 7", store);
}

TEST(Columns, LimitKeepsTheFirstRowsOfTheOrder) {
    GraphBuilder builder;
    for (std::size_t i = 0; i < 5000; ++i) {  // many of each status, and their order must stay
        const NodeId suit = builder.add_node(NodeKind::lawsuit, "Case " + std::to_string(i));
        builder.add_attribute(suit, AttributeKey::status, std::to_string(i * 7919 % 13));
    }
    const KnowledgeGraph graph = *std::move(builder).freeze();
    const LitigationStore store(graph);
    for (const std::string projection : {"x.name AS name, x.status AS status, count(*) AS n",
                                         "x.name AS name, x.status AS status"}) {
        const std::string all = "MATCH (x) RETURN " + projection + " ORDER BY status DESC";
        const auto expected = run(all, store);
        const auto answer = run(all + " SKIP 30 LIMIT 400", store);
        ASSERT_TRUE(expected && answer);
        ASSERT_EQ(answer->rows.size(), 400U);
        for (std::size_t row = 0; row < 400; ++row) {
            EXPECT_TRUE(same(answer->rows[row][0], expected->rows[row + 30][0])) << row;
        }
    }
}

TEST(Columns, WhatIsNotSimpleGoesRowByRow) {
    const KnowledgeGraph graph = Suits(5).make();
    const LitigationStore store(graph);
    for (const std::string statement :
         {"MATCH (x)-[r:SUES*1..2]->(y) RETURN count(*)", "MATCH p = (x)-->(y) RETURN count(p)",
          "OPTIONAL MATCH (x:Lawsuit) RETURN count(*)", "MATCH (x), (y) RETURN count(*)",
          "MATCH (x) RETURN x.name", "RETURN count(*)"}) {
        EXPECT_THAT(prepare(statement, store)->plan(), Not(HasSubstr("in columns"))) << statement;
    }
}

TEST(Columns, FaultsAreThoseOfRows) {
    const KnowledgeGraph graph = Suits(6).make();
    const LitigationStore store(graph);
    for (const std::string statement :
         {"MATCH (x) RETURN sum(x.name)", "MATCH (x) WHERE x.name RETURN count(*)",
          "MATCH (x) RETURN x.name + true, count(*)", "MATCH (x) RETURN max(-x.name)"}) {
        const auto rows = run("WITH 1 AS one " + statement, store);
        const auto columns = run(statement, store);
        ASSERT_TRUE(!rows && !columns) << statement;
        EXPECT_EQ(columns.error().message, rows.error().message) << statement;
        EXPECT_EQ(columns.error().column + 14, rows.error().column) << statement;
    }
}

TEST(Columns, StopWhenToldOrWhenABudgetIsUsedUp) {
    const KnowledgeGraph graph = Suits(7).make();
    const LitigationStore store(graph);
    const std::string steps = "MATCH (a)-[]-(b)-[]-(c)-[]-(d)-[]-(e)-[]-(f) RETURN count(*)";
    const std::atomic<bool> cancel{true};
    const auto interrupted = run(steps, store, {}, {.cancel = &cancel});
    ASSERT_FALSE(interrupted);
    EXPECT_EQ(interrupted.error().code, ErrorCode::interrupted);
    const auto late = run(steps, store, {}, {.timeout = std::chrono::milliseconds(0)});
    ASSERT_FALSE(late);
    EXPECT_THAT(late.error().message, HasSubstr("time budget"));
    const auto large =
        run("MATCH (a)-[]-(b)-[]-(c) RETURN collect(c.name)", store, {}, {.max_bytes = 20'000});
    ASSERT_FALSE(large);
    EXPECT_THAT(large.error().message, HasSubstr("memory budget"));
}

}  // namespace
}  // namespace litigraph::query
