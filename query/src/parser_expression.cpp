#include "parser_state.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace litigraph::query {

namespace {

struct WordOperator {
    std::string_view word;
    Operator op;
};
/// From the weakest; each level is left-associative.
constexpr std::array<WordOperator, 3> conjunctions{
    {{"OR", Operator::logical_or}, {"XOR", Operator::logical_xor}, {"AND", Operator::logical_and}}};

struct SymbolOperator {
    std::string_view symbol;
    std::size_t level;
    Operator op;
};
constexpr std::size_t arithmetic_levels = 3;
constexpr std::array<SymbolOperator, 6> arithmetic_operators{{{"+", 0, Operator::add},
                                                              {"-", 0, Operator::subtract},
                                                              {"*", 1, Operator::multiply},
                                                              {"/", 1, Operator::divide},
                                                              {"%", 1, Operator::modulo},
                                                              {"^", 2, Operator::power}}};

constexpr std::array<WordOperator, 6> comparisons{{{"=", Operator::equal},
                                                   {"<>", Operator::not_equal},
                                                   {"<", Operator::less},
                                                   {"<=", Operator::less_equal},
                                                   {">", Operator::greater},
                                                   {">=", Operator::greater_equal}}};

}  // namespace

ExprPtr Parser::make(ExprKind kind, Span span) {
    auto expr = std::make_unique<Expr>();
    expr->kind = kind;
    expr->span = span;
    return expr;
}

ExprPtr Parser::make(ExprKind kind, Operator op, ExprPtr left, ExprPtr right) {
    const Span span{left->span.begin, right ? right->span.end : left->span.end};
    ExprPtr expr = make(kind, span);
    expr->op = op;
    expr->args.push_back(std::move(left));
    if (right) {
        expr->args.push_back(std::move(right));
    }
    return checked(std::move(expr));
}

/// Trees are walked recursively, so their height has a bound.
ExprPtr Parser::checked(ExprPtr expr) {
    for (const ExprPtr& arg : expr->args) {
        if (arg) {
            expr->height = std::max(expr->height, arg->height + 1);
        }
    }
    if (expr->height > max_height) {
        fail(expr->span, ErrorCode::limit_exceeded, "this expression is nested too deeply", {});
        return make(ExprKind::literal, expr->span);
    }
    return expr;
}

ExprPtr Parser::expression() {
    const Deeper deeper(depth_);
    if (depth_ > max_depth) {
        fail(peek().span, ErrorCode::limit_exceeded, "this expression is nested too deeply", {});
        return make(ExprKind::literal, peek().span);
    }
    return conjunction(0);
}

ExprPtr Parser::conjunction(std::size_t level) {
    if (level == conjunctions.size()) {
        return negation();
    }
    ExprPtr left = conjunction(level + 1);
    while (take_word(conjunctions[level].word)) {
        left =
            make(ExprKind::binary, conjunctions[level].op, std::move(left), conjunction(level + 1));
    }
    return left;
}

ExprPtr Parser::negation() {
    const std::size_t begin = at_;
    std::size_t count = 0;
    while (take_word("NOT")) {
        ++count;
    }
    ExprPtr result = comparison();
    const std::uint32_t start = tokens_.list[begin].span.begin;
    for (; count > 0 && !error_; --count) {
        result = make(ExprKind::unary, Operator::logical_not, std::move(result), nullptr);
        result->span.begin = start;
    }
    return result;
}

Operator Parser::comparison_operator() const {
    for (const WordOperator& candidate : comparisons) {
        if (is_symbol(candidate.word)) {
            return candidate.op;
        }
    }
    return Operator::none;
}

/// 1 < x < 3 is one chain.
ExprPtr Parser::comparison() {
    ExprPtr first = predicate();
    if (is_symbol("=~")) {
        unsupported(peek().span, "=~ (regular expressions)",
                    "use CONTAINS, STARTS WITH or ENDS WITH");
    }
    if (comparison_operator() == Operator::none) {
        return first;
    }
    ExprPtr chain = make(ExprKind::comparison, first->span);
    chain->args.push_back(std::move(first));
    for (Operator op = comparison_operator(); op != Operator::none; op = comparison_operator()) {
        ++at_;
        chain->ops.push_back(op);
        chain->args.push_back(predicate());
    }
    chain->span.end = chain->args.back()->span.end;
    return checked(std::move(chain));
}

