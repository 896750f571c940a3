#include "support/resolution_properties.hpp"

#include "support/random_observations.hpp"

#include <gtest/gtest.h>

namespace litigraph::test {
namespace {

class ResolutionProperties : public testing::TestWithParam<std::uint64_t> {};

TEST_P(ResolutionProperties, HoldOfGeneratedArticles) {
    const std::vector<ArticleObservations> articles = random_observations(GetParam(), 250);
    ASSERT_TRUE(std::ranges::all_of(articles, [](const auto& a) { return is_valid(a); }));
    expect_properties(articles);
}

INSTANTIATE_TEST_SUITE_P(Seeds, ResolutionProperties, testing::Values(1, 2, 3));

TEST(ResolutionProperties, HoldOfOneArticle) { expect_properties(random_observations(4, 1)); }

}  // namespace
}  // namespace litigraph::test
