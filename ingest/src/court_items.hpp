/// \file
/// A sentence cut into the phrases that the court table knows, and the words between them.
#pragma once

#include "court_table.hpp"
#include "folded_words.hpp"

#include <vector>

namespace litigraph::ingest::detail {

struct CourtItem {
    std::size_t first = 0;  ///< FoldedWords, both included.
    std::size_t last = 0;
    const CourtTable::Meaning* meaning = nullptr;  ///< Null for a word the table does not know.
};

/// Longest match from left to right. `in_name`: the text is a court's name, where abbreviations
/// are known without further signs. O(words).
std::vector<CourtItem> court_items(const FoldedWords& words, const CourtTable& courts,
                                   bool in_name);

}  // namespace litigraph::ingest::detail
