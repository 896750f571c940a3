/// \file
/// Reads Gherkin feature files, as far as the openCypher conformance kit uses the format.
#pragma once

#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::tck {

using Table = std::vector<std::vector<std::string>>;

struct GherkinStep {
    std::string text;  ///< Without Given, When, Then, And, But.
    std::string document;
    Table table;
};

struct Scenario {
    std::string name;
    std::size_t line = 0;  ///< Of its heading; the same for all rows of an outline.
    std::vector<GherkinStep> steps;
};

/// The scenarios of one feature, steps of the background first; outlines have become one scenario
/// for each row of their examples. Errors: syntax, with the line.
Result<std::vector<Scenario>> read_feature(std::string_view text);

}  // namespace litigraph::tck
