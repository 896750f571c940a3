#include "binder.hpp"
#include "functions.hpp"
#include "planner.hpp"
#include "suggest.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::uint16_t boolean_kind = kinds({ValueKind::boolean});
constexpr std::uint16_t list_kind = kinds({ValueKind::list});
constexpr std::uint16_t holder_kinds =
    kinds({ValueKind::node, ValueKind::edge, ValueKind::map, ValueKind::date});
constexpr std::uint16_t number_kinds = kinds({ValueKind::integer, ValueKind::real});

bool is_logical(Operator op) {
    return op == Operator::logical_or || op == Operator::logical_xor ||
           op == Operator::logical_and || op == Operator::logical_not;
}

bool is_aggregate(const Expr& expr) {
    const Function* function = expr.kind == ExprKind::call ? find_function(expr.name) : nullptr;
    return function != nullptr && function->aggregate != Aggregate::none;
}

StaticKind kind_of(Aggregate aggregate) {
    switch (aggregate) {
        case Aggregate::count:
            return ValueKind::integer;
        case Aggregate::collect:
            return ValueKind::list;
        default:
            return {};
    }
}

/// a, a.b
bool is_simple(const Expr& expr) {
    return expr.kind == ExprKind::variable ||
           (expr.kind == ExprKind::property && expr.args[0]->kind == ExprKind::variable);
}

}  // namespace

StaticKind Binder::bind_expr(Expr& expr) {
    if (error_) {
        return {};
    }
    switch (expr.kind) {
        case ExprKind::literal:
            return expr.value.kind();
        case ExprKind::parameter: {
            const auto found = parameters_.find(expr.name);
            if (found == parameters_.end()) {
                fail(expr.span, ErrorCode::unknown_name,
                     "the parameter $" + std::string(expr.name) + " is not given",
                     "MissingParameter");
                return {};
            }
            expr.value = found->second;
            return {};
        }
        case ExprKind::variable:
            return bind_variable(expr);
        case ExprKind::property:
            return bind_property(expr);
        case ExprKind::has_labels:
            return bind_labels(expr);
        case ExprKind::call:
            return bind_call(expr);
        case ExprKind::pattern:
            return bind_pattern(expr);
        default:
            return bind_operator(expr);
    }
}

StaticKind Binder::bind_operator(Expr& expr) {
    std::vector<StaticKind> kinds_of_args;
    for (const ExprPtr& arg : expr.args) {
        kinds_of_args.push_back(arg ? bind_expr(*arg) : StaticKind());
    }
    switch (expr.kind) {
        case ExprKind::unary:
        case ExprKind::binary: {
            const bool logical = is_logical(expr.op);
            const bool arithmetic = expr.op >= Operator::subtract;
            for (std::size_t i = 0; i < expr.args.size() && (logical || arithmetic); ++i) {
                require(*expr.args[i], kinds_of_args[i], logical ? boolean_kind : number_kinds,
                        logical ? "a condition" : "a number");
            }
            if (expr.op == Operator::in) {
                require(*expr.args[1], kinds_of_args[1], list_kind, "a list");
            }
            return arithmetic || expr.op == Operator::add ? StaticKind() : ValueKind::boolean;
        }
        case ExprKind::comparison:
        case ExprKind::is_null:
            return ValueKind::boolean;
        case ExprKind::list:
        case ExprKind::slice:
            return ValueKind::list;
        case ExprKind::map:
            return ValueKind::map;
        default:
            return {};
    }
}

StaticKind Binder::bind_variable(Expr& expr) {
    if (const Variable* variable = find(expr.name)) {
        expr.slot = variable->slot;
        return variable->kind;
    }
    std::vector<std::string_view> names;
    for (const Variable& variable : scope_) {
        names.push_back(variable.name);
    }
    fail(expr.span, ErrorCode::unknown_name,
         "nothing here is called " + std::string(expr.name) + did_you_mean(expr.name, names),
         "UndefinedVariable");
    return {};
}

StaticKind Binder::bind_property(Expr& expr) {
    const StaticKind subject = bind_expr(*expr.args[0]);
    require(*expr.args[0], subject, holder_kinds, "a node, a relationship, a map or a date");
    const Result<KeyId> key = graph_.property_key(expr.name);
    const bool is_element = subject == ValueKind::node || subject == ValueKind::edge;
    if (key) {
        expr.key = *key;
    } else if (is_element) {
        const auto length = static_cast<std::uint32_t>(expr.name.size());
        known(key, {expr.span.end - length, expr.span.end});
    } else {
        expr.key = no_key;
    }
    return {};
}

