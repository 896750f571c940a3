/// \file
/// Decoding of UTF-8 that may be broken, one code point at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace litigraph::query::detail {

struct CodePoint {
    char32_t value = 0;      ///< U+FFFD if the bytes are not UTF-8.
    std::size_t length = 1;  ///< Bytes that it takes; one for a byte that fits nowhere.
    bool is_valid = false;
};

/// The code point that begins at `position`. Requires: position < text.size().
CodePoint decode(std::string_view text, std::size_t position) noexcept;

/// Columns on a terminal: 0, 1 or 2. Requires: not a control character.
std::size_t width_of(char32_t code) noexcept;

/// The text with whatever could drive a terminal or mislead its reader made visible: controls as
/// \n, \t, \x1b, direction marks as \u202e, broken bytes as U+FFFD.
std::string made_visible(std::string_view text);

/// The text with broken bytes replaced by U+FFFD.
std::string made_valid(std::string_view text);

}  // namespace litigraph::query::detail