ExprPtr Parser::predicate() {
    ExprPtr result = arithmetic(0);
    while (!error_) {
        if (is_words("STARTS", "WITH") || is_words("ENDS", "WITH") || is_word("CONTAINS") ||
            is_word("IN")) {
            result = text_predicate(std::move(result));
        } else if (is_word("IS")) {
            result = null_predicate(std::move(result));
        } else {
            break;
        }
    }
    return result;
}

ExprPtr Parser::text_predicate(ExprPtr subject) {
    Operator op = Operator::in;
    if (take_word("CONTAINS")) {
        op = Operator::contains;
    } else if (!take_word("IN")) {
        op = is_word("STARTS") ? Operator::starts_with : Operator::ends_with;
        at_ += 2;
    }
    return make(ExprKind::binary, op, std::move(subject), arithmetic(0));
}

ExprPtr Parser::null_predicate(ExprPtr subject) {
    ++at_;
    const bool negated = take_word("NOT");
    ExprPtr result = make(ExprKind::is_null, Operator::none, std::move(subject), nullptr);
    expect_word("NULL");
    result->span.end = tokens_.list[at_ > 0 ? at_ - 1 : 0].span.end;
    return negated ? make(ExprKind::unary, Operator::logical_not, std::move(result), nullptr)
                   : std::move(result);
}

ExprPtr Parser::label_predicate(ExprPtr subject) {
    ExprPtr result = make(ExprKind::has_labels, Operator::none, std::move(subject), nullptr);
    while (take_symbol(":")) {
        const Word label = expect_name("the type of a node after ':'");
        result->names.push_back(label.text);
        result->name_spans.push_back(label.span);
        result->span.end = label.span.end;
    }
    return result;
}

ExprPtr Parser::arithmetic(std::size_t level) {
    if (level == arithmetic_levels) {
        return unary();
    }
    ExprPtr left = arithmetic(level + 1);
    while (true) {
        const auto* op = std::ranges::find_if(arithmetic_operators, [&](const auto& candidate) {
            return candidate.level == level && is_symbol(candidate.symbol);
        });
        if (op == arithmetic_operators.end()) {
            return left;
        }
        ++at_;
        left = make(ExprKind::binary, op->op, std::move(left), arithmetic(level + 1));
    }
}

ExprPtr Parser::unary() {
    const std::size_t begin = at_;
    std::vector<Operator> signs;
    while (is_symbol("-") || is_symbol("+")) {
        const bool minus = is_symbol("-");
        ++at_;
        const bool number_next =
            peek().kind == TokenKind::integer || peek().kind == TokenKind::real;
        if (minus && number_next) {  // the smallest integer has no positive twin
            --at_;
            break;
        }
        signs.push_back(minus ? Operator::minus : Operator::plus);
    }
    ExprPtr result = postfix();
    for (; !signs.empty() && !error_; signs.pop_back()) {
        result = make(ExprKind::unary, signs.back(), std::move(result), nullptr);
        result->span.begin = tokens_.list[begin].span.begin;
    }
    return result;
}

ExprPtr Parser::postfix() {
    ExprPtr result = atom();
    while (!error_) {
        if (take_symbol(".")) {
            const Word name = expect_name("the name of a property after '.'");
            result = make(ExprKind::property, Operator::none, std::move(result), nullptr);
            result->name = name.text;
            result->span.end = name.span.end;
        } else if (is_symbol("[")) {
            result = subscript(std::move(result));
        } else if (is_symbol("{") && result->kind == ExprKind::variable) {
            unsupported(peek().span, "a map projection", "use {key: n.key}");
        } else if (is_symbol(":") && is_name(1)) {
            result = label_predicate(std::move(result));
        } else {
            break;
        }
    }
    return result;
}

ExprPtr Parser::subscript(ExprPtr subject) {
    const Span begin = subject->span;
    expect_symbol("[");
    ExprPtr from = is_symbol("..") ? nullptr : expression();
    ExprPtr result;
    if (take_symbol("..")) {
        ExprPtr to = is_symbol("]") ? nullptr : expression();
        result = make(ExprKind::slice, begin);
        result->args.push_back(std::move(subject));
        result->args.push_back(std::move(from));
        result->args.push_back(std::move(to));
    } else {
        result = make(ExprKind::index, begin);
        result->args.push_back(std::move(subject));
        result->args.push_back(std::move(from));
    }
    expect_symbol("]");
    result->span.end = tokens_.list[at_ > 0 ? at_ - 1 : 0].span.end;
    return checked(std::move(result));
}

}  // namespace litigraph::query
