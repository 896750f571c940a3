// Every verb whose answer grows with the graph asks, in its loops, whether it may go on.

#include "support/random_graph.hpp"
#include <litigraph/query/verbs.hpp>

#include <gtest/gtest.h>

#include <string>

namespace litigraph::query {
namespace {

struct LongVerb {
    std::string label;
    std::string line;
};
void PrintTo(const LongVerb& verb, std::ostream* out) { *out << verb.line; }

class LongVerbs : public testing::TestWithParam<LongVerb> {
  protected:
    // Of a graph with so many lawsuits; stops at the ask with that number, 0: never.
    Result<Answer> ask_until(std::size_t lawsuits, std::size_t last) {
        const KnowledgeGraph graph =
            test::RandomGraph(3).make({.parties = 30, .lawsuits = lawsuits, .edges = 8 * lawsuits});
        asked = 0;
        const auto go_on = [&] { return ++asked < last || last == 0; };
        return ask({.graph = graph, .go_on = go_on}, GetParam().line);
    }
    std::size_t asked = 0;
};

TEST_P(LongVerbs, AskTheOftenerTheLargerTheGraph) {
    ASSERT_TRUE(ask_until(10, 0));
    const std::size_t few = asked;
    EXPECT_GT(few, 0U);
    ASSERT_TRUE(ask_until(100, 0));
    EXPECT_GT(asked, 2 * few);
}

TEST_P(LongVerbs, StopWheneverTheyAreTold) {
    ASSERT_TRUE(ask_until(12, 0));
    const std::size_t all = asked;
    for (std::size_t last = 1; last <= all; ++last) {
        const Result<Answer> answer = ask_until(12, last);
        ASSERT_FALSE(answer) << last;
        EXPECT_EQ(answer.error().code, ErrorCode::interrupted) << last;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Verbs, LongVerbs,
    testing::Values(LongVerb{"Count", "count by year,defendant"}, LongVerb{"Top", "top plaintiffs"},
                    LongVerb{"Cases", "cases"}, LongVerb{"Forums", "forums"},
                    LongVerb{"Timeline", "timeline"}, LongVerb{"Chain", "chain"},
                    LongVerb{"Mutual", "mutual"}, LongVerb{"Gaps", "gaps"},
                    LongVerb{"Communities", "communities"}, LongVerb{"WhoIsSued", "who is sued"},
                    LongVerb{"WhoSuedFirst", "who sued first"},
                    LongVerb{"Neighbors", "neighbors Party 1 3"},
                    LongVerb{"Conflicts", "conflicts"}),
    [](const auto& verb) { return verb.param.label; });

TEST(PathVerb, StopsWhenTold) {
    const KnowledgeGraph graph = test::RandomGraph(5).make({.parties = 40, .lawsuits = 200});
    for (const std::string line : {"path Party 1 -> Party 2", "path Party 1 -> Party 2 all",
                                   "path Party 1 -> Party 2 shortest 9"}) {
        const Result<Answer> answer = ask({.graph = graph, .go_on = [] { return false; }}, line);
        ASSERT_FALSE(answer) << line;
        EXPECT_EQ(answer.error().code, ErrorCode::interrupted) << line;
    }
}

TEST(ShortVerb, DoesNotAsk) {
    const KnowledgeGraph graph = test::RandomGraph(5).make({});
    EXPECT_TRUE(ask({.graph = graph, .go_on = [] { return false; }}, "who sues Party 1"));
}

}  // namespace
}  // namespace litigraph::query
