// The verb "mutual": pairs of parties that are at law with each other.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace litigraph::query::detail {
namespace {

using Pair = std::pair<NodeId, NodeId>;

struct Suits {
    std::set<NodeId> lawsuits;
    std::vector<EdgeId> edges;
    bool is_stated = false;
    bool has_countersuit = false;
};

std::map<Pair, Suits> suits_of(const VerbContext& context, const ChosenCases& chosen) {
    const KnowledgeGraph& graph = context.graph;
    const std::set<NodeId> lawsuits(chosen.lawsuits.begin(), chosen.lawsuits.end());
    const bool is_all = chosen.filter == CaseFilter{};
    std::map<Pair, Suits> suits;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        go_on(context);
        const EdgeView edge = graph.edge(EdgeId{i});
        const bool is_suit = edge.kind == EdgeKind::sues || edge.kind == EdgeKind::countersues;
        if (!is_suit || !(is_all || (edge.lawsuit && lawsuits.contains(*edge.lawsuit)))) {
            continue;
        }
        Suits& suit = suits[{edge.source, edge.target}];
        suit.edges.push_back(edge.id);
        suit.is_stated = suit.is_stated || edge.confidence == Confidence::stated;
        suit.has_countersuit = suit.has_countersuit || edge.kind == EdgeKind::countersues;
        if (edge.lawsuit) {
            suit.lawsuits.insert(*edge.lawsuit);
        }
    }
    return suits;
}

Cell tally_cell(const KnowledgeGraph& graph, const Suits& suits) {
    const std::vector<NodeId> lawsuits(suits.lawsuits.begin(), suits.lawsuits.end());
    return to_string(tally(graph, lawsuits));
}

void add_pair(Answer& answer, const KnowledgeGraph& graph, Pair pair, const Suits& one,
              const Suits& other) {
    Nodes countersuing;
    if (one.has_countersuit) {
        countersuing.push_back(pair.first);
    }
    if (other.has_countersuit) {
        countersuing.push_back(pair.second);
    }
    answer.table.rows.push_back({cell_of(graph, pair.first), cell_of(graph, pair.second),
                                 tally_cell(graph, one), tally_cell(graph, other),
                                 joined_names(graph, countersuing),
                                 one.is_stated && other.is_stated ? "stated" : "inferred"});
    std::vector<EdgeId> edges = one.edges;
    edges.insert(edges.end(), other.edges.begin(), other.edges.end());
    answer.table.support.push_back(std::move(edges));
}

}  // namespace

Result<Answer> ask_mutual(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"a", "b", "a against b", "b against a", "countersuit by", "status"};
    const std::map<Pair, Suits> suits = suits_of(context, *chosen);
    for (const auto& [pair, one] : suits) {
        go_on(context);
        const auto other = suits.find({pair.second, pair.first});
        if (other != suits.end() && graph.slug(pair.first) < graph.slug(pair.second)) {
            add_pair(answer, graph, pair, one, other->second);
        }
    }
    if (chosen->filter == CaseFilter{}) {
        answer.query =
            "MATCH (a:Party)-[:SUES|COUNTERSUES]->(b:Party), (b)-[:SUES|COUNTERSUES]->(a) "
            "WHERE a.id < b.id RETURN DISTINCT a, b";
    }
    return answer;
}

}  // namespace litigraph::query::detail
