// Where a match begins: nodes that an index finds, and what it costs to begin at each.
#include "binder.hpp"
#include "match_planner.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::query {

/// x.name = 'Nokia', 'Nokia' = x.name, x.name IN ['Nokia', 'Apple']
void MatchPlanner::add_lookup(const Expr& conjunct) {
    const bool equality = conjunct.kind == ExprKind::comparison && conjunct.args.size() == 2 &&
                          conjunct.ops[0] == Operator::equal;
    const bool membership = conjunct.kind == ExprKind::binary && conjunct.op == Operator::in;
    if (!equality && !membership) {
        return;
    }
    const bool swapped = equality && is_constant(*conjunct.args[0]);
    const Expr& property = *conjunct.args[swapped ? 1 : 0];
    const Expr& value = *conjunct.args[swapped ? 0 : 1];
    if (property.kind == ExprKind::property && property.args[0]->kind == ExprKind::variable &&
        is_constant(value)) {
        lookups_.push_back({property.args[0]->slot, {property.key, &value, membership, false}});
    }
}

MatchPlanner::NodePlan MatchPlanner::estimate(const NodePattern& node) {
    NodePlan plan{&node, graph_.node_count() + 1, {}, {}};
    if (is_bound(node.slot)) {
        plan.cost = 0;
        return plan;
    }
    for (const auto& alternatives : node.label_ids) {
        if (alternatives.size() == 1 && graph_.label_count(alternatives[0]) < plan.cost) {
            plan.cost = graph_.label_count(alternatives[0]) + 1;
            plan.label = alternatives[0];
        }
    }
    for (const auto& [slot, lookup] : lookups_) {
        if (slot == node.slot) {
            look_up(plan, lookup);
        }
    }
    return plan;
}

void MatchPlanner::look_up(NodePlan& plan, const Lookup& lookup) {
    std::vector<NodeId> nodes;
    const bool several = lookup.is_in && lookup.value->value.kind() == ValueKind::list;
    constexpr std::size_t most = 1000;  // a longer list is read row by row, within the budgets
    if (lookup.is_in && (!several || lookup.value->value.list().size() > most)) {
        return;
    }
    const List one{lookup.value->value};
    for (const Value& value : several ? lookup.value->value.list() : one) {
        const auto found = graph_.find(lookup.key, value, plan.node->label_ids);
        if (!found) {
            return;
        }
        if (lookup.names_a_node) {
            check_name(lookup, *found);
        }
        nodes.insert(nodes.end(), found->begin(), found->end());
    }
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (lookup.names_a_node) {  // then the candidates are all that answers, and nothing else
        std::erase_if(conditions_, [&](const Condition& c) { return c.expr == lookup.value; });
    }
    if (plan.candidates) {
        std::erase_if(*plan.candidates,
                      [&](NodeId node) { return !std::ranges::binary_search(nodes, node); });
    } else {
        plan.candidates = std::move(nodes);
    }
    plan.cost = cost_of(*plan.node, *plan.candidates);
}

void MatchPlanner::check_name(const Lookup& lookup, std::span<const NodeId> found) {
    const NameFault fault = graph_.fault_of(lookup.key, lookup.value->value, found);
    if (fault.error) {
        fail(lookup.value->span, fault.error->code, fault.error->message, fault.error->reason);
    }
    if (!fault.note.empty()) {
        notes_.push_back(fault.note);
    }
}

/// Steps out of the nodes, along the relationship of the pattern that has the fewest.
std::size_t MatchPlanner::cost_of(const NodePattern& pattern, std::span<const NodeId> nodes) const {
    constexpr std::size_t many = 64;
    if (nodes.size() > many) {
        return nodes.size() + 1;
    }
    std::optional<std::size_t> least;
    for (const Edge& edge : edges_) {
        const bool from_left = &edge.left() == &pattern;
        if (!from_left && &edge.right() != &pattern) {
            continue;
        }
        const StepFilter& rel = edge.rel().filter;
        const StepFilter filter = from_left ? rel : reversed(rel);
        std::size_t steps = 1;
        for (const NodeId node : nodes) {
            steps += graph_.degree_bound(node, filter);
        }
        least = std::min(steps, least.value_or(steps));
    }
    return least.value_or(nodes.size() + 1);
}

void MatchPlanner::start() {
    const NodePlan* best = nullptr;
    for (const NodePlan& plan : estimates_) {
        const bool touched = std::ranges::any_of(edges_, [&](const Edge& edge) {
            return !edge.planned && (&edge.left() == plan.node || &edge.right() == plan.node);
        });
        const bool unbound = !is_bound(plan.node->slot);
        if ((touched || unbound) && (best == nullptr || plan.cost < best->cost)) {
            best = &plan;
        }
    }
    if (best == nullptr) {
        return;
    }
    PlanStep step;
    step.kind = is_bound(best->node->slot) ? PlanStep::Kind::check : PlanStep::Kind::scan;
    step.to = best->node->slot;
    step.node = best->node;
    step.label = best->label;
    add_step(std::move(step));
}

}  // namespace litigraph::query
