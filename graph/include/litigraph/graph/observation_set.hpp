/// \file
/// A set of what articles say, ordered by content.
#pragma once

#include <litigraph/graph/observation.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace litigraph {

/// A set: the order of insertion and repetitions leave no trace. Two sets that hold the same
/// observations are equal and resolve to byte-identical graphs.
class ObservationSet {
  public:
    ObservationSet() = default;
    /// O(n log n).
    explicit ObservationSet(std::vector<ArticleObservations> articles);

    /// Adds the article's observations; false if the set holds equal ones. O(n).
    bool insert(ArticleObservations article);

    /// Removes every article with this id and returns how many there were. O(n).
    std::size_t erase(std::string_view article_id);

    /// Set union. O(n + m).
    void merge(ObservationSet other);

    /// In ascending order. Invalidated by any non-const call.
    std::span<const ArticleObservations> articles() const noexcept { return articles_; }

    friend bool operator==(const ObservationSet&, const ObservationSet&) = default;

  private:
    std::vector<ArticleObservations> articles_;  // sorted, no two equal
};

}  // namespace litigraph
