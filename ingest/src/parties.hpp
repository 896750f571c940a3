/// \file
/// Parties of a side as a small set in the order in which they are told.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace litigraph::ingest::detail {

/// Entities of Mentions that can be parties, without repeats.
using Parties = std::vector<std::uint32_t>;

inline bool contains(const Parties& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// Adds those that are not yet in. O(to * from).
inline void add_all(Parties& to, const Parties& from) {
    for (const std::uint32_t value : from) {
        if (!contains(to, value)) {
            to.push_back(value);
        }
    }
}

/// Whether the sides share a party.
inline bool overlap(const Parties& a, const Parties& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](std::uint32_t entity) { return contains(b, entity); });
}

}  // namespace litigraph::ingest::detail
