/// \file
/// What is near a node.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/filter.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace litigraph::query {

struct Neighbour {
    NodeId node{};
    std::uint32_t distance = 0;  ///< Fewest edges from the start, at least 1.

    friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// Every node within `depth` edges of `start`, without `start`, by distance, then by node id.
/// O(edges seen); touches only what it visits.
std::vector<Neighbour> neighbourhood(const KnowledgeGraph& graph, NodeId start, std::size_t depth,
                                     const EdgeFilter& filter = {});

/// neighbourhood(...).size(), without making the list.
std::size_t neighbourhood_size(const KnowledgeGraph& graph, NodeId start, std::size_t depth,
                               const EdgeFilter& filter = {});

}  // namespace litigraph::query
