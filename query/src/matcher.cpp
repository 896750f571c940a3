#include "matcher.hpp"

#include <algorithm>
#include <unordered_map>
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

// ---- trails

bool Matcher::may_walk(Search& search, const PlanStep& step, EdgeId edge) {
    if (is_used(search, edge)) {
        return false;
    }
    if (step.on_each_edge.empty()) {
        return true;
    }
    search.row[step.rel->slot] = Value(edge);
    return hold(step.on_each_edge, search.row);
}

/// The end of a trail along `edges`, all of them in used_.
bool Matcher::arrive(Search& search, std::size_t at, NodeId node, const List& edges) {
    const PlanStep& step = search.plan.steps[at];
    List in_order = edges;
    if (step.reversed) {
        std::ranges::reverse(in_order);
    }
    search.row[step.rel->slot] = Value(std::move(in_order));
    return arrive(search, at, node);
}

bool Matcher::walk(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    const Value from = search.row[step.from];
    const Value to = step.closes ? search.row[step.to] : Value();
    if (!is_node(from) || (step.closes && !is_node(to))) {
        return true;
    }
    const auto is_end = [&](NodeId node) { return !step.closes || node == to.node(); };
    if (step.rel->min_length == 0 && is_end(from.node()) && !arrive(search, at, from.node(), {})) {
        return false;
    }
    List edges;
    std::vector<Frame> frames;
    HeldBytes held(meter_);
    if (step.rel->max_length > 0 && !push_frame(frames, step, from.node(), held)) {
        return false;
    }
    const std::size_t outer = used_.size();
    bool go_on = true;
    while (go_on && !frames.empty()) {
        Frame& frame = frames.back();
        if (frame.next == frame.steps.size()) {
            held.remove(frame.bytes());
            frames.pop_back();
            if (!frames.empty()) {
                edges.pop_back();
                used_.pop_back();
            }
            continue;
        }
        const Step taken = frame.steps[frame.next++];
        go_on = meter_.work() && !evaluate_.failed();
        if (!go_on || !may_walk(search, step, taken.edge)) {
            continue;
        }
        edges.push_back(Value(taken.edge));
        used_.push_back(taken.edge);
        if (edges.size() >= step.rel->min_length && is_end(taken.node)) {
            go_on = arrive(search, at, taken.node, edges);
        }
        if (edges.size() < step.rel->max_length) {
            go_on = go_on && push_frame(frames, step, taken.node, held);
        } else {
            edges.pop_back();
            used_.pop_back();
        }
    }
    used_.resize(outer);
    return go_on;
}

bool Matcher::push_frame(std::vector<Frame>& frames, const PlanStep& step, NodeId node,
                         HeldBytes& held) {
    Frame& frame = frames.emplace_back();
    graph_.expand(node, step.filter, frame.steps);
    return held.add(frame.bytes()) && meter_.work(1 + frame.steps.size());
}

bool Matcher::passes(const StepFilter& filter, const Step& step) const {
    std::vector<Step> steps;
    const Ends ends = graph_.ends(step.edge);
    graph_.expand(step.forward ? ends.source : ends.target, filter, steps);
    return std::ranges::any_of(steps, [&](const Step& s) { return s.edge == step.edge; });
}

/// A trail whose edges are given.
bool Matcher::follow(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    const Value from = search.row[step.from];
    const Value given = search.row[step.rel->slot];
    if (!is_node(from) || given.kind() != ValueKind::list ||
        given.list().size() < step.rel->min_length || given.list().size() > step.rel->max_length) {
        return true;
    }
    List edges = given.list();
    if (step.reversed) {
        std::ranges::reverse(edges);
    }
    NodeId node = from.node();
    const std::size_t outer = used_.size();
    bool fits_all = true;
    for (const Value& edge : edges) {
        const Ends ends = edge.kind() == ValueKind::edge ? graph_.ends(edge.edge()) : Ends{};
        const bool forward = ends.source == node;
        fits_all = edge.kind() == ValueKind::edge && may_walk(search, step, edge.edge()) &&
                   (forward || ends.target == node) &&
                   passes(step.filter, {edge.edge(), {}, forward});
        if (!fits_all) {
            break;
        }
        used_.push_back(edge.edge());
        node = forward ? ends.target : ends.source;
    }
    search.row[step.rel->slot] = given;  // may_walk() has put edges there
    const bool is_end =
        !step.closes || (is_node(search.row[step.to]) && search.row[step.to].node() == node);
    const bool go_on = !fits_all || !is_end || arrive(search, at, node);
    used_.resize(outer);
    return go_on;
}

