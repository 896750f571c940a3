/// \file
/// Items put together by the number of their group, in O(items + groups).
#pragma once

#include "column.hpp"
#include "parallel.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <type_traits>
#include <vector>

namespace litigraph {

/// The items of group g are items[begin[g]] .. items[begin[g + 1] - 1], in their former order.
template <class T>
struct Grouped {
    std::vector<std::uint32_t> begin;
    Column<T> items;

    std::size_t size() const noexcept { return begin.size() - 1; }
    std::span<const T> operator[](std::size_t group) const noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
    std::span<T> operator[](std::size_t group) noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
};

/// What value_of(item) gives for every item, by group_of(item). Requires: that is below `groups`.
template <class Items, class GroupOf, class ValueOf = std::identity>
auto grouped(const Items& items, std::size_t groups, unsigned threads, const GroupOf& group_of,
             const ValueOf& value_of = {}) {
    using T = std::decay_t<std::invoke_result_t<const ValueOf&, typename Items::const_reference>>;
    // By chunk: how many items each group has in it, then where the next one of these goes.
    auto next = map_chunks<std::vector<std::uint32_t>>(
        items.size(), threads,
        [&](std::vector<std::uint32_t>& count, std::size_t begin, std::size_t end) {
            count.assign(groups, 0);
            for (std::size_t i = begin; i < end; ++i) {
                ++count[group_of(items[i])];
            }
        });
    Grouped<T> result{std::vector<std::uint32_t>(groups + 1), Column<T>(items.size())};
    std::uint32_t place = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        result.begin[group] = place;
        for (std::vector<std::uint32_t>& chunk : next) {
            const std::uint32_t count = chunk[group];
            chunk[group] = place;
            place += count;
        }
    }
    result.begin[groups] = place;
    for_each_chunk(items.size(), threads,
                   [&](std::size_t chunk, std::size_t begin, std::size_t end) {
                       for (std::size_t i = begin; i < end; ++i) {
                           result.items[next[chunk][group_of(items[i])]++] = value_of(items[i]);
                       }
                   });
    return result;
}

}  // namespace litigraph
