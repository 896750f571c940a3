/// \file
/// Rows of a sentence or short article and the pairs that it gives, for parameterised tests.
#pragma once

#include "support/party_pairs.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace litigraph::test {

struct ClaimRow {
    const char* name;
    const char* text;
    std::vector<std::string> pairs;  ///< As party_pairs() gives them, sorted.
};

inline void PrintTo(const ClaimRow& row, std::ostream* out) { *out << row.text; }

inline std::string name_of(const testing::TestParamInfo<ClaimRow>& row) { return row.param.name; }

/// The text gives these pairs and no other.
inline void expect_exactly(const ClaimRow& row) {
    ingest::Article article;
    article.id = "row";
    article.text = row.text;
    EXPECT_THAT(party_pairs(ingest::extract(article)), testing::ElementsAreArray(row.pairs));
}

}  // namespace litigraph::test
