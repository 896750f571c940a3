// Ways to say who sues whom in which the words stand in another order, lists of parties, whole
// articles, and mistakes that are easy to make.

#include "support/claim_rows.hpp"

namespace litigraph::ingest {
namespace {

using test::name_of;
using Row = test::ClaimRow;

class ClaimOrders : public testing::TestWithParam<Row> {};

TEST_P(ClaimOrders, AreExactlyThese) { test::expect_exactly(GetParam()); }

const Row orders[] = {
    {"AccusedInCourt",
     "Halcyte has accused Zephra in federal court of stealing its battery designs.",
     {"Halcyte>Zephra"}},
    {"AllegedInASuitThat",
     "Halcyte alleged in a lawsuit filed Monday that Zephra stole its battery designs.",
     {"Halcyte>Zephra"}},
    {"TakingLegalAction",
     "Halcyte is taking legal action against Zephra over its batteries.",
     {"Halcyte>Zephra"}},
    {"LostACaseBroughtBy", "Zephra lost a court case brought by Halcyte.", {"Halcyte>Zephra"}},
    {"WentToCourtToStop",
     "Halcyte went to court to stop Zephra from selling its phones.",
     {"Halcyte>Zephra"}},
    {"AttorneyGeneral",
     "New York's attorney general has filed a lawsuit against Zephra.",
     {"New York>Zephra"}},
    {"WidowOf",
     "The widow of John Doe has filed a wrongful death suit against Zephra.",
     {"widow of John Doe>Zephra"}},
    {"BanOnPhones", "Zephra asked the ITC to ban imports of Halcyte phones.", {"Zephra>Halcyte"}},
    {"ClaimsInItsSuitThat",
     "Halcyte claims in its lawsuit that Zephra infringed five patents.",
     {"Halcyte>Zephra"}},
    {"SaidAfterwards",
     "Zephra infringed five patents, Halcyte said in a lawsuit filed Monday.",
     {"Halcyte>Zephra"}},
    {"AfterSuing", "After suing Zephra in 2019, Halcyte won.", {"Halcyte>Zephra"}},
    {"HavingSued", "Having sued Zephra in 2019, Halcyte won.", {"Halcyte>Zephra"}},
    {"SuitSeeksToStop",
     "Halcyte filed a lawsuit seeking to stop Zephra from selling its phones.",
     {"Halcyte>Zephra"}},
    {"SuedClaiming",
     "Halcyte sued in federal court in 2011, claiming Zephra had copied its design.",
     {"Halcyte>Zephra"}},
    {"AskedCourtToStop",
     "Halcyte asked a judge to stop Zephra from using its logo.",
     {"Halcyte>Zephra"}},
    {"LawyersSpeakForTheirClient",
     "Zephra's lawyers asked a judge to throw out a lawsuit filed by Halcyte.",
     {"Halcyte>Zephra"}},
    {"ItWasFiledBy",
     "The lawsuit accuses Zephra of fraud. It was filed by Halcyte.",
     {"Halcyte>Zephra"}},
    {"ItAccuses", "The suit was filed by Halcyte. It accuses Zephra of fraud.", {"Halcyte>Zephra"}},
    {"SuitThatWasFiled",
     "Zephra won a lawsuit that Halcyte had filed against it.",
     {"Halcyte>Zephra"}},
    {"SuitItFiled",
     "Halcyte said it is seeking damages in a lawsuit it filed today against Zephra.",
     {"Halcyte>Zephra"}},
    {"ContractedHad",
     "Jane Roe, who'd sued her co-founder John Doe in 2017, won.",
     {"Jane Roe>John Doe"}},
    {"BothSued",
     "Quillon and Halcyte both sued Zephra for damages.",
     {"Halcyte>Zephra", "Quillon>Zephra"}},
    {"YearBeforeSuit",
     "Halcyte's 1980 patent infringement suit against Zephra was dismissed.",
     {"Halcyte>Zephra"}},
    {"InTheCounterclaim",
     "Halcyte sued Zephra in May. Zephra, in a cross-complaint lodged on the 12th, says Halcyte "
     "lied.",
     {"Halcyte>Zephra", "Zephra>>Halcyte"}},
    {"HitWithYetAnother",
     "Zephra has been hit with yet another lawsuit by Halcyte.",
     {"Halcyte>Zephra"}},
    {"LawFirmForClient",
     "The firm Roe & Doe LLP filed a suit on behalf of Jane Poe against Zephra.",
     {"Jane Poe>Zephra"}},
    {"LatestToSue",
     "Halcyte is the latest company to sue Zephra over its batteries.",
     {"Halcyte>Zephra"}},
    {"CompoundBeforeName",
     "Halcyte took ride-hailing giant Zephra to federal court.",
     {"Halcyte>Zephra"}},
    {"InASuitItAccused",
     "Halcyte makes chips. In a suit lodged in Texas it accused Zephra, Corvane and Quillon.",
     {"Halcyte>Corvane", "Halcyte>Quillon", "Halcyte>Zephra"}},
    {"TenTimes", "Halcyte has sued Zephra ten times since 2019.", {"Halcyte>Zephra"}},
};
INSTANTIATE_TEST_SUITE_P(Orders, ClaimOrders, testing::ValuesIn(orders), name_of);

const Row lists[] = {
    {"ColonList",
     "Zephra has sued five companies: Halcyte, Corvane, Pinegate, Quillon and Norvane.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Norvane", "Zephra>Pinegate", "Zephra>Quillon"}},
    {"DashedMembers",
     "Four publishers - Halcyte, Norvane Collins, Wileyton and Pinegate House - have sued Zephra "
     "over scanning.",
     {"Halcyte>Zephra", "Norvane Collins>Zephra", "Pinegate House>Zephra", "Wileyton>Zephra"}},
    {"AmongThem",
     "Zephra brought suit against ten banks, among them Halcyte Bank, Corvane Bank and Pinegate.",
     {"Zephra>Corvane Bank", "Zephra>Halcyte Bank", "Zephra>Pinegate"}},
    {"WithOrigins",
     "Zephra filed a complaint against Torvald Lighting Co., Ltd. of Nagoya, Japan, Halcyte Corp., "
     "and Corvane of Oakmere.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Torvald Lighting"}},
    {"NamedInTheSuitWere",
     "Zephra filed suit in Delaware. Named in the suit were Halcyte, Corvane and Pinegate, it "
     "said.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Pinegate"}},
    {"TheSuedDevelopers",
     "Zephra has filed lawsuits against three developers. The sued developers include Halcyte, "
     "Corvane and Pinegate.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Pinegate"}},
    {"MembersWhoWork",
     "The lawsuit against Zephra was filed by Jane Roe, who worked in Oakmere, and John Doe, who "
     "worked in Glenford.",
     {"Jane Roe>Zephra", "John Doe>Zephra"}},
    {"ExecutivesByName",
     "Zephra sued Halcyte and two of its executives, Jane Roe and John Doe, over trade secrets.",
     {"Zephra>Halcyte", "Zephra>Jane Roe", "Zephra>John Doe"}},
    {"Alongside",
     "Jane Roe is being sued for libel by Zephra alongside publisher Halcyte Media.",
     {"Zephra>Halcyte Media", "Zephra>Jane Roe"}},
    {"UnnamedRest", "Zephra sued Halcyte and four former employees in March.", {"Zephra>Halcyte"}},
    {"LedBy", "A group of insurers led by Halcyte sued Zephra.", {"Halcyte>Zephra"}},
    {"LawFirmOfPartners",
     "Zephra sued law firm Roe, Doe, Poe and Moe, and its client Halcyte.",
     {"Zephra>Halcyte", "Zephra>Roe, Doe, Poe and Moe"}},
    {"NamesAsDefendants",
     "Zephra filed suit in Delaware. The suit also names as defendants Halcyte, Corvane and "
     "Pinegate.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Pinegate"}},
    {"UnitsOfAFirm",
     "Halcyte has sued three units of the firm - Zephra Investment, Corvane and Quillon - in Ohio.",
     {"Halcyte>Corvane", "Halcyte>Quillon", "Halcyte>Zephra Investment"}},
};
INSTANTIATE_TEST_SUITE_P(Lists, ClaimOrders, testing::ValuesIn(lists), name_of);

