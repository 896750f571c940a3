// The properties of tests/graph/resolution_properties_test.cpp on a set as large as a news archive.
#include "support/random_observations.hpp"
#include "support/resolution_properties.hpp"

#include <gtest/gtest.h>

namespace litigraph::test {
namespace {

TEST(ResolutionAtScale, KeepsItsPropertiesOnTenThousandArticles) {
    expect_properties(random_observations(5, 10'000));
}

}  // namespace
}  // namespace litigraph::test
