// Bad input through the real binary: one clear sentence on stderr, nothing on stdout, the exit code
// of the interface, and the files as they were.

#include "support/temporary_folder.hpp"
#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace litigraph::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string good = LITIGRAPH_SOURCE_DIR "/examples/articles";

std::ptrdiff_t lines(const std::string& text) { return std::ranges::count(text, '\n'); }

/// An input of `ingest`, and what is said of it.
struct BadArticle {
    std::string name;
    std::string bytes;
    std::string said;
};

void PrintTo(const BadArticle& article, std::ostream* out) { *out << article.name; }

class BadArticles : public testing::TestWithParam<BadArticle> {
  protected:
    TemporaryFolder folder;
    const std::string graph = folder / "graph.lg";
};

TEST_P(BadArticles, AloneGiveNoGraph) {
    const std::string input = folder.write(GetParam().name, GetParam().bytes);
    const ToolRun run = run_tool({"ingest", input, "-o", graph});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("litigraph: " + input + GetParam().said));
    EXPECT_FALSE(std::filesystem::exists(graph));
}

TEST_P(BadArticles, LeaveAnEarlierGraphWhole) {
    ASSERT_EQ(run_tool({"ingest", good, "-o", graph}).exit_code, 0);
    const std::string before = read_file(graph);
    const std::string input = folder.write(GetParam().name, GetParam().bytes);
    EXPECT_EQ(run_tool({"ingest", input, "-o", graph}).exit_code, 1);
    EXPECT_EQ(run_tool({"ingest", input, "-o", graph, "--append"}).exit_code, 1);
    EXPECT_EQ(read_file(graph), before);
}

TEST_P(BadArticles, AreSkippedAmongGoodOnes) {
    const std::string input = folder.write(GetParam().name, GetParam().bytes);
    const ToolRun lenient = run_tool({"ingest", good, input, "-o", graph});
    EXPECT_EQ(lenient.exit_code, 1) << "an input that gave nothing at all";
    EXPECT_THAT(lenient.err, HasSubstr("13 articles"));
    std::filesystem::remove(graph);
    const ToolRun strict = run_tool({"ingest", good, input, "-o", graph, "--strict"});
    EXPECT_EQ(strict.exit_code, 5);
    EXPECT_FALSE(std::filesystem::exists(graph));
}

INSTANTIATE_TEST_SUITE_P(
    Ingest, BadArticles,
    testing::Values(
        BadArticle{"empty.txt", "", ": no article in it"},
        BadArticle{"blank.txt", " \n\t\n", ": an empty article"},
        BadArticle{"program.txt",
                   std::string("\x7f"
                               "ELF\x02\x01\x01\0\0\0\0\0",
                               12),
                   ": "},
        BadArticle{"latin1.txt", "Nokia sued Soci\xe9t\xe9 G\xe9n\xe9rale.\n", ":1:16: "},
        BadArticle{"broken.json",
                   "{\"id\": \"a\",\n \"text\": \"Nokia sued HP.\",\n \"title\" 3}\n", ":3:10: "},
        BadArticle{"cut.jsonl", "{\"id\": \"a\", \"text\": \"Nokia su\n", ":1:"},
        BadArticle{"no-text.json", "{\"id\": \"a\", \"size\": 3}\n",
                   ":1:1: an article without text"}),
    [](const auto& each) {
        std::string name = each.param.name.substr(0, each.param.name.find('.'));
        std::erase(name, '-');
        return name;
    });

TEST(BadItem, OfAFileIsSkippedWithItsLine) {
    const TemporaryFolder folder;
    const std::string input =
        folder.write("two.jsonl",
                     "{\"id\": \"a\", \"text\": \"Nokia sued HP on Monday.\"}\n{\"id\": 7\n"
                     "{\"id\": \"b\", \"text\": \"Apple sued Samsung in Munich.\"}\n");
    const std::string graph = folder / "graph.lg";
    const ToolRun run = run_tool({"ingest", input, "-o", graph});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.err, StartsWith("litigraph: " + input + ":2:"));
    EXPECT_THAT(run.err, HasSubstr("2 articles"));
    EXPECT_EQ(run_tool({"ingest", input, "-o", folder / "strict.lg", "--strict"}).exit_code, 5);
    EXPECT_FALSE(std::filesystem::exists(folder / "strict.lg"));
}

