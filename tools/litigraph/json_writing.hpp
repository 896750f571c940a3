/// \file
/// Writing JSON: thin words around RapidJSON.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>
#include <string_view>

namespace litigraph::cli {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

inline void put(JsonWriter& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
inline void put(JsonWriter& writer, std::string_view name, std::string_view text) {
    put(writer, name);
    put(writer, text);
}
inline void put_raw(JsonWriter& writer, std::string_view name, std::string_view json) {
    put(writer, name);
    writer.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

/// What `write(writer)` writes.
template <class Write>
std::string json_from(Write write) {
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    write(writer);
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace litigraph::cli
