#include "binder.hpp"

#include "column_matcher.hpp"
#include "evaluate.hpp"
#include "planner.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::query {

void Binder::fail(Span span, ErrorCode code, std::string message, std::string_view reason) {
    if (!error_) {
        error_ = error_at(text_, span, code, std::move(message), reason);
    }
}

Slot Binder::new_slot() { return static_cast<Slot>(width_++); }

const Variable* Binder::find(std::string_view name) const {
    const auto found = std::ranges::find(scope_, name, &Variable::name);
    return found == scope_.end() ? nullptr : &*found;
}

void Binder::bind(Statement& statement) {
    for (Part& part : statement.parts) {
        bind_part(part);
        if (error_) {
            return;
        }
    }
}

void Binder::bind_part(Part& part) {
    PartPlan& plan = plan_.parts.emplace_back();
    width_ = scope_.size();
    for (Match& match : part.matches) {
        bind_match(match, plan);
    }
    bind_projection(part.projection, plan.projection);
    plan.width = width_;
    scope_.clear();
    for (std::size_t i = 0; i < plan.projection.columns.size() && !error_; ++i) {
        scope_.push_back({part.projection.items[i].alias.text, static_cast<Slot>(i),
                          part.projection.items[i].expr->static_kind});
    }
}

// ---- matches

void Binder::bind_match(Match& match, PartPlan& plan) {
    const std::size_t bound = width_;
    match_begin_ = bound;
    clause_rels_.clear();
    for (Pattern& pattern : match.patterns) {
        declare(pattern);
    }
    const bool outer = std::exchange(patterns_allowed_, true);
    for (Pattern& pattern : match.patterns) {
        bind_elements(pattern);
    }
    if (match.where) {
        bind_condition(*match.where);
    }
    patterns_allowed_ = outer;
    if (error_) {
        return;
    }
    auto planned = plan_match(text_, graph_, match, bound, plan_.notes);
    if (!planned) {
        error_ = planned.error();
        return;
    }
    plan.matches.push_back(*std::move(planned));
}

void Binder::declare(Pattern& pattern) {
    for (std::size_t i = 0; i < pattern.nodes.size(); ++i) {
        declare_node(pattern.nodes[i]);
        if (i < pattern.rels.size()) {
            declare_rel(pattern.rels[i]);
        }
    }
    pattern.slot = new_slot();
    if (!pattern.variable) {
        return;
    }
    if (find(pattern.variable.text) != nullptr) {
        fail(pattern.variable.span, ErrorCode::syntax,
             std::string(pattern.variable.text) + " is already in use; name the path otherwise",
             "VariableAlreadyBound");
    }
    scope_.push_back({pattern.variable.text, pattern.slot, ValueKind::path});
}

void Binder::declare_node(NodePattern& node) {
    look_up_labels(node);
    const Variable* known = node.variable ? find(node.variable.text) : nullptr;
    if (known == nullptr) {
        node.slot = new_slot();
        if (node.variable) {
            scope_.push_back({node.variable.text, node.slot, ValueKind::node});
        }
        return;
    }
    node.slot = known->slot;
    if (known->kind && *known->kind != ValueKind::node && *known->kind != ValueKind::null) {
        fail(node.variable.span, ErrorCode::syntax,
             std::string(node.variable.text) + " is " + std::string(to_string(*known->kind)) +
                 " and cannot be a node here",
             "VariableTypeConflict");
    }
}

void Binder::declare_rel(RelPattern& rel) {
    look_up_types(rel);
    const Variable* known = rel.variable ? find(rel.variable.text) : nullptr;
    if (known == nullptr) {
        rel.slot = new_slot();
        if (rel.variable) {
            clause_rels_.push_back(rel.variable.text);
            scope_.push_back({rel.variable.text, rel.slot,
                              rel.variable_length ? ValueKind::list : ValueKind::edge});
        }
        return;
    }
    rel.slot = known->slot;
    const ValueKind wanted = rel.variable_length ? ValueKind::list : ValueKind::edge;
    if (known->kind && *known->kind != wanted && *known->kind != ValueKind::null) {
        fail(rel.variable.span, ErrorCode::syntax,
             std::string(rel.variable.text) + " is " + std::string(to_string(*known->kind)) +
                 " and cannot be a relationship here",
             "VariableTypeConflict");
    } else if (std::ranges::find(clause_rels_, rel.variable.text) != clause_rels_.end()) {
        fail(rel.variable.span, ErrorCode::syntax,
             "a match uses every relationship once; " + std::string(rel.variable.text) +
                 " stands in it twice",
             "RelationshipUniquenessViolation");
    }
}

