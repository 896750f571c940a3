/// \file
/// The order in which the executor looks for a pattern.
///
/// Each connected piece of the patterns begins at its most selective node: one that is bound, else
/// one that an index finds by name, else the label with the fewest nodes. From there it grows along
/// the cheapest relationship: one that closes a circle first, then one whose far end is selective.
/// Conditions stand at the first step at which all they need is bound.
#pragma once

#include "plan.hpp"
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// `bound`: slots below it have values. Requires: everything in `match` is bound by the binder.
Result<MatchPlan> plan_match(std::string_view text, const PropertyGraph& graph, const Match& match,
                             std::size_t bound, std::vector<std::string>& notes);

/// The same for a pattern after WHERE.
Result<MatchPlan> plan_pattern(std::string_view text, const PropertyGraph& graph,
                               const Pattern& pattern, std::size_t bound,
                               std::vector<std::string>& notes);

/// One line per step.
std::string describe(const Plan& plan);

}  // namespace litigraph::query
