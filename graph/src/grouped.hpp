/// \file
/// Items put together by the number of their group, in O(items + groups).
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace litigraph {

/// The items of group g are items[begin[g]] .. items[begin[g + 1] - 1], in their former order.
template <class T>
struct Grouped {
    std::vector<std::uint32_t> begin;
    std::vector<T> items;

    std::size_t size() const noexcept { return begin.size() - 1; }
    std::span<const T> operator[](std::size_t group) const noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
    std::span<T> operator[](std::size_t group) noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
};

/// Requires: group_of(item) < groups for every item.
template <class T, class GroupOf>
Grouped<T> grouped(const std::vector<T>& items, std::size_t groups, const GroupOf& group_of) {
    Grouped<T> result{std::vector<std::uint32_t>(groups + 1), std::vector<T>(items.size())};
    for (const T& item : items) {
        ++result.begin[group_of(item) + 1];
    }
    std::partial_sum(result.begin.begin(), result.begin.end(), result.begin.begin());
    std::vector<std::uint32_t> next(result.begin.begin(), result.begin.end() - 1);
    for (const T& item : items) {
        result.items[next[group_of(item)]++] = item;
    }
    return result;
}

}  // namespace litigraph