void Binder::look_up_labels(NodePattern& node) {
    for (const std::vector<Word>& alternatives : node.labels) {
        std::vector<LabelId>& ids = node.label_ids.emplace_back();
        for (const Word& label : alternatives) {
            ids.push_back(known(graph_.label(label.text), label.span));
        }
    }
}

void Binder::look_up_types(RelPattern& rel) {
    rel.filter.direction = rel.direction;
    rel.filter.all_but = rel.all_but;
    for (const Word& type : rel.types) {
        rel.filter.types.push_back(known(graph_.edge_type(type.text), type.span));
    }
}

void Binder::bind_elements(Pattern& pattern) {
    for (NodePattern& node : pattern.nodes) {
        bind_properties(node);
    }
    for (RelPattern& rel : pattern.rels) {
        // In the condition of a walk the variable is the edge, not the list of all.
        const auto variable = std::ranges::find(scope_, rel.slot, &Variable::slot);
        const bool walk = rel.variable_length && variable != scope_.end();
        const StaticKind kind =
            walk ? std::exchange(variable->kind, ValueKind::edge) : StaticKind();
        bind_properties(rel);
        if (walk) {
            std::ranges::find(scope_, rel.slot, &Variable::slot)->kind = kind;
        }
    }
}

void Binder::bind_properties(Element& element) {
    if (element.properties) {
        Expr& map = *element.properties;
        for (std::size_t i = 0; i < map.names.size(); ++i) {
            const Span span = map.name_spans[i];
            map.keys.push_back(known(graph_.property_key(map.names[i]), span));
            bind_expr(*map.args[i]);
        }
    }
    if (element.where) {
        bind_condition(*element.where);
    }
}

// ---- projections

void Binder::bind_projection(Projection& projection, ProjectionPlan& plan) {
    expand_star(projection);
    plan.distinct = projection.distinct;
    aggregated_scope_ = &scope_;
    aggregates_ = &plan.aggregates;
    for (Item& item : projection.items) {
        bind_item(item, plan);
    }
    plan.is_aggregated = !plan.aggregates.empty();
    aggregates_ = nullptr;
    if (error_) {
        return;
    }
    for (const Item& item : projection.items) {
        check_grouping(*item.expr, projection);
    }
    for (Column& column : plan.columns) {
        column.slot = new_slot();
    }
    bind_after(projection, plan);
    bind_row_count(projection.skip, plan.skip);
    bind_row_count(projection.limit, plan.limit);
    check_names(projection);
}

/// What WITH hands on has a name.
void Binder::check_names(const Projection& projection) {
    for (const Item& item : projection.items) {
        if (!projection.is_return && !item.named && item.expr->kind != ExprKind::variable) {
            fail(item.expr->span, ErrorCode::syntax,
                 "give this a name for what follows: " + std::string(item.text) + " AS name",
                 "NoExpressionAlias");
        }
    }
}

/// Turns `*` into the variables it stands for.
void Binder::expand_star(Projection& projection) {
    if (!projection.star) {
        return;
    }
    if (scope_.empty()) {
        fail(projection.span, ErrorCode::syntax, "there is nothing that * could stand for",
             "NoVariablesInScope");
    }
    std::vector<Item> items;
    Scope by_name = scope_;
    std::ranges::sort(by_name, {}, &Variable::name);
    for (const Variable& variable : by_name) {
        Item& item = items.emplace_back();
        item.text = variable.name;
        item.expr = std::make_unique<Expr>();
        item.expr->kind = ExprKind::variable;
        item.expr->name = variable.name;
        item.expr->span = projection.span;
    }
    std::ranges::move(projection.items, std::back_inserter(items));
    projection.items = std::move(items);
}

