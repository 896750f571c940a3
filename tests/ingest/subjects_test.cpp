#include "subjects.hpp"

#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph::ingest::detail {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

/// "cloud computing/cloud": the words and the term, of each subject, without repeats.
std::vector<std::string> subjects_of(const std::string& sentence) {
    const FoldedWords words(sentence);
    std::vector<std::string> found;
    for (const SubjectMention& each : find_subjects(words, Lexicon::built_in().tables(), {})) {
        const std::string name = sentence.substr(each.begin, each.end - each.begin);
        std::string text = each.term.empty() ? name : name + "/" + std::string(each.term);
        if (std::ranges::find(found, text) == found.end()) {
            found.push_back(std::move(text));
        }
    }
    return found;
}

struct SubjectCase {
    const char* name;
    const char* sentence;
    std::vector<std::string> expected;
};
void PrintTo(const SubjectCase& row, std::ostream* out) { *out << row.name; }

class Subjects : public testing::TestWithParam<SubjectCase> {};

TEST_P(Subjects, AreFound) {
    EXPECT_THAT(subjects_of(GetParam().sentence), ElementsAreArray(GetParam().expected));
}

const SubjectCase subject_cases[] = {
    {"LinkedToPatents",
     "It asserts five patents covering HEVC video compression.",
     {"HEVC video compression/video-coding"}},
    {"LinkedAfterNumbers",
     "It asserts U.S. patent Nos 9,999,001 and 9,999,002 relating to speech recognition.",
     {"speech recognition/speech"}},
    {"UnknownToTheTaxonomy",
     "The suit involves a patent for toothbrush heads.",
     {"toothbrush heads"}},
    {"BeforePatents",
     "Veltrona sues Orbix over cloud storage patents",
     {"cloud storage/data-storage"}},
    {"OverGoods", "Halcyte sued Zephra over its running shoes.", {"running shoes/fitness"}},
    {"ListSharesTheLink",
     "It took technology related to cloud infrastructure, security and performance.",
     {"cloud infrastructure/cloud", "security/cloud-security", "performance/cloud-perf"}},
    {"TermThatTakesInTheRight", "The proceedings relate to video patents.", {"video/video-coding"}},
    {"ListAfterIncluding",
     "It details nine instances of patent infringement, including packet routing and hypervisors.",
     {"packet routing/networking", "hypervisors/virtualization"}},
    {"MethodsOf", "The patents cover methods of noise cancellation.", {"noise cancellation/audio"}},
    {"ActOfCopying", "It is accused of copying a chatbot.", {"chatbot/llm"}},
    {"Importation",
     "The importation of certain battery cells is banned.",
     {"battery cells/batteries"}},
    {"HyphenedPreposition",
     "A parent sued over in-app purchases.",
     {"in-app purchases/mobile-apps"}},
    {"MisspeltPatents",
     "Amero sues Nordia over cloud computing parents",
     {"cloud computing/cloud"}},
    {"AcronymInCapitals", "It sued over AR glasses.", {"AR glasses/vr-ar"}},

    {"Accused", "It says Zephra's KX 286 computer infringes.", {"KX 286 computer/computing"}},
    {"AfterAnAllegation",
     "The suit alleges that a faulty thermostat caused it.",
     {"thermostat/smart-home"}},
    {"EndsBeforeAVerb", "It sued over a drone when talks failed.", {"drone/drones"}},

    {"MonthIsNoModel", "It claims that in June 2016 nothing was sold.", {}},
    {"MakerIsNone", "It accused a smartphone maker and an app developer.", {}},
    {"ForAnAct", "It was sued for jailbreaking the KayStation 3.", {"KayStation 3"}},
    {"PlaceOfTheAct", "It was sued over use of a name on a jersey.", {"jersey"}},
    {"UseInTalkOfPatents",
     "It cites the use of data relays as patent infringement.",
     {"data relays"}},
    {"TwoAccused",
     "Its KX 286 computer and laser printer infringe.",
     {"laser printer/printing", "KX 286 computer/computing"}},

    {"RightAtIssue",
     "The two patents at issue involve a bipolar electrode.",
     {"bipolar electrode"}},
    {"RelativeRight",
     "The patents, which cover wireless email and keyboards, expire.",
     {"wireless email/messaging", "keyboards/pcs"}},
    {"OneForTheOther",
     "It owns two patents: one for multitasking, the other for voice search.",
     {"multitasking", "voice search"}},
    {"DeviceThatActs",
     "It owns a patent for a device that monitors glucose strips.",
     {"glucose strips"}},
    {"MakingOfThings",
     "The trade secrets concern the process for making titanium dioxide.",
     {"titanium dioxide"}},
    {"BeforeASuit", "It lost the router suit.", {"router/networking"}},
    {"BeforeATail",
     "It sued, saying its app store fees break antitrust law.",
     {"app store/mobile-apps"}},
    {"AcronymAlsoInSmallLetters", "He took lidar trade secrets to a rival.", {"lidar/lidar"}},

    {"UnknownThing", "It sued Zephra over a folding hinge.", {"folding hinge"}},
    {"UnknownThingOfASuitTold",
     "It lodged a suit in May against Zephra, a rival, over blue phosphor emitters.",
     {"blue phosphor emitters"}},
    {"NamedThing", "It sued Zephra over the Wobblino.", {"Wobblino"}},
    {"PurposeOfAThing",
     "The patents cover mirror arrays for glare-free lamps.",
     {"mirror arrays", "glare-free lamps"}},
    {"ActWithItsObject",
     "The patents cover the delivery of graphics and the processing of images.",
     {"graphics", "processing of images"}},
    {"WrongsTakeThings", "It is accused of scraping photographs.", {"photographs"}},
    {"AmountOfThings",
     "It is accused of copying more than 20 million photographs.",
     {"photographs"}},
    {"PartsOfThings",
     "It accuses Zephra of stealing whole pages of its repair manuals.",
     {"repair manuals"}},
    {"AccusedAfterAnAdverb", "It says the answer engine unlawfully copies it.", {"answer engine"}},
    {"AccusedInApposition", "Its product, Nimbus GX, infringes.", {"Nimbus GX"}},
    {"SeriesAfterADash",
     "It copied features - message timestamps, photo tags - from Zephra.",
     {"message timestamps", "photo tags"}},
    {"TitleOfAPatent",
     "It asserts a patent entitled \"Folding hinge with a lock\".",
     {"Folding hinge with a lock"}},
    {"NameWithOf", "It is accused of pirating the Legend of the Lake.", {"Legend of the Lake"}},
    {"HyphenedLead", "It copied the best-selling sofa.", {"sofa"}},
    {"AdverbBeforeAThing", "It sued over genetically engineered maize.", {"engineered maize"}},

    {"MatterOfAKnownThing", "It was sued over its app store rules.", {"app store/mobile-apps"}},
    {"HyphenedDescription", "The patents cover high-definition lamps.", {"high-definition lamps"}},
    {"AccusedOfInfringing",
     "It accuses the lamp chip of infringing.",
     {"lamp chip/semiconductors"}},
    {"ListOfAccusedNames",
     "It says the Nimbus Mono, Orion and Wobblino lines copy it.",
     {"Wobblino lines", "Orion", "Nimbus Mono"}},
    {"PatentedByAnother", "It rests on folding methods that Zephra patented.", {"folding methods"}},
    {"UsersOfThePatented", "Its lamps use methods patented by Zephra.", {"lamps"}},
    {"LinkedAfterALongNumber",
     "It stems from European patent EP0999001, covering folding hinges.",
     {"folding hinges"}},
    {"DesignedToImprove",
     "It owns a patent designed to improve folding hinges.",
     {"folding hinges"}},
    {"QuotedWordsOfAPatent",
     "It stems from a patent covering a \"hinge for folding lamps and method therefor\".",
     {"hinge for folding lamps and method therefor"}},
    {"OneQuotedWord", "It owns a patent covering \"folding\" lamps.", {"folding\" lamps"}},
    {"WhatItLetsPeopleDo",
     "The patents cover a feature that lets users share playlists.",
     {"playlists"}},
    {"WhatIsDoneInAWay", "The patents cover the way that video is streamed.", {"video"}},
    {"FaultsInThings", "It sued over defects in its brakes.", {"brakes"}},
    {"HyphenedHead", "It says the Web browser plug-in infringes.", {"Web browser plug-in/web"}},
    {"DayInATitle",
     "It sued over the song \"Blue Monday Morning\".",
     {"Blue Monday Morning", "song"}},
    {"NumberedPatentInApposition",
     "The patent, U.S. Patent No. 9,999,555, describes a system for folding lamps.",
     {"lamps"}},
    {"GenericVersion",
     "It plans a generic version of the blood thinner Curatil.",
     {"blood thinner Curatil"}},
    {"TitleInCapitals",
     "It asserts U.S. Patent Nos. 9,999,001 and 9,999,002, both titled \"Folding Lamp With Lock.\"",
     {"Folding Lamp With Lock"}},
    {"WhatPatentsInvolve",
     "The six patents involve folding hinges and lamps.",
     {"folding hinges", "lamps"}},
    {"WhatIsToStop", "It wants Zephra to stop selling its heart monitors.", {"heart monitors"}},
    {"WhatLooksAlike", "It says they look too much like its Hooty dolls.", {"Hooty dolls"}},
    {"AtIssue", "At issue are the folding hinges of a lamp.", {"folding hinges"}},
    {"SoldUnderAName",
     "The patents cover folding hinges, sold as Wobblino.",
     {"folding hinges", "Wobblino"}},
    {"MillionsOf", "It was sued for scanning millions of books.", {"books"}},
    {"VerbThatEndsTheSentence", "It says that her e-cigarette exploded.", {"e-cigarette/nicotine"}},
    {"CountedOf", "It copied 12 million of its photographs.", {"photographs"}},
    {"TitleWithItsArticle", "The list holds \"The Lake,\" a song.", {"Lake"}},
    {"UsedThings", "It used the forged banknotes.", {"forged banknotes"}},
    {"Address", "It sued over the website folio.com.", {"website folio.com/web"}},
    {"QuotedName", "It asked to ban \"Ranch Story\" at once.", {"Ranch Story"}},
    {"AccessToThings", "It was sued over access to sports channels.", {"sports channels"}},
    {"ThoseOfThings", "The packages resemble those of its capsules.", {"capsules", "packages"}},
    {"NamesOfCompaniesAreNone", "It is a suit that names Rivero Automotive.", {}},

    {"NothingOfASuit", "It took over the folding hinge.", {}},
    {"BareNameIsNoThing", "It was sued over Kestrel.", {}},
    {"AbstractNounIsNone", "It was sued over the closure of its talks.", {}},
    {"QualityIsNone", "It holds valuable patents.", {}},
    {"PatentNumberIsNone", "It infringed on patents GB2499714 and GB2499715.", {}},
    {"ContractedVerbIsNone", "It claims that it doesn't owe patents money.", {}},
    {"CauseIsNone", "Norvane sued Zephra over breach of contract and defamation.", {}},
    {"MoneyIsNone", "It was sued over unpaid fees and 20 million dollars.", {}},
    {"RightsAloneAreNone", "The suit is about its patents and trade secrets.", {}},
    {"DescriptionIsNone", "The e-commerce giant was sued by a former cook.", {}},
    {"PeopleAreNone", "It was sued over the dismissal of two workers.", {}},
    {"PatentTrollsOwnNone", "It is one of the most feared patent trolls.", {}},
    {"ArticlesOfLawAreNone", "It was sued for violating DMCA 1201 and Article 9.", {}},
    {"ScottishNamesAreNoProducts", "It claims that Jane McNorvane lied.", {}},
    {"AmountsAreNone", "It was sued over $1.8M.", {}},
    {"QualitiesOfRightsAreNone", "It owns newer patents and unusual trademarks.", {}},
    {"TimeIsNone", "It won a patent in January.", {}},
    {"PrepositionIsNoAcronym", "They are at odds over what an ar is.", {}},
};
INSTANTIATE_TEST_SUITE_P(Cases, Subjects, testing::ValuesIn(subject_cases),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(Subjects, MaskedNamesAreNone) {
    const std::string sentence = "It sued over Kestrel Robotics patents.";
    const std::vector<Span> masked = {{13, 29}};
    EXPECT_THAT(find_subjects(FoldedWords(sentence), Lexicon::built_in().tables(), {masked, {}}),
                IsEmpty());
}

std::vector<std::string> technologies_of(const std::string& text) {
    Article article;
    article.id = "test";
    article.text = text;
    std::vector<std::string> found;
    for (const CaseObservation& lawsuit : extract(article).cases) {
        for (const TechnologyObservation& technology : lawsuit.technologies) {
            found.push_back(technology.name);
            EXPECT_EQ(technology.evidence.quote,
                      text.substr(technology.evidence.begin,
                                  technology.evidence.end - technology.evidence.begin));
            EXPECT_FALSE(technology.evidence.rule.empty());
        }
    }
    return found;
}

TEST(CaseTechnologies, StayWithTheirCase) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave over chip packaging. The patents "
                                "relate to flash memory."),
                ElementsAre("chip packaging", "flash memory"));
}

