/// \file
/// The taxonomy of technologies: which term a phrase is a name of.
#pragma once

#include "folded_words.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

/// Phrases that begin with the same word are told apart by trying the longest first.
class TechnologyTable {
  public:
    struct Match {
        std::string_view id;    ///< Of the term; empty if none is named.
        std::size_t words = 0;  ///< How many words name it.
    };

    /// Adds names of a term, split by '|'. Acronyms of up to five letters keep their case ("AR").
    void add(std::string_view id, std::string_view name, std::string_view synonyms);

    /// The longest name that begins with the word at `at`; plurals count as their singular.
    Match match(const FoldedWords& words, std::size_t at) const;

  private:
    struct Name {
        std::string_view id;
        bool is_acronym = false;
    };
    void add_name(std::string_view id, std::string_view name);

    std::unordered_map<std::string, Name> names_;
    std::unordered_map<std::string, std::size_t> longest_;  ///< By singular first word.
};

/// "patents" -> "patent"; short words and those in "ss" stay.
std::string_view singular(std::string_view word) noexcept;

}  // namespace litigraph::ingest::detail
