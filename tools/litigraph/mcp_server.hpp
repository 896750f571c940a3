/// \file
/// The Model Context Protocol: a graph as a server that a language model's client talks to.
#pragma once

#include "asker.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::cli {

/// Answers one JSON-RPC 2.0 message with another, without a line end in it; nothing answers a
/// notification. Whatever the message is, there is an answer or an error for it. Answers have at
/// most 100 rows, unless max_rows asks for more, and say how many there are.
std::optional<std::string> mcp_reply(const Asker& asker, std::string_view message);

/// Reads a message a line until the input ends and answers each at once. A line above 4 MiB is an
/// error and is not kept.
void serve_mcp(const Asker& asker, std::istream& in, std::ostream& out);

}  // namespace litigraph::cli
