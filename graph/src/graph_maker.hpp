/// \file
/// The graph of what is resolved.
#pragma once

#include "case_description.hpp"
#include "fact_table.hpp"
#include "made_texts.hpp"
#include <litigraph/graph/graph_builder.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace litigraph {

/// Adds the nodes that occur in a fact, then the facts, to a builder.
class GraphMaker {
  public:
    /// `case_names`: by case. What it is made of must outlive it.
    GraphMaker(const Resolved& resolved, const MadeTexts& case_names, unsigned threads);

    /// At most once.
    Result<KnowledgeGraph> make();

    /// By case. Requires: make was called.
    std::span<const NodeId> lawsuits() const noexcept {
        return std::span(ids_).subspan(numbers_.lawsuit(0), case_names_.size());
    }

  private:
    /// Some of the nodes, in order, with their attributes.
    struct Nodes {
        Column<NodeRow> rows;
        Column<std::uint32_t> numbers;  ///< By row.
        Column<AttributeRow> attributes;
        std::deque<std::string> made;  ///< Words that are nowhere else.
    };
    /// Some of the edges, in order, with their evidence.
    struct Edges {
        Column<EdgeRow> rows;
        Column<SharedEvidence> evidence;
    };

    /// Evidence in numbers of the builder.
    struct ShownEvidence {
        SharedEvidence shared;
        std::uint32_t wire = 0;  ///< Of its article, see Observed.
    };
    /// To find copies.
    struct Quotation {
        std::uint32_t wire = 0;
        TextId quote{};
        TextId rule{};
        std::uint32_t row = 0;

        friend auto operator<=>(const Quotation&, const Quotation&) = default;
    };

    void mark_evidence();
    void mark_nodes();
    void add_texts();
    void add_nodes();
    void list_nodes(std::size_t begin, std::size_t end, Nodes& nodes) const;
    void list_node(std::uint32_t node, std::span<const NameRow> names, Nodes& nodes) const;
    void list_party(std::uint32_t node, Nodes& nodes) const;
    void list_lawsuit(std::uint32_t node, Nodes& nodes) const;
    void list_subject(std::uint32_t node, std::span<const NameRow> names, Nodes& nodes) const;
    void list_article(std::uint32_t node, Nodes& nodes) const;
    void translate_evidence();
    void add_edges();
    void list_edges(std::span<const FactRow> rows, Edges& edges) const;
    void list_evidence(std::span<const FactRow> rows, std::vector<Quotation>& scratch,
                       Column<SharedEvidence>& shown) const;

    const Resolved& resolved_;
    const Observed& observed_;
    const NodeNumbers& numbers_;
    const MadeTexts& case_names_;
    unsigned threads_;
    FactTable facts_;
    GraphBuilder builder_;
    ToldAttributes told_;
    TextId answer_rule_{};         // of edges that follow from others
    Column<TextId> text_of_;       // by text of Observed
    Column<char> is_shown_;        // by evidence of Observed
    Column<char> is_used_;         // by number of node
    Column<NodeId> ids_;           // by number of node
    Column<ShownEvidence> shown_;  // by evidence of Observed
};

}  // namespace litigraph
