/// \file
/// Finds the matches of simple patterns by the thousand, for aggregation at the speed of memory.
///
/// It does what the matcher and the projector do, in their order, for the parts that fits_columns()
/// names: each step turns a batch of matches into the next batch, and rows are made only for what
/// a memo does not know.
#pragma once

#include "groups.hpp"
#include "id_columns.hpp"
#include "matcher.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace litigraph::query {

/// Whether the first part of a statement can be aggregated in columns: one chain of scans, checks
/// and single steps, and every variable a node or an edge.
bool fits_columns(const PartPlan& part);

class ColumnMatcher {
  public:
    /// Requires: fits_columns(part). The matcher answers conditions for single rows.
    ColumnMatcher(const PartPlan& part, const PropertyGraph& graph, Matcher& matcher,
                  Evaluator& evaluate, Meter& meter, Groups& groups);

    /// Adds every match to the groups. False if the query must stop.
    bool match();

  private:
    struct Filter {
        const Condition* condition = nullptr;
        Memo memo;
    };
    struct Level {
        const PlanStep* step = nullptr;
        std::vector<Slot> used;  // relationships before it in the same MATCH
        std::vector<Filter> filters;
        IdColumns matches;              // not of a check: it works on those of the level before
        std::vector<Step> steps;        // out of some of the matches before
        std::vector<std::size_t> ends;  // of the steps of each of them
        std::vector<std::uint32_t> origins;  // of each match, in those before
    };

    void add_level(const PlanStep& step, const std::vector<Slot>& used);
    void add_filters(const std::vector<Condition>& conditions);
    bool scan();
    bool run(std::size_t at, IdColumns& matches);
    bool expand(std::size_t at, const IdColumns& from);
    std::size_t list_steps(Level& level, const IdColumns& from, std::size_t first) const;
    void close(Level& level, const IdColumns& from, std::size_t match) const;
    void take_steps(Level& level, const IdColumns& from, std::size_t first) const;
    bool arrive(std::size_t at, IdColumns& matches);
    void keep_fitting(const PlanStep& step, IdColumns& matches);
    bool keep_holding(Filter& filter, IdColumns& matches);
    bool aggregate(const IdColumns& matches);
    bool aggregate(std::size_t which, const IdColumns& matches);
    bool aggregate_ids(std::size_t which, const IdColumn& ids);
    bool count_distinct(std::size_t which, const IdColumn& ids);
    void add_support(const IdColumns& matches);

    const PartPlan& part_;
    const PropertyGraph& graph_;
    Matcher& matcher_;
    Evaluator& evaluate_;
    Meter& meter_;
    Groups& groups_;
    std::vector<Level> levels_;
    Memo keys_;
    struct Argument {
        Memo memo;
        PairSet seen;  // of count(DISTINCT variable): group, id
    };
    std::vector<Argument> arguments_;  // of the aggregates
    std::vector<Slot> rels_;
    Row row_;  // of a match that a memo does not know
    std::vector<std::uint32_t> kept_;
    std::vector<std::size_t> group_of_;  // by match
};

}  // namespace litigraph::query
