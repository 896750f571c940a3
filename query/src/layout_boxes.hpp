/// \file
/// Boxes of a layout: pushed apart, put in rows.
#pragma once

#include "layout.hpp"

namespace litigraph::query::detail {

/// Boxes that are laid out together; `members` tells which boxes of the whole they are.
struct BoxGroup {
    std::vector<std::uint32_t> members;
    std::vector<LayoutBox> boxes;
    std::vector<LayoutPoint> points;  ///< Their centres.
};

/// Moves boxes that overlap apart, each as little as it can. Gives up on a crowd.
void push_apart(BoxGroup& group);

/// Moves groups beside and below each other, the largest first, into about the shape of a screen.
void put_in_rows(std::vector<BoxGroup>& groups);

}  // namespace litigraph::query::detail
