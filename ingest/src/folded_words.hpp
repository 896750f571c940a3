/// \file
/// The words of a sentence as the fact finders (courts, dates, counts, technologies) compare them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// A run of letters and digits. FoldedWords are split at hyphens and slashes; "U.S." and "S.D.N.Y."
/// are one word ("us", "sdny"), and so are "1,000" and "2.5".
struct FoldedWord {
    std::uint32_t begin = 0;  ///< Byte offsets into the sentence, without a possessive ending.
    std::uint32_t end = 0;
    std::string_view folded;    ///< Lower case, no diacritics, periods or thousands commas.
    char gap = ' ';             ///< The punctuation before it; ' ' if there is only space.
    bool capital = false;       ///< Begins with a capital letter.
    bool all_capitals = false;  ///< Two or more letters, all capitals.
    bool possessive = false;    ///< Followed by 's or s'.
    bool number = false;        ///< Digits only, with thousands commas or a decimal point.
};

/// Splits once; the words refer to memory of this object. O(bytes).
class FoldedWords {
  public:
    explicit FoldedWords(std::string_view sentence);
    FoldedWords(const FoldedWords&) = delete;
    FoldedWords& operator=(const FoldedWords&) = delete;

    std::size_t size() const noexcept { return words_.size(); }
    const FoldedWord& operator[](std::size_t i) const noexcept { return words_[i]; }
    std::string_view sentence() const noexcept { return sentence_; }
    /// The folded word, empty if `i` is beyond the last.
    std::string_view text(std::size_t i) const noexcept {
        return i < words_.size() ? words_[i].folded : std::string_view{};
    }
    /// The sentence's own bytes from the first to the last word, both included.
    std::string_view span(std::size_t first, std::size_t last) const noexcept {
        return sentence_.substr(words_[first].begin, words_[last].end - words_[first].begin);
    }

  private:
    std::size_t read_word(std::size_t at, char gap);

    std::string_view sentence_;
    std::string folded_;
    std::vector<FoldedWord> words_;
};

/// The form in which tables are compared with words: folded words joined by one space.
std::string folded_phrase(std::string_view text);

}  // namespace litigraph::ingest::detail
