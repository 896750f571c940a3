/// \file
/// The words of a court's name as the court table writes them.
#pragma once

#include <string>
#include <string_view>

namespace litigraph::ingest::detail {

/// The name with its abbreviations in full ("Dist Ct" -> "district court") and one slip of the keys
/// undone in each long word that is of court names. Commas stay, other punctuation goes. O(bytes).
std::string canonical_name(std::string_view name);

}  // namespace litigraph::ingest::detail
