/// \file
/// How each kind of node and edge looks in a picture.
#pragma once

#include <litigraph/graph/kinds.hpp>

#include <string_view>

namespace litigraph::query::detail {

struct NodeLook {
    std::string_view shape, style, fill, line;
};
NodeLook look_of(NodeKind kind);

struct EdgeLook {
    std::string_view colour, text, style, head;
    int width = 12;  ///< Tenths of a point.
};
EdgeLook look_of(EdgeKind kind);

}  // namespace litigraph::query::detail
