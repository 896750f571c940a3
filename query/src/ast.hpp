/// \file
/// What the parser makes of a statement. The binder fills in what the words mean in one graph.
#pragma once

#include "lexer.hpp"
#include <litigraph/query/property_graph.hpp>
#include <litigraph/query/value.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph::query {

struct Function;
struct Pattern;

/// Where a row holds a variable.
using Slot = std::uint32_t;
inline constexpr Slot no_slot = std::numeric_limits<Slot>::max();

enum class ExprKind : std::uint8_t {
    literal,     ///< `value`
    parameter,   ///< `name`; the binder makes it a literal
    variable,    ///< `name`, `slot`
    property,    ///< args[0] . name
    index,       ///< args[0] [ args[1] ]
    slice,       ///< args[0] [ args[1] .. args[2] ], an absent bound is null pointer
    list,        ///< args
    map,         ///< names[i] : args[i]
    unary,       ///< op args[0]
    binary,      ///< args[0] op args[1]
    comparison,  ///< args[0] ops[0] args[1] ops[1] args[2] ...
    is_null,     ///< args[0] IS NULL
    has_labels,  ///< args[0] : A : B
    call,        ///< name ( args )
    case_when,   ///< [subject,] (condition, result)..., otherwise; see `has_subject`
    pattern      ///< true if the pattern has a match
};

enum class Operator : std::uint8_t {
    none,
    logical_or,
    logical_xor,
    logical_and,
    logical_not,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    starts_with,
    ends_with,
    contains,
    in,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,
    plus,
    minus
};

/// Of expression trees.
inline constexpr std::uint32_t max_height = 1000;

struct Expr;
using ExprPtr = std::unique_ptr<Expr>;

struct Expr {
    ExprKind kind{};
    Span span;
    std::string_view name;
    Value value;
    Operator op = Operator::none;
    std::vector<ExprPtr> args;
    std::vector<Operator> ops;
    std::vector<std::string_view> names;
    std::vector<Span> name_spans;  ///< Of `names`.
    std::unique_ptr<Pattern> pattern;
    std::uint32_t height = 0;  ///< Of the tree below.
    bool distinct = false;     ///< of a call
    bool star = false;         ///< of a call: count(*)
    bool has_subject = false;  ///< of a case

    // Filled in by the binder.
    Slot slot = no_slot;  ///< Of a variable, or of an aggregate's result.
    KeyId key{};
    std::vector<KeyId> keys;  ///< Of the map of a pattern.
    std::vector<LabelId> labels;
    std::optional<ValueKind> static_kind;  ///< Of a projected column.
    const Function* function = nullptr;
};

/// A name with its place.
struct Word {
    std::string_view text;
    Span span;
    explicit operator bool() const noexcept { return !text.empty(); }
};

/// What is common to the `(...)` and the `[...]` of a pattern.
struct Element {
    Word variable;
    Span span;
    ExprPtr properties;  ///< A map or a parameter; may be null.
    ExprPtr where;       ///< May be null.
    Slot slot = no_slot;
};

struct NodePattern : Element {
    std::vector<std::vector<Word>> labels;  ///< All of the lists, any in a list.
    std::vector<std::vector<LabelId>> label_ids;
};

struct RelPattern : Element {
    std::vector<Word> types;
    bool all_but = false;  ///< Every type but these: `!A&!B`.
    Direction direction = Direction::both;
    bool variable_length = false;
    std::size_t min_length = 1;
    std::size_t max_length = 1;
    StepFilter filter;
};
inline constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

enum class Selector : std::uint8_t { none, any_shortest, all_shortest, shortest_k, any };

/// node (rel node)*
struct Pattern {
    Word variable;
    Span span;
    Selector selector = Selector::none;
    std::size_t count = 1;  ///< Of SHORTEST k.
    std::vector<NodePattern> nodes;
    std::vector<RelPattern> rels;  ///< rels[i] joins nodes[i] and nodes[i + 1].
    Slot slot = no_slot;
};

struct Match {
    bool optional = false;
    Span span;
    std::vector<Pattern> patterns;
    ExprPtr where;
};

struct Item {
    ExprPtr expr;
    Word alias;
    std::string_view text;  ///< As written.
    bool named = false;     ///< By AS; else the binder makes up an alias.
};

struct Sort {
    ExprPtr expr;
    bool descending = false;
};

/// WITH or RETURN.
struct Projection {
    bool is_return = false;
    bool distinct = false;
    bool star = false;
    Span span;
    std::vector<Item> items;
    std::vector<Sort> order;
    ExprPtr skip;
    ExprPtr limit;
    ExprPtr where;  ///< Of WITH.
};

/// Matches, then a projection.
struct Part {
    std::vector<Match> matches;
    Projection projection;
};

struct Statement {
    bool explain = false;
    std::vector<Part> parts;  ///< The last one returns.
};

}  // namespace litigraph::query
