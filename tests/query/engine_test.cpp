#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace litigraph::query {
namespace {

KnowledgeGraph dispute() {
    GraphBuilder builder;
    const NodeId amazon = builder.add_node(NodeKind::party, "Amazon");
    const NodeId nokia = builder.add_node(NodeKind::party, "Nokia");
    const NodeId apple = builder.add_node(NodeKind::party, "Apple");
    const auto filed = *interval_from_string("2024-07-30");
    const NodeId suit = builder.add_node(NodeKind::lawsuit, "Amazon v. Nokia", {}, filed);
    builder.add_attribute(amazon, AttributeKey::alias, "AWS");
    builder.add_edge(amazon, EdgeKind::sues, nokia, filed, suit);
    builder.add_edge(nokia, EdgeKind::sues, apple);
    builder.add_edge(amazon, EdgeKind::plaintiff_in, suit, filed);
    builder.add_edge(nokia, EdgeKind::defendant_in, suit, filed);
    return *std::move(builder).freeze();
}

/// Rows as "a|b", errors as their message.
std::vector<std::string> ask(const std::string& statement) {
    const KnowledgeGraph graph = dispute();
    const LitigationStore store(graph);
    const auto table = run(statement, store);
    if (!table) {
        return {table.error().message};
    }
    std::vector<std::string> rows;
    for (const auto& row : table->rows) {
        std::string& line = rows.emplace_back();
        for (const Value& value : row) {
            line += line.empty() ? "" : "|";
            switch (value.kind()) {
                case ValueKind::text:
                    line += value.text();
                    break;
                case ValueKind::integer:
                    line += std::to_string(value.integer());
                    break;
                case ValueKind::boolean:
                    line += value.boolean() ? "true" : "false";
                    break;
                default:
                    line += to_string(value.kind());
            }
        }
    }
    return rows;
}

struct EngineCase {
    std::string label;
    std::string statement;
    std::vector<std::string> rows;
};

const EngineCase engine_cases[] = {
    {"WhoSues", "MATCH (p:Company)-[:SUES]->(:Company {name: 'Nokia'}) RETURN p.name", {"Amazon"}},
    {"Alias", "MATCH (a {name: 'AWS'})-[:sues]->(b) RETURN b.name", {"Nokia"}},
    {"NotReversed", "MATCH (a {name: 'Nokia'})-[:SUES]->(b {name: 'Amazon'}) RETURN b", {}},
    {"Hyphens", "MATCH (a)-[:plaintiff-in]->(c) RETURN a.name, c.name", {"Amazon|Amazon v. Nokia"}},
    {"AllButOneType", "MATCH ({name: 'Nokia'})-[r:!sues]-(x) RETURN x.name", {"Amazon v. Nokia"}},
    {"AllButSome",
     "MATCH ({name: 'Nokia'})-[:!SUES&!DEFENDANT_IN&!FILED_IN*1..3]-(x) RETURN x.name",
     {}},
    {"AllButOnAWay",
     "MATCH p = ANY SHORTEST ({name: 'Nokia'})-[:!SUES*..3]-({name: 'Amazon'}) RETURN length(p)",
     {"2"}},
    {"AllButUnknown",
     "MATCH ()-[:!SUSE]-() RETURN 1",
     {"no edge type is called SUSE; did you mean SUES?"}},
    {"AllButAndOneOf", "MATCH ()-[:!SUES|SUES]-() RETURN 1", {"expected ']', found |"}},
    {"OneOfAndAllBut",
     "MATCH ()-[:SUES|!SUES]-() RETURN 1",
     {"expected the type of a relationship after ':', found !"}},
    {"ExplainColumns",
     "EXPLAIN MATCH (c:Lawsuit)-[r:!SUES]->(x) RETURN x.name, count(*) AS n",
     {"scan by type (c:Lawsuit)", "step -[r:!SUES]->(x)", "aggregate in columns into x.name, n"}},
    {"Shortest",
     "MATCH p = ANY SHORTEST (a {name: 'Amazon'})-[:SUES]-{1,4}(b {name: 'Apple'}) RETURN "
     "length(p)",
     {"2"}},
    {"ShortestToAll",
     "MATCH p = ANY SHORTEST (a {name: 'Amazon'})-[:SUES]->{1,4}(b) RETURN b.name, length(p)",
     {"Nokia|1", "Apple|2"}},
    {"Walk", "MATCH (a {name: 'Amazon'})-[:SUES*1..2]->(b) RETURN b.name", {"Nokia", "Apple"}},
    {"Aggregate", "MATCH (a)-[r:SUES]->() RETURN count(*) AS n", {"2"}},
    {"Group",
     "MATCH (a)-[:SUES]-(b) RETURN a.name, count(b) AS n ORDER BY n DESC, a.name LIMIT 2",
     {"Nokia|2", "Amazon|1"}},
    {"Optional",
     "MATCH (a:Party) OPTIONAL MATCH (a)-[:SUES]->(b) RETURN a.name, b.name ORDER BY a.name",
     {"Amazon|Nokia", "Apple|null", "Nokia|Apple"}},
    {"PatternPredicate", "MATCH (a:Party) WHERE NOT (a)-[:SUES]->() RETURN a.name", {"Apple"}},
    {"With",
     "MATCH (a)-[:SUES]->(b) WITH b, count(a) AS n WHERE n > 0 RETURN b.name ORDER BY b.name",
     {"Apple", "Nokia"}},
    {"During", "MATCH (c:Lawsuit) RETURN during(c, '2024'), c.filed.year", {"true|2024"}},
    {"UnknownLabel",
     "MATCH (a:Compny) RETURN a",
     {"no node type is called Compny; did you mean Company?"}},
    {"Unsupported",
     "UNWIND [1] AS x RETURN x",
     {"UNWIND is not part of this language: use IN with a list"}},
    {"UnknownName",
     "MATCH (a {name: 'Nokai'}) RETURN a",
     {"no node is named Nokai; did you mean Nokia?"}},
    {"NameUnlikeAny", "MATCH (a {name: 'Zephyr Holdings'}) RETURN a", {}},
    {"UnknownEdgeType",
     "MATCH (a)-[:SEUS]->(b) RETURN a",
     {"no edge type is called SEUS; did you mean SUES?"}},
    {"UnknownProperty",
     "MATCH (a) RETURN a.nmae",
     {"no property is called nmae; did you mean name?"}},
    {"Synonym", "MATCH (c:Lawsuit)-[:ASSERTS]->(p) RETURN p.name", {}},
    {"Undefined", "MATCH (a) RETURN b", {"nothing here is called b"}},
};

class EngineTable : public testing::TestWithParam<EngineCase> {};
void PrintTo(const EngineCase& c, std::ostream* out) { *out << c.label; }

TEST_P(EngineTable, Answers) { EXPECT_EQ(ask(GetParam().statement), GetParam().rows); }

INSTANTIATE_TEST_SUITE_P(Engine, EngineTable, testing::ValuesIn(engine_cases),
                         [](const auto& row) { return row.param.label; });

TEST(Engine, ErrorsShowThePlace) {
    const KnowledgeGraph graph = dispute();
    const LitigationStore store(graph);
    const std::string statement = "MATCH (a:Compny)-[:SUES]->(b) RETURN a.nam";
    const auto table = run(statement, store);
    ASSERT_FALSE(table);
    EXPECT_EQ(format_error(statement, table.error()),
              "query:1:10: no node type is called Compny; did you mean Company?\n"
              "  MATCH (a:Compny)-[:SUES]->(b) RETURN a.nam\n"
              "           ^^^^^^\n");
}

std::vector<std::vector<EdgeId>> support_of(const std::string& statement, std::size_t most = 10) {
    const KnowledgeGraph graph = dispute();
    const LitigationStore store(graph);
    return run(statement, store, {}, {.max_support = most})->support;
}

TEST(Engine, KeepsTheEdgesBehindARow) {
    using Edges = std::vector<std::vector<EdgeId>>;
    const EdgeId e0{0}, e1{1}, e2{2}, e3{3};
    EXPECT_EQ(support_of("MATCH (a {name: 'Amazon'})-->(c:Lawsuit)<--(b) RETURN b.name"),
              (Edges{{e2, e3}}));
    EXPECT_EQ(support_of("MATCH (a)-[:SUES*1..2]->(b {name: 'Apple'}) RETURN a.name ORDER BY "
                         "a.name"),
              (Edges{{e0, e1}, {e1}}));
    EXPECT_EQ(support_of("MATCH (a)-[:SUES]->(b) RETURN count(*)"), (Edges{{e0, e1}}));
    EXPECT_EQ(support_of("MATCH (a)-[:SUES]->(b) RETURN count(*)", 1), (Edges{{e0}}));
    EXPECT_EQ(support_of("MATCH (a)-[:SUES]->(b) WITH b MATCH (b)-->(c:Lawsuit) RETURN c.name"),
              (Edges{{e0, e3}}));
    EXPECT_EQ(support_of("MATCH (a:Party) RETURN a.name LIMIT 1"), (Edges{{}}));
    EXPECT_EQ(support_of("MATCH (a:Court) RETURN count(a)"), (Edges{{}}));
    EXPECT_TRUE(support_of("MATCH (a)-[:SUES]->(b) RETURN a", 0).empty());
}

TEST(Engine, StopsAtTheBudget) {
    const KnowledgeGraph graph = dispute();
    const LitigationStore store(graph);
    const auto table = run("MATCH (a), (b) RETURN a, b", store, {}, {.max_rows = 3});
    ASSERT_FALSE(table);
    EXPECT_EQ(table.error().code, ErrorCode::limit_exceeded);
}

TEST(Engine, StatementsEndAtASemicolonOutsideQuotes) {
    EXPECT_EQ(statement_length("RETURN ';' ; RETURN 2"), 12U);
    EXPECT_EQ(statement_length("RETURN 1 // ;"), 0U);
}

}  // namespace
}  // namespace litigraph::query
