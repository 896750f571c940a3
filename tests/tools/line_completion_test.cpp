#include "line_completion.hpp"

#include "support/dispute_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph::cli {
namespace {

using Words = std::vector<std::string>;

const KnowledgeGraph& graph() {
    static const KnowledgeGraph made = [] {
        test::DisputeBuilder b;
        const NodeId nokia = b.company("Nokia");
        const NodeId siemens = b.company("Nokia Siemens");
        const NodeId summer = b.company("Soci\u00E9t\u00E9 d\u2019\u00C9t\u00E9");
        const NodeId article = b.node(NodeKind::article, "article");
        b.edge(nokia, EdgeKind::sues, summer, "quote", article);
        b.edge(nokia, EdgeKind::sues, siemens, "quote", article);
        return b.freeze();
    }();
    return made;
}

/// A line up to the cursor, where the words stand, and the words.
struct CompletionCase {
    std::string name;
    std::string line;
    std::size_t begin;
    Words words;
};
void PrintTo(const CompletionCase& c, std::ostream* out) { *out << c.name; }

const CompletionCase cases[] = {
    {"Command", ".his", 0, {".history"}},
    {"Mode", ".mode js", 6, {"json", "jsonl"}},
    {"HelpTopic", ".help timel", 6, {"timeline"}},
    {"Verb", "neigh", 0, {"neighbors"}},
    {"Keyword", "MATCH (a) RET", 10, {"RETURN"}},
    {"KeywordInAnyCase", "match (a) ret", 10, {"RETURN"}},
    {"Function", "MATCH (a) RETURN coll", 17, {"collect("}},
    {"Label", "MATCH (a:Comp", 9, {"Company"}},
    {"LabelWithoutVariable", "MATCH (:Techn", 8, {"Technology"}},
    {"EdgeType", "MATCH (a)-[:COUNT", 12, {"COUNTERSUES"}},
    {"SecondEdgeType", "MATCH (a)-[r:SUES|RESP", 18, {"RESPONDS_TO"}},
    {"Property", "MATCH (a) RETURN a.docket", 19, {"docket_number"}},
    {"NameInQuotes", "MATCH (a {name: 'nokia s", 17, {"Nokia Siemens"}},
    {"NameWithAccents", "MATCH (a {name: 'societe", 17, {"Soci\u00E9t\u00E9 d\u2019\u00C9t\u00E9"}},
    {"ClosedQuotes", "MATCH (a {name: 'Nokia'}) RETU", 26, {"RETURN"}},
    {"NameOfAVerb", "show soci", 5, {"Soci\u00E9t\u00E9 d\u2019\u00C9t\u00E9"}},
    {"SecondNameOfAVerb", "path Nokia -> nokia si", 14, {"Nokia Siemens"}},
    {"WordOfAVerb", "path Nokia -> Apple dire", 20, {"directed"}},
    {"KindOfAVerb", "path Nokia -> Apple via thr", 24, {"threatens-suit"}},
    {"LabelOfAVerb", "neighbors Nokia type Tech", 21, {"Technology"}},
    {"AspectOfAVerb", "count by techn", 9, {"technology"}},
    {"NothingForAnUnknownName", "show xyzzy", 5, {}},
    {"NothingForAnUnknownWord", "MATCH (a) QQQ", 10, {}},
    {"NothingForAnUnknownLabel", "MATCH (a:Qqq", 9, {}},
    {"NothingAfterABlank", "MATCH (a) ", 10, {}},
};

class Completion : public testing::TestWithParam<CompletionCase> {};

TEST_P(Completion, Offers) {
    const LineCompletion found = complete_line(graph(), GetParam().line);
    EXPECT_EQ(found.words, GetParam().words);
    EXPECT_EQ(found.begin, GetParam().begin);
}

INSTANTIATE_TEST_SUITE_P(Line, Completion, testing::ValuesIn(cases),
                         [](const auto& row) { return row.param.name; });

TEST(CompletionOfNames, PutsTheMostConnectedFirst) {
    const LineCompletion found = complete_line(graph(), "show nok");
    EXPECT_EQ(found.words, (Words{"Nokia", "Nokia Siemens"}));
    EXPECT_TRUE(found.ends_word);
}

TEST(CompletionOfNames, HasALimit) {
    EXPECT_EQ(complete_line(graph(), "show nok", 1).words, (Words{"Nokia"}));
}

TEST(CommonBeginning, IgnoresCaseAndKeepsCharactersWhole) {
    EXPECT_EQ(common_beginning({}), "");
    EXPECT_EQ(common_beginning({"Nokia"}), "Nokia");
    EXPECT_EQ(common_beginning({"Epic Games", "epic-apple"}), "Epic");
    EXPECT_EQ(common_beginning({"\u00E9t\u00E9", "\u00E8re"}), "");
}

}  // namespace
}  // namespace litigraph::cli
