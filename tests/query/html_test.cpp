#include "support/dispute_graph.hpp"
#include "support/random_graph.hpp"
#include <litigraph/query/html.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::query {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string page(const KnowledgeGraph& graph, const HtmlOptions& options = {}) {
    std::ostringstream out;
    write_html(out, graph, everything(graph), options);
    return out.str();
}

/// What the page's element "data" holds.
std::string data_in(const std::string& page) {
    const std::string_view open = "<script type=\"application/json\" id=\"data\">";
    const std::size_t begin = page.find(open) + open.size();
    return page.substr(begin, page.find("</script>", begin) - begin);
}

rapidjson::Document drawn(const KnowledgeGraph& graph, const HtmlOptions& options = {}) {
    rapidjson::Document json;
    const std::string text = data_in(page(graph, options));
    json.Parse(text.c_str());
    EXPECT_FALSE(json.HasParseError()) << text;
    return json;
}

TEST(Html, IsOnePageThatAsksNobodyForAnything) {
    const std::string text = page(test::make_dispute_graph());
    EXPECT_THAT(text, HasSubstr("content=\"default-src 'none';"));
    for (const char* word : {" src=", "@import", "fetch(", "XMLHttpRequest", "innerHTML",
                             "insertAdjacentHTML", "document.write", "eval("}) {
        EXPECT_THAT(text, Not(HasSubstr(word)));
    }
}

TEST(Html, HoldsEveryNodeButArticlesAndEveryQuotation) {
    const rapidjson::Document json = drawn(test::make_dispute_graph());
    EXPECT_EQ(json["nodes"].Size(), 12U);
    EXPECT_EQ(json["edges"].Size(), 15U) << "without reported-by";
    EXPECT_EQ(json["articles"].Size(), 1U);
    EXPECT_STREQ(json["articles"][0]["url"].GetString(), "https://example.org/a");
    const auto& edge = json["edges"][14];
    EXPECT_STREQ(edge["kind"].GetString(), "threatens-suit");
    EXPECT_STREQ(json["nodes"][edge["from"].GetUint()]["name"].GetString(), "Ericsson");
    EXPECT_STREQ(edge["quotes"][0][3].GetString(), "Ericsson threatened to sue Apple");
    EXPECT_EQ(json["edges"][0]["lawsuit"].GetInt(), 5);
    EXPECT_STREQ(json["kinds"]["lawsuit"]["fill"].GetString(), "#FBE3B5");
}

TEST(Html, DrawsArticlesIfAsked) {
    const rapidjson::Document json = drawn(test::make_dispute_graph(), {.articles = true});
    EXPECT_EQ(json["nodes"].Size(), 13U);
    EXPECT_EQ(json["edges"].Size(), 17U);
}

TEST(Html, HasTheViewsOfPictures) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const rapidjson::Document parties = drawn(graph, {.view = DotView::parties});
    EXPECT_EQ(parties["nodes"].Size(), 3U) << "Amazon, its division, Nokia";
    EXPECT_EQ(parties["edges"].Size(), 4U);
    EXPECT_EQ(parties["edges"][0]["lawsuit"].GetInt(), -1) << "which is not drawn";
    const rapidjson::Document cases = drawn(graph, {.view = DotView::cases});
    EXPECT_TRUE(cases["kinds"].HasMember("court"));
    EXPECT_FALSE(cases["kinds"].HasMember("technology"));
    EXPECT_STREQ(cases["size"].GetString(), "7 nodes, 8 edges, 1 article");
}

TEST(Html, KeepsToItsBudgetAndSaysSo) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    std::ostringstream out;
    const PictureReport report = write_html(out, graph, everything(graph), {.max_nodes = 5});
    EXPECT_LE(report.nodes, 5U);
    EXPECT_EQ(report.nodes + report.left_out, 12U);
    EXPECT_THAT(report.to_string(), HasSubstr("--max-nodes 0 for all"));
    EXPECT_THAT(out.str(), HasSubstr(" of 12 nodes, "));
}

