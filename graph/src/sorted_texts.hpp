/// \file
/// Sorting many items by text without comparing text with text: eight bytes at a time as a number.
#pragma once

#include "column.hpp"
#include "parallel.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph {

struct TextSortItem {
    std::uint64_t key = 0;  ///< Scratch.
    std::uint32_t id = 0;
    std::uint32_t place = 0;  ///< Before sorting: orders equal texts.

    friend bool operator<(const TextSortItem& a, const TextSortItem& b) noexcept {
        return std::pair(a.key, a.place) < std::pair(b.key, b.place);
    }
};

/// Bytes [from, from + 8) of `text` as a big-endian number, zeros past the end.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t from) noexcept {
    std::uint64_t key = 0;
    for (std::size_t i = from; i < from + 8; ++i) {
        key = key << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return key;
}

/// Of items sorted by the bytes [from, from + 8), orders those by the rest that agree in these.
template <class TextOf>
void sort_equal_keys(std::span<TextSortItem> items, const TextOf& text_of, std::size_t from = 0) {
    constexpr std::size_t longest_common = 64;  // from there on, texts are compared whole
    constexpr std::size_t few = 8;
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        while (end < items.size() && items[end].key == items[begin].key) {
            ++end;
        }
        const auto group = items.subspan(begin, end - begin);
        if (group.size() == 1) {
            continue;
        }
        if (group.size() < few || from >= longest_common) {
            std::ranges::sort(group, {}, [&](const TextSortItem& item) {
                return std::pair(std::string_view(text_of(item.id)), item.place);
            });
            continue;
        }
        for (TextSortItem& item : group) {
            item.key = eight_bytes(text_of(item.id), from + 8);
        }
        std::sort(group.begin(), group.end());
        sort_equal_keys(group, text_of, from + 8);
    }
}

/// Orders ids by text_of(id); equal texts stay in their order.
template <class TextOf>
void sort_by_text(Column<std::uint32_t>& ids, unsigned threads, const TextOf& text_of) {
    Column<TextSortItem> items(ids.size());
    for_each_index(ids.size(), threads, [&](std::size_t i) {
        items[i] = {eight_bytes(text_of(ids[i]), 0), ids[i], static_cast<std::uint32_t>(i)};
    });
    parallel_sort(items, threads, std::less<>());
    const std::size_t chunks = chunk_count(items.size(), threads);
    std::vector<std::size_t> ends(chunks + 1);  // of chunks: where keys change
    for (std::size_t chunk = 1; chunk <= chunks; ++chunk) {
        std::size_t& end = ends[chunk] = items.size() * chunk / chunks;
        while (end > 0 && end < items.size() && items[end].key == items[end - 1].key) {
            ++end;
        }
    }
    for_each_chunk(items.size(), threads, [&](std::size_t chunk, std::size_t, std::size_t) {
        sort_equal_keys(std::span(items).subspan(ends[chunk], ends[chunk + 1] - ends[chunk]),
                        text_of);
    });
    for_each_index(ids.size(), threads, [&](std::size_t i) { ids[i] = items[i].id; });
}

/// Sorts the texts; the answer has the new place of each.
inline Column<std::uint32_t> sort_texts(Column<std::string_view>& texts, unsigned threads) {
    Column<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_by_text(order, threads, [&](std::uint32_t i) { return texts[i]; });
    Column<std::string_view> sorted(texts.size());
    Column<std::uint32_t> place(texts.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        sorted[i] = texts[order[i]];
        place[order[i]] = i;
    }
    texts.swap(sorted);
    return place;
}

}  // namespace litigraph
