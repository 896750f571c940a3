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

/// The values that produce(part, put) gives for each of `parts` parts by calling put(group, value);
/// equal groups in the order of the parts. Asks twice, to count them and to put them where they
/// belong, so that they lie in memory once. Requires: the groups are below `groups`.
template <class T, class Produce>
Grouped<T> grouped_values(std::size_t parts, std::size_t groups, unsigned threads,
                          const Produce& produce) {
    const auto for_each_part = [&](const auto& f) {
        for_each_chunk(parts, threads, 1,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           for (std::size_t part = begin; part < end; ++part) {
                               f(part);
                           }
                       });
    };
    // By part: how many items each group has in it, then where the next one of these goes.
    std::vector<Column<std::uint32_t>> next(parts);
    for_each_part([&](std::size_t part) {
        next[part].assign(groups, 0);
        produce(part, [count = next[part].data()](std::size_t group, const T& /*value*/) {
            ++count[group];
        });
    });
    Grouped<T> result{Column<std::uint32_t>(groups + 1), {}};
    std::uint32_t place = 0;
    for (std::size_t group = 0; group < groups; ++group) {
        result.begin[group] = place;
        for (Column<std::uint32_t>& part : next) {
            const std::uint32_t count = part[group];
            part[group] = place;
            place += count;
        }
    }
    result.begin[groups] = place;
    result.items.resize(place);
    for_each_part([&](std::size_t part) {
        produce(part, [to = next[part].data(), items = result.items.data()](
                          std::size_t group, const T& value) { items[to[group]++] = value; });
    });
    return result;
}

/// What value_of(item) gives for every item of the parts, by group_of(item); equal groups in the
/// order of the parts. Requires: group_of(item) is below `groups`.
template <class Items, class GroupOf, class ValueOf = std::identity>
auto grouped_parts(std::span<const Items> parts, std::size_t groups, unsigned threads,
                   const GroupOf& group_of, const ValueOf& value_of = {}) {
    using T = std::decay_t<std::invoke_result_t<const ValueOf&, const typename Items::value_type&>>;
    return grouped_values<T>(parts.size(), groups, threads, [&](std::size_t part, const auto& put) {
        for (const auto& item : parts[part]) {
            put(group_of(item), value_of(item));
        }
    });
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
