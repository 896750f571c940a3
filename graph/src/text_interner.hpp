/// \file
/// Keeps each text once.
#pragma once

#include "column.hpp"
#include "text_hash.hpp"

#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph {

/// Adds texts to a table unless it has added them before. The table must outlive it.
class TextInterner {
  public:
    explicit TextInterner(TextTable& table) : table_(&table) {}

    TextId add(std::string_view text) {
        if (2 * (count_ + 1) > slots_.size()) {
            grow();
        }
        const std::uint64_t hash = hash_of(text);
        Slot& slot = find(hash, text);
        if (slot.is_free) {
            slot = {hash, static_cast<TextId>(table_->size()), false};
            table_->push_back(text);
            ++count_;
        }
        return slot.id;
    }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        TextId id{};
        bool is_free = true;
    };

    Slot& find(std::uint64_t hash, std::string_view text) {
        std::size_t place = hash & (slots_.size() - 1);
        while (!slots_[place].is_free &&
               (slots_[place].hash != hash ||
                (*table_)[static_cast<std::size_t>(slots_[place].id)] != text)) {
            place = (place + 1) & (slots_.size() - 1);
        }
        return slots_[place];
    }

    void grow() {
        std::vector<Slot> old(std::bit_ceil(4 * (count_ + 4)));
        old.swap(slots_);
        for (const Slot& slot : old) {
            std::size_t place = slot.hash & (slots_.size() - 1);
            while (!slot.is_free && !slots_[place].is_free) {
                place = (place + 1) & (slots_.size() - 1);
            }
            if (!slot.is_free) {
                slots_[place] = slot;
            }
        }
    }

    TextTable* table_;
    std::vector<Slot> slots_;  // a power of two, at most half of them taken
    std::size_t count_ = 0;
};

}  // namespace litigraph
