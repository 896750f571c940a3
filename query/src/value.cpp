#include <litigraph/query/value.hpp>

#include <algorithm>
#include <array>
#include <limits>

namespace litigraph::query {

namespace {

constexpr std::size_t map_node_size = 64;  // what a map keeps beside key and value

std::size_t saturated_sum(std::size_t a, std::size_t b) noexcept {
    std::size_t sum = 0;
    return __builtin_add_overflow(a, b, &sum) ? std::numeric_limits<std::size_t>::max() : sum;
}

}  // namespace

std::string_view to_string(ValueKind kind) noexcept {
    static constexpr std::array<std::string_view, 11> names{
        "null",   "true or false", "a whole number", "a number", "a text", "a date",
        "a list", "a map",         "a node",         "an edge",  "a path"};
    return names[static_cast<std::size_t>(kind)];
}

Value::Value(List value) {
    Measured<List> measured{std::move(value), sizeof(Value) + sizeof(Measured<List>), 1};
    for (const Value& member : measured.value) {
        measured.bytes = saturated_sum(measured.bytes, member.bytes());
        measured.depth = std::max(measured.depth, member.depth() + 1);
    }
    data_ = std::make_shared<const Measured<List>>(std::move(measured));
}

Value::Value(Map value) {
    Measured<Map> measured{std::move(value), sizeof(Value) + sizeof(Measured<Map>), 1};
    for (const auto& [key, member] : measured.value) {
        const std::size_t entry = sizeof(std::string) + key.size() + map_node_size;
        measured.bytes = saturated_sum(measured.bytes, saturated_sum(entry, member.bytes()));
        measured.depth = std::max(measured.depth, member.depth() + 1);
    }
    data_ = std::make_shared<const Measured<Map>>(std::move(measured));
}

Value Value::view_of(std::string_view text) noexcept {
    Value value;
    value.data_ = text;
    return value;
}

ValueKind Value::kind() const noexcept {
    static constexpr std::array<ValueKind, 12> kinds{
        ValueKind::null, ValueKind::boolean, ValueKind::integer, ValueKind::real,
        ValueKind::text, ValueKind::text,    ValueKind::date,    ValueKind::list,
        ValueKind::map,  ValueKind::node,    ValueKind::edge,    ValueKind::path};
    return kinds[data_.index()];
}

bool Value::is_number() const noexcept {
    return kind() == ValueKind::integer || kind() == ValueKind::real;
}

std::string_view Value::text() const noexcept {
    const auto* owned = std::get_if<TextPointer>(&data_);
    return owned != nullptr ? std::string_view(**owned) : *std::get_if<std::string_view>(&data_);
}

std::size_t Value::bytes() const noexcept {
    switch (kind()) {
        case ValueKind::text:
            return sizeof(Value) + text().size();
        case ValueKind::list:
            return (*std::get_if<ListPointer>(&data_))->bytes;
        case ValueKind::map:
            return (*std::get_if<MapPointer>(&data_))->bytes;
        case ValueKind::path:
            return sizeof(Value) + sizeof(Path) + path().steps.size() * sizeof(Step);
        default:
            return sizeof(Value);
    }
}

std::size_t Value::depth() const noexcept {
    switch (kind()) {
        case ValueKind::list:
            return (*std::get_if<ListPointer>(&data_))->depth;
        case ValueKind::map:
            return (*std::get_if<MapPointer>(&data_))->depth;
        default:
            return 0;
    }
}

double Value::number() const noexcept {
    return kind() == ValueKind::integer ? static_cast<double>(integer()) : real();
}

}  // namespace litigraph::query
