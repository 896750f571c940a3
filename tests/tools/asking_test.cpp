// Asking through the real binary: answers on stdout and nothing else, what is said about them on
// stderr, exit codes.

#include "support/dispute_file.hpp"
#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Asking : public testing::Test {
  protected:
    /// Words with the file after the first of them.
    ToolRun ask(std::vector<std::string> words, const ToolInput& input = {}) const {
        words.insert(words.begin() + 1, file.path());
        return run_tool(words, input);
    }
    DisputeFile file;
};

TEST_F(Asking, AQueryGivesTabsInAPipe) {
    const ToolRun run = ask({"query", "MATCH (a)-[:SUES]->(b) RETURN a.name, b.name"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.out, "a.name\tb.name\nAmazon\tNokia\nNokia\tAmazon\n");
    EXPECT_EQ(run.err, "");
}

TEST_F(Asking, AVerbPrintsTheQueryItStandsFor) {
    const ToolRun run = ask({"who", "sues", "nokia"});
    EXPECT_EQ(run.out, "p.name\nAmazon\n");
    EXPECT_EQ(run.err,
              "-- MATCH (p)-[:SUES|COUNTERSUES]->(:Company {name: 'Nokia'}) "
              "RETURN DISTINCT p.name\n");
    EXPECT_EQ(ask({"who", "sues", "nokia", "-q"}).err, "");
    EXPECT_EQ(ask({"query", "who sues nokia"}).out, run.out);
}

TEST_F(Asking, AFileAndAQuestionNeedNoCommand) {
    EXPECT_EQ(run_tool({file.path(), "who", "sues", "nokia"}).out, "p.name\nAmazon\n");
    EXPECT_EQ(run_tool({file.path(), "MATCH (c:Court) RETURN c.name"}).out,
              "c.name\nD. Delaware\n");
    EXPECT_EQ(run_tool({file.path(), "whos", "sues", "nokia"}).exit_code, 3);
    const ToolRun both =
        run_tool({file.path(), "-c", "who sues nokia", "-c", ".why 1", "-f", "box"});
    EXPECT_THAT(both.out, HasSubstr("\"Amazon has filed a lawsuit against Nokia\""));
    EXPECT_EQ(run_tool({file.path()}, {.in = "who sues nokia\nRETRN 1\nmutual\n"}).out,
              "p.name\nAmazon\n");
}

TEST_F(Asking, ManyQueriesAreAskedInOrderAndTheFirstErrorEndsThem) {
    const ToolRun run = ask({"query", "RETURN 1 AS a; RETURN 2 AS b", "-c",
                             "MATCH (c:Court), (d:Court) RETURN count(*) AS c", "-c", "RETRN 3",
                             "-c", "RETURN 4 AS d"});
    EXPECT_EQ(run.out, "a\n1\nb\n2\nc\n1\n");
    EXPECT_EQ(run.exit_code, 3);
}

TEST_F(Asking, QueriesComeFromStandardInputAndFiles) {
    const TemporaryFolder folder;
    const std::string script =
        "// two questions\nMATCH (c:Court)\nRETURN c.name;\n\nwho sues nokia\n";
    const std::string answers = "c.name\nD. Delaware\np.name\nAmazon\n";
    EXPECT_EQ(ask({"query", "-"}, {.in = script}).out, answers);
    EXPECT_EQ(ask({"query", "--file", folder.write("questions", script)}).out, answers);
    EXPECT_EQ(ask({"query", "--file", folder / "none"}).exit_code, 1);
    EXPECT_EQ(ask({"query"}).exit_code, 2);
    EXPECT_EQ(ask({"query", "-"}).exit_code, 2);
}

TEST_F(Asking, ParametersAreJsonOrText) {
    const std::string query = "MATCH (a:Party) WHERE a.name IN $list RETURN a.name";
    EXPECT_EQ(ask({"query", query, "--param", "list=[\"Apple\", \"Nokia\"]"}).out,
              "a.name\nNokia\nApple\n");
    EXPECT_EQ(ask({"query", "RETURN $a AS a, $b AS b", "--param", "a=Nokia", "--param", "b=7"}).out,
              "a\tb\nNokia\t7\n");
    EXPECT_EQ(ask({"query", query}).exit_code, 3);
    EXPECT_EQ(ask({"query", query, "--param", "list"}).exit_code, 2);
}

TEST_F(Asking, AWrongQueryShowsThePlace) {
    const ToolRun run = ask({"query", "MATCH (a:Compny)-[:SUES]->(b) RETURN a.nam"});
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
              "litigraph: query:1:10: no node type is called Compny; did you mean Company?\n"
              "  MATCH (a:Compny)-[:SUES]->(b) RETURN a.nam\n"
              "           ^^^^^^\n");
}

