/// \file
/// Every name of a party that articles or the user's rules use, with its normal form.
#pragma once

#include "made_texts.hpp"
#include "observed.hpp"

#include <cstdint>
#include <string_view>

namespace litigraph {

/// Normal forms ("keys") are numbered in ascending order, and names are ranked by their texts.
class PartyNames {
  public:
    /// The observations must outlive it. O(names log names).
    PartyNames(const Observed& observed, unsigned threads);

    /// Requires, here and below: `text` is a name or alias of a party, or a name in a rule.
    std::uint32_t key(std::uint32_t text) const noexcept { return places_[text].key; }
    /// Its place among all names in ascending order.
    std::uint32_t rank(std::uint32_t text) const noexcept { return places_[text].rank; }
    std::string_view ranked(std::uint32_t rank) const noexcept { return names_[rank]; }
    std::uint32_t text_of_rank(std::uint32_t rank) const noexcept { return texts_[rank]; }

    std::string_view key_text(std::uint32_t key) const noexcept { return keys_[key]; }
    std::size_t key_count() const noexcept { return keys_.size(); }

    /// Whether `longer` begins with all words of `key` and has more.
    bool is_longer_form(std::uint32_t longer, std::uint32_t key) const noexcept {
        const std::string_view shorter = keys_[key];
        return keys_[longer].size() > shorter.size() && keys_[longer].starts_with(shorter) &&
               keys_[longer][shorter.size()] == ' ';
    }

  private:
    struct Place {
        std::uint32_t rank = none;
        std::uint32_t key = none;
    };
    Column<Place> places_;         // by text
    Column<std::uint32_t> texts_;  // by rank, as are the names
    Column<std::string_view> names_;
    MadeTexts normal_forms_;  // by rank; keys_ has views of them
    Column<std::string_view> keys_;
};

}  // namespace litigraph