void Binder::bind_item(Item& item, ProjectionPlan& plan) {
    item.expr->static_kind = bind_expr(*item.expr);
    if (!item.named) {
        item.alias = {item.expr->kind == ExprKind::variable ? item.expr->name : item.text,
                      item.expr->span};
    }
    for (const Column& column : plan.columns) {
        if (column.name == item.alias.text) {
            fail(item.alias.span, ErrorCode::syntax,
                 "two columns are named " + column.name + "; use AS", "ColumnNameConflict");
        }
    }
    plan.columns.push_back(
        {item.expr.get(), no_slot, std::string(item.alias.text), contains_aggregate(*item.expr)});
}

/// ORDER BY and the WHERE of WITH see the columns, and what they were made from unless rows were
/// merged.
void Binder::bind_after(Projection& projection, ProjectionPlan& plan) {
    const Scope before = scope_;
    Scope after;
    for (std::size_t i = 0; i < plan.columns.size(); ++i) {
        after.push_back({projection.items[i].alias.text, plan.columns[i].slot,
                         projection.items[i].expr->static_kind});
    }
    if (!plan.is_aggregated && !plan.distinct) {
        after.insert(after.end(), before.begin(), before.end());
    }
    scope_ = std::move(after);
    const Scope nothing;  // what was merged is gone, but for the aggregates of the columns
    aggregated_scope_ = &nothing;
    aggregates_ = plan.is_aggregated ? &plan.aggregates : nullptr;
    for (Sort& sort : projection.order) {
        use_columns(sort.expr, projection);
        bind_expr(*sort.expr);
        plan.order.push_back({sort.expr.get(), sort.descending});
    }
    aggregates_ = nullptr;
    if (projection.where) {
        use_columns(projection.where, projection);
        const bool outer = std::exchange(patterns_allowed_, true);
        bind_condition(*projection.where);
        patterns_allowed_ = outer;
        plan.where = projection.where.get();
    }
}

void Binder::bind_row_count(const ExprPtr& expr, const Expr*& out) {
    if (!expr || error_) {
        return;
    }
    const Scope hidden = std::exchange(scope_, {});
    bind_expr(*expr);
    scope_ = hidden;
    if (error_ && error_->reason == "UndefinedVariable") {
        error_->message = "SKIP and LIMIT take a number that does not depend on the rows";
        error_->reason = "NonConstantExpression";
    }
    if (expr->kind != ExprKind::parameter && !error_) {
        if (const auto count = row_count(text_, graph_, *expr); !count) {
            error_ = count.error();
        }
    }
    out = expr.get();
}

Result<std::size_t> row_count(std::string_view text, const PropertyGraph& graph, const Expr& expr) {
    Meter meter(Budget{});
    Evaluator evaluate(text, graph, meter);
    const Value value = evaluate(expr, {});
    if (evaluate.failed()) {
        return evaluate.error();
    }
    if (value.kind() != ValueKind::integer) {
        return error_at(text, expr.span, ErrorCode::type_mismatch,
                        "expected a whole number of rows", "InvalidArgumentType");
    }
    if (value.integer() < 0) {
        return error_at(text, expr.span, ErrorCode::type_mismatch,
                        "a number of rows cannot be negative", "NegativeIntegerArgument");
    }
    return static_cast<std::size_t>(value.integer());
}

Result<Plan> make_plan(std::string_view text, Statement& statement, const PropertyGraph& graph,
                       const std::map<std::string, Value, std::less<>>& parameters) {
    Plan plan;
    Binder binder(text, graph, parameters, plan);
    binder.bind(statement);
    if (binder.error()) {
        return *binder.error();
    }
    plan.parts.front().in_columns = fits_columns(plan.parts.front());
    return plan;
}

}  // namespace litigraph::query
