/// \file
/// Tokens to a Statement, by recursive descent with a bound on depth.
#pragma once

#include "ast.hpp"
#include "lexer.hpp"
#include <litigraph/graph/result.hpp>

#include <string_view>

namespace litigraph::query {

/// A statement with the memory that it refers to.
struct ParsedStatement {
    Tokens tokens;
    Statement statement;
};

/// Errors: syntax; unsupported, with the construct's name in `reason`. `text` must outlive the
/// result.
Result<ParsedStatement> parse(std::string_view text);

}  // namespace litigraph::query
