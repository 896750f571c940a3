#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

/// Thursday.
const Day published = *day_from_string("2024-08-01");

ArticleObservations read(const std::string& text, std::optional<Day> day = published) {
    Article article;
    article.id = "test";
    article.text = text;
    article.published = day;
    return extract(article);
}

/// "Quillon: ded" for each case with a court, by its first plaintiff; courts that the table lacks
/// by their words, places as "Quillon: (US-TX)".
std::vector<std::string> forums_of(const ArticleObservations& observations) {
    std::vector<std::string> found;
    for (const CaseObservation& lawsuit : observations.cases) {
        const std::string who = lawsuit.plaintiffs.empty()
                                    ? "?"
                                    : observations.parties[lawsuit.plaintiffs.front().party].name;
        for (const CourtObservation& court : lawsuit.courts) {
            found.push_back(who + ": " + (court.id.empty() ? court.name : court.id));
        }
        if (lawsuit.courts.empty()) {
            for (const JurisdictionObservation& place : lawsuit.jurisdictions) {
                found.push_back(who + ": (" + place.code + ")");
            }
        }
    }
    return found;
}

/// "2024-07-29..2024-07-29" for each dated case.
std::vector<std::string> dates_of(const ArticleObservations& observations) {
    std::vector<std::string> found;
    for (const CaseObservation& lawsuit : observations.cases) {
        if (lawsuit.filed) {
            found.push_back(to_string(lawsuit.filed->first) + ".." +
                            to_string(lawsuit.filed->last));
        }
    }
    return found;
}

struct FactCase {
    const char* name;
    const char* text;
    std::vector<std::string> expected;
};
void PrintTo(const FactCase& row, std::ostream* out) { *out << row.name; }

class Forums : public testing::TestWithParam<FactCase> {};

TEST_P(Forums, AreThoseOfTheFiling) {
    EXPECT_THAT(forums_of(read(GetParam().text)), testing::ElementsAreArray(GetParam().expected));
}

