#include "matcher.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::query {

/// Steps out of a node, in memory that the next expansion uses again.
class Matcher::Scratch {
  public:
    explicit Scratch(Matcher& matcher) : matcher_(matcher), held_(matcher.meter_) {
        if (!matcher.spare_steps_.empty()) {
            steps_ = std::move(matcher.spare_steps_.back());
            matcher.spare_steps_.pop_back();
        }
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        steps_.clear();
        matcher_.spare_steps_.push_back(std::move(steps_));
    }
    std::vector<Step>& steps() noexcept { return steps_; }
    bool charge() { return held_.add(steps_.size() * sizeof(Step)); }

  private:
    Matcher& matcher_;
    HeldBytes held_;
    std::vector<Step> steps_;
};

namespace {

bool is_node(const Value& value) { return value.kind() == ValueKind::node; }

}  // namespace

bool Matcher::match(const MatchPlan& plan, Row& row, const Emit& emit) {
    bool found = false;
    const Emit note = [&](Row& matched) {
        found = true;
        return emit(matched);
    };
    const std::size_t first_used = used_.size();
    Search search{plan, row, plan.optional ? note : emit, first_used};
    if (hold(plan.conditions, row) && !run(search, 0)) {
        used_.resize(first_used);
        return false;
    }
    if (evaluate_.failed()) {
        return false;
    }
    if (plan.optional && !found) {
        for (const Slot slot : plan.binds) {
            row[slot] = Value();
        }
        return emit(row);
    }
    return true;
}

bool Matcher::exists(std::size_t subplan, const Row& row) {
    bool found = false;
    Row scratch = row;
    match(plan_.subplans[subplan], scratch, [&found](Row&) {
        found = true;
        return false;
    });
    return found;
}

bool Matcher::run(Search& search, std::size_t at) {
    if (at == search.plan.steps.size()) {
        return meter_.work() && search.emit(search.row);
    }
    switch (search.plan.steps[at].kind) {
        case PlanStep::Kind::scan:
            return scan(search, at);
        case PlanStep::Kind::check:
            return check(search, at);
        case PlanStep::Kind::expand:
            return expand(search, at);
        case PlanStep::Kind::walk:
            return search.plan.steps[at].rel_is_bound ? follow(search, at) : walk(search, at);
        case PlanStep::Kind::shortest:
            return shortest(search, at);
        case PlanStep::Kind::path:
            return bind_path(search, at);
    }
    return true;
}

// ---- tests

bool Matcher::fits(const NodePattern& pattern, NodeId node) const {
    return std::ranges::all_of(pattern.label_ids, [&](const std::vector<LabelId>& alternatives) {
        return std::ranges::any_of(alternatives,
                                   [&](LabelId label) { return graph_.has_label(node, label); });
    });
}

bool Matcher::may_end(const PlanStep& step, NodeId node) const {
    return step.candidates ? std::ranges::binary_search(*step.candidates, node)
                           : fits(*step.node, node);
}

bool Matcher::hold(const std::vector<Condition>& conditions, const Row& row) {
    return std::ranges::all_of(conditions,
                               [&](const Condition& condition) { return holds(condition, row); });
}

bool Matcher::holds(const Condition& condition, const Row& row) {
    switch (condition.kind) {
        case Condition::Kind::expression:
            return evaluate_.holds(*condition.expr, row);
        case Condition::Kind::node_property: {
            const Value& node = row[condition.subject];
            return is_node(node) &&
                   graph_.answers_to(node.node(), condition.key, evaluate_(*condition.expr, row));
        }
        case Condition::Kind::edge_property: {
            const Value& edge = row[condition.subject];
            return edge.kind() == ValueKind::edge &&
                   equals(graph_.property(edge.edge(), condition.key),
                          evaluate_(*condition.expr, row)) == Truth(true);
        }
    }
    return false;
}

bool Matcher::is_used(const Search& search, EdgeId edge) const {
    const auto begin = used_.begin() + static_cast<std::ptrdiff_t>(search.first_used);
    return std::find(begin, used_.end(), edge) != used_.end();
}

/// Binds `to`, if the node will do, and goes on.
bool Matcher::arrive(Search& search, std::size_t at, NodeId node) {
    const PlanStep& step = search.plan.steps[at];
    if (!meter_.work()) {
        return false;
    }
    if (!may_end(step, node)) {
        return true;
    }
    search.row[step.to] = Value(node);
    if (!hold(step.conditions, search.row)) {
        return !evaluate_.failed();
    }
    return run(search, at + 1);
}

// ---- one node

bool Matcher::scan(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    if (step.candidates) {
        return std::ranges::all_of(*step.candidates,
                                   [&](NodeId node) { return arrive(search, at, node); });
    }
    return step.label ? scan(search, at, *step.label) : scan_all(search, at);
}

bool Matcher::scan(Search& search, std::size_t at, LabelId label) {
    constexpr std::size_t batch = 1024;
    std::vector<NodeId> nodes;
    for (std::size_t next = 0; next < graph_.node_count();) {
        nodes.clear();
        next = graph_.list_nodes(label, next, batch, nodes);
        for (const NodeId node : nodes) {
            if (!arrive(search, at, node)) {
                return false;
            }
        }
    }
    return true;
}

bool Matcher::scan_all(Search& search, std::size_t at) {
    const std::size_t count = graph_.node_count();
    for (std::size_t i = 0; i < count; ++i) {
        if (!arrive(search, at, static_cast<NodeId>(i))) {
            return false;
        }
    }
    return true;
}

bool Matcher::check(Search& search, std::size_t at) {
    const Value node = search.row[search.plan.steps[at].to];
    return !is_node(node) || arrive(search, at, node.node());
}

// ---- one edge

bool Matcher::expand(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    const Value from = search.row[step.from];
    const Value to = step.closes ? search.row[step.to] : Value();
    const Value bound = step.rel_is_bound ? search.row[step.rel->slot] : Value();
    if (!is_node(from) || (step.closes && !is_node(to)) ||
        (step.rel_is_bound && bound.kind() != ValueKind::edge)) {
        return true;
    }
    const bool from_far = step.closes && graph_.degree_bound(to.node(), step.filter_back) <
                                             graph_.degree_bound(from.node(), step.filter);
    Scratch scratch(*this);
    std::vector<Step>& steps = scratch.steps();
    graph_.expand(from_far ? to.node() : from.node(), from_far ? step.filter_back : step.filter,
                  steps);
    if (!scratch.charge()) {
        return false;
    }
    const NodeId other = from_far ? from.node() : (step.closes ? to.node() : NodeId{});
    for (const Step& taken : steps) {
        const bool leads_there = !step.closes || taken.node == other;
        const bool is_wanted = !step.rel_is_bound || taken.edge == bound.edge();
        if (!leads_there || !is_wanted || is_used(search, taken.edge)) {
            if (!meter_.work()) {
                return false;
            }
            continue;
        }
        used_.push_back(taken.edge);
        search.row[step.rel->slot] = Value(taken.edge);
        const bool go_on = arrive(search, at, step.closes ? to.node() : taken.node);
        used_.pop_back();
        if (!go_on) {
            return false;
        }
    }
    return true;
}

}  // namespace litigraph::query
