// Parties told over several sentences, in lists and by reference: what must be read, and what must
// not.

#include "support/claim_rows.hpp"

namespace litigraph::ingest {
namespace {

using test::name_of;
using Row = test::ClaimRow;

class ClaimStories : public testing::TestWithParam<Row> {};

TEST_P(ClaimStories, AreExactlyThese) { test::expect_exactly(GetParam()); }

const Row lists[] = {
    {"GroupThenNames",
     "Three artists, Jane Merrow, Tomas Reill and Anna Voss, filed a lawsuit against Zephra.",
     {"Anna Voss>Zephra", "Jane Merrow>Zephra", "Tomas Reill>Zephra"}},
    {"IncludingComma",
     "Zephra filed suit against 20 companies, including, Halcyte, Corvane and Norvane.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Norvane"}},
    {"NamedAfterACount",
     "Zephra filed a patent suit against three companies. Named in the suit were Halcyte Inc, "
     "Corvane Inc and Norvane Inc, it said.",
     {"Zephra>Corvane", "Zephra>Halcyte", "Zephra>Norvane"}},
    {"NextClauseIsNoMember",
     "Halcyte met Corvane. In 2012, Zephra sued Halcyte, and the companies ultimately settled.",
     {"Zephra>Halcyte"}},
    {"Ages",
     "Halcyte was sued by Jane Roe, 62, and Tomas Reill, 61, in May.",
     {"Jane Roe>Halcyte", "Tomas Reill>Halcyte"}},
    {"Offices",
     "Zephra filed a lawsuit, which names White House chief of staff Jane Merrow, deputy chief of "
     "staff Tomas Reill and press secretary Anna Voss.",
     {"Zephra>Anna Voss", "Zephra>Jane Merrow", "Zephra>Tomas Reill"}},
    {"Semicolons",
     "Zephra was sued. Plaintiffs include Jane Merrow, whose partner - Karl Holm - was ill; Tomas "
     "Reill, a nurse who helped; and Anna Voss, a cook.",
     {"Anna Voss>Zephra", "Jane Merrow>Zephra", "Tomas Reill>Zephra"}},
    {"PlaintiffsInTheCase",
     "Two employees sued Zephra. The plaintiffs in the case, Jane Merrow and Tomas Reill, work "
     "there.",
     {"Jane Merrow>Zephra", "Tomas Reill>Zephra"}},
    {"OthersInBetween",
     "Zephra was sued. The plaintiffs include Halcyte Inc, a number of other investors and Corvane "
     "Inc.",
     {"Corvane>Zephra", "Halcyte>Zephra"}},
    {"AgentInBetween",
     "Zephra filed a suit. The suit names Corvane Inc, Halcyte's information agent, and Norvane "
     "Inc.",
     {"Zephra>Corvane", "Zephra>Norvane"}},
    {"AlsoADefendant",
     "Solenne sued Wexcom. Jane Roe and Ubrix are also defendants.",
     {"Solenne>Jane Roe", "Solenne>Ubrix", "Solenne>Wexcom"}},
};
INSTANTIATE_TEST_SUITE_P(Lists, ClaimStories, testing::ValuesIn(lists), name_of);

const Row references[] = {
    {"ItNames",
     "Jane Roe filed a proposed class action on Friday. It names Zephra and Halcyte.",
     {"Jane Roe>Halcyte", "Jane Roe>Zephra"}},
    {"ItSaysMayBeTheParty",
     "Zephra filed a lawsuit on Friday. It says Halcyte, its partner, will help.",
     {}},
    {"ItIsNobody",
     "Zephra apologised. It was a busy week for the FTC. On Monday it sued Halcyte.",
     {"Federal Trade Commission>Halcyte"}},
    {"TheAgencyInBetween",
     "The Justice Department said Zephra broke the law. Zephra denied it. It is the third deal the "
     "department has fought. It sued Halcyte in May.",
     {"US Department of Justice>Halcyte"}},
    {"AndThatIt",
     "Zephra noted that Halcyte had broken its promise and that it had sued Corvane.",
     {"Zephra>Corvane"}},
    {"Itself", "Moreover, Zephra itself was sued by Halcyte.", {"Halcyte>Zephra"}},
    {"RightAfter", "It came right after Zephra sued Halcyte.", {"Zephra>Halcyte"}},
    {"ClaimOfAUnit",
     "A panel rejected the suit that Halcyte's Corvane unit had brought against Zephra.",
     {"Corvane>Zephra"}},
    {"OpenApposition",
     "Well, Zephra is proud, but Halcyte, the maker of a mail program alleges that Zephra copied. "
     "It has filed a lawsuit, saying that Zephra stole its design.",
     {"Halcyte>Zephra"}},
    {"TheirOwn",
     "Zephra met Halcyte. Ohio and Iowa each brought their own action against Corvane.",
     {"Iowa>Corvane", "Ohio>Corvane"}},
    {"TheState", "Foes of a North Carolina law sued the state. They are Zephra fans.", {}},
    {"TheStateSues", "Ohio law bars it. The state sued Zephra.", {"Ohio>Zephra"}},
    {"TheyAreThem",
     "Halcyte sells clones. Then Zephra sued them and now they are counter-suing.",
     {"Halcyte>>Zephra", "Zephra>Halcyte"}},
    {"WhoClaimsToBe",
     "Jane Roe, a cook who claims to be Anna Voss, the famous baker, has sued Zephra.",
     {"Jane Roe>Zephra"}},
    {"Announcer",
     "Zephra Inc. today announced that it has sued Halcyte. The phones include Halcyte's K30. In "
     "2006 the company resolved its lawsuit against Corvane.",
     {"Zephra>Corvane", "Zephra>Halcyte"}},
    {"TheHospital",
     "Zephra and Halcyte wrote about the flood. The hospital was sued by Corvane.",
     {}},
    {"TheGovernmentIsNoAgency", "The FTC blocked it. Zephra sued the government in May.", {}},
    {"OnBehalfOf",
     "So said the lawyer suing Zephra on behalf of Halcyte and Corvane.",
     {"Corvane>Zephra", "Halcyte>Zephra"}},
    {"AlsoSued",
     "Halcyte filed a lawsuit in Ohio. Zephra also has been sued by Corvane.",
     {"Corvane>Zephra", "Halcyte>Zephra"}},
    {"WhichTheCompanySued",
     "Zephra spoke. A case against Halcyte, which the company sued for a report, was lost.",
     {"Zephra>Halcyte"}},
    {"SuingTheCompany",
     "Zephra has a new case. Halcyte, a maker of rings, said Friday it is suing the company and "
     "two "
     "of its units.",
     {"Halcyte>Zephra"}},
    {"CityAttorney", "Oakmere's city attorney filed a lawsuit against Zephra.", {"Oakmere>Zephra"}},
    {"TownOf",
     "The town of Oakmere, Ohio, and Halcyte brought a class action against Zephra.",
     {"Halcyte>Zephra", "Oakmere>Zephra"}},
    {"TheAttorneyGeneral",
     "Ohio Attorney General Jane Roe spoke. In May the Attorney General's Office filed suit "
     "against "
     "Zephra. Zephra was sued by the Iowa Attorney General too.",
     {"Iowa>Zephra", "Ohio>Zephra"}},
    {"LawFirmIsNoPlaintiff",
     "The Oakmere law firm Roe Doe filed the case against Zephra yesterday.",
     {}},
    {"LawyersOfAParty",
     "It met Zephra. Zephra lawyers filed a lawsuit against Halcyte.",
     {"Zephra>Halcyte"}},
};
INSTANTIATE_TEST_SUITE_P(References, ClaimStories, testing::ValuesIn(references), name_of);

const Row sides[] = {
    {"SettledWhatItCharged",
     "Zephra said it agreed to settle a suit which charged Halcyte with fraud.",
     {"Zephra>Halcyte"}},
    {"SettledWhatWasBrought", "Zephra settled a suit brought by Halcyte.", {"Halcyte>Zephra"}},
    {"SettledWithNobodyTold", "Zephra settled a lawsuit with Halcyte.", {}},
    {"RuledForThose",
     "The court ruled in favor of Zephra, Corvane, and Norvane in the case brought by Halcyte.",
     {"Halcyte>Corvane", "Halcyte>Norvane", "Halcyte>Zephra"}},
    {"RuledForThePlaintiff",
     "A German court ruled in favor of Zephra in three litigations against Halcyte.",
     {"Zephra>Halcyte"}},
    {"BothSettled",
     "Zephra and Halcyte agreed in principle to settle pending litigation. Zephra had filed the "
     "suit "
     "in May.",
     {"Zephra>Halcyte"}},
    {"RightsToldOfTheSuit",
     "A suit was filed. It accuses Zephra of infringing Halcyte's patents.",
     {"Halcyte>Zephra"}},
    {"SuitsOfOne",
     "Zephra is being sued. A suit was filed by Halcyte. Another suit was filed by Corvane.",
     {"Corvane>Zephra", "Halcyte>Zephra"}},
    {"WonACase",
     "Zephra has won a court case. The suit was filed by Halcyte in May.",
     {"Halcyte>Zephra"}},
    {"WillNotWin", "A suit was filed by Halcyte. It is a lawsuit that Zephra will not win.", {}},
    {"AppealTurnsTheCaption",
     "Jane Roe sued Zephra Inc in May. The case is Zephra Inc v. Roe.",
     {"Jane Roe>Zephra"}},
    {"ThisTime",
     "Zephra has been hit with yet another lawsuit, this time from clothing company Halcyte.",
     {"Halcyte>Zephra"}},
    {"SumClaimed",
     "Zephra was sued by Halcyte. Zephra was sued by Norvane. A judge heard a 2 billion euro "
     "claim by Corvane.",
     {"Corvane>Zephra", "Halcyte>Zephra", "Norvane>Zephra"}},
    {"OrderThatWouldRequire",
     "The court was told that Zephra is seeking an injunction that would require Halcyte to pay.",
     {"Zephra>Halcyte"}},
    {"SuitAlleging",
     "Zephra acted as a broker for a man named in an FTC civil suit alleging fraud.",
     {}},
    {"AgencyFiling", "Zephra's SEC filing on the case was made with Halcyte.", {}},
    {"RetaliatoryAction",
     "The court may recommend to President Roe retaliatory action against Canada.",
     {}},
    {"RepresentsASide",
     "The lawyer representing Zephra in lawsuits against Halcyte spoke.",
     {"Zephra>Halcyte"}},
    {"SettleASuitOfOne",
     "Zephra, Halcyte and Corvane are in talks to settle Zephra's lawsuit. It named them.",
     {"Zephra>Corvane", "Zephra>Halcyte"}},
    {"TheTexasRuling",
     "Zephra filed a suit. The suit alleges that the Texas ruling, even if it stands, is void.",
     {}},
    {"SuitFromAnother",
     "Zephra's counterclaim to an infringement suit from Halcyte was heard by the court.",
     {"Halcyte>Zephra", "Zephra>>Halcyte"}},
    {"CounterAttack",
     "Zephra sued Halcyte in Ohio. Halcyte has launched a counter-attack, filing a lawsuit against "
     "Zephra.",
     {"Halcyte>>Zephra", "Zephra>Halcyte"}},
    {"LegalBattle", "In a long legal battle, Zephra accused Halcyte of theft.", {"Zephra>Halcyte"}},
    {"Topic", "Jane Roe: Zephra sues singer over album", {"Zephra>Jane Roe"}},
    {"Barrage",
     "Zephra filed a barrage of patent lawsuits on Thursday against Halcyte.",
     {"Zephra>Halcyte"}},
    {"ActionAfterAComma",
     "Zephra, a firm owned by Halcyte, starts wide-ranging legal action against Corvane.",
     {"Zephra>Corvane"}},
    {"LedBy", "Zephra is leading a lawsuit against Halcyte.", {"Zephra>Halcyte"}},
    {"RuledForHolder", "A court ruled for Zephra in its suit against Halcyte.", {"Zephra>Halcyte"}},
};
INSTANTIATE_TEST_SUITE_P(Sides, ClaimStories, testing::ValuesIn(sides), name_of);

const Row names[] = {
    {"NumberInName", "23andMe sued 7-Eleven in May.", {"23andMe>7-Eleven"}},
    {"BoardOfEducation",
     "The case is Abbot v. Oakmere Board of Education.",
     {"Abbot>Oakmere Board of Education"}},
    {"SmallForm", "Zephra Systems plc sued Halcyte in May.", {"Zephra Systems>Halcyte"}},
    {"OrdinaryFirstWord",
     "Software Liberty Foundation is suing Zephra. It makes software.",
     {"Software Liberty Foundation>Zephra"}},
    {"CallNumber", "1-800 Mattress sued Zephra in May.", {"1-800 Mattress>Zephra"}},
    {"CountryInName", "Zephra sued US Wireless Corp in May.", {"Zephra>US Wireless"}},
    {"DayBeforeName",
     "Zephra has a quarrel: on March 1 Halcyte sued Corvane.",
     {"Halcyte>Corvane"}},
    {"AdverbIsNoName", "Sometimes, Zephra sued Halcyte.", {"Zephra>Halcyte"}},
    {"ProductOfAMaker",
     "States target the Zephrol maker. Halcyte told doctors that Zephrol was safe. Ohio sued the "
     "drugmaker in May.",
     {"Ohio>Halcyte"}},
    {"May",
     "The FTC in May sued Zephra. On May 4 Halcyte sued Corvane.",
     {"Federal Trade Commission>Zephra", "Halcyte>Corvane"}},
    {"MayIsNoFact", "May Zephra sue Halcyte? Zephra may sue Halcyte.", {}},
    {"Titled",
     "Dr. Luton sued Zephra. Prince Harald sued Halcyte.",
     {"Dr. Luton>Zephra", "Prince Harald>Halcyte"}},
    {"IfTheySue", "Halcyte sent a letter in the case. If they sue, they sue, Zephra said.", {}},
    {"PluralSuits",
     "The lawsuits seek damages from Zephra and Halcyte. They were filed by Corvane.",
     {}},
    {"AccusedProducts",
     "Zephra sued Halcyte. The accused products include Halcyte's Dot and Pebble.",
     {"Zephra>Halcyte"}},
    {"Administration", "Zephra sued the Obama administration.", {"Zephra>Obama administration"}},
    {"AttorneyGeneral", "Ohio Attorney General Jane Roe sued Zephra in May.", {"Ohio>Zephra"}},
    {"AttorneyGeneralLater",
     "Ohio's Attorney General Jane Roe spoke in May. Roe sued Zephra.",
     {"Ohio>Zephra"}},
    {"ThatAttorneyGeneral",
     "Ohio Attorney General Jane Roe spoke. The case that Attorney General Jane Roe filed against "
     "Zephra is old.",
     {"Ohio>Zephra"}},
};
INSTANTIATE_TEST_SUITE_P(Names, ClaimStories, testing::ValuesIn(names), name_of);

}  // namespace
}  // namespace litigraph::ingest
