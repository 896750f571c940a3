#include "support/observed_suits.hpp"
#include <litigraph/graph/alias_suggestions.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace litigraph {
namespace {

using test::suit;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> suggested(std::vector<ArticleObservations> articles,
                                   const std::vector<AliasRule>& decided = {}) {
    std::vector<std::string> lines;
    for (const auto& suggestion : suggest_aliases(ObservationSet(std::move(articles)), decided)) {
        lines.push_back(to_string(suggestion));
    }
    return lines;
}

TEST(AliasSuggestions, NamePairsThatLookAlikeSurestFirst) {
    EXPECT_THAT(
        suggested({suit("a", {"Norvane", "Universal Business Machines"}),
                   suit("b", {"Norvanne", "UBM"}), suit("c", {"UBM", "Zephra Foods"}),
                   suit("d", {"Zeph Ra Foods", "Quallo"}), suit("e", {"Quallo", "Zephra"})}),
        ElementsAre("Zephra Foods = Zeph Ra Foods  # other word spacing, 2 articles",
                    "UBM = Universal Business Machines  # initials, 3 articles",
                    "Zephra = Zephra Foods  # longer form, 2 articles",
                    "Norvane = Norvanne  # one letter off, 2 articles"));
}

TEST(AliasSuggestions, NamePartiesInOneAnothersPlaceInANumberedCase) {
    ArticleObservations first = suit("a", {"Norvane", "Zephra"});
    first.cases[0].docket_number = "1:24-cv-00891-RGA";
    first.cases[0].courts = {{"ded", "District of Delaware", {}, test::words("Delaware")}};
    ArticleObservations second = suit("b", {"Kelra Holdings", "Zephra"});
    second.cases[0].docket_number = "24-cv-891";
    second.cases[0].courts = first.cases[0].courts;
    EXPECT_THAT(suggested({first, second}),
                ElementsAre("Norvane = Kelra Holdings  # same docket number 24-cv-891, "
                            "2 articles"));
}

TEST(AliasSuggestions, LeaveOutWhatIsDecidedOrToldApart) {
    const std::vector<ArticleObservations> articles{suit("a", {"Norvane", "Quallo"}),
                                                    suit("b", {"Norvanne", "Quallo"})};
    EXPECT_THAT(suggested(articles, {{AliasRule::Decision::same, "Norvane", "Norvanne"}}),
                IsEmpty());
    EXPECT_THAT(suggested(articles, {{AliasRule::Decision::different, "Norvanne", "Norvane"}}),
                IsEmpty());
    EXPECT_THAT(suggested({suit("a", {"Norvane", "Norvanne"})}), IsEmpty());
    EXPECT_THAT(suggested({suit("a", {"Lane 10 Capital", "Quallo"}),
                           suit("b", {"Lane 11 Capital", "Quallo"})}),
                IsEmpty());
}

TEST(AliasSuggestions, AreLinesOfAnAliasFile) {
    const auto found = suggest_aliases(
        ObservationSet({suit("a", {"Norvane", "Quallo"}), suit("b", {"Norvanne", "Quallo"})}));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_THAT(*parse_alias_rules(to_string(found[0])), ElementsAre(found[0].rule));
}

}  // namespace
}  // namespace litigraph
