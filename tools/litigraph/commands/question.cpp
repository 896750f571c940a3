#include "question.hpp"

#include "../json_value.hpp"

#include <chrono>

namespace litigraph::cli {

std::size_t AskedGraph::rows_shown(std::size_t by_default) const {
    return max_rows == not_given ? by_default : max_rows;
}

std::vector<Parameter> AskedGraph::parameters() {
    return {
        {.names = "FILE",
         .help = "A graph, as ingest makes it",
         .value = &file,
         .is_required = true},
        {.names = "--max-rows",
         .help = "Show no more rows to people; 0 shows all",
         .value = &max_rows},
    };
}

int with_graph(const std::string& file, Console& console,
               const std::function<int(const Asker&)>& ask) {
    const Result<std::unique_ptr<Asker>> asker = Asker::open(file);
    return asker ? ask(**asker) : report(console, asker.error());
}

std::vector<Parameter> QueryLimits::parameters() {
    return {
        {.names = "--limit-rows", .help = "Stop a query with more rows", .value = &rows},
        {.names = "--limit-seconds",
         .help = "Stop a query that takes longer; 60 by default",
         .value = &seconds},
        {.names = "--limit-mb",
         .help = "Stop a query that keeps more; 1024 by default",
         .value = &megabytes},
    };
}

query::Budget QueryLimits::budget() const {
    query::Budget budget;
    if (rows != 0) {
        budget.max_rows = rows;
    }
    if (seconds != 0) {
        budget.timeout = std::chrono::seconds(seconds);
    }
    if (megabytes != 0) {
        budget.max_bytes = megabytes << 20U;
    }
    return budget;
}

Result<query::Parameters> parse_query_parameters(const std::vector<std::string>& assignments) {
    query::Parameters parameters;
    for (const std::string& assignment : assignments) {
        const std::size_t sign = assignment.find('=');
        if (sign == 0 || sign == std::string::npos) {
            return Error{
                ErrorCode::syntax,
                "expected a parameter such as name='\"Amazon\"', found '" + assignment + "'"};
        }
        parameters.insert_or_assign(assignment.substr(0, sign),
                                    value_from_text(std::string_view(assignment).substr(sign + 1)));
    }
    return parameters;
}

std::string quoted_name(std::string_view name) {
    const bool is_word = name.find_first_of(" \t,") == std::string_view::npos;
    if (is_word || name.starts_with('"') || name.starts_with('\'')) {
        return std::string(name);
    }
    const char quote = name.find('"') == std::string_view::npos ? '"' : '\'';
    return quote + std::string(name) + quote;
}

}  // namespace litigraph::cli
