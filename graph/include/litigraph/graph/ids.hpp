/// \file
/// Strong identifiers of the graph. They never convert to each other or to integers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>

namespace litigraph {

/// Names one node of one KnowledgeGraph. Dense: 0 .. node_count()-1.
/// Stable for the life of the graph; meaningless in any other graph.
enum class NodeId : std::uint32_t {};

/// Names one edge of one KnowledgeGraph. Same guarantees as NodeId.
enum class EdgeId : std::uint32_t {};

/// Names one text of one GraphBuilder: a value of attributes, a quotation or a rule.
enum class TextId : std::uint32_t {};

/// Position of `id` in per-node or per-edge arrays.
template <class Id>
constexpr std::size_t to_index(Id id) noexcept {
    return static_cast<std::size_t>(id);
}

std::ostream& operator<<(std::ostream& out, NodeId id);  ///< Writes "n7".
std::ostream& operator<<(std::ostream& out, EdgeId id);  ///< Writes "e7".

}  // namespace litigraph
