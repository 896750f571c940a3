// What nodes and edges of the litigation graph tell of themselves.
#include "litigation_keys.hpp"
#include <litigraph/query/litigation_store.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace litigraph::query {

namespace {

Value text_or_null(std::optional<std::string_view> text) {
    return text ? Value::view_of(*text) : Value();
}

/// Counts are whole numbers, everything else is text.
Value value_of(AttributeKey key, std::optional<std::string_view> text) {
    const bool is_count = key == AttributeKey::count_low || key == AttributeKey::count_high ||
                          key == AttributeKey::patents_low || key == AttributeKey::patents_high;
    if (!text || !is_count) {
        return text_or_null(text);
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc{} ? Value(number) : Value();
}

Value date_or_null(DateInterval days) { return days.is_unknown() ? Value() : Value(days); }

}  // namespace

Value LitigationStore::property(NodeId node, KeyId key) const {
    const auto index = static_cast<std::size_t>(key);
    if (index >= key_names.size() + attribute_key_count) {
        return {};
    }
    if (index >= key_names.size()) {
        const auto attribute = static_cast<AttributeKey>(index - key_names.size());
        return value_of(attribute, graph_.attribute(node, attribute));
    }
    const bool is_lawsuit = graph_.kind(node) == NodeKind::lawsuit;
    switch (static_cast<Key>(index)) {
        case Key::name:
            return Value::view_of(graph_.name(node));
        case Key::id:
            return Value::view_of(graph_.slug(node));
        case Key::kind:
            return Value(labels(node).back());
        case Key::filed:
            return is_lawsuit ? date_or_null(graph_.when(node)) : Value();
        case Key::published:
            return is_lawsuit ? Value() : date_or_null(graph_.when(node));
        case Key::count: {
            const Value low =
                value_of(AttributeKey::count_low, graph_.attribute(node, AttributeKey::count_low));
            return low.is_null() && is_lawsuit ? Value(std::int64_t{1}) : low;
        }
        case Key::status:
            return text_or_null(graph_.attribute(node, AttributeKey::status));
        default:
            return {};
    }
}

Map LitigationStore::properties(NodeId node) const {
    Map map;
    for (const std::string_view name : all_properties()) {
        Value value = property(node, *property_key(name));
        if (!value.is_null()) {
            map.emplace(name, std::move(value));
        }
    }
    return map;
}

Value LitigationStore::property(EdgeId edge, KeyId key) const {
    if (static_cast<std::size_t>(key) >= key_names.size()) {
        return {};
    }
    const EdgeView view = graph_.edge(edge);
    const auto what = static_cast<Key>(key);
    const bool of_evidence = what == Key::quote || what == Key::article || what == Key::begin ||
                             what == Key::end || what == Key::rule;
    if (of_evidence && graph_.evidence_count(edge) == 0) {
        return {};
    }
    const EvidenceView first = of_evidence ? graph_.evidence(edge, 0) : EvidenceView{};
    switch (what) {
        case Key::kind:
            return Value::view_of(to_string(view.kind));
        case Key::status:
            return Value::view_of(to_string(view.confidence));
        case Key::date:
            return date_or_null(view.when);
        case Key::lawsuit:
            return view.lawsuit ? Value::view_of(graph_.name(*view.lawsuit)) : Value();
        case Key::quote:
            return Value::view_of(first.quote);
        case Key::article:
            return Value::view_of(graph_.name(first.article));
        case Key::begin:
            return Value(std::int64_t{first.begin});
        case Key::end:
            return Value(std::int64_t{first.end});
        case Key::rule:
            return Value::view_of(first.rule);
        case Key::sources: {
            std::vector<NodeId> articles;
            for (std::size_t i = 0; i < graph_.evidence_count(edge); ++i) {
                articles.push_back(graph_.evidence(edge, i).article);
            }
            std::ranges::sort(articles);
            const auto last = std::unique(articles.begin(), articles.end());
            return Value(static_cast<std::int64_t>(last - articles.begin()));
        }
        default:
            return {};
    }
}

Map LitigationStore::properties(EdgeId edge) const {
    Map map;
    for (std::size_t i = 0; i < key_names.size(); ++i) {
        Value value = property(edge, static_cast<KeyId>(i));
        if (!value.is_null()) {
            map.emplace(key_names[i], std::move(value));
        }
    }
    return map;
}

List LitigationStore::evidence(const Value& node_or_edge) const {
    List list;
    if (node_or_edge.kind() != ValueKind::edge) {
        return list;
    }
    const EdgeId edge = node_or_edge.edge();
    for (std::size_t i = 0; i < graph_.evidence_count(edge); ++i) {
        const EvidenceView view = graph_.evidence(edge, i);
        list.push_back(Value(Map{{"article", Value::view_of(graph_.name(view.article))},
                                 {"published", date_or_null(graph_.when(view.article))},
                                 {"quote", Value::view_of(view.quote)},
                                 {"begin", Value(std::int64_t{view.begin})},
                                 {"end", Value(std::int64_t{view.end})},
                                 {"rule", Value::view_of(view.rule)},
                                 {"status", Value::view_of(to_string(view.confidence))}}));
    }
    return list;
}

Value LitigationStore::when(const Value& node_or_edge) const {
    return date_or_null(node_or_edge.kind() == ValueKind::node
                            ? graph_.when(node_or_edge.node())
                            : graph_.edge(node_or_edge.edge()).when);
}

}  // namespace litigraph::query
