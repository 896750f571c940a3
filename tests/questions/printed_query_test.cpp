// A verb prints the query that it stands for. Here every such query is run, and what it answers
// must be what the verb answered: row for row, in the columns that both have.
#include "support/example_graph.hpp"
#include "support/saga_graph.hpp"
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/result_cells.hpp>
#include <litigraph/query/verbs.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace litigraph::query {
namespace {

using Lines = std::set<std::string>;  // "evidence" repeats a fact, a query does not

std::vector<std::string> common_columns(const Table& a, const Table& b) {
    std::vector<std::string> names;
    std::ranges::copy_if(a.columns, std::back_inserter(names), [&](const std::string& name) {
        return std::ranges::count(b.columns, name) > 0;
    });
    return names;
}

Lines lines_of(const Table& table, const std::vector<std::string>& columns) {
    Lines lines;
    for (const Row& row : table.rows) {
        std::string line;
        for (const std::string& name : columns) {
            const auto at = std::ranges::find(table.columns, name) - table.columns.begin();
            line += to_string(row[static_cast<std::size_t>(at)]) + '|';
        }
        lines.insert(line);
    }
    return lines;
}

/// Asks the verb, then the query that it prints.
void expect_same(const KnowledgeGraph& graph, const std::string& line) {
    SCOPED_TRACE(line);
    const Result<Answer> answer = ask({graph, {}}, line);
    ASSERT_TRUE(answer) << answer.error().message;
    ASSERT_NE(answer->query, "");
    SCOPED_TRACE(answer->query);
    const LitigationStore store(graph);
    const Result<ResultTable> found = run(answer->query, store);
    ASSERT_TRUE(found) << format_error(answer->query, found.error());
    const Table table = to_table(graph, *found);
    const std::vector<std::string> columns = common_columns(answer->table, table);
    ASSERT_FALSE(columns.empty());
    EXPECT_EQ(lines_of(table, columns), lines_of(answer->table, columns));
}

TEST(PrintedQueries, AnswerWhatTheVerbAnswersOnTheExamples) {
    const KnowledgeGraph& graph = test::example_resolution().graph;
    for (const char* line : {
             "who sues Nokia",
             "who does Nokia sue",
             "who countersues Nokia",
             "who threatens Nokia",
             "who settled with Nokia",
             "who represents Nokia",
             "who is sued since 2020",
             "who sued first Nokia, Amazon",
             "who sued first",
             "path Nokia Amazon",
             "path Nokia -> Amazon via sues,countersues",
             "path Nokia Amazon all",
             "path Nokia Apple shortest 3",
             "path Samsung Nokia shortest 5 max 4",
             "neighbors Nokia",
             "neighbors Nokia 2",
             "neighbors Nokia 3 type Court",
             "neighbors Nokia 3 type Company,Technology via sues,concerns-technology,plaintiff-in",
             "neighbors Nokia out",
             "why Amazon Nokia",
             "why Nokia",
             "cases",
             "cases Nokia",
             "cases Nokia and Amazon",
             "cases Nokia against Amazon",
             "cases Nokia as plaintiff since 2023-10",
             "cases Amazon family as defendant",
             "cases during 2011",
             "cases open",
             "cases closed",
             "cases status filed",
             "cases kind lawsuit",
             "cases cause patent",
             "cases from agency,government",
             "cases from company",
             "cases without court",
             "cases without date",
             "cases without plaintiff",
             "cases without technology",
             "cases without status",
             "cases without cause",
             "timeline Apple Samsung",
             "forums Nokia",
             "count",
             "count by defendant",
             "count Nokia as plaintiff by technology,forum",
             "count by year",
             "count by party,status",
             "count by court",
             "count by jurisdiction",
             "count by kind,cause",
             "count by judge",
             "count by patent",
             "top plaintiffs",
             "top defendants 3",
             "chain",
             "chain Nokia",
             "chain Apple since 2011",
             "mutual",
         }) {
        expect_same(graph, line);
    }
}

TEST(PrintedQueries, AnswerWhatTheVerbAnswersOnTheSaga) {
    const KnowledgeGraph graph = test::make_saga_graph();
    for (const char* line : {
             "who threatens Corex",
             "who settled with Acme",
             "who challenges Delta",
             "who represents Acme",
             "who does Firm One represent",
             "who sued first Acme, Bolt",
             "who is sued over video coding in North Court",
             "cases Acme family as defendant",
             "cases Acme family as defendant against Bolt",
             "cases \"Acme v. Bolt\"",
             "cases \"Acme v. Bolt\" \"Bolt v. Acme\"",
             "cases over radio open",
             "cases in North Court",
             "cases before Judge One",
             "cases in old-digest",
             "cases over US0000002",
             "cases closed",
             "cases without plaintiff",
             "cases without date",
             "count by status",
             "count Acme family by patent,judge",
             "count by court,status",
             "top patents",
             "chain \"Acme v. Bolt\"",
             "chain kind patent-office-review",
             "neighbors Firm One 2",
             "path Firm One Delta",
             "path Acme Bolt all",
             "why Acme Delta",
             "mutual",
         }) {
        expect_same(graph, line);
    }
}

TEST(PrintedQueries, FindTheNodeThatIsShown) {
    const KnowledgeGraph graph = test::make_saga_graph();
    const LitigationStore store(graph);
    for (const char* line : {"show Acme", "show Acme v. Bolt", "show radio"}) {
        const Result<Answer> answer = ask({graph, {}}, line);
        ASSERT_TRUE(answer) << line;
        const Result<ResultTable> found = run(answer->query, store);
        ASSERT_TRUE(found) << answer->query;
        ASSERT_EQ(found->rows.size(), 1U) << answer->query;
        EXPECT_EQ(to_string(to_cell(graph, found->rows[0][0])),
                  to_string(answer->table.rows[0][1]));
    }
}

TEST(PrintedQueries, NameOneNodeWhereANameStandsForMore) {
    test::DisputeBuilder b;
    const NodeId article = b.node(NodeKind::article, "digest");
    const NodeId one = b.node(NodeKind::lawsuit, "Acme v. Bolt");
    const NodeId other = b.node(NodeKind::lawsuit, "Acme v. Bolt");
    const NodeId acme = b.company("Acme");
    b.edge(acme, EdgeKind::plaintiff_in, one, "sued", article);
    b.edge(acme, EdgeKind::plaintiff_in, other, "sued", article);
    const KnowledgeGraph graph = b.freeze();
    expect_same(graph, "cases " + std::string(graph.slug(*graph.find_slug("lawsuit:acme-v-bolt"))));
    expect_same(graph, "cases Acme");
}

// What the language cannot say, no query claims to say.
TEST(PrintedQueries, AreAbsentRatherThanWrong) {
    const KnowledgeGraph graph = test::make_saga_graph();
    for (const char* line :
         {"diff since 2024", "gaps", "communities", "conflicts", "timeline Acme Bolt",
          "path Acme Bolt during 2023", "neighbors Acme during 2023", "mutual over radio",
          "why Acme Cloud Bolt"}) {
        const Result<Answer> answer = ask({graph, {}}, line);
        ASSERT_TRUE(answer) << line;
        EXPECT_EQ(answer->query, "") << line;
    }
}

}  // namespace
}  // namespace litigraph::query
