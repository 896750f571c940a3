#include "evaluate.hpp"

#include "operators.hpp"
#include "scalar_values.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::size_t max_value_depth = 500;  // equality, order and output recurse over it

bool is_text(const Value& value) { return value.kind() == ValueKind::text; }
bool is_list(const Value& value) { return value.kind() == ValueKind::list; }

std::optional<std::size_t> position(std::int64_t index, std::size_t size) {
    const std::int64_t from_start = index < 0 ? index + static_cast<std::int64_t>(size) : index;
    if (from_start < 0 || from_start >= static_cast<std::int64_t>(size)) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(from_start);
}

std::size_t slice_bound(std::int64_t index, std::size_t size) {
    const auto signed_size = static_cast<std::int64_t>(size);
    const std::int64_t from_start = index < 0
                                        ? std::max<std::int64_t>(index, -signed_size) + signed_size
                                        : std::min(index, signed_size);
    return static_cast<std::size_t>(from_start);
}

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

void Evaluator::fail(const Expr& where, ErrorCode code, std::string message,
                     std::string_view reason) {
    if (!error_) {
        error_ = error_at(text_, where.span, code, std::move(message), reason);
    }
}

Value Evaluator::fail(const Expr& where, std::string message, std::string_view reason) {
    fail(where, ErrorCode::type_mismatch, std::move(message), reason);
    return {};
}

/// A new list, map or text, unless it is too large or too deep.
Value Evaluator::within_limits(const Expr& expr, Value value) {
    if (!meter_.fits(value.bytes())) {
        return {};
    }
    if (value.depth() > max_value_depth) {
        fail(expr, ErrorCode::limit_exceeded,
             "depth budget: lists and maps may be nested " + std::to_string(max_value_depth) +
                 " levels deep",
             {});
        return {};
    }
    return value;
}

bool Evaluator::holds(const Expr& expr, const Row& row) {
    const Value value = (*this)(expr, row);
    if (value.kind() == ValueKind::boolean) {
        return value.boolean();
    }
    if (!value.is_null()) {
        fail(expr, "expected a condition, found " + std::string(to_string(value.kind())));
    }
    return false;
}

Value Evaluator::operator()(const Expr& expr, const Row& row) {
    switch (expr.kind) {
        case ExprKind::literal:
        case ExprKind::parameter:
            return expr.value;
        case ExprKind::variable:
            return row[expr.slot];
        case ExprKind::property:
            return property(expr, row);
        case ExprKind::index:
            return index(expr, row);
        case ExprKind::slice:
            return slice(expr, row);
        case ExprKind::list:
            return list(expr, row);
        case ExprKind::map:
            return map(expr, row);
        case ExprKind::unary:
            return unary(expr, row);
        case ExprKind::binary:
            return binary(expr, row);
        case ExprKind::comparison:
            return comparison(expr, row);
        case ExprKind::is_null:
            return Value((*this)(*expr.args[0], row).is_null());
        case ExprKind::has_labels:
            return has_labels(expr, row);
        case ExprKind::call:
            return expr.slot != no_slot ? row[expr.slot] : call(expr, row);
        case ExprKind::case_when:
            return case_when(expr, row);
        case ExprKind::pattern:
            return Value(exists(expr.slot, row));
    }
    return {};
}

Value Evaluator::property(const Expr& expr, const Row& row) {
    const Value subject = (*this)(*expr.args[0], row);
    switch (subject.kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::node:
            return graph_.property(subject.node(), expr.key);
        case ValueKind::edge:
            return graph_.property(subject.edge(), expr.key);
        case ValueKind::map: {
            const auto found = subject.map().find(expr.name);
            return found == subject.map().end() ? Value() : found->second;
        }
        case ValueKind::date:
            return date_field(subject.date(), expr.name);
        default:
            return fail(expr, std::string(to_string(subject.kind())) + " has no properties");
    }
}

