/// \file
/// Cells as JSON, for the renderers and the exports.
#pragma once

#include <litigraph/query/table.hpp>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <string_view>

namespace litigraph::query::detail {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

/// Broken bytes are replaced, so the document is always valid UTF-8.
void write_json_text(JsonWriter& writer, std::string_view text);
/// A number that JSON cannot say (infinity, not a number) is null.
void write_json(JsonWriter& writer, const Cell& cell);

/// The cell alone, on one line.
inline std::string json_text(const Cell& cell) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    write_json(writer, cell);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace litigraph::query::detail
