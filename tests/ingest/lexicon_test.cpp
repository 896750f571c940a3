#include <litigraph/ingest/lexicon.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace litigraph::ingest {
namespace {

class LexiconFolder : public testing::Test {
  protected:
    LexiconFolder()
        : path_(std::filesystem::path(testing::TempDir()) /
                (std::string("litigraph-") +
                 testing::UnitTest::GetInstance()->current_test_info()->name())) {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    ~LexiconFolder() override { std::filesystem::remove_all(path_); }

    void write(const char* name, const char* text) const { std::ofstream(path_ / name) << text; }

    std::filesystem::path path_;
};

TEST_F(LexiconFolder, AnEmptyFolderChangesNothing) {
    const auto lexicon = Lexicon::load(path_);
    EXPECT_TRUE(lexicon.has_value()) << lexicon.error().message << lexicon.error().line;
}

TEST_F(LexiconFolder, AMissingFolderIsAnError) {
    const auto lexicon = Lexicon::load(path_ / "absent");
    ASSERT_FALSE(lexicon.has_value());
    EXPECT_EQ(lexicon.error().code, ErrorCode::io);
}

TEST_F(LexiconFolder, AWrongRowIsReportedWithFileAndLine) {
    write("words.tsv", "# words\nblorb\tno_such_class\n");
    const auto lexicon = Lexicon::load(path_);
    ASSERT_FALSE(lexicon.has_value());
    EXPECT_EQ(lexicon.error().code, ErrorCode::syntax);
    EXPECT_EQ(lexicon.error().line, 2U);
    EXPECT_NE(lexicon.error().message.find("words.tsv"), std::string::npos);
}

TEST_F(LexiconFolder, AFrameNeedsAKnownVerb) {
    write("frames.tsv", "blorb\tplaintiff blorb defendant\tsues\tfiled\n");
    EXPECT_FALSE(Lexicon::load(path_).has_value());
    write("verbs.tsv", "blorb\n");
    EXPECT_TRUE(Lexicon::load(path_).has_value());
}

}  // namespace
}  // namespace litigraph::ingest
