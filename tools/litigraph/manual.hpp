/// \file
/// The manual page, made from the same data as the help.
#pragma once

#include "command.hpp"

#include <iosfwd>
#include <vector>

namespace litigraph::cli {

/// Writes litigraph(1) in the man macros of troff.
void write_manual(std::ostream& out, const std::vector<Command>& commands,
                  const std::vector<Parameter>& global);

}  // namespace litigraph::cli