TEST(Html, ANodeWithoutEdgesIsLeftOutUnlessThereIsNothingElse) {
    test::DisputeBuilder alone;
    alone.company("Zephra");
    EXPECT_EQ(drawn(alone.freeze())["nodes"].Size(), 1U);
    EXPECT_EQ(drawn(KnowledgeGraph{})["nodes"].Size(), 0U);
}

TEST(Html, TextCannotEndTheData) {
    test::DisputeBuilder b;
    const std::string_view hostile = "</script><script>document.title='broken'</script>";
    const NodeId one = b.company(hostile);
    const NodeId article = b.node(NodeKind::article, "<!--<script>");
    b.edge(one, EdgeKind::sues, b.company("Zephra \xff"), "<svg onload=alert(1)>", article);
    const KnowledgeGraph graph = b.freeze();
    EXPECT_THAT(data_in(page(graph)), Not(HasSubstr("<")));
    EXPECT_EQ(drawn(graph)["nodes"][0]["name"].GetString(), hostile);
}

TEST(Html, EqualGraphsGiveEqualBytes) {
    const auto make = [] {
        return test::RandomGraph(7).make({.parties = 60, .lawsuits = 40, .edges = 300});
    };
    EXPECT_EQ(page(make()), page(make()));
}

struct Box {
    int x, y, w, h;
};

std::vector<Box> boxes_of(const rapidjson::Document& json) {
    std::vector<Box> boxes;
    for (const auto& node : json["nodes"].GetArray()) {
        boxes.push_back(
            {node["x"].GetInt(), node["y"].GetInt(), node["w"].GetInt(), node["h"].GetInt()});
    }
    return boxes;
}

bool overlap(const Box& a, const Box& b) {
    return 2 * std::abs(a.x - b.x) < a.w + b.w && 2 * std::abs(a.y - b.y) < a.h + b.h;
}

TEST(Layout, BoxesDoNotOverlap) {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const auto boxes = boxes_of(
            drawn(test::RandomGraph(seed).make({.parties = 150, .lawsuits = 100, .edges = 600})));
        ASSERT_GT(boxes.size(), 200U);
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t k = i + 1; k < boxes.size(); ++k) {
                ASSERT_FALSE(overlap(boxes[i], boxes[k])) << seed << ": " << i << " and " << k;
            }
        }
    }
}

TEST(Layout, ASuitIsNearItsParties) {
    test::DisputeBuilder b;
    const NodeId article = b.node(NodeKind::article, "article");
    std::vector<NodeId> chain;
    for (int i = 0; i < 12; ++i) {
        chain.push_back(b.company("Party " + std::to_string(i)));
        if (i > 0) {
            b.edge(chain[chain.size() - 2], EdgeKind::sues, chain.back(), "sued", article);
        }
    }
    const auto boxes = boxes_of(drawn(b.freeze()));
    const auto apart = [&](std::size_t i, std::size_t k) {
        return std::hypot(boxes[i].x - boxes[k].x, boxes[i].y - boxes[k].y);
    };
    EXPECT_GT(apart(0, 11), 4 * apart(0, 1));
    EXPECT_GT(std::abs(boxes[0].x - boxes[11].x), std::abs(boxes[0].y - boxes[11].y))
        << "lies flat";
}

TEST(Layout, AStarOfThousandsIsDone) {
    test::DisputeBuilder b;
    const NodeId article = b.node(NodeKind::article, "article");
    const NodeId hub = b.company("Hub");
    for (int i = 0; i < 3000; ++i) {
        b.edge(b.company("Party " + std::to_string(i)), EdgeKind::sues, hub, "sued", article);
    }
    EXPECT_EQ(drawn(b.freeze(), {.max_nodes = 0})["nodes"].Size(), 3001U);
}

}  // namespace
}  // namespace litigraph::query
