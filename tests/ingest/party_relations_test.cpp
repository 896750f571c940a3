#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "Nokia located-in FI", "Snapfield division-of Eastlake"; of `kind` only.
std::vector<std::string> relations(std::string text, EdgeKind kind) {
    Article article;
    article.id = "a";
    article.text = std::move(text);
    const ArticleObservations read = extract(article);
    std::vector<std::string> found;
    for (const RelationObservation& relation : read.relations) {
        if (relation.kind == kind) {
            const Evidence& words = relation.evidence;
            EXPECT_EQ(words.quote, article.text.substr(words.begin, words.end - words.begin));
            found.push_back(read.parties[relation.from].name + ' ' + std::string(to_string(kind)) +
                            ' ' + (relation.to ? read.parties[*relation.to].name : relation.place));
        }
    }
    return found;
}

std::vector<std::string> places(std::string text) {
    return relations(std::move(text), EdgeKind::located_in);
}
std::vector<std::string> units(std::string text) {
    return relations(std::move(text), EdgeKind::division_of);
}

TEST(LocatedIn, NationalityBeforeTheName) {
    EXPECT_THAT(places("Brightmere sued the Finnish telecoms group Norvane."),
                ElementsAre("Norvane located-in FI"));
}

TEST(LocatedIn, NationalityAfterTheName) {
    EXPECT_THAT(places("Norvane, a Swedish chip maker, sued Brightmere in Munich."),
                ElementsAre("Norvane located-in SE"));
}

TEST(LocatedIn, NationalityOfTheAccused) {
    EXPECT_THAT(places("Brightmere filed a lawsuit against Norvane, accusing the Finnish telecoms "
                       "giant of infringing patents."),
                ElementsAre("Norvane located-in FI"));
}

TEST(LocatedIn, SeatBeforeTheName) {
    EXPECT_THAT(places("Munich-based Norvane sued Brightmere."),
                ElementsAre("Norvane located-in DE"));
}

TEST(LocatedIn, NothingOfCourtsProductsOrStrangers) {
    EXPECT_THAT(places("Norvane sued Brightmere in a German court."), IsEmpty());
    EXPECT_THAT(places("Norvane sued Brightmere over Finnish telecoms patents."), IsEmpty());
    EXPECT_THAT(places("Norvane sued Brightmere. The Finnish company Quillon did not comment."),
                IsEmpty());
    EXPECT_THAT(places("Norvane sued Brightmere, and the Finnish company won."), IsEmpty());
}

TEST(DivisionOf, ItsUnitBearsTheName) {
    EXPECT_THAT(units("Aldergrove sued Norvane, saying code from its cloud division, Aldergrove "
                      "Compute, was copied."),
                ElementsAre("Aldergrove Compute division-of Aldergrove"));
}

TEST(DivisionOf, AUnitOfItsOwner) {
    EXPECT_THAT(units("Snapfield, a unit of Eastlake, sued Norvane."),
                ElementsAre("Snapfield division-of Eastlake"));
    EXPECT_THAT(units("Eastlake unit Snapfield sued Norvane."),
                ElementsAre("Snapfield division-of Eastlake"));
}

TEST(DivisionOf, NobodysUnit) {
    EXPECT_THAT(units("Aldergrove sued Norvane over technology of its cloud division, Snapfield."),
                IsEmpty());
    EXPECT_THAT(units("Aldergrove sued Norvane in the chancery division."), IsEmpty());
}

}  // namespace
}  // namespace litigraph::ingest
