#include "courts.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace litigraph::ingest::detail {
namespace {

// `court`: the id; "US-TX?" for a region with candidates only; "!" before a court that the table
// lacks; empty if nothing may be found.
struct MentionCase {
    const char* sentence;
    const char* court;
    const char* words = "";
    bool federal_subject = false;
    const char* dateline = "";
};
std::ostream& operator<<(std::ostream& out, const MentionCase& row) { return out << row.sentence; }

class CourtMentions : public testing::TestWithParam<MentionCase> {};

TEST_P(CourtMentions, AreFound) {
    const MentionCase& row = GetParam();
    const std::string sentence = row.sentence;
    const std::vector<CourtMention> found =
        find_courts(sentence, {row.federal_subject, row.dateline, {}});
    if (std::string_view(row.court).empty()) {
        EXPECT_TRUE(found.empty())
            << found[0].answer.id << ' '
            << sentence.substr(found[0].begin, found[0].end - found[0].begin);
        return;
    }
    ASSERT_EQ(found.size(), 1U);
    const CourtAnswer& answer = found[0].answer;
    const std::string court = answer.id.empty() ? answer.jurisdiction + "?" : answer.id;
    EXPECT_EQ((found[0].proper_name ? "!" : "") + court, row.court);
    if (!std::string_view(row.words).empty()) {
        EXPECT_EQ(sentence.substr(found[0].begin, found[0].end - found[0].begin), row.words);
    }
}

const MentionCase us[] = {
    {"The suit was filed in Delaware federal court.", "ded", "Delaware federal court"},
    {"It sued in U.S. District Court for the Northern District of California.", "cand"},
    {"It sued in the U.S. District Court, Southern District of Florida.", "flsd"},
    {"The complaint landed in Manhattan federal court.", "nysd", "Manhattan federal court"},
    {"The plaintiff, which filed suit, chose EDTX.", "txed"},
    {"It is pending in the S.D.N.Y. docket.", "nysd"},
    {"It was lodged with a federal court in San Francisco.", "cand"},
    {"A federal court in Marshall, Texas, heard it.", "txed"},
    {"A federal judge in San Jose, Calif., heard it.", "cand"},
    {"A San Francisco federal judge heard it.", "cand", "San Francisco federal judge"},
    {"A district judge in Los Angeles heard it.", "cacd"},
    {"U.S. District Judge Dana Whitlock in Boston refused.", "mad"},
    {"Judge Dana Whitlock of the District of Massachusetts will hear it.", "mad"},
    {"It sued in Texas federal court.", "US-TX?"},
    {"It sued in federal court in Northern California.", "cand"},
    {"It sued in Eastern Texas district court.", "txed"},
    {"It sued in the Northern District Court of California.", "cand"},
    {"It sued in federal court located in Rochester New York.", "nywd"},
    {"It sued in Alexandria, Virginia, federal court.", "vaed"},
    {"It sued in a Delaware court.", "US-DE?"},
    {"It appealed to the Federal Circuit.", "cafc"},
    {"The 9th Circuit ruled.", "ca9"},
    {"It went to a federal appeals court in Boston.", "ca1"},
    {"It sued in Delaware bankruptcy court.", "deb"},
    {"It sued in Federal Court here.", "cacd", "", false, "LOS ANGELES"},
    {"It sued in federal court here.", ""},
    {"It sued in Federal Court in Washington.", "dcd"},
    {"It sued in federal court in Tacoma, Washington.", "wawd"},
    {"It sued in U.S. District Court in New York.", "nysd"},
    {"It sued in the Eastern District of New York.", "nyed"},
    {"It sued in California's Northern District.", "cand"},
    {"It sued in N.D. Cal. last week.", "cand", "N.D. Cal"},
    {"It sued (D. Del.) over a patent.", "ded"},
    {"It sued in East Texas.", "txed", "East Texas", true},
    {"U.S. District Court Judge Dana Whitlock of Camden, N.J., ruled.", "njd"},
    {"Brooklyn-based U.S. District Judge Dana Whitlock ruled.", "nyed"},
};
INSTANTIATE_TEST_SUITE_P(UnitedStates, CourtMentions, testing::ValuesIn(us));

const MentionCase states[] = {
    {"The suit was filed in Delaware Chancery Court.", "delch"},
    {"The case is in Santa Clara County Superior Court.", "us-ca-superct-santaclara"},
    {"It sued in California Superior court for Los Angeles County.", "calsuppctla"},
    {"It sued in Los Angeles Superior Court.", "calsuppctla"},
    {"It sued in New York State Supreme Court.", "nysupct"},
    {"It sued in New York Supreme Court in Manhattan.", "nysupctnewyork"},
    {"It sued in California state court.", "US-CA?"},
    {"It sued in state district court in Harris County, Texas.", "us-tx-distct-harris"},
    {"It sued in the Superior Court of the State of California in Santa Clara County.",
     "us-ca-superct-santaclara"},
    {"It sued in the Court of Common Pleas for Allegheny County, Pa.", "!pactcomplallegh"},
    {"It sued in state Supreme Court in Manhattan.", "nysupctnewyork"},
    {"It sued in Circuit Court, Jefferson County, Ky.", "!US-KY?",
     "Circuit Court, Jefferson County, Ky"},
    {"It sued in Allegheny County Court of Common Pleas.", "!?",
     "Allegheny County Court of Common Pleas"},
};
INSTANTIATE_TEST_SUITE_P(States, CourtMentions, testing::ValuesIn(states));

const MentionCase world[] = {
    {"It sued in Mannheim.", "de-lg-mannheim", "Mannheim"},
    {"It sued before the Munich Regional Court.", "de-lg-muenchen1"},
    {"It won in a Munich court.", "de-lg-muenchen1"},
    {"It sued in a Tokyo court.", "jp-tdc"},
    {"It sued in Tokyo District Court.", "jp-tdc"},
    {"The action was filed at the Unified Patent Court.", "upc"},
    {"The action was filed at the UPC's Munich Local Division.", "upc-ld-munich"},
    {"The action was filed at the UPC's Mannheim local division.", "upc-ld-mannheim"},
    {"It sued in London's High Court.", "gb-ewhc"},
    {"It sued in the UK High Court (Chancery Division).", "gb-ch"},
    {"A London tribunal heard it.", "gb-cat"},
    {"The East London Tribunal Centre heard it.", ""},
    {"It sued in the England & Wales High Court.", "gb-ewhc"},
    {"It is listed before the Delhi High Court.", "in-dhc"},
    {"It sued in the Wuhan Intermediate People's Court.", "cn-wh-ipc"},
    {"It sued in the Federal Court of Australia.", "au-fca"},
    {"It sued in a Canadian federal court.", "ca-fc"},
    {"It sued in a German court.", "DE?"},
    {"It went to the courts in The Hague.", "nl-rb-denhaag"},
    {"It asked the Zurich court to stop it.", "ch-hg-zurich"},
    {"It sued in the Haifa District Court.", "!?", "Haifa District Court"},
    {"The District Court will hear it.", ""},
    {"The Supreme Court will hear it.", ""},
};
INSTANTIATE_TEST_SUITE_P(World, CourtMentions, testing::ValuesIn(world));

const MentionCase bodies[] = {
    {"The companies filed a complaint with the ITC.", "usitc"},
    {"It asked the U.S. International Trade Commission to ban imports.", "usitc"},
    {"It petitioned the PTAB to review a patent.", "ptab"},
    {"ITC shares rose 2% in Mumbai.", ""},
    {"The itc filed a complaint.", ""},
};
INSTANTIATE_TEST_SUITE_P(Bodies, CourtMentions, testing::ValuesIn(bodies));

const MentionCase places[] = {
    {"The patent case was filed in Marshall, Texas.", "txed", "Marshall, Texas", true},
    {"The case was filed in Marshall, Texas.", "US-TX?", "Marshall, Texas"},
    {"It sued in Germany.", "DE?", "Germany"},
    {"It sued in New York.", "US-NY?", "New York", true},
    {"It was served the patent suit in Dallas.", "", "", true},
    {"Ferrowave, headquartered in Munich, was sued on Tuesday.", ""},
    {"Quillon, a Delaware corporation, was sued.", ""},
    {"MUNICH, Aug 1 - Solenne said its profit rose.", ""},
    {"It will sponsor the centre court.", ""},
    {"A federal judge threw the suit out.", ""},
    {"The Federal Trade Commission sued it.", ""},
    {"It opened shops in Texas and Berlin.", ""},
};
INSTANTIATE_TEST_SUITE_P(Places, CourtMentions, testing::ValuesIn(places));

TEST(CourtMention, ListsOfPlacesAreSeveral) {
    const auto found = find_courts(
        "It filed proceedings in the US, Brazil, India, Germany, the UK and the EU.", {});
    ASSERT_EQ(found.size(), 6U);
    EXPECT_EQ(found[0].answer.jurisdiction, "US");
    EXPECT_EQ(found[4].answer.jurisdiction, "GB");
    EXPECT_EQ(found[5].answer.jurisdiction, "EU");
}

std::vector<std::string> ids_in(const char* sentence) {
    std::vector<std::string> ids;
    for (const CourtMention& mention : find_courts(std::string_view(sentence), {})) {
        ids.push_back(mention.answer.id);
    }
    return ids;
}

TEST(CourtMention, ListsOfCourtsAreSeveral) {
    EXPECT_EQ(ids_in("It sued in the Regional Courts in Dusseldorf, Mannheim and Munich in Germany "
                     "and the US District Court for the Eastern District of Texas."),
              (std::vector<std::string>{"de-lg-duesseldorf", "de-lg-mannheim", "de-lg-muenchen1",
                                        "txed"}));
    EXPECT_EQ(ids_in("It sued in Delaware federal court and a Munich court."),
              (std::vector<std::string>{"ded", "de-lg-muenchen1"}));
}

TEST(CourtMention, AmbiguousOnesHaveCandidates) {
    const auto found = find_courts("It sued in Texas federal court.", {});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].answer.candidates,
              (std::vector<std::string>{"txed", "txnd", "txsd", "txwd"}));
}

}  // namespace
}  // namespace litigraph::ingest::detail
