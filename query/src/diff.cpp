#include <litigraph/query/cases.hpp>
#include <litigraph/query/diff.hpp>
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace litigraph::query {
namespace {

using FactKey = std::tuple<std::string_view, EdgeKind, std::string_view, std::string_view>;

FactKey key_of(const KnowledgeGraph& graph, const EdgeView& edge) {
    return {graph.slug(edge.source), edge.kind, graph.slug(edge.target),
            edge.lawsuit ? graph.slug(*edge.lawsuit) : std::string_view{}};
}

std::map<FactKey, EdgeView> facts_of(const KnowledgeGraph& graph) {
    std::map<FactKey, EdgeView> facts;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        if (edge.kind != EdgeKind::reported_by) {
            facts.emplace(key_of(graph, edge), edge);
        }
    }
    return facts;
}

std::string state_of(const EdgeView& edge) {
    std::string text(to_string(edge.confidence));
    return edge.when.is_unknown() ? text : text + ' ' + to_string(edge.when);
}

std::string_view first_article(const KnowledgeGraph& graph, EdgeId edge) {
    return graph.evidence_count(edge) == 0 ? std::string_view{}
                                           : graph.name(graph.evidence(edge, 0).article);
}

void add_row(Table& table, std::string_view change, const KnowledgeGraph& graph,
             const EdgeView& edge, const std::string& before, const std::string& after) {
    table.rows.push_back({change, describe(graph, edge.id), before.empty() ? Cell{} : Cell(before),
                          after.empty() ? Cell{} : Cell(after), first_article(graph, edge.id)});
}

/// The first day of the earliest article behind the edge; nothing if one has no date.
std::optional<Day> first_told(const KnowledgeGraph& graph, EdgeId edge) {
    std::optional<Day> earliest;
    for (std::size_t i = 0; i < graph.evidence_count(edge); ++i) {
        const DateInterval published = graph.when(graph.evidence(edge, i).article);
        if (published.is_unknown()) {
            return std::nullopt;
        }
        earliest = std::min(earliest.value_or(published.first), published.first);
    }
    return earliest;
}

}  // namespace

Table differences(const KnowledgeGraph& before, const KnowledgeGraph& after) {
    Table table;
    table.columns = {"change", "fact", "before", "after", "article"};
    const std::map<FactKey, EdgeView> old_facts = facts_of(before);
    const std::map<FactKey, EdgeView> new_facts = facts_of(after);
    for (const auto& [key, edge] : old_facts) {
        const auto now = new_facts.find(key);
        if (now == new_facts.end()) {
            add_row(table, "removed", before, edge, state_of(edge), "");
        } else if (state_of(edge) != state_of(now->second)) {
            add_row(table, "changed", after, now->second, state_of(edge), state_of(now->second));
        }
    }
    for (const auto& [key, edge] : new_facts) {
        if (!old_facts.contains(key)) {
            add_row(table, "added", after, edge, "", state_of(edge));
        }
    }
    std::ranges::stable_sort(table.rows, {}, [](const Row& row) { return to_string(row[1]); });
    return table;
}

Table news(const KnowledgeGraph& graph, DateInterval told, std::span<const NodeId> about) {
    std::set<NodeId> near(about.begin(), about.end());
    for (const NodeId node : about) {
        const std::vector<NodeId> lawsuits = lawsuits_of(graph, node);
        near.insert(lawsuits.begin(), lawsuits.end());
    }
    std::vector<std::pair<Day, EdgeId>> found;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        const std::optional<Day> first = first_told(graph, edge.id);
        const bool is_asked =
            about.empty() || near.contains(edge.source) || near.contains(edge.target);
        if (edge.kind != EdgeKind::reported_by && is_asked && first && *first >= told.first &&
            *first <= told.last) {
            found.emplace_back(*first, edge.id);
        }
    }
    std::ranges::sort(found);
    Table table;
    table.columns = {"reported", "fact", "status", "when", "article"};
    for (const auto& [day, id] : found) {
        const EdgeView edge = graph.edge(id);
        table.rows.push_back({to_string(day), describe(graph, id), to_string(edge.confidence),
                              edge.when.is_unknown() ? Cell{} : Cell(to_string(edge.when)),
                              first_article(graph, id)});
        table.support.push_back({id});
    }
    return table;
}

}  // namespace litigraph::query
