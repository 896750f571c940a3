#include "lexer.hpp"
#include "litigation_keys.hpp"
#include "selection.hpp"
#include "suggest.hpp"
#include <litigraph/query/litigation_store.hpp>

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

namespace litigraph::query {

namespace {

// Labels: node kinds first, then kinds of parties.
constexpr std::size_t label_total = node_kind_count + party_kind_count;

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

constexpr std::size_t label_of(NodeKind kind) { return static_cast<std::size_t>(kind); }
constexpr std::size_t label_of(PartyKind kind) {
    return node_kind_count + static_cast<std::size_t>(kind);
}
constexpr std::uint32_t bit(std::size_t label) { return std::uint32_t{1} << label; }
static_assert(label_total <= 32);

/// Company takes in divisions and parties of which no article says what they are; Person takes in
/// who acts in a case without being a party.
std::uint32_t labels_of(const KnowledgeGraph& graph, NodeId node) {
    const NodeKind kind = graph.kind(node);
    const std::uint32_t labels = bit(label_of(kind));
    if (kind == NodeKind::person) {
        return labels | bit(label_of(PartyKind::person));
    }
    if (kind != NodeKind::party) {
        return labels;
    }
    const PartyKind party = party_kind_of(graph, node);
    const bool is_company = party == PartyKind::division || party == PartyKind::unknown;
    return labels | bit(label_of(party)) | (is_company ? bit(label_of(PartyKind::company)) : 0);
}

// Words that people use for an edge kind beside its own names.
struct Synonym {
    std::string_view word;
    EdgeKind kind;
};
constexpr std::array<Synonym, 8> synonyms{{{"ASSERTS", EdgeKind::asserts_patent},
                                           {"CONCERNS", EdgeKind::concerns_technology},
                                           {"PART_OF", EdgeKind::division_of},
                                           {"SUBSIDIARY_OF", EdgeKind::division_of},
                                           {"ANSWERS", EdgeKind::responds_to},
                                           {"THREATENS", EdgeKind::threatens_suit},
                                           {"CHALLENGES", EdgeKind::challenges_validity},
                                           {"SUED", EdgeKind::sues}}};

bool same_name(std::string_view a, std::string_view b) {
    const auto folded = [](char c) { return c == '-' ? '_' : c; };
    return std::ranges::equal(a, b, [&](char x, char y) {
        return same_word({&x, 1}, {&y, 1}) || folded(x) == folded(y);
    });
}

EdgeFilter edge_filter(const StepFilter& steps) {
    EdgeFilter filter;
    filter.direction = steps.direction;
    if (!steps.types.empty()) {
        filter.kinds = steps.all_but ? EdgeKindSet() : EdgeKindSet::nothing();
        for (const TypeId type : steps.types) {
            const auto kind = static_cast<EdgeKind>(type);
            filter.kinds = steps.all_but ? filter.kinds.without(kind) : filter.kinds.with(kind);
        }
    }
    return filter;
}

/// Calls f(steps_of), where steps_of(node, out) appends the steps out of a node that pass.
template <class F>
void with_steps(const Adjacency& adjacency, const StepFilter& filter, F f) {
    const bool both_ways = filter.direction == Direction::both;
    with_filter(adjacency, selection_of(edge_filter(filter)), [&](const auto& half_edges) {
        f([&](NodeId node, std::vector<Step>& out) {
            half_edges.any_of(node, [&](std::uint32_t half) {
                const NodeId target = adjacency.half_target[half];
                const bool forward = !is_incoming(adjacency.half_kind[half]);
                if (forward || target != node || !both_ways) {  // a loop is one step, not two
                    out.push_back({adjacency.half_edge[half], target, forward});
                }
                return false;
            });
        });
    });
}

}  // namespace

LitigationStore::LitigationStore(const KnowledgeGraph& graph)
    : graph_(graph), labels_(graph.node_count()), label_counts_(label_total) {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        labels_[i] = labels_of(graph, static_cast<NodeId>(i));
        for (std::uint32_t left = labels_[i]; left != 0; left &= left - 1) {
            ++label_counts_[static_cast<std::size_t>(std::countr_zero(left))];
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
    const auto* const synonym = std::ranges::find_if(
        synonyms, [name](const Synonym& s) { return same_name(s.word, name); });
    if (synonym != synonyms.end()) {
        return static_cast<TypeId>(synonym->kind);
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
    return label_counts_[static_cast<std::size_t>(label)];
}

bool LitigationStore::has_label(NodeId node, LabelId label) const noexcept {
    return (labels_[to_index(node)] & bit(static_cast<std::size_t>(label))) != 0;
}

std::size_t LitigationStore::list_nodes(LabelId label, std::size_t first, std::size_t limit,
                                        std::vector<NodeId>& out) const {
    const std::uint32_t wanted = bit(static_cast<std::size_t>(label));
    std::size_t end = out.size();
    const std::size_t enough = end + limit;
    out.resize(enough);
    for (; first < labels_.size() && end < enough; ++first) {
        out[end] = static_cast<NodeId>(first);
        end += (labels_[first] & wanted) != 0 ? 1 : 0;  // without a branch
    }
    out.resize(end);
    return first;
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

Ends LitigationStore::ends(EdgeId edge) const noexcept {
    const EdgeView view = graph_.edge(edge);
    return {view.source, view.target};
}

std::string_view LitigationStore::type(EdgeId edge) const noexcept {
    return query_name(graph_.edge(edge).kind);
}

std::size_t LitigationStore::degree_bound(NodeId node, const StepFilter& filter) const noexcept {
    return with_filter(
        graph_.adjacency(), selection_of(edge_filter(filter)),
        [node](const auto& half_edges) -> std::size_t { return half_edges.degree_bound(node); });
}

void LitigationStore::expand(NodeId node, const StepFilter& filter, std::vector<Step>& out) const {
    with_steps(graph_.adjacency(), filter, [&](const auto& steps_of) { steps_of(node, out); });
}

std::size_t LitigationStore::expand_many(std::span<const NodeId> nodes, const StepFilter& filter,
                                         std::size_t enough, std::vector<Step>& out,
                                         std::vector<std::size_t>& ends) const {
    std::size_t done = 0;
    with_steps(graph_.adjacency(), filter, [&](const auto& steps_of) {
        while (done < nodes.size() && (done == 0 || out.size() < enough)) {
            steps_of(nodes[done++], out);
            ends.push_back(out.size());
        }
    });
    return done;
}

std::optional<std::vector<NodeId>> LitigationStore::find(
    KeyId key, const Value& value, std::span<const std::vector<LabelId>> labels) const {
    const auto what = static_cast<Key>(key);
    if ((what != Key::name && what != Key::id) || value.kind() != ValueKind::text) {
        return std::nullopt;
    }
    std::vector<NodeId> nodes;
    if (what == Key::name) {
        nodes = graph_.find(value.text());
    } else if (const auto node = graph_.find_slug(value.text())) {
        nodes.push_back(*node);
    }
    std::erase_if(nodes, [&](NodeId node) {
        return !std::ranges::all_of(labels, [&](const std::vector<LabelId>& any) {
            return std::ranges::any_of(any, [&](LabelId l) { return has_label(node, l); });
        });
    });
    return nodes;
}

NameFault LitigationStore::fault_of(KeyId key, const Value& value,
                                    std::span<const NodeId> found) const {
    if (found.size() == 1) {
        return {};
    }
    const std::string name(value.text());
    if (found.size() > 1) {
        std::string message = name + " could be";
        for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 8); ++i) {
            message += (i == 0 ? " " : ", ") + std::string(graph_.name(found[i])) + " {id: '" +
                       std::string(graph_.slug(found[i])) + "'}";
        }
        return {Error{ErrorCode::ambiguous_name, message + (found.size() > 8 ? ", ..." : "")}, {}};
    }
    NameFault fault{{}, "no node here is named " + name};
    const bool is_unknown = static_cast<Key>(key) == Key::name && graph_.find(name).empty();
    const auto similar = is_unknown ? graph_.similar(name, 1) : std::vector<NodeId>();
    if (!similar.empty()) {
        fault.error =
            Error{ErrorCode::unknown_name, "no node is named " + name + "; did you mean " +
                                               std::string(graph_.name(similar[0])) + "?"};
    }
    return fault;
}

bool LitigationStore::answers_to(NodeId node, KeyId key, const Value& value) const {
    if (static_cast<Key>(key) == Key::name && value.kind() == ValueKind::text) {
        const auto named = graph_.find(value.text());
        return std::ranges::binary_search(named, node);
    }
    return equals(property(node, key), value) == Truth(true);
}

void LitigationStore::shortest_paths(NodeId from, NodeId to, const ShortestPaths& wanted,
                                     const std::function<bool(const Path&)>& visit) const {
    PathOptions options;
    options.filter = edge_filter(wanted.steps);
    options.max_steps = wanted.max_steps;
    options.go_on = wanted.go_on;
    if (wanted.count == 1 && !wanted.all_of_least_length) {
        if (const auto path = shortest_path(graph_, from, to, options)) {
            visit(*path);
        }
        return;
    }
    PathStream stream = wanted.all_of_least_length ? all_shortest_paths(graph_, from, to, options)
                                                   : loopless_paths(graph_, from, to, options);
    for (std::size_t n = 0; wanted.all_of_least_length || n < wanted.count; ++n) {
        const auto path = stream.next();
        if (!path || !visit(*path)) {
            return;
        }
    }
}

}  // namespace litigraph::query
