/// \file
/// Phrases that name the cause of a case.
#pragma once

#include "folded_words.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace litigraph::ingest::detail {

/// The longest phrase wins: "design patent" is no "patent".
class CauseTable {
  public:
    struct Match {
        std::string_view cause;
        std::size_t words = 0;  ///< 0 if no phrase begins there.
    };

    void add(std::string_view phrase, std::string_view cause) {
        const std::string key = folded_phrase(phrase);
        longest_ = std::max(longest_, 1 + static_cast<std::size_t>(std::ranges::count(key, ' ')));
        causes_.insert_or_assign(key, cause);
    }

    /// The longest phrase that begins with the word at `at`.
    Match match(const FoldedWords& words, std::size_t at) const {
        Match best;
        std::string key;
        for (std::size_t i = at; i < words.size() && i - at < longest_; ++i) {
            key += key.empty() ? "" : " ";
            key += words.text(i);
            const auto found = causes_.find(key);
            if (found != causes_.end()) {
                best = {found->second, i - at + 1};
            }
        }
        return best;
    }

  private:
    std::unordered_map<std::string, std::string_view> causes_;
    std::size_t longest_ = 0;  ///< Words of the longest phrase.
};

}  // namespace litigraph::ingest::detail
