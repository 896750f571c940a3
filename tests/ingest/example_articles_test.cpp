// What ingest reads in the example articles, resolved in every order and batching.
#include "support/resolution_properties.hpp"
#include <litigraph/ingest/article_reader.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

namespace litigraph::test {
namespace {

Articles example_articles() {
    Articles articles;
    const ingest::ReadReport report = ingest::read_articles(
        LITIGRAPH_SOURCE_DIR "/examples/articles",
        [&](ingest::Article&& article) { articles.push_back(ingest::extract(article)); });
    EXPECT_TRUE(report.bad.empty());
    return articles;
}

TEST(ExampleArticles, ResolveAlikeInEveryOrderAndBatching) {
    const Articles articles = example_articles();
    ASSERT_GE(articles.size(), 6U);
    expect_properties(articles);
}

TEST(ExampleArticles, ResolveAlikeAfterAnyOneIsRetracted) {
    const Articles articles = example_articles();
    for (const ArticleObservations& retracted : articles) {
        Articles others = articles;
        std::erase(others, retracted);
        ObservationSet set(articles);
        set.erase(retracted.article.id);
        EXPECT_TRUE(archive_bytes(set) == archive_bytes(ObservationSet(others)))
            << retracted.article.id;
    }
}

/// Articles are untrusted: one that breaks off anywhere, in the middle of a character too, is read
/// up to there, with sentences that are its own bytes.
TEST(ExampleArticles, MayBreakOffAnywhere) {
    constexpr std::size_t step = 53;  // bytes
    ingest::read_articles(LITIGRAPH_SOURCE_DIR "/examples/articles", [](ingest::Article&& whole) {
        for (std::size_t size = 1; size < whole.text.size(); size += step) {
            ingest::Article cut = whole;
            cut.text.resize(size);
            cut.headline_size = std::min(cut.headline_size, size);
            for (const CaseObservation& told : ingest::extract(cut).cases) {
                for (const Evidence& evidence : told.evidence) {
                    ASSERT_LE(evidence.end, size) << whole.id;
                    ASSERT_EQ(evidence.quote,
                              cut.text.substr(evidence.begin, evidence.end - evidence.begin))
                        << whole.id << " cut at " << size;
                }
            }
        }
    });
}

}  // namespace
}  // namespace litigraph::test
