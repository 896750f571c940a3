/// \file
/// Rows of a tab-separated table, read in place.
#pragma once

#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

struct TsvRow {
    std::size_t line = 0;                  ///< 1-based.
    std::vector<std::string_view> fields;  ///< As many as the table has columns; may be empty.
};

/// Hands each row to `take(const TsvRow&) -> Status`. Empty lines and lines with '#' first are
/// skipped; missing last fields are empty; a row with more fields than `columns` is an error.
template <class Take>
Status read_tsv(std::string_view text, std::size_t columns, Take take) {
    TsvRow row;
    while (!text.empty()) {
        ++row.line;
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (line.empty() || line.front() == '#') {
            continue;
        }
        row.fields.clear();
        for (std::size_t tab = 0; tab != std::string_view::npos;) {
            tab = line.find('\t');
            row.fields.push_back(line.substr(0, tab));
            line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
        }
        if (row.fields.size() > columns) {
            return Error{ErrorCode::syntax,
                         "expected at most " + std::to_string(columns) + " fields, found " +
                             std::to_string(row.fields.size()),
                         row.line, 1};
        }
        row.fields.resize(columns);
        if (const Status taken = take(row); !taken) {
            return taken;
        }
    }
    return Success{};
}

}  // namespace litigraph::ingest::detail