const Row articles[] = {
    {"DescribedBefore",
     "Grocery chain Halcyte sued fitness tracker maker Zephra in May. The chain said the maker "
     "lied. The maker countersued the chain in June.",
     {"Halcyte>Zephra", "Zephra>>Halcyte"}},
    {"PlaintiffByTitle",
     "A class action has been filed against Zephra in Oakmere. Plaintiff Jane Roe says its phones "
     "overheat.",
     {"Jane Roe>Zephra"}},
    {"PlaintiffInApposition",
     "A class action has been filed against Zephra in Oakmere. Jane Roe, the lead plaintiff, says "
     "its phones overheat.",
     {"Jane Roe>Zephra"}},
    {"AgencyForGovernment",
     "US sues Zephra for selling dangerous products\n\nThe Consumer Product Safety Commission has "
     "sued Zephra, saying that its toys are dangerous.",
     {"Consumer Product Safety Commission>Zephra"}},
    {"CommonDefendant",
     "Halcyte sued Zephra in May. Corvane sued Zephra in June. A court in Munich will hear a suit "
     "brought by Pinegate.",
     {"Corvane>Zephra", "Halcyte>Zephra", "Pinegate>Zephra"}},
    {"TopicKeptByReference",
     "Zephra makes chips for phones. The company was founded in 1999. It was sued last year by "
     "Halcyte.",
     {"Halcyte>Zephra"}},
    {"GuessFromTheSuit",
     "The lawsuit claims Zephra knew of the defect. It was filed by two customers, Jane Roe and "
     "John Doe.",
     {"Jane Roe>Zephra", "John Doe>Zephra"}},
    {"SeparateSuit",
     "Halcyte sued Zephra on Wednesday. Corvane filed a separate suit in the same court.",
     {"Corvane>Zephra", "Halcyte>Zephra"}},
    {"SuedHasAnother",
     "Halcyte sued Zephra on Wednesday. Zephra filed another suit in Ohio.",
     {"Halcyte>Zephra"}},
};
INSTANTIATE_TEST_SUITE_P(Articles, ClaimOrders, testing::ValuesIn(articles), name_of);

