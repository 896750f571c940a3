/// \file
/// Union-find over dense indices; the smallest member represents its set, so answers never depend
/// on the order of unions.
#pragma once

#include "column.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace litigraph {

class DisjointSets {
  public:
    explicit DisjointSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0U);
    }

    std::uint32_t find(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];
            member = parent_[member];
        }
        return member;
    }

    void unite(std::uint32_t a, std::uint32_t b) {
        a = find(a);
        b = find(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

  private:
    Column<std::uint32_t> parent_;
};

}  // namespace litigraph