TEST_F(Asking, AMisspeltVerbIsNamed) {
    EXPECT_THAT(ask({"query", "timelin nokia"}).err, HasSubstr("did you mean 'timeline'?"));
    EXPECT_THAT(run_tool({"nieghbors", file.path(), "Nokia"}).err,
                HasSubstr("did you mean neighbors?"));
}

TEST_F(Asking, AnUnknownNameSuggestsNearOnes) {
    const ToolRun run = ask({"show", "Nokea"});
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, StartsWith("litigraph: no node is named \"Nokea\"; did you mean Nokia"));
}

TEST_F(Asking, NoRowsAreAnAnswerUnlessAsked) {
    const std::string query = "MATCH (p:Patent) RETURN p.name";
    EXPECT_EQ(ask({"query", query}).exit_code, 0);
    EXPECT_EQ(ask({"query", query}).out, "p.name\n");
    EXPECT_EQ(ask({"query", query, "-e"}).exit_code, 4);
    EXPECT_EQ(ask({"path", "Amazon", "Apple", "-e"}).exit_code, 4);
    EXPECT_EQ(ask({"path", "Amazon", "Germany", "-e"}).exit_code, 0);
}

TEST_F(Asking, LimitsStopAQuery) {
    const std::string query = "MATCH (a), (b), (c), (d), (e), (f), (g) RETURN a, b";
    const ToolRun rows = ask({"query", query, "--limit-rows", "10"});
    EXPECT_EQ(rows.exit_code, 1);
    EXPECT_EQ(rows.out, "");
    EXPECT_THAT(rows.err, HasSubstr("more than 10 rows"));
    EXPECT_THAT(ask({"query", query, "--limit-mb", "1"}).err, HasSubstr("more than 1 MB"));
}

TEST_F(Asking, OptionsAreWordsOfTheVerb) {
    EXPECT_EQ(ask({"path", "Amazon Web Services", "Germany", "-q"}).out,
              ask({"query", "path \"Amazon Web Services\" -> Germany", "-q"}).out);
    EXPECT_EQ(ask({"path", "Amazon Web Services", "Germany", "--max", "2", "-e"}).exit_code, 4);
    EXPECT_EQ(ask({"neighbors", "Nokia", "--depth", "2", "--type", "Court", "-q"}).out,
              "step\tkind\tname\tby\n2\tCourt\tD. Delaware\tAmazon v. Nokia -filed-in->\n");
    EXPECT_EQ(ask({"neighbors", "Nokia", "--dept", "2"}).exit_code, 2);
    EXPECT_EQ(ask({"path"}).exit_code, 2);
}

TEST_F(Asking, PeopleSeeNoMoreRowsThanTheyAskedFor) {
    const std::string query = "MATCH (j:Jurisdiction) RETURN j.name ORDER BY j.name";
    EXPECT_THAT(ask({"query", query, "-f", "table", "--max-rows", "1"}).out,
                Not(HasSubstr("Germany")));
    EXPECT_EQ(ask({"query", query, "-f", "table", "--max-rows", "1"}).err, "2 rows, 1 shown\n");
    EXPECT_THAT(ask({"query", query, "-f", "table", "--max-rows", "0"}).out, HasSubstr("Germany"));
    EXPECT_THAT(ask({"query", query, "-f", "csv", "--max-rows", "1"}).out, HasSubstr("Germany"));
}

