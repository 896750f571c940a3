#include "json_value.hpp"

#include <string>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::size_t deepest = 64;

std::string_view text_of(const rapidjson::Value& json) {
    return {json.GetString(), json.GetStringLength()};
}

query::Value value_of(const rapidjson::Value& json, std::size_t depth) {
    if (depth > deepest || json.IsNull()) {
        return {};
    }
    if (json.IsBool()) {
        return query::Value(json.GetBool());
    }
    if (json.IsInt64()) {
        return query::Value(std::int64_t{json.GetInt64()});
    }
    if (json.IsNumber()) {
        return query::Value(json.GetDouble());
    }
    if (json.IsString()) {
        return query::Value(std::string(text_of(json)));
    }
    if (json.IsArray()) {
        query::List list;
        for (const rapidjson::Value& item : json.GetArray()) {
            list.push_back(value_of(item, depth + 1));
        }
        return query::Value(std::move(list));
    }
    query::Map map;
    for (const auto& member : json.GetObject()) {
        map.insert_or_assign(std::string(text_of(member.name)), value_of(member.value, depth + 1));
    }
    return query::Value(std::move(map));
}

}  // namespace

query::Value value_of(const rapidjson::Value& json) { return value_of(json, 0); }

query::Value value_from_text(std::string_view text) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag>(text.data(),
                                                                                    text.size());
    return json.HasParseError() ? query::Value(std::string(text)) : value_of(json, 0);
}

}  // namespace litigraph::cli
