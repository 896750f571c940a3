/// \file
/// How an article writes its words: what it never writes small is likely a name.
#pragma once

#include "token_view.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

/// Counts over the running text. Words that differ in case only are one word.
class WordUses {
  public:
    struct Counts {
        std::uint32_t small = 0;        ///< "apple"
        std::uint32_t capital = 0;      ///< "Apple", wherever it stands.
        std::uint32_t inside = 0;       ///< "Apple", not as the first word of a sentence.
        std::uint32_t owns = 0;         ///< "Apple's"
        std::uint32_t owns_nobody = 0;  ///< "Wendy's" before a verb (counts twice) or an end.
    };

    /// Gives every token its word. O(tokens).
    explicit WordUses(const TokenView& view);

    /// Counts the words of a sentence of the running text.
    void count(const Sentence& sentence);

    const Counts& of(std::uint32_t token) const { return counts_[word_[token]]; }
    bool same(std::uint32_t a, std::uint32_t b) const { return word_[a] == word_[b]; }

    /// "A and B", "A & B" in the running text.
    struct Pair {
        std::uint32_t count = 0;
        std::uint32_t as_one = 0;   ///< "A and B Corp", "A and B has"
        std::uint32_t as_many = 0;  ///< "A and B have"
    };
    Pair pair_of(std::uint32_t left, std::uint32_t right) const;

  private:
    std::uint32_t find_or_add(std::uint32_t token);
    std::uint32_t weight_as_subject(std::uint32_t next, const Sentence& sentence) const;
    void count_pair(std::uint32_t left, const Sentence& sentence);
    std::uint64_t pair_key(std::uint32_t left, std::uint32_t right) const {
        return std::uint64_t{word_[left]} << 32U | word_[right];
    }

    const TokenView& view_;
    std::vector<std::uint32_t> slots_;  ///< Hash table of words, by their first token plus one.
    std::vector<std::uint32_t> word_;   ///< Of each token.
    std::vector<Counts> counts_;
    std::unordered_map<std::uint64_t, Pair> pairs_;
};

}  // namespace litigraph::ingest::detail
