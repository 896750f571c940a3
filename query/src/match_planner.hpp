/// \file
/// Plans one match; planner.hpp says by what rules.
#pragma once

#include "plan.hpp"
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph::query {

inline bool is_constant(const Expr& expr) {
    return expr.kind == ExprKind::literal || expr.kind == ExprKind::parameter;
}

/// The same edges, walked the other way.
inline StepFilter reversed(StepFilter filter) {
    if (filter.direction != Direction::both) {
        filter.direction = filter.direction == Direction::out ? Direction::in : Direction::out;
    }
    return filter;
}

class MatchPlanner {
  public:
    MatchPlanner(std::string_view text, const PropertyGraph& graph, std::size_t bound,
                 std::vector<std::string>& notes)
        : text_(text), graph_(graph), notes_(notes), bound_(bound, true) {}

    void add(const Pattern& pattern);
    void add_condition(const Expr& where);
    Result<MatchPlan> plan(std::span<const Pattern* const> patterns);

  private:
    /// A property of a node that an index may know.
    struct Lookup {
        KeyId key{};
        const Expr* value = nullptr;
        bool is_in = false;        // value is a list of alternatives
        bool names_a_node = true;  // in the pattern, so that an ambiguous name is an error
    };

    struct NodePlan {
        const NodePattern* node = nullptr;
        std::size_t cost = 0;
        std::optional<std::vector<NodeId>> candidates;
        std::optional<LabelId> label;
    };

    struct Edge {
        const Pattern* pattern = nullptr;
        std::size_t index = 0;  // of the relationship in the pattern
        bool planned = false;

        const RelPattern& rel() const { return pattern->rels[index]; }
        const NodePattern& left() const { return pattern->nodes[index]; }
        const NodePattern& right() const { return pattern->nodes[index + 1]; }
    };

    bool is_bound(Slot slot) const { return slot < bound_.size() && bound_[slot]; }
    void bind(Slot slot);
    void add_properties(const NodePattern& node);
    void add_properties(const RelPattern& rel);
    void add_lookup(const Expr& conjunct);
    Condition condition(Condition::Kind kind, const Expr& expr, Slot subject, KeyId key) const;
    NodePlan estimate(const NodePattern& node);
    void look_up(NodePlan& plan, const Lookup& lookup);
    void check_name(const Lookup& lookup, std::span<const NodeId> found);
    std::size_t cost_of(const NodePattern& pattern, std::span<const NodeId> nodes) const;
    void start();
    bool grow();
    std::size_t growth_cost(const Edge& edge);
    void add_step(Edge& edge);
    void add_step(PlanStep step);
    void attach_conditions(PlanStep& step);
    void add_paths(std::span<const Pattern* const> patterns);
    void check_shortest(const Edge& edge);
    void fail(Span span, ErrorCode code, std::string message, std::string_view reason);

    std::string_view text_;
    const PropertyGraph& graph_;
    std::vector<std::string>& notes_;
    std::vector<bool> bound_;
    std::vector<const NodePattern*> nodes_;
    std::vector<Edge> edges_;
    std::vector<std::pair<Slot, Lookup>> lookups_;
    std::vector<Condition> conditions_;
    std::vector<NodePlan> estimates_;  // as nodes_
    MatchPlan result_;
    std::optional<Error> error_;
};

}  // namespace litigraph::query
