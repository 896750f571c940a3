// Who is the same party, which reports are of one case, and where reports contradict each other.
#include "support/observed_suits.hpp"
#include <litigraph/graph/resolution.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace litigraph {
namespace {

using test::days;
using test::suit;
using test::words;
using testing::ElementsAre;
using testing::IsEmpty;

Resolution resolved(std::vector<ArticleObservations> articles,
                    const std::vector<AliasRule>& aliases = {}) {
    return std::move(*resolve(ObservationSet(std::move(articles)), {.aliases = aliases}));
}

std::vector<std::string> names(const KnowledgeGraph& graph, NodeKind kind) {
    std::vector<std::string> found;
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
        if (graph.kind(NodeId{i}) == kind) {
            found.emplace_back(graph.name(NodeId{i}));
        }
    }
    return found;
}

std::vector<std::string> parties(std::vector<ArticleObservations> articles,
                                 const std::vector<AliasRule>& aliases = {}) {
    return names(resolved(std::move(articles), aliases).graph, NodeKind::party);
}

std::vector<std::string> lawsuits(std::vector<ArticleObservations> articles) {
    return names(resolved(std::move(articles)).graph, NodeKind::lawsuit);
}

/// "about: value (articles) | value (articles)"
std::vector<std::string> conflicts(std::vector<ArticleObservations> articles) {
    std::vector<std::string> lines;
    for (const Conflict& conflict : resolved(std::move(articles)).conflicts) {
        std::string line = conflict.about + ":";
        for (const Conflict::Side& side : conflict.sides) {
            line += ' ' + side.value + " (";
            for (const std::string& article : side.articles) {
                line += article;
            }
            line += ')';
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

ArticleObservations with_alias(ArticleObservations article, const char* alias) {
    article.parties[1].aliases = {alias};
    return article;
}

ArticleObservations about(ArticleObservations article, const char* technology) {
    article.cases[0].technologies = {{technology, "", words(technology)}};
    return article;
}

ArticleObservations in_court(ArticleObservations article, const char* id) {
    article.cases[0].courts = {{id, std::string("Court ") + id, {}, words(id)}};
    return article;
}

ArticleObservations numbered(ArticleObservations article, const char* docket_number) {
    article.cases[0].docket_number = docket_number;
    return article;
}

// ---- parties

TEST(Homonyms, AreApartWhenTheirFullNamesDiffer) {
    const ArticleObservations flights =
        about(with_alias(suit("a", {"Norvane", "Delta"}), "Delta Air Lines"), "seats");
    const ArticleObservations taps =
        about(with_alias(suit("b", {"Zephra", "Delta"}), "Delta Faucet"), "taps");
    EXPECT_THAT(parties({flights, taps}),
                ElementsAre("Delta Air Lines", "Delta Faucet", "Norvane", "Zephra"));
}

TEST(Homonyms, TakeInABareNameThatSharesAnOpponentOrATechnology) {
    const ArticleObservations flights =
        about(with_alias(suit("a", {"Norvane", "Delta"}), "Delta Air Lines"), "seats");
    const ArticleObservations taps =
        about(with_alias(suit("b", {"Zephra", "Delta"}), "Delta Faucet"), "taps");
    EXPECT_THAT(parties({flights, taps, about(suit("c", {"Quallo", "Delta"}), "taps")}),
                ElementsAre("Delta Air Lines", "Delta Faucet", "Norvane", "Quallo", "Zephra"));
    EXPECT_THAT(
        parties({flights, taps, suit("c", {"Quallo", "Delta"})}),
        ElementsAre("Delta", "Delta Air Lines", "Delta Faucet", "Norvane", "Quallo", "Zephra"));
}

TEST(Homonyms, AreOnePartyIfOneFullNameBeginsTheOtherOrNothingDiffers) {
    EXPECT_THAT(parties({with_alias(suit("a", {"Norvane", "Delta"}), "Delta Air"),
                         with_alias(suit("b", {"Zephra", "Delta"}), "Delta Air Lines, Inc."),
                         suit("c", {"Quallo", "Delta"})}),
                ElementsAre("Delta", "Norvane", "Quallo", "Zephra"));
}

TEST(Homonyms, ArePersonsAndCompanies) {
    ArticleObservations person = suit("a", {"Norvane", "Jordan"});
    person.parties[1].kind = PartyKind::person;
    EXPECT_THAT(parties({person, suit("b", {"Zephra", "Jordan"})}),
                ElementsAre("Jordan", "Jordan", "Norvane", "Zephra"));
}

TEST(Homonyms, AreOneIfTheUserSaysSo) {
    EXPECT_THAT(parties({with_alias(suit("a", {"Norvane", "Delta"}), "Delta Air Lines"),
                         with_alias(suit("b", {"Zephra", "Delta"}), "Delta Faucet")},
                        {{AliasRule::Decision::same, "Delta", "Delta Air Lines"}}),
                ElementsAre("Delta", "Norvane", "Zephra"));
}

TEST(Aliases, UniteUnlessContestedOrToldApart) {
    const ArticleObservations claims = with_alias(suit("a", {"Norvane", "Quallo"}), "QLO");
    EXPECT_THAT(parties({claims, suit("b", {"Norvane", "QLO"})}), ElementsAre("Norvane", "QLO"));
    EXPECT_THAT(parties({claims, suit("b", {"Norvane", "QLO"}),
                         with_alias(suit("c", {"Norvane", "Qualora"}), "QLO")}),
                ElementsAre("Norvane", "QLO", "Quallo", "Qualora"));
    EXPECT_THAT(parties({claims, suit("b", {"Quallo", "QLO"})}),
                ElementsAre("Norvane", "QLO", "Quallo"));
}

TEST(Aliases, OfRulesJoinThroughNamesThatNoArticleHas) {
    const std::vector<AliasRule> rules{{AliasRule::Decision::same, "Norvane Group", "Norvane"},
                                       {AliasRule::Decision::same, "Norvane Group", "Nvn"}};
    EXPECT_THAT(parties({suit("a", {"Norvane", "Zephra"}), suit("b", {"Nvn", "Zephra"})}, rules),
                ElementsAre("Norvane Group", "Zephra"));
}

// ---- cases

TEST(CaseIdentity, ReadsOneDocketNumberInEveryForm) {
    EXPECT_THAT(
        lawsuits({in_court(numbered(suit("a", {"Norvane", "Zephra"}), "1:24-cv-00891-RGA"), "ded"),
                  in_court(numbered(suit("b", {"Norvane Group", "Zephra"}), "24-cv-891"), "ded")}),
        ElementsAre("Norvane v. Zephra"));
    EXPECT_THAT(
        lawsuits({in_court(numbered(suit("a", {"Norvane", "Zephra"}), "2:24-cv-00100"), "txed"),
                  in_court(numbered(suit("b", {"Norvane", "Zephra"}), "6:24-cv-00100"), "txed")}),
        ElementsAre("Norvane v. Zephra", "Norvane v. Zephra"));
}

TEST(CaseIdentity, DoesNotTrustADocketNumberWithoutACourt) {
    EXPECT_THAT(lawsuits({numbered(suit("a", {"Norvane", "Zephra"}), "24-cv-891"),
                          numbered(suit("b", {"Quallo", "Kelra"}), "24-cv-891")}),
                ElementsAre("Norvane v. Zephra", "Quallo v. Kelra"));
}

TEST(CaseIdentity, TakesADivisionForItsOwnerIfCourtAndDateAgree) {
    ArticleObservations family = suit("a", {"Norvane Cloud", "Zephra"}, days("2024-07-30"));
    family.parties.push_back({"Norvane", PartyKind::company, {}, words("Norvane")});
    family.relations = {{EdgeKind::division_of, 0, PartyIndex{2}, {}, {}, {}, words("its unit")}};
    const ArticleObservations owner = suit("b", {"Norvane", "Zephra"}, days("2024-07-30"));
    EXPECT_EQ(lawsuits({in_court(family, "ded"), in_court(owner, "ded")}).size(), 1U);
    EXPECT_EQ(lawsuits({in_court(family, "ded"), in_court(owner, "txed")}).size(), 2U);
    EXPECT_EQ(lawsuits({family, owner}).size(), 2U);
    family.relations[0].when = days("2019");  // sold before the suit
    EXPECT_EQ(lawsuits({in_court(family, "ded"), in_court(owner, "ded")}).size(), 2U);
}

TEST(CaseIdentity, JoinsGroupsWhoseCountsAllowEachOther) {
    ArticleObservations dozen = suit("a", {"Norvane", "Zephra"}, days("2023-10-31"));
    dozen.cases[0].count = {13, CountInterval::unbounded};
    ArticleObservations exact = suit("b", {"Norvane", "Zephra"}, days("2023-10"));
    exact.cases[0].count = {13, 13};
    ArticleObservations other = suit("c", {"Norvane", "Zephra"}, days("2023-10-31"));
    other.cases[0].count = {7, 7};
    EXPECT_THAT(lawsuits({dozen, exact, other}),
                ElementsAre("13 proceedings by Norvane", "7 proceedings by Norvane"));
}

TEST(CaseIdentity, CountsCopiesOfOneTextOnceAsSupport) {
    const ArticleObservations first = suit("a", {"Norvane", "Zephra"});
    ArticleObservations copy = first;
    copy.article.id = "b";
    copy.article.source = "Second Wire";
    const KnowledgeGraph graph = resolved({first, copy, suit("c", {"Norvane", "Zephra"})}).graph;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        const std::size_t of_two_texts = edge.kind == EdgeKind::sues ? 4 : 2;  // a quote a side
        EXPECT_EQ(graph.evidence_count(edge.id),
                  edge.kind == EdgeKind::reported_by ? 1 : of_two_texts);
    }
    EXPECT_EQ(names(graph, NodeKind::article).size(), 3U);
}

TEST(CaseIdentity, KeepsRoleAndFormOfAnAnswer) {
    ArticleObservations article = suit("a", {"Norvane", "Zephra", "Quallo"});
    article.cases[0].countersuit = CountersuitForm::counterclaim;
    article.cases[0].others = {{2, "intervenor", words("Quallo joined")}};
    const KnowledgeGraph graph = resolved({article}).graph;
    const NodeId lawsuit = graph.find("Norvane v. Zephra").at(0);
    EXPECT_EQ(graph.attribute(lawsuit, AttributeKey::countersuit), "counterclaim");
    EXPECT_EQ(graph.attribute(lawsuit, AttributeKey::role), "intervenor Quallo");
}

// ---- conflicts

TEST(Conflicts, AreKeptForFilingDatesOfOneNumber) {
    EXPECT_THAT(
        conflicts(
            {in_court(numbered(suit("a", {"Norvane", "Zephra"}, days("2023-10-27")), "5"), "ded"),
             in_court(numbered(suit("b", {"Norvane", "Zephra"}, days("2023-10-31")), "5"), "ded")}),
        ElementsAre("filed: 2023-10-27 (a) 2023-10-31 (b)"));
}

TEST(Conflicts, OfCourtsLeaveTheCaseInOneCourt) {
    const std::vector<ArticleObservations> articles{
        in_court(numbered(suit("a", {"Norvane", "Zephra"}), "24-cv-5"), "ded"),
        in_court(numbered(suit("b", {"Norvane", "Zephra"}), "24-cv-5"), "txed")};
    EXPECT_THAT(conflicts(articles), ElementsAre("court: Court ded (a) Court txed (b)"));
    EXPECT_THAT(names(resolved(articles).graph, NodeKind::court), ElementsAre("Court ded"));
}

TEST(Conflicts, AreShownBetweenCasesThatDifferInOneThing) {
    const DateInterval day = days("2024-07-30");
    EXPECT_THAT(conflicts({in_court(suit("a", {"Norvane", "Zephra"}, day), "ded"),
                           in_court(suit("b", {"Norvane", "Zephra"}, day), "txed")}),
                ElementsAre("court: Court ded (a) Court txed (b)"));
    EXPECT_THAT(
        conflicts({in_court(numbered(suit("a", {"Norvane", "Zephra"}, day), "24-cv-5"), "ded"),
                   in_court(numbered(suit("b", {"Norvane", "Zephra"}, day), "24-cv-6"), "ded")}),
        ElementsAre("docket number: 24-cv-5 (a) 24-cv-6 (b)"));
    EXPECT_THAT(conflicts({in_court(suit("a", {"Norvane", "Zephra"}, days("2024")), "ded"),
                           in_court(suit("b", {"Norvane", "Zephra"}, days("2024")), "txed")}),
                IsEmpty());
}

TEST(Conflicts, AreKeptForCountsOfPatentsAndForEnds) {
    ArticleObservations first = suit("a", {"Norvane", "Zephra"}, days("2024-07-30"));
    ArticleObservations second = suit("b", {"Norvane", "Zephra"}, days("2024-07-30"));
    first.cases[0].patent_count = CountInterval{12, 12};
    second.cases[0].patent_count = CountInterval{13, CountInterval::unbounded};
    first.article.published = second.article.published = days("2025-01-02").first;
    first.cases[0].status = CaseStatus::settled;
    second.cases[0].status = CaseStatus::dismissed;
    EXPECT_THAT(conflicts({first, second}),
                ElementsAre("patents: 12 (a) 13 or more (b)", "status: dismissed (b) settled (a)"));
    second.article.published = days("2025-01-09").first;  // the later article knows more
    EXPECT_THAT(conflicts({first, second}), ElementsAre("patents: 12 (a) 13 or more (b)"));
}

TEST(Conflicts, NeedTwoTexts) {
    ArticleObservations first = suit("a", {"Norvane", "Zephra"}, days("2024-07-30"));
    EXPECT_THAT(conflicts({first, suit("b", {"Norvane", "Zephra"}, days("2024"))}), IsEmpty());
}

}  // namespace
}  // namespace litigraph
