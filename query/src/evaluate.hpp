/// \file
/// Values of expressions.
#pragma once

#include "budget.hpp"
#include "functions.hpp"
#include "plan.hpp"
#include <litigraph/query/property_graph.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace litigraph::query {

/// Evaluates expressions over rows. The first fault is kept; values after it are null.
class Evaluator {
  public:
    Evaluator(std::string_view text, const PropertyGraph& graph, Meter& meter)
        : text_(text), graph_(graph), meter_(meter), context_{graph, meter, {}} {}

    Value operator()(const Expr& expr, const Row& row);
    /// Null counts as false.
    bool holds(const Expr& expr, const Row& row);

    /// By a fault, or because a budget is used up.
    bool failed() const { return error_ || meter_.error(); }
    const Error& error() const { return error_ ? *error_ : *meter_.error(); }
    void fail(const Expr& where, ErrorCode code, std::string message, std::string_view reason);

    /// Answers pattern predicates; set by the executor.
    std::function<bool(std::size_t subplan, const Row& row)> exists;

  private:
    Value fail(const Expr& where, std::string message,
               std::string_view reason = "InvalidArgumentType");
    Value to_value(Truth truth) { return truth ? Value(*truth) : Value(); }
    Value within_limits(const Expr& expr, Value value);
    Value property(const Expr& expr, const Row& row);
    Value index(const Expr& expr, const Row& row);
    Value slice(const Expr& expr, const Row& row);
    Value unary(const Expr& expr, const Row& row);
    Value binary(const Expr& expr, const Row& row);
    Value logical(const Expr& expr, const Row& row);
    Value arithmetic(const Expr& expr, const Value& a, const Value& b);
    Value add(const Expr& expr, const Value& a, const Value& b);
    Value comparison(const Expr& expr, const Row& row);
    Value contained(const Expr& expr, const Value& member, const Value& list);
    Value has_labels(const Expr& expr, const Row& row);
    Value call(const Expr& expr, const Row& row);
    Value case_when(const Expr& expr, const Row& row);
    Value map(const Expr& expr, const Row& row);
    Value list(const Expr& expr, const Row& row);

    std::string_view text_;
    const PropertyGraph& graph_;
    Meter& meter_;
    CallContext context_;
    std::optional<Error> error_;
};

}  // namespace litigraph::query
