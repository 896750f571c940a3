/// \file
/// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace litigraph::query {

/// The candidate nearest in spelling to `word`, case aside; empty if none is near enough to be a
/// slip of the fingers (one edit per three letters, a swap of neighbours being one).
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Whether two spellings are that near.
bool is_near(std::string_view a, std::string_view b);

/// "; did you mean Company?", or nothing.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace litigraph::query
