/// \file
/// Gives every variable its slot and every word its meaning, and refuses what makes no sense.
#pragma once

#include "plan.hpp"
#include <litigraph/query/property_graph.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// What is known of a value before the query runs; nothing: could be anything.
using StaticKind = std::optional<ValueKind>;

struct Variable {
    std::string_view name;
    Slot slot = no_slot;
    StaticKind kind;
};
using Scope = std::vector<Variable>;

class Binder {
  public:
    Binder(std::string_view text, const PropertyGraph& graph,
           const std::map<std::string, Value, std::less<>>& parameters, Plan& plan)
        : text_(text), graph_(graph), parameters_(parameters), plan_(plan) {}

    void bind(Statement& statement);
    const std::optional<Error>& error() const { return error_; }

  private:
    // binder.cpp: parts, patterns, projections
    void bind_part(Part& part);
    void bind_match(Match& match, PartPlan& plan);
    void declare(Pattern& pattern);
    void declare_node(NodePattern& node);
    void declare_rel(RelPattern& rel);
    void look_up_labels(NodePattern& node);
    void look_up_types(RelPattern& rel);
    void bind_elements(Pattern& pattern);
    void bind_properties(Element& element);
    void bind_projection(Projection& projection, ProjectionPlan& plan);
    void check_names(const Projection& projection);
    void expand_star(Projection& projection);
    void bind_item(Item& item, ProjectionPlan& plan);
    void bind_after(Projection& projection, ProjectionPlan& plan);
    void bind_row_count(const ExprPtr& expr, const Expr*& out);
    Slot new_slot();
    const Variable* find(std::string_view name) const;

    // binder_expression.cpp
    StaticKind bind_expr(Expr& expr);
    StaticKind bind_variable(Expr& expr);
    StaticKind bind_property(Expr& expr);
    StaticKind bind_labels(Expr& expr);
    StaticKind bind_call(Expr& expr);
    StaticKind bind_aggregate(Expr& expr);
    StaticKind bind_operator(Expr& expr);
    StaticKind bind_pattern(Expr& expr);
    void bind_condition(Expr& expr);
    void require(const Expr& expr, StaticKind kind, std::uint16_t allowed, std::string_view what);
    void check_grouping(const Expr& expr, const Projection& projection);
    void use_columns(ExprPtr& expr, const Projection& projection, bool beside_aggregate = false);

    template <class Id>
    Id known(const Result<Id>& result, Span span);
    void fail(Span span, ErrorCode code, std::string message, std::string_view reason);

    std::string_view text_;
    const PropertyGraph& graph_;
    const std::map<std::string, Value, std::less<>>& parameters_;
    Plan& plan_;
    std::optional<Error> error_;

    Scope scope_;
    std::size_t width_ = 0;
    std::size_t match_begin_ = 0;                ///< First slot of the match being bound.
    std::vector<std::string_view> clause_rels_;  ///< Named in the match being bound.
    bool patterns_allowed_ = false;
    bool aggregating_ = false;
    /// Where aggregates are allowed, the scope of what they aggregate and the list of them.
    const Scope* aggregated_scope_ = nullptr;
    std::vector<const Expr*>* aggregates_ = nullptr;
};

template <class Id>
Id Binder::known(const Result<Id>& result, Span span) {
    if (result) {
        return *result;
    }
    fail(span, result.error().code, result.error().message, result.error().reason);
    return Id{};
}

/// Whether two expressions are the same text but for blanks.
bool same_expression(const Expr& a, const Expr& b);
bool contains_aggregate(const Expr& expr);
/// Calls `visit` with every slot that the bound expression reads.
void for_each_slot(const Expr& expr, const std::function<void(Slot)>& visit);

/// The number of rows in SKIP or LIMIT.
Result<std::size_t> row_count(std::string_view text, const PropertyGraph& graph, const Expr& expr);

}  // namespace litigraph::query