const FactCase forum_cases[] = {
    {"SameSentence", "Quillon sued Zephra in Delaware federal court.", {"Quillon: ded"}},
    {"NextSentence",
     "Quillon sued Zephra. The complaint was filed in federal court in San Francisco.",
     {"Quillon: cand"}},
    {"LaterParagraph",
     "Quillon sued Zephra.\n\nZephra denied the claims.\n\nA federal jury in San Diego will hear "
     "them.",
     {"Quillon: casd"}},
    {"FilingBeforeRuling",
     "A Boston federal judge will hear it. Quillon sued Zephra in Delaware federal court.",
     {"Quillon: ded"}},
    {"Dateline",
     "LOS ANGELES, March 5 - Quillon sued Zephra in federal court here, it said.",
     {"Quillon: cacd"}},
    {"DatelineWithItsState",
     "COLUMBUS, Ohio (WXYZ) -- Quillon sued Zephra in federal court here.",
     {"Quillon: ohsd"}},
    {"DatelineOfAWire",
     "BOSTON (AP) - Quillon sued Zephra in federal court here.",
     {"Quillon: mad"}},
    {"CitationOfTheHighCourt",
     "The ruling came in Quillon Ltd v Zephra Ltd [2019] EWHC 2925 (Ch).",
     {"Quillon: gb-ch"}},
    {"PlaceWhereNoCourtIsNamed", "Quillon sued Zephra in California.", {"Quillon: (US-CA)"}},
    {"StateOfManyDistricts", "Quillon sued Zephra in Texas federal court.", {"Quillon: (US-TX)"}},

    {"SystemAndPlaceApart",
     "Quillon sued Zephra in U.S. district court. The suit, filed in Manhattan, seeks damages.",
     {"Quillon: nysd"}},
    {"CourtThatTheTableLacks",
     "Quillon sued Zephra in Haifa District Court on Monday.",
     {"Quillon: Haifa District Court"}},
    {"PeoplesCourtThatTheTableLacks",
     "Quillon sued Zephra in Beijing People's Court on Monday.",
     {"Quillon: Beijing People's Court"}},
    {"PeoplesCourtOfTheTable",
     "Quillon sued Zephra in Shenzhen Intermediate People's Court.",
     {"Quillon: cn-sz-ipc"}},
    {"OneCaseForEachCourt",
     "Quillon sued Zephra. The suits were filed in the regional courts in Mannheim, Munich and "
     "Hamburg.",
     {"Quillon: de-lg-mannheim", "Quillon: de-lg-muenchen1", "Quillon: de-lg-hamburg"}},
    {"OneCaseForEachFiling",
     "Quillon sued Zephra in Delaware federal court. It also sued Zephra in Tokyo District Court.",
     {"Quillon: ded", "Quillon: jp-tdc"}},
    {"SuitsThatWentToTwoCourts",
     "Quillon sued Zephra twice. One complaint went to federal court in Los Angeles, the other to "
     "the U.S. International Trade Commission.",
     {"Quillon: cacd", "Quillon: usitc"}},
    {"CourtThatRulesIsNoSecond",
     "Quillon sued Zephra in Delaware federal court. A Tokyo court dismissed the suit.",
     {"Quillon: ded"}},
    {"CounterclaimIsInTheSameCourt",
     "Quillon sued Zephra in Delaware federal court. Zephra filed a counterclaim against Quillon.",
     {"Quillon: ded", "Zephra: ded"}},
    {"CourtThatIsTold",
     "Quillon sued Zephra. Quillon told a Manhattan federal court on Friday that it was owed "
     "money.",
     {"Quillon: nysd"}},

    {"SameCourtAsAnother",
     "Quillon sued Zephra in Delaware federal court. Orbix Labs sued Zephra in the same court.",
     {"Quillon: ded", "Orbix Labs: ded"}},
    {"SameCourtThatTheTableLacks",
     "Quillon sued Zephra in Bell County Chancery Court. Orbix Labs sued Corvane in the same "
     "court.",
     {"Quillon: Bell County Chancery Court", "Orbix Labs: Bell County Chancery Court"}},
    {"SameCourtAsNone", "Quillon sued Zephra. Orbix Labs sued Zephra in the same court.", {}},
    {"HighCourtInACountry",
     "Quillon sued Zephra in the High Court in Ireland.",
     {"Quillon: ie-hc"}},
    {"HighCourtOfTheCountryNamed",
     "Quillon sued Zephra, an Irish baker, in the High Court. The Dublin firm denies it.",
     {"Quillon: ie-hc"}},
    {"FederalCourtOfTheCountryNamed",
     "The Federal Court will hear how Quillon, an Australian miner, sued Zephra of Sydney.",
     {"Quillon: au-fca"}},
    {"HighCourtOfItsOwnName",
     "Quillon sued Zephra in the Sindh High Court.",
     {"Quillon: Sindh High Court"}},
    {"StateAgainstState", "Ohio sued Texas in the U.S. Supreme Court.", {"Ohio: scotus"}},
    {"OthersNotThere", "Quillon sued Zephra. It will go to the U.S. Supreme Court.", {}},
    {"DistrictInLetters",
     "Quillon Inc v. Zephra LLC, No. 18-11670 (D.N.J., filed July 16, 2018).",
     {"Quillon: njd"}},
    {"FiledByAnOfficer",
     "Zephra is being sued by Quillon. Dana Whitlock, its lawyer, filed the complaint in Delaware "
     "federal court.",
     {"Quillon: ded"}},
    {"AgencyThatSuesIsNone",
     "In a suit filed on Tuesday, the Equal Employment Opportunity Commission accuses Zephra of "
     "bias.",
     {}},

    {"CourtThatTheDefendantTellsIsNone",
     "Quillon sued Zephra in Delaware federal court. Zephra asked a judge in San Francisco to "
     "dismiss another suit.",
     {"Quillon: ded"}},
    {"CourtMovedToIsNone",
     "Quillon's lawsuit against Zephra, filed in Dallas, was moved to the Northern District of "
     "California.",
     {"Quillon: (US-TX)"}},
    {"CityThatHasOneCourt", "Quillon sued Zephra in Munich in 2022.", {"Quillon: de-lg-muenchen1"}},
    {"CourtOfAnotherCaseTellsNothing",
     "Quillon sued Zephra in Delaware federal court. In 2019, Zephra was sued by Orbix Labs in "
     "Atlanta.",
     {"Quillon: ded", "Orbix Labs: (US-GA)"}},
    {"OtherSuitsAreElsewhere",
     "Quillon sued Zephra. Two shareholder suits were filed in Delaware federal court.",
     {}},
    {"EuropeanCourtsAreReferredTo",
     "Quillon sued Zephra. The EU's highest court will hear the case.",
     {}},
    {"HeadquartersAreNone", "Quillon, based in Delaware, sued Zephra.", {}},
    {"AppealCourtIsNone",
     "Quillon sued Zephra. The U.S. Supreme Court declined to hear the case.",
     {}},
    {"AgencyElsewhereIsNone", "Quillon sued Zephra. Parents had asked the FCC for an inquiry.", {}},
    {"DatelineAloneIsNone", "MUNICH, Aug 1 - Quillon sued Zephra, it said.", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, Forums, testing::ValuesIn(forum_cases),
                         [](const auto& row) { return std::string(row.param.name); });

class FilingDates : public testing::TestWithParam<FactCase> {};

TEST_P(FilingDates, AreToldFromOtherDates) {
    EXPECT_THAT(dates_of(read(GetParam().text)), testing::ElementsAreArray(GetParam().expected));
}

const FactCase date_cases[] = {
    {"Weekday", "Quillon sued Zephra on Monday.", {"2024-07-29..2024-07-29"}},
    {"BeforeTheVerb",
     "Quillon on Tuesday filed a lawsuit against Zephra.",
     {"2024-07-30..2024-07-30"}},
    {"LongObject",
     "Quillon sued the company behind the dating site Zephra on Monday.",
     {"2024-07-29..2024-07-29"}},
    {"VerbOfTheFrame",
     "Back in 2004, Quillon slapped Zephra with a lawsuit.",
     {"2004-01-01..2004-12-31"}},
    {"BeforeTheNoun",
     "Quillon is suing Zephra. Zephra denied all allegations in Quillon's March lawsuit.",
     {"2024-03-01..2024-03-31"}},
    {"AfterAGerund",
     "In June, after receiving a letter, Quillon filed a lawsuit against Zephra.",
     {"2024-06-01..2024-06-30"}},
    {"NextSentence",
     "Quillon is suing Zephra. The complaint was filed on Tuesday.",
     {"2024-07-30..2024-07-30"}},
    {"SpeechOfSuing", "Quillon said on Tuesday it is suing Zephra.", {"2024-07-30..2024-07-30"}},
    {"LastWeek", "Quillon sued Zephra last week.", {"2024-07-22..2024-07-28"}},
    {"SharperWordsLater",
     "Quillon sued Zephra last week. The complaint was filed on July 24.",
     {"2024-07-24..2024-07-24"}},

    {"DayACourtWasTold",
     "Quillon sued Zephra. Quillon told a Manhattan federal court on Friday that it was owed "
     "money.",
     {"2024-07-26..2024-07-26"}},
    {"VerbOfTheAnswer",
     "Zephra sued Quillon. Quillon retaliated last week with a lawsuit against Zephra.",
     {"2024-07-22..2024-07-28"}},
    {"JoinedVerbs",
     "Zephra sued Quillon. Quillon last week denied the claims and sued Zephra.",
     {"2024-07-22..2024-07-28"}},
    {"SuitThatWasWon",
     "Quillon won an injunction on Tuesday in its lawsuit against Zephra, which it filed in 2022.",
     {"2022-01-01..2022-12-31"}},
    {"SuitThatWasDismissed",
     "A judge on Tuesday dismissed a lawsuit that Quillon filed against Zephra in May.",
     {"2024-05-01..2024-05-31"}},
    {"WhenItBegan",
     "The fight began in 2002 when Quillon sued Zephra for copying its software.",
     {"2002-01-01..2002-12-31"}},
    {"WordsOfASideAlone",
     "Quillon takes Zephra to court. A new lawsuit by Quillon, filed last Friday, seeks damages.",
     {"2024-07-26..2024-07-26"}},
    {"YearOfTheSuit",
     "Quillon is suing Zephra. The case stemmed from a 1977 lawsuit filed by Quillon.",
     {"1977-01-01..1977-12-31"}},
    {"OwnDayInEachCourt",
     "Quillon sued Zephra in Delaware federal court on Monday. It sued Zephra in Tokyo District "
     "Court on Tuesday.",
     {"2024-07-29..2024-07-29", "2024-07-30..2024-07-30"}},
    {"OneDayInBothCourts",
     "Quillon sued Zephra on Monday in Delaware federal court and in Tokyo District Court.",
     {"2024-07-29..2024-07-29", "2024-07-29..2024-07-29"}},

    {"SameDayAsAnother",
     "Quillon sued Zephra on Monday. The same day, Orbix Labs sued Corvane.",
     {"2024-07-29..2024-07-29", "2024-07-29..2024-07-29"}},
    {"DaysAfterAnother",
     "Quillon sued Zephra on July 8. Orbix Labs sued Corvane two days later.",
     {"2024-07-08..2024-07-08", "2024-07-10..2024-07-10"}},
    {"YearAfterAnother",
     "Quillon sued Zephra in 2018. The following year, Orbix Labs sued Corvane.",
     {"2018-01-01..2018-12-31", "2019-01-01..2019-12-31"}},
    {"MonthOfTheYearTold",
     "Quillon sued Zephra in 2018. Orbix Labs sued Corvane in September of that year.",
     {"2018-01-01..2018-12-31", "2018-09-01..2018-09-30"}},
    {"LaterInTheMonthTold",
     "Quillon sued Zephra in March. Later that month, Orbix Labs sued Corvane.",
     {"2024-03-01..2024-03-31", "2024-03-01..2024-03-31"}},
    {"DayTheSuitWasAnnounced",
     "Quillon is suing Zephra. Its lawyer said on Tuesday as she announced the lawsuit that it "
     "lied.",
     {"2024-07-30..2024-07-30"}},
    {"DayTheTradeCommissionWasAsked",
     "Quillon sued Zephra. On Monday Quillon asked the U.S. International Trade Commission to open "
     "an investigation.",
     {"2024-07-29..2024-07-29"}},
    {"CounterclaimEntered",
     "Quillon sued Zephra. In a counterclaim entered Wednesday, Zephra says Quillon lied.",
     {"2024-07-31..2024-07-31"}},

    {"MovedTheCourt",
     "Quillon moved the court in 2016 against Zephra, seeking to restrain it.",
     {"2016-01-01..2016-12-31"}},

    {"FilingsWithRegulatorsAreNone",
     "Quillon sued Zephra, which told of it in a 13-D filing with an agency on Monday.",
     {}},
    {"RecordOfTheFiling",
     "Quillon on Monday launched a lawsuit against Zephra. The suit was filed on Friday, July 26, "
     "in Delaware.",
     {"2024-07-26..2024-07-26"}},
    {"RecordOfAnotherFiling",
     "Quillon on Monday launched a lawsuit against Zephra. The suit was filed in May by mistake.",
     {"2024-07-29..2024-07-29"}},

    {"ThingsBroughtOutAreNone",
     "Quillon sued Zephra over a lamp that Zephra brought out in the spring.",
     {}},
    {"DaysAfterNone", "Two days later, Quillon sued Zephra.", {}},
    {"LaterThanTheArticle", "Quillon moved in July 2024. A year later, Quillon sued Zephra.", {}},
    {"SameDayAsNone", "The same day, Quillon sued Zephra.", {}},
    {"OtherSuitsAreNone",
     "Quillon is suing Zephra. Two shareholder suits were filed over the summer.",
     {}},
    {"HearingToComeIsNone",
     "In May a court will hear a suit brought by Quillon against Zephra.",
     {}},
    {"VerdictIsNone",
     "On Monday, a jury ordered Zephra to pay Quillon $10 million in a suit that Quillon brought.",
     {}},
    {"StatuteIsNone", "Quillon sued Zephra under the Tariff Act of 1930.", {}},
    {"ReportIsNone", "Quillon said on Tuesday that it had filed a lawsuit against Zephra.", {}},
    {"ReporterIsNone", "Today, a paper is reporting that Quillon has sued Zephra.", {}},
    {"RulingIsNone", "Quillon sued Zephra. A judge dismissed the suit on Monday.", {}},
    {"RulingInTheCaptionIsNone",
     "Earlier this week, the court handed down its decision in Quillon v. Zephra.",
     {}},
    {"RecentlyIsNone", "Quillon recently sued Zephra.", {}},
    {"FoundingIsNone", "Quillon, founded in 2011, sued Zephra.", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, FilingDates, testing::ValuesIn(date_cases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(FilingDates, RelativeWordsNeedADateOfTheArticle) {
    EXPECT_THAT(dates_of(read("Quillon sued Zephra on Monday.", std::nullopt)), testing::IsEmpty());
    EXPECT_THAT(dates_of(read("Quillon sued Zephra in 2011.", std::nullopt)),
                testing::ElementsAre("2011-01-01..2011-12-31"));
}

TEST(CaseNumbers, AreThoseOfTheSuit) {
    const ArticleObservations observations = read(
        "Quillon sued Zephra, No. 2:23-cv-00456, alleging infringement of two patents. It owns "
        "300 patents. Only the '001 patent remains.");
    ASSERT_EQ(observations.cases.size(), 1U);
    const CaseObservation& lawsuit = observations.cases.front();
    EXPECT_EQ(lawsuit.docket_number, "2:23-cv-00456");
    EXPECT_EQ(lawsuit.patent_count, (CountInterval{2, 2}));
    ASSERT_EQ(lawsuit.patents.size(), 1U);
    EXPECT_EQ(lawsuit.patents.front().number, "'001");
    EXPECT_EQ(lawsuit.count, CountInterval{});
}

TEST(CaseNumbers, GroupsKeepTheirCount) {
    const ArticleObservations observations =
        read("Quillon filed more than a dozen lawsuits against Zephra.");
    ASSERT_EQ(observations.cases.size(), 1U);
    EXPECT_EQ(observations.cases.front().count, (CountInterval{13, CountInterval::unbounded}));
}

TEST(CaseNumbers, OtherCountsAreNone) {
    const ArticleObservations observations =
        read("Quillon, which has three factories, sued Zephra over claim 1 of the patent.");
    ASSERT_EQ(observations.cases.size(), 1U);
    EXPECT_EQ(observations.cases.front().count, CountInterval{});
    EXPECT_FALSE(observations.cases.front().patent_count);
    EXPECT_TRUE(observations.cases.front().docket_number.empty());
}

TEST(CaseFacts, QuoteTheirWords) {
    const std::string text = "Quillon sued Zephra on Monday in Delaware federal court.";
    const ArticleObservations observations = read(text);
    ASSERT_EQ(observations.cases.size(), 1U);
    const CaseObservation& lawsuit = observations.cases.front();
    ASSERT_TRUE(lawsuit.filed_evidence);
    EXPECT_EQ(lawsuit.filed_words, "Monday");
    EXPECT_EQ(text.substr(lawsuit.filed_evidence->begin,
                          lawsuit.filed_evidence->end - lawsuit.filed_evidence->begin),
              lawsuit.filed_evidence->quote);
    ASSERT_EQ(lawsuit.courts.size(), 1U);
    EXPECT_EQ(lawsuit.courts.front().evidence.quote, "Delaware federal court");
}

}  // namespace
}  // namespace litigraph::ingest
