/// \file
/// Whether a text may be about litigation, told from its bytes before anything else is read.
#pragma once

#include "word_table.hpp"

#include <bitset>
#include <cstddef>
#include <string_view>

namespace litigraph::ingest::detail {

/// Looks for words of class `trigger`. Most articles have none and are left at that.
class TriggerScan {
  public:
    /// To be built when the table is complete.
    explicit TriggerScan(const WordTable& words);

    /// Whether a trigger stands in the text, in any case. O(bytes), no allocation.
    bool any(std::string_view text) const;

  private:
    static constexpr std::size_t keys = std::size_t{1} << 15U;

    static std::size_t key_of(std::string_view word);

    const WordTable& words_;
    std::bitset<keys> beginnings_;  ///< First three letters of the triggers.
};

}  // namespace litigraph::ingest::detail
