#include "planner.hpp"

#include "binder.hpp"
#include "match_planner.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace litigraph::query {

namespace {

/// The conjuncts of a condition.
void split(const Expr& expr, std::vector<const Expr*>& out) {
    if (expr.kind == ExprKind::binary && expr.op == Operator::logical_and) {
        split(*expr.args[0], out);
        split(*expr.args[1], out);
    } else {
        out.push_back(&expr);
    }
}

}  // namespace

void MatchPlanner::fail(Span span, ErrorCode code, std::string message, std::string_view reason) {
    if (!error_) {
        error_ = error_at(text_, span, code, std::move(message), reason);
    }
}

void MatchPlanner::bind(Slot slot) {
    if (slot >= bound_.size()) {
        bound_.resize(slot + 1, false);
    }
    if (!bound_[slot]) {
        bound_[slot] = true;
        result_.binds.push_back(slot);
    }
}

Condition MatchPlanner::condition(Condition::Kind kind, const Expr& expr, Slot subject,
                                  KeyId key) const {
    Condition result{kind, &expr, subject, key, {}};
    const auto need = [&](Slot slot) {
        if (!is_bound(slot) && std::ranges::find(result.needs, slot) == result.needs.end()) {
            result.needs.push_back(slot);
        }
    };
    if (subject != no_slot) {
        need(subject);
    }
    for_each_slot(expr, need);
    return result;
}

void MatchPlanner::add(const Pattern& pattern) {
    for (const NodePattern& node : pattern.nodes) {
        nodes_.push_back(&node);
        add_properties(node);
    }
    for (std::size_t i = 0; i < pattern.rels.size(); ++i) {
        edges_.push_back({&pattern, i, false});
        if (!pattern.rels[i].variable_length) {
            add_properties(pattern.rels[i]);
        }
    }
}

void MatchPlanner::add_properties(const NodePattern& node) {
    if (node.properties) {
        const Expr& map = *node.properties;
        for (std::size_t i = 0; i < map.args.size(); ++i) {
            conditions_.push_back(
                condition(Condition::Kind::node_property, *map.args[i], node.slot, map.keys[i]));
            if (is_constant(*map.args[i])) {
                lookups_.push_back({node.slot, {map.keys[i], map.args[i].get(), false, true}});
            }
        }
    }
    if (node.where) {
        add_condition(*node.where);
    }
}

void MatchPlanner::add_properties(const RelPattern& rel) {
    if (rel.properties) {
        const Expr& map = *rel.properties;
        for (std::size_t i = 0; i < map.args.size(); ++i) {
            conditions_.push_back(
                condition(Condition::Kind::edge_property, *map.args[i], rel.slot, map.keys[i]));
        }
    }
    if (rel.where) {
        add_condition(*rel.where);
    }
}

void MatchPlanner::add_condition(const Expr& where) {
    std::vector<const Expr*> conjuncts;
    split(where, conjuncts);
    for (const Expr* conjunct : conjuncts) {
        conditions_.push_back(condition(Condition::Kind::expression, *conjunct, no_slot, {}));
        add_lookup(*conjunct);
    }
}

// ---- how to go on

std::size_t MatchPlanner::growth_cost(const Edge& edge) {
    const bool from_left = is_bound(edge.left().slot);
    const bool from_right = is_bound(edge.right().slot);
    if (from_left && from_right) {
        return edge.rel().variable_length ? 2 : 0;
    }
    const NodePattern& far = from_left ? edge.right() : edge.left();
    const auto estimate = std::ranges::find(estimates_, &far, &NodePlan::node);
    const bool selective = estimate->candidates.has_value();
    return (edge.rel().variable_length ? 3 : 1) + (selective ? 0 : 2);
}

/// Plans the cheapest relationship that touches something bound; false if there is none.
bool MatchPlanner::grow() {
    Edge* best = nullptr;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (Edge& edge : edges_) {
        const bool touches = is_bound(edge.left().slot) || is_bound(edge.right().slot);
        if (!edge.planned && touches && growth_cost(edge) < least) {
            least = growth_cost(edge);
            best = &edge;
        }
    }
    if (best != nullptr) {
        add_step(*best);
    }
    return best != nullptr;
}

void MatchPlanner::add_step(Edge& edge) {
    edge.planned = true;
    const RelPattern& rel = edge.rel();
    PlanStep step;
    step.rel = &rel;
    step.pattern = edge.pattern;
    step.reversed = !is_bound(edge.left().slot);
    if (edge.pattern->selector != Selector::none) {
        check_shortest(edge);
        step.kind = PlanStep::Kind::shortest;
    } else {
        step.kind = rel.variable_length ? PlanStep::Kind::walk : PlanStep::Kind::expand;
    }
    step.node = step.reversed ? &edge.left() : &edge.right();
    step.from = step.reversed ? edge.right().slot : edge.left().slot;
    step.to = step.node->slot;
    step.filter = step.reversed ? reversed(rel.filter) : rel.filter;
    step.filter_back = reversed(step.filter);
    step.closes = is_bound(step.to);
    step.rel_is_bound = is_bound(rel.slot);
    if (rel.variable_length) {
        std::swap(conditions_, step.on_each_edge);
        bound_.resize(std::max<std::size_t>(bound_.size(), rel.slot + 1), false);
        bound_[rel.slot] = true;  // while an edge is looked at
        add_properties(rel);
        bound_[rel.slot] = step.rel_is_bound;
        std::swap(conditions_, step.on_each_edge);
    }
    bind(rel.slot);
    add_step(std::move(step));
}

