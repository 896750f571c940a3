#include "support/temporary_folder.hpp"
#include <litigraph/ingest/extractor.hpp>
#include <litigraph/ingest/lexicon.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace litigraph::ingest {
namespace {

class LexiconFolder : public testing::Test {
  protected:
    void write(const char* name, const char* text) const { std::ofstream(path_ / name) << text; }

    const test::TemporaryFolder folder_;
    const std::filesystem::path path_ = folder_.path();
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

std::string court_of_first_case(const Lexicon& lexicon) {
    Article article;
    article.id = "test";
    article.text = "Quillon sued Zephra in the Inland Tribunal of Ruritania.";
    const ArticleObservations observations = extract(article, lexicon);
    return observations.cases.empty() || observations.cases.front().courts.empty()
               ? std::string()
               : observations.cases.front().courts.front().id;
}

TEST_F(LexiconFolder, CourtsCanBeAdded) {
    EXPECT_EQ(court_of_first_case(Lexicon::built_in()), "");
    write("courts_world.tsv",
          "xr-inland\tInland Tribunal of Ruritania\tnat-trial\tXR\tStrelsau\tInland Tribunal\n");
    const auto lexicon = Lexicon::load(path_);
    ASSERT_TRUE(lexicon.has_value());
    EXPECT_EQ(court_of_first_case(*lexicon), "xr-inland");
}

TEST_F(LexiconFolder, ACourtWithoutANameIsReportedWithFileAndLine) {
    write("courts_world.tsv", "# id\nxr-inland\n");
    const auto lexicon = Lexicon::load(path_);
    ASSERT_FALSE(lexicon.has_value());
    EXPECT_EQ(lexicon.error().line, 2U);
    EXPECT_NE(lexicon.error().message.find("courts_world.tsv"), std::string::npos);
}

TEST_F(LexiconFolder, TechnologiesAndSubjectWordsCanBeAdded) {
    write("technologies.tsv", "blorbing\tBlorbing\t\tblorb engine|blorb drive\n");
    write("subjects.tsv", "anent\tsuit_link\n");
    const auto lexicon = Lexicon::load(path_);
    ASSERT_TRUE(lexicon.has_value());
    Article article;
    article.id = "test";
    article.text = "Quillon sued Zephra anent a blorb drive.";
    const ArticleObservations observations = extract(article, *lexicon);
    ASSERT_EQ(observations.cases.size(), 1U);
    ASSERT_EQ(observations.cases.front().technologies.size(), 1U);
    EXPECT_EQ(observations.cases.front().technologies.front().term, "blorbing");
    EXPECT_EQ(observations.cases.front().technologies.front().name, "blorb drive");
}

}  // namespace
}  // namespace litigraph::ingest
