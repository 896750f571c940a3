// How general news tells who sues whom: open sides that the article fills elsewhere, members of
// groups, offices, names with places and numbers; each with what must yield nothing.

#include "support/claim_rows.hpp"

namespace litigraph::ingest {
namespace {

using test::name_of;
using Row = test::ClaimRow;

class NewsClaims : public testing::TestWithParam<Row> {};

TEST_P(NewsClaims, AreExactlyThese) { test::expect_exactly(GetParam()); }

const Row sides[] = {
    {"OrderBarring",
     "Zephra sued in May. A judge granted an injunction barring Halcyte from using the "
     "logo.",
     {"Zephra>Halcyte"}},
    {"JudgeOrders",
     "Zephra brought a lawsuit. A judge ordered Halcyte to stop sales.",
     {"Zephra>Halcyte"}},
    {"SuitAgainstTold",
     "The lawsuit against Halcyte may not be settled soon, people say. Karl Holm, legal "
     "director of the Oakmere Law Center, which filed the suit on behalf of Zephra, is "
     "cautious.",
     {"Zephra>Halcyte"}},
    {"CompanyIsTheAccused",
     "Zephra, which makes pens, met Corvane. It has filed a lawsuit against the company, "
     "saying that Halcyte stole its design.",
     {"Zephra>Halcyte"}},
    {"CompanyIsTheSued",
     "Zephra met Corvane. Jane Merrow sued Halcyte. Tomas Reill is also suing the "
     "company.",
     {"Jane Merrow>Halcyte", "Tomas Reill>Halcyte"}},
    {"FirmIsNotPassing",
     "Halcyte was fined. Zephra sued Halcyte and Halcyte appealed. A shop called Corvane "
     "sells its shoes. Zephra settled its lawsuit with the company.",
     {"Zephra>Halcyte"}},
    {"Versus",
     "Zephra vs. Halcyte: the long war. Zephra filed a lawsuit over pens in 1999.",
     {"Zephra>Halcyte"}},
    {"DisputeWith",
     "Zephra is in a long legal battle with Halcyte. A court allowed Zephra to proceed "
     "with a lawsuit.",
     {"Zephra>Halcyte"}},
    {"InjunctionAgainst",
     "A court grants Zephra injunction against Halcyte. Zephra had filed a lawsuit in "
     "2016.",
     {"Zephra>Halcyte"}},
    {"CaseAgainstAnother",
     "Zephra filed a lawsuit against Halcyte in May. The case against Corvane is yet to "
     "begin.",
     {"Zephra>Corvane", "Zephra>Halcyte"}},
    {"ClassActionAgainstAnother",
     "Zephra filed a lawsuit against Halcyte in May. The class-action case against "
     "Corvane is yet to begin.",
     {"Zephra>Halcyte"}},
    {"SharedAgainst",
     "Zephra has filed three civil lawsuits and sought arbitration in China against "
     "Halcyte.",
     {"Zephra>Halcyte"}},
    {"FormerCustomer",
     "Oakmere Power accused Halcyte of breach. It is also suing its former customer for "
     "the bill.",
     {"Oakmere Power>Halcyte"}},
    {"SimilarCases",
     "Jane Merrow sued Zephra. Similar cases have been launched by Corvane and Halcyte.",
     {"Jane Merrow>Zephra"}},
    {"AnswersAKnownSuit",
     "In response to a suit filed by Zephra, Halcyte has filed a countersuit against "
     "Zephra and its subsidiary Corvane.",
     {"Halcyte>>Corvane", "Halcyte>>Zephra", "Zephra>Halcyte"}},
    {"AlsoSuedInTheCase",
     "Zephra sued Halcyte. The shop is tied to Corvane, which was also sued in the case.",
     {"Zephra>Corvane", "Zephra>Halcyte"}},
    {"OrderWithoutASuit", "A judge ordered Halcyte to stop sales. Zephra makes phones.", {}},
    {"VersusWithoutASuit", "Zephra vs. Halcyte: the long war.", {}},
    {"DisputeWithoutASuit", "Zephra is in a long legal battle with Halcyte.", {}},
    {"RepresentedInTalks", "The lawyer representing Zephra in talks with Halcyte spoke.", {}},
};
INSTANTIATE_TEST_SUITE_P(Sides, NewsClaims, testing::ValuesIn(sides), name_of);

const Row groups[] = {
    {"They",
     "Jane Merrow and Tomas Reill filed suits in May. They are suing Zephra for fraud.",
     {"Jane Merrow>Zephra", "Tomas Reill>Zephra"}},
    {"OfficersNamedLater",
     "Five senior officers sued the Oakmere Police Department in May. Two of the "
     "officers, Lt. Jane Merrow and Lt. Karl Holm, were demoted. Anna Voss is one of the "
     "officers suing the department.",
     {"Anna Voss>Oakmere Police Department", "Jane Merrow>Oakmere Police Department",
      "Karl Holm>Oakmere Police Department"}},
    {"OfficersOfNobody",
     "Zephra sued Halcyte. Two of the officers, Jane Merrow and Karl Holm, were demoted.",
     {"Zephra>Halcyte"}},
    {"ListedAsPlaintiffs",
     "The four officers - Sgt. Jane Merrow, officer Karl Holm and Lt. Anna Voss - are "
     "listed as plaintiffs in a lawsuit filed Monday against Zephra.",
     {"Anna Voss>Zephra", "Jane Merrow>Zephra", "Karl Holm>Zephra"}},
    {"ListedInACase",
     "Zephra is listed as plaintiff in a case against Halcyte.",
     {"Zephra>Halcyte"}},
    {"ItsChief",
     "Jane Merrow sued the Oakmere Police Department and its chief. Chief Karl Holm "
     "declined to comment.",
     {"Jane Merrow>Karl Holm", "Jane Merrow>Oakmere Police Department"}},
    {"TheMayor",
     "The mayor of Oakmere has filed a defamation lawsuit against the Zephra newspaper. "
     "A lawyer for Mayor Karl Holm spoke.",
     {"Karl Holm>Zephra"}},
    {"TwoChiefs",
     "Jane Merrow sued Zephra and its chief. Chief Karl Holm met Chief Tomas Reill.",
     {"Jane Merrow>Zephra"}},
    {"TheCity",
     "Black officers in Little Rock were fired. Jane Merrow is suing the city.",
     {"Jane Merrow>Little Rock"}},
    {"Couple",
     "Zephra was sued by John and Jane Merrow, a couple from Ohio.",
     {"Jane Merrow>Zephra", "John Merrow>Zephra"}},
    {"AgencyOnBehalf",
     "The EEOC sued Zephra on behalf of two cooks, Jane Merrow and Karl Holm.",
     {"Equal Employment Opportunity Commission>Zephra"}},
    {"LawyersOnBehalf",
     "Zephra was hit with a lawsuit. The complaint, brought by Jane Merrow and other "
     "attorneys on behalf of Halcyte, is long.",
     {"Halcyte>Zephra"}},
    {"AttorneysGeneralOf",
     "Attorneys general in Oregon, Ohio and seven other states sued Zephra.",
     {"Ohio>Zephra", "Oregon>Zephra"}},
    {"AttorneyGeneralSued",
     "Zephra sued Ohio Attorney General Jane Merrow in June.",
     {"Zephra>Jane Merrow"}},
    {"MembersWhoDoNotSue",
     "Two of the officers, Jane Merrow and Karl Holm, were demoted by Halcyte.",
     {}},
    {"MembersOfOthers",
     "A lawsuit was filed against Halcyte. Two of the shops, Corvane Books and Norvane Books, were "
     "closed.",
     {}},
    {"GroupThatPlans",
     "Three nurses plan to sue Halcyte. One of the nurses, Jane Merrow, said so.",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Groups, NewsClaims, testing::ValuesIn(groups), name_of);

const Row names[] = {
    {"SeatBeforeName",
     "The FTC sued Oakmere, Ill.-based Star Transport in May.",
     {"Federal Trade Commission>Star Transport"}},
    {"TownAndItsState",
     "The Justice Department filed a lawsuit against Oakmere, Ohio, to enforce a plan.",
     {"US Department of Justice>Oakmere"}},
    {"WeekdayAfterInc",
     "Jane Merrow sued Zephra Motor Corp. Tuesday over a car.",
     {"Jane Merrow>Zephra Motor"}},
    {"InitialsTellTheName",
     "Oakmere Bank and the Bank of Norvane and Corvane (BNC) filed suit against Zephra.",
     {"Bank of Norvane and Corvane>Zephra", "Oakmere Bank>Zephra"}},
    {"FirstWordOfInitials",
     "Advanced Micro Labs (AML) filed a complaint in court against Zephra.",
     {"Advanced Micro Labs>Zephra"}},
    {"NumberedName",
     "A lawsuit was filed by 19 Recordings, a label, against Zephra.",
     {"19 Recordings>Zephra"}},
    {"NumberOfThings", "Halcyte was sued over 19 Zephra patents by Corvane.", {"Corvane>Halcyte"}},
    {"TitleInAName",
     "Zephra sued Duke Energy last year. Corvane also sued Duke last June.",
     {"Corvane>Duke Energy", "Zephra>Duke Energy"}},
    {"DoubleTitle", "Singer-songwriter Karl Holm is suing Zephra.", {"Karl Holm>Zephra"}},
    {"BeginningOfAName",
     "Texas General Hospital sued Zephra. In October, Texas General won.",
     {"Texas General Hospital>Zephra"}},
    {"ShortOfANotedName",
     "In May, Smartphone Labs LLC sold smartphone parts. Smartphone Labs has sued "
     "Zephra.",
     {"Smartphone Labs>Zephra"}},
    {"LettersAndDigit",
     "3D Realms is now suing its former publisher, Zephra.",
     {"3D Realms>Zephra"}},
    {"PhonesOfAKind", "Zephra was sued over 4G LTE phones by Halcyte.", {"Halcyte>Zephra"}},
    {"LastWordCutShort",
     "Life Technologies makes kits. Life Tech has sued Zephra.",
     {"Life Technologies>Zephra"}},
    {"WorldStyle", "The tribes sued Zephra over Las Vegas-style games.", {"tribes>Zephra"}},
    {"TheCityOf",
     "The city of Boston hired Halcyte, a Dallas firm. Halcyte sued the city in March.",
     {"Halcyte>Boston"}},
    {"IncludingAfterUnknownNoun",
     "Zephra has filed suits against phone heavyweights, including Halcyte, Corvane and "
     "Norvane.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Norvane"}},
    {"NamedPlaintiffs",
     "A lawsuit was filed in 2018 against Zephra. It named plaintiffs Jane Merrow and "
     "Karl Holm.",
     {"Jane Merrow>Zephra", "Karl Holm>Zephra"}},
    {"AfterAColon",
     "The case against Zephra was brought by five companies whose names were copied: "
     "Halcyte, Corvane and Norvane.",
     {"Corvane>Zephra", "Halcyte>Zephra", "Norvane>Zephra"}},
    {"TeamAndCountry",
     "Oakmere and England full-back Karl Holm is suing Zephra.",
     {"Karl Holm>Zephra"}},
    {"JournalistSued",
     "Zephra sued journalist Karl Holm and his news channel Corvane TV.",
     {"Zephra>Corvane TV", "Zephra>Karl Holm"}},
    {"AskingTheCourt",
     "Two bakers filed a lawsuit against Zephra. Jane Merrow and Karl Holm are asking a "
     "court to act.",
     {"Jane Merrow>Zephra", "Karl Holm>Zephra"}},
    {"AccusingToCourt",
     "Zephra went to the high court, accusing Halcyte of infringing its patent.",
     {"Zephra>Halcyte"}},
    {"BoardAmongOthers",
     "The Oakmere Health Board, the Corvane Water District and the Norvane Coalition "
     "filed a lawsuit against Zephra.",
     {"Corvane Water District>Zephra", "Norvane Coalition>Zephra"}},
    {"UnionsOfAState",
     "A coalition of Ohio's unions filed suit against Zephra.",
     {"unions>Zephra"}},
    {"LawsuitAgainBefore",
     "The suit is a response to Jane Merrow's lawsuit last June, which called for the "
     "same action against Zephra.",
     {"Jane Merrow>Zephra"}},
    {"CompanyWithSurname",
     "Dyson, a maker of cleaners, went to the high court, accusing Zephra of infringing "
     "its patent. Karl Dyson is happy.",
     {"Dyson>Zephra"}},
    {"SumsAreNoNames", "Halcyte Ltd owes Sh100 and N1.04trn in a lawsuit, it said.", {}},
    {"TitleWithoutASuit", "Sheriff Karl Holm and Deputy Jon Dole met Jane Merrow.", {}},
    {"DatelineWithoutASuit", "SAN FRANCISCO Zephra Corp opened a shop near Halcyte Inc.", {}},
    {"CityWithoutASuit",
     "Oakmere resident Jane Merrow met the mayor. The city of Oakmere voted.",
     {}},
};
INSTANTIATE_TEST_SUITE_P(Names, NewsClaims, testing::ValuesIn(names), name_of);

}  // namespace
}  // namespace litigraph::ingest
