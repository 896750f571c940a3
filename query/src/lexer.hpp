/// \file
/// Text of a statement to tokens.
#pragma once

#include <litigraph/graph/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query {

/// Bytes of a statement.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

enum class TokenKind : std::uint8_t {
    name,         ///< A word; keywords are names too, the parser knows where they stand.
    quoted_name,  ///< `any text` in backticks: never a keyword.
    integer,
    real,
    text,
    parameter,
    symbol,
    end
};

struct Token {
    TokenKind kind = TokenKind::end;
    Span span;
    /// Name, symbol or digits as written; parameter without '$'; text with escapes resolved.
    std::string_view words;
};

struct Tokens {
    std::vector<Token> list;         ///< The last is `end`.
    std::vector<std::string> texts;  ///< What escaped texts refer to; never grows afterwards.
};

/// Errors: syntax, with the place. `statement` must outlive the tokens.
Result<Tokens> tokenize(std::string_view statement);

/// An Error at `span` of `statement`.
Error error_at(std::string_view statement, Span span, ErrorCode code, std::string message,
               std::string_view reason = {});

/// Equal but for the case of ASCII letters.
bool same_word(std::string_view a, std::string_view b) noexcept;

}  // namespace litigraph::query
