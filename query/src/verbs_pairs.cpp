// Verbs about pairs of parties that are at law with each other.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>

#include <map>
#include <set>

namespace litigraph::query::detail {
namespace {

constexpr EdgeKindSet suing = {EdgeKind::sues, EdgeKind::countersues};

using Pair = std::pair<NodeId, NodeId>;

struct Suits {
    std::set<NodeId> lawsuits;
    std::vector<EdgeId> edges;
    bool is_stated = false;
};

std::map<Pair, Suits> all_suits(const KnowledgeGraph& graph) {
    std::map<Pair, Suits> suits;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        if (suing.contains(edge.kind) && edge.confidence != Confidence::derived) {
            Suits& suit = suits[{edge.source, edge.target}];
            suit.edges.push_back(edge.id);
            suit.is_stated = suit.is_stated || edge.confidence == Confidence::stated;
            if (edge.lawsuit) {
                suit.lawsuits.insert(*edge.lawsuit);
            }
        }
    }
    return suits;
}

Cell tally_cell(const KnowledgeGraph& graph, const Suits& suits) {
    const std::vector<NodeId> lawsuits(suits.lawsuits.begin(), suits.lawsuits.end());
    return to_string(tally(graph, lawsuits));
}

}  // namespace

Result<Answer> ask_mutual(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    if (const Status end = words.at_end("the end of the question"); !end) {
        return end.error();
    }
    Answer answer;
    answer.table.columns = {"a", "b", "a against b", "b against a", "status"};
    const std::map<Pair, Suits> suits = all_suits(graph);
    for (const auto& [pair, one] : suits) {
        const auto other = suits.find({pair.second, pair.first});
        if (other == suits.end() || graph.name(pair.second) < graph.name(pair.first)) {
            continue;
        }
        const bool is_stated = one.is_stated && other->second.is_stated;
        answer.table.rows.push_back({graph.name(pair.first), graph.name(pair.second),
                                     tally_cell(graph, one), tally_cell(graph, other->second),
                                     is_stated ? "stated" : "inferred"});
        std::vector<EdgeId> edges = one.edges;
        edges.insert(edges.end(), other->second.edges.begin(), other->second.edges.end());
        answer.table.support.push_back(std::move(edges));
    }
    answer.query =
        "MATCH (a:Party)-[:SUES|COUNTERSUES]->(b:Party), (b)-[:SUES|COUNTERSUES]->(a) "
        "WHERE a.name < b.name RETURN DISTINCT a.name, b.name";
    return answer;
}

}  // namespace litigraph::query::detail
