// What operators of an expression give, with their faults.
#include "evaluate.hpp"
#include "operators.hpp"
#include "scalar_values.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace litigraph::query {

namespace {

bool is_text(const Value& value) { return value.kind() == ValueKind::text; }
bool is_list(const Value& value) { return value.kind() == ValueKind::list; }

List concatenation(const Value& a, const Value& b) {
    List result;
    for (const Value* side : {&a, &b}) {
        if (is_list(*side)) {
            result.insert(result.end(), side->list().begin(), side->list().end());
        } else {
            result.push_back(*side);
        }
    }
    return result;
}

}  // namespace

Value Evaluator::unary(const Expr& expr, const Row& row) {
    const Value value = (*this)(*expr.args[0], row);
    if (value.is_null()) {
        return {};
    }
    if (expr.op == Operator::logical_not) {
        return value.kind() == ValueKind::boolean
                   ? Value(!value.boolean())
                   : fail(expr,
                          "NOT takes a condition, found " + std::string(to_string(value.kind())));
    }
    if (!value.is_number()) {
        return fail(expr, "expected a number, found " + std::string(to_string(value.kind())));
    }
    if (expr.op == Operator::plus) {
        return value;
    }
    if (value.kind() == ValueKind::real) {
        return Value(-value.real());
    }
    const auto result = whole_arithmetic(Operator::subtract, 0, value.integer());
    return result ? Value(*result)
                  : fail(expr, "the result does not fit 64 bits", "NumberOutOfRange");
}

Value Evaluator::binary(const Expr& expr, const Row& row) {
    switch (expr.op) {
        case Operator::logical_or:
        case Operator::logical_and:
        case Operator::logical_xor:
            return logical(expr, row);
        case Operator::starts_with:
        case Operator::ends_with:
        case Operator::contains:
            return to_value(
                text_predicate(expr.op, (*this)(*expr.args[0], row), (*this)(*expr.args[1], row)));
        case Operator::in:
            return contained(expr, (*this)(*expr.args[0], row), (*this)(*expr.args[1], row));
        default:
            return arithmetic(expr, (*this)(*expr.args[0], row), (*this)(*expr.args[1], row));
    }
}

Value Evaluator::logical(const Expr& expr, const Row& row) {
    std::array<Truth, 2> sides;
    for (std::size_t i = 0; i < 2; ++i) {
        const Value value = (*this)(*expr.args[i], row);
        if (value.kind() == ValueKind::boolean) {
            sides[i] = value.boolean();
        } else if (!value.is_null()) {
            return fail(*expr.args[i],
                        "expected a condition, found " + std::string(to_string(value.kind())));
        }
        const bool decided = (expr.op == Operator::logical_and && sides[0] == Truth(false)) ||
                             (expr.op == Operator::logical_or && sides[0] == Truth(true));
        if (decided) {
            return Value(*sides[0]);
        }
    }
    return to_value(combined(expr.op, sides[0], sides[1]));
}

Value Evaluator::arithmetic(const Expr& expr, const Value& a, const Value& b) {
    if (expr.op == Operator::add && !(a.is_number() && b.is_number())) {
        return add(expr, a, b);
    }
    if (a.is_null() || b.is_null()) {
        return {};
    }
    if (!a.is_number() || !b.is_number()) {
        const Value& wrong = a.is_number() ? b : a;
        return fail(expr, "expected a number, found " + std::string(to_string(wrong.kind())));
    }
    const bool whole = a.kind() == ValueKind::integer && b.kind() == ValueKind::integer;
    if (!whole || expr.op == Operator::power) {
        return Value(real_arithmetic(expr.op, a.number(), b.number()));
    }
    if (const auto result = whole_arithmetic(expr.op, a.integer(), b.integer())) {
        return Value(*result);
    }
    const bool by_zero = b.integer() == 0;
    return fail(expr, by_zero ? "division by zero" : "the result does not fit 64 bits",
                by_zero ? "DivisionByZero" : "NumberOutOfRange");
}

Value Evaluator::add(const Expr& expr, const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) {
        return {};
    }
    if (!meter_.fits(a.bytes()) || !meter_.fits(b.bytes()) || !meter_.fits(a.bytes() + b.bytes())) {
        return {};
    }
    if (is_list(a) || is_list(b)) {
        return within_limits(expr, Value(concatenation(a, b)));
    }
    const auto text_of = [](const Value& value) {
        return value.is_number()                 ? text_of_number(value)
               : value.kind() == ValueKind::date ? to_string(value.date())
                                                 : std::string(value.text());
    };
    const auto joins = [](const Value& value) {
        return is_text(value) || value.is_number() || value.kind() == ValueKind::date;
    };
    if ((is_text(a) || is_text(b)) && joins(a) && joins(b)) {
        return Value(text_of(a) + text_of(b));
    }
    if (a.kind() == ValueKind::date || b.kind() == ValueKind::date) {
        fail(expr, ErrorCode::unsupported, "temporal arithmetic is not part of this language",
             "temporal arithmetic");
        return {};
    }
    return fail(expr, "cannot add " + std::string(to_string(a.kind())) + " and " +
                          std::string(to_string(b.kind())));
}

Value Evaluator::comparison(const Expr& expr, const Row& row) {
    Truth result = true;
    Value left = (*this)(*expr.args[0], row);
    for (std::size_t i = 0; i < expr.ops.size(); ++i) {
        Value right = (*this)(*expr.args[i + 1], row);
        meter_.work(std::min(left.bytes(), right.bytes()) / bytes_per_unit);
        result = combined(Operator::logical_and, result, compared(expr.ops[i], left, right));
        left = std::move(right);
    }
    return to_value(result);
}

Value Evaluator::contained(const Expr& expr, const Value& member, const Value& list) {
    if (list.is_null()) {
        return {};
    }
    if (!is_list(list)) {
        return fail(expr, "IN takes a list, found " + std::string(to_string(list.kind())));
    }
    bool unknown = false;
    meter_.work(1 + list.bytes() / bytes_per_unit);
    for (const Value& candidate : list.list()) {
        const Truth equal = equals(member, candidate);
        if (equal == Truth(true)) {
            return Value(true);
        }
        unknown = unknown || !equal;
    }
    return unknown ? Value() : Value(false);
}

}  // namespace litigraph::query
