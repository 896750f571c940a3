/// \file
/// Distinct texts and their numbers.
#pragma once

#include "parallel.hpp"
#include "sorted_texts.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>
#include <xxhash.h>

namespace litigraph {

inline std::uint64_t hash_of(std::string_view text) noexcept {
    return XXH3_64bits(text.data(), text.size());
}

/// An open-addressing table. Texts are not copied: they must outlive it.
class TextIds {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::size_t size() const noexcept { return texts_.size(); }
    std::string_view operator[](std::size_t id) const noexcept { return texts_[id]; }

    /// The number of `text`; a new one is the number of texts before it.
    std::uint32_t add(std::string_view text) {
        if (2 * (texts_.size() + 1) > slots_.size()) {
            grow();
        }
        const std::uint64_t hash = hash_of(text);
        std::uint32_t& slot = slots_[place_of(text, hash)];
        if (slot == none) {
            slot = static_cast<std::uint32_t>(texts_.size());
            texts_.push_back(text);
            hashes_.push_back(hash);
        }
        return slot;
    }

    /// The number of `text`, or none.
    std::uint32_t find(std::string_view text) const noexcept {
        return slots_.empty() ? none : slots_[place_of(text, hash_of(text))];
    }

    /// Renumbers the texts in ascending order.
    void sort() {
        std::vector<TextSortItem> items(texts_.size());
        for (std::uint32_t i = 0; i < items.size(); ++i) {
            items[i].id = i;
        }
        sort_by_text(std::span(items), [this](std::uint32_t i) { return texts_[i]; });
        std::vector<std::string_view> texts(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            texts[i] = texts_[items[i].id];
        }
        texts_.swap(texts);
        hashes_.clear();
        for (const std::string_view text : texts_) {
            hashes_.push_back(hash_of(text));
        }
        fill_slots();
    }

  private:
    std::size_t place_of(std::string_view text, std::uint64_t hash) const noexcept {
        std::size_t place = hash & (slots_.size() - 1);
        while (slots_[place] != none &&
               (hashes_[slots_[place]] != hash || texts_[slots_[place]] != text)) {
            place = (place + 1) & (slots_.size() - 1);
        }
        return place;
    }
    void grow() {
        slots_.resize(std::bit_ceil(4 * (texts_.size() + 4)));
        fill_slots();
    }
    void fill_slots() {
        slots_.assign(slots_.size(), none);
        for (std::uint32_t i = 0; i < texts_.size(); ++i) {
            slots_[place_of(texts_[i], hashes_[i])] = i;
        }
    }

    std::vector<std::uint32_t> slots_;  // a power of two, at most half of them taken
    std::vector<std::string_view> texts_;
    std::vector<std::uint64_t> hashes_;
};

/// The distinct texts that visit(i, add) hands to `add` for i in [0, count), in ascending order.
template <class Visit>
TextIds distinct_texts(std::size_t count, unsigned threads, const Visit& visit) {
    std::vector<TextIds> parts = map_chunks<TextIds>(
        count, threads, [&](TextIds& texts, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                visit(i, [&](std::string_view text) { texts.add(text); });
            }
        });
    for (std::size_t part = 1; part < parts.size(); ++part) {
        for (std::size_t i = 0; i < parts[part].size(); ++i) {
            parts[0].add(parts[part][i]);
        }
    }
    parts[0].sort();
    return std::move(parts[0]);
}

}  // namespace litigraph