TEST(CaseTechnologies, RepeatsCountOnce) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave over drones. It is accused of copying "
                                "a drone."),
                ElementsAre("drones"));
}

TEST(CaseTechnologies, TheLeadSpeaksOfTheCaseToldNext) {
    EXPECT_THAT(technologies_of("A court takes up patents covering flash memory. Ostara Semi sued "
                                "Ferrowave on Monday."),
                ElementsAre("flash memory"));
}

TEST(CaseTechnologies, LawsuitsTradedHaveOneSubject) {
    EXPECT_THAT(technologies_of("Halcyte and Zephra sued each other over folding hinges."),
                ElementsAre("folding hinges", "folding hinges"));
}

TEST(CaseTechnologies, WithoutRightsOnlyThingsSpokenOfAgainCount) {
    const std::string more = " It rained. It was May. Some sang. Some ran. All ate. All slept.";
    EXPECT_THAT(technologies_of("Ostara Semi sued Ohio over turnips." + more), IsEmpty());
    EXPECT_THAT(technologies_of("Ostara Semi sued Ohio over turnips."), ElementsAre("turnips"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ohio over turnips. A turnip rotted." + more),
                ElementsAre("turnips"));
}

TEST(CaseTechnologies, ThingsSpokenOfAgainCount) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave, saying that a hinge broke. The hinge "
                                "is new. A lid broke too."),
                ElementsAre("hinge"));
}

