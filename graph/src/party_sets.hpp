/// \file
/// Sets of names that mean one party, with what forbids to unite two of them.
#pragma once

#include "disjoint_sets.hpp"
#include "grouped.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace litigraph {

/// Begins with each name as a set of its own. Only sets that grew have lists of their own.
class PartySets {
  public:
    /// `articles`: by name, the articles that use it, ascending.
    explicit PartySets(const Grouped<std::uint32_t>& articles)
        : articles_(articles), sets_(articles.size()) {}

    std::uint32_t find(std::uint32_t name) { return sets_.find(name); }

    /// Whatever is united later, these two stay apart.
    void forbid(std::uint32_t a, std::uint32_t b) {
        enemies_[sets_.find(a)].push_back(b);
        enemies_[sets_.find(b)].push_back(a);
    }

    bool is_forbidden(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t other = sets_.find(b);
        const auto found = enemies_.find(sets_.find(a));
        return found != enemies_.end() &&
               std::ranges::any_of(found->second,
                                   [&](std::uint32_t enemy) { return sets_.find(enemy) == other; });
    }

    /// Whether one article names both. O(s log l) for s articles of one and l of the other.
    bool share_an_article(std::uint32_t a, std::uint32_t b) {
        std::span<const std::uint32_t> few = articles(sets_.find(a));
        std::span<const std::uint32_t> many = articles(sets_.find(b));
        if (few.size() > many.size()) {
            std::swap(few, many);
        }
        return std::ranges::any_of(
            few, [&](std::uint32_t article) { return std::ranges::binary_search(many, article); });
    }

    void unite(std::uint32_t a, std::uint32_t b) {
        a = sets_.find(a);
        b = sets_.find(b);
        if (a == b) {
            return;
        }
        std::vector<std::uint32_t> all;
        std::ranges::set_union(articles(a), articles(b), std::back_inserter(all));
        std::vector<std::uint32_t> enemies = std::move(enemies_[a]);
        enemies.insert(enemies.end(), enemies_[b].begin(), enemies_[b].end());
        sets_.unite(a, b);
        united_[sets_.find(a)] = std::move(all);
        enemies_[sets_.find(a)] = std::move(enemies);
    }

  private:
    std::span<const std::uint32_t> articles(std::uint32_t root) const {
        const auto found = united_.find(root);
        return found == united_.end() ? articles_[root] : found->second;
    }

    const Grouped<std::uint32_t>& articles_;
    DisjointSets sets_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> united_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> enemies_;
};

}  // namespace litigraph
