#include "evaluate.hpp"

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
            return fail(expr, "the position in a list must be a whole number",
                        "ListElementAccessByNonInteger");
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
