/// \file
/// Positions for a picture that no Graphviz will lay out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace litigraph::query::detail {

struct LayoutBox {
    double width = 0;
    double height = 0;
};

/// Positions among the boxes. Boxes that several links join are given room for them.
struct LayoutLink {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

struct LayoutPoint {
    double x = 0;
    double y = 0;
};

/// Centres of the boxes; linked boxes are near each other, and those of different components apart.
/// Boxes of up to a few thousand do not overlap. Wider than high. Equal input, equal result; about
/// O(n log n + m) for large graphs, O(n * (n + m)) for small ones.
std::vector<LayoutPoint> lay_out(std::span<const LayoutBox> boxes,
                                 std::span<const LayoutLink> links);

}  // namespace litigraph::query::detail
