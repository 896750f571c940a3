#include "operators.hpp"

#include <cmath>
#include <limits>

namespace litigraph::query {

namespace {

bool is_text(const Value& value) { return value.kind() == ValueKind::text; }

Truth negation(Truth truth) { return truth ? Truth(!*truth) : truth; }

}  // namespace

std::optional<std::int64_t> whole_arithmetic(Operator op, std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    switch (op) {
        case Operator::add:
            return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
        case Operator::subtract:
            return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
        case Operator::multiply:
            return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
        case Operator::divide:
        case Operator::modulo:
            if (b == 0 || (b == -1 && a == std::numeric_limits<std::int64_t>::min())) {
                return std::nullopt;
            }
            return op == Operator::divide ? a / b : a % b;
        default:
            return std::nullopt;
    }
}

double real_arithmetic(Operator op, double a, double b) {
    switch (op) {
        case Operator::add:
            return a + b;
        case Operator::subtract:
            return a - b;
        case Operator::multiply:
            return a * b;
        case Operator::divide:
            return a / b;
        case Operator::modulo:
            return std::fmod(a, b);
        default:
            return std::pow(a, b);
    }
}

Truth text_predicate(Operator op, const Value& a, const Value& b) {
    if (!is_text(a) || !is_text(b)) {
        return std::nullopt;
    }
    switch (op) {
        case Operator::starts_with:
            return a.text().starts_with(b.text());
        case Operator::ends_with:
            return a.text().ends_with(b.text());
        default:
            return a.text().find(b.text()) != std::string_view::npos;
    }
}

Truth compared(Operator op, const Value& a, const Value& b) {
    switch (op) {
        case Operator::equal:
            return equals(a, b);
        case Operator::not_equal:
            return negation(equals(a, b));
        case Operator::less:
            return compare(Comparison::less, a, b);
        case Operator::less_equal:
            return compare(Comparison::less_equal, a, b);
        case Operator::greater:
            return compare(Comparison::greater, a, b);
        default:
            return compare(Comparison::greater_equal, a, b);
    }
}

Truth combined(Operator op, Truth a, Truth b) {
    switch (op) {
        case Operator::logical_and:
            if (a == Truth(false) || b == Truth(false)) {
                return false;
            }
            return a && b ? Truth(true) : Truth();
        case Operator::logical_or:
            if (a == Truth(true) || b == Truth(true)) {
                return true;
            }
            return a && b ? Truth(false) : Truth();
        default:
            return a && b ? Truth(*a != *b) : Truth();
    }
}

}  // namespace litigraph::query
