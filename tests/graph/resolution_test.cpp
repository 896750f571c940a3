#include "support/observed_suits.hpp"
#include <litigraph/graph/resolution.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace litigraph {
namespace {

using test::days;
using test::suit;
using test::words;
using testing::ElementsAre;
using testing::IsEmpty;

Resolution resolved(const ObservationSet& articles, const ResolutionOptions& options = {}) {
    return std::move(*resolve(articles, options));
}

std::vector<std::string> edges_of(const KnowledgeGraph& graph, EdgeKind kind) {
    std::vector<std::string> found;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        if (edge.kind == kind) {
            found.push_back(std::string(graph.name(edge.source)) + " > " +
                            std::string(graph.name(edge.target)));
        }
    }
    std::ranges::sort(found);
    return found;
}

std::size_t lawsuits(const KnowledgeGraph& graph) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
        count += graph.kind(NodeId{i}) == NodeKind::lawsuit ? 1 : 0;
    }
    return count;
}

TEST(Resolution, UnitesNamesThatDifferInLegalFormOnly) {
    const auto graph = resolved(ObservationSet({suit("a", {"Norvane Inc.", "Zephra"}),
                                                suit("b", {"Norvane", "Zephra"})}))
                           .graph;
    EXPECT_EQ(lawsuits(graph), 1U);
    EXPECT_EQ(graph.find("Norvane").size(), 1U);
}

TEST(Resolution, KeepsCasesApartWhoseFilingDatesExcludeEachOther) {
    const auto graph = resolved(ObservationSet({suit("a", {"Norvane", "Zephra"}, days("2020")),
                                                suit("b", {"Norvane", "Zephra"}, days("2022"))}))
                           .graph;
    EXPECT_EQ(lawsuits(graph), 2U);
}

TEST(Resolution, IntersectsTheDatesOfReportsOfOneCase) {
    const auto graph =
        resolved(ObservationSet({suit("a", {"Norvane", "Zephra"}, days("2020")),
                                 suit("b", {"Norvane", "Zephra"}, days("2020-03-04"))}))
            .graph;
    ASSERT_EQ(lawsuits(graph), 1U);
    EXPECT_EQ(graph.when(graph.find("Norvane v. Zephra").at(0)), days("2020-03-04"));
}

TEST(Resolution, NeverUnitesSuitsOfOppositeDirection) {
    const auto graph = resolved(ObservationSet({suit("a", {"Norvane", "Zephra"}),
                                                suit("b", {"Zephra", "Norvane"})}))
                           .graph;
    EXPECT_THAT(edges_of(graph, EdgeKind::sues),
                ElementsAre("Norvane > Zephra", "Zephra > Norvane"));
    EXPECT_THAT(edges_of(graph, EdgeKind::countersues), IsEmpty());
}

TEST(Resolution, DerivesACountersuitFromAnAnswer) {
    ArticleObservations article = suit("a", {"Norvane", "Zephra"});
    CaseObservation earlier = article.cases.front();
    std::swap(earlier.plaintiffs, earlier.defendants);
    earlier.count = {13, 13};
    article.cases.push_back(earlier);
    article.cases.front().responds_to = {1};
    const auto graph = resolved(ObservationSet({article})).graph;
    EXPECT_THAT(edges_of(graph, EdgeKind::countersues), ElementsAre("Norvane > Zephra"));
    EXPECT_THAT(edges_of(graph, EdgeKind::responds_to),
                ElementsAre("Norvane v. Zephra > 13 proceedings by Zephra"));
}

TEST(Resolution, YieldsNoSuitForCriminalCases) {
    ArticleObservations article = suit("a", {"Norvane", "Zephra"});
    article.cases.front().kind = CaseKind::criminal;
    EXPECT_THAT(edges_of(resolved(ObservationSet({article})).graph, EdgeKind::sues), IsEmpty());
}

TEST(Resolution, FollowsTheUsersRules) {
    const std::vector<ArticleObservations> articles{suit("a", {"Norvane", "Zephra"}),
                                                    suit("b", {"Nvn", "Zephra"})};
    EXPECT_EQ(lawsuits(resolved(ObservationSet(articles)).graph), 2U);
    const ResolutionOptions same{.aliases = {{AliasRule::Decision::same, "Norvane", "Nvn"}}};
    EXPECT_EQ(lawsuits(resolved(ObservationSet(articles), same).graph), 1U);
    const ResolutionOptions both{.aliases = {{AliasRule::Decision::same, "Norvane", "Nvn"},
                                             {AliasRule::Decision::different, "Norvane", "Nvn"}}};
    EXPECT_EQ(lawsuits(resolved(ObservationSet(articles), both).graph), 2U);
}

TEST(Resolution, GivesEveryEdgeAQuotation) {
    const auto graph = resolved(ObservationSet({suit("a", {"Norvane", "Zephra"})})).graph;
    ASSERT_GT(graph.edge_count(), 0U);
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        EXPECT_GE(graph.evidence_count(EdgeId{i}), 1U);
    }
}

TEST(Resolution, MakesNothingOfNothing) {
    const auto [graph, conflicts] = resolved(ObservationSet{});
    EXPECT_EQ(graph.node_count(), 0U);
    EXPECT_THAT(conflicts, IsEmpty());
}

TEST(Resolve, ATermIsOneNodeWhateverArticlesCallIt) {
    ArticleObservations first = suit("a", {"Amazon", "Nokia"});
    first.cases[0].technologies = {{"cloud computing", "cloud", words("cloud computing")},
                                   {"batteries", "", words("batteries")}};
    ArticleObservations second = suit("b", {"Apple", "HTC"});
    second.cases[0].technologies = {{"cloud", "cloud", words("cloud")}};
    const KnowledgeGraph graph = resolved(ObservationSet({first, second})).graph;
    EXPECT_THAT(edges_of(graph, EdgeKind::concerns_technology),
                ElementsAre("Amazon v. Nokia > batteries", "Amazon v. Nokia > cloud",
                            "Apple v. HTC > cloud"));
    ASSERT_EQ(graph.find("cloud computing").size(), 1U);
    EXPECT_EQ(graph.name(graph.find("cloud computing").front()), "cloud");
}

}  // namespace
}  // namespace litigraph
