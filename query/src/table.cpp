#include "json_cell.hpp"
#include "utf8.hpp"
#include <litigraph/query/table.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace litigraph::query {
namespace {

std::string number_text(double number) {
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    std::string text(digits.data(), end);
    if (std::isfinite(number) && text.find_first_of(".e") == std::string::npos) {
        text += ".0";
    }
    return text;
}

struct ToText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return number_text(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Thing& thing) const { return thing.words; }
    std::string operator()(const CellList& list) const {
        std::string text = "[";
        for (const Cell& cell : list) {
            text += text.size() > 1 ? ", " : "";
            text += inner_text(cell);
        }
        return text + "]";
    }
    std::string operator()(const CellRecord& record) const {
        std::string text = "{";
        for (const auto& [name, cell] : record) {
            text += text.size() > 1 ? ", " : "";
            text += name + ": " + inner_text(cell);
        }
        return text + "}";
    }
    static std::string inner_text(const Cell& cell) {
        return cell.is_null() ? "null" : to_string(cell);
    }
};

struct ToJson {
    detail::JsonWriter& writer;

    void operator()(std::monostate) const { writer.Null(); }
    void operator()(bool flag) const { writer.Bool(flag); }
    void operator()(std::int64_t number) const { writer.Int64(number); }
    void operator()(double number) const {
        if (std::isfinite(number)) {
            const std::string text = number_text(number);
            writer.RawValue(text.data(), text.size(), rapidjson::kNumberType);
        } else {
            writer.Null();
        }
    }
    void operator()(const std::string& text) const { detail::write_json_text(writer, text); }
    void operator()(const CellList& list) const {
        writer.StartArray();
        for (const Cell& cell : list) {
            detail::write_json(writer, cell);
        }
        writer.EndArray();
    }
    void operator()(const CellRecord& record) const {
        writer.StartObject();
        for (const auto& [name, cell] : record) {
            detail::write_json_text(writer, name);
            detail::write_json(writer, cell);
        }
        writer.EndObject();
    }
    void operator()(const Thing& thing) const {
        if (thing.fields.empty()) {
            detail::write_json_text(writer, thing.words);
        } else {
            (*this)(thing.fields);
        }
    }
};

}  // namespace

std::string to_string(const Cell& cell) { return std::visit(ToText{}, cell.value); }

namespace detail {

void write_json_text(JsonWriter& writer, std::string_view text) {
    const std::string valid = made_valid(text);
    writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}

void write_json(JsonWriter& writer, const Cell& cell) { std::visit(ToJson{writer}, cell.value); }

}  // namespace detail
}  // namespace litigraph::query
