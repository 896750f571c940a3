#include "column_matcher.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::size_t batch_size = 1024;

bool is_simple(const PlanStep& step) {
    return step.kind == PlanStep::Kind::check ||
           (step.kind == PlanStep::Kind::expand && !step.rel_is_bound);
}

std::vector<Source> sources_of(const Condition& condition) {
    std::vector<Source> sources;
    if (condition.kind == Condition::Kind::edge_property) {
        sources.push_back({Source::Kind::property, condition.subject, condition.key});
    } else if (condition.kind == Condition::Kind::node_property) {
        sources.push_back({Source::Kind::id, condition.subject, {}});  // a name may be an alias
    }
    add_sources(*condition.expr, sources);
    return sources;
}

std::vector<Source> sources_of_key(const ProjectionPlan& projection) {
    std::vector<Source> sources;
    for (const Column& column : projection.columns) {
        if (!column.is_aggregated) {
            add_sources(*column.expr, sources);
        }
    }
    return sources;
}

std::vector<Source> sources_of_argument(const Expr& call) {
    std::vector<Source> sources;
    if (!call.star) {
        add_sources(*call.args[0], sources);
    }
    return sources;
}

}  // namespace

bool fits_columns(const PartPlan& part) {
    constexpr std::size_t most = 16;  // each step has a batch of its own
    std::vector<const PlanStep*> steps;
    for (const MatchPlan& match : part.matches) {
        for (const PlanStep& step : match.steps) {
            steps.push_back(&step);
        }
    }
    const bool some = part.projection.is_aggregated && !steps.empty() && steps.size() <= most;
    return some && steps.front()->kind == PlanStep::Kind::scan &&
           std::all_of(steps.begin() + 1, steps.end(),
                       [](const PlanStep* step) { return is_simple(*step); }) &&
           std::ranges::none_of(part.matches, &MatchPlan::optional);
}

ColumnMatcher::ColumnMatcher(const PartPlan& part, const PropertyGraph& graph, Matcher& matcher,
                             Evaluator& evaluate, Meter& meter, Groups& groups)
    : part_(part),
      graph_(graph),
      matcher_(matcher),
      evaluate_(evaluate),
      meter_(meter),
      groups_(groups),
      keys_(graph, meter, sources_of_key(part.projection)),
      row_(part.width) {
    for (const MatchPlan& match : part.matches) {
        if (!levels_.empty()) {  // what needs only the matches before
            add_filters(match.conditions);
        }
        std::vector<Slot> used;
        for (const PlanStep& step : match.steps) {
            add_level(step, used);
            if (step.kind == PlanStep::Kind::expand) {
                used.push_back(step.rel->slot);
            }
        }
        rels_.insert(rels_.end(), used.begin(), used.end());
    }
    std::ranges::sort(rels_);
    for (const Expr* call : part.projection.aggregates) {
        arguments_.push_back({{graph, meter, sources_of_argument(*call)}, PairSet(meter)});
    }
}

void ColumnMatcher::add_level(const PlanStep& step, const std::vector<Slot>& used) {
    Level level;
    level.step = &step;
    level.used = used;
    if (!levels_.empty()) {
        level.matches.add_columns_of(levels_.back().matches);
    }
    if (step.kind == PlanStep::Kind::expand) {
        level.matches.add(step.rel->slot, true);
    }
    if (step.kind != PlanStep::Kind::check && !step.closes) {
        level.matches.add(step.to, false);
    }
    levels_.push_back(std::move(level));
    add_filters(step.conditions);
}

/// To the last level.
void ColumnMatcher::add_filters(const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
        levels_.back().filters.push_back({&condition, {graph_, meter_, sources_of(condition)}});
    }
}

bool ColumnMatcher::match() {
    const bool may_match = matcher_.hold(part_.matches.front().conditions, row_);
    return may_match ? scan() : !evaluate_.failed();
}

// ---- steps

bool ColumnMatcher::scan() {
    IdColumns& matches = levels_.front().matches;
    const PlanStep& step = *levels_.front().step;
    std::vector<NodeId>& nodes = matches.find(step.to)->nodes;
    const std::size_t end = step.candidates ? step.candidates->size() : graph_.node_count();
    for (std::size_t next = 0; next < end;) {
        matches.clear();
        const std::size_t last = std::min(end, next + batch_size);
        if (step.candidates) {
            nodes.assign(step.candidates->data() + next, step.candidates->data() + last);
            next = last;
        } else if (step.label) {
            next = graph_.list_nodes(*step.label, next, batch_size, nodes);
        } else {
            for (; next < last; ++next) {
                nodes.push_back(static_cast<NodeId>(next));
            }
        }
        matches.grow(nodes.size());
        if (!meter_.work(nodes.size()) || !arrive(0, matches)) {
            return false;
        }
    }
    return true;
}

