#include "support/dispute_graph.hpp"
#include <litigraph/query/render.hpp>
#include <litigraph/query/verbs.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace litigraph::query {
namespace {

class Verbs : public testing::Test {
  protected:
    Result<Answer> answer(std::string_view line) const { return ask({graph, {}}, line); }

    /// The answer as rows "a|b|c" of its table.
    std::vector<std::string> rows(std::string_view line) const {
        const Result<Answer> found = answer(line);
        std::vector<std::string> result;
        if (!found) {
            result.push_back("error: " + found.error().message);
            return result;
        }
        for (const Row& row : found->table.rows) {
            std::string text;
            for (const Cell& cell : row) {
                text += (text.empty() ? "" : "|") + to_string(cell);
            }
            result.push_back(text);
        }
        return result;
    }

    KnowledgeGraph graph = test::make_dispute_graph();
};

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(Verbs, TellWhoSuesWhom) {
    for (const char* line :
         {"who sues nokia", "who is suing Nokia?", "WHO SUES 'Nokia';", "who sues party:nokia"}) {
        EXPECT_THAT(rows(line), ElementsAre("Amazon")) << line;
    }
    EXPECT_THAT(rows("who does amazon sue"), ElementsAre("Nokia"));
    EXPECT_THAT(rows("who is sued by amazon"), ElementsAre("Nokia"));
    EXPECT_THAT(rows("who is Nokia suing"), ElementsAre("Amazon"));
    EXPECT_THAT(rows("who countersues nokia"), ElementsAre("Amazon"));
    EXPECT_THAT(rows("who countersues amazon"), IsEmpty());
    EXPECT_THAT(rows("who sues apple"), IsEmpty());
    EXPECT_THAT(rows("who threatens apple"), ElementsAre("Ericsson"));
    EXPECT_THAT(rows("who is sued over video in Germany since 2023"),
                ElementsAre("Amazon|[Nokia video-patent proceedings (13)]"));
    EXPECT_THAT(rows("who is sued over video in D. Delaware"), IsEmpty());
}

TEST_F(Verbs, SayTheQueryTheyStandFor) {
    EXPECT_EQ(answer("who sues nokia")->query,
              "MATCH (p)-[:SUES|COUNTERSUES]->(:Company {name: 'Nokia'}) RETURN DISTINCT p.name");
    EXPECT_EQ(answer("path ericsson apple via threatens-suit max 2")->query,
              "MATCH p = ANY SHORTEST (:Company {name: 'Ericsson'})-[:THREATENS_SUIT*1..2]-"
              "(:Company {name: 'Apple'}) RETURN p AS path, length(p) AS steps");
}

TEST_F(Verbs, FindPathsAsEdges) {
    EXPECT_EQ(answer("path aws -> Germany")->prose,
              "Amazon Web Services --division-of--> Amazon --defendant-in (inferred)--> "
              "Nokia video-patent proceedings (13) --filed-in--> Germany      3 steps\n");
    EXPECT_EQ(answer("path Germany to aws")->prose,
              "Germany <--filed-in-- Nokia video-patent proceedings (13) "
              "<--defendant-in (inferred)-- Amazon <--division-of-- Amazon Web Services"
              "      3 steps\n");
    EXPECT_EQ(answer("path amazon nokia via countersues")->prose,
              "Amazon --countersues (inferred)--> Nokia      1 step\n");
    EXPECT_THAT(rows("path amazon apple"), IsEmpty());
    EXPECT_THAT(rows("path aws germany max 2"), IsEmpty());
    EXPECT_THAT(rows("path nokia amazon web services directed"), IsEmpty());
}

TEST_F(Verbs, FindAsManyPathsAsAsked) {
    EXPECT_THAT(
        rows("path amazon nokia via sues,countersues all"),
        ElementsAre("Amazon --sues--> Nokia|1", "Amazon --countersues (inferred)--> Nokia|1",
                    "Amazon <--sues (inferred)-- Nokia|1"));
    EXPECT_THAT(rows("path aws -> germany via division-of,sues,plaintiff-in,filed-in directed all"),
                ElementsAre("Amazon Web Services --division-of--> Amazon --sues--> Nokia "
                            "--plaintiff-in--> Nokia video-patent proceedings (13) --filed-in--> "
                            "Germany|4"));
    EXPECT_THAT(rows("path amazon germany shortest 2"),
                ElementsAre(testing::EndsWith("--filed-in--> Germany|2"),
                            testing::EndsWith("--filed-in--> Germany|3")));
    EXPECT_THAT(rows("path amazon nokia via countersues shortest 5"), testing::SizeIs(1));
    EXPECT_THAT(rows("path amazon apple all"), IsEmpty());
    EXPECT_THAT(rows("path amazon apple shortest 3"), IsEmpty());
}

TEST_F(Verbs, ListNeighbours) {
    EXPECT_THAT(
        rows("neighbors nokia 1"),
        ElementsAre("1|Company|Amazon|<-sues-, <-countersues- (inferred), -sues-> (inferred)",
                    "1|Lawsuit|Amazon v. Nokia|-defendant-in->",
                    "1|Lawsuit|Nokia video-patent proceedings (13)|-plaintiff-in->"));
    EXPECT_THAT(rows("neighbors nokia 2 type technology"),
                ElementsAre("2|Technology|cloud computing|Amazon v. Nokia -concerns-technology->",
                            "2|Technology|video|"
                            "Nokia video-patent proceedings -concerns-technology->"));
    EXPECT_THAT(rows("neighbors apple out"), IsEmpty());
}

TEST_F(Verbs, ShowTheWordsBehindAFact) {
    EXPECT_THAT(answer("why Amazon Nokia")->prose,
                HasSubstr("    \"Amazon has filed a lawsuit against Nokia\"   "
                          "techradar-20240801, bytes 17-57, published 2024-08-01, "
                          "https://example.org/a\n"
                          "     ^^^^^^                             ^^^^^\n"));
    EXPECT_THAT(answer("why e3")->prose, HasSubstr("Nokia --defendant-in--> Amazon v. Nokia"));
    EXPECT_THAT(rows("why apple nokia"), IsEmpty());
    EXPECT_THAT(rows("why aws germany"), testing::SizeIs(3));  // the path between them
}

TEST_F(Verbs, TakeNoArticleForATie) {
    test::DisputeBuilder b;
    const NodeId acme = b.company("Acme");
    const NodeId bolt = b.company("Bolt");
    const NodeId article = b.node(NodeKind::article, "digest");
    b.edge(acme, EdgeKind::reported_by, article, "Acme", article);
    b.edge(bolt, EdgeKind::reported_by, article, "Bolt", article);
    const KnowledgeGraph reported = b.freeze();
    const Result<Answer> found = ask({reported, {}}, "why acme bolt");
    ASSERT_TRUE(found);
    EXPECT_THAT(found->table.rows, IsEmpty());
    EXPECT_THAT(found->notes, ElementsAre(HasSubstr("nothing ties Acme and Bolt")));
}

TEST_F(Verbs, TellATimeline) {
    EXPECT_EQ(answer("timeline amazon nokia")->prose,
              "2023-10..12        Nokia video-patent proceedings (13)                     "
              "Brazil, Germany  \"late last year\"\n"
              "2024-07-29..08-01  Amazon v. Nokia                                         "
              "D. Delaware      \"earlier this week\"\n"
              "2025-03-31         Nokia video-patent proceedings (13): settled (licence)\n");
    EXPECT_THAT(rows("timeline apple"), IsEmpty());
}

TEST_F(Verbs, FilterCases) {
    const std::string suit =
        "Amazon v. Nokia|Amazon|Nokia|2024-07-29..08-01|filed|D. Delaware|"
        "cloud computing";
    const std::string group =
        "Nokia video-patent proceedings (13)|Nokia|Amazon|2023-10..12|"
        "settled|Brazil, Germany|video";
    const std::pair<const char*, std::vector<std::string>> table[] = {
        {"cases", {group, suit}},
        {"cases nokia as defendant", {suit}},
        {"cases nokia against amazon", {group}},
        {"cases amazon and nokia", {group, suit}},
        {"cases amazon, nokia", {group, suit}},
        {"cases over cloud computing", {suit}},
        {"cases in germany", {group}},
        {"cases open", {suit}},
        {"cases closed", {group}},
        {"cases since 2024", {suit}},
        {"cases during 2023", {group}},
        {"cases without court", {group}},
        {"cases status settled", {group}},
        {"cases cause patent", {suit}},
        {"cases from company", {group, suit}},
        {"cases \"Amazon v. Nokia\"", {suit}},
        {"cases amazon family as plaintiff", {suit}},
        {"cases from government", {}},
        {"cases apple", {}},
        {"cases nokia against apple", {}},
        {"cases during 1999", {}},
    };
    for (const auto& [line, expected] : table) {
        EXPECT_EQ(rows(line), expected) << line;
    }
}

TEST_F(Verbs, CountCasesAndNeverEdges) {
    EXPECT_THAT(rows("count"), ElementsAre("1 case and 1 group (13)|[Nokia video-patent "
                                           "proceedings (13), Amazon v. Nokia]"));
    EXPECT_THAT(rows("count apple"), ElementsAre("no cases|[]"));
    EXPECT_THAT(rows("count amazon as defendant by technology,year"),
                ElementsAre("video|2023|1 group (13)|[Nokia video-patent proceedings (13)]"));
    EXPECT_THAT(rows("forums nokia"),
                ElementsAre("Brazil|1 group (13)|[Nokia video-patent proceedings (13)]",
                            "D. Delaware|1 case|[Amazon v. Nokia]",
                            "Germany|1 group (13)|[Nokia video-patent proceedings (13)]"));
    EXPECT_THAT(rows("top defendants 1"),
                ElementsAre("Amazon|1 group (13)|[Nokia video-patent proceedings (13)]"));
    EXPECT_THAT(rows("mutual"), ElementsAre("Amazon|Nokia|1 case|1 group (13)|Amazon|inferred"));
    EXPECT_THAT(rows("chain nokia"),
                ElementsAre("Amazon v. Nokia|2024-07-29..08-01|Nokia video-patent proceedings "
                            "(13)|2023-10..12|211..305|inferred"));
}

TEST_F(Verbs, TellWhatIsNew) {
    EXPECT_EQ(rows("diff since 2024-07-25").size(), 15U);
    EXPECT_THAT(rows("diff since 2024-08-02"), IsEmpty());
    EXPECT_EQ(rows("diff until 2024-08-01").size(), 15U);
    EXPECT_THAT(rows("diff until 2024-07-31"), IsEmpty());
    EXPECT_THAT(rows("diff apple, ericsson since 2024-08"),
                ElementsAre("2024-08-01|Ericsson --threatens-suit--> Apple|stated||"
                            "techradar-20240801"));
    EXPECT_THAT(rows("diff since 2024-09 until 2024-08"), IsEmpty());
}

TEST_F(Verbs, TellWhoWasFirst) {
    EXPECT_THAT(rows("who sued first, Amazon or Nokia?"),
                ElementsAre("Nokia|Nokia video-patent proceedings (13)|2023-10..12|yes",
                            "Amazon|Amazon v. Nokia|2024-07-29..08-01|no"));
    EXPECT_THAT(rows("who sued first amazon"),
                ElementsAre("Amazon|Amazon v. Nokia|2024-07-29..08-01|yes"));
    EXPECT_THAT(rows("who sued first apple"), IsEmpty());
}

TEST_F(Verbs, DoNotSayFirstWhereDatesOverlap) {
    test::DisputeBuilder b;
    const NodeId article = b.node(NodeKind::article, "digest");
    const auto file = [&](std::string_view name, std::string_view filed) {
        const NodeId suit =
            b.node(NodeKind::lawsuit, "suit by " + std::string(name), test::days(filed));
        b.edge(b.company(name), EdgeKind::plaintiff_in, suit, "sued", article);
    };
    file("Acme", "2024-03..2024-05");
    file("Bolt", "2024-04-02");
    file("Corex", "2024-06-01");
    const KnowledgeGraph three = b.freeze();
    std::vector<std::string> first;
    const Result<Answer> found = ask({three, {}}, "who sued first");
    ASSERT_TRUE(found);
    for (const Row& row : found->table.rows) {
        first.push_back(to_string(row[3]));
    }
    EXPECT_THAT(first, ElementsAre("perhaps", "perhaps", "no"));
}

TEST_F(Verbs, SurveyAllCases) {
    EXPECT_THAT(rows("communities"), ElementsAre("2|[Amazon, Nokia]|1 case and 1 group (13)"));
    EXPECT_THAT(rows("communities excluding company"), IsEmpty());
    EXPECT_THAT(rows("communities apple"), IsEmpty());
    EXPECT_THAT(rows("gaps"),
                ElementsAre("Nokia video-patent proceedings (13)|[court]|[Amazon --defendant-in "
                            "(inferred)--> Nokia video-patent proceedings, Amazon v. Nokia "
                            "--responds-to (inferred)--> Nokia video-patent proceedings]",
                            "Amazon v. Nokia|[]|[Amazon v. Nokia --responds-to (inferred)--> "
                            "Nokia video-patent proceedings]"));
    EXPECT_THAT(rows("mutual over video"), IsEmpty());
    EXPECT_THAT(rows("mutual nokia"), testing::SizeIs(1));
}

TEST_F(Verbs, ListConflicts) {
    EXPECT_THAT(rows("conflicts"), IsEmpty());
    const NodeId suit = *graph.find_slug(graph.slug(graph.find("Amazon v. Nokia").front()));
    const VerbContext context{
        graph, [&] {
            return std::vector<Conflict>{
                {suit, "court", {{"D. Delaware", {"a"}}, {"E.D. Texas", {"b", "c"}}}}};
        }};
    const Result<Answer> found = ask(context, "conflicts nokia");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->table.rows.size(), 2U);
    EXPECT_EQ(to_string(found->table.rows[1][3]), "[b, c]");
    EXPECT_EQ(ask(context, "conflicts apple")->table.rows.size(), 0U);
}

