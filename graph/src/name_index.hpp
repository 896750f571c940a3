/// \file
/// Finding nodes by name: every name and alias in the order of normal forms.
///
/// An entry below the number of nodes is the name of that node, one above it an attribute (an
/// alias). Normal forms are made again when they are compared: a look-up compares few, and so the
/// index costs four bytes a name. Entries without a normal form are left out.
#pragma once

#include "columns.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

class NameIndex {
  public:
    explicit NameIndex(const KnowledgeGraph::Columns& columns) noexcept : columns_(&columns) {}

    std::string_view entry_name(std::uint32_t entry) const noexcept;

    std::vector<NodeId> find(std::string_view name) const;
    std::vector<NodeId> complete(std::string_view prefix, std::size_t limit) const;
    std::vector<NodeId> similar(std::string_view name, std::size_t limit) const;

  private:
    std::size_t size() const noexcept { return columns_->by_name.size(); }
    NodeId node(std::size_t position) const noexcept;
    std::string form(std::size_t position) const;
    /// First position whose normal form is not less than `form`, from `from` on.
    std::size_t lower_bound(std::string_view form, std::size_t from = 0) const;
    std::size_t end_of_prefix(std::string_view prefix, std::size_t from) const;
    std::vector<NodeId> most_connected(std::vector<NodeId> nodes, std::size_t limit) const;

    const KnowledgeGraph::Columns* columns_;
};

}  // namespace litigraph
