#include "node_attributes.hpp"

#include <charconv>

namespace litigraph::query::detail {
namespace {

bool repeats(AttributeKey key) {
    return key == AttributeKey::alias || key == AttributeKey::event ||
           key == AttributeKey::court_candidate;
}

bool is_count(AttributeKey key) {
    return key == AttributeKey::count_low || key == AttributeKey::count_high ||
           key == AttributeKey::patents_low || key == AttributeKey::patents_high;
}

Cell cell_of(AttributeKey key, std::string_view text) {
    if (!is_count(key)) {
        return text;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? Cell(number) : Cell{};
}

}  // namespace

void add_attributes(CellRecord& fields, const KnowledgeGraph& graph, NodeId node) {
    for (const auto& [key, text] : graph.attributes(node)) {
        const std::string_view name = to_string(key);
        if (!repeats(key)) {
            fields.emplace_back(name, cell_of(key, text));
        } else if (!fields.empty() && fields.back().first == name) {
            std::get<CellList>(fields.back().second.value).emplace_back(text);
        } else {
            fields.emplace_back(name, CellList{text});
        }
    }
}

}  // namespace litigraph::query::detail
