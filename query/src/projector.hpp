/// \file
/// WITH and RETURN: columns, aggregates, DISTINCT, ORDER BY, SKIP and LIMIT.
#pragma once

#include "budget.hpp"
#include "evaluate.hpp"
#include "plan.hpp"
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace litigraph::query {

struct RowHash {
    std::size_t operator()(const Row& row) const noexcept;
};
struct RowSame {
    bool operator()(const Row& a, const Row& b) const;
};

/// The running value of one aggregate.
class Accumulator {
  public:
    /// False if a sum does not fit or cannot be made; `fault` then says why.
    bool add(const Expr& call, const Value& value, Fault& fault);
    Value result(const Expr& call) const;

  private:
    bool add_number(const Value& value, Fault& fault);

    std::int64_t count_ = 0;
    std::int64_t whole_ = 0;
    double real_ = 0;
    double squares_ = 0;  // of distances from the mean (Welford)
    double mean_ = 0;
    bool is_real_ = false;
    Value best_;
    struct Kept {
        List list;
        std::unordered_set<Row, RowHash, RowSame> seen;
    };
    std::unique_ptr<Kept> kept_;  // of collect and of DISTINCT only: there may be many groups
};

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
          next_(std::move(next)) {}

    /// Rows have one slot more than the plan says: the list of edges that they rest on.
    void keep_support(std::size_t max_support) { max_support_ = max_support; }
    void set_range(std::size_t skip, std::size_t limit) {
        skip_ = skip;
        limit_ = limit;
    }
    bool add(Row& row);
    bool finish();

  private:
    struct Group {
        Row row;
        std::vector<Accumulator> values;
    };
    struct Sorted {
        Row keys;
        Row row;
    };

    bool take(Row& row);
    bool aggregate(const Row& row);
    bool find_group();
    Row projected(const Row& row) const;
    bool deliver(Row& row);
    bool emit(const Row& row);
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
    Row key_;  // of the row that is being aggregated
    using GroupIndex = std::unordered_map<Row, std::size_t, RowHash, RowSame>;
    GroupIndex group_of_;
    const GroupIndex::value_type* last_group_ = nullptr;
    std::vector<Group> groups_;
    std::unordered_set<Row, RowHash, RowSame> seen_;
    std::vector<Sorted> sorted_;
};

}  // namespace litigraph::query
