/// \file
/// Values of query parameters, as people and programs write them.
#pragma once

#include <litigraph/query/value.hpp>

#include <rapidjson/document.h>

#include <string_view>

namespace litigraph::cli {

/// What is more than 64 levels deep is null.
query::Value value_of(const rapidjson::Value& json);

/// The value of a JSON text. A text that is not JSON is itself: Nokia is "Nokia".
query::Value value_from_text(std::string_view text);

}  // namespace litigraph::cli
