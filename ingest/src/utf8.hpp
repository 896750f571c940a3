/// \file
/// UTF-8, as far as readers need it: is it, and where does it stop being it.
#pragma once

#include <cstddef>
#include <string_view>

namespace litigraph::ingest {

/// Length of the longest prefix of `bytes` that is well-formed UTF-8 (RFC 3629). O(bytes); several
/// bytes at a time while they are ASCII.
std::size_t valid_utf8_prefix(std::string_view bytes) noexcept;

}  // namespace litigraph::ingest
