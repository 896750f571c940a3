/// \file
/// What operators make of values that they are defined for.
#pragma once

#include "ast.hpp"
#include <litigraph/query/value.hpp>

#include <cstdint>
#include <optional>

namespace litigraph::query {

/// Nothing on overflow or division by zero.
std::optional<std::int64_t> whole_arithmetic(Operator op, std::int64_t a, std::int64_t b);
double real_arithmetic(Operator op, double a, double b);

/// STARTS WITH, ENDS WITH, CONTAINS; unknown unless both are texts.
Truth text_predicate(Operator op, const Value& a, const Value& b);

/// = <> < <= > >=
Truth compared(Operator op, const Value& a, const Value& b);

/// AND, OR, XOR
Truth combined(Operator op, Truth a, Truth b);

}  // namespace litigraph::query
