/// \file
/// The functions of the language, by name.
#pragma once

#include "budget.hpp"
#include <litigraph/graph/result.hpp>
#include <litigraph/query/property_graph.hpp>
#include <litigraph/query/value.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

enum class Aggregate : std::uint8_t { none, count, sum, min, max, avg, collect, deviation };

/// What a function or an operator may report instead of a value.
struct Fault {
    std::string message;
    std::string_view reason;
};

struct CallContext {
    const PropertyGraph& graph;
    Meter& meter;  ///< To be asked before something large is made; a no ends the query.
    std::optional<Fault> fault;  ///< Set by the function; its value is then ignored.

    Value fail(std::string message, std::string_view reason = "InvalidArgumentType") {
        if (!fault) {
            fault = Fault{std::move(message), reason};
        }
        return {};
    }
};

struct Function {
    std::string_view name;
    std::size_t min_args;
    std::size_t max_args;
    Value (*apply)(CallContext& context, std::span<const Value> args);  ///< Null for aggregates.
    Aggregate aggregate = Aggregate::none;
    /// Kinds that the first argument may have; a bit for each, all bits for any.
    std::uint16_t first = 0xFFFF;
};

constexpr std::uint16_t kinds(std::initializer_list<ValueKind> list) {
    std::uint16_t bits = 1U << static_cast<unsigned>(ValueKind::null);
    for (const ValueKind kind : list) {
        bits = static_cast<std::uint16_t>(bits | (1U << static_cast<unsigned>(kind)));
    }
    return bits;
}
constexpr bool may_be(std::uint16_t bits, ValueKind kind) {
    return (bits >> static_cast<unsigned>(kind) & 1U) != 0;
}

/// Case does not matter; null if there is none.
const Function* find_function(std::string_view name) noexcept;
/// Of every function, as GRAMMAR.md spells it.
std::vector<std::string_view> function_names();
/// What the language leaves out on purpose ("temporal arithmetic"), empty if `name` is no such.
std::string_view refused_function(std::string_view name) noexcept;

std::span<const Function> scalar_functions() noexcept;
std::span<const Function> text_functions() noexcept;
std::span<const Function> graph_functions() noexcept;

}  // namespace litigraph::query
