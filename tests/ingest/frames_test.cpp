#include "case_assembly.hpp"
#include "claims.hpp"
#include "tables.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

std::vector<std::string> pairs_of(std::string_view text) {
    Article article;
    article.id = "example";
    article.text = std::string(text);
    const ArticleObservations observations = extract(article);
    std::vector<std::string> pairs;
    for (const CaseObservation& lawsuit : observations.cases) {
        for (const RoleObservation& plaintiff : lawsuit.plaintiffs) {
            for (const RoleObservation& defendant : lawsuit.defendants) {
                pairs.push_back(observations.parties[plaintiff.party].name +
                                (lawsuit.countersuit == CountersuitForm::none ? ">" : ">>") +
                                observations.parties[defendant.party].name);
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// "A B>C D" cannot be told from "A", "B>C", "D": so each pair of `reading` is looked for whole.
std::string joined(const std::vector<std::string>& pairs) {
    std::string line;
    for (const std::string& pair : pairs) {
        line += (line.empty() ? "" : " ") + pair;
    }
    return line;
}

TEST(Frames, EveryExampleSaysWhatItsRowTells) {
    for (const detail::Frame& frame : Lexicon::built_in().tables().frames.frames()) {
        EXPECT_EQ(joined(pairs_of(frame.example)), frame.reading) << frame.name;
    }
}

TEST(Frames, NoCounterexampleSaysAnything) {
    for (const detail::Frame& frame : Lexicon::built_in().tables().frames.frames()) {
        EXPECT_EQ(joined(pairs_of(frame.counterexample)), "") << frame.name;
    }
}

}  // namespace
}  // namespace litigraph::ingest
