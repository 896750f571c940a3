// The REPL over plain streams: what a line does, without a terminal.

#include "session.hpp"

#include "support/dispute_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::cli {
namespace {

using test::TemporaryFolder;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Conversation : public testing::Test {
  protected:
    /// What stdout shows after these lines; what was said before is forgotten.
    std::string type(const std::vector<std::string>& lines) {
        out.str("");
        err.str("");
        for (const std::string& line : lines) {
            session.add_line(line);
        }
        return out.str();
    }
    std::string said() const { return err.str(); }

    const Asker asker{test::make_dispute_graph()};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    LineHistory history;
    Session session{asker, Console{.in = in, .out = out, .err = err},
                    SessionOptions{.title = "dispute.lg", .history = &history}};
    TemporaryFolder folder;
};

TEST_F(Conversation, GreetsWithWhatTheGraphHolds) {
    EXPECT_THAT(session.greeting(),
                HasSubstr("dispute.lg: 13 nodes, 17 edges, 1 article 2024-08-01\n"));
    EXPECT_THAT(session.greeting(), HasSubstr(".help"));
}

TEST_F(Conversation, AVerbIsALine) {
    EXPECT_EQ(type({"who sues nokia"}), "p.name\nAmazon\n");
    EXPECT_THAT(said(), StartsWith("-- MATCH (p)-[:SUES|COUNTERSUES]->"));
}

TEST_F(Conversation, AWholeQueryNeedsNoSemicolon) {
    EXPECT_EQ(type({"MATCH (c:Court) RETURN c.name"}), "c.name\nD. Delaware\n");
}

TEST_F(Conversation, AQueryGoesOnUntilSemicolonOrEmptyLine) {
    EXPECT_EQ(type({"MATCH (c:Court)"}), "");
    EXPECT_EQ(session.prompt(), "      ...> ");
    EXPECT_EQ(type({"RETURN c.name"}), "");
    EXPECT_EQ(type({"ORDER BY c.name;"}), "c.name\nD. Delaware\n");
    EXPECT_EQ(session.prompt(), "litigraph> ");
    EXPECT_EQ(type({"MATCH (c:Court)", "RETURN count(*) AS n", ""}), "n\n1\n");
}

TEST_F(Conversation, SeveralStatementsMayShareALine) {
    EXPECT_EQ(type({"RETURN 1 AS a; RETURN 2 AS b;"}), "a\n1\nb\n2\n");
}

TEST_F(Conversation, TheEndOfInputEndsAQuery) {
    EXPECT_EQ(type({"MATCH (c:Court)", "RETURN c.name"}), "");
    session.finish();
    EXPECT_EQ(out.str(), "c.name\nD. Delaware\n");
}

TEST_F(Conversation, APendingQueryCanBeDropped) {
    type({"MATCH (c:Court)"});
    EXPECT_TRUE(session.drop_pending());
    EXPECT_FALSE(session.drop_pending());
    EXPECT_EQ(type({"who sues nokia"}), "p.name\nAmazon\n");
}

TEST_F(Conversation, AnErrorShowsThePlaceAndEndsNothing) {
    EXPECT_EQ(type({"MATCH (a:Compny) RETURN a"}), "");
    EXPECT_EQ(said(),
              "litigraph: query:1:10: no node type is called Compny; did you mean Company?\n"
              "  MATCH (a:Compny) RETURN a\n"
              "           ^^^^^^\n");
    EXPECT_FALSE(session.is_over());
    EXPECT_EQ(type({"who sues nokia"}), "p.name\nAmazon\n");
}

TEST_F(Conversation, AMisspeltVerbIsNotTheBeginningOfAQuery) {
    type({"timelin nokia"});
    EXPECT_THAT(said(), HasSubstr("did you mean 'timeline'?"));
    EXPECT_EQ(session.prompt(), "litigraph> ");
}

TEST_F(Conversation, AnAmbiguousNameListsItsCandidates) {
    test::DisputeBuilder two;
    const NodeId a = two.company("Delta Air Lines");
    const NodeId b = two.company("Delta Faucet");
    two.attribute(a, AttributeKey::alias, "Delta");
    two.attribute(b, AttributeKey::alias, "Delta");
    const Asker deltas(two.freeze());
    Session other(deltas, Console{.in = in, .out = out, .err = err}, {.title = "two.lg"});
    other.add_line("show delta");
    EXPECT_EQ(out.str(), "");
    EXPECT_THAT(said(), HasSubstr("Delta Air Lines"));
    EXPECT_THAT(said(), HasSubstr("Delta Faucet"));
}

// ---- .why

TEST_F(Conversation, WhyShowsTheSentenceBehindARow) {
    type({".mode box",
          "MATCH (:Company {name: 'Nokia'})-[:PLAINTIFF_IN]->(c)-[:FILED_IN]->(j) "
          "RETURN j.name ORDER BY j.name"});
    const std::string why = type({".why 2"});
    EXPECT_THAT(why, HasSubstr("Nokia video-patent proceedings --filed-in--> Germany   stated"));
    EXPECT_THAT(why, HasSubstr("\"Germany, the UK and the EU\""));
    EXPECT_THAT(why, Not(HasSubstr("Brazil, India\"")));
}

TEST_F(Conversation, WhyAnswersForVerbsAndCounts) {
    type({".mode box", "who sues nokia"});
    EXPECT_THAT(type({".why 1"}), HasSubstr("\"Amazon has filed a lawsuit against Nokia\""));
    type({"MATCH (a)-[:THREATENS_SUIT]->(b) RETURN count(*) AS n"});
    EXPECT_THAT(type({".why 1"}), HasSubstr("\"Ericsson threatened to sue Apple\""));
}

TEST_F(Conversation, WhyIsDataInFormatsForPrograms) {
    type({"who threatens Apple", ".mode json"});
    EXPECT_THAT(type({".why 1"}), HasSubstr("\"quote\":\"Ericsson threatened to sue Apple\""));
}

TEST_F(Conversation, WhyNeedsARowOfTheLastAnswer) {
    EXPECT_EQ(type({".why 1"}), "");
    EXPECT_THAT(said(), HasSubstr("there is none yet"));
    type({"who sues nokia"});
    for (const std::string line : {".why", ".why 0", ".why 2", ".why x"}) {
        EXPECT_EQ(type({line}), "");
        EXPECT_THAT(said(), HasSubstr("from 1 to 1")) << line;
    }
    type({"MATCH (c:Court) RETURN c.name"});
    EXPECT_EQ(type({".why 1"}), "");
    EXPECT_THAT(said(), HasSubstr("rests on no edge"));
}

// ---- the other commands

TEST_F(Conversation, ModeChoosesTheFormat) {
    EXPECT_EQ(type({".mode json", "MATCH (c:Court) RETURN c.name"}),
              "[{\"c.name\":\"D. Delaware\"}]\n");
    EXPECT_THAT(type({".mode dot", "who threatens Apple"}), StartsWith("digraph"));
    type({".mode yaml"});
    EXPECT_THAT(said(), HasSubstr("no mode is called 'yaml'"));
    type({".mode"});
    EXPECT_THAT(said(), StartsWith("mode dot;"));
}

TEST_F(Conversation, MaxrowsBoundsWhatPeopleSee) {
    type({".mode table", ".maxrows 1"});
    const std::string shown = type({"MATCH (j:Jurisdiction) RETURN j.name ORDER BY j.name"});
    EXPECT_THAT(shown, HasSubstr("Brazil"));
    EXPECT_THAT(shown, Not(HasSubstr("Germany")));
    EXPECT_THAT(said(), HasSubstr("2 rows, 1 shown"));
    type({".maxrows 0"});
    EXPECT_THAT(type({"MATCH (j:Jurisdiction) RETURN j.name"}), HasSubstr("Germany"));
    type({".maxrows many"});
    EXPECT_THAT(said(), HasSubstr("expected a number"));
}

TEST_F(Conversation, ParametersHaveValues) {
    type({".param list [\"Apple\", \"Nokia\"]", ".param who = Amazon", ".param n 3"});
    EXPECT_EQ(type({"MATCH (a:Party) WHERE a.name IN $list RETURN a.name"}),
              "a.name\nNokia\nApple\n");
    EXPECT_EQ(type({"RETURN $n + 1 AS m, $who AS w"}), "m\tw\n4\tAmazon\n");
    EXPECT_THAT(type({".param"}), HasSubstr("$n\t3\n"));
    EXPECT_EQ(type({".param n", "RETURN $n"}), "");
    EXPECT_NE(said(), "");
}

TEST_F(Conversation, SchemaAndStatsAreTables) {
    EXPECT_THAT(type({".schema"}), HasSubstr("node\tLawsuit\t2\t"));
    EXPECT_THAT(type({".stats"}), HasSubstr("edges\t17\t"));
}

TEST_F(Conversation, ReadAsksWhatAFileHolds) {
    const std::string file =
        folder.write("two words.txt", "// first\nwho sues nokia\nMATCH (c:Court)\nRETURN c.name\n");
    EXPECT_EQ(type({".read \"" + file + "\""}), "p.name\nAmazon\nc.name\nD. Delaware\n");
    type({".read " + (folder / "none")});
    EXPECT_THAT(said(), HasSubstr("cannot read"));
}

TEST_F(Conversation, FilesThatReadEachOtherEnd) {
    const std::string file = folder / "loop";
    folder.write("loop", ".read " + file + "\n");
    type({".read " + file});
    EXPECT_THAT(said(), HasSubstr("too many files"));
}

TEST_F(Conversation, AnswersGoToAFile) {
    const std::string file = folder / "answers";
    EXPECT_EQ(type({".output " + file, "who sues nokia", "who threatens Apple"}), "");
    EXPECT_EQ(test::read_file(file), "p.name\nAmazon\np.name\nEricsson\n");
    EXPECT_EQ(type({".output", "who sues nokia"}), "p.name\nAmazon\n");
    EXPECT_EQ(type({".once " + file, "who threatens Apple", "who sues nokia"}), "p.name\nAmazon\n");
    EXPECT_EQ(test::read_file(file), "p.name\nEricsson\n");
    type({".output " + (folder / "no/file")});
    EXPECT_THAT(said(), HasSubstr("cannot write"));
    EXPECT_EQ(type({"who sues nokia"}), "p.name\nAmazon\n");
}

TEST_F(Conversation, ExportsWhatTheLastAnswerIsAbout) {
    const std::string file = folder / "threat.dot";
    type({"who threatens Apple", ".export dot " + file + " --legend"});
    EXPECT_THAT(said(), HasSubstr(file + ": 2 nodes, 1 edge"));
    EXPECT_THAT(said(), HasSubstr("dot -Tsvg " + file));
    EXPECT_THAT(test::read_file(file), HasSubstr("legend"));
    EXPECT_THAT(test::read_file(file), Not(HasSubstr("Nokia")));
    type({".export dot " + file + " --all --view parties --max-nodes 10"});
    EXPECT_THAT(test::read_file(file), HasSubstr("Nokia"));
    for (const std::string line : {".export", ".export poem x", ".export dot x --colour"}) {
        type({line});
        EXPECT_THAT(said(), HasSubstr("after .export")) << line;
    }
}

TEST_F(Conversation, HistoryShowsTheLastLines) {
    history.add("one");
    history.add("two");
    history.add("three");
    EXPECT_EQ(type({".history 2"}), "two\nthree\n");
}

TEST_F(Conversation, HelpTellsMore) {
    const std::string all = type({".help"});
    for (const DotCommand& command : all_dot_commands()) {
        EXPECT_THAT(all, HasSubstr(std::string(command.name)));
    }
    for (const query::VerbHelp& verb : query::all_verbs()) {
        EXPECT_THAT(all, HasSubstr(std::string(verb.example)));
    }
    EXPECT_THAT(type({".help why"}), HasSubstr("for example: why Amazon Nokia"));
    EXPECT_THAT(type({".help mode"}), HasSubstr(".mode [FORMAT]"));
    EXPECT_EQ(type({".help pth"}), "");
    EXPECT_THAT(said(), HasSubstr("did you mean path?"));
}

// Whatever help shows as an example must work.
TEST_F(Conversation, QueriesOfTheHelpRun) {
    std::istringstream all(type({".help"}));
    std::vector<std::string> queries;
    for (std::string line; std::getline(all, line);) {
        if (line.starts_with("  MATCH")) {
            queries.push_back(line);
        }
    }
    EXPECT_EQ(queries.size(), 3U);
    for (const std::string& query : queries) {
        EXPECT_NE(type({query}), "") << query;
        EXPECT_THAT(said(), Not(HasSubstr("litigraph:"))) << query;
    }
}

TEST_F(Conversation, AnUnknownCommandIsNamed) {
    EXPECT_EQ(type({".stat"}), "");
    EXPECT_THAT(said(), HasSubstr("did you mean .stats?"));
}

TEST_F(Conversation, TimerSpeaksOnStderr) {
    EXPECT_EQ(type({".timer on", "who sues nokia"}), "p.name\nAmazon\n");
    EXPECT_THAT(said(), EndsWith("s\n"));
    type({".timer off", "who sues nokia"});
    EXPECT_THAT(said(), Not(EndsWith("s\n")));
}

TEST_F(Conversation, QuitEndsIt) {
    type({".quit"});
    EXPECT_TRUE(session.is_over());
}

// ---- scripts, interruption

TEST_F(Conversation, AScriptEndsAtItsFirstError) {
    Session script(asker, Console{.in = in, .out = out, .err = err},
                   {.title = "dispute.lg", .is_interactive = false});
    script.add_line("who sues nokia");
    script.add_line("MATCH (a:Compny) RETURN a;");
    EXPECT_TRUE(script.is_over());
    EXPECT_EQ(script.exit_code(), wrong_question);
    EXPECT_EQ(out.str(), "p.name\nAmazon\n");
}

TEST_F(Conversation, OneLineOfAScriptIsNoWholeQuery) {
    Session script(asker, Console{.in = in, .out = out, .err = err},
                   {.title = "dispute.lg", .is_interactive = false});
    script.add_line("MATCH (j:Jurisdiction) RETURN j.name");
    EXPECT_EQ(out.str(), "");
    script.add_line("ORDER BY j.name LIMIT 1;");
    EXPECT_EQ(out.str(), "j.name\nBrazil\n");
    EXPECT_EQ(script.exit_code(), success);
}

TEST_F(Conversation, AnInterruptionStopsAVerbToo) {
    std::atomic<bool> cancel = true;
    query::Budget budget;
    budget.cancel = &cancel;
    Session stopped(asker, Console{.in = in, .out = out, .err = err},
                    {.title = "dispute.lg", .budget = budget});
    stopped.add_line("count by year");
    EXPECT_EQ(out.str(), "");
    EXPECT_EQ(said(), "\nlitigraph: interrupted\n");
    EXPECT_FALSE(stopped.is_over());
}

TEST_F(Conversation, AVerbHasATimeBudget) {
    Session late(asker, Console{.in = in, .out = out, .err = err},
                 {.title = "dispute.lg", .budget = {.timeout = std::chrono::milliseconds(-1)}});
    late.add_line("neighbors nokia 2");
    EXPECT_EQ(out.str(), "");
    EXPECT_NE(said().find("time budget"), std::string::npos);
}

TEST_F(Conversation, AnInterruptionStopsTheQueryAlone) {
    std::atomic<bool> cancel = true;
    query::Budget budget;
    budget.cancel = &cancel;
    Session stopped(asker, Console{.in = in, .out = out, .err = err},
                    {.title = "dispute.lg", .budget = budget});
    stopped.add_line("MATCH (a), (b), (c), (d) RETURN count(*)");
    EXPECT_EQ(out.str(), "");
    EXPECT_EQ(said(), "\nlitigraph: interrupted\n");
    cancel = false;
    stopped.add_line("who sues nokia");
    EXPECT_EQ(out.str(), "p.name\nAmazon\n");
    EXPECT_FALSE(stopped.is_over());
}

}  // namespace
}  // namespace litigraph::cli