// ---- shortest paths

bool Matcher::shortest(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    if (!is_node(search.row[step.from])) {
        return true;
    }
    if (!step.closes) {
        return shortest_to_all(search, at);
    }
    const Value to = search.row[step.to];
    return !is_node(to) || shortest_to(search, at, to.node());
}

bool Matcher::take_path(Search& search, std::size_t at, const Path& path) {
    List edges;
    for (const Step& taken : path.steps) {
        edges.push_back(Value(taken.edge));
    }
    const NodeId end = path.steps.empty() ? path.start : path.steps.back().node;
    return arrive(search, at, end, edges);
}

bool Matcher::shortest_to(Search& search, std::size_t at, NodeId target) {
    const PlanStep& step = search.plan.steps[at];
    const NodeId from = search.row[step.from].node();
    if (from == target) {
        return step.rel->min_length > 0 || take_path(search, at, {from, {}});
    }
    ShortestPaths wanted;
    wanted.steps = step.filter;
    wanted.max_steps = std::min(step.rel->max_length, graph_.node_count());
    wanted.count = step.pattern->selector == Selector::shortest_k ? step.pattern->count : 1;
    wanted.all_of_least_length = step.pattern->selector == Selector::all_shortest;
    if (wanted.count == 0 || wanted.max_steps == 0) {
        return true;
    }
    wanted.go_on = [this] { return meter_.check(); };
    bool go_on = true;
    graph_.shortest_paths(from, target, wanted, [&](const Path& path) {
        go_on = take_path(search, at, path);
        return go_on;
    });
    return go_on && !meter_.error();
}

/// Breadth first, every node once, by the path that reached it first.
bool Matcher::shortest_to_all(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    const NodeId from = search.row[step.from].node();
    const bool one_each =
        step.pattern->selector == Selector::any_shortest || step.pattern->selector == Selector::any;
    struct Reached {
        std::size_t parent;  // position in `reached`
        Step step;
        std::size_t depth;
    };
    std::vector<Reached> reached{{0, {EdgeId{}, from, true}, 0}};
    std::unordered_map<std::uint32_t, std::size_t> seen{{static_cast<std::uint32_t>(from), 0}};
    const auto path_to = [&reached, from](std::size_t i) {
        Path path{from, {}};
        for (; i > 0; i = reached[i].parent) {
            path.steps.push_back(reached[i].step);
        }
        std::ranges::reverse(path.steps);
        return path;
    };
    HeldBytes held(meter_);
    std::vector<Step> steps;
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const NodeId node = reached[i].step.node;
        const bool go_on = i == 0 || one_each ? (i == 0 && step.rel->min_length > 0) ||
                                                    take_path(search, at, path_to(i))
                                              : shortest_to(search, at, node);
        if (!go_on || !meter_.work()) {
            return false;
        }
        if (reached[i].depth >= step.rel->max_length) {
            continue;
        }
        steps.clear();
        graph_.expand(node, step.filter, steps);
        constexpr std::size_t bytes_each = sizeof(Reached) + 48;  // 48: an entry of `seen`
        const std::size_t before = reached.size();
        for (const Step& taken : steps) {
            if (seen.try_emplace(static_cast<std::uint32_t>(taken.node), reached.size()).second) {
                reached.push_back({i, taken, reached[i].depth + 1});
            }
        }
        if (!held.add((reached.size() - before) * bytes_each) || !meter_.work(steps.size())) {
            return false;
        }
    }
    return true;
}

/// Binds the path of a pattern whose nodes and relationships are bound.
bool Matcher::bind_path(Search& search, std::size_t at) {
    const PlanStep& step = search.plan.steps[at];
    const Pattern& pattern = *step.pattern;
    Path path{search.row[pattern.nodes.front().slot].node(), {}};
    NodeId node = path.start;
    const auto add = [&](const Value& edge) {
        const Ends ends = graph_.ends(edge.edge());
        const bool forward = ends.source == node;
        node = forward ? ends.target : ends.source;
        path.steps.push_back({edge.edge(), node, forward});
    };
    for (const RelPattern& rel : pattern.rels) {
        const Value edges = search.row[rel.slot];
        if (edges.kind() == ValueKind::list) {
            std::ranges::for_each(edges.list(), add);
        } else {
            add(edges);
        }
    }
    search.row[step.to] = Value(std::move(path));
    if (!hold(step.conditions, search.row)) {
        return !evaluate_.failed();
    }
    return run(search, at + 1);
}

}  // namespace litigraph::query
