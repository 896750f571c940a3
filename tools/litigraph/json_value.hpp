/// \file
/// Values of query parameters, as people write them.
#pragma once

#include <litigraph/query/value.hpp>

#include <string_view>

namespace litigraph::cli {

/// The value of a JSON text. A text that is not JSON is itself: Nokia is "Nokia".
query::Value value_from_text(std::string_view text);

}  // namespace litigraph::cli
