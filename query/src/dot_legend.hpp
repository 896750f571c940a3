/// \file
/// The legend of a picture.
#pragma once

#include "drawing.hpp"

#include <iosfwd>

namespace litigraph::query::detail {

/// Writes a node that explains every kind of node and edge that the drawing has. Requires: it has
/// nodes; Graphviz takes no empty table.
void write_legend(std::ostream& out, const Drawing& drawing);

}  // namespace litigraph::query::detail
