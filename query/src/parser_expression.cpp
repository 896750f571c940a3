#include "parser_state.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
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

constexpr std::array<std::string_view, 4> quantifiers{"ALL", "ANY", "NONE", "SINGLE"};

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

ExprPtr Parser::atom() {
    const Token& token = peek();
    switch (token.kind) {
        case TokenKind::integer:
        case TokenKind::real:
            return number(false);
        case TokenKind::text: {
            ExprPtr result = make(ExprKind::literal, take().span);
            result->value = Value(std::string(token.words));
            return result;
        }
        case TokenKind::parameter: {
            ExprPtr result = make(ExprKind::parameter, take().span);
            result->name = token.words;
            return result;
        }
        case TokenKind::name:
        case TokenKind::quoted_name:
            return name_or_call();
        case TokenKind::symbol:
            if (is_symbol("-")) {
                return number(true);
            }
            if (is_symbol("[")) {
                return list();
            }
            if (is_symbol("{")) {
                return map();
            }
            if (is_symbol("(")) {
                if (is_pattern_ahead(0)) {
                    return pattern_predicate();
                }
                ++at_;
                ExprPtr result = expression();
                expect_symbol(")");
                if (!error_) {  // so that a column is named as written
                    result->span = {token.span.begin, tokens_.list[at_ - 1].span.end};
                }
                return result;
            }
            break;
        case TokenKind::end:
            break;
    }
    fail_expected("an expression");
    return make(ExprKind::literal, token.span);
}

ExprPtr Parser::number(bool negative) {
    const std::size_t begin = at_;
    at_ += negative ? 1 : 0;
    const Token& token = peek();
    if (token.kind != TokenKind::integer && token.kind != TokenKind::real) {
        fail_expected("a number");
        return make(ExprKind::literal, token.span);
    }
    ++at_;
    ExprPtr result = make(ExprKind::literal, since(begin));
    const std::string digits = (negative ? "-" : "") + std::string(token.words);
    if (token.kind == TokenKind::real) {
        const double value = std::strtod(digits.c_str(), nullptr);
        if (std::isinf(value)) {
            fail(token.span, ErrorCode::syntax, "this number is too large",
                 "FloatingPointOverflow");
        }
        result->value = Value(value);
        return result;
    }
    const bool hex = token.words.starts_with("0x") || token.words.starts_with("0X");
    const bool octal = token.words.starts_with("0o");
    const std::size_t prefix = hex || octal ? 2 : 0;
    const std::string plain = (negative ? "-" : "") + std::string(token.words.substr(prefix));
    std::int64_t value = 0;
    const char* end = plain.data() + plain.size();
    const auto [parsed, error] =
        std::from_chars(plain.data(), end, value, hex ? 16 : (octal ? 8 : 10));
    if (parsed != end || error == std::errc::invalid_argument) {
        fail(token.span, ErrorCode::syntax, "this is not a number", "InvalidNumberLiteral");
    } else if (error != std::errc{}) {
        fail(token.span, ErrorCode::syntax, "this whole number does not fit 64 bits",
             "IntegerOverflow");
    }
    result->value = Value(value);
    return result;
}

ExprPtr Parser::name_or_call() {
    const Token& token = peek();
    if (token.kind == TokenKind::name) {
        if (is_word("TRUE") || is_word("FALSE") || is_word("NULL")) {
            ExprPtr result = make(ExprKind::literal, token.span);
            result->value = is_word("NULL") ? Value() : Value(is_word("TRUE"));
            ++at_;
            return result;
        }
        if (is_word("CASE")) {
            return case_when();
        }
        if (refuse_expression()) {
            return make(ExprKind::literal, token.span);
        }
    }
    std::size_t after = 1;  // date.truncate(...) is a call too
    while (is_symbol(".", after) && is_name(after + 1)) {
        after += 2;
    }
    if (is_symbol("(", after)) {
        return call();
    }
    ++at_;
    ExprPtr result = make(ExprKind::variable, token.span);
    result->name = token.words;
    return result;
}