Value Evaluator::index(const Expr& expr, const Row& row) {
    const Value subject = (*this)(*expr.args[0], row);
    const Value where = (*this)(*expr.args[1], row);
    if (subject.is_null() || where.is_null()) {
        return {};
    }
    if (is_list(subject)) {
        if (where.kind() != ValueKind::integer) {
            return fail(expr, "the position in a list must be a whole number");
        }
        const auto at = position(where.integer(), subject.list().size());
        return at ? subject.list()[*at] : Value();
    }
    const bool is_map = subject.kind() == ValueKind::map;
    const bool is_element = subject.kind() == ValueKind::node || subject.kind() == ValueKind::edge;
    if (!is_map && !is_element) {
        return fail(expr, "expected a list, a map, a node or a relationship before '['");
    }
    if (!is_text(where)) {
        return fail(expr, "the name of a property must be a text", "MapElementAccessByNonString");
    }
    if (is_map) {
        const auto found = subject.map().find(where.text());
        return found == subject.map().end() ? Value() : found->second;
    }
    const Map all = subject.kind() == ValueKind::node ? graph_.properties(subject.node())
                                                      : graph_.properties(subject.edge());
    const auto found = all.find(where.text());
    return found == all.end() ? Value() : found->second;
}

Value Evaluator::slice(const Expr& expr, const Row& row) {
    const Value subject = (*this)(*expr.args[0], row);
    std::array<Value, 2> bounds{
        Value(std::int64_t{0}),
        Value(
            std::int64_t{is_list(subject) ? static_cast<std::int64_t>(subject.list().size()) : 0})};
    for (std::size_t i = 0; i < 2; ++i) {
        if (expr.args[i + 1]) {
            bounds[i] = (*this)(*expr.args[i + 1], row);
        }
        if (bounds[i].is_null() || subject.is_null()) {
            return {};
        }
        if (!is_list(subject) || bounds[i].kind() != ValueKind::integer) {
            return fail(expr, "a slice takes a list and whole numbers");
        }
    }
    const List& all = subject.list();
    const std::size_t from = slice_bound(bounds[0].integer(), all.size());
    const std::size_t to = std::max(from, slice_bound(bounds[1].integer(), all.size()));
    const auto at = [&all](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    return Value(List(at(from), at(to)));
}

Value Evaluator::list(const Expr& expr, const Row& row) {
    List result;
    result.reserve(expr.args.size());
    for (const ExprPtr& arg : expr.args) {
        result.push_back((*this)(*arg, row));
    }
    return within_limits(expr, Value(std::move(result)));
}

Value Evaluator::map(const Expr& expr, const Row& row) {
    Map result;
    for (std::size_t i = 0; i < expr.args.size(); ++i) {
        result.insert_or_assign(std::string(expr.names[i]), (*this)(*expr.args[i], row));
    }
    return within_limits(expr, Value(std::move(result)));
}

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

Value Evaluator::has_labels(const Expr& expr, const Row& row) {
    const Value subject = (*this)(*expr.args[0], row);
    if (subject.is_null()) {
        return {};
    }
    if (subject.kind() == ValueKind::edge) {
        return Value(std::ranges::all_of(expr.names, [&](std::string_view name) {
            return name == graph_.type(subject.edge());
        }));
    }
    if (subject.kind() != ValueKind::node) {
        return fail(expr,
                    "only a node has a type, found " + std::string(to_string(subject.kind())));
    }
    return Value(std::ranges::all_of(
        expr.labels, [&](LabelId label) { return graph_.has_label(subject.node(), label); }));
}

Value Evaluator::call(const Expr& expr, const Row& row) {
    std::array<Value, 4> few;
    std::vector<Value> many;
    if (expr.args.size() > few.size()) {
        many.resize(expr.args.size());
    }
    const std::span<Value> args =
        many.empty() ? std::span(few).first(expr.args.size()) : std::span(many);
    for (std::size_t i = 0; i < args.size(); ++i) {
        args[i] = (*this)(*expr.args[i], row);
    }
    Value result = expr.function->apply(context_, args);
    if (context_.fault) {
        const Fault fault = *std::exchange(context_.fault, std::nullopt);
        return fail(expr, fault.message, fault.reason);
    }
    return within_limits(expr, std::move(result));
}

Value Evaluator::case_when(const Expr& expr, const Row& row) {
    const std::size_t first = expr.has_subject ? 1 : 0;
    const Value subject = expr.has_subject ? (*this)(*expr.args[0], row) : Value();
    for (std::size_t i = first; i + 1 < expr.args.size(); i += 2) {
        const bool chosen = expr.has_subject
                                ? equals(subject, (*this)(*expr.args[i], row)) == Truth(true)
                                : holds(*expr.args[i], row);
        if (chosen) {
            return (*this)(*expr.args[i + 1], row);
        }
    }
    return (*this)(*expr.args.back(), row);
}

}  // namespace litigraph::query