/// The steps from `at` on.
bool ColumnMatcher::run(std::size_t at, IdColumns& matches) {
    if (at == levels_.size()) {
        return aggregate(matches);
    }
    return levels_[at].step->kind == PlanStep::Kind::check ? arrive(at, matches)
                                                           : expand(at, matches);
}

bool ColumnMatcher::expand(std::size_t at, const IdColumns& from) {
    Level& level = levels_[at];
    for (std::size_t done = 0; done < from.size();) {
        const std::size_t first = done;
        done += list_steps(level, from, first);
        HeldBytes held(meter_);
        const std::size_t bytes = level.steps.size() * (sizeof(Step) + level.matches.row_bytes());
        if (!held.add(bytes) || !meter_.work(done - first + level.steps.size())) {
            return false;
        }
        take_steps(level, from, first);
        if (!arrive(at, level.matches)) {
            return false;
        }
    }
    return true;
}

/// The steps out of the matches from `first` on, until there are enough of them; the number of
/// matches done.
std::size_t ColumnMatcher::list_steps(Level& level, const IdColumns& from,
                                      std::size_t first) const {
    const PlanStep& step = *level.step;
    const auto nodes = std::span(from.find(step.from)->nodes).subspan(first);
    level.steps.clear();
    level.ends.clear();
    if (!step.closes) {
        return graph_.expand_many(nodes, step.filter, batch_size, level.steps, level.ends);
    }
    std::size_t done = 0;
    while (done < nodes.size() && level.steps.size() < batch_size) {
        close(level, from, first + done++);
        level.ends.push_back(level.steps.size());
    }
    return done;
}

/// As Matcher::expand: between two known ends, from the one with fewer steps.
void ColumnMatcher::close(Level& level, const IdColumns& from, std::size_t match) const {
    const PlanStep& step = *level.step;
    const NodeId near = from.find(step.from)->nodes[match];
    const NodeId far = from.find(step.to)->nodes[match];
    const bool from_far =
        graph_.degree_bound(far, step.filter_back) < graph_.degree_bound(near, step.filter);
    const auto before = static_cast<std::ptrdiff_t>(level.steps.size());
    graph_.expand(from_far ? far : near, from_far ? step.filter_back : step.filter, level.steps);
    const NodeId other = from_far ? near : far;
    level.steps.erase(std::remove_if(level.steps.begin() + before, level.steps.end(),
                                     [&](const Step& taken) { return taken.node != other; }),
                      level.steps.end());
}

/// Makes a match of each step along an edge that is not used yet.
void ColumnMatcher::take_steps(Level& level, const IdColumns& from, std::size_t first) const {
    IdColumns& matches = level.matches;
    matches.clear();
    level.origins.clear();
    std::vector<EdgeId>& edges = matches.find(level.step->rel->slot)->edges;
    std::vector<NodeId>& nodes = matches.find(level.step->to)->nodes;
    std::size_t at = 0;
    for (std::size_t i = 0; i < level.ends.size(); ++i) {
        for (; at < level.ends[i]; ++at) {
            const Step& taken = level.steps[at];
            const bool is_used = std::ranges::any_of(level.used, [&](Slot rel) {
                return from.find(rel)->edges[first + i] == taken.edge;
            });
            if (!is_used) {
                level.origins.push_back(static_cast<std::uint32_t>(first + i));
                edges.push_back(taken.edge);
                if (!level.step->closes) {
                    nodes.push_back(taken.node);
                }
            }
        }
    }
    matches.append(from, level.origins);
}

/// Goes on with the matches in which the step may end.
bool ColumnMatcher::arrive(std::size_t at, IdColumns& matches) {
    keep_fitting(*levels_[at].step, matches);
    for (Filter& filter : levels_[at].filters) {
        if (matches.size() > 0 && !keep_holding(filter, matches)) {
            return false;
        }
    }
    return matches.size() == 0 || run(at + 1, matches);
}

