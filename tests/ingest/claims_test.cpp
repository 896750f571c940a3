// Who sues whom in whole sentences and short articles: what must be read, and what must not.

#include "support/claim_rows.hpp"

namespace litigraph::ingest {
namespace {

using test::name_of;
using Row = test::ClaimRow;

class Claims : public testing::TestWithParam<Row> {};

TEST_P(Claims, AreExactlyThese) { test::expect_exactly(GetParam()); }

const Row voices[] = {
    {"NegationElsewhere",
     "Zephra had no comment when Quillon sued Norvane on Monday.",
     {"Quillon>Norvane"}},
    {"ActiveWithDate", "Quillon sued Marlowe Micro on Monday.", {"Quillon>Marlowe Micro"}},
    {"Progressive", "Quillon is suing Marlowe Micro for fraud.", {"Quillon>Marlowe Micro"}},
    {"PassiveByFarAway",
     "Trask Systems was sued on Tuesday in federal court in Seattle by Solenne over its codecs.",
     {"Solenne>Trask Systems"}},
    {"ReducedPassive",
     "Corvane, sued last year by Pinegate, has redesigned its routers.",
     {"Pinegate>Corvane"}},
    {"Relative",
     "Tessaly Networks, which sued Kestrel Robotics in December, declined to comment.",
     {"Tessaly Networks>Kestrel Robotics"}},
    {"FiledComplaint",
     "Ubrix Inc. filed an antitrust complaint against Wexcom Corp. in the U.S. District Court for "
     "the Northern District of California on Thursday.",
     {"Ubrix>Wexcom"}},
    {"SaidItHadFiled",
     "Norvane said it has filed a lawsuit against Brightmere over trade secrets.",
     {"Norvane>Brightmere"}},
    {"Accusing",
     "Glasspoint filed a lawsuit on Friday accusing Ivoryline of copying its smart locks.",
     {"Glasspoint>Ivoryline"}},
    {"Alleging",
     "Pittwell filed suit in Manhattan federal court, alleging that Orbix Labs infringed two "
     "patents.",
     {"Pittwell>Orbix Labs"}},
    {"InALawsuit",
     "In a lawsuit filed Monday, Zephra alleges that Halcyte stole its battery designs.",
     {"Zephra>Halcyte"}},
    {"LawsuitClaims",
     "The lawsuit, filed by Lumenar in Delaware, claims that Dunmore Wireless broke a licence.",
     {"Lumenar>Dunmore Wireless"}},
    {"ToCompel",
     "Halcyte filed suit in state court in Houston to compel Zephra to complete their merger.",
     {"Halcyte>Zephra"}},
    {"AlongWith",
     "Quillon sued Marlowe Micro along with Trask Systems.",
     {"Quillon>Marlowe Micro", "Quillon>Trask Systems"}},
    {"Including",
     "Authors including Jane Merrow and Tomas Reill sued Delphine AI.",
     {"Jane Merrow>Delphine AI", "Tomas Reill>Delphine AI"}},
    {"PlaintiffsInApposition",
     "The plaintiffs, Solenne and Ubrix, sued Wexcom.",
     {"Solenne>Wexcom", "Ubrix>Wexcom"}},
    {"SubjectBeforeDate", "Orbix Labs on Monday sued Marlowe Micro.", {"Orbix Labs>Marlowe Micro"}},
    {"ThreeDefendants",
     "Havelock IP sued Quillon, Marlowe Micro and Trask Systems.",
     {"Havelock IP>Marlowe Micro", "Havelock IP>Quillon", "Havelock IP>Trask Systems"}},
    {"AppositionInList",
     "Solenne sued Wexcom, the router maker, and Ubrix on Friday.",
     {"Solenne>Ubrix", "Solenne>Wexcom"}},
    {"ColonNamesDefendants",
     "The complaint, filed by Solenne in Manhattan, names Wexcom, Ubrix and Calder Chips as "
     "defendants.",
     {"Solenne>Calder Chips", "Solenne>Ubrix", "Solenne>Wexcom"}},
    {"TakenToCourt",
     "Ostara Semi is taking Ferrowave to court over chip packaging.",
     {"Ostara Semi>Ferrowave"}},
    {"LawsuitWith",
     "Aldergrove settled its lawsuit with Eastlake Media.",
     {"Aldergrove>Eastlake Media"}},
    {"AgainstWhich",
     "Yarrow Health bought Bancroft Motors, against which it had filed a patent suit.",
     {"Yarrow Health>Bancroft Motors"}},
    {"CalledName",
     "Calder Chips sued an online seller called Chipnest.",
     {"Calder Chips>Chipnest"}},
};
INSTANTIATE_TEST_SUITE_P(Voices, Claims, testing::ValuesIn(voices), name_of);

const Row nouns[] = {
    {"Possessive", "Norvane's lawsuit against Brightmere cites emails.", {"Norvane>Brightmere"}},
    {"ByAgainst", "The suit by Lumenar against Pinegate heads to trial.", {"Lumenar>Pinegate"}},
    {"JudgeDismisses",
     "A federal judge dismissed Norvane's lawsuit against Brightmere.",
     {"Norvane>Brightmere"}},
    {"AsksToDismiss", "Corvane asked a judge to dismiss Pinegate's lawsuit.", {"Pinegate>Corvane"}},
    {"MustFace", "Brightmere must face Norvane's lawsuit, a judge ruled.", {"Norvane>Brightmere"}},
    {"Caption",
     "The case is Veltrona Inc v. Orbix Labs LLC, No. 1:24-cv-04321.",
     {"Veltrona>Orbix Labs"}},
    {"CaptionOfMany",
     "The case is Solenne Inc. and Ubrix Inc. v. Wexcom Corp.",
     {"Solenne>Wexcom", "Ubrix>Wexcom"}},
    {"Verdict",
     "Ostara Semi won a $525 million jury verdict against Ferrowave.",
     {"Ostara Semi>Ferrowave"}},
    {"PaysToSettle",
     "Corvane agreed to pay $2 million to settle a lawsuit by Pinegate.",
     {"Pinegate>Corvane"}},
};
INSTANTIATE_TEST_SUITE_P(Nouns, Claims, testing::ValuesIn(nouns), name_of);

const Row answers[] = {
    {"Countersued",
     "Veltrona sued Orbix Labs in May. Orbix Labs countersued in June.",
     {"Orbix Labs>>Veltrona", "Veltrona>Orbix Labs"}},
    {"HitBack",
     "Sued in April by Halcyte, Zephra hit back on Thursday with a lawsuit of its own.",
     {"Halcyte>Zephra", "Zephra>>Halcyte"}},
    {"InResponse",
     "Quillon sued Marlowe Micro in March. In response, Marlowe Micro filed a complaint against "
     "Quillon.",
     {"Marlowe Micro>>Quillon", "Quillon>Marlowe Micro"}},
    {"RespondedBySuing",
     "Quillon sued Marlowe Micro in March. Marlowe Micro responded by suing Quillon in Munich.",
     {"Marlowe Micro>>Quillon", "Quillon>Marlowe Micro"}},
    {"InAnswerToGroup",
     "Solenne sued Wexcom. The lawsuit comes in response to 13 legal proceedings filed by Wexcom "
     "late last year in India and Brazil.",
     {"Solenne>>Wexcom", "Wexcom>Solenne"}},
    {"RespondedWithoutSuit",
     "Wexcom ended the licence in May, and Ubrix responded by suing Wexcom.",
     {"Ubrix>Wexcom"}},
    {"AnswerIsNoCountersuit",
     "Pinegate sued Corvane. Corvane answered the suit on Monday, denying every claim.",
     {"Pinegate>Corvane"}},
};
INSTANTIATE_TEST_SUITE_P(Answers, Claims, testing::ValuesIn(answers), name_of);

const Row stories[] = {
    {"DefendantInLaterSentence",
     "Solenne filed a lawsuit on Monday. The suit names Wexcom and Ubrix.",
     {"Solenne>Ubrix", "Solenne>Wexcom"}},
    {"DefendantsAre",
     "Solenne filed a lawsuit on Monday. The defendants are Wexcom and Ubrix.",
     {"Solenne>Ubrix", "Solenne>Wexcom"}},
    {"PlaintiffInLaterSentence",
     "Wexcom has been sued over its routers. The lawsuit was filed on Friday by Solenne.",
     {"Solenne>Wexcom"}},
    {"SameCaseTwice",
     "Quillon sued Marlowe Micro. The chipmaker was served with the complaint by Quillon on "
     "Monday.",
     {"Quillon>Marlowe Micro"}},
    {"DescriptionOfTheAccused",
     "Solenne has filed a lawsuit against Wexcom, accusing the Finnish telecoms giant of "
     "infringing two patents.",
     {"Solenne>Wexcom"}},
    {"PronounIsNotTheAccused",
     "Orbix Labs makes a mail app. Calder Chips sells phones. It has filed a lawsuit, "
     "saying that Calder Chips copied its app.",
     {"Orbix Labs>Calder Chips"}},
    {"TwoHalves",
     "Wexcom has been sued over its routers. A suit was filed on Friday by Solenne in Texas.",
     {"Solenne>Wexcom"}},
    {"TwoCases",
     "Quillon sued Marlowe Micro. Separately, Solenne filed a lawsuit against Wexcom.",
     {"Quillon>Marlowe Micro", "Solenne>Wexcom"}},
};
INSTANTIATE_TEST_SUITE_P(Stories, Claims, testing::ValuesIn(stories), name_of);

const Row traps[] = {
    {"NoneHasSued", "Other developers may follow, but none has sued so far.", {}},
    {"NeitherHasSued", "Neither Quillon nor Zephra has sued Norvane.", {}},
    {"NoneOfThem", "None of the companies has sued Norvane.", {}},
    {"NobodySued", "Nobody sued Norvane over its chips.", {}},
    {"Negated", "Norvane has not sued Brightmere.", {}},
    {"NeverSued", "Norvane never sued Brightmere.", {}},
    {"Modal", "Norvane may sue Brightmere.", {}},
    {"Threat", "Ubrix threatened to sue Wexcom over modem firmware.", {}},
    {"Plan", "Pinegate plans to file a lawsuit against Corvane.", {}},
    {"Considering", "Zephra is considering legal action against Halcyte.", {}},
    {"Preparing", "Solenne is preparing a lawsuit against Wexcom.", {}},
    {"Conditional", "If Quillon sued Marlowe Micro, the case would take years.", {}},
    {"Question", "Should Quillon sue Marlowe Micro?", {}},
    {"Rumour", "Rumours that Solenne would sue Wexcom proved unfounded.", {}},
    {"Denied", "Norvane denied that it had sued Brightmere.", {}},
    {"DroppedIdea", "Norvane dropped the idea of suing Brightmere.", {}},
    {"Covenant", "Lumenar promised not to sue Wexcom over its open patents.", {}},
    {"Urged", "Lawmakers urged the FTC to sue Eastlake Media.", {}},
    {"Fined", "The regulator fined Eastlake Media 420 million euros.", {}},
    {"Criminal",
     "Prosecutors charged a former engineer of Calder Chips with stealing designs.",
     {}},
    {"FollowedSuit", "Quillon raised prices and Marlowe Micro followed suit.", {}},
    {"Garment", "The chief executive of Norvane wore a grey suit.", {}},
    {"Person", "Sue Corvane joined Pinegate as finance chief.", {}},
    {"Business", "Norvane supplies Brightmere.", {}},
    {"Patent", "Ostara Semi filed for a patent on stacked memory.", {}},
    {"Complaints", "Complaints against Brightmere's support desk doubled.", {}},
    {"Versus", "Quillon vs. Marlowe Micro: how the chip fight began", {}},
    {"MergerPartner", "Quillon sued to stop Marlowe Micro's merger with Trask Systems.", {}},
    {"Settled", "Quillon and Marlowe Micro settled their patent fight.", {}},
};
INSTANTIATE_TEST_SUITE_P(Traps, Claims, testing::ValuesIn(traps), name_of);

}  // namespace
}  // namespace litigraph::ingest
