/// \file
/// What the executor does, step by step. Made by the binder (slots, projections) and the planner
/// (order of the steps of a match).
///
/// A part of a statement works on rows of fixed width. The first slots hold what the part before
/// projected, then come the variables of the patterns, then results of aggregates, then the
/// projected columns; the next part takes those columns over as its first slots.
#pragma once

#include "ast.hpp"
#include "parser.hpp"
#include <litigraph/query/property_graph.hpp>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

using Row = std::vector<Value>;

/// Something that must hold of a row once the slots it needs are bound.
struct Condition {
    enum class Kind : std::uint8_t { expression, node_property, edge_property };
    Kind kind = Kind::expression;
    const Expr* expr = nullptr;  ///< The condition, or the value of the property.
    Slot subject = no_slot;      ///< Of a property.
    KeyId key{};
    std::vector<Slot> needs;
};

struct PlanStep {
    enum class Kind : std::uint8_t {
        scan,      ///< Binds `to` to each node in question.
        check,     ///< `to` is bound: must be a node that fits.
        expand,    ///< Along one edge from `from` to `to`.
        walk,      ///< Along a trail of edges.
        shortest,  ///< Along the shortest paths.
        path       ///< Binds a path of what is bound.
    };
    Kind kind = Kind::scan;
    Slot from = no_slot;
    Slot to = no_slot;
    const NodePattern* node = nullptr;  ///< What `to` must be.
    const RelPattern* rel = nullptr;
    const Pattern* pattern = nullptr;
    StepFilter filter;          ///< As walked.
    StepFilter filter_back;     ///< The same steps against the way they are walked.
    bool reversed = false;      ///< Walked against the way it is written.
    bool closes = false;        ///< `to` is bound already.
    bool rel_is_bound = false;  ///< The relationship's variable is bound already.
    std::optional<std::vector<NodeId>> candidates;  ///< All that `node` can be, ascending.
    std::optional<LabelId> label;                   ///< Fewest nodes have it.
    std::vector<Condition> conditions;              ///< Checked when the step is done.
    std::vector<Condition> on_each_edge;  ///< Of a walk, with the relationship's slot as the edge.
};

struct MatchPlan {
    bool optional = false;
    std::vector<PlanStep> steps;
    std::vector<Slot> binds;            ///< Null when an optional match fails.
    std::vector<Condition> conditions;  ///< That need nothing; checked first.
};

struct Column {
    const Expr* expr = nullptr;
    Slot slot = no_slot;
    std::string name;
    bool is_aggregated = false;
};

struct SortKey {
    const Expr* expr = nullptr;
    bool descending = false;
};

struct ProjectionPlan {
    bool distinct = false;
    bool is_aggregated = false;
    std::vector<Column> columns;
    std::vector<const Expr*> aggregates;  ///< Calls; their slots take the results.
    std::vector<SortKey> order;
    const Expr* skip = nullptr;  ///< See row_count().
    const Expr* limit = nullptr;
    const Expr* where = nullptr;
};

struct PartPlan {
    std::vector<MatchPlan> matches;
    ProjectionPlan projection;
    std::size_t width = 0;
    bool in_columns = false;  ///< Matched and aggregated by the ColumnMatcher.
};

struct Plan {
    std::vector<PartPlan> parts;
    std::vector<std::string> slot_names;
    std::vector<std::string> notes;
    /// Of pattern predicates; Expr::slot is the index.
    std::vector<MatchPlan> subplans;
};

/// Slots and vocabulary of everything in the statement, and a plan for it. Errors have a place and
/// a reason. The plan refers to `statement`.
Result<Plan> make_plan(std::string_view text, Statement& statement, const PropertyGraph& graph,
                       const std::map<std::string, Value, std::less<>>& parameters);

}  // namespace litigraph::query
