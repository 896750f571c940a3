#include "functions.hpp"

#include "lexer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numbers>

namespace litigraph::query {

namespace {

using Args = std::span<const Value>;

constexpr std::uint16_t number_kinds = kinds({ValueKind::integer, ValueKind::real});

/// A function of real numbers.
template <double (*function)(double)>
Value real_function(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (!args[0].is_number()) {
        return context.fail("expected a number");
    }
    return Value(function(args[0].number()));
}

double cotangent(double x) { return 1.0 / std::tan(x); }
double haversine(double x) { return (1.0 - std::cos(x)) / 2.0; }
double to_degrees(double x) { return x * 180.0 / std::numbers::pi; }
double to_radians(double x) { return x * std::numbers::pi / 180.0; }
double half_up(double x) { return std::floor(x + 0.5); }

Value absolute(CallContext& context, Args args) {
    if (args[0].kind() == ValueKind::integer) {
        const std::int64_t value = args[0].integer();
        if (value == std::numeric_limits<std::int64_t>::min()) {
            return context.fail("the result does not fit 64 bits", "NumberOutOfRange");
        }
        return Value(value < 0 ? -value : value);
    }
    return real_function<std::fabs>(context, args);
}

Value sign(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (!args[0].is_number()) {
        return context.fail("sign() takes a number");
    }
    const double x = args[0].number();
    return Value(static_cast<std::int64_t>(x > 0) - static_cast<std::int64_t>(x < 0));
}

Value arc_tangent2(CallContext& context, Args args) {
    if (args[0].is_null() || args[1].is_null()) {
        return {};
    }
    if (!args[0].is_number() || !args[1].is_number()) {
        return context.fail("atan2() takes two numbers");
    }
    return Value(std::atan2(args[0].number(), args[1].number()));
}

Value pi(CallContext&, Args) { return Value(std::numbers::pi); }
Value euler(CallContext&, Args) { return Value(std::numbers::e); }

Value integer_of_text(std::string_view text) {
    const auto blank = [](char c) { return c == ' '; };
    text.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if_not(text, blank) - text.begin()));
    double real = 0;
    std::int64_t whole = 0;
    const char* end = text.data() + text.size();
    if (const auto [last, error] = std::from_chars(text.data(), end, whole);
        error == std::errc{} && last == end) {
        return Value(whole);
    }
    if (const auto [last, error] = std::from_chars(text.data(), end, real);
        error == std::errc{} && last == end && std::fabs(real) < 9.2e18) {
        return Value(static_cast<std::int64_t>(real));
    }
    return {};
}

Value to_integer(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::integer:
            return args[0];
        case ValueKind::real:
            return std::fabs(args[0].real()) < 9.2e18
                       ? Value(static_cast<std::int64_t>(args[0].real()))
                       : Value();
        case ValueKind::text:
            return integer_of_text(args[0].text());
        default:
            return context.fail("toInteger() takes a number or a text", "InvalidArgumentValue");
    }
}

Value to_float(CallContext& context, Args args) {
    if (args[0].is_number()) {
        return Value(args[0].number());
    }
    if (args[0].kind() == ValueKind::text) {
        const std::string_view text = args[0].text();
        double value = 0;
        const char* end = text.data() + text.size();
        const auto [last, error] = std::from_chars(text.data(), end, value);
        return error == std::errc{} && last == end ? Value(value) : Value();
    }
    return args[0].is_null()
               ? Value()
               : context.fail("toFloat() takes a number or a text", "InvalidArgumentValue");
}

Value to_boolean(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::boolean:
            return args[0];
        case ValueKind::integer:
            return Value(args[0].integer() != 0);
        case ValueKind::text:
            if (same_word(args[0].text(), "true") || same_word(args[0].text(), "false")) {
                return Value(args[0].text().size() == 4);
            }
            return {};
        default:
            return context.fail("toBoolean() takes a text", "InvalidArgumentValue");
    }
}

Value coalesce(CallContext&, Args args) {
    const auto known = std::ranges::find_if_not(args, &Value::is_null);
    return known == args.end() ? Value() : *known;
}

Value head(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::list) {
        return context.fail("head() takes a list");
    }
    return args[0].list().empty() ? Value() : args[0].list().front();
}

Value last(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::list) {
        return context.fail("last() takes a list");
    }
    return args[0].list().empty() ? Value() : args[0].list().back();
}

Value tail(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::list) {
        return context.fail("tail() takes a list");
    }
    const List& list = args[0].list();
    return Value(list.empty() ? List() : List(list.begin() + 1, list.end()));
}

