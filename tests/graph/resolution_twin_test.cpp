// Resolution agrees with its naive twin, line by line, on generated articles.
#include "support/naive_resolution.hpp"
#include "support/random_observations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace litigraph::test {
namespace {

using testing::ElementsAreArray;

/// Decisions about names that the articles use, and about one that none uses.
std::vector<AliasRule> random_rules(const std::vector<ArticleObservations>& articles,
                                    std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const auto name = [&] {
        const auto& parties = articles[random() % articles.size()].parties;
        return parties.empty() ? std::string("Unheard") : parties[random() % parties.size()].name;
    };
    std::vector<AliasRule> rules;
    for (int i = 0; i < 6; ++i) {
        const bool is_same = random() % 3 != 0;
        rules.push_back({is_same ? AliasRule::Decision::same : AliasRule::Decision::different,
                         name(), random() % 8 == 0 ? "Unheard" : name()});
    }
    return rules;
}

void expect_twins_agree(const ObservationSet& set, const std::vector<AliasRule>& rules) {
    const std::vector<ArticleObservations> articles(set.articles().begin(), set.articles().end());
    const std::vector<std::string> expected = NaiveResolution(articles, rules).lines();
    for (const unsigned threads : {1U, 2U, 8U}) {
        const Result<Resolution> found = resolve(set, {.aliases = rules, .threads = threads});
        ASSERT_TRUE(found);
        ASSERT_THAT(lines_of(found->graph), ElementsAreArray(expected)) << threads << " threads";
    }
}

class ResolutionTwin : public testing::TestWithParam<std::uint64_t> {};

/// Few companies in many articles: names clash, cases meet.
TEST_P(ResolutionTwin, AgreesOnCrowdedArticles) {
    ObservationGenerator generator(GetParam(), 12);
    std::vector<ArticleObservations> articles;
    for (int i = 0; i < 90; ++i) {
        articles.push_back(generator.next());
    }
    expect_twins_agree(ObservationSet(articles), {});
    expect_twins_agree(ObservationSet(articles), random_rules(articles, GetParam()));
}

TEST_P(ResolutionTwin, AgreesOnScatteredArticles) {
    const std::vector<ArticleObservations> articles = random_observations(GetParam(), 150);
    expect_twins_agree(ObservationSet(articles), random_rules(articles, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Seeds, ResolutionTwin,
                         testing::Range(std::uint64_t{1}, std::uint64_t{13}));

TEST(ResolutionTwin, AgreesOnNothing) { expect_twins_agree(ObservationSet{}, {}); }

}  // namespace
}  // namespace litigraph::test
