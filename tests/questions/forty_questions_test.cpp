// The forty questions that litigators, journalists, investors and licensing people ask, as verbs or
// short queries. Each is asked on the graph built by hand, where the whole answer is known, and on
// the graph that the example articles give, which must hold what they say and not what they do not.
// 31 asks for a picture. 37, "damages asked versus awarded", is missing: the graph holds no
// amounts.
#include "support/example_graph.hpp"
#include "support/question.hpp"
#include "support/saga_graph.hpp"
#include <litigraph/query/dot.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace litigraph::query {
namespace {

using Rows = std::vector<std::string>;

struct Question {
    int number;
    const char* asked;    ///< In the words of the person who asks.
    const char* line;     ///< As a verb or a query.
    const char* columns;  ///< Of the answer; see rows_of.
    Rows rows;            ///< The whole answer.
};
void PrintTo(const Question& question, std::ostream* out) { *out << question.asked; }

const Question saga_questions[] = {
    {1,
     "Who is suing Acme right now, and where?",
     "cases Acme as defendant open",
     "case|filed in",
     {"Bolt v. Acme|North Court, South Court", "Agency v. Acme|"}},
    {2,
     "Who is Delta suing right now?",
     "cases Delta as plaintiff open",
     "defendants|filed",
     {"Acme Cloud|2024-07-20", "Bolt|2024-08-02"}},
    {3,
     "What is going on between Acme and Bolt, divisions included?",
     "timeline Acme Bolt family",
     "when|what|where",
     {"2023-03-10|Acme v. Bolt|North Court", "2023-04-15|Bolt v. Acme|North Court, South Court",
      "2023-06-01|Bolt v. Acme: transferred (North Court)|", "2023-09-01|Bolt v. Acme: stayed|",
      "2024-05-20|Acme v. Bolt: settled (licence)|"}},
    {4,
     "Was this suit an answer; what is the chain of replies?",
     "chain 'Bolt v. Acme'",
     "case|answers",
     {"Bolt v. Acme|Acme v. Bolt"}},
    {5,
     "Why do you say so? Show the sentences.",
     "why Acme Cloud",
     "fact|article|quote",
     {"Delta --sues--> Acme Cloud|new-digest|sued",
      "Acme Cloud --defendant-in--> Delta v. Acme Cloud|new-digest|words",
      "Acme Cloud --division-of--> Acme|old-digest|words"}},
    {6,
     "In which countries and courts does the fight run?",
     "forums Acme Bolt",
     "forum|count",
     {"North Court|2 cases", "South Court|1 case"}},
    {7,
     "What changed since last week for my watch list?",
     "diff Acme, Corex since 2024-07-29",
     "fact",
     {"Acme --plaintiff-in--> review of Delta's patent",
      "Delta --defendant-in--> review of Delta's patent", "Acme --challenges-validity--> Delta",
      "review of Delta's patent --responds-to--> Delta v. Acme Cloud",
      "Agency --plaintiff-in--> Agency v. Acme", "Acme --defendant-in--> Agency v. Acme",
      "Agency --sues--> Acme", "Bolt --plaintiff-in--> Bolt v. Corex",
      "Corex --defendant-in--> Bolt v. Corex", "Bolt --sues--> Corex",
      "Bolt v. Corex --filed-in--> East Court", "Bolt v. Corex --concerns-technology--> radio",
      "Corex --defendant-in (inferred)--> suit against Corex", "Acme --settles-with--> Bolt",
      "Firm One --represents--> Corex"}},
    {8,
     "Which cases concern this technology?",
     "cases over radio",
     "case|filed",
     {"Bolt v. Acme|2023-04-15", "Bolt v. Corex|2024-01-05"}},
    {9,
     "Who has been sued over it in this court since then?",
     "who is sued over video coding in East Court since 2023-01-01",
     "defendant|cases",
     {"Bolt|[Delta v. Bolt]"}},
    {10,
     "How exposed is Bolt: open cases by technology and forum?",
     "count Bolt as defendant open by technology,forum",
     "technology|forum|count",
     {"video coding|East Court|1 case"}},
    {11,
     "Do sources disagree about this case?",
     "conflicts 'Acme v. Bolt'",
     "about|says|articles",
     {"filed|2023-03-10|[old-digest]", "filed|2023-03-13|[second-report]"}},
    {12,
     "Who fights over patents, and who countersued?",
     "mutual cause patent",
     "a|b|countersuit by",
     {"Acme|Bolt|Bolt"}},
    {13,
     "How are Acme and Corex connected through disputes?",
     "path Acme Corex via sues,countersues,division-of",
     "path|steps",
     {"Acme --sues--> Bolt --sues--> Corex|2"}},
    {14,
     "Who sued first?",
     "who sued first Acme, Bolt",
     "party|filed|first",
     {"Acme|2023-03-10|yes", "Bolt|2023-04-15|no"}},
    {15,
     "How long between the first suit and the countersuit?",
     "chain Acme Bolt",
     "case|answers|days",
     {"Bolt v. Acme|Acme v. Bolt|36"}},
    {16,
     "Which disputes ended, and how?",
     "timeline closed",
     "when|what",
     {"2023-03-10|Acme v. Bolt", "2024-01-05|Bolt v. Corex",
      "2024-05-20|Acme v. Bolt: settled (licence)",
      "2024-07-30|Bolt v. Corex: decided (injunction)"}},
    {17,
     "Which court does Delta prefer, by technology?",
     "count Delta as plaintiff by court,technology",
     "court|technology|count",
     {"East Court|video coding|1 case", "North Court|virtual machines|1 case"}},
    {18,
     "Whom does Delta's campaign hit, on which patents?",
     "count Delta as plaintiff by defendant,patent",
     "defendant|patent|count",
     {"Acme Cloud|US0000002|1 case", "Bolt|US0000002|1 case"}},
    {19,
     "Which cases were stayed, and where are they now?",
     "timeline status stayed",
     "when|what",
     {"2023-04-15|Bolt v. Acme", "2023-06-01|Bolt v. Acme: transferred (North Court)",
      "2023-09-01|Bolt v. Acme: stayed"}},
    {20,
     "Which suits threaten this product?",
     "cases over virtual machines",
     "case|defendants",
     {"Delta v. Acme Cloud|Acme Cloud"}},
    {21,
     "Who represents Acme, and have they met Bolt's firm?",
     "path Firm One Firm Two via represents,sues max 3",
     "path|steps",
     {"Firm One --represents--> Acme --sues--> Bolt <--represents-- Firm Two|3"}},
    {22,
     "All cases of governments and agencies against Acme",
     "cases Acme from government,agency",
     "case|filed",
     {"Agency v. Acme|2024-02-01"}},
    {23,
     "Rank companies by open suits against them (cases, not edges)",
     "top defendants open",
     "defendant|count",
     {"Acme|2 cases", "Acme Cloud|1 case", "Bolt|1 case", "Corex|1 case", "Delta|1 case"}},
    {24,
     "Which pairs sue each other?",
     "mutual",
     "a|b|a against b|b against a",
     {"Acme|Bolt|1 case|1 case"}},
    {25,
     "Which patents are asserted in more than one case?",
     "MATCH (p:Patent)<-[:ASSERTS_PATENT]-(c:Lawsuit) WITH p, count(DISTINCT c) AS cases WHERE "
     "cases > 1 RETURN p.name, cases",
     "",
     {"US0000002|2"}},
    {26,
     "Which validity challenges answer which suits?",
     "chain kind patent-office-review",
     "case|answers",
     {"review of Delta's patent|Delta v. Acme Cloud"}},
    {27,
     "What do the sources say about the case?",
     "why 'Acme v. Bolt'",
     "fact|article",
     {"Acme --plaintiff-in--> Acme v. Bolt|old-digest",
      "Bolt --defendant-in--> Acme v. Bolt|old-digest",
      "Acme v. Bolt --filed-in--> North Court|old-digest",
      "Acme v. Bolt --concerns-technology--> video coding|old-digest",
      "Acme v. Bolt --asserts-patent--> US0000001|old-digest",
      "Judge One --presides--> Acme v. Bolt|old-digest",
      "Bolt v. Acme --responds-to--> Acme v. Bolt|old-digest"}},
    {28,
     "Which threatened suits have become real?",
     "MATCH (a:Party)-[:THREATENS_SUIT]->(b:Party), (a)-[:SUES]->(b) RETURN a.name, b.name",
     "",
     {"Bolt|Corex"}},
    {29,
     "What happened in this case since filing?",
     "timeline 'Bolt v. Acme'",
     "when|what",
     {"2023-04-15|Bolt v. Acme", "2023-06-01|Bolt v. Acme: transferred (North Court)",
      "2023-09-01|Bolt v. Acme: stayed"}},
    {30,
     "Who fights with Acme and has no settlement?",
     "MATCH (y:Party {name: 'Acme'})-[:SUES|CHALLENGES_VALIDITY]-(p:Party) WHERE NOT "
     "(p)-[:SETTLES_WITH]-(y) RETURN DISTINCT p.name ORDER BY p.name",
     "",
     {"Agency", "Delta"}},
    {32,
     "Which sources were merged into this case?",
     "MATCH (c:Lawsuit {name: 'Acme v. Bolt'})-[:REPORTED_BY]->(a) RETURN a.name, a.published "
     "ORDER BY a.published",
     "",
     {"old-digest|2023-05-01", "second-report|2023-05-02"}},
    {33,
     "Which technologies are new in suits this quarter?",
     "MATCH (c:Lawsuit)-[:CONCERNS_TECHNOLOGY]->(t) WITH t, min(c.filed) AS first WHERE first >= "
     "date('2024-07-01') RETURN t.name, first",
     "",
     {"virtual machines|2024-07-20"}},
    {34,
     "Judges with most such cases, and results",
     "count over video coding by judge,status",
     "judge|status|count",
     {"|filed|1 case", "Judge One|settled|1 case"}},
    {35,
     "Which divisions were sued without their parent being named?",
     "MATCH (d:Party)-[:DIVISION_OF*1..]->(x:Party {name: 'Acme'}), "
     "(d)-[:DEFENDANT_IN]->(c:Lawsuit) WHERE NOT (x)-[:DEFENDANT_IN]->(c) RETURN d.name, c.name",
     "",
     {"Acme Cloud|Delta v. Acme Cloud"}},
    {36,
     "Rate-setting actions, and which forum moved first",
     "cases cause frand",
     "case|filed|filed in",
     {"Bolt v. Corex|2024-01-05|East Court"}},
    {38,
     "Communities of disputes without governments",
     "communities excluding government,agency",
     "size|parties|cases",
     {"5|[Acme, Acme Cloud, Bolt, Corex, Delta]|8 cases"}},
    {39,
     "As of a past date, what did we know?",
     "diff Bolt until 2023-12-31",
     "reported|fact",
     {"2023-05-01|Acme --plaintiff-in--> Acme v. Bolt",
      "2023-05-01|Bolt --defendant-in--> Acme v. Bolt", "2023-05-01|Acme --sues--> Bolt",
      "2023-05-01|Acme v. Bolt --filed-in--> North Court",
      "2023-05-01|Acme v. Bolt --concerns-technology--> video coding",
      "2023-05-01|Acme v. Bolt --asserts-patent--> US0000001",
      "2023-05-01|Judge One --presides--> Acme v. Bolt",
      "2023-05-01|Bolt --plaintiff-in--> Bolt v. Acme",
      "2023-05-01|Acme --defendant-in--> Bolt v. Acme", "2023-05-01|Bolt --sues--> Acme",
      "2023-05-01|Bolt --countersues--> Acme",
      "2023-05-01|Bolt v. Acme --responds-to--> Acme v. Bolt",
      "2023-05-01|Bolt v. Acme --filed-in--> South Court",
      "2023-05-01|Bolt v. Acme --filed-in--> North Court",
      "2023-05-01|Bolt v. Acme --concerns-technology--> radio",
      "2023-05-01|Bolt --threatens-suit--> Corex", "2023-05-01|Firm Two --represents--> Bolt"}},
    {40,
     "What is missing or only inferred?",
     "gaps",
     "case|missing|not stated",
     {"Agency v. Acme|[court, technology]|[]", "review of Delta's patent|[court, technology]|[]",
      "suit against Corex|[plaintiff, court, date, technology]|[Corex --defendant-in (inferred)--> "
      "suit against Corex]"}},
};

class SagaQuestions : public testing::TestWithParam<Question> {};

TEST_P(SagaQuestions, HaveExactlyThisAnswer) {
    const KnowledgeGraph graph = test::make_saga_graph();
    const auto conflicts = [&] {
        return std::vector<Conflict>{
            {graph.find("Acme v. Bolt").front(),
             "filed",
             {{"2023-03-10", {"old-digest"}}, {"2023-03-13", {"second-report"}}}}};
    };
    const Result<Table> answer = test::answer_to({graph, conflicts}, GetParam().line);
    ASSERT_TRUE(answer) << answer.error().message;
    EXPECT_EQ(test::rows_of(*answer, GetParam().columns), GetParam().rows);
}

INSTANTIATE_TEST_SUITE_P(Questions, SagaQuestions, testing::ValuesIn(saga_questions),
                         [](const auto& row) { return "No" + std::to_string(row.param.number); });

struct ExampleQuestion {
    int number;
    const char* line;
    const char* columns;
    Rows holds;  ///< Among the rows.
    Rows lacks;  ///< Not among them.
};
void PrintTo(const ExampleQuestion& question, std::ostream* out) { *out << question.line; }

const ExampleQuestion example_questions[] = {
    {1,
     "cases Amazon as defendant open",
     "plaintiffs|filed in",
     {"Nokia|United States District Court for the District of Delaware"},
     {}},
    {2, "cases Nokia as plaintiff open", "defendants|filed", {"Amazon, HP|2023-10-31"}, {}},
    {3,
     "timeline Amazon Nokia family",
     "when|what|where",
     {"2023-10-31|Nokia v. Amazon et al.|United States District Court for the District of Delaware",
      "2024-07-30|Amazon v. Nokia|United States District Court for the District of Delaware"},
     {}},
    {4,
     "chain Amazon Nokia",
     "case|answers",
     {"Amazon v. Nokia|Nokia v. Amazon et al."},
     {"Nokia v. Amazon et al.|Amazon v. Nokia"}},
    {5,
     "why Amazon Nokia",
     "fact|article|quote",
     {"Nokia --sues--> Amazon|2024-09-20-munich-court-rules-for-nokia.html|Nokia sued Amazon"},
     {}},
    {6,
     "forums Amazon Nokia",
     "forum|count",
     {"United States District Court for the District of Delaware|2 cases"},
     {}},
    {7,
     "diff Nokia since 2024-07-30 until 2024-08-01",
     "fact",
     {"Amazon --sues--> Nokia", "Amazon --countersues (inferred)--> Nokia"},
     {"Nokia --sues--> HP"}},
    {8,
     "cases over cloud computing",
     "case|filed",
     {"Amazon v. Nokia|2024-07-30"},
     {"Nokia v. Amazon et al.|2023-10-31"}},
    {9,
     "who is sued over cloud computing in District of Delaware since 2023",
     "",
     {"Nokia|[Amazon v. Nokia]"},
     {}},
    {10,
     "count Nokia as defendant open by technology,forum",
     "technology|forum|count",
     {"cloud computing|United States District Court for the District of Delaware|1 case"},
     {}},
    {11, "conflicts Amazon", "", {}, {}},
    {12,
     "mutual cause patent",
     "a|b|countersuit by",
     {"Amazon|Nokia|Amazon"},
     {"Apple|Epic Games|Apple"}},
    {13,
     "path HP Amazon via sues,countersues",
     "path|steps",
     {"HP <--sues-- Nokia --sues--> Amazon|2"},
     {}},
    {14,
     "who sued first Apple, Epic Games",
     "party|filed|first",
     {"Epic Games|2020-08-13|yes", "Apple|2020-09-08|no"},
     {}},
    {15,
     "chain Epic Games",
     "case|answers|days",
     {"Apple v. Epic Games|Epic Games v. Apple|26"},
     {}},
    {16, "timeline closed", "", {}, {}},
    {17,
     "count Amazon as plaintiff by court,technology",
     "court|technology|count",
     {"United States District Court for the District of Delaware|cloud computing|1 case"},
     {}},
    {18,
     "count Nokia as plaintiff by defendant",
     "defendant|count",
     {"HP|1 case"},
     {"Nokia|1 case"}},
    {19, "timeline status stayed", "", {}, {}},
    {20, "cases over App Store", "defendants", {"Apple"}, {"Amazon"}},
    {21, "who represents Apple", "", {}, {"Epic Games"}},
    {22,
     "cases Facebook from government,agency",
     "case|filed",
     {"Federal Trade Commission et al. v. Facebook|2020-12-09"},
     {}},
    {23,
     "top defendants 50 open",
     "defendant|count",
     {"Apple|2 cases", "HP|1 case"},
     {"Federal Trade Commission|1 case"}},
    {24, "mutual", "a|b", {"Amazon|Nokia", "Apple|Epic Games"}, {"Amazon|HP"}},
    {25,
     "MATCH (p:Patent)<-[:ASSERTS_PATENT]-(c:Lawsuit) WITH p, count(DISTINCT c) AS cases WHERE "
     "cases > 1 RETURN p.name, cases",
     "",
     {},
     {}},
    {26, "chain kind patent-office-review", "", {}, {}},
    {27,
     "why 'Oracle America v. Google'",
     "fact|article",
     {"Oracle America --plaintiff-in--> Oracle America v. Google|oracle-google-2010"},
     {}},
    {28,
     "MATCH (a:Party)-[:THREATENS_SUIT]->(b:Party), (a)-[:SUES]->(b) RETURN a.name, b.name",
     "",
     {},
     {}},
    {29, "timeline 'Waymo v. Uber'", "when|what", {"2017-02|Waymo v. Uber"}, {}},
    {30,
     "MATCH (y:Party {name: 'Nokia'})-[:SUES]-(p:Party) WHERE NOT (p)-[:SETTLES_WITH]-(y) RETURN "
     "DISTINCT p.name",
     "",
     {"HP"},
     {"Nokia"}},
    {32,
     "MATCH (c:Lawsuit {name: 'Amazon v. Nokia'})-[:REPORTED_BY]->(a) RETURN a.name, a.published",
     "",
     {"2024-07-31-amazon-answers-nokia.txt|2024-07-31",
      "2025-03-31-nokia-and-amazon-settle.txt|2025-03-31"},
     {}},
    {33,
     "MATCH (c:Lawsuit)-[:CONCERNS_TECHNOLOGY]->(t) WITH t, min(c.filed) AS first WHERE first >= "
     "date('2024-07-01') RETURN t.name, first",
     "",
     {"cloud computing|2024-07-30"},
     {}},
    {34, "count by judge,status", "count", {}, {}},
    {35,
     "MATCH (d:Party)-[:DIVISION_OF*1..]->(x:Party), (d)-[:DEFENDANT_IN]->(c:Lawsuit) WHERE NOT "
     "(x)-[:DEFENDANT_IN]->(c) RETURN d.name, c.name",
     "",
     {},
     {"Amazon Web Services|Nokia v. Amazon et al."}},
    {36, "cases cause frand", "", {}, {}},
    {38,
     "communities excluding government,agency",
     "size|parties",
     {"3|[Amazon, HP, Nokia]", "2|[Uber, Waymo]"},
     {}},
    {39,
     "diff Nokia until 2023-12-31",
     "reported|fact",
     {"2023-11-01|Nokia --sues--> HP"},
     {"2024-07-31|Amazon --sues--> Nokia"}},
    {40, "gaps", "case|missing", {"Apple v. Epic Games|[court]"}, {}},
};

class ExampleQuestions : public testing::TestWithParam<ExampleQuestion> {};

TEST_P(ExampleQuestions, AreAnsweredFromTheArticles) {
    const Resolution& resolution = test::example_resolution();
    const Result<Table> answer =
        test::answer_to({resolution.graph, [&] { return resolution.conflicts; }}, GetParam().line);
    ASSERT_TRUE(answer) << answer.error().message;
    const Rows rows = test::rows_of(*answer, GetParam().columns);
    EXPECT_THAT(rows, testing::IsSupersetOf(GetParam().holds));
    for (const std::string& row : GetParam().lacks) {
        EXPECT_THAT(rows, testing::Not(testing::Contains(row)));
    }
}

INSTANTIATE_TEST_SUITE_P(Questions, ExampleQuestions, testing::ValuesIn(example_questions),
                         [](const auto& row) { return "No" + std::to_string(row.param.number); });

TEST(PictureOfASaga, ShowsBothPartiesAndTheirCases) {
    const KnowledgeGraph graph = test::make_saga_graph();
    const Result<Table> answer = test::answer_to({graph, {}}, "timeline Acme Bolt");
    ASSERT_TRUE(answer);
    std::vector<EdgeId> edges;
    for (const std::vector<EdgeId>& some : answer->support) {
        edges.insert(edges.end(), some.begin(), some.end());
    }
    std::ostringstream out;
    write_dot(out, graph, spanned_by(graph, edges));
    for (const char* node : {"party:acme", "party:bolt", "lawsuit:acme-v-bolt",
                             "lawsuit:bolt-v-acme", "court:north-court", "patent:us0000001"}) {
        EXPECT_THAT(out.str(), testing::HasSubstr(std::string("  \"") + node + "\" [class="));
    }
    EXPECT_THAT(out.str(), testing::Not(testing::HasSubstr("party:corex")));
}

}  // namespace
}  // namespace litigraph::query