Value range(CallContext& context, Args args) {
    constexpr std::uint64_t longest = 10'000'000;
    for (const Value& arg : args) {
        if (arg.kind() != ValueKind::integer) {
            return context.fail("range() takes whole numbers");
        }
    }
    const std::int64_t step = args.size() > 2 ? args[2].integer() : 1;
    if (step == 0) {
        return context.fail("the step of range() cannot be 0", "NumberOutOfRange");
    }
    const std::int64_t from = args[0].integer();
    const std::int64_t to = args[1].integer();
    if (step > 0 ? from > to : from < to) {
        return Value(List());
    }
    const auto unsigned_of = [](std::int64_t x) { return static_cast<std::uint64_t>(x); };
    const std::uint64_t distance =
        step > 0 ? unsigned_of(to) - unsigned_of(from) : unsigned_of(from) - unsigned_of(to);
    const std::uint64_t stride = step > 0 ? unsigned_of(step) : 0 - unsigned_of(step);
    const std::uint64_t count = distance / stride;
    if (count >= longest) {
        return context.fail("range() would have more than 10 million members", "NumberOutOfRange");
    }
    if (!context.meter.fits((count + 1) * sizeof(Value))) {
        return {};
    }
    List list;
    list.reserve(count + 1);
    for (std::uint64_t i = 0; i <= count; ++i) {
        list.push_back(Value(static_cast<std::int64_t>(unsigned_of(from) + i * unsigned_of(step))));
    }
    return Value(std::move(list));
}

constexpr Function aggregate(std::string_view name, Aggregate what) {
    return {name, 1, 1, nullptr, what};
}

constexpr std::array functions{
    aggregate("count", Aggregate::count),
    aggregate("sum", Aggregate::sum),
    aggregate("min", Aggregate::min),
    aggregate("max", Aggregate::max),
    aggregate("avg", Aggregate::avg),
    aggregate("collect", Aggregate::collect),
    aggregate("stDev", Aggregate::deviation),
    Function{"coalesce", 1, 1000, coalesce},
    Function{"toInteger", 1, 1, to_integer},
    Function{"toFloat", 1, 1, to_float},
    Function{"toBoolean", 1, 1, to_boolean},
    Function{"head", 1, 1, head, {}, kinds({ValueKind::list})},
    Function{"last", 1, 1, last, {}, kinds({ValueKind::list})},
    Function{"tail", 1, 1, tail, {}, kinds({ValueKind::list})},
    Function{"range", 2, 3, range},
    Function{"abs", 1, 1, absolute, {}, number_kinds},
    Function{"sign", 1, 1, sign, {}, number_kinds},
    Function{"ceil", 1, 1, real_function<std::ceil>, {}, number_kinds},
    Function{"floor", 1, 1, real_function<std::floor>, {}, number_kinds},
    Function{"round", 1, 1, real_function<half_up>, {}, number_kinds},
    Function{"sqrt", 1, 1, real_function<std::sqrt>, {}, number_kinds},
    Function{"exp", 1, 1, real_function<std::exp>, {}, number_kinds},
    Function{"log", 1, 1, real_function<std::log>, {}, number_kinds},
    Function{"log10", 1, 1, real_function<std::log10>, {}, number_kinds},
    Function{"sin", 1, 1, real_function<std::sin>, {}, number_kinds},
    Function{"cos", 1, 1, real_function<std::cos>, {}, number_kinds},
    Function{"tan", 1, 1, real_function<std::tan>, {}, number_kinds},
    Function{"cot", 1, 1, real_function<cotangent>, {}, number_kinds},
    Function{"asin", 1, 1, real_function<std::asin>, {}, number_kinds},
    Function{"acos", 1, 1, real_function<std::acos>, {}, number_kinds},
    Function{"atan", 1, 1, real_function<std::atan>, {}, number_kinds},
    Function{"atan2", 2, 2, arc_tangent2, {}, number_kinds},
    Function{"haversin", 1, 1, real_function<haversine>, {}, number_kinds},
    Function{"degrees", 1, 1, real_function<to_degrees>, {}, number_kinds},
    Function{"radians", 1, 1, real_function<to_radians>, {}, number_kinds},
    Function{"pi", 0, 0, pi},
    Function{"e", 0, 0, euler}};

struct RefusedFunction {
    std::string_view prefix;
    std::string_view construct;
};
constexpr std::array<RefusedFunction, 14> refused_functions{
    {{"datetime", "temporal arithmetic"},
     {"localdatetime", "temporal arithmetic"},
     {"time", "temporal arithmetic"},
     {"localtime", "temporal arithmetic"},
     {"duration", "temporal arithmetic"},
     {"date.", "temporal arithmetic"},
     {"percentileDisc", "percentiles"},
     {"percentileCont", "percentiles"},
     {"stDevP", "percentiles"},
     {"rand", "rand()"},
     {"randomUUID", "rand()"},
     {"timestamp", "temporal arithmetic"},
     {"point", "spatial functions"},
     {"exists", "exists()"}}};

}  // namespace

std::span<const Function> scalar_functions() noexcept { return functions; }

const Function* find_function(std::string_view name) noexcept {
    for (const auto group : {scalar_functions(), text_functions(), graph_functions()}) {
        for (const Function& function : group) {
            if (same_word(function.name, name)) {
                return &function;
            }
        }
    }
    return nullptr;
}

std::vector<std::string_view> function_names() {
    std::vector<std::string_view> names;
    for (const auto group : {scalar_functions(), text_functions(), graph_functions()}) {
        for (const Function& function : group) {
            names.push_back(function.name);
        }
    }
    return names;
}

std::string_view refused_function(std::string_view name) noexcept {
    for (const auto& [word, construct] : refused_functions) {
        const bool family = name.size() > word.size() &&
                            (word.back() == '.' || name[word.size()] == '.') &&
                            same_word(name.substr(0, word.size()), word);
        if (same_word(name, word) || family) {
            return construct;
        }
    }
    return {};
}

}  // namespace litigraph::query
