/// \file
/// Nodes and edges as flat rows of typed columns, for the formats that have no other shape.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace litigraph::query::detail {

enum class ColumnType : std::uint8_t { text, day, whole_number };

/// A property of a node or an edge; "" where there is none.
template <class Id>
struct Column {
    std::string_view name;
    ColumnType type;
    std::string (*value)(const KnowledgeGraph&, Id);
};

std::span<const Column<NodeId>> node_columns() noexcept;
/// Of the evidence of an edge, the first quotation.
std::span<const Column<EdgeId>> edge_columns() noexcept;

/// What exports call an edge: "e17".
std::string id_of(EdgeId edge);

/// The name; of a lawsuit, with the size of a group.
std::string display_name(const KnowledgeGraph& graph, NodeId node);

}  // namespace litigraph::query::detail
