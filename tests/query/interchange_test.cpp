#include "support/dispute_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/query/interchange.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>

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

TEST(Json, FollowsThePublishedSchema) {
    const rapidjson::SchemaDocument schema(
        parsed(test::read_file(LITIGRAPH_SOURCE_DIR "/query/schema/graph.schema.json")));
    const auto is_valid = [&](const rapidjson::Document& json) {
        rapidjson::SchemaValidator validator(schema);
        return json.Accept(validator);
    };
    EXPECT_TRUE(is_valid(parsed(written(write_json))));
    EXPECT_TRUE(is_valid(parsed(written(write_json, hostile_graph()))));
    rapidjson::Document json = parsed(written(write_json));
    json["nodes"][0].RemoveMember("name");
    EXPECT_FALSE(is_valid(json));
    json = parsed(written(write_json));
    json["edges"][0]["evidence"][0]["status"] = "guessed";
    EXPECT_FALSE(is_valid(json));
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

TEST(Gexf, HasTypedAttributesAndEveryElement) {
    const std::string text = written(write_gexf);
    EXPECT_THAT(text, HasSubstr("<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">"));
    EXPECT_THAT(text, HasSubstr("<attribute id=\"begin\" title=\"begin\" type=\"integer\"/>"));
    EXPECT_THAT(text, HasSubstr("<node id=\"party:amazon\" label=\"Amazon\"><attvalues><attvalue "
                                "for=\"type\" value=\"Company\"/><attvalue for=\"name\""));
    EXPECT_THAT(text, HasSubstr("source=\"party:ericsson\" target=\"party:apple\" "
                                "label=\"threatens-suit\"><attvalues>"));
    EXPECT_THAT(text, HasSubstr("label=\"Nokia video-patent proceedings (13)\""));
}

TEST(Gexf, SurvivesHostileNames) {
    const std::string text = written(write_gexf, hostile_graph());
    EXPECT_THAT(text, HasSubstr("label=\"A &amp; &quot;B&quot;, &lt;C&gt;  \uFFFD;&#10; D\""));
    EXPECT_THAT(text, HasSubstr("&lt;marks&gt; &amp; a&#13;&#10;line"));
    EXPECT_THAT(text, Not(HasSubstr("\x01")));
}

/// Entities by id, as their lines have them.
std::map<std::string, std::string> money_lines(const KnowledgeGraph& graph) {
    std::istringstream text(written(write_follow_the_money, graph));
    std::map<std::string, std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.emplace(parsed(line)["id"].GetString(), line);
    }
    return lines;
}

TEST(FollowTheMoney, TellsASuitByItsCaseAndItsSides) {
    auto lines = money_lines(test::make_dispute_graph());
    EXPECT_EQ(lines["lawsuit-amazon-v-nokia"],
              "{\"id\":\"lawsuit-amazon-v-nokia\",\"schema\":\"CourtCase\",\"properties\":{"
              "\"category\":[\"patent\"],\"court\":[\"D. Delaware\"],"
              "\"fileDate\":[\"2024-07\",\"2024-08\"],\"keywords\":[\"cloud computing\"],"
              "\"name\":[\"Amazon v. Nokia\"],\"notes\":[\"earlier this week\"],"
              "\"proof\":[\"article-techradar-20240801\"],\"status\":[\"filed\"]}}");
    EXPECT_EQ(lines["e2"],
              "{\"id\":\"e2\",\"schema\":\"CourtCaseParty\",\"properties\":{"
              "\"case\":[\"lawsuit-amazon-v-nokia\"],\"party\":[\"party-amazon\"],"
              "\"role\":[\"plaintiff\"],\"status\":[\"stated\"],"
              "\"summary\":[\"Amazon has filed a lawsuit against Nokia\"]}}");
    EXPECT_EQ(lines.count("e0"), 0U) << "the case tells who sues whom";
}

TEST(FollowTheMoney, OtherRelationsAreLinks) {
    auto lines = money_lines(test::make_dispute_graph());
    EXPECT_THAT(lines["e13"], HasSubstr("\"schema\":\"UnknownLink\""));
    EXPECT_THAT(lines["e13"], HasSubstr("\"role\":[\"division of\"]"));
    EXPECT_THAT(lines["e16"], HasSubstr("\"role\":[\"threatens suit\"]"));
    EXPECT_THAT(lines["party-amazon-web-services"], HasSubstr("\"alias\":[\"AWS\"]"));
    for (const auto& entry : lines) {
        EXPECT_THAT(entry.second, Not(HasSubstr("court:"))) << "no schema for courts";
    }
}

TEST(FollowTheMoney, DatesAreAsFineAsTheyAreKnown) {
    test::DisputeBuilder b;
    b.node(NodeKind::lawsuit, "Day", test::days("2024-07-30"));
    b.node(NodeKind::lawsuit, "Year", test::days("2023"));
    b.node(NodeKind::lawsuit, "Since", test::days("2023-05-02.."));
    b.node(NodeKind::lawsuit, "Never");
    auto lines = money_lines(b.freeze());
    EXPECT_THAT(lines["lawsuit-day"], HasSubstr("\"fileDate\":[\"2024-07-30\"]"));
    EXPECT_THAT(lines["lawsuit-year"], HasSubstr("\"fileDate\":[\"2023\"]"));
    EXPECT_THAT(lines["lawsuit-since"], HasSubstr("\"fileDate\":[\"2023-05\"]"));
    EXPECT_THAT(lines["lawsuit-never"], Not(HasSubstr("fileDate")));
}

TEST(FollowTheMoney, CountriesAreLowerCaseAndOurOwnCodesAreNone) {
    test::DisputeBuilder b;
    const NodeId suit = b.node(NodeKind::lawsuit, "Suit");
    const NodeId article = b.node(NodeKind::article, "article");
    for (const auto& [name, code] :
         {std::pair("Delaware", "US-DE"), std::pair("Finland", "FI"), std::pair("UPC", "XU")}) {
        const NodeId place = b.node(NodeKind::jurisdiction, name);
        b.attribute(place, AttributeKey::code, code);
        b.edge(suit, EdgeKind::filed_in, place, "there", article);
    }
    EXPECT_THAT(money_lines(b.freeze())["lawsuit-suit"], HasSubstr("\"country\":[\"fi\",\"us\"]"));
}

std::string turtle(const KnowledgeGraph& graph, const Selection& part,
                   const ArticleText& text = {}) {
    std::ostringstream out;
    write_turtle(out, graph, part, text);
    return out.str();
}

TEST(Turtle, AnEdgeIsATripleAndAStatement) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const std::string text = turtle(graph, everything(graph));
    EXPECT_THAT(text, HasSubstr("\nd:party:ericsson a lg:Company , lg:Party , schema:Organization "
                                ";\n    rdfs:label \"Ericsson\" ;\n"));
    EXPECT_THAT(text, HasSubstr(";\n    lg:threatensSuit d:party:apple"));
    EXPECT_THAT(text, HasSubstr("d:e16 a rdf:Statement , prov:Entity ;\n"
                                "    rdf:subject d:party:ericsson ;\n"
                                "    rdf:predicate lg:threatensSuit ;\n"
                                "    rdf:object d:party:apple ;\n"
                                "    lg:status \"stated\" ;\n"
                                "    prov:hadPrimarySource d:article:techradar-20240801 ;\n"));
    EXPECT_THAT(text,
                HasSubstr("[ a oa:TextQuoteSelector ; oa:exact \"Ericsson threatened to sue "
                          "Apple\" ] , [ a oa:DataPositionSelector ; oa:start 17 ; oa:end 49 ]"));
    EXPECT_THAT(text, HasSubstr("lg:filedFrom \"2023-10-01\"^^xsd:date"));
    EXPECT_THAT(text, Not(HasSubstr("TextPositionSelector"))) << "the text is not at hand";
}

TEST(Turtle, APartHasItsSources) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const std::string text = turtle(graph, around(graph, graph.find("Ericsson").front(), 1));
    EXPECT_THAT(text, HasSubstr("\nd:article:techradar-20240801 a lg:Article"));
    EXPECT_THAT(text, Not(HasSubstr("Nokia")));
}