void ColumnMatcher::keep_fitting(const PlanStep& step, IdColumns& matches) {
    const bool is_scan = step.kind == PlanStep::Kind::scan;
    const std::size_t to_check = step.node->label_ids.size() - (is_scan && step.label ? 1 : 0);
    if (step.candidates ? is_scan : to_check == 0) {
        return;
    }
    const std::vector<NodeId>& nodes = matches.find(step.to)->nodes;
    kept_.clear();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (matcher_.may_end(step, nodes[i])) {
            kept_.push_back(static_cast<std::uint32_t>(i));
        }
    }
    matches.keep(kept_);
}

bool ColumnMatcher::keep_holding(Filter& filter, IdColumns& matches) {
    kept_.clear();
    const auto compute = [&](std::size_t match) -> std::optional<Value> {
        matches.write(match, row_);
        const bool holds = matcher_.holds(*filter.condition, row_);
        return evaluate_.failed() ? std::nullopt : std::optional<Value>(holds);
    };
    const auto use = [&](std::size_t match, const Value& holds) {
        if (holds.boolean()) {
            kept_.push_back(static_cast<std::uint32_t>(match));
        }
    };
    const bool go_on = filter.memo.for_each(matches, compute, use) && meter_.work(matches.size());
    matches.keep(kept_);
    return go_on;
}

// ---- aggregates

bool ColumnMatcher::aggregate(const IdColumns& matches) {
    group_of_.resize(matches.size());
    const auto compute = [&](std::size_t match) -> std::optional<Value> {
        matches.write(match, row_);
        const auto group = groups_.find(row_);
        return group ? std::optional<Value>(static_cast<std::int64_t>(*group)) : std::nullopt;
    };
    const auto use = [this](std::size_t match, const Value& group) {
        group_of_[match] = static_cast<std::size_t>(group.integer());
    };
    if (!keys_.for_each(matches, compute, use) || !meter_.work(matches.size())) {
        return false;
    }
    add_support(matches);
    for (std::size_t which = 0; which < arguments_.size(); ++which) {
        if (!aggregate(which, matches)) {
            return false;
        }
    }
    return true;
}

bool ColumnMatcher::aggregate(std::size_t which, const IdColumns& matches) {
    const Expr& call = *part_.projection.aggregates[which];
    if (call.star) {
        for (const std::size_t group : group_of_) {
            groups_.count(group, which);
        }
        return true;
    }
    const Expr& argument = *call.args[0];
    if (argument.kind == ExprKind::variable) {
        return aggregate_ids(which, *matches.find(argument.slot));
    }
    bool go_on = true;
    const auto compute = [&](std::size_t match) -> std::optional<Value> {
        matches.write(match, row_);
        Value value = evaluate_(argument, row_);
        return evaluate_.failed() ? std::nullopt : std::optional<Value>(std::move(value));
    };
    const auto use = [&](std::size_t match, const Value& value) {
        go_on = go_on && groups_.add(group_of_[match], which, value);
    };
    return arguments_[which].memo.for_each(matches, compute, use) && go_on;
}

/// There is nothing to compute, and nothing is null.
bool ColumnMatcher::aggregate_ids(std::size_t which, const IdColumn& ids) {
    const Expr& call = *part_.projection.aggregates[which];
    if (call.distinct && call.function->aggregate == Aggregate::count) {
        return count_distinct(which, ids);
    }
    for (std::size_t match = 0; match < group_of_.size(); ++match) {
        if (!groups_.add(group_of_[match], which, ids.value(match))) {
            return false;
        }
    }
    return true;
}

bool ColumnMatcher::count_distinct(std::size_t which, const IdColumn& ids) {
    PairSet& seen = arguments_[which].seen;
    for (std::size_t match = 0; match < group_of_.size(); ++match) {
        const auto is_new = seen.insert(group_of_[match], ids.number(match));
        if (!is_new) {
            return false;
        }
        if (*is_new) {
            groups_.count(group_of_[match], which);
        }
    }
    return true;
}

void ColumnMatcher::add_support(const IdColumns& matches) {
    if (!groups_.keeps_support()) {
        return;
    }
    for (std::size_t match = 0; match < matches.size(); ++match) {
        for (const Slot rel : rels_) {
            groups_.add_support(group_of_[match], Value(matches.find(rel)->edges[match]));
        }
    }
}

}  // namespace litigraph::query
