// Occurrences are dealt into partitions by hash, so that the table of a partition stays in the
// cache, and threads work on partitions side by side.
#include "text_numbers.hpp"

#include "grouped.hpp"
#include "parallel.hpp"

#include <bit>
#include <limits>
#include <vector>

namespace litigraph {

namespace {

struct Occurrence {
    std::uint64_t hash = 0;
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
        std::uint64_t hash = 0;
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

}  // namespace

TextNumbers number_texts(std::span<const HashedText> occurrences, unsigned threads) {
    Column<Occurrence> all(occurrences.size());
    for_each_index(all.size(), threads, [&](std::size_t i) {
        all[i] = {occurrences[i].hash, static_cast<std::uint32_t>(i)};
    });
    const auto bits = static_cast<unsigned>(std::bit_width(all.size() / partition_size));
    const Grouped<Occurrence> partitions =
        grouped(all, std::size_t{1} << bits, threads, [bits](const Occurrence& it) {
            return bits == 0 ? 0 : it.hash >> (64U - bits);  // the table uses the low bits
        });
    Column<std::uint32_t> number_of(all.size());
    for_each_chunk(partitions.size(), threads, 1,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       FirstOccurrences firsts(occurrences, number_of);
                       for (std::size_t i = begin; i < end; ++i) {
                           firsts.find(partitions[i]);
                       }
                   });
    TextNumbers numbers{{}, std::move(number_of)};
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        std::uint32_t& number = numbers.number_of[i];
        if (number == i) {
            number = static_cast<std::uint32_t>(numbers.texts.size());
            numbers.texts.push_back(occurrences[i].text);
        } else {
            number = numbers.number_of[number];  // an earlier one, whose number is known
        }
    }
    return numbers;
}

}  // namespace litigraph
