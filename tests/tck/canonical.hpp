/// \file
/// Values as the conformance kit writes them, in one spelling, so that they compare as text.
#pragma once

#include <litigraph/graph/result.hpp>
#include <litigraph/query/property_graph.hpp>
#include <litigraph/query/value.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace litigraph::tck {

enum class ListOrder : std::uint8_t { kept, ignored };

/// (:A:B {key: 1}), [:T], <(:A)-[:T]->(:B)>, [1, 2.0, 'text']: labels and keys sorted, the elements
/// of lists too if their order is ignored.
std::string canonical(const query::Value& value, const query::PropertyGraph& graph,
                      ListOrder order);

/// The same spelling of a cell of an expected table.
Result<std::string> canonical_cell(std::string_view cell, ListOrder order);

}  // namespace litigraph::tck
