/// \file
/// Pictures: writes a graph, or a part of one, in the DOT language of Graphviz.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/selection.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::query {

// What is drawn of the selection.
enum class DotView : std::uint8_t {
    full,    ///< Every kind of node and edge.
    cases,   ///< Lawsuits, who is on which side, where filed, which answers which.
    parties  ///< Parties only; an arrow stands for all cases of one against the other.
};
std::optional<DotView> dot_view_from_string(std::string_view text) noexcept;

/// Where the words behind an edge go.
enum class DotEvidence : std::uint8_t { none, tooltip, label };
std::optional<DotEvidence> dot_evidence_from_string(std::string_view text) noexcept;

struct DotOptions {
    DotView view = DotView::full;
    DotEvidence evidence = DotEvidence::tooltip;
    /// Of a larger picture, cases between the most connected parties are kept, whole; 0 keeps all.
    std::size_t max_nodes = 80;
    bool legend = false;     ///< A picture of more than 40 nodes or 80 edges has one anyway.
    bool articles = false;   ///< Draw articles and reported-by too.
    std::string title = {};  ///< Shown on top; empty for none.
};

/// What was drawn of what there was.
struct PictureReport {
    std::size_t nodes = 0;
    std::size_t edges = 0;
    std::size_t left_out = 0;  ///< Nodes over the budget.
    std::size_t isolated = 0;  ///< Nodes left out because nothing that is drawn touches them.

    /// "4 nodes, 7 edges", and what was left out and how to get it.
    std::string to_string() const;
};

/// Shape, colour, line and words tell the kind; dashed always means "not stated". Every element has
/// a class= for style sheets. Parallel edges of one kind are one arrow; an arrow "countersues"
/// stands for "sues" too. Up to 60 nodes, and sparse pictures up to 100, are laid out in layers,
/// others by forces. A picture of more than 40 nodes or 80 edges always has a legend, leaves words
/// to it, and tells a suit by its case alone. Equal selections give equal bytes; nodes and edges
/// are sorted by slug. O(n log n).
PictureReport write_dot(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                        const DotOptions& options = {});

/// A double-quoted DOT string that shows exactly `text`, whatever it holds; tab is shown as space,
/// other control characters and broken bytes are dropped. Newlines break the label.
std::string dot_quoted(std::string_view text);

}  // namespace litigraph::query
