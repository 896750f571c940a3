/// \file
/// The normal form of every name and alias of a graph that is being made.
#pragma once

#include "columns.hpp"
#include "made_texts.hpp"

#include <cstdint>
#include <string_view>

namespace litigraph {

class NormalForms {
  public:
    /// Requires: names and attributes of the columns are final.
    NormalForms(const KnowledgeGraph::Columns& columns, unsigned threads);

    std::string_view of_name(std::size_t node) const noexcept { return forms_[node]; }

    /// The entries of a NameIndex.
    Column<std::uint32_t> sorted(unsigned threads) const;

  private:
    Column<std::uint32_t> entries_;  // see name_index.hpp: nodes, then aliases
    MadeTexts forms_;                // by position in entries_
};

}  // namespace litigraph
