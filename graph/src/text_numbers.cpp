// Occurrences are dealt into partitions by hash, so that the table of a partition stays in the
// cache, and threads work on partitions side by side.
#include "text_numbers.hpp"

#include "grouped.hpp"
#include "parallel.hpp"

#include <bit>
#include <limits>
#include <numeric>
#include <vector>

namespace litigraph {

namespace {

/// The top of its hash is that of its partition.
struct Occurrence {
    std::uint32_t hash = 0;  ///< The low half.
    std::uint32_t index = 0;
};

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t partition_size = std::size_t{1} << 13U;

/// Finds the first occurrence of each text in one partition. Requires: ascending indices.
class FirstOccurrences {
  public:
    FirstOccurrences(std::span<const HashedText> texts, std::span<std::uint32_t> first_of)
        : texts_(texts), first_of_(first_of) {}

    void find(std::span<const Occurrence> partition) {
        slots_.assign(std::bit_ceil(2 * partition.size() + 1), {});
        for (const Occurrence& it : partition) {
            first_of_[it.index] = first(it);
        }
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t index = none;
    };

    std::uint32_t first(const Occurrence& it) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t place = it.hash & mask;
        while (slots_[place].index != none &&
               (slots_[place].hash != it.hash ||
                texts_[slots_[place].index].text != texts_[it.index].text)) {
            place = (place + 1) & mask;
        }
        if (slots_[place].index == none) {
            slots_[place] = {it.hash, it.index};
        }
        return slots_[place].index;
    }

    std::span<const HashedText> texts_;
    std::span<std::uint32_t> first_of_;
    std::vector<Slot> slots_;
};

/// By occurrence: the first one of its text.
Column<std::uint32_t> first_occurrences(std::span<const HashedText> texts, unsigned threads) {
    const auto bits = static_cast<unsigned>(std::bit_width(texts.size() / partition_size));
    const Grouped<Occurrence> partitions = grouped(
        texts, std::size_t{1} << bits, threads,
        [bits](const HashedText& it) { return bits == 0 ? 0 : it.hash >> (64U - bits); },
        [&](const HashedText& it) {
            return Occurrence{static_cast<std::uint32_t>(it.hash),
                              static_cast<std::uint32_t>(&it - texts.data())};
        });
    Column<std::uint32_t> first_of(texts.size());
    for_each_chunk(partitions.size(), threads, 1,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       FirstOccurrences firsts(texts, first_of);
                       for (std::size_t i = begin; i < end; ++i) {
                           firsts.find(partitions[i]);
                       }
                   });
    return first_of;
}

}  // namespace

TextNumbers number_texts(std::span<const HashedText> occurrences, unsigned threads) {
    const Column<std::uint32_t> first_of = first_occurrences(occurrences, threads);
    const auto count_firsts = [&](std::uint32_t& count, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            count += first_of[i] == i ? 1 : 0;
        }
    };
    std::vector<std::uint32_t> next =
        map_chunks<std::uint32_t>(occurrences.size(), threads, count_firsts);
    const std::uint32_t count = std::accumulate(next.begin(), next.end(), std::uint32_t{0});
    std::exclusive_scan(next.begin(), next.end(), next.begin(), std::uint32_t{0});
    TextNumbers numbers{Column<std::string_view>(count), Column<std::uint32_t>(occurrences.size())};
    for_each_chunk(occurrences.size(), threads,
                   [&](std::size_t chunk, std::size_t begin, std::size_t end) {
                       std::uint32_t number = next[chunk];
                       for (std::size_t i = begin; i < end; ++i) {
                           if (first_of[i] == i) {
                               numbers.texts[number] = occurrences[i].text;
                               numbers.number_of[i] = number++;
                           }
                       }
                   });
    for_each_index(occurrences.size(), threads, [&](std::size_t i) {
        if (first_of[i] != i) {
            numbers.number_of[i] = numbers.number_of[first_of[i]];
        }
    });
    return numbers;
}

}  // namespace litigraph
