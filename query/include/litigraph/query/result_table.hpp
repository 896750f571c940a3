/// \file
/// The answer to a query.
#pragma once

#include <litigraph/graph/ids.hpp>
#include <litigraph/query/value.hpp>

#include <string>
#include <vector>

namespace litigraph::query {

struct ResultTable {
    std::vector<std::string> columns;      ///< As written in the query, or the alias.
    std::vector<std::vector<Value>> rows;  ///< Each as long as `columns`.
    /// The edges of the match that each row was made from, ascending; of an aggregate, those of its
    /// matches; of DISTINCT, those of the first. Empty unless Budget::max_support asks for it.
    std::vector<std::vector<EdgeId>> support = {};
    /// What the reader should know of the answer, a sentence each: "no node is named Aple".
    /// For the error stream, not for the data.
    std::vector<std::string> notes;
};

}  // namespace litigraph::query