void MatchPlanner::check_shortest(const Edge& edge) {
    const RelPattern& rel = edge.rel();
    if (rel.min_length > 1) {
        fail(rel.span, ErrorCode::unsupported,
             "a shortest path with a least length above 1 is not part of this language",
             "a shortest path of a least length");
    } else if (rel.properties || rel.where) {
        fail(rel.span, ErrorCode::unsupported,
             "a condition on each edge of a shortest path is not part of this language",
             "a condition on a shortest path");
    }
}

void MatchPlanner::add_step(PlanStep step) {
    const auto estimate = std::ranges::find(estimates_, step.node, &NodePlan::node);
    if (step.node != nullptr && estimate != estimates_.end()) {
        step.candidates = estimate->candidates;
    }
    bind(step.to);
    attach_conditions(step);
    result_.steps.push_back(std::move(step));
}

void MatchPlanner::attach_conditions(PlanStep& step) {
    const auto is_ready = [this](const Condition& condition) {
        return std::ranges::all_of(condition.needs, [this](Slot slot) { return is_bound(slot); });
    };
    const auto ready = std::stable_partition(conditions_.begin(), conditions_.end(),
                                             [&](const Condition& c) { return !is_ready(c); });
    step.conditions.insert(step.conditions.end(), ready, conditions_.end());
    conditions_.erase(ready, conditions_.end());
}

void MatchPlanner::add_paths(std::span<const Pattern* const> patterns) {
    for (const Pattern* pattern : patterns) {
        if (!pattern->variable) {
            continue;
        }
        PlanStep step;
        step.kind = PlanStep::Kind::path;
        step.to = pattern->slot;
        step.pattern = pattern;
        add_step(std::move(step));
    }
}

Result<MatchPlan> MatchPlanner::plan(std::span<const Pattern* const> patterns) {
    // What only an enclosing pattern predicate binds is nobody's need here.
    std::vector<Slot> own;
    for (const NodePattern* node : nodes_) {
        own.push_back(node->slot);
    }
    for (const Edge& edge : edges_) {
        own.push_back(edge.rel().slot);
    }
    for (const Pattern* pattern : patterns) {
        own.push_back(pattern->slot);
    }
    for (Condition& condition : conditions_) {
        std::erase_if(condition.needs,
                      [&](Slot slot) { return std::ranges::find(own, slot) == own.end(); });
    }
    for (const NodePattern* node : nodes_) {
        estimates_.push_back(estimate(*node));
    }
    PlanStep first;
    attach_conditions(first);
    result_.conditions = std::move(first.conditions);
    while (!error_) {
        const std::size_t before = result_.steps.size();
        start();
        while (!error_ && grow()) {
        }
        if (result_.steps.size() == before) {
            break;
        }
    }
    add_paths(patterns);
    // A node that was bound before still has to have the labels written here.
    for (const NodePattern* node : nodes_) {
        const bool checked = std::ranges::any_of(
            result_.steps, [&](const PlanStep& step) { return step.node == node; });
        if (!checked) {
            PlanStep step;
            step.kind = PlanStep::Kind::check;
            step.to = node->slot;
            step.node = node;
            add_step(std::move(step));
        }
    }
    if (error_) {
        return *error_;
    }
    return std::move(result_);
}

Result<MatchPlan> plan_match(std::string_view text, const PropertyGraph& graph, const Match& match,
                             std::size_t bound, std::vector<std::string>& notes) {
    MatchPlanner planner(text, graph, bound, notes);
    std::vector<const Pattern*> patterns;
    for (const Pattern& pattern : match.patterns) {
        planner.add(pattern);
        patterns.push_back(&pattern);
    }
    if (match.where) {
        planner.add_condition(*match.where);
    }
    auto plan = planner.plan(patterns);
    if (plan) {
        plan->optional = match.optional;
    }
    return plan;
}

Result<MatchPlan> plan_pattern(std::string_view text, const PropertyGraph& graph,
                               const Pattern& pattern, std::size_t bound,
                               std::vector<std::string>& notes) {
    MatchPlanner planner(text, graph, bound, notes);
    planner.add(pattern);
    const Pattern* const patterns[] = {&pattern};
    return planner.plan(patterns);
}

}  // namespace litigraph::query
