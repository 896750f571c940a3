/// \file
/// Which entry of a table a word has: a hash table that tells most unknown words from one look.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

class WordIndex {
  public:
    /// FNV-1a, byte by byte, so that it can be computed while a word is folded.
    static constexpr std::uint32_t empty_hash = 2166136261U;
    static constexpr std::uint32_t add_to_hash(std::uint32_t hash, char byte) noexcept {
        return (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    }

    /// The entry for which `is_word` holds, 0 if there is none. O(1).
    template <typename IsWord>
    std::uint32_t find(std::uint32_t hash, const IsWord& is_word) const {
        for (std::size_t i = hash & mask(); slots_[i].entry != 0; i = (i + 1) & mask()) {
            if (slots_[i].hash == hash && is_word(slots_[i].entry)) {
                return slots_[i].entry;
            }
        }
        return 0;
    }

    /// `entry` is not 0, and no entry has the same word. O(1), amortised.
    void add(std::uint32_t hash, std::uint32_t entry) {
        if (4 * ++size_ > slots_.size()) {
            std::vector<Slot> old(4 * slots_.size());
            old.swap(slots_);
            for (const Slot& slot : old) {
                if (slot.entry != 0) {
                    put(slot);
                }
            }
        }
        put({hash, entry});
    }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;
    };

    std::size_t mask() const noexcept { return slots_.size() - 1; }

    void put(Slot slot) {
        std::size_t i = slot.hash & mask();
        while (slots_[i].entry != 0) {
            i = (i + 1) & mask();
        }
        slots_[i] = slot;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(16);  ///< As many as a power of two.
    std::size_t size_ = 0;
};

}  // namespace litigraph::ingest::detail
