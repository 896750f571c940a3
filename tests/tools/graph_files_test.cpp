// The commands that write graph files, through the real binary: set operations give the bytes of a
// rebuild, and aliases can be undone.

#include "support/temporary_folder.hpp"
#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace litigraph::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

const std::string articles = LITIGRAPH_SOURCE_DIR "/examples/articles";

std::vector<std::string> article_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(articles)) {
        files.push_back(entry.path().native());
    }
    std::ranges::sort(files);
    return files;
}

std::vector<std::string> ingest(std::vector<std::string> inputs, const std::string& output) {
    inputs.insert(inputs.begin(), "ingest");
    inputs.insert(inputs.end(), {"-o", output});
    return inputs;
}

class GraphFiles : public testing::Test {
  protected:
    void SetUp() override {
        const ToolRun run = run_tool(ingest({articles}, all));
        ASSERT_EQ(run.exit_code, 0) << run.err;
        ASSERT_EQ(run.out, "");
        ASSERT_THAT(run.err, StartsWith(all + ": 13 articles: "));
    }
    TemporaryFolder folder;
    const std::string all = folder / "all.lg";
};

TEST_F(GraphFiles, OrderAndRepetitionOfInputsLeaveNoTrace) {
    std::vector<std::string> files = article_files();
    std::ranges::reverse(files);
    files.push_back(files.front());
    const std::string other = folder / "reversed.lg";
    ASSERT_EQ(run_tool(ingest(files, other)).exit_code, 0);
    EXPECT_EQ(read_file(other), read_file(all));
}

TEST_F(GraphFiles, TheNumberOfThreadsLeavesNoTrace) {
    const std::string other = folder / "one.lg";
    ASSERT_EQ(run_tool({"ingest", articles, "-o", other, "--jobs", "1"}).exit_code, 0);
    EXPECT_EQ(read_file(other), read_file(all));
    ASSERT_EQ(run_tool({"ingest", articles, "-o", other, "-j", "8"}).exit_code, 0);
    EXPECT_EQ(read_file(other), read_file(all));
}

TEST_F(GraphFiles, AppendingOneByOneIsReadingTogether) {
    const std::string grown = folder / "grown.lg";
    bool is_first = true;
    for (const std::string& file : article_files()) {
        std::vector<std::string> words = ingest({file}, grown);
        if (!is_first) {
            words.emplace_back("--append");
        }
        is_first = false;
        const ToolRun run = run_tool(words);
        ASSERT_EQ(run.exit_code, 0) << run.err;
    }
    EXPECT_EQ(read_file(grown), read_file(all));
}

TEST_F(GraphFiles, MergingIsReadingTogether) {
    const std::vector<std::string> files = article_files();
    const auto middle = files.begin() + 3;
    ASSERT_EQ(run_tool(ingest({files.begin(), middle}, folder / "a.lg")).exit_code, 0);
    ASSERT_EQ(run_tool(ingest({middle - 1, files.end()}, folder / "b.lg")).exit_code, 0);
    const std::string merged = folder / "merged.lg";
    ASSERT_EQ(run_tool({"merge", folder / "b.lg", folder / "a.lg", "-o", merged}).exit_code, 0);
    EXPECT_EQ(read_file(merged), read_file(all));
}

TEST_F(GraphFiles, RemovingAnArticleUndoesAddingIt) {
    const std::vector<std::string> files = article_files();
    const std::string name = std::filesystem::path(files.front()).filename();
    const std::string fewer = folder / "fewer.lg";
    ASSERT_EQ(run_tool(ingest({files.begin() + 1, files.end()}, fewer)).exit_code, 0);
    const ToolRun run = run_tool({"remove", all, name});
    ASSERT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(read_file(all), read_file(fewer));
}

TEST_F(GraphFiles, RemovingAnUnknownArticleChangesNothing) {
    const std::string before = read_file(all);
    std::string name = std::filesystem::path(article_files().front()).filename();
    const std::string right = name;
    name.insert(name.size() / 2, "x");
    const ToolRun run = run_tool({"remove", all, right, name});
    EXPECT_EQ(run.exit_code, 3);
    EXPECT_THAT(run.err, HasSubstr("no article is called '" + name + "'"));
    EXPECT_EQ(read_file(all), before);
}

TEST_F(GraphFiles, DiffOfAGraphWithItselfIsEmpty) {
    const ToolRun run = run_tool({"diff", all, all, "-e"});
    EXPECT_EQ(run.exit_code, 4);
    EXPECT_EQ(std::ranges::count(run.out, '\n'), 1) << run.out;
}

