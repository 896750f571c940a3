/// \file
/// Many texts that are made by threads side by side and kept as long as this.
#pragma once

#include "column.hpp"
#include "parallel.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph {

class MadeTexts {
  public:
    MadeTexts() = default;

    /// make(n, text) appends the n-th text to an empty string, for each n < count.
    template <class Make>
    MadeTexts(std::size_t count, unsigned threads, const Make& make) : texts_(count) {
        bytes_ = map_chunks<Column<char>>(
            count, threads, [&](Column<char>& bytes, std::size_t begin, std::size_t end) {
                std::string text;
                for (std::size_t n = begin; n < end; ++n) {
                    text.clear();
                    make(n, text);
                    bytes.insert(bytes.end(), text.begin(), text.end());
                    texts_[n] = text;  // only the size is to stay
                }
                const char* at = bytes.data();
                for (std::size_t n = begin; n < end; ++n) {  // the bytes do not move any more
                    texts_[n] = {at, texts_[n].size()};
                    at += texts_[n].size();
                }
            });
    }

    std::size_t size() const noexcept { return texts_.size(); }
    std::string_view operator[](std::size_t n) const noexcept { return texts_[n]; }

    /// The n-th becomes what was order[n].
    void reorder(std::span<const std::uint32_t> order, unsigned threads) {
        Column<std::string_view> ordered(order.size());
        for_each_index(order.size(), threads,
                       [&](std::size_t n) { ordered[n] = texts_[order[n]]; });
        texts_ = std::move(ordered);
    }

  private:
    std::vector<Column<char>> bytes_;  // by chunk
    Column<std::string_view> texts_;
};

}  // namespace litigraph
