/// \file
/// The answer to a query.
#pragma once

#include <litigraph/query/value.hpp>

#include <string>
#include <vector>

namespace litigraph::query {

struct ResultTable {
    std::vector<std::string> columns;      ///< As written in the query, or the alias.
    std::vector<std::vector<Value>> rows;  ///< Each as long as `columns`.
    /// What the reader should know of the answer, a sentence each: "no node is named Aple".
    /// For the error stream, not for the data.
    std::vector<std::string> notes;
};

}  // namespace litigraph::query
