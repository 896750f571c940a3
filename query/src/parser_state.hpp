/// \file
/// The parser's cursor and its productions; clauses and patterns are in parser.cpp, operators of
/// expressions in parser_expression.cpp, what they work on in parser_atom.cpp.
///
/// After the first error the cursor stands at the end of the statement, where no production finds
/// what it looks for, so that all of them return soon; only the first error is kept.
#pragma once

#include "ast.hpp"
#include "lexer.hpp"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::query {

class Parser {
  public:
    Parser(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

    Statement statement();
    const std::optional<Error>& error() const { return error_; }

  private:
    // clauses
    void clause(Part& part);
    Match match();
    Projection projection(bool is_return);
    void items(Projection& result);
    Item item();
    void order(Projection& result);
    bool refuse_clause();

    // patterns
    void patterns(Match& match);
    Pattern pattern();
    void selector(Pattern& result);
    void chain(Pattern& result);
    NodePattern node();
    void labels(NodePattern& result);
    RelPattern relationship();
    void detail(RelPattern& result);
    void types(RelPattern& result);
    Word type();
    void star(RelPattern& result);
    void quantifier(RelPattern& result);
    void element_properties(Element& result);
    std::size_t length_bound();

    // expressions
    ExprPtr expression();
    ExprPtr conjunction(std::size_t level);
    ExprPtr negation();
    ExprPtr comparison();
    ExprPtr predicate();
    ExprPtr text_predicate(ExprPtr subject);
    ExprPtr null_predicate(ExprPtr subject);
    ExprPtr label_predicate(ExprPtr subject);
    ExprPtr arithmetic(std::size_t level);
    ExprPtr unary();
    ExprPtr postfix();
    ExprPtr subscript(ExprPtr subject);
    ExprPtr atom();
    ExprPtr name_or_call();
    ExprPtr call();
    ExprPtr case_when();
    ExprPtr list();
    ExprPtr map();
    ExprPtr pattern_predicate();
    ExprPtr number(bool negative);
    bool refuse_expression();
    bool is_pattern_ahead(std::size_t ahead) const;
    Operator comparison_operator() const;

    ExprPtr make(ExprKind kind, Span span);
    ExprPtr make(ExprKind kind, Operator op, ExprPtr left, ExprPtr right);
    ExprPtr checked(ExprPtr expr);

    // cursor
    const Token& peek(std::size_t ahead = 0) const;
    const Token& take();
    bool is_word(std::string_view word, std::size_t ahead = 0) const;
    bool is_words(std::string_view first, std::string_view second) const;
    bool is_symbol(std::string_view symbol, std::size_t ahead = 0) const;
    bool is_name(std::size_t ahead = 0) const;
    bool take_word(std::string_view word);
    bool take_symbol(std::string_view symbol);
    void expect_word(std::string_view word);
    void expect_symbol(std::string_view symbol, std::string_view reason = "UnexpectedSyntax");
    Word expect_name(std::string_view what);
    Span since(std::size_t begin) const;  ///< From there to the last token taken.

    void fail_expected(std::string_view what, std::string_view reason = "UnexpectedSyntax");
    void fail(Span span, ErrorCode code, std::string message, std::string_view reason);
    /// One more thing that the executor may have open at one time.
    void count_piece();
    void unsupported(Span span, std::string_view construct, std::string_view instead = {});

    std::string_view text_;
    const Tokens& tokens_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
    std::size_t pieces_ = 0;
    std::optional<Error> error_;
};

/// Levels of nesting that a statement may have.
inline constexpr std::size_t max_depth = 200;

/// Clauses, nodes and relationships that it may have: the executor recurses over them.
inline constexpr std::size_t max_pieces = 500;

/// One level deeper while it lives.
class Deeper {
  public:
    explicit Deeper(std::size_t& depth) : depth_(depth) { ++depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    ~Deeper() { --depth_; }

  private:
    std::size_t& depth_;
};

}  // namespace litigraph::query