const Row spelled[] = {
    {"DigitInside", "The maker k9x sued Zephra in 2007. Then k9x won.", {"k9x>Zephra"}},
    {"PlaceInside",
     "Zephra sued Halcyte (Suzhou) Optoelectronics in May.",
     {"Zephra>Halcyte (Suzhou) Optoelectronics"}},
    {"Ampersand",
     "Merrowby & Daughters sued Zephra. Merrowby & Daughters said so.",
     {"Merrowby & Daughters>Zephra"}},
    {"OwnerInName",
     "Baker's Corner Foods Inc sells tea. Zephra sued Baker's Corner in May.",
     {"Zephra>Baker's Corner Foods"}},
    {"FormerExecutive", "Zephra sued ex-Halcyte CTO Jane Roe in May.", {"Zephra>Jane Roe"}},
    {"AddressIsNoName",
     "Last year Jane Roe was sued by Zephra. The site Zephra.com says so. Zephra won.",
     {"Zephra>Jane Roe"}},
    {"InitialOfPerson", "Zephra sued Dennis A. Levander in May.", {"Zephra>Dennis A. Levander"}},
    {"InitialsInCaption",
     "The rule comes up in E & J Gallow Winery v Zephra Australia Pty Ltd.",
     {"E & J Gallow Winery>Zephra Australia"}},
    {"AndOthers", "MGN et al v. Zephra et al was filed in 2001.", {"MGN>Zephra"}},
    {"DepartmentWithAnd",
     "The Oakmere Department of Fair Employment and Housing sued Zephra.",
     {"Oakmere Department of Fair Employment and Housing>Zephra"}},
    {"SlashInForm", "The case is Halcyte Pharma A/S v. Zephra Ltd.", {"Halcyte Pharma A/S>Zephra"}},
};
INSTANTIATE_TEST_SUITE_P(Spelled, ClaimOrders, testing::ValuesIn(spelled), name_of);

const Row mistakes[] = {
    {"ByOfANoun", "Halcyte sued for libel over an article by Zephra.", {}},
    {"SuingWouldBe", "Suing Zephra would be a mistake for Halcyte.", {}},
    {"LitigationWith", "Halcyte resolved its litigation with Zephra.", {}},
    {"SuitWithoutSides", "Zephra is embroiled in a lawsuit with Halcyte.", {}},
    {"ProsecutorsCharged", "Prosecutors charged Jane Roe with fraud in a case against Zephra.", {}},
    {"FlownInBy", "Roe was taken to court in Oakmere after being flown in by Zephra.", {}},
    {"ThreatenedOfBeingSued", "Zephra threatened of being sued by Halcyte", {}},
    {"AskedForATrial", "Halcyte asked a court to order a new trial.", {}},
    {"TakingAction", "Halcyte is taking action against Zephra.", {}},
    {"ProductTargeted",
     "Halcyte sued Zephra over the Dot. The lawsuit targeting Dot was filed in Ohio.",
     {"Halcyte>Zephra"}},
    {"TickerIsNobody",
     "Halcyte (HLC.N) said on Friday it was suing Zephra (ZPH.O).",
     {"Halcyte>Zephra"}},
    {"DescriptionOnly", "Zephra sued three companies in Delaware.", {}},
    {"QuotedWork", "Zephra faces \"Silent Parade\" suit", {}},
};
INSTANTIATE_TEST_SUITE_P(Mistakes, ClaimOrders, testing::ValuesIn(mistakes), name_of);

}  // namespace
}  // namespace litigraph::ingest
