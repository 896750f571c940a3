#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/graph/knowledge_graph.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

namespace litigraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

constexpr Day day{19'900};

/// Amazon sues Nokia in one case, reported by one article.
struct OneCase {
    GraphBuilder builder;
    NodeId amazon = builder.add_node(NodeKind::party, "Amazon.com, Inc.", "party:amazon");
    NodeId nokia = builder.add_node(NodeKind::party, "Nokia Oyj");
    NodeId lawsuit = builder.add_node(NodeKind::lawsuit, "Amazon v. Nokia", {}, {day, day});
    NodeId article = builder.add_node(NodeKind::article, "a1");
    EdgeId sues = builder.add_edge(amazon, EdgeKind::sues, nokia, {day, Day{19'905}}, lawsuit);
};

TEST(KnowledgeGraph, IsEmptyByDefault) {
    const KnowledgeGraph graph;
    EXPECT_EQ(graph.node_count(), 0U);
    EXPECT_EQ(graph.edge_count(), 0U);
    EXPECT_THAT(graph.find("Amazon"), IsEmpty());
    EXPECT_THAT(graph.complete("", 5), IsEmpty());
    EXPECT_THAT(graph.similar("Amazon", 5), IsEmpty());
    EXPECT_EQ(graph.find_slug("party:amazon"), std::nullopt);
}

TEST(KnowledgeGraph, GivesBackWhatWasAdded) {
    OneCase c;
    const KnowledgeGraph graph = *std::move(c.builder).freeze();
    EXPECT_EQ(graph.kind(c.amazon), NodeKind::party);
    EXPECT_EQ(graph.name(c.amazon), "Amazon.com, Inc.");
    EXPECT_EQ(graph.slug(c.amazon), "party:amazon");
    EXPECT_TRUE(graph.when(c.amazon).is_unknown());
    EXPECT_EQ(graph.when(c.lawsuit), (DateInterval{day, day}));
    const EdgeView edge = graph.edge(c.sues);
    EXPECT_EQ(edge.source, c.amazon);
    EXPECT_EQ(edge.target, c.nokia);
    EXPECT_EQ(edge.kind, EdgeKind::sues);
    EXPECT_EQ(edge.lawsuit, c.lawsuit);
    EXPECT_EQ(edge.when, (DateInterval{day, Day{19'905}}));
    EXPECT_EQ(graph.evidence_count(c.sues), 0U);
    EXPECT_THAT(graph.incident_edges(c.nokia), ElementsAre(c.sues));
    EXPECT_EQ(graph.degree(c.lawsuit), 0U);
}

const DateInterval date_cases[] = {
    {},
    {day, day},
    {day, Day{19'901}},
    {beginning_of_time, day},
    {day, end_of_time},
    {Day{-200'000}, day},
    {Day{-200'000}, Day{-200'000}},
    {Day{-200'001}, Day{-200'000}},
    {day, Day{200'000}},
    {Day{200'000}, end_of_time},
    {beginning_of_time, beginning_of_time},
    {end_of_time, end_of_time},
};

TEST(KnowledgeGraph, KeepsEveryDateExactly) {
    GraphBuilder builder;
    const NodeId party = builder.add_node(NodeKind::party, "Acme");
    for (const DateInterval& when : date_cases) {
        builder.add_edge(party, EdgeKind::sues, party, when);
    }
    const KnowledgeGraph graph = *std::move(builder).freeze();
    for (std::uint32_t i = 0; i < std::size(date_cases); ++i) {
        EXPECT_EQ(graph.edge(EdgeId{i}).when, date_cases[i]) << i;
    }
}

TEST(KnowledgeGraph, OrdersAttributesByKeyThenValue) {
    OneCase c;
    c.builder.add_attribute(c.nokia, AttributeKey::code, "NOK");
    c.builder.add_attribute(c.nokia, AttributeKey::alias, "Nokia Networks");
    c.builder.add_attribute(c.amazon, AttributeKey::alias, "AWS");
    c.builder.add_attribute(c.nokia, AttributeKey::alias, "Nokia Bell Labs");
    const KnowledgeGraph graph = *std::move(c.builder).freeze();
    EXPECT_THAT(graph.attributes(c.nokia), ElementsAre(Pair(AttributeKey::alias, "Nokia Bell Labs"),
                                                       Pair(AttributeKey::alias, "Nokia Networks"),
                                                       Pair(AttributeKey::code, "NOK")));
    EXPECT_EQ(graph.attribute(c.nokia, AttributeKey::code), "NOK");
    EXPECT_EQ(graph.attribute(c.amazon, AttributeKey::code), std::nullopt);
    EXPECT_THAT(graph.attributes(c.lawsuit), IsEmpty());
}

TEST(KnowledgeGraph, KeepsEvidenceInOrderAndTakesItsSurestConfidence) {
    OneCase c;
    const EdgeId other = c.builder.add_edge(c.nokia, EdgeKind::countersues, c.amazon);
    c.builder.add_evidence(other, c.article, {0, 4, "back", "r2", Confidence::derived});
    c.builder.add_evidence(c.sues, c.article, {3, 7, "sued", "r1", Confidence::attributed});
    c.builder.add_evidence(c.sues, c.article, {9, 13, "suit", "r1", Confidence::inferred});
    const KnowledgeGraph graph = *std::move(c.builder).freeze();
    ASSERT_EQ(graph.evidence_count(c.sues), 2U);
    EXPECT_EQ(graph.evidence(c.sues, 0).quote, "sued");
    EXPECT_EQ(graph.evidence(c.sues, 1).quote, "suit");
    EXPECT_EQ(graph.evidence(c.sues, 1).rule, "r1");
    EXPECT_EQ(graph.evidence(c.sues, 1).begin, 9U);
    EXPECT_EQ(graph.evidence(c.sues, 1).end, 13U);
    EXPECT_EQ(graph.evidence(other, 0).article, c.article);
    EXPECT_EQ(graph.edge(c.sues).confidence, Confidence::inferred);
    EXPECT_EQ(graph.edge(other).confidence, Confidence::derived);
}

TEST(KnowledgeGraph, FindsByNormalFormOfNameAndAlias) {
    OneCase c;
    c.builder.add_attribute(c.amazon, AttributeKey::alias, "AWS");
    const KnowledgeGraph graph = *std::move(c.builder).freeze();
    EXPECT_THAT(graph.find("AMAZON.COM"), ElementsAre(c.amazon));
    EXPECT_THAT(graph.find("aws"), ElementsAre(c.amazon));
    EXPECT_THAT(graph.find("Nokia Corporation"), ElementsAre(c.nokia));
    EXPECT_THAT(graph.find("Amazon"), IsEmpty());
    EXPECT_THAT(graph.find(""), IsEmpty());
    EXPECT_THAT(graph.find("..."), IsEmpty());
}

TEST(KnowledgeGraph, MakesMissingSlugsAndNumbersTakenOnes) {
    GraphBuilder builder;
    const NodeId first = builder.add_node(NodeKind::party, "Delta Inc.");
    const NodeId second = builder.add_node(NodeKind::party, "Delta Ltd.");
    const NodeId third = builder.add_node(NodeKind::party, "Delta", "party:delta-2");
    const NodeId fourth = builder.add_node(NodeKind::law_firm, "Delta");
    const KnowledgeGraph graph = *std::move(builder).freeze();
    EXPECT_EQ(graph.slug(first), "party:delta");
    EXPECT_EQ(graph.slug(second), "party:delta-3");
    EXPECT_EQ(graph.slug(third), "party:delta-2");
    EXPECT_EQ(graph.slug(fourth), "law-firm:delta");
    EXPECT_EQ(graph.find_slug("party:delta-3"), second);
    EXPECT_EQ(graph.find_slug("party:delta-4"), std::nullopt);
}

TEST(KnowledgeGraph, CompletesWithTheMostConnectedFirst) {
    OneCase c;
    const NodeId nok = c.builder.add_node(NodeKind::party, "Nokian Tyres plc");
    const KnowledgeGraph graph = *std::move(c.builder).freeze();
    EXPECT_THAT(graph.complete("Nok", 10), ElementsAre(c.nokia, nok));
    EXPECT_THAT(graph.complete("nokia", 1), ElementsAre(c.nokia));
    EXPECT_THAT(graph.complete("amazon.c", 10), ElementsAre(c.amazon));
    EXPECT_THAT(graph.complete("x", 10), IsEmpty());
}

/// Levenshtein distance, a swap of neighbours being one edit.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> rows(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                rows[i][j] = i + j;
                continue;
            }
            rows[i][j] = std::min({rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                                   rows[i - 1][j] + 1, rows[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
    }
    return rows[a.size()][b.size()];
}

TEST(KnowledgeGraph, FindsNearSpellingsAsComparingAllDoes) {
    std::mt19937 random(3);
    const auto word = [&] {
        std::string text;
        for (std::size_t n = 3 + random() % 5; n > 0; --n) {
            text += static_cast<char>('a' + random() % 3);
        }
        return text;
    };
    GraphBuilder builder;
    std::vector<std::string> names;
    for (int i = 0; i < 300; ++i) {
        names.push_back(word());
        builder.add_node(NodeKind::party, names.back());
    }
    const KnowledgeGraph graph = *std::move(builder).freeze();
    for (int i = 0; i < 50; ++i) {
        const std::string wanted = word();
        const std::size_t most = std::min<std::size_t>(2, wanted.size() / 3);
        std::multiset<std::pair<std::size_t, std::string>> near;
        for (const std::string& name : names) {
            if (const std::size_t d = edit_distance(wanted, name); d <= most) {
                near.emplace(d, name);
            }
        }
        std::vector<std::pair<std::size_t, std::string>> found;
        for (const NodeId id : graph.similar(wanted, 1'000)) {
            const std::string name(graph.name(id));
            found.emplace_back(edit_distance(wanted, name), name);
        }
        EXPECT_TRUE(std::ranges::is_sorted(found, {}, &std::pair<std::size_t, std::string>::first));
        EXPECT_EQ(near, (std::multiset(found.begin(), found.end()))) << wanted;
    }
}

struct NormalFormCase {
    const char* name;
    const char* form;
};

const NormalFormCase normal_forms[] = {
    {"Amazon.com, Inc.", "amazon com"},
    {"AMAZON.COM", "amazon com"},
    {"Nokia Oyj", "nokia"},
    {"Merck & Co., Inc.", "merck"},
    {"Procter & Gamble", "procter and gamble"},
    {"J.P. Morgan", "jp morgan"},
    {"JP Morgan", "jp morgan"},
    {"Eni S.p.A.", "eni"},
    {"Enel S.P.A", "enel"},
    {"U.S. Steel", "us steel"},
    {"Nestl\xC3\xA9 S.A.", "nestle"},
    {"Nestle\xCC\x81", "nestle"},
    {"Kl\xC3\xA4ger Stra\xC3\x9F"
     "e GmbH",
     "klager strasse"},
    {"McDonald's", "mcdonalds"},
    {"McDonald\xE2\x80\x99s", "mcdonalds"},
    {"Coca-Cola Company", "coca cola"},
    {"\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\xA3", "abc"},
    {"\xD0\x93\xD0\xB0\xD0\xB7\xD0\xBF\xD1\x80\xD0\xBE\xD0\xBC",
     "\xD0\xB3\xD0\xB0\xD0\xB7\xD0\xBF\xD1\x80\xD0\xBE\xD0\xBC"},
    {"Co.", "co"},
    {"Company Inc.", "company"},
    {"Inco Metals", "inco metals"},
    {"3M", "3m"},
    {"bad \xFF bytes", "bad bytes"},
    {"", ""},
    {" .,-& ", "and"},
    {"...", ""},
};

TEST(NormalForm, FoldsWhatDoesNotDistinguishNames) {
    for (const auto& [name, form] : normal_forms) {
        EXPECT_EQ(normal_form(name), form) << name;
        EXPECT_EQ(normal_form(form), form) << name;
    }
}

TEST(AttributeKey, IsReadAsItIsWritten) {
    for (std::size_t i = 0; i < attribute_key_count; ++i) {
        const auto key = static_cast<AttributeKey>(i);
        EXPECT_EQ(attribute_key_from_string(to_string(key)), key);
    }
    EXPECT_EQ(to_string(AttributeKey::url), "url");
    EXPECT_EQ(attribute_key_from_string("nonsense"), std::nullopt);
}

}  // namespace
}  // namespace litigraph
