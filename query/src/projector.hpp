/// \file
/// WITH and RETURN: columns, aggregates, DISTINCT, ORDER BY, SKIP and LIMIT.
#pragma once

#include "budget.hpp"
#include "evaluate.hpp"
#include "groups.hpp"
#include "plan.hpp"
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <functional>
#include <unordered_set>
#include <vector>

namespace litigraph::query {

/// Takes the rows of one part and gives on what it projects.
class Projector {
  public:
    /// False stops everything. If support is kept, its list follows the last column.
    using Next = std::function<bool(Row columns)>;

    Projector(const PartPlan& plan, Evaluator& evaluate, Meter& meter, Next next)
        : plan_(plan),
          projection_(plan.projection),
          evaluate_(evaluate),
          meter_(meter),
          next_(std::move(next)),
          groups_(plan, evaluate, meter) {}

    /// Rows have one slot more than the plan says: the list of edges that they rest on.
    void keep_support(std::size_t max_support) {
        max_support_ = max_support;
        groups_.keep_support(max_support);
    }
    void set_range(std::size_t skip, std::size_t limit) {
        skip_ = skip;
        limit_ = limit;
    }
    bool add(Row& row);
    /// Of a part that aggregates: rows may be added to them directly.
    Groups& groups() noexcept { return groups_; }
    bool finish();

  private:
    struct Sorted {
        Row keys;
        Row row;
    };

    bool take(Row& row);
    bool aggregate(const Row& row);
    Row projected(const Row& row) const;
    bool deliver(Row& row);
    bool emit(const Row& row);
    bool is_before(const Row& a, const Row& b);
    void sort();
    void cut(std::size_t count);
    Row columns(const Row& row) const;

    const PartPlan& plan_;
    const ProjectionPlan& projection_;
    Evaluator& evaluate_;
    Meter& meter_;
    Next next_;
    std::size_t max_support_ = 0;
    std::size_t skip_ = 0;
    std::size_t limit_ = unbounded;
    Groups groups_;
    std::unordered_set<Row, RowHash, RowSame> seen_;
    Row sort_key_;  // of the row that is being delivered
    std::vector<Sorted> sorted_;
    bool is_cut_ =
        false;  // the first rows of sorted_ are in order, and all that LIMIT needs so far
};

}  // namespace litigraph::query
