// What ingest reads in the example articles, resolved in every order and batching.
#include "support/resolution_properties.hpp"
#include <litigraph/ingest/article_reader.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace litigraph::test
