#include "suggest.hpp"
#include <litigraph/query/litigation_store.hpp>

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace litigraph::query {

namespace {

// Labels: node kinds first, then kinds of parties. Keys: those below, then the attributes.
constexpr std::size_t label_total = node_kind_count + party_kind_count;

enum class Key : std::uint32_t {
    name,
    id,
    kind,
    filed,
    published,
    count,  // of nodes
    status,
    quote,
    article,
    begin,
    end,
    sources,
    rule,
    date,
    lawsuit  // of edges; status of both
};
constexpr std::array<std::string_view, 15> key_names{
    "name",    "id",    "kind", "filed",   "published", "count", "status", "quote",
    "article", "begin", "end",  "sources", "rule",      "date",  "lawsuit"};

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

std::string_view label_name(std::size_t label) {
    return label < node_kind_count ? query_name(static_cast<NodeKind>(label))
                                   : query_name(static_cast<PartyKind>(label - node_kind_count));
}

PartyKind party_kind_of(const KnowledgeGraph& graph, NodeId node) {
    const auto text = graph.attribute(node, AttributeKey::party_kind);
    return text ? party_kind_from_string(*text).value_or(PartyKind::unknown) : PartyKind::unknown;
}

Error unknown(std::string_view what, std::string_view name,
              std::span<const std::string_view> candidates) {
    return {ErrorCode::unknown_name, "no " + std::string(what) + " is called " + std::string(name) +
                                         did_you_mean(name, candidates)};
}

EdgeKindSet kinds_of(const std::vector<TypeId>& types) {
    if (types.empty()) {
        return {};
    }
    EdgeKindSet all;
    for (const EdgeKind kind : all_edge_kinds()) {
        if (std::ranges::find(types, static_cast<TypeId>(kind)) == types.end()) {
            all = all.without(kind);
        }
    }
    return all;
}

}  // namespace

LitigationStore::LitigationStore(const KnowledgeGraph& graph)
    : graph_(graph), label_counts_(label_total) {
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        const auto node = static_cast<NodeId>(i);
        ++label_counts_[static_cast<std::size_t>(graph.kind(node))];
        if (graph.kind(node) == NodeKind::party) {
            ++label_counts_[node_kind_count + static_cast<std::size_t>(party_kind_of(graph, node))];
        }
    }
}

std::vector<std::string_view> LitigationStore::all_labels() {
    std::vector<std::string_view> names;
    for (std::size_t label = 0; label < label_total; ++label) {
        names.push_back(label_name(label));
    }
    return names;
}

std::vector<std::string_view> LitigationStore::all_edge_types() {
    std::vector<std::string_view> names;
    for (const EdgeKind kind : all_edge_kinds()) {
        names.push_back(query_name(kind));
    }
    return names;
}

