/// \file
/// The facts of a set of articles: rows put together by edge.
#pragma once

#include "fact_rows.hpp"
#include "grouped.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace litigraph {

class FactTable {
  public:
    FactTable() = default;
    /// O(rows log of the rows that leave one node).
    FactTable(const Resolved& resolved, unsigned threads);

    /// All rows that leave a node, by edge_key; rows of one edge by how well they show it (surest
    /// first, then by article and place).
    std::span<const FactRow> from(std::uint32_t node) const noexcept { return rows_[node]; }
    std::span<const FactRow> rows() const noexcept { return rows_.items; }  ///< By source.
    std::size_t size() const noexcept { return rows_.items.size(); }

    /// By node, then by name; no repetitions.
    std::span<const NameRow> names() const noexcept { return names_; }

  private:
    void collect(const Resolved& resolved, unsigned threads);
    void merge(Column<FactRow> rows, unsigned threads);
    std::span<const FactRow> find(std::uint32_t source, EdgeKind kind, std::uint32_t target,
                                  std::uint32_t lawsuit) const;
    Column<FactRow> derived_countersuits(const Resolved& resolved, unsigned threads) const;
    void derive_countersuits(const Resolved& resolved, std::uint32_t index,
                             Column<FactRow>& derived) const;
    void derive_countersuit(std::uint32_t lawsuit, std::uint32_t from, std::uint32_t to,
                            Column<FactRow>& derived) const;

    Grouped<FactRow> rows_;  // by source
    Column<NameRow> names_;
};

}  // namespace litigraph
