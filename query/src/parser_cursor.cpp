#include "parser_state.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace litigraph::query {

const Token& Parser::peek(std::size_t ahead) const {
    return tokens_.list[std::min(at_ + ahead, tokens_.list.size() - 1)];
}

const Token& Parser::take() {
    const Token& token = peek();
    if (token.kind != TokenKind::end) {
        ++at_;
    }
    return token;
}

bool Parser::is_word(std::string_view word, std::size_t ahead) const {
    const Token& token = peek(ahead);
    return token.kind == TokenKind::name && same_word(token.words, word);
}

bool Parser::is_words(std::string_view first, std::string_view second) const {
    return is_word(first) && is_word(second, 1);
}

bool Parser::is_symbol(std::string_view symbol, std::size_t ahead) const {
    const Token& token = peek(ahead);
    return token.kind == TokenKind::symbol && token.words == symbol;
}

bool Parser::is_name(std::size_t ahead) const {
    const TokenKind kind = peek(ahead).kind;
    return kind == TokenKind::name || kind == TokenKind::quoted_name;
}

bool Parser::take_word(std::string_view word) {
    const bool found = is_word(word);
    at_ += found ? 1 : 0;
    return found;
}

bool Parser::take_symbol(std::string_view symbol) {
    const bool found = is_symbol(symbol);
    at_ += found ? 1 : 0;
    return found;
}

void Parser::expect_word(std::string_view word) {
    if (!take_word(word)) {
        fail_expected(word);
    }
}

void Parser::expect_symbol(std::string_view symbol, std::string_view reason) {
    if (!take_symbol(symbol)) {
        fail_expected("'" + std::string(symbol) + "'", reason);
    }
}

Word Parser::expect_name(std::string_view what) {
    if (!is_name()) {
        fail_expected(what);
        return {};
    }
    const Token& token = take();
    return {token.words, token.span};
}

Span Parser::since(std::size_t begin) const {
    const Span first = tokens_.list[begin].span;
    return at_ > begin ? Span{first.begin, tokens_.list[at_ - 1].span.end} : first;
}

void Parser::fail_expected(std::string_view what, std::string_view reason) {
    const Token& token = peek();
    const std::string found =
        token.kind == TokenKind::end
            ? "the end of the query"
            : std::string(text_.substr(token.span.begin, token.span.end - token.span.begin));
    fail(token.span, ErrorCode::syntax, "expected " + std::string(what) + ", found " + found,
         reason);
}

void Parser::fail(Span span, ErrorCode code, std::string message, std::string_view reason) {
    if (!error_) {
        error_ = error_at(text_, span, code, std::move(message), reason);
    }
    at_ = tokens_.list.size() - 1;
}

void Parser::count_piece() {
    if (++pieces_ > max_pieces) {
        fail(peek().span, ErrorCode::limit_exceeded,
             "depth budget: a query can have " + std::to_string(max_pieces) +
                 " clauses, nodes and relationships; ask in parts",
             {});
    }
}

void Parser::unsupported(Span span, std::string_view construct, std::string_view instead) {
    std::string message = std::string(construct) + " is not part of this language";
    if (!instead.empty()) {
        message += ": " + std::string(instead);
    }
    fail(span, ErrorCode::unsupported, std::move(message), construct);
}

}  // namespace litigraph::query
