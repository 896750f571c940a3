/// \file
/// What a picture shows, before it is written in any language.
#pragma once

#include "drawing_labels.hpp"
#include <litigraph/query/dot.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace litigraph::query::detail {

/// How much a picture holds: it decides on layout and on how many words it bears.
enum class DrawingSize : std::uint8_t {
    small,   ///< Room for every word.
    medium,  ///< In layers still; what colour, line and legend tell goes without words.
    large    ///< No layers, no words on arrows.
};

struct DrawnNode {
    NodeKind kind{};
    std::string id;  ///< The slug.
    NodeWords words;
    std::string tooltip;
    std::string url;  ///< Empty, or http(s).
    bool is_group = false;
    std::size_t degree = 0;
};

struct DrawnEdge {
    std::size_t from = 0;  ///< Position in Drawing::nodes.
    std::size_t to = 0;
    EdgeKind kind{};
    std::string label;
    std::string tooltip;
    bool is_stated = false;
    std::size_t cases = 1;  ///< How many it stands for; width of the line.
};

/// Nodes sorted by id; edges by ends, then by kind.
struct Drawing {
    DrawingSize size = DrawingSize::small;
    /// In layers and with no arrow from party to party: defendants may stand beyond their cases.
    bool sides_apart = false;
    std::vector<DrawnNode> nodes;
    std::vector<DrawnEdge> edges;
    std::size_t left_out = 0;
    std::size_t isolated = 0;
};

bool is_drawn(EdgeKind kind, DotView view, bool articles);
/// Whether a view draws nodes of the kind for themselves, and not only at the end of an edge.
bool is_node_of(DotView view, NodeKind kind);

Drawing make_drawing(const KnowledgeGraph& graph, const Selection& selection,
                     const DotOptions& options);

}  // namespace litigraph::query::detail
