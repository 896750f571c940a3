/// \file
/// Folding of names for look-up.
#pragma once

#include <string>
#include <string_view>

namespace litigraph {

/// Like normal_form, but legal forms stay: for names that are not complete.
std::string folded_words(std::string_view name);

}  // namespace litigraph
