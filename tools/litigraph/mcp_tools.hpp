/// \file
/// What language models may ask of a graph: tools that only read.
#pragma once

#include "asker.hpp"
#include <litigraph/query/value.hpp>

#include <span>
#include <string>
#include <string_view>

namespace litigraph::cli {

struct McpArgument {
    enum class Type : std::uint8_t { text, whole_number, texts, record };
    std::string_view name;
    Type type = Type::text;
    std::string_view description;
    bool is_required = false;
};

struct McpTool {
    std::string_view name;
    std::string_view description;
    std::span<const McpArgument> arguments;
    /// Requires: arguments that accepted() takes.
    Result<query::Answer> (*run)(const Asker&, const query::Map&);
};

/// In the order in which they are listed.
std::span<const McpTool> mcp_tools() noexcept;

/// Whether the tool knows every argument, each has its type, and none that it needs is missing;
/// says what is wrong. Null is as good as absent.
Status accepted(const McpTool& tool, const query::Map& arguments);

}  // namespace litigraph::cli