struct WrongLine {
    const char* line;
    ErrorCode code;
    std::size_t column;
    const char* says;
};

TEST_F(Verbs, SayWhatIsWrongAndWhere) {
    const WrongLine lines[] = {
        {"who sues aple", ErrorCode::unknown_name, 10, "did you mean Apple?"},
        {"who sues", ErrorCode::syntax, 9, "expected a name, found the end of the line"},
        {"who suez nokia", ErrorCode::syntax, 5, "'sues'"},
        {"who", ErrorCode::syntax, 4, "'sues'"},
        {"who is sued over video by nokia", ErrorCode::syntax, 24, "'over'"},
        {"who does nokia love", ErrorCode::syntax, 16, "'sue'"},
        {"who sues 'nokia", ErrorCode::syntax, 10, "never closed"},
        {"who sues nokia now", ErrorCode::syntax, 16, "found 'now'"},
        {"path amazon -> nokia via suez", ErrorCode::syntax, 26, "kinds of edges"},
        {"path amazon nokia max 0", ErrorCode::syntax, 23, "a number from 1 to 64"},
        {"path amazon", ErrorCode::syntax, 12, "a name"},
        {"cases over", ErrorCode::syntax, 11, "a name"},
        {"cases since tomorrow", ErrorCode::syntax, 13, "a date"},
        {"count by colour", ErrorCode::syntax, 10, "what to count by"},
        {"top", ErrorCode::syntax, 4, "what to rank"},
        {"diff", ErrorCode::syntax, 5, "'since'"},
        {"diff nokia", ErrorCode::syntax, 11, "'since' or 'until'"},
        {"communities excluding love", ErrorCode::syntax, 23, "kinds of parties"},
        {"frob", ErrorCode::syntax, 1, "a verb"},
        {"", ErrorCode::syntax, 1, "a verb"},
    };
    for (const WrongLine& wrong : lines) {
        const Result<Answer> found = answer(wrong.line);
        ASSERT_FALSE(found) << wrong.line;
        EXPECT_EQ(found.error().code, wrong.code) << wrong.line;
        EXPECT_EQ(found.error().column, wrong.column) << wrong.line;
        EXPECT_THAT(found.error().message, HasSubstr(wrong.says)) << wrong.line;
    }
}

