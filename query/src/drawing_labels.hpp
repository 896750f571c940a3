/// \file
/// The words of a picture.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace litigraph::query::detail {

/// Breaks the line at spaces so that lines have at most `width` bytes where words allow it.
std::string wrapped(std::string_view text, std::size_t width);

/// Lines of a node: what it is called, and what is said of it in smaller letters.
struct NodeWords {
    std::string title;
    std::string details = {};  ///< May be empty.
};
NodeWords node_words(const KnowledgeGraph& graph, NodeId node);
/// Kind, name and attributes, a line each.
std::string node_tooltip(const KnowledgeGraph& graph, NodeId node);
/// "plaintiff", "filed in": what the arrow says.
std::string_view arrow_word(EdgeKind kind);

}  // namespace litigraph::query::detail
