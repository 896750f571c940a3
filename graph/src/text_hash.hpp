/// \file
/// Texts with their hashes, which are made while a text is in the cache.
#pragma once

#include <cstdint>
#include <string_view>
#include <xxhash.h>

namespace litigraph {

inline std::uint64_t hash_of(std::string_view text) noexcept {
    return XXH3_64bits(text.data(), text.size());
}

struct HashedText {
    std::string_view text;
    std::uint64_t hash = 0;

    HashedText() = default;
    explicit HashedText(std::string_view of) noexcept : text(of), hash(hash_of(of)) {}
};

}  // namespace litigraph
