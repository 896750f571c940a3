#include <litigraph/ingest/extractor.hpp>

#include <gtest/gtest.h>

#include <string>

namespace litigraph::ingest {
namespace {

/// The cause of the first case.
std::string cause(std::string text) {
    Article article;
    article.id = "a";
    article.text = std::move(text);
    const ArticleObservations read = extract(article);
    return read.cases.empty() ? "no case" : read.cases.front().cause;
}

TEST(Cause, IsWhatTheSentenceOfTheCaseNames) {
    EXPECT_EQ(cause("Norvane has sued Brightmere for patent infringement."), "patent");
    EXPECT_EQ(cause("Eastlake Media was sued for defamation by Ivoryline."), "defamation");
    EXPECT_EQ(cause("Glasspoint sued Ivoryline for trademark infringement."), "trademark");
    EXPECT_EQ(cause("Bancroft Motors sued Yarrow Health for breach of contract."), "contract");
}

TEST(Cause, TheLongerPhraseWins) {
    EXPECT_EQ(cause("Norvane sued Brightmere over two design patents."), "design-patent");
    EXPECT_EQ(cause("Norvane sued Brightmere over trade secrets."), "trade-secret");
}

TEST(Cause, IsEmptyIfNoneIsNamed) {
    EXPECT_EQ(cause("Norvane sued Brightmere on Monday."), "");
    EXPECT_EQ(cause("Norvane sued Brightmere, which it says misappropriated its technology."), "");
}

TEST(Cause, IsNotReadFromAPartysName) {
    EXPECT_EQ(cause("Norvane Royalties Inc sued Brightmere on Monday."), "");
}

TEST(Cause, OfEachCaseItsOwn) {
    Article article;
    article.id = "a";
    article.text =
        "Norvane sued Brightmere over its patents on Monday.\n\n"
        "Ivoryline sued Quillon for libel on Tuesday.";
    const ArticleObservations read = extract(article);
    ASSERT_EQ(read.cases.size(), 2U);
    EXPECT_EQ(read.cases[0].cause, "patent");
    EXPECT_EQ(read.cases[1].cause, "defamation");
}

}  // namespace
}  // namespace litigraph::ingest