TEST_F(GraphFiles, DiffShowsWhatAnArticleAdded) {
    const std::vector<std::string> files = article_files();
    const std::string fewer = folder / "fewer.lg";
    ASSERT_EQ(run_tool(ingest({files.begin() + 1, files.end()}, fewer)).exit_code, 0);
    const ToolRun run = run_tool({"diff", fewer, all});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("\nadded\t"));
}

TEST_F(GraphFiles, AliasesAreAppliedListedAndUndone) {
    const std::string before = read_file(all);
    const std::string rules = folder.write("names.txt", "# reviewed\nHP = Nokia\n");
    ASSERT_EQ(run_tool({"aliases", "apply", all, rules}).exit_code, 0);
    EXPECT_NE(read_file(all), before);
    EXPECT_EQ(run_tool({"aliases", "list", all}).out, "HP = Nokia\n");
    ASSERT_EQ(run_tool({"aliases", "apply", all, folder.write("none.txt", "")}).exit_code, 0);
    EXPECT_EQ(read_file(all), before);
}

TEST_F(GraphFiles, SuggestedAliasesCanBeApplied) {
    const std::string articles_of_one = folder.write(
        "two.jsonl",
        "{\"id\": \"a\", \"text\": \"Quillon Wireless Inc sued Norvane in Delaware.\"}\n"
        "{\"id\": \"b\", \"text\": \"Quillon Wireles Inc sued Zephra in Texas.\"}\n");
    const std::string graph = folder / "two.lg";
    ASSERT_EQ(run_tool(ingest({articles_of_one}, graph)).exit_code, 0);
    const ToolRun suggested = run_tool({"aliases", "suggest", graph});
    EXPECT_EQ(suggested.exit_code, 0);
    EXPECT_EQ(suggested.out, "Quillon Wireles = Quillon Wireless  # one letter off, 2 articles\n");
    const std::string rules = folder.write("names.txt", suggested.out);
    ASSERT_EQ(run_tool({"aliases", "apply", graph, rules}).exit_code, 0);
    EXPECT_EQ(run_tool({"aliases", "suggest", graph}).out, "");
    EXPECT_EQ(run_tool({"aliases", "suggest", all}).out, "") << "names that nobody would mix up";
}

TEST_F(GraphFiles, AWrongLineOfAliasesHasItsPlace) {
    const std::string before = read_file(all);
    const std::string rules = folder.write("names.txt", "HP = Nokia\nAmazon AWS\n");
    const ToolRun run = run_tool({"aliases", "apply", all, rules});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, StartsWith("litigraph: " + rules + ":2:"));
    EXPECT_EQ(read_file(all), before);
}

TEST_F(GraphFiles, ValidateFindsNothingInWhatWasRead) {
    const ToolRun run = run_tool({"validate", all, articles});
    EXPECT_EQ(run.exit_code, 0) << run.out;
    EXPECT_EQ(run.out, "article\tfact\tproblem\tquote\n");
    EXPECT_THAT(run.err, HasSubstr("of 13 articles checked"));
}

TEST_F(GraphFiles, ValidateFindsAChangedArticle) {
    const std::string name = std::filesystem::path(article_files().front()).filename();
    std::string text = read_file(article_files().front());
    text.replace(text.find("Nokia"), 5, "Fjord");
    const ToolRun run = run_tool({"validate", all, folder.write(name, text)});
    EXPECT_EQ(run.exit_code, 5);
    EXPECT_THAT(run.out, HasSubstr("are not the quotation"));
    EXPECT_THAT(run.err, HasSubstr("12 of its articles were not given"));
}

TEST_F(GraphFiles, SizesAsJson) {
    const ToolRun run = run_tool({"ingest", articles, "-o", all, "-f", "json", "-q"});
    EXPECT_THAT(run.out, StartsWith("{\"file\":\"" + all + "\",\"articles\":13,\"nodes\":"));
    EXPECT_EQ(run.err, "");
}

TEST(CompletionCommand, KnowsEveryCommandAndItsOptions) {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const ToolRun run = run_tool({"completion", shell});
        EXPECT_EQ(run.exit_code, 0);
        EXPECT_THAT(run.out, HasSubstr("ingest"));
        EXPECT_THAT(run.out, HasSubstr("--append"));
    }
    EXPECT_EQ(run_tool({"completion", "csh"}).exit_code, 2);
}

}  // namespace
}  // namespace litigraph::test
