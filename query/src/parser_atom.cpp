#include "parser_state.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::array<std::string_view, 4> quantifiers{"ALL", "ANY", "NONE", "SINGLE"};

}  // namespace

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
