/// \file
/// Folding of names for look-up.
#pragma once

#include <string>
#include <string_view>

namespace litigraph {

/// Appends the normal form of `name`: see knowledge_graph.hpp.
void append_normal_form(std::string& out, std::string_view name);

/// Like normal_form, but legal forms stay: for names that are not complete.
std::string folded_words(std::string_view name);

}  // namespace litigraph