StaticKind Binder::bind_labels(Expr& expr) {
    const StaticKind subject = bind_expr(*expr.args[0]);
    require(*expr.args[0], subject, kinds({ValueKind::node, ValueKind::edge}), "a node");
    if (subject != ValueKind::edge) {
        for (std::size_t i = 0; i < expr.names.size(); ++i) {
            expr.labels.push_back(known(graph_.label(expr.names[i]), expr.name_spans[i]));
        }
    }
    return ValueKind::boolean;
}

StaticKind Binder::bind_call(Expr& expr) {
    expr.function = find_function(expr.name);
    if (expr.function == nullptr) {
        const std::string_view refused = refused_function(expr.name);
        const std::vector<std::string_view> names = function_names();
        if (!refused.empty()) {
            fail(expr.span, ErrorCode::unsupported,
                 std::string(expr.name) + "() is not part of this language", refused);
        } else {
            fail(expr.span, ErrorCode::unknown_name,
                 "no function is called " + std::string(expr.name) + did_you_mean(expr.name, names),
                 "UnknownFunction");
        }
        return {};
    }
    const Function& function = *expr.function;
    if (expr.name == "date" && expr.args.size() == 1 && expr.args[0]->kind == ExprKind::map) {
        fail(expr.span, ErrorCode::unsupported, "date() of a map is not part of this language",
             "temporal arithmetic");
    }
    const bool counts_rows = expr.star && function.aggregate == Aggregate::count;
    if (!counts_rows && (expr.star || expr.args.size() < function.min_args ||
                         expr.args.size() > function.max_args)) {
        fail(expr.span, ErrorCode::syntax,
             std::string(function.name) + "() takes " + std::to_string(function.min_args) +
                 (function.max_args > function.min_args ? " or more" : "") + " argument" +
                 (function.max_args == 1 ? "" : "s"),
             "InvalidNumberOfArguments");
        return {};
    }
    if (function.aggregate != Aggregate::none) {
        return bind_aggregate(expr);
    }
    for (std::size_t i = 0; i < expr.args.size(); ++i) {
        const StaticKind kind = bind_expr(*expr.args[i]);
        if (i == 0) {
            require(*expr.args[0], kind, function.first, "another kind of value");
        }
    }
    return {};
}

StaticKind Binder::bind_aggregate(Expr& expr) {
    if (aggregates_ == nullptr) {
        fail(expr.span, ErrorCode::syntax,
             std::string(expr.name) + "() can only stand in WITH and RETURN",
             aggregating_ ? "NestedAggregation" : "InvalidAggregation");
        return {};
    }
    const auto twin = std::ranges::find_if(
        *aggregates_, [&](const Expr* other) { return same_expression(*other, expr); });
    if (twin != aggregates_->end()) {
        expr.slot = (*twin)->slot;
        return kind_of(expr.function->aggregate);
    }
    auto* const aggregates = std::exchange(aggregates_, nullptr);
    Scope inner = *aggregated_scope_;  // may be scope_ itself
    const Scope here = std::exchange(scope_, std::move(inner));
    aggregating_ = true;
    for (const ExprPtr& arg : expr.args) {
        bind_expr(*arg);
    }
    aggregating_ = false;
    scope_ = here;
    aggregates_ = aggregates;
    expr.slot = new_slot();
    aggregates_->push_back(&expr);
    return kind_of(expr.function->aggregate);
}

StaticKind Binder::bind_pattern(Expr& expr) {
    if (!patterns_allowed_) {
        fail(expr.span, ErrorCode::syntax, "a pattern can only be a condition after WHERE",
             "UnexpectedSyntax");
        return {};
    }
    Pattern& pattern = *expr.pattern;
    const auto check = [this](const Element& element) {
        if (element.variable && find(element.variable.text) == nullptr) {
            fail(element.variable.span, ErrorCode::unknown_name,
                 "nothing here is called " + std::string(element.variable.text) +
                     "; a pattern after WHERE names only what MATCH has found",
                 "UndefinedVariable");
        }
    };
    std::ranges::for_each(pattern.nodes, check);
    std::ranges::for_each(pattern.rels, check);
    if (error_) {
        return {};
    }
    const std::size_t bound = width_;
    const std::vector<std::string_view> outer = std::exchange(clause_rels_, {});
    const std::size_t outer_begin = std::exchange(match_begin_, bound);
    declare(pattern);
    bind_elements(pattern);
    clause_rels_ = outer;
    match_begin_ = outer_begin;
    if (error_) {
        return {};
    }
    auto planned = plan_pattern(text_, graph_, pattern, bound, plan_.notes);
    if (!planned) {
        error_ = planned.error();
        return {};
    }
    expr.slot = static_cast<Slot>(plan_.subplans.size());
    plan_.subplans.push_back(*std::move(planned));
    return ValueKind::boolean;
}

