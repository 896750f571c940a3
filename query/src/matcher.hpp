/// \file
/// Finds the matches of patterns: depth first over the steps of a plan, one row, no tables between.
#pragma once

#include "budget.hpp"
#include "evaluate.hpp"
#include "plan.hpp"
#include <litigraph/query/property_graph.hpp>

#include <cstddef>
#include <functional>
#include <vector>

namespace litigraph::query {

class Matcher {
  public:
    /// False stops the search.
    using Emit = std::function<bool(Row& row)>;

    Matcher(const Plan& plan, const PropertyGraph& graph, Evaluator& evaluate, Meter& meter)
        : plan_(plan), graph_(graph), evaluate_(evaluate), meter_(meter) {}

    /// Calls `emit` for every match, with what it binds in `row`. False if stopped.
    bool match(const MatchPlan& plan, Row& row, const Emit& emit);

    /// Whether the pattern after WHERE has a match.
    bool exists(std::size_t subplan, const Row& row);

    bool hold(const std::vector<Condition>& conditions, const Row& row);
    bool holds(const Condition& condition, const Row& row);
    /// Whether the node has what the pattern asks of the end of the step, but for conditions.
    bool may_end(const PlanStep& step, NodeId node) const;

  private:
    struct Search {
        const MatchPlan& plan;
        Row& row;
        const Emit& emit;
        std::size_t first_used;  // edges of this match begin there in used_
    };
    struct Frame {
        std::vector<Step> steps;
        std::size_t next = 0;

        std::size_t bytes() const noexcept { return sizeof(Frame) + steps.size() * sizeof(Step); }
    };
    class Scratch;

    bool run(Search& search, std::size_t at);
    bool scan(Search& search, std::size_t at);
    bool scan(Search& search, std::size_t at, LabelId label);
    bool scan_all(Search& search, std::size_t at);
    bool check(Search& search, std::size_t at);
    bool expand(Search& search, std::size_t at);
    bool walk(Search& search, std::size_t at);
    bool push_frame(std::vector<Frame>& frames, const PlanStep& step, NodeId node, HeldBytes& held);
    bool follow(Search& search, std::size_t at);
    bool shortest(Search& search, std::size_t at);
    bool shortest_to(Search& search, std::size_t at, NodeId target);
    bool shortest_to_all(Search& search, std::size_t at);
    bool take_path(Search& search, std::size_t at, const Path& path);
    bool bind_path(Search& search, std::size_t at);
    bool arrive(Search& search, std::size_t at, NodeId node);
    bool arrive(Search& search, std::size_t at, NodeId node, const List& edges);

    bool fits(const NodePattern& pattern, NodeId node) const;
    bool is_used(const Search& search, EdgeId edge) const;
    bool may_walk(Search& search, const PlanStep& step, EdgeId edge);
    bool passes(const StepFilter& filter, const Step& step) const;

    const Plan& plan_;
    const PropertyGraph& graph_;
    Evaluator& evaluate_;
    Meter& meter_;
    std::vector<EdgeId> used_;
    std::vector<std::vector<Step>> spare_steps_;
};

}  // namespace litigraph::query
