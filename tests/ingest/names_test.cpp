#include "support/party_pairs.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

// Who the parties are: each row is one way in which news names or describes them. All names are
// invented.

namespace litigraph::ingest {
namespace {

struct NamesCase {
    const char* name;
    const char* headline;
    const char* text;
    std::vector<std::string> expected;
};
void PrintTo(const NamesCase& row, std::ostream* out) { *out << row.name; }

class Names : public testing::TestWithParam<NamesCase> {};

TEST_P(Names, GiveExactlyThePairs) {
    Article article;
    article.id = "test";
    const std::string headline = GetParam().headline;
    article.headline_size = headline.size();
    article.text = headline.empty() ? GetParam().text : headline + "\n\n" + GetParam().text;
    article.body_begin = headline.empty() ? 0 : headline.size() + 2;
    EXPECT_THAT(test::party_pairs(extract(article)),
                testing::ElementsAreArray(GetParam().expected));
}

std::string name_of_row(const testing::TestParamInfo<NamesCase>& row) { return row.param.name; }

const NamesCase pair_cases[] = {
    {"FirmOfTwoWords",
     "",
     "Quillon sued Gorse and Thistle Industries Inc on Monday.",
     {"Quillon>Gorse and Thistle Industries"}},
    {"TwoFirms",
     "",
     "Gorse makes tools. Quillon sued Gorse and Thistle Corp.",
     {"Quillon>Gorse", "Quillon>Thistle"}},
    {"TwoFirmsWithForms",
     "",
     "Quillon sued Gorse Corp and Thistle Corp.",
     {"Quillon>Gorse", "Quillon>Thistle"}},
    {"PluralVerb",
     "",
     "Gorse and Thistle have appealed. Quillon sued Gorse and Thistle.",
     {"Quillon>Gorse", "Quillon>Thistle"}},
    {"SingularVerb",
     "",
     "Gorse and Thistle is a toolmaker. Quillon sued Gorse and Thistle.",
     {"Quillon>Gorse and Thistle"}},
    {"TradeWords",
     "",
     "Quillon sued Oakmere Gas and Electric Co.",
     {"Quillon>Oakmere Gas and Electric"}},
    {"SavingsAndLoan",
     "",
     "Quillon sued First Oakmere Savings and Loan Association.",
     {"Quillon>First Oakmere Savings and Loan Association"}},
    {"Ampersand", "", "Quillon sued Gorse & Thistle.", {"Quillon>Gorse & Thistle"}},
    {"List",
     "",
     "Quillon sued Norvane, Zephra and Thistle Corp.",
     {"Quillon>Norvane", "Quillon>Thistle", "Quillon>Zephra"}},
};
INSTANTIATE_TEST_SUITE_P(Pairs, Names, testing::ValuesIn(pair_cases), name_of_row);

const NamesCase shape_cases[] = {
    {"DigitsFirst", "", "Quillon sued 42andYou in June.", {"Quillon>42andYou"}},
    {"SmallUnits", "", "Quillon sued over 60GHz radios.", {}},
    {"Domain", "", "Quillon sued oakmere.com in June.", {"Quillon>oakmere.com"}},
    {"Particles", "", "Juan de los Robles sued Quillon.", {"Juan de los Robles>Quillon"}},
    {"Nationality",
     "",
     "British Gorse filed suit against Quillon in May.",
     {"British Gorse>Quillon"}},
    {"Based", "", "Oakmere-based Norvane sued Quillon.", {"Norvane>Quillon"}},
    {"DocketNumber",
     "",
     "In Case Norvane v Quillon C-355/12 the court agreed.",
     {"Norvane>Quillon"}},
    {"Office",
     "",
     "Norvane Chief Executive Jane Roe was happy. Norvane sued Quillon.",
     {"Norvane>Quillon"}},
    {"Plaintiff",
     "",
     "Plaintiff Norvane filed a lawsuit against defendant Quillon.",
     {"Norvane>Quillon"}},
    {"Brand",
     "",
     "Gorse's has accused Quillon of copying. Gorse's sued Quillon in May. A shop of Gorse's.",
     {"Gorse's>Quillon"}},
    {"Agency",
     "",
     "The Ruritanian Grain Safety Commission sued Quillon.",
     {"Ruritanian Grain Safety Commission>Quillon"}},
    {"BrandOfOneUse", "", "Gorse's sued Norvane over a trademark.", {"Gorse's>Norvane"}},
    {"Owner", "", "Gorse's lawyers sued nobody. Norvane sued Quillon.", {"Norvane>Quillon"}},
    {"Branch", "", "Norvane US sued Quillon.", {"Norvane US>Quillon"}},
    {"BranchOfAdjective", "", "Norvane sued Quillon over US patents.", {"Norvane>Quillon"}},
    {"TwoLegalForms", "", "Quillon filed suit against Norvane Holdings Ltd.", {"Quillon>Norvane"}},
    {"CorpOf", "", "Thistle Corp of America sued Quillon.", {"Thistle Corp of America>Quillon"}},
    {"WorkersUnion",
     "",
     "The United Food and Commercial Workers Union sued Quillon.",
     {"United Food and Commercial Workers Union>Quillon"}},
    {"SentenceAdverb", "", "However, Norvane sued Quillon.", {"Norvane>Quillon"}},
};
INSTANTIATE_TEST_SUITE_P(Shapes, Names, testing::ValuesIn(shape_cases), name_of_row);

const NamesCase alias_cases[] = {
    {"FirstWord",
     "",
     "Norvane Foods Inc was upset. Norvane sued Quillon.",
     {"Norvane Foods>Quillon"}},
    {"Surname",
     "",
     "Jane Roe left Quillon in May. Roe sued Quillon in June.",
     {"Jane Roe>Quillon"}},
    {"Founder",
     "",
     "Norvane sued Quillon. Norvane was founded by John Norvane in 1960.",
     {"Norvane>Quillon"}},
    {"Bracket",
     "",
     "The Glen Malt Association (GMA) was upset. GMA sued Quillon.",
     {"Glen Malt Association>Quillon"}},
    {"HeadNoun",
     "",
     "The Oakmere Song Foundation was upset. The Foundation sued Quillon.",
     {"Oakmere Song Foundation>Quillon"}},
    {"KnownAs",
     "",
     "John Roe, better known as Rho, laughed. Quillon sued Rho.",
     {"Quillon>John Roe"}},
    {"DoingBusinessAs",
     "",
     "Quillon sued Norvane Foods, Inc. d/b/a QuickSoup.",
     {"Quillon>Norvane Foods"}},
    {"Honorific",
     "",
     "Mr. Roe filed the suit against Quillon. John Roe worked there.",
     {"John Roe>Quillon"}},
    {"OwnedUnit", "", "Quillon sued Norvane's Zephra unit.", {"Quillon>Zephra"}},
    {"Division",
     "",
     "Quillon sued Norvane in May. Norvane Web Services is growing.",
     {"Quillon>Norvane"}},
    {"OtherOwners", "", "Norvane and other owners of the dam sued Quillon.", {"Norvane>Quillon"}},
    {"Product", "", "Quillon sued Norvane. Norvane Maps is used by many.", {"Quillon>Norvane"}},
    {"Subsidiary",
     "",
     "Norvane has a subsidiary, Norvane Labs. Norvane sued Quillon.",
     {"Norvane>Quillon"}},
    {"ShoutedHeadline",
     "NORVANE SUES GORSE AND THISTLE",
     "Norvane Foods Inc said it sued Gorse and Thistle Corp.",
     {"Norvane Foods>Gorse and Thistle"}},
    {"HeadlineKnownPlace",
     "NORVANE FILES SUIT AGAINST TEXAS GORSE",
     "Norvane Inc said it filed a suit against Texas Gorse Corp.",
     {"Norvane>Texas Gorse"}},
    {"HeadlineDescription",
     "Hacker Rho Sued by Norvane",
     "Rho laughed. The suit against Rho was filed in May. Norvane was upset.",
     {"Norvane>Rho"}},
};
INSTANTIATE_TEST_SUITE_P(Aliases, Names, testing::ValuesIn(alias_cases), name_of_row);

const NamesCase bystander_cases[] = {
    {"Newspaper", "", "The lawsuit against Quillon was first reported by the Oakmere Herald.", {}},
    {"NewspaperSues",
     "",
     "The Oakmere Herald filed a lawsuit against Quillon.",
     {"Oakmere Herald>Quillon"}},
    {"KnownNewspaperSues",
     "",
     "The New York Times sued Quillon over its chatbot.",
     {"New York Times>Quillon"}},
    {"Judge", "", "A suit against Quillon by Judge Jane Roe's order was stayed.", {}},
    {"Counsel", "", "The suit was filed by attorney Jane Roe against Quillon.", {}},
    {"Analyst",
     "",
     "Jane Roe, an analyst at Gorse, sued nobody. Quillon was sued by Norvane.",
     {"Norvane>Quillon"}},
    {"Law", "", "Quillon's suit against the Clean Soup Act was denied.", {}},
    {"Place", "", "The suit against Quillon was filed in Oakmere.", {}},
    {"TownAndState",
     "",
     "In a complaint, Norvane sued the Glenford, Ill., maker Quillon.",
     {"Norvane>Quillon"}},
};
INSTANTIATE_TEST_SUITE_P(Bystanders, Names, testing::ValuesIn(bystander_cases), name_of_row);

const NamesCase reference_cases[] = {
    {"University",
     "",
     "Oakmere University sued Norvane. Quillon sued the university.",
     {"Oakmere University>Norvane", "Quillon>Oakmere University"}},
    {"Employer",
     "",
     "Three former Quillon engineers sued the company.",
     {"former Quillon engineers>Quillon"}},
    {"CompanyIsNoAgency",
     "",
     "Quillon answered the SEC. Norvane sued the company.",
     {"Norvane>Quillon"}},
    {"CompanyIsNoPerson", "", "Jane Roe laughed. Norvane sued the company.", {}},
    {"Singer", "", "Jane Roe laughed. Norvane sued the singer.", {"Norvane>Jane Roe"}},
    {"OneOfTwoSingers",
     "",
     "Jane Roe and Ann Doe laughed. The singer was sued by Norvane.",
     {"Norvane>singer"}},
    {"BothCompanies",
     "",
     "Quillon and Zephra merged. Norvane sued the companies.",
     {"Norvane>Quillon", "Norvane>Zephra"}},
    {"TwoOfThree", "", "Quillon, Gorse and Zephra met. Norvane sued the companies.", {}},
    {"Ticker", "", "Gorse Corp <GRS> fell. Norvane sued the company.", {"Norvane>Gorse"}},
};
INSTANTIATE_TEST_SUITE_P(References, Names, testing::ValuesIn(reference_cases), name_of_row);

}  // namespace
}  // namespace litigraph::ingest
