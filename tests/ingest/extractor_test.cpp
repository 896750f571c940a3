#include "support/party_pairs.hpp"
#include "tables.hpp"
#include "text.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

Article article_of(const std::string& headline, const std::string& body) {
    Article article;
    article.id = "test";
    article.headline_size = headline.size();
    article.text = headline.empty() ? body : headline + "\n\n" + body;
    article.body_begin = article.text.size() - body.size();
    return article;
}

struct SentenceCase {
    const char* name;
    const char* text;
    std::vector<std::string> expected;
};
void PrintTo(const SentenceCase& row, std::ostream* out) { *out << row.name; }

class Sentences : public testing::TestWithParam<SentenceCase> {};

TEST_P(Sentences, GiveExactlyThePairs) {
    EXPECT_THAT(test::party_pairs(extract(article_of("", GetParam().text))),
                testing::ElementsAreArray(GetParam().expected));
}

const SentenceCase sentence_cases[] = {
    {"Active", "Quillon sued Marlowe Micro on Monday.", {"Quillon>Marlowe Micro"}},
    {"Passive", "Orbix Labs was sued by Veltrona in June.", {"Veltrona>Orbix Labs"}},
    {"Nominal", "Norvane's lawsuit against Brightmere cites emails.", {"Norvane>Brightmere"}},
    {"AnswersGroup",
     "Solenne sued Wexcom. The lawsuit comes in response to 13 legal proceedings filed by Wexcom "
     "late last year in India and Brazil.",
     {"Solenne>>Wexcom", "Wexcom>Solenne"}},
    {"Negated", "Norvane has not sued Brightmere.", {}},
    {"Modal", "Norvane may sue Brightmere.", {}},
    {"Business", "Norvane supplies Brightmere.", {}},
    {"Clothes", "The chief executive of Norvane wore a grey suit.", {}},
};
INSTANTIATE_TEST_SUITE_P(Plain, Sentences, testing::ValuesIn(sentence_cases),
                         [](const auto& row) { return row.param.name; });

TEST(Extractor, EveryQuoteIsTheBytesOfItsSpan) {
    const Article article = article_of("Quillon sues Marlowe Micro",
                                       "Quillon filed a lawsuit against Marlowe Micro on Monday.");
    const ArticleObservations observations = extract(article);
    ASSERT_EQ(observations.cases.size(), 1U);
    for (const Evidence& evidence : observations.cases[0].evidence) {
        EXPECT_EQ(article.text.substr(evidence.begin, evidence.end - evidence.begin),
                  evidence.quote);
    }
}

TEST(Extractor, EachPartyShowsTheWordsThatPutItThere) {
    const ArticleObservations read = extract(article_of(
        "", "Norvane filed a lawsuit on Monday. The suit names Brightmere as defendant."));
    ASSERT_EQ(read.cases.size(), 1U);
    const CaseObservation& told = read.cases.front();
    ASSERT_EQ(told.plaintiffs.size(), 1U);
    ASSERT_EQ(told.defendants.size(), 1U);
    EXPECT_THAT(told.plaintiffs[0].evidence.quote, testing::HasSubstr("Norvane"));
    EXPECT_THAT(told.defendants[0].evidence.quote, testing::HasSubstr("Brightmere"));
    EXPECT_EQ(told.defendants[0].evidence.confidence, Confidence::stated);
}

TEST(Extractor, WhatIsOnlyImpliedIsInferred) {
    const ArticleObservations read =
        extract(article_of("",
                           "Norvane sued Brightmere on Monday over chips. The lawsuit comes in "
                           "response to two lawsuits filed by Brightmere last year."));
    ASSERT_EQ(read.cases.size(), 2U);
    const CaseObservation& answering = read.cases[0];
    const CaseObservation& provoking = read.cases[1];
    EXPECT_EQ(answering.defendants[0].evidence.confidence, Confidence::stated);
    EXPECT_EQ(provoking.plaintiffs[0].evidence.confidence, Confidence::stated);
    EXPECT_EQ(provoking.defendants[0].evidence.confidence, Confidence::inferred);
    ASSERT_TRUE(answering.countersuit_evidence);
    EXPECT_EQ(answering.countersuit, CountersuitForm::separate);
    EXPECT_THAT(answering.countersuit_evidence->quote, testing::HasSubstr("in response to"));
}

/// Reading a sentence takes more than linear time, so that no input may have an endless one.
TEST(Extract, ASentenceWithoutAnEndIsCut) {
    std::string text = "Zephra sued Halcyte";
    for (int i = 0; i < 2000; ++i) {
        text += " and it said it sued it";
    }
    const Article article = article_of("", text);
    const detail::Document document = detail::segment(article, Lexicon::built_in().tables().words);
    EXPECT_GT(document.sentences.size(), 5U);
    for (const detail::Sentence& sentence : document.sentences) {
        EXPECT_LE(sentence.last_token - sentence.first_token, 1000U);
    }
    EXPECT_THAT(test::party_pairs(extract(article)), testing::Contains("Zephra>Halcyte"));
}

}  // namespace
}  // namespace litigraph::ingest