TEST(CaseTechnologies, NamesShownToBeOfThingsCount) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave, the maker of Wobblino, in May. The "
                                "suit asks that Wobblino be taken off the market."),
                ElementsAre("Wobblino"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Doctors like the drug Curatil. "
                                "The price of Curatil rose."),
                ElementsAre("drug Curatil", "Curatil"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Analysts like Curatil. The "
                                "price of Curatil rose."),
                IsEmpty());
}

TEST(CaseTechnologies, TitlesCountInDisputesOverWorks) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave for copyright infringement. They list "
                                "500 songs, from \"Lake\" to \"Long Way\"."),
                ElementsAre("Lake", "Long Way"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave over a lease. They like \"Lake\"."),
                IsEmpty());
}

TEST(CaseTechnologies, AHeadlineOfDescriptionsSpeaksOfTheOnlyCase) {
    const std::string headline = "Publishers sue AI firm over song lyrics";
    Article article;
    article.id = "test";
    article.text = headline + "\n\nOstara Music sued Ferrowave on Wednesday.";
    article.headline_size = headline.size();
    article.body_begin = headline.size() + 2;
    const ArticleObservations read = extract(article);
    ASSERT_FALSE(read.cases.empty());
    for (const CaseObservation& lawsuit : read.cases) {
        EXPECT_EQ(lawsuit.technologies.size(), 1U);
    }
}