TEST_F(Asking, EveryFormatIsWhatItSays) {
    const std::string query = "MATCH (c:Court) RETURN c.name, 1 AS n";
    const std::vector<std::pair<std::string, std::string>> formats = {
        {"json", "[{\"c.name\":\"D. Delaware\",\"n\":1}]\n"},
        {"jsonl", "{\"c.name\":\"D. Delaware\",\"n\":1}\n"},
        {"csv", "c.name,n\nD. Delaware,1\n"},
        {"markdown", "| c.name | n |\n| --- | ---: |\n| D. Delaware | 1 |\n"},
        {"line", "c.name = D. Delaware\n     n = 1\n"},
        {"table",
         "+-------------+---+\n| c.name      | n |\n+-------------+---+\n| D. Delaware | 1 |\n"
         "+-------------+---+\n"},
    };
    for (const auto& [format, text] : formats) {
        EXPECT_EQ(ask({"query", query, "-f", format}).out, text) << format;
    }
    EXPECT_EQ(ask({"query", query, "-f", "yaml"}).exit_code, 2);
}

TEST_F(Asking, APictureIsOfTheAnswer) {
    const ToolRun run =
        ask({"query", "MATCH (a)-[:THREATENS_SUIT]->(b) RETURN a.name", "-f", "dot"});
    EXPECT_THAT(run.out, StartsWith("digraph"));
    EXPECT_THAT(run.out, HasSubstr("Ericsson"));
    EXPECT_THAT(run.out, Not(HasSubstr("Nokia")));
    EXPECT_EQ(run.err, "2 nodes, 1 edge\n");
}

TEST_F(Asking, BoxShowsAVerbAsPeopleReadIt) {
    EXPECT_EQ(ask({"path", "AWS", "Amazon", "-f", "box", "-q"}).out,
              "Amazon Web Services --division-of--> Amazon      1 step\n");
    EXPECT_THAT(ask({"why", "AWS", "Amazon", "-f", "box"}).out,
                HasSubstr("\"its cloud division, Amazon Web Services\""));
}

