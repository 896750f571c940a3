#include <litigraph/graph/observation_set.hpp>

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace litigraph {
namespace {

ArticleObservations article(std::string id, std::string title = {}) {
    ArticleObservations observations;
    observations.article.id = std::move(id);
    observations.article.title = std::move(title);
    return observations;
}

TEST(ObservationSet, ForgetsOrderAndRepetitions) {
    ObservationSet grown;
    EXPECT_TRUE(grown.insert(article("b")));
    EXPECT_TRUE(grown.insert(article("a")));
    EXPECT_FALSE(grown.insert(article("b")));
    EXPECT_EQ(grown, ObservationSet({article("a"), article("b"), article("a")}));
    EXPECT_EQ(grown.articles().size(), 2U);
    EXPECT_EQ(grown.articles()[0].article.id, "a");
}

TEST(ObservationSet, KeepsTwoTextsOfOneId) {
    ObservationSet set({article("a", "first"), article("a", "second"), article("b")});
    EXPECT_EQ(set.articles().size(), 3U);
    EXPECT_EQ(set.erase("a"), 2U);
    EXPECT_EQ(set.erase("a"), 0U);
    EXPECT_EQ(set, ObservationSet({article("b")}));
}

TEST(ObservationSet, UnitesLikeASet) {
    ObservationSet left({article("a"), article("c")});
    left.merge(ObservationSet({article("b"), article("c")}));
    EXPECT_EQ(left, ObservationSet({article("a"), article("b"), article("c")}));
    left.merge({});
    EXPECT_EQ(left.articles().size(), 3U);
}

}  // namespace
}  // namespace litigraph