std::vector<std::string_view> LitigationStore::all_properties() {
    std::vector<std::string_view> names(key_names.begin(), key_names.end());
    for (std::size_t i = 0; i < attribute_key_count; ++i) {
        const std::string_view name = to_string(static_cast<AttributeKey>(i));
        if (std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

Result<LabelId> LitigationStore::label(std::string_view name) const {
    if (const auto kind = party_kind_from_string(name)) {  // Person is first of all a party
        return static_cast<LabelId>(node_kind_count + static_cast<std::size_t>(*kind));
    }
    if (const auto kind = node_kind_from_string(name)) {
        return static_cast<LabelId>(*kind);
    }
    return unknown("node type", name, all_labels());
}

Result<TypeId> LitigationStore::edge_type(std::string_view name) const {
    if (const auto kind = edge_kind_from_string(name)) {
        return static_cast<TypeId>(*kind);
    }
    return unknown("edge type", name, all_edge_types());
}

Result<KeyId> LitigationStore::property_key(std::string_view name) const {
    const auto* const found = std::ranges::find(key_names, name);
    if (found != key_names.end()) {
        return static_cast<KeyId>(found - key_names.begin());
    }
    if (const auto attribute = attribute_key_from_string(name)) {
        return static_cast<KeyId>(key_names.size() + static_cast<std::size_t>(*attribute));
    }
    return unknown("property", name, all_properties());
}

std::size_t LitigationStore::node_count() const noexcept { return graph_.node_count(); }

std::size_t LitigationStore::label_count(LabelId label) const noexcept {
    const auto index = static_cast<std::size_t>(label);
    return index == node_kind_count + static_cast<std::size_t>(PartyKind::company)
               ? label_counts_[static_cast<std::size_t>(NodeKind::party)]
               : label_counts_[index];
}

/// Company takes in divisions and parties of which no article says what they are.
bool LitigationStore::has_label(NodeId node, LabelId label) const noexcept {
    const auto index = static_cast<std::size_t>(label);
    if (index < node_kind_count) {
        return graph_.kind(node) == static_cast<NodeKind>(index);
    }
    if (graph_.kind(node) != NodeKind::party) {
        return false;
    }
    const PartyKind kind = party_kind_of(graph_, node);
    const auto wanted = static_cast<PartyKind>(index - node_kind_count);
    return kind == wanted || (wanted == PartyKind::company &&
                              (kind == PartyKind::division || kind == PartyKind::unknown));
}

std::vector<std::string> LitigationStore::labels(NodeId node) const {
    std::vector<std::string> names{std::string(query_name(graph_.kind(node)))};
    if (graph_.kind(node) == NodeKind::party) {
        const PartyKind kind = party_kind_of(graph_, node);
        if (kind != PartyKind::unknown) {
            names.emplace_back(query_name(kind));
        }
    }
    return names;
}

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

Ends LitigationStore::ends(EdgeId edge) const noexcept {
    const EdgeView view = graph_.edge(edge);
    return {view.source, view.target};
}

std::string_view LitigationStore::type(EdgeId edge) const noexcept {
    return query_name(graph_.edge(edge).kind);
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

std::size_t LitigationStore::degree(NodeId node) const noexcept { return graph_.degree(node); }

void LitigationStore::expand(NodeId node, const StepFilter& filter, std::vector<Step>& out) const {
    const EdgeKindSet kinds = kinds_of(filter.types);
    const std::size_t first = out.size();
    for (const EdgeId id : graph_.incident_edges(node)) {
        const EdgeView edge = graph_.edge(id);
        const bool is_loop = edge.source == edge.target;
        const bool forward = edge.source == node;
        const bool passes = is_loop || filter.direction == Direction::both ||
                            (filter.direction == Direction::out) == forward;
        const auto is_same = [id](const Step& step) { return step.edge == id; };
        const bool again = is_loop && std::any_of(out.begin() + static_cast<std::ptrdiff_t>(first),
                                                  out.end(), is_same);
        if (passes && !again && kinds.contains(edge.kind)) {
            out.push_back({id, forward ? edge.target : edge.source, forward});
        }
    }
}

std::optional<Candidates> LitigationStore::find(
    KeyId key, const Value& value, std::span<const std::vector<LabelId>> labels) const {
    const auto what = static_cast<Key>(key);
    if ((what != Key::name && what != Key::id) || value.kind() != ValueKind::text) {
        return std::nullopt;
    }
    const std::string name(value.text());
    Candidates found;
    if (what == Key::name) {
        found.nodes = graph_.find(name);
    } else if (const auto node = graph_.find_slug(name)) {
        found.nodes.push_back(*node);
    }
    std::erase_if(found.nodes, [&](NodeId node) {
        return !std::ranges::all_of(labels, [&](const std::vector<LabelId>& any) {
            return std::ranges::any_of(any, [&](LabelId l) { return has_label(node, l); });
        });
    });
    if (found.nodes.size() > 1) {
        std::string message = name + " could be";
        for (std::size_t i = 0; i < std::min<std::size_t>(found.nodes.size(), 8); ++i) {
            message += (i == 0 ? " " : ", ") + std::string(graph_.name(found.nodes[i])) +
                       " {id: '" + std::string(graph_.slug(found.nodes[i])) + "'}";
        }
        found.fault = Error{ErrorCode::ambiguous_name, message};
    } else if (found.nodes.empty()) {
        const std::string message = "no node here is named " + name;
        const auto similar = graph_.similar(name, 1);
        if (what == Key::name && !similar.empty() && graph_.find(name).empty() &&
            is_near(name, graph_.name(similar[0]))) {
            found.fault =
                Error{ErrorCode::unknown_name,
                      message + "; did you mean " + std::string(graph_.name(similar[0])) + "?"};
        }
        found.note = message;
    }
    return found;
}

bool LitigationStore::answers_to(NodeId node, KeyId key, const Value& value) const {
    if (static_cast<Key>(key) == Key::name && value.kind() == ValueKind::text) {
        const auto named = graph_.find(value.text());
        return std::ranges::binary_search(named, node);
    }
    return equals(property(node, key), value) == Truth(true);
}

std::vector<Path> LitigationStore::shortest_paths(NodeId from, NodeId to,
                                                  const ShortestPaths& wanted) const {
    PathOptions options;
    options.filter.kinds = kinds_of(wanted.steps.types);
    options.filter.direction = wanted.steps.direction;
    options.max_steps = wanted.max_steps;
    std::vector<Path> paths;
    if (wanted.count == 1 && !wanted.all_of_least_length) {
        if (auto path = shortest_path(graph_, from, to, options)) {
            paths.push_back(*std::move(path));
        }
        return paths;
    }
    PathStream stream = wanted.all_of_least_length ? all_shortest_paths(graph_, from, to, options)
                                                   : loopless_paths(graph_, from, to, options);
    while (wanted.all_of_least_length || paths.size() < wanted.count) {
        auto path = stream.next();
        if (!path) {
            break;
        }
        paths.push_back(*std::move(path));
    }
    return paths;
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