TEST_F(Asking, ColourIsForTerminalsUnlessAsked) {
    const std::string query = "RETURN 1 AS one";
    EXPECT_THAT(ask({"query", query, "-f", "box"}).out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(ask({"query", query, "-f", "box", "--color", "always"}).out, HasSubstr("\x1b[1m"));
    const ToolInput no_colour{.environment = {{"NO_COLOR", "1"}, {"TERM", "xterm"}}};
    EXPECT_THAT(ask({"query", query, "-f", "box"}, no_colour).out, Not(HasSubstr("\x1b")));
}

TEST_F(Asking, OptionsMayStandInAFile) {
    const TemporaryFolder home;
    home.write("litigraph/config.toml", "# mine\nformat = \"csv\"\n");
    const ToolInput input{.environment = {{"XDG_CONFIG_HOME", home.path().native()}}};
    const std::string query = "MATCH (c:Court) RETURN c.name, 1 AS n";
    EXPECT_EQ(ask({"query", query}, input).out, "c.name,n\nD. Delaware,1\n");
    EXPECT_EQ(ask({"query", query, "-f", "tsv"}, input).out, "c.name\tn\nD. Delaware\t1\n");
    const std::string other = home.write("other.toml", "format = \"jsonl\"\n");
    EXPECT_EQ(ask({"query", query, "--config", other}, input).out,
              "{\"c.name\":\"D. Delaware\",\"n\":1}\n");
    const std::string wrong = home.write("wrong.toml", "colour = \"never\"\n");
    EXPECT_EQ(ask({"query", query, "--config", wrong}).exit_code, 2);
    EXPECT_EQ(ask({"query", query, "--config", home / "none"}).exit_code, 2);
}

TEST_F(Asking, VersionIsForProgramsToo) {
    EXPECT_THAT(run_tool({"--version"}).out, StartsWith("litigraph "));
    EXPECT_THAT(run_tool({"--version", "--json"}).out, StartsWith("{\"litigraph\":\""));
}

TEST_F(Asking, StatsAndSchemaCount) {
    EXPECT_THAT(ask({"stats"}).out, HasSubstr("lawsuit\t2\t1 case and 1 group (13)\n"));
    EXPECT_THAT(ask({"stats"}).out, HasSubstr("edges\t17\t13 stated, 4 inferred\n"));
    EXPECT_THAT(ask({"schema"}).out,
                HasSubstr("edge\tSUES\t2\t[\"Party -> Party\"]\t[\"article\""));
    EXPECT_THAT(ask({"schema", "-f", "json"}).out, HasSubstr("\"type\":\"Company\",\"count\":5"));
}

TEST_F(Asking, AFileThatIsNoGraphIsAFailure) {
    const TemporaryFolder folder;
    const ToolRun missing = run_tool({"who", folder / "none.lg", "sues", "Nokia"});
    EXPECT_EQ(missing.exit_code, 1);
    EXPECT_THAT(missing.err, HasSubstr("none.lg"));
    EXPECT_EQ(run_tool({"stats", folder.write("text.lg", "no graph")}).exit_code, 1);
}

TEST_F(Asking, AReaderThatLeavesEndsItQuietly) {
    const TemporaryFolder folder;
    const std::string errors = folder / "errors";
    const std::string command = "{ " + tool_path() + " query " + file.path() +
                                " 'MATCH (a), (b), (c), (d) RETURN a.name, b.name'; "
                                "echo $? >&2; } 2> " +
                                errors + " | head -n 1";
    std::FILE* const pipe = popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::array<char, 100> line{};
    EXPECT_NE(std::fgets(line.data(), line.size(), pipe), nullptr);
    EXPECT_STREQ(line.data(), "a.name\tb.name\n");
    pclose(pipe);
    EXPECT_EQ(read_file(errors), "141\n");
}

TEST_F(Asking, AFullDiskIsAFailure) {
    const std::string command = tool_path() + " stats " + file.path() + " 2>&1 >/dev/full; echo $?";
    std::FILE* const pipe = popen(command.c_str(), "r");
    ASSERT_NE(pipe, nullptr);
    std::array<char, 200> text{};
    const std::size_t size = std::fread(text.data(), 1, text.size() - 1, pipe);
    pclose(pipe);
    EXPECT_EQ(std::string(text.data(), size),
              "litigraph: cannot write the answer: No space left on device\n1\n");
}

// ---- export

TEST_F(Asking, AnExportIsWhole) {
    const ToolRun all = ask({"export", "--to", "dot"});
    EXPECT_EQ(all.exit_code, 0);
    EXPECT_THAT(all.out, HasSubstr("\"party:ericsson\" -> \"party:apple\""));
    EXPECT_THAT(all.err, HasSubstr(" nodes, "));
}

TEST_F(Asking, AnExportIsOfAQuestionOrASurrounding) {
    const ToolRun answer = ask({"export", "--to", "dot", "--query", "who threatens Apple"});
    EXPECT_EQ(answer.err, "2 nodes, 1 edge\n");
    const ToolRun near = ask({"export", "--to", "dot", "--around", "Ericsson"});
    EXPECT_EQ(near.out, answer.out);
    EXPECT_EQ(ask({"export", "--to", "dot", "--around", "Nobody"}).exit_code, 3);
    EXPECT_EQ(ask({"export", "--to", "dot", "--query", "MATCH"}).exit_code, 3);
    EXPECT_EQ(ask({"export", "--to", "poem"}).exit_code, 2);
}

TEST_F(Asking, AnExportGoesToAFile) {
    const TemporaryFolder folder;
    const std::string target = folder / "dispute.dot";
    const ToolRun run = ask({"export", "--to", "dot", "--view", "parties", "-o", target});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, StartsWith(target + ": "));
    EXPECT_THAT(read_file(target), StartsWith("digraph"));
    const ToolRun bad = ask({"export", "--to", "dot", "-o", folder / "no/dispute.dot"});
    EXPECT_EQ(bad.exit_code, 1);
    EXPECT_THAT(bad.err, HasSubstr("No such file or directory"));
}

