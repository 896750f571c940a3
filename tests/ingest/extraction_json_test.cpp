#include <litigraph/ingest/extraction_json.hpp>

#include <gtest/gtest.h>

namespace litigraph::ingest {
namespace {

Evidence quote(std::string text, std::string rule) {
    Evidence evidence;
    evidence.begin = 17;
    evidence.end = 17 + static_cast<std::uint32_t>(text.size());
    evidence.quote = std::move(text);
    evidence.rule = std::move(rule);
    return evidence;
}

ArticleObservations amazon_and_nokia() {
    ArticleObservations article;
    article.article.id = "wire";
    for (const char* name : {"Amazon", "Nokia"}) {
        PartyObservation party;
        party.name = name;
        article.parties.push_back(party);
    }
    return article;
}

TEST(ExtractionJson, OfNothingHasNoCases) {
    ArticleObservations article;
    article.article.id = "a \"b\"";
    EXPECT_EQ(to_json(article), R"({"article":"a \"b\"","cases":[],"relations":[]})");
}

TEST(ExtractionJson, GivesEveryFieldOfACase) {
    ArticleObservations article = amazon_and_nokia();
    CaseObservation lawsuit;
    lawsuit.plaintiffs.push_back({.party = 0, .evidence = {}});
    lawsuit.defendants.push_back({.party = 1, .evidence = {}});
    lawsuit.evidence.push_back(quote("Amazon sued Nokia", "sue"));
    lawsuit.countersuit = CountersuitForm::separate;
    lawsuit.courts.push_back({.id = "ded", .name = "D. Del.", .candidates = {}, .evidence = {}});
    lawsuit.jurisdictions.push_back({.code = "US-DE", .name = "Delaware", .evidence = {}});
    lawsuit.filed = interval_from_string("..2024-08-01");
    lawsuit.technologies.push_back({.name = "cloud computing", .term = "", .evidence = {}});
    lawsuit.patents.push_back({.number = "US9999001", .evidence = {}});
    lawsuit.patent_count = CountInterval{12, 12};
    lawsuit.count = {13, CountInterval::unbounded};
    article.cases.push_back(lawsuit);
    EXPECT_EQ(to_json(article),
              R"({"article":"wire","cases":[{"plaintiffs":["Amazon"],"defendants":["Nokia"],)"
              R"("countersuit":true,"status":"filed","court":{"id":"ded","name":"D. Del."},)"
              R"("jurisdictions":["US-DE"],"filed":[null,"2024-08-01"],)"
              R"("technologies":["cloud computing"],"patents":["US9999001"],"patent_count":12,)"
              R"("count":13,"evidence":[{"begin":17,"end":34,"quote":"Amazon sued Nokia",)"
              R"("rule":"sue"}]}],"relations":[]})");
}

TEST(ExtractionJson, LeavesNullWhatIsNotTold) {
    ArticleObservations article = amazon_and_nokia();
    article.cases.emplace_back();
    EXPECT_EQ(to_json(article),
              R"({"article":"wire","cases":[{"plaintiffs":[],"defendants":[],"countersuit":false,)"
              R"("status":"filed","court":null,"jurisdictions":[],"filed":null,"technologies":[],)"
              R"("patents":[],"patent_count":null,"count":1,"evidence":[]}],"relations":[]})");
}

TEST(ExtractionJson, NamesTheEndsOfARelation) {
    ArticleObservations article = amazon_and_nokia();
    RelationObservation settled;
    settled.kind = EdgeKind::settles_with;
    settled.from = 0;
    settled.to = 1;
    article.relations.push_back(settled);
    RelationObservation located;
    located.kind = EdgeKind::located_in;
    located.from = 1;
    located.place = "FI";
    article.relations.push_back(located);
    const std::string json = to_json(article);
    EXPECT_NE(json.find(R"("kind":"settles-with","from":"Amazon","to":"Nokia")"), json.npos);
    EXPECT_NE(json.find(R"("kind":"located-in","from":"Nokia","to":"FI")"), json.npos);
}

}  // namespace
}  // namespace litigraph::ingest
