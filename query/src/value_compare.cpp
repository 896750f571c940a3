// Equality, order and hashes of values. Order is total; equality and "<" may be unknown.
#include <litigraph/query/value.hpp>

#include <algorithm>
#include <cmath>
#include <functional>

namespace litigraph::query {

namespace {

/// Position in the total order of ORDER BY.
int rank(ValueKind kind) noexcept {
    switch (kind) {
        case ValueKind::map:
            return 0;
        case ValueKind::node:
            return 1;
        case ValueKind::edge:
            return 2;
        case ValueKind::list:
            return 3;
        case ValueKind::path:
            return 4;
        case ValueKind::date:
            return 5;
        case ValueKind::text:
            return 6;
        case ValueKind::boolean:
            return 7;
        case ValueKind::integer:
        case ValueKind::real:
            return 8;
        case ValueKind::null:
            return 9;
    }
    return 10;
}

/// Numbers in exact order; NaN after all, and equal to itself.
std::weak_ordering order_numbers(const Value& a, const Value& b) noexcept {
    if (a.kind() == ValueKind::integer && b.kind() == ValueKind::integer) {
        return a.integer() <=> b.integer();
    }
    const auto exact = [](const Value& value) {  // 64 bits of mantissa hold both kinds
        return value.kind() == ValueKind::integer ? static_cast<long double>(value.integer())
                                                  : static_cast<long double>(value.real());
    };
    const long double x = exact(a);
    const long double y = exact(b);
    if (std::isnan(x) || std::isnan(y)) {
        return std::isnan(x) <=> std::isnan(y);
    }
    return x < y ? std::weak_ordering::less
                 : (x > y ? std::weak_ordering::greater : std::weak_ordering::equivalent);
}

bool is_nan(const Value& value) noexcept {
    return value.kind() == ValueKind::real && std::isnan(value.real());
}

std::weak_ordering order_lists(const List& a, const List& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (const auto result = order(a[i], b[i]); result != 0) {
            return result;
        }
    }
    return a.size() <=> b.size();
}

std::weak_ordering order_maps(const Map& a, const Map& b) {
    auto x = a.begin();
    auto y = b.begin();
    for (; x != a.end() && y != b.end(); ++x, ++y) {
        if (const auto result = x->first <=> y->first; result != 0) {
            return result;
        }
        if (const auto result = order(x->second, y->second); result != 0) {
            return result;
        }
    }
    return a.size() <=> b.size();
}

std::weak_ordering order_paths(const Path& a, const Path& b) noexcept {
    if (const auto result = a.start <=> b.start; result != 0) {
        return result;
    }
    for (std::size_t i = 0; i < std::min(a.steps.size(), b.steps.size()); ++i) {
        if (const auto result = a.steps[i].edge <=> b.steps[i].edge; result != 0) {
            return result;
        }
        if (const auto result = a.steps[i].node <=> b.steps[i].node; result != 0) {
            return result;
        }
    }
    return a.steps.size() <=> b.steps.size();
}

Truth equal_lists(const List& a, const List& b) {
    if (a.size() != b.size()) {
        return false;
    }
    Truth result = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const Truth equal = equals(a[i], b[i]);
        if (equal == Truth(false)) {
            return false;
        }
        if (!equal) {
            result = std::nullopt;
        }
    }
    return result;
}

Truth equal_maps(const Map& a, const Map& b) {
    const auto same_key = [](const auto& x, const auto& y) { return x.first == y.first; };
    if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same_key)) {
        return false;
    }
    Truth result = true;
    for (auto x = a.begin(), y = b.begin(); x != a.end(); ++x, ++y) {
        const Truth equal = equals(x->second, y->second);
        if (equal == Truth(false)) {
            return false;
        }
        if (!equal) {
            result = std::nullopt;
        }
    }
    return result;
}

Truth equal_dates(DateInterval a, DateInterval b) noexcept {
    if (a == b) {
        return true;
    }
    return intersection(a, b) ? Truth{} : Truth{false};
}

bool holds(Comparison how, std::weak_ordering result) noexcept {
    switch (how) {
        case Comparison::less:
            return result < 0;
        case Comparison::less_equal:
            return result <= 0;
        case Comparison::greater:
            return result > 0;
        case Comparison::greater_equal:
            return result >= 0;
    }
    return false;
}

Truth compare_lists(Comparison how, const List& a, const List& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        const Truth equal = equals(a[i], b[i]);
        if (!equal) {
            return std::nullopt;
        }
        if (!*equal) {
            return compare(how, a[i], b[i]);
        }
    }
    return holds(how, a.size() <=> b.size());
}

