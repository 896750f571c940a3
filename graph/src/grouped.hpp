/// \file
/// Items put together by the number of their group, in O(items + groups).
#pragma once

#include "column.hpp"
#include "parallel.hpp"

#include <algorithm>
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
    Column<std::uint32_t> begin;
    Column<T> items;

    std::size_t size() const noexcept { return begin.size() - 1; }
    std::span<const T> operator[](std::size_t group) const noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
    std::span<T> operator[](std::size_t group) noexcept {
        return {items.data() + begin[group], begin[group + 1] - begin[group]};
    }
};

/// Calls f(group) for each group with items; threads get about equally many items. `begins`: as in
/// Grouped.
template <class F>
void for_each_group(std::span<const std::uint32_t> begins, unsigned threads, const F& f) {
    for_each_chunk(begins.back(), threads, [&](std::size_t, std::size_t begin, std::size_t end) {
        auto first = std::ranges::lower_bound(begins, begin);  // the first that begins in the chunk
        for (; *first < end; ++first) {
            f(static_cast<std::size_t>(first - begins.begin()));
        }
    });
}

/// Given how many items of each group every part has, in the end: where the next one of these
/// goes, if those of a group are in the order of the parts. Fills the begins of the groups and
/// returns the number of items.
inline std::uint32_t places_of_groups(std::span<Column<std::uint32_t>> counts,
                                      std::span<std::uint32_t> begins) {
    std::uint32_t place = 0;
    const std::size_t groups = counts.empty() ? 0 : counts.front().size();
    for (std::size_t group = 0; group < groups; ++group) {
        begins[group] = place;
        for (Column<std::uint32_t>& part : counts) {
            const std::uint32_t count = part[group];
            part[group] = place;
            place += count;
        }
    }
    return place;
}

/// What value_of(item) gives for every item of the parts, by group_of(item); equal groups in the
/// order of the parts. Requires: group_of(item) is below `groups`.
template <class Items, class GroupOf, class ValueOf = std::identity>
auto grouped_parts(std::span<const Items> parts, std::size_t groups, unsigned threads,
                   const GroupOf& group_of, const ValueOf& value_of = {}) {
    using T = std::decay_t<std::invoke_result_t<const ValueOf&, const typename Items::value_type&>>;
    const auto for_each_part = [&](const auto& f) {
        for_each_chunk(parts.size(), threads, 1,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           for (std::size_t part = begin; part < end; ++part) {
                               f(part);
                           }
                       });
    };
    // By part: how many items each group has in it, then where the next one of these goes.
    std::vector<Column<std::uint32_t>> next(parts.size());
    for_each_part([&](std::size_t part) {
        next[part].assign(groups, 0);
        for (const auto& item : parts[part]) {
            ++next[part][group_of(item)];
        }
    });
    Grouped<T> result{Column<std::uint32_t>(groups + 1), {}};
    result.begin[groups] = places_of_groups(next, result.begin);
    result.items.resize(result.begin[groups]);
    for_each_part([&](std::size_t part) {
        for (const auto& item : parts[part]) {
            result.items[next[part][group_of(item)]++] = value_of(item);
        }
    });
    return result;
}

/// The same for a single list.
template <class Items, class GroupOf, class ValueOf = std::identity>
auto grouped(const Items& items, std::size_t groups, unsigned threads, const GroupOf& group_of,
             const ValueOf& value_of = {}) {
    using Part = std::span<const typename Items::value_type>;
    std::vector<Part> parts(chunk_count(items.size(), threads));
    for_each_chunk(items.size(), threads,
                   [&](std::size_t chunk, std::size_t begin, std::size_t end) {
                       parts[chunk] = Part(items).subspan(begin, end - begin);
                   });
    return grouped_parts(std::span<const Part>(parts), groups, threads, group_of, value_of);
}

}  // namespace litigraph