void Binder::bind_condition(Expr& expr) {
    require(expr, bind_expr(expr), boolean_kind, "a condition");
}

void Binder::require(const Expr& expr, StaticKind kind, std::uint16_t allowed,
                     std::string_view what) {
    if (kind && !may_be(allowed, *kind)) {
        fail(expr.span, ErrorCode::type_mismatch,
             "expected " + std::string(what) + ", found " + std::string(to_string(*kind)),
             "InvalidArgumentType");
    }
}

// ---- grouping

bool contains_aggregate(const Expr& expr) {
    return is_aggregate(expr) || std::ranges::any_of(expr.args, [](const ExprPtr& arg) {
               return arg && contains_aggregate(*arg);
           });
}

bool same_expression(const Expr& a, const Expr& b) {
    const auto same_args = [](const ExprPtr& x, const ExprPtr& y) {
        return x && y ? same_expression(*x, *y) : !x && !y;
    };
    return a.kind == b.kind && a.name == b.name && a.op == b.op && a.ops == b.ops &&
           a.names == b.names && a.distinct == b.distinct && a.star == b.star &&
           a.kind != ExprKind::pattern && same(a.value, b.value) &&
           std::ranges::equal(a.args, b.args, same_args);
}

/// In a column with an aggregate, what is not aggregated must be a column of its own.
void Binder::check_grouping(const Expr& expr, const Projection& projection) {
    if (is_aggregate(expr) || !contains_aggregate(expr)) {
        return;
    }
    const auto is_column = [&](const Expr& part) {
        return std::ranges::any_of(projection.items, [&](const Item& item) {
            return same_expression(part, *item.expr) ||
                   (part.kind == ExprKind::variable && part.name == item.alias.text &&
                    !contains_aggregate(*item.expr));
        });
    };
    const std::function<void(const Expr&)> check = [&](const Expr& part) {
        if (is_aggregate(part) || (is_simple(part) && is_column(part))) {
            return;
        }
        if (part.kind == ExprKind::variable) {
            fail(part.span, ErrorCode::syntax,
                 std::string(part.name) +
                     " is neither aggregated nor a column of its own; its value is ambiguous",
                 "AmbiguousAggregationExpression");
        }
        for (const ExprPtr& arg : part.args) {
            if (arg) {
                check(*arg);
            }
        }
    };
    check(expr);
}

/// Replaces what equals a column by a reference to it. Beside an aggregate that must be something
/// simple, as in a column.
void Binder::use_columns(ExprPtr& expr, const Projection& projection, bool beside_aggregate) {
    const bool is_variable = expr->kind == ExprKind::variable;
    const bool is_alias =
        is_variable && std::ranges::any_of(projection.items, [&](const Item& item) {
            return item.alias.text == expr->name;
        });
    if (is_alias) {
        return;
    }
    for (const Item& item : projection.items) {
        if (same_expression(*expr, *item.expr)) {
            if (beside_aggregate && !is_simple(*expr) && !contains_aggregate(*expr)) {
                fail(expr->span, ErrorCode::syntax,
                     "beside an aggregate, refer to this column by its name",
                     "AmbiguousAggregationExpression");
            }
            auto reference = std::make_unique<Expr>();
            reference->kind = ExprKind::variable;
            reference->span = expr->span;
            reference->name = item.alias.text;
            expr = std::move(reference);
            return;
        }
    }
    if (is_aggregate(*expr)) {
        return;
    }
    beside_aggregate = beside_aggregate || contains_aggregate(*expr);
    for (ExprPtr& arg : expr->args) {
        if (arg) {
            use_columns(arg, projection, beside_aggregate);
        }
    }
}

void for_each_slot(const Expr& expr, const std::function<void(Slot)>& visit) {
    if (expr.kind == ExprKind::variable) {
        visit(expr.slot);
    }
    for (const ExprPtr& arg : expr.args) {
        if (arg) {
            for_each_slot(*arg, visit);
        }
    }
    if (expr.pattern) {
        const auto visit_element = [&](const Element& element) {
            visit(element.slot);
            if (element.properties) {
                for_each_slot(*element.properties, visit);
            }
            if (element.where) {
                for_each_slot(*element.where, visit);
            }
        };
        std::ranges::for_each(expr.pattern->nodes, visit_element);
        std::ranges::for_each(expr.pattern->rels, visit_element);
    }
}

}  // namespace litigraph::query
