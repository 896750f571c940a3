/// \file
/// The options that path and neighbors share: "via sues max 4 during 2024 out".
#pragma once

#include "words.hpp"
#include <litigraph/query/filter.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace litigraph::query::detail {

struct WalkOptions {
    EdgeFilter filter;
    std::size_t max = 6;              ///< Steps.
    std::size_t paths = 1;            ///< How many to find.
    bool all = false;                 ///< Every shortest path.
    std::vector<std::string> labels;  ///< Of the nodes to show; empty for all.
};

inline constexpr std::size_t longest_walk = 64;
inline constexpr std::size_t most_paths = 10'000;

/// Takes options to the end of the line. `max` is the number of steps if the line names none.
Result<WalkOptions> take_walk_options(Words& words, std::size_t max);

/// The relationship of the query language that walks as the options say:
/// "-[:SUES|COUNTERSUES*1..4]->".
std::string step_pattern(const WalkOptions& options);

}  // namespace litigraph::query::detail
