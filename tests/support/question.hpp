/// \file
/// Asks a line the way the command line does, and reads the answer in a test's words.
#pragma once

#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/result_cells.hpp>
#include <litigraph/query/verbs.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::test {

/// A verb or a statement of the query language.
inline Result<query::Table> answer_to(const query::VerbContext& context, std::string_view line,
                                      const query::Parameters& parameters = {}) {
    if (query::is_verb(line)) {
        const Result<query::Answer> answer = query::ask(context, line);
        return answer ? Result<query::Table>(answer->table) : answer.error();
    }
    const query::LitigationStore store(context.graph);
    const Result<query::ResultTable> answer = query::run(line, store, parameters);
    return answer ? Result<query::Table>(to_table(context.graph, *answer)) : answer.error();
}

/// Rows "a|b" of the columns "x|y"; of all columns if none is named.
inline std::vector<std::string> rows_of(const query::Table& table, std::string_view columns = {}) {
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string name = '|' + table.columns[i] + '|';
        if (columns.empty() || ('|' + std::string(columns) + '|').find(name) != std::string::npos) {
            chosen.push_back(i);
        }
    }
    std::vector<std::string> rows;
    for (const query::Row& row : table.rows) {
        std::string& line = rows.emplace_back();
        for (const std::size_t column : chosen) {
            line += (column == chosen.front() ? "" : "|") + to_string(row[column]);
        }
    }
    return rows;
}

}  // namespace litigraph::test
