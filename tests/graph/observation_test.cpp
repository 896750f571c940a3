#include <litigraph/graph/observation.hpp>

#include <gtest/gtest.h>

namespace litigraph {
namespace {

ArticleObservations well_formed() {
    const Evidence evidence{
        .begin = 3, .end = 7, .quote = "sued", .rule = "sue", .confidence = Confidence::stated};
    ArticleObservations article;
    article.article.id = "a";
    article.parties = {{.name = "X", .kind = {}, .aliases = {}, .evidence = evidence},
                       {.name = "Y", .kind = {}, .aliases = {}, .evidence = evidence}};
    CaseObservation observed;
    observed.plaintiffs = {{.party = 0, .evidence = evidence}};
    observed.defendants = {{.party = 1, .evidence = evidence}};
    observed.evidence = {evidence};
    observed.filed = DateInterval{Day{1}, Day{2}};
    observed.responds_to = {0};
    article.cases = {observed};
    RelationObservation relation;
    relation.from = 0;
    relation.to = 1;
    relation.evidence = evidence;
    article.relations = {relation};
    return article;
}

TEST(Observation, IsValidWhenWellFormed) {
    EXPECT_TRUE(is_valid(ArticleObservations{}));
    EXPECT_TRUE(is_valid(well_formed()));
}

TEST(Observation, IsInvalidWhenAnyPartIs) {
    using Spoil = void (*)(ArticleObservations&);
    const Spoil spoils[] = {
        [](ArticleObservations& a) { a.cases[0].plaintiffs[0].party = 2; },
        [](ArticleObservations& a) { a.cases[0].defendants[0].party = 2; },
        [](ArticleObservations& a) {
            a.cases[0].others.push_back({2, "intervenor", {}});
        },
        [](ArticleObservations& a) { a.cases[0].responds_to = {1}; },
        [](ArticleObservations& a) {
            a.cases[0].filed = DateInterval{Day{2}, Day{1}};
        },
        [](ArticleObservations& a) {
            a.cases[0].count = {3, 2};
        },
        [](ArticleObservations& a) {
            a.cases[0].patent_count = CountInterval{3, 2};
        },
        [](ArticleObservations& a) { a.cases[0].kind = static_cast<CaseKind>(8); },
        [](ArticleObservations& a) { a.cases[0].status = static_cast<CaseStatus>(10); },
        [](ArticleObservations& a) { a.cases[0].countersuit = static_cast<CountersuitForm>(4); },
        [](ArticleObservations& a) { a.cases[0].evidence[0].end = 8; },
        [](ArticleObservations& a) { a.cases[0].evidence[0].begin = 9; },
        [](ArticleObservations& a) {
            a.cases[0].events.push_back({{}, {}, {}, {1, 0, {}, {}, {}}});
        },
        [](ArticleObservations& a) { a.parties[0].kind = static_cast<PartyKind>(8); },
        [](ArticleObservations& a) { a.parties[0].evidence.confidence = Confidence{4}; },
        [](ArticleObservations& a) { a.relations[0].from = 2; },
        [](ArticleObservations& a) { a.relations[0].to = 2; },
        [](ArticleObservations& a) { a.relations[0].to.reset(); },
        [](ArticleObservations& a) { a.relations[0].kind = EdgeKind::sues; },
        [](ArticleObservations& a) { a.relations[0].kind = EdgeKind::located_in; },
        [](ArticleObservations& a) {
            a.relations[0].when = DateInterval{Day{2}, Day{1}};
        },
    };
    for (std::size_t i = 0; i < std::size(spoils); ++i) {
        ArticleObservations article = well_formed();
        spoils[i](article);
        EXPECT_FALSE(is_valid(article)) << "spoil " << i;
    }
}

}  // namespace
}  // namespace litigraph