Truth compare_dates(Comparison how, DateInterval a, DateInterval b) noexcept {
    switch (how) {
        case Comparison::less:
            return a.last < b.first ? Truth{true} : a.first >= b.last ? Truth{false} : Truth{};
        case Comparison::less_equal:
            return a.last <= b.first ? Truth{true} : a.first > b.last ? Truth{false} : Truth{};
        case Comparison::greater:
            return compare_dates(Comparison::less, b, a);
        case Comparison::greater_equal:
            return compare_dates(Comparison::less_equal, b, a);
    }
    return std::nullopt;
}

std::size_t mix(std::size_t seed, std::size_t value) noexcept {
    return (seed ^ value) * 0x9E3779B97F4A7C15U + (seed >> 7U);
}

std::size_t hash_number(const Value& value) noexcept {
    if (value.kind() == ValueKind::integer) {
        return std::hash<std::int64_t>{}(value.integer());
    }
    const double number = value.real();
    if (std::isnan(number)) {
        return 0x7FF8U;
    }
    if (std::abs(number) < 9.0e18 && std::trunc(number) == number) {
        return std::hash<std::int64_t>{}(static_cast<std::int64_t>(number));
    }
    return std::hash<double>{}(number);
}

std::size_t hash_path(const Path& path) noexcept {
    std::size_t result = to_index(path.start);
    for (const Step& step : path.steps) {
        result = mix(result, to_index(step.edge));
    }
    return result;
}

std::size_t hash_map(const Map& map) noexcept {
    std::size_t result = map.size();
    for (const auto& [key, value] : map) {
        result = mix(mix(result, std::hash<std::string_view>{}(key)), hash(value));
    }
    return result;
}

std::size_t hash_list(const List& list) noexcept {
    std::size_t result = list.size();
    for (const Value& value : list) {
        result = mix(result, hash(value));
    }
    return result;
}

}  // namespace

Truth equals(const Value& a, const Value& b) {
    if (a.is_null() || b.is_null()) {
        return std::nullopt;
    }
    if (a.is_number() && b.is_number()) {
        return !is_nan(a) && !is_nan(b) && order_numbers(a, b) == 0;
    }
    if (a.kind() != b.kind()) {
        return false;
    }
    switch (a.kind()) {
        case ValueKind::list:
            return equal_lists(a.list(), b.list());
        case ValueKind::map:
            return equal_maps(a.map(), b.map());
        case ValueKind::date:
            return equal_dates(a.date(), b.date());
        default:
            return order(a, b) == 0;
    }
}

Truth compare(Comparison how, const Value& a, const Value& b) {
    if (a.is_number() && b.is_number()) {
        return !is_nan(a) && !is_nan(b) && holds(how, order_numbers(a, b));
    }
    if (a.kind() != b.kind()) {
        return std::nullopt;
    }
    switch (a.kind()) {
        case ValueKind::text:
        case ValueKind::boolean:
            return holds(how, order(a, b));
        case ValueKind::list:
            return compare_lists(how, a.list(), b.list());
        case ValueKind::date:
            return compare_dates(how, a.date(), b.date());
        default:
            return std::nullopt;
    }
}

std::weak_ordering order(const Value& a, const Value& b) {
    if (const auto result = rank(a.kind()) <=> rank(b.kind()); result != 0) {
        return result;
    }
    switch (a.kind()) {
        case ValueKind::null:
            return std::weak_ordering::equivalent;
        case ValueKind::boolean:
            return a.boolean() <=> b.boolean();
        case ValueKind::integer:
        case ValueKind::real:
            return order_numbers(a, b);
        case ValueKind::text:
            return a.text() <=> b.text();
        case ValueKind::date:
            return a.date() <=> b.date();
        case ValueKind::list:
            return order_lists(a.list(), b.list());
        case ValueKind::map:
            return order_maps(a.map(), b.map());
        case ValueKind::node:
            return a.node() <=> b.node();
        case ValueKind::edge:
            return a.edge() <=> b.edge();
        case ValueKind::path:
            return order_paths(a.path(), b.path());
    }
    return std::weak_ordering::equivalent;
}

bool same(const Value& a, const Value& b) { return order(a, b) == 0; }

std::size_t hash(const Value& value) noexcept {
    switch (value.kind()) {
        case ValueKind::null:
            return 1;
        case ValueKind::boolean:
            return value.boolean() ? 3 : 2;
        case ValueKind::integer:
        case ValueKind::real:
            return hash_number(value);
        case ValueKind::text:
            return std::hash<std::string_view>{}(value.text());
        case ValueKind::date:
            return mix(static_cast<std::size_t>(value.date().first),
                       static_cast<std::size_t>(value.date().last));
        case ValueKind::list:
            return hash_list(value.list());
        case ValueKind::map:
            return hash_map(value.map());
        case ValueKind::node:
            return mix(5, to_index(value.node()));
        case ValueKind::edge:
            return mix(7, to_index(value.edge()));
        case ValueKind::path:
            return hash_path(value.path());
    }
    return 0;
}

}  // namespace litigraph::query
