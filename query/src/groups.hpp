/// \file
/// The groups of an aggregation and the running values of their aggregates.
#pragma once

#include "budget.hpp"
#include "evaluate.hpp"
#include "plan.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

namespace litigraph::query {

struct ValueHash {
    std::size_t operator()(const Value& value) const noexcept { return hash(value); }
};
struct ValueSame {
    bool operator()(const Value& a, const Value& b) const { return same(a, b); }
};
struct RowHash {
    std::size_t operator()(const Row& row) const noexcept;
};
struct RowSame {
    bool operator()(const Row& a, const Row& b) const;
};

/// Adds the edge that the value is, or those of the list or path that it is, each once, as long as
/// there are fewer than `most`.
void add_edges(List& edges, const Value& value, std::size_t most);

/// The running value of one aggregate.
class Accumulator {
  public:
    void count() noexcept { ++count_; }  ///< One more row of count(*).
    /// False if a sum does not fit or cannot be made; `fault` then says why.
    bool add(const Expr& call, const Value& value, Fault& fault);
    Value result(const Expr& call) const;
    /// Of one for the call, not counting what it keeps.
    static std::size_t bytes(const Expr& call) noexcept {
        return sizeof(Accumulator) + (needs_state(call) ? sizeof(State) : 0);
    }

  private:
    struct Numbers {
        std::int64_t whole = 0;
        double real = 0;
        double squares = 0;  // of distances from the mean (Welford)
        double mean = 0;
        bool is_real = false;
    };
    struct State {
        Numbers numbers;                                       // of sum, avg and stDev
        Value best;                                            // of min and max
        List list;                                             // of collect
        std::unordered_set<Value, ValueHash, ValueSame> seen;  // of DISTINCT
    };
    static bool needs_state(const Expr& call) noexcept {
        return call.distinct || call.function->aggregate != Aggregate::count;
    }
    bool add_number(const Value& value, Fault& fault);

    std::int64_t count_ = 0;
    std::unique_ptr<State> state_;  // not of a plain count: there may be many groups
};

/// Groups by the columns without an aggregate, numbered in the order in which they were found.
/// There may be as many as rows, so what they hold lies side by side, without a block for each.
class Groups {
  public:
    Groups(const PartPlan& plan, Evaluator& evaluate, Meter& meter);

    /// Keeps so many edges of those that a group rests on; none if not called.
    void keep_support(std::size_t most) noexcept { max_support_ = most; }
    bool keeps_support() const noexcept { return max_support_ > 0; }

    /// The group of a row, made if there is none; nothing if the query must stop.
    std::optional<std::size_t> find(const Row& row);
    std::size_t size() const noexcept { return hashes_.size(); }

    /// Adds a value of the n-th aggregate; false if the query must stop.
    bool add(std::size_t group, std::size_t aggregate, const Value& value);
    /// The same for count(*).
    void count(std::size_t group, std::size_t aggregate) noexcept {
        accumulator(group, aggregate).count();
    }
    void add_support(std::size_t group, const Value& edges) {
        add_edges(support_[group], edges, max_support_);
    }

    /// If there are no rows, aggregates alone still have a value.
    void close();
    /// Moves out the columns of the group, in their slots of a row, and the support, if it is kept,
    /// in a slot of its own behind them.
    void take(std::size_t group, Row& row);

  private:
    Accumulator& accumulator(std::size_t group, std::size_t aggregate) noexcept {
        return accumulators_[group * plan_.projection.aggregates.size() + aggregate];
    }
    bool has_key(std::size_t group) const;
    std::size_t place_of(std::size_t hash) const;
    void start(const Row& row, std::size_t hash);
    void grow_table();

    const PartPlan& plan_;
    Evaluator& evaluate_;
    Meter& meter_;
    std::size_t max_support_ = 0;
    std::vector<const Column*> key_columns_;
    std::size_t bytes_each_ = 0;   // of a group, beside its key
    std::vector<Slot> row_slots_;  // that columns with an aggregate read
    Row key_;                      // of the row that was looked for last
    std::size_t last_ = 0;
    std::vector<std::uint32_t> table_;  // open addressing: number of the group plus 1, 0 if free
    // Group by group:
    std::vector<std::size_t> hashes_;
    std::vector<Value> keys_;
    std::vector<Value> rows_;  // of the row that began the group: row_slots_
    std::vector<List> support_;
    std::vector<Accumulator> accumulators_;
};

}  // namespace litigraph::query
