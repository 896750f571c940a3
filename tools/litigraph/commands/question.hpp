/// \file
/// What every command that asks one graph has in common.
#pragma once

#include "../answer_output.hpp"
#include "../asker.hpp"
#include "../command.hpp"

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

/// FILE, and how many rows people are shown.
struct AskedGraph {
    static constexpr std::size_t not_given = std::numeric_limits<std::size_t>::max();
    std::string file;
    std::size_t max_rows = not_given;

    /// The bound that was given, else `by_default`.
    std::size_t rows_shown(std::size_t by_default = 0) const;
    std::vector<Parameter> parameters();
};

/// Opens the file and hands it to `ask`, whose exit code it returns; says why if it cannot.
int with_graph(const std::string& file, Console& console,
               const std::function<int(const Asker&)>& ask);

/// Limits of a query, as options.
struct QueryLimits {
    std::size_t rows = 0;  ///< 0: as Budget has it, as the others.
    std::size_t seconds = 0;
    std::size_t megabytes = 0;

    std::vector<Parameter> parameters();
    query::Budget budget() const;
};

/// "name=JSON", or "name=text" where the text is no JSON. Errors: syntax.
Result<query::Parameters> parse_query_parameters(const std::vector<std::string>& assignments);

/// A name as a verb's line needs it: in quotes if it is more than one word.
std::string quoted_name(std::string_view name);

}  // namespace litigraph::cli
