/// \file
/// Counts as news gives them ("a dozen", "more than 40"), as intervals.
#pragma once

#include "folded_words.hpp"
#include <litigraph/graph/observation.hpp>

#include <cstddef>
#include <vector>

namespace litigraph::ingest::detail {

struct CountExpression {
    std::size_t first = 0;  ///< Words [first, last), qualifiers included.
    std::size_t last = 0;
    CountInterval count;
};

/// In text order, not overlapping. Conventions: "dozens" is [24, 99], "several" [3, 9], "a handful"
/// [3, 7], "a couple" [2, 3], "hundreds" [200, 999]; "about" is 10 % either side, "nearly" the
/// 10 % below, "up to" begins at 0. Ordinals, decimals and years are none. O(words).
std::vector<CountExpression> find_counts(const FoldedWords& words);

}  // namespace litigraph::ingest::detail
