#include "case_assembly.hpp"
#include "claims.hpp"
#include "support/party_pairs.hpp"
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
    return test::party_pairs(extract(article));
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
