// What README.md shows is what the program prints. To write the transcripts anew, run this test
// with LITIGRAPH_UPDATE_TRANSCRIPTS set and read the difference.

#include "support/temporary_folder.hpp"
#include "support/transcript.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace litigraph::test {
namespace {

namespace fs = std::filesystem;

const std::string readme = LITIGRAPH_SOURCE_DIR "/README.md";

/// The working folder of a reader who sits in a clone, but clean afterwards.
class Transcripts : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directory_symlink(LITIGRAPH_SOURCE_DIR "/examples", folder.path() / "examples");
        fs::current_path(folder.path());
    }
    void TearDown() override { fs::current_path(before); }

    const fs::path before = fs::current_path();
    TemporaryFolder folder;
};

TEST_F(Transcripts, OfTheReadmeAreWhatIsPrinted) {
    std::string document = read_file(readme);
    const std::vector<Transcript> all = transcripts_in(document);
    ASSERT_GE(all.size(), 3U);
    std::vector<std::string> printed;
    for (const Transcript& transcript : all) {
        printed.push_back(replay(transcript));
    }
    if (std::getenv("LITIGRAPH_UPDATE_TRANSCRIPTS") != nullptr) {
        for (std::size_t i = all.size(); i-- > 0;) {
            document.replace(all[i].begin, all[i].end - all[i].begin, printed[i]);
        }
        std::ofstream(readme, std::ios::binary) << document;
        GTEST_SKIP() << readme << " was written anew";
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        EXPECT_EQ(printed[i], all[i].text) << "README.md, line " << all[i].line;
    }
}

TEST_F(Transcripts, TheReadmeShowsTheWholeOfTheMinimalExample) {
    std::string program = read_file(LITIGRAPH_SOURCE_DIR "/examples/embed_minimal.cpp");
    program.erase(0, program.find("#include"));
    EXPECT_NE(read_file(readme).find("```cpp\n" + program + "```"), std::string::npos);
}

TEST_F(Transcripts, AWrongOneIsNoticed) {
    const std::vector<Transcript> wrong =
        transcripts_in("text\n```console\n$ litigraph nonsense\nanswer\n```\n");
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong.front().line, 3U);
    EXPECT_EQ(wrong.front().text, "$ litigraph nonsense\nanswer\n");
    EXPECT_NE(replay(wrong.front()), wrong.front().text);
}

}  // namespace
}  // namespace litigraph::test
