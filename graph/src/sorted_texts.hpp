/// \file
/// Sorting many items by text without comparing text with text: eight bytes at a time as a number.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace litigraph {

struct TextSortItem {
    std::uint64_t key = 0;  ///< Scratch.
    std::uint32_t id = 0;
};

/// Bytes [from, from + 8) of `text` as a big-endian number, zeros past the end.
inline std::uint64_t eight_bytes(std::string_view text, std::size_t from) noexcept {
    std::uint64_t key = 0;
    for (std::size_t i = from; i < from + 8; ++i) {
        key = key << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return key;
}

/// Orders items by text_of(id), equal texts by id. Requires: all texts agree before byte `from`.
template <class TextOf>
void sort_by_text(std::span<TextSortItem> items, const TextOf& text_of, std::size_t from = 0) {
    for (TextSortItem& item : items) {
        item.key = eight_bytes(text_of(item.id), from);
    }
    std::ranges::sort(items, {}, &TextSortItem::key);
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        const auto is_same = [&](const TextSortItem& item) { return item.key == items[begin].key; };
        const auto ends_here = [&](const TextSortItem& item) {
            return text_of(item.id).size() <= from + 8;
        };
        const auto rest = items.subspan(begin);
        end = begin +
              static_cast<std::size_t>(std::ranges::find_if_not(rest, is_same) - rest.begin());
        const auto group = items.subspan(begin, end - begin);
        if (group.size() == 1) {
            continue;
        }
        if (std::ranges::all_of(group, ends_here)) {  // equal but for zero bytes at the end
            std::ranges::sort(group, {}, [&](const TextSortItem& item) {
                return std::pair(text_of(item.id).size(), item.id);
            });
        } else {
            sort_by_text(group, text_of, from + 8);
        }
    }
}

}  // namespace litigraph