TEST_F(Verbs, ListTheCandidatesOfAnAmbiguousName) {
    test::DisputeBuilder b;
    b.company("Delta");
    b.node(NodeKind::technology, "Delta");
    const KnowledgeGraph two = b.freeze();
    const Result<Answer> found = ask({two, {}}, "show delta");
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::ambiguous_name);
    EXPECT_THAT(found.error().message, HasSubstr("party:delta (Company Delta)"));
    EXPECT_TRUE(ask({two, {}}, "show technology:delta"));
}

TEST_F(Verbs, AreToldFromQueries) {
    EXPECT_TRUE(is_verb("who sues x"));
    EXPECT_TRUE(is_verb("  Path a b"));
    EXPECT_TRUE(is_verb("neighbours x"));
    EXPECT_FALSE(is_verb("MATCH (n) RETURN n"));
    EXPECT_FALSE(is_verb("pathology"));
    EXPECT_FALSE(is_verb(".help"));
    EXPECT_FALSE(is_verb(""));
    EXPECT_FALSE(is_verb("'who"));
}

TEST_F(Verbs, HaveHelpWithWorkingExamples) {
    for (const VerbHelp& help : all_verbs()) {
        EXPECT_TRUE(answer(help.example)) << help.example;
        EXPECT_TRUE(is_verb(help.example));
        EXPECT_FALSE(help.summary.empty());
    }
}

TEST_F(Verbs, SupportEveryRowWithEdges) {
    for (const char* line : {"who sues nokia", "path aws germany", "neighbors nokia 2", "cases",
                             "timeline", "mutual", "chain", "count", "forums"}) {
        const Result<Answer> found = answer(line);
        ASSERT_EQ(found->table.support.size(), found->table.rows.size()) << line;
        for (const std::vector<EdgeId>& edges : found->table.support) {
            EXPECT_FALSE(edges.empty()) << line;
        }
    }
}

}  // namespace
}  // namespace litigraph::query
