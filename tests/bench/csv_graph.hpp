/// \file
/// The graph benchmark's data: nodes.csv, edges.csv and the questions.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/result.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace litigraph::bench {

/// Reads both files and freezes the graph. Node n is line n of nodes.csv, its external id the first
/// column. Throws std::runtime_error if a file is not as expected: the data is ours.
KnowledgeGraph read_graph(const std::filesystem::path& folder);

struct PathQuestion {
    NodeId from{};
    NodeId to{};
    DateInterval during;
};
std::vector<PathQuestion> read_path_questions(const std::filesystem::path& folder);

struct HopQuestion {
    NodeId start{};
    DateInterval during;
};
std::vector<HopQuestion> read_hop_questions(const std::filesystem::path& folder);

}  // namespace litigraph::bench
