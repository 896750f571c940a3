#include "functions.hpp"
#include "scalar_values.hpp"

#include <array>

namespace litigraph::query {

namespace {

using Args = std::span<const Value>;

Value labels(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::node) {
        return context.fail("labels() takes a node", "InvalidArgumentValue");
    }
    List list;
    for (std::string& label : context.graph.labels(args[0].node())) {
        list.push_back(Value(std::move(label)));
    }
    return Value(std::move(list));
}

Value type(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::edge) {
        return context.fail("type() takes a relationship", "InvalidArgumentValue");
    }
    return Value::view_of(context.graph.type(args[0].edge()));
}

Value id(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::node:
            return Value(static_cast<std::int64_t>(args[0].node()));
        case ValueKind::edge:
            return Value(static_cast<std::int64_t>(args[0].edge()));
        default:
            return context.fail("id() takes a node or a relationship");
    }
}

Value properties(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
        case ValueKind::map:
            return args[0];
        case ValueKind::node:
            return Value(context.graph.properties(args[0].node()));
        case ValueKind::edge:
            return Value(context.graph.properties(args[0].edge()));
        default:
            return context.fail("properties() takes a node, a relationship or a map");
    }
}

Value keys(CallContext& context, Args args) {
    const Value map = properties(context, args);
    if (map.is_null()) {
        return {};
    }
    List list;
    for (const auto& [key, value] : map.map()) {
        list.push_back(Value(key));
    }
    return Value(std::move(list));
}

Value length(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::path) {
        return context.fail("length() takes a path; of a list or a text, use size()");
    }
    return Value(static_cast<std::int64_t>(args[0].path().steps.size()));
}

Value nodes(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::path) {
        return context.fail("nodes() takes a path");
    }
    List list{Value(args[0].path().start)};
    for (const Step& step : args[0].path().steps) {
        list.push_back(Value(step.node));
    }
    return Value(std::move(list));
}

Value relationships(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::path) {
        return context.fail("relationships() takes a path");
    }
    List list;
    for (const Step& step : args[0].path().steps) {
        list.push_back(Value(step.edge));
    }
    return Value(std::move(list));
}

template <NodeId Ends::*end>
Value end_node(CallContext& context, Args args) {
    if (args[0].is_null()) {
        return {};
    }
    if (args[0].kind() != ValueKind::edge) {
        return context.fail("startNode() and endNode() take a relationship");
    }
    return Value(context.graph.ends(args[0].edge()).*end);
}

/// The days behind a node, an edge or a date; nothing if they are unknown.
std::optional<DateInterval> days_of(CallContext& context, const Value& subject) {
    const bool element = subject.kind() == ValueKind::node || subject.kind() == ValueKind::edge;
    const Value when = element ? context.graph.when(subject) : subject;
    if (when.is_null()) {
        return std::nullopt;
    }
    if (when.kind() != ValueKind::date) {
        context.fail("expected a node, a relationship or a date");
        return std::nullopt;
    }
    return when.date();
}

/// The window of during(x, from, to): texts or dates; null is an open end.
std::optional<DateInterval> window_of(CallContext& context, Args args) {
    DateInterval window;
    for (std::size_t i = 1; i < args.size(); ++i) {
        if (args[i].is_null()) {
            continue;
        }
        const Value bound = date_of(context, args[i]);
        if (bound.is_null()) {
            return std::nullopt;
        }
        if (i == 1) {
            window.first = bound.date().first;
        }
        if (i + 1 == args.size()) {
            window.last = bound.date().last;
        }
    }
    if (window.first > window.last) {
        context.fail("the window ends before it begins", "InvalidArgumentValue");
        return std::nullopt;
    }
    return window;
}

Value during(CallContext& context, Args args) {
    const auto days = days_of(context, args[0]);
    const auto window = window_of(context, args);
    return days && window ? Value(intersection(*days, *window).has_value()) : Value();
}

Value surely_during(CallContext& context, Args args) {
    const auto days = days_of(context, args[0]);
    const auto window = window_of(context, args);
    return days && window ? Value(contains(*window, *days)) : Value();
}

Value date(CallContext& context, Args args) {
    return args[0].is_null() ? Value() : date_of(context, args[0]);
}

Value evidence(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::node:
        case ValueKind::edge:
            return Value(context.graph.evidence(args[0]));
        default:
            return context.fail("evidence() takes a node or a relationship");
    }
}

constexpr std::uint16_t node_kind = kinds({ValueKind::node});
constexpr std::uint16_t edge_kind = kinds({ValueKind::edge});
constexpr std::uint16_t path_kind = kinds({ValueKind::path});
constexpr std::uint16_t element_kinds = kinds({ValueKind::node, ValueKind::edge});

constexpr std::array functions{
    Function{"labels", 1, 1, labels, {}, node_kind},
    Function{"type", 1, 1, type, {}, edge_kind},
    Function{"id", 1, 1, id, {}, element_kinds},
    Function{"properties",
             1,
             1,
             properties,
             {},
             kinds({ValueKind::node, ValueKind::edge, ValueKind::map})},
    Function{"keys", 1, 1, keys, {}, kinds({ValueKind::node, ValueKind::edge, ValueKind::map})},
    Function{"length", 1, 1, length, {}, path_kind},
    Function{"nodes", 1, 1, nodes, {}, path_kind},
    Function{"relationships", 1, 1, relationships, {}, path_kind},
    Function{"startNode", 1, 1, end_node<&Ends::source>, {}, edge_kind},
    Function{"endNode", 1, 1, end_node<&Ends::target>, {}, edge_kind},
    Function{"date", 1, 1, date, {}, kinds({ValueKind::text, ValueKind::date})},
    Function{"during", 2, 3, during},
    Function{"surely_during", 2, 3, surely_during},
    Function{"evidence", 1, 1, evidence, {}, element_kinds}};

}  // namespace

std::span<const Function> graph_functions() noexcept { return functions; }

Value date_of(CallContext& context, const Value& value) {
    if (value.kind() == ValueKind::date) {
        return value;
    }
    if (value.kind() != ValueKind::text) {
        return context.fail("expected a date, such as '2024-07-29', '2024-07' or '2024'");
    }
    const auto days = interval_from_string(value.text());
    return days ? Value(*days)
                : context.fail("'" + std::string(value.text()) +
                                   "' is not a date such as 2024-07-29, 2024-07 or 2024",
                               "InvalidArgumentValue");
}

Value date_field(DateInterval days, std::string_view field) {
    const bool opens = days.first == beginning_of_time;
    const bool closes = days.last == end_of_time;
    if (field == "begin") {
        return opens ? Value() : Value(DateInterval{days.first, days.first});
    }
    if (field == "end") {
        return closes ? Value() : Value(DateInterval{days.last, days.last});
    }
    if (opens || closes) {
        return {};
    }
    const CivilDate first = civil_from_day(days.first);
    const CivilDate last = civil_from_day(days.last);
    const bool same_year = first.year == last.year;
    const bool same_month = same_year && first.month == last.month;
    if (field == "year" && same_year) {
        return Value(std::int64_t{first.year});
    }
    if (field == "month" && same_month) {
        return Value(std::int64_t{first.month});
    }
    if (field == "day" && days.first == days.last) {
        return Value(std::int64_t{first.day});
    }
    return {};
}

}  // namespace litigraph::query
