#include "graph_tables.hpp"

#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::cli {

namespace {

using query::Cell;
using query::CellList;
using query::Table;

template <class Visit>
void for_each_node(const KnowledgeGraph& graph, Visit visit) {
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
        visit(NodeId{i});
    }
}

template <class Visit>
void for_each_edge(const KnowledgeGraph& graph, Visit visit) {
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        visit(graph.edge(EdgeId{i}));
    }
}

Cell number(std::size_t count) { return static_cast<std::int64_t>(count); }

/// "12 stated, 5 inferred", in the order of the enumeration or the names.
template <class Key>
std::string listed(const std::map<Key, std::size_t>& counts) {
    std::string text;
    for (const auto& [key, count] : counts) {
        text += (text.empty() ? "" : ", ") + std::to_string(count) + ' ';
        if constexpr (std::is_enum_v<Key>) {
            text += to_string(key);
        } else {
            text += key;
        }
    }
    return text;
}

// ---- stats

std::string published(const KnowledgeGraph& graph) {
    std::optional<Day> first;
    std::optional<Day> last;
    for_each_node(graph, [&](NodeId node) {
        if (graph.kind(node) == NodeKind::article && !graph.when(node).is_unknown()) {
            first = std::min(first.value_or(end_of_time), graph.when(node).first);
            last = std::max(last.value_or(beginning_of_time), graph.when(node).last);
        }
    });
    return first ? to_string(DateInterval{*first, *last}) : "";
}

/// What there is to say of all nodes of a kind beside their number.
std::string detail_of(const KnowledgeGraph& graph, NodeKind kind) {
    if (kind == NodeKind::article) {
        return published(graph);
    }
    std::map<std::string, std::size_t> labels;
    std::vector<NodeId> lawsuits;
    for_each_node(graph, [&](NodeId node) {
        if (graph.kind(node) == kind) {
            ++labels[std::string(query::label_of(graph, node))];
            lawsuits.push_back(node);
        }
    });
    if (kind == NodeKind::lawsuit) {
        return to_string(query::tally(graph, lawsuits));
    }
    return kind == NodeKind::party ? listed(labels) : "";
}

// ---- schema

struct TypeFacts {
    std::size_t count = 0;
    std::set<std::string> joins;
    std::set<std::string_view> properties;
};
using Types = std::map<std::string_view, TypeFacts>;

void add_node(Types& types, const KnowledgeGraph& graph, NodeId node) {
    TypeFacts& facts = types[query::label_of(graph, node)];
    ++facts.count;
    facts.properties.insert({"name", "id", "kind"});
    if (!graph.when(node).is_unknown()) {
        facts.properties.insert(graph.kind(node) == NodeKind::article ? "published" : "filed");
    }
    if (graph.kind(node) == NodeKind::lawsuit) {
        facts.properties.insert("count");
    }
    for (const auto& [key, value] : graph.attributes(node)) {
        facts.properties.insert(to_string(key));
    }
}

constexpr std::array<std::string_view, 9> edge_properties = {
    "article", "begin", "date", "end", "lawsuit", "quote", "rule", "sources", "status"};

void add_edge(Types& types, const KnowledgeGraph& graph, const EdgeView& edge) {
    TypeFacts& facts = types[query_name(edge.kind)];
    ++facts.count;
    facts.joins.insert(std::string(query_name(graph.kind(edge.source))) + " -> " +
                       std::string(query_name(graph.kind(edge.target))));
    facts.properties.insert(edge_properties.begin(), edge_properties.end());
}

void add_rows(Table& table, std::string_view element, const Types& types) {
    for (const auto& [type, facts] : types) {
        table.rows.push_back({element, type, number(facts.count),
                              CellList(facts.joins.begin(), facts.joins.end()),
                              CellList(facts.properties.begin(), facts.properties.end())});
    }
}

}  // namespace

Table stats_table(const KnowledgeGraph& graph) {
    std::map<NodeKind, std::size_t> nodes;
    std::map<EdgeKind, std::size_t> kinds;
    std::map<Confidence, std::size_t> confidences;
    for_each_node(graph, [&](NodeId node) { ++nodes[graph.kind(node)]; });
    for_each_edge(graph, [&](const EdgeView& edge) {
        ++kinds[edge.kind];
        ++confidences[edge.confidence];
    });
    Table table{{"what", "count", "detail"}, {}, {}, {}};
    table.rows.push_back({"nodes", number(graph.node_count()), {}});
    for (const auto& [kind, count] : nodes) {
        table.rows.push_back({to_string(kind), number(count), detail_of(graph, kind)});
    }
    table.rows.push_back({"edges", number(graph.edge_count()), listed(confidences)});
    for (const auto& [kind, count] : kinds) {
        table.rows.push_back({to_string(kind), number(count), {}});
    }
    return table;
}

std::string size_of_graph(const KnowledgeGraph& graph) {
    std::size_t articles = 0;
    for_each_node(
        graph, [&](NodeId node) { articles += graph.kind(node) == NodeKind::article ? 1U : 0U; });
    const auto counted = [](std::size_t count, std::string_view noun) {
        return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
    };
    const std::string dates = published(graph);
    return counted(graph.node_count(), "node") + ", " + counted(graph.edge_count(), "edge") + ", " +
           counted(articles, "article") + (dates.empty() ? "" : " " + dates);
}

Table schema_table(const KnowledgeGraph& graph) {
    Types nodes;
    Types edges;
    for_each_node(graph, [&](NodeId node) { add_node(nodes, graph, node); });
    for_each_edge(graph, [&](const EdgeView& edge) { add_edge(edges, graph, edge); });
    Table table{{"element", "type", "count", "joins", "properties"}, {}, {}, {}};
    add_rows(table, "node", nodes);
    add_rows(table, "edge", edges);
    return table;
}

}  // namespace litigraph::cli