TEST_F(Asking, AnExportOfSeveralFilesNeedsAFolder) {
    const TemporaryFolder folder;
    const ToolRun run = ask({"export", "--to", "csv", "-o", folder / "csv"});
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_THAT(read_file(folder / "csv/nodes.csv"), StartsWith("id:ID,"));
    EXPECT_THAT(read_file(folder / "csv/relationships.csv"), StartsWith(":START_ID,"));
    EXPECT_EQ(ask({"export", "--to", "csv"}).exit_code, 2);
    EXPECT_THAT(ask({"export", "--to", "csv"}).err, HasSubstr("name a folder"));
}

TEST_F(Asking, ExportsOfDataAreWholeUnlessAsked) {
    EXPECT_EQ(ask({"export", "--to", "json"}).err, "13 nodes, 17 edges\n");
    EXPECT_EQ(ask({"export", "--to", "graphml", "--around", "Ericsson"}).err, "2 nodes, 1 edge\n");
}

TEST_F(Asking, EveryFormatThatHelpNamesIsWritten) {
    for (const char* format :
         {"dot", "html", "json", "graphml", "gexf", "cyjs", "ftm", "ttl", "jsonld"}) {
        const ToolRun run = ask({"export", "--to", format});
        EXPECT_EQ(run.exit_code, 0) << format;
        EXPECT_THAT(run.out, HasSubstr("Ericsson")) << format;
        EXPECT_THAT(run.err, HasSubstr(" nodes, ")) << format;
    }
}

TEST_F(Asking, APageHasTheTitleAndTheBudgetOfPictures) {
    const ToolRun run = ask({"export", "--to", "html", "--title", "A < B", "--max-nodes", "3"});
    EXPECT_THAT(run.out, HasSubstr("{\"title\":\"A \\u003c B\""));
    EXPECT_THAT(run.err, HasSubstr("--max-nodes 0 for all"));
}

TEST(Exporting, CharactersAreCountedInTheArticles) {
    const TemporaryFolder folder;
    const std::string article =
        folder.write("wire.txt",
                     " date 2024-08-01\n\u201CToday\u201D Zephra Inc. sued Quorex Corp. "
                     "over its \u201Cvideo\u201D patents in Delaware.\n");
    ASSERT_EQ(run_tool({"ingest", article, "-o", folder / "wire.lg"}).exit_code, 0);
    const auto turtle = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"export", folder / "wire.lg", "--to", "ttl"};
        words.insert(words.end(), more.begin(), more.end());
        return run_tool(words);
    };
    EXPECT_THAT(turtle({}).out, testing::Not(HasSubstr("oa:TextPositionSelector")));
    const ToolRun with_text = turtle({"--texts", article});
    EXPECT_THAT(with_text.out, HasSubstr("oa:TextPositionSelector"));
    EXPECT_EQ(with_text.exit_code, 0);
    EXPECT_THAT(turtle({"--texts", folder / "none.txt"}).err, HasSubstr("none.txt"));
}

TEST_F(Asking, PicturesHaveABudget) {
    const ToolRun run = ask({"export", "--to", "dot", "--max-nodes", "3"});
    EXPECT_THAT(run.err, testing::ContainsRegex("showing [1-3] of "));
    EXPECT_THAT(run.err, HasSubstr("--max-nodes 0 for all"));
}

}  // namespace
}  // namespace litigraph::test
