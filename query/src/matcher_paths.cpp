// Steps of more than one edge: trails, shortest paths, and the path that a pattern binds.
#include "matcher.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace litigraph::query {

namespace {

bool is_node(const Value& value) { return value.kind() == ValueKind::node; }

}  // namespace

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