TEST(MissingInput, IsNamed) {
    const TemporaryFolder folder;
    const ToolRun run = run_tool({"ingest", folder / "nothing.txt", "-o", folder / "graph.lg"});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, HasSubstr("nothing.txt: No such file or directory"));
}

TEST(FolderWithoutArticles, IsNamed) {
    const TemporaryFolder folder;
    std::filesystem::create_directory(folder / "empty");
    const ToolRun run = run_tool({"ingest", folder / "empty", "-o", folder / "graph.lg"});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, HasSubstr("empty: a folder without articles"));
}

TEST(UnwritableTarget, IsNamed) {
    const TemporaryFolder folder;
    const ToolRun run = run_tool({"ingest", good, "-o", folder / "missing/graph.lg"});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr("missing/graph.lg"));
    const ToolRun onto_folder = run_tool({"ingest", good, "-o", folder.path().native()});
    EXPECT_EQ(onto_folder.exit_code, 1);
    EXPECT_TRUE(std::filesystem::is_directory(folder.path()));
}

/// An archive of the example articles, and what can be wrong with one.
class BadArchive : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(run_tool({"ingest", good, "-o", graph, "-q"}).exit_code, 0);
        bytes = read_file(graph);
    }
    /// Every command refuses the file, says why, and leaves its bytes.
    void expect_refused(const std::string& damaged, const std::string& said) {
        const std::string path = folder.write("damaged.lg", damaged);
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"validate", path},
              {"remove", path, "a"},
              {"merge", path, graph, "-o", folder / "merged.lg"},
              {"aliases", "list", path},
              {"ingest", good, "-o", path, "--append"}}) {
            const ToolRun run = run_tool(words);
            EXPECT_EQ(run.exit_code, 1) << words.front();
            EXPECT_EQ(run.out, "");
            EXPECT_THAT(run.err, HasSubstr(path)) << words.front();
            EXPECT_THAT(run.err, HasSubstr(said)) << words.front();
        }
        EXPECT_EQ(read_file(path), damaged);
        EXPECT_FALSE(std::filesystem::exists(folder / "merged.lg"));
    }
    TemporaryFolder folder;
    const std::string graph = folder / "graph.lg";
    std::string bytes;
};

TEST_F(BadArchive, Truncated) {
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{20}, bytes.size() / 2, bytes.size() - 1}) {
        expect_refused(bytes.substr(0, size), "damaged.lg");
    }
}

TEST_F(BadArchive, Flipped) {
    for (const std::size_t at : {std::size_t{9}, bytes.size() / 3, bytes.size() - 2}) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        expect_refused(flipped, "");
    }
}

TEST_F(BadArchive, IsSomethingElse) {
    expect_refused("", "");
    expect_refused(read_file(good + "/../README.md"), "");
}

TEST_F(BadArchive, Missing) {
    const ToolRun run = run_tool({"validate", folder / "nothing.lg"});
    EXPECT_EQ(run.exit_code, 1);
    EXPECT_THAT(run.err, HasSubstr("nothing.lg"));
    EXPECT_THAT(run.err, HasSubstr("No such file or directory"));
}

TEST(WrongUsage, IsExitTwoWithAHint) {
    const struct {
        std::vector<std::string> words;
        std::string said;
    } cases[] = {
        {{"ingset", "a", "-o", "b.lg"}, "did you mean ingest?"},
        {{"ingest", "a", "-o", "b.lg", "--apend"}, "did you mean --append?"},
        {{"ingest", "a"}, "--output is required"},
        {{"ingest", "-o", "b.lg"}, "INPUT is required"},
        {{"ingest", "a", "-o", "b.lg", "--from", "docx"}, "docx"},
        {{"validate"}, "FILE is required"},
        {{"aliases", "apply", "b.lg"}, "NAMES is missing"},
        {{"aliases", "forget", "b.lg"}, "forget"},
    };
    for (const auto& [words, said] : cases) {
        const ToolRun run = run_tool(words);
        EXPECT_EQ(run.exit_code, 2) << words.front();
        EXPECT_EQ(run.out, "");
        EXPECT_THAT(run.err, StartsWith("litigraph: "));
        EXPECT_THAT(run.err, HasSubstr(said));
        EXPECT_EQ(lines(run.err), 1) << run.err;
    }
}

}  // namespace
}  // namespace litigraph::test