TEST(CaseTechnologies, ThingsOfTheHeadlineCountIfTheArticleComesBackToThem) {
    const std::string headline = "Court rules on drones";
    Article article;
    article.id = "test";
    article.text = headline +
                   "\n\nOstara Semi sued Ferrowave over a folding hinge. Drones are popular. It "
                   "makes drones. Cameras are popular. It makes cameras.";
    article.headline_size = headline.size();
    article.body_begin = headline.size() + 2;
    const ArticleObservations read = extract(article);
    ASSERT_FALSE(read.cases.empty());
    std::vector<std::string> found;
    for (const TechnologyObservation& each : read.cases.front().technologies) {
        found.push_back(each.name);
    }
    EXPECT_THAT(found, ElementsAre("drones", "folding hinge"));
}

TEST(CaseTechnologies, TheMakerOfAThingIsDescribedByIt) {
    EXPECT_THAT(technologies_of("Wobblino maker Ostara Semi sued Ferrowave in May. The Wobblino is "
                                "a lamp."),
                ElementsAre("Wobblino"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. The iLamp maker said nothing."),
                IsEmpty());
}

TEST(CaseTechnologies, NamesThatBeginWithAPartysAreOfItsThings) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Halcyte in May, saying that Halcyte Lumina ousts "
                                "it. Many use Halcyte Lumina."),
                ElementsAre("Halcyte Lumina"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Halcyte in May. The Halcyte Patents are old. So "
                                "are other Halcyte Patents."),
                IsEmpty());
}