/// Whether a construct stands here that the language leaves out; then it is the error.
bool Parser::refuse_expression() {
    const Span span = peek().span;
    const bool opens = is_symbol("(", 1);
    if ((is_word("EXISTS") || is_word("COUNT") || is_word("COLLECT")) && is_symbol("{", 1)) {
        unsupported(span, "a subquery in braces", "write the pattern itself in WHERE");
    } else if (is_word("EXISTS") && opens) {
        unsupported(span, "exists()", "write the pattern itself, or IS NOT NULL");
    } else if (is_word("REDUCE") && opens) {
        unsupported(span, "reduce()");
    } else if (opens && (is_word("SHORTESTPATH") || is_word("ALLSHORTESTPATHS"))) {
        unsupported(span, "a shortest path in an expression", "put it into MATCH");
    } else if (opens && is_name(2) && is_word("IN", 3) &&
               std::ranges::any_of(quantifiers, [&](auto word) { return is_word(word); })) {
        unsupported(span, "a quantifier over a list");
    } else {
        return false;
    }
    return true;
}

ExprPtr Parser::call() {
    const std::size_t begin = at_;
    ExprPtr result = make(ExprKind::call, peek().span);
    while (!is_symbol("(")) {
        ++at_;
    }
    const Span name = since(begin);
    result->name = at_ - begin == 1 ? tokens_.list[begin].words
                                    : text_.substr(name.begin, name.end - name.begin);
    ++at_;
    result->distinct = take_word("DISTINCT");
    result->star = take_symbol("*");
    if (!result->star && !is_symbol(")")) {
        do {
            result->args.push_back(expression());
        } while (take_symbol(","));
    }
    expect_symbol(")");
    result->span = since(begin);
    return checked(std::move(result));
}

ExprPtr Parser::case_when() {
    const std::size_t begin = at_;
    ExprPtr result = make(ExprKind::case_when, peek().span);
    expect_word("CASE");
    if (!is_word("WHEN")) {
        result->has_subject = true;
        result->args.push_back(expression());
    }
    do {
        expect_word("WHEN");
        result->args.push_back(expression());
        expect_word("THEN");
        result->args.push_back(expression());
    } while (is_word("WHEN"));
    result->args.push_back(take_word("ELSE") ? expression() : make(ExprKind::literal, peek().span));
    expect_word("END");
    result->span = since(begin);
    return checked(std::move(result));
}

ExprPtr Parser::list() {
    const std::size_t begin = at_;
    expect_symbol("[");
    if (is_name() && is_word("IN", 1)) {
        unsupported(peek().span, "a list comprehension");
    } else if (is_pattern_ahead(0) || (is_name() && is_symbol("=", 1) && is_pattern_ahead(2))) {
        unsupported(peek().span, "a pattern comprehension", "use MATCH and collect()");
    }
    ExprPtr result = make(ExprKind::list, peek().span);
    if (!is_symbol("]")) {
        do {
            result->args.push_back(expression());
        } while (take_symbol(","));
    }
    expect_symbol("]");
    result->span = since(begin);
    return checked(std::move(result));
}

ExprPtr Parser::map() {
    const std::size_t begin = at_;
    ExprPtr result = make(ExprKind::map, peek().span);
    expect_symbol("{");
    if (!is_symbol("}")) {
        do {
            const Word name = expect_name("the name of a property");
            result->names.push_back(name.text);
            result->name_spans.push_back(name.span);
            expect_symbol(":");
            result->args.push_back(expression());
        } while (take_symbol(","));
    }
    expect_symbol("}");
    result->span = since(begin);
    return checked(std::move(result));
}

/// Whether `(` begins a node that a relationship follows, not an expression in parentheses.
bool Parser::is_pattern_ahead(std::size_t ahead) const {
    if (!is_symbol("(", ahead)) {
        return false;
    }
    std::size_t i = ahead + 1;
    i += is_name(i) ? 1 : 0;
    if (!is_symbol(")", i) && !is_symbol(":", i) && !is_symbol("{", i) && !is_word("WHERE", i)) {
        return false;
    }
    for (std::size_t open = 1; open > 0; ++i) {
        if (peek(i).kind == TokenKind::end) {
            return false;
        }
        open += is_symbol("(", i) ? 1 : 0;
        open -= is_symbol(")", i) ? 1 : 0;
    }
    i += is_symbol("<", i) ? 1 : 0;
    return is_symbol("-", i) && (is_symbol("[", i + 1) || is_symbol("-", i + 1));
}

ExprPtr Parser::pattern_predicate() {
    const std::size_t begin = at_;
    ExprPtr result = make(ExprKind::pattern, peek().span);
    result->pattern = std::make_unique<Pattern>();
    chain(*result->pattern);
    result->span = since(begin);
    result->pattern->span = result->span;
    return result;
}

}  // namespace litigraph::query
