/// \file
/// The items of a sentence as the finders of courts look at them.
#pragma once

#include "court_items.hpp"
#include "court_phrase.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace litigraph::ingest::detail {

class CourtWords {
  public:
    CourtWords(const FoldedWords& words, const CourtTable& courts)
        : words_(words), items_(court_items(words, courts, false)) {}

    std::size_t size() const { return items_.size(); }
    const CourtItem& operator[](std::size_t i) const { return items_[i]; }
    const FoldedWords& folded() const { return words_; }

    /// The word, if the table does not know it; empty for other items and beyond the last.
    std::string_view text(std::size_t i) const {
        return i < items_.size() && items_[i].meaning == nullptr ? words_.text(items_[i].first)
                                                                 : std::string_view{};
    }
    const FoldedWord& word(std::size_t i) const { return words_[items_[i].first]; }
    char gap(std::size_t i) const { return word(i).gap; }
    std::string_view span(std::size_t first, std::size_t last) const {
        return words_.span(items_[first].first, items_[last].last);
    }

    bool is_place(std::size_t i) const {
        return i < items_.size() && items_[i].meaning != nullptr &&
               (items_[i].meaning->region != nullptr || !items_[i].meaning->places.empty());
    }
    bool is_court(std::size_t i) const {
        return i < items_.size() && items_[i].meaning != nullptr &&
               items_[i].meaning->court != nullptr && items_[i].meaning->court->kind != "regulator";
    }

    /// Adds the place at `i` to the description.
    void add_place(std::size_t i, CourtDescription& description) const;

  private:
    const FoldedWords& words_;
    std::vector<CourtItem> items_;
};

template <typename... Names>
bool one_of(std::string_view word, Names... names) {
    return ((word == names) || ...);
}

}  // namespace litigraph::ingest::detail