TEST(CaseTechnologies, WhatAPartyMakesCountsWhereTheSuitIsTold) {
    EXPECT_THAT(technologies_of("Ostara Semi, a maker of folding hinges, sued Ferrowave in May."),
                ElementsAre("folding hinges"));
    EXPECT_THAT(technologies_of("Ostara Semi, a maker of folding hinges, sued Ferrowave in May for "
                                "defamation."),
                IsEmpty());
}

TEST(CaseTechnologies, WhoSpeaksIsNoThing) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Its Wobblino stake is small. "
                                "Wobblino said it is no party."),
                IsEmpty());
}

TEST(CaseTechnologies, ThingsInPassingCountWhereNoneIsNamedOutright) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Drones are popular. It makes "
                                "drones."),
                ElementsAre("Drones"));
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May over folding hinges. Drones are "
                                "popular. It makes drones."),
                ElementsAre("folding hinges"));
    EXPECT_THAT(technologies_of("Ostara Semi filed a lawsuit in May. Drones are popular. It makes "
                                "drones."),
                IsEmpty());
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. It has a website. The website "
                                "is new."),
                IsEmpty());
}

TEST(CaseTechnologies, FarFromWordsOfTheCaseRightsAreOthers) {
    const std::string filler =
        "It is a fine day. The sun is out. All are glad. Some are not. Birds sing. Time goes by. ";
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. " + filler +
                                "Few own patents covering folding hinges."),
                IsEmpty());
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Few own patents covering "
                                "folding hinges. " +
                                filler),
                ElementsAre("folding hinges"));
}

TEST(CaseTechnologies, WhatIsOverSomethingElseIsNone) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave in May. Analysts are worried over "
                                "folding hinges."),
                IsEmpty());
}

TEST(CaseTechnologies, MoneyIsAboutNoThing) {
    EXPECT_THAT(technologies_of("Ostara Semi sued Ferrowave for securities fraud, saying that a "
                                "hinge misled investors. The hinge is new."),
                IsEmpty());
}

TEST(CaseTechnologies, NoCaseNoTechnology) {
    EXPECT_THAT(technologies_of("Ostara Semi has patents covering flash memory, a court heard."),
                IsEmpty());
}

TEST(CaseTechnologies, CompanyNamesAreNone) {
    EXPECT_THAT(technologies_of("Tessaly Networks sued Kestrel Robotics over an unpaid invoice."),
                IsEmpty());
}

}  // namespace
}  // namespace litigraph::ingest::detail
