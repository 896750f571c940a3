/// \file
/// The graph of what is resolved.
#pragma once

#include "case_description.hpp"
#include "fact_table.hpp"
#include <litigraph/graph/graph_builder.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace litigraph {

/// Adds the nodes that occur in a fact, then the facts, to a builder.
class GraphMaker {
  public:
    /// `case_names`: by case. What it is made of must outlive it.
    GraphMaker(const Resolved& resolved, std::span<const std::string> case_names, unsigned threads);

    /// At most once.
    Result<KnowledgeGraph> make();

    /// By case. Requires: make was called.
    std::span<const NodeId> lawsuits() const noexcept {
        return std::span(ids_).subspan(numbers_.lawsuit(0), case_names_.size());
    }

  private:
    struct EdgeRow {
        NodeId source{};
        NodeId target{};
        std::optional<NodeId> lawsuit;
        DateInterval when;
        EdgeKind kind{};
        Confidence confidence{};
        std::uint32_t evidence = 0;  ///< How much.
    };
    struct EdgeRows {
        Column<EdgeRow> edges;
        Column<SharedEvidence> evidence;  ///< By edge.
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
    void add_node(std::uint32_t node, std::span<const NameRow> names);
    void add_party(std::uint32_t node);
    void add_lawsuit(std::uint32_t node);
    void add_subject(std::uint32_t node, std::span<const NameRow> names);
    void add_court_aliases(NodeId court, std::string_view name, std::string_view code);
    void add_article(std::uint32_t node);
    void translate_evidence();
    void add_edges();
    void list_edges(std::span<const FactRow> rows, EdgeRows& edges) const;
    void list_evidence(std::span<const FactRow> rows, std::vector<Quotation>& scratch,
                       Column<SharedEvidence>& shown) const;

    const Resolved& resolved_;
    const Observed& observed_;
    const NodeNumbers& numbers_;
    std::span<const std::string> case_names_;
    unsigned threads_;
    FactTable facts_;
    GraphBuilder builder_;
    ToldAttributes told_;
    TextId answer_rule_{};         // of edges that follow from others
    Column<TextId> text_of_;       // by text of Observed
    std::vector<char> is_shown_;   // by evidence of Observed
    std::vector<char> is_used_;    // by number of node
    std::vector<NodeId> ids_;      // by number of node
    Column<ShownEvidence> shown_;  // by evidence of Observed
};

}  // namespace litigraph
