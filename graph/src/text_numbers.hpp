/// \file
/// Numbers for texts that occur many times.
#pragma once

#include "column.hpp"
#include "text_hash.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace litigraph {

struct TextNumbers {
    Column<std::string_view> texts;   ///< Distinct, in the order of their first occurrence.
    Column<std::uint32_t> number_of;  ///< By occurrence: index in `texts`.
};

/// O(bytes). The views are kept, not copied.
TextNumbers number_texts(std::span<const HashedText> occurrences, unsigned threads);

}  // namespace litigraph