/// One edge, quoted from the 6th byte of "<euro><euro>Zephra sued Quorex".
KnowledgeGraph quoted_graph(std::string_view quote, std::uint32_t begin) {
    GraphBuilder b;
    const NodeId one = b.add_node(NodeKind::party, "Zephra");
    const NodeId other = b.add_node(NodeKind::party, "Quorex");
    const NodeId article = b.add_node(NodeKind::article, "wire-1");
    const EdgeId edge = b.add_edge(one, EdgeKind::sues, other, {}, {}, Confidence::stated);
    Evidence evidence;
    evidence.begin = begin;
    evidence.end = begin + static_cast<std::uint32_t>(quote.size());
    evidence.quote = quote;
    evidence.rule = "test-rule";
    b.add_evidence(edge, article, evidence);
    return *std::move(b).freeze();
}

TEST(Turtle, PositionsInTheTextCountCharacters) {
    const KnowledgeGraph graph = quoted_graph("Zephra sued Qu\u00F6rex", 6);
    const auto text = [](NodeId) {
        return std::optional<std::string_view>("\u20AC\u20ACZephra sued Qu\u00F6rex.");
    };
    EXPECT_THAT(turtle(graph, everything(graph), text),
                HasSubstr("oa:start 6 ; oa:end 25 ] , [ a oa:TextPositionSelector ; oa:start 2 ; "
                          "oa:end 20 ]"));
}

TEST(Turtle, ATextThatIsNotTheArticleGivesNoPosition) {
    const KnowledgeGraph graph = quoted_graph("Zephra sued Quorex", 6);
    for (const char* other : {"", "Zephra sued Quorex and more", "123456Zephra Sued Quorex"}) {
        const auto text = [&](NodeId) { return std::optional<std::string_view>(other); };
        EXPECT_THAT(turtle(graph, everything(graph), text), Not(HasSubstr("TextPosition")));
    }
}

TEST(Turtle, SurvivesHostileNames) {
    const KnowledgeGraph graph = hostile_graph();
    const std::string text = turtle(graph, everything(graph));
    EXPECT_THAT(text, HasSubstr("rdfs:label \"A & \\\"B\\\", <C> \\u0001 \uFFFD;\\u000A D\""));
    EXPECT_THAT(text, HasSubstr("\\\"quote\\\", with <marks> & a\\u000D\\u000Aline"));
    EXPECT_THAT(text, HasSubstr("d:party:%E6%A0%AA%E5%BC%8F%E4%BC%9A%E7%A4%BE"));
}

TEST(JsonLd, SaysTheSame) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    std::ostringstream out;
    write_json_ld(out, graph, everything(graph));
    const rapidjson::Document json = parsed(out.str());
    EXPECT_STREQ(json["@context"]["prov"].GetString(), "http://www.w3.org/ns/prov#");
    ASSERT_EQ(json["@graph"].Size(), 13U + 17U);
    const auto& statement = json["@graph"][29];
    EXPECT_STREQ(statement["@id"].GetString(), "d:e16");
    EXPECT_STREQ(statement["rdf:object"][0]["@id"].GetString(), "d:party:apple");
    EXPECT_STREQ(
        statement["lg:evidence"][0]["oa:hasSelector"][1]["oa:start"][0]["@value"].GetString(),
        "17");
}

}  // namespace
}  // namespace litigraph::query
