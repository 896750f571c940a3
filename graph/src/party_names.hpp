/// \file
/// Every name of a party that articles or the user's rules use, with its normal form.
#pragma once

#include "text_ids.hpp"
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/resolution.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// Spellings and normal forms ("keys") are numbered in ascending order of their texts.
class PartyNames {
  public:
    /// The articles and rules must outlive it. O(names log names).
    PartyNames(std::span<const ArticleObservations> articles, std::span<const AliasRule> rules,
               unsigned threads);

    /// Requires: `name` is a name or alias of a party, or a name in a rule.
    std::uint32_t spelling(std::string_view name) const noexcept { return spellings_.find(name); }
    std::uint32_t key(std::string_view name) const noexcept {
        return key_of_[spellings_.find(name)];
    }
    std::uint32_t key_of_spelling(std::uint32_t spelling) const noexcept {
        return key_of_[spelling];
    }

    std::string_view spelling_text(std::uint32_t spelling) const noexcept {
        return spellings_[spelling];
    }
    std::string_view key_text(std::uint32_t key) const noexcept { return keys_[key]; }
    std::size_t key_count() const noexcept { return keys_.size(); }

    /// Whether `longer` begins with all words of `key` and has more.
    bool is_longer_form(std::uint32_t longer, std::uint32_t key) const noexcept {
        const std::string_view shorter = keys_[key];
        return keys_[longer].size() > shorter.size() && keys_[longer].starts_with(shorter) &&
               keys_[longer][shorter.size()] == ' ';
    }

  private:
    TextIds spellings_;
    std::vector<std::string> normal_forms_;  // by spelling; keys_ has views of them
    TextIds keys_;
    std::vector<std::uint32_t> key_of_;
};

/// A party of one article. Mentions are numbered by article, then by PartyIndex.
struct Mention {
    std::uint32_t article = 0;
    std::uint32_t spelling = 0;
    std::uint32_t key = 0;
    const PartyObservation* party = nullptr;
};

}  // namespace litigraph
