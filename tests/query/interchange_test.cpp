#include "support/dispute_graph.hpp"
#include <litigraph/query/interchange.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace litigraph::query {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

using Write = void (*)(std::ostream&, const KnowledgeGraph&, const Selection&);

std::string written(Write write, const KnowledgeGraph& graph) {
    std::ostringstream out;
    write(out, graph, everything(graph));
    return out.str();
}

std::string written(Write write) { return written(write, test::make_dispute_graph()); }

/// Names that every format must survive.
KnowledgeGraph hostile_graph() {
    test::DisputeBuilder b;
    const NodeId one = b.company("A & \"B\", <C> \x01 \xff;\n D");
    const NodeId other = b.company("\u682A\u5F0F\u4F1A\u793E");
    const NodeId article = b.node(NodeKind::article, "article");
    b.edge(one, EdgeKind::sues, other, "\"quote\", with <marks> & a\r\nline", article);
    return b.freeze();
}

rapidjson::Document parsed(const std::string& text) {
    rapidjson::Document json;
    json.Parse(text.c_str());
    EXPECT_FALSE(json.HasParseError()) << text;
    return json;
}

TEST(Json, HoldsTheWholeGraph) {
    const rapidjson::Document json = parsed(written(write_json));
    EXPECT_EQ(json["nodes"].Size(), 13U);
    EXPECT_EQ(json["edges"].Size(), 17U);
    EXPECT_EQ(json["litigraph"].GetInt(), 1);
}

TEST(Json, HasAllOfANode) {
    EXPECT_THAT(written(write_json),
                HasSubstr("{\"id\":\"party:amazon-web-services\",\"type\":\"Company\","
                          "\"name\":\"Amazon Web Services\",\"alias\":[\"AWS\"],"
                          "\"party_kind\":\"company\"}"));
    EXPECT_THAT(written(write_json), HasSubstr("\"filed\":[\"2023-10-01\",\"2023-12-31\"]"));
    EXPECT_THAT(written(write_json), HasSubstr("\"count_low\":13,\"count_high\":13"));
    EXPECT_THAT(written(write_json), HasSubstr("\"published\":[\"2024-08-01\",\"2024-08-01\"]"));
}

TEST(Json, HasAllEvidenceOfAnEdge) {
    EXPECT_THAT(
        written(write_json),
        HasSubstr("\"source\":\"party:ericsson\",\"target\":\"party:apple\","
                  "\"type\":\"threatens-suit\",\"status\":\"stated\",\"evidence\":[{\"article\":"
                  "\"article:techradar-20240801\",\"begin\":17,\"end\":49,\"quote\":\"Ericsson "
                  "threatened to sue Apple\",\"rule\":\"test-rule\",\"status\":\"stated\"}]}"));
}

TEST(Json, OfNothingIsEmpty) {
    std::ostringstream out;
    write_json(out, test::make_dispute_graph(), {});
    EXPECT_EQ(out.str(), "{\"litigraph\":1,\n\"nodes\":[],\n\"edges\":[]}\n");
}

TEST(Json, SurvivesHostileNames) {
    const rapidjson::Document json = parsed(written(write_json, hostile_graph()));
    EXPECT_STREQ(json["nodes"][0]["name"].GetString(), "A & \"B\", <C> \x01 \uFFFD;\n D");
}

TEST(Cytoscape, WrapsEveryElement) {
    const rapidjson::Document json = parsed(written(write_cytoscape));
    const auto& nodes = json["elements"]["nodes"];
    ASSERT_EQ(nodes.Size(), 13U);
    EXPECT_STREQ(nodes[0]["data"]["label"].GetString(), "Amazon");
    EXPECT_STREQ(json["elements"]["edges"][0]["data"]["label"].GetString(), "sues");
}

TEST(GraphMl, HasTypedKeysAndEveryElement) {
    const std::string text = written(write_graphml);
    EXPECT_THAT(text, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns="));
    EXPECT_THAT(text, HasSubstr("<key id=\"e_begin\" for=\"edge\" attr.name=\"begin\" "
                                "attr.type=\"int\"/>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"n_type\">Company</data>"));
    EXPECT_THAT(text, HasSubstr("<data key=\"n_count_low\">13</data>"));
    EXPECT_THAT(text, HasSubstr("source=\"party:ericsson\" target=\"party:apple\">\n"
                                "      <data key=\"e_type\">threatens-suit</data>"));
}

TEST(GraphMl, SurvivesHostileNames) {
    const std::string text = written(write_graphml, hostile_graph());
    EXPECT_THAT(text, HasSubstr("A &amp; &quot;B&quot;, &lt;C&gt;  \uFFFD;\n D"));
    EXPECT_THAT(text, HasSubstr("&lt;marks&gt; &amp; a&#13;\nline"));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
}

TEST(Neo4j, NodesHaveTypesInTheHeading) {
    const std::string text = written(write_neo4j_nodes);
    EXPECT_THAT(text, StartsWith("id:ID,name,aliases,filed_from:date,filed_to:date,"
                                 "published:date,status,cause,docket_number,code,count_low:int,"
                                 "count_high:int,url,:LABEL\n"));
    EXPECT_THAT(text, HasSubstr("party:amazon-web-services,Amazon Web Services,AWS,,,,,,,,,,,"
                                "Party;Company\n"));
    EXPECT_EQ(std::ranges::count(text, '\n'), 14);
}

TEST(Neo4j, RelationshipsCarryTheQuote) {
    const std::string text = written(write_neo4j_relationships);
    EXPECT_THAT(text, StartsWith(":START_ID,:END_ID,:TYPE,status,from:date,to:date,lawsuit,quote,"
                                 "article,begin:int,end:int,sources:int\n"));
    EXPECT_THAT(text, HasSubstr("party:ericsson,party:apple,THREATENS_SUIT,stated,,,,Ericsson "
                                "threatened to sue Apple,article:techradar-20240801,17,49,1\n"));
}

TEST(Neo4j, QuotesWhatNeedsIt) {
    EXPECT_THAT(written(write_neo4j_relationships, hostile_graph()),
                HasSubstr(",\"\"\"quote\"\", with <marks> & a\r\nline\","));
}

}  // namespace
}  // namespace litigraph::query
