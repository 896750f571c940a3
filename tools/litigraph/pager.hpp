/// \file
/// Text that is taller than the screen.
#pragma once

#include "console.hpp"

#include <string>

namespace litigraph::cli {

/// Writes the text to stdout, through the program that $PAGER names if stdout is a terminal with
/// fewer lines than the text.
void show_page(Console& console, const std::string& text);

}  // namespace litigraph::cli
