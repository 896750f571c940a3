#include "drawing_budget.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace litigraph::query::detail {
namespace {

using Nodes = std::vector<NodeId>;
using Degrees = std::map<NodeId, std::size_t>;

/// Nodes that are drawn together or not at all.
struct Group {
    NodeId first{};
    Nodes members;
    std::size_t weight = 0;  ///< Degrees of its parties.
};

void sort_by_weight(const KnowledgeGraph& graph, std::vector<Group>& groups) {
    std::ranges::stable_sort(groups, [&](const Group& a, const Group& b) {
        return std::pair(b.weight, graph.slug(a.first)) < std::pair(a.weight, graph.slug(b.first));
    });
}

/// Each lawsuit with all that the picture joins to it: half a case would mislead.
std::vector<Group> cases_in(const KnowledgeGraph& graph, const Arrows& arrows,
                            const Degrees& degree) {
    std::map<NodeId, Group> groups;
    const auto join = [&](NodeId lawsuit, NodeId other) {
        Group& group = groups[lawsuit];
        if (graph.kind(lawsuit) == NodeKind::lawsuit && graph.kind(other) != NodeKind::lawsuit) {
            group.members.push_back(other);
            group.weight += graph.kind(other) == NodeKind::party ? degree.at(other) : 0;
        }
    };
    for (const auto& entry : arrows) {
        join(std::get<0>(entry.first), std::get<1>(entry.first));
        join(std::get<1>(entry.first), std::get<0>(entry.first));
    }
    std::vector<Group> result;
    for (auto& [lawsuit, group] : groups) {
        if (graph.kind(lawsuit) == NodeKind::lawsuit) {
            group.first = lawsuit;
            group.members.push_back(lawsuit);
            result.push_back(std::move(group));
        }
    }
    sort_by_weight(graph, result);
    return result;
}

/// The ends of each arrow that touches no lawsuit.
std::vector<Group> pairs_in(const KnowledgeGraph& graph, const Arrows& arrows,
                            const Degrees& degree) {
    std::vector<Group> result;
    for (const auto& entry : arrows) {
        const auto& [from, to, kind] = entry.first;
        if (graph.kind(from) != NodeKind::lawsuit && graph.kind(to) != NodeKind::lawsuit) {
            result.push_back({from, {from, to}, degree.at(from) + degree.at(to)});
        }
    }
    sort_by_weight(graph, result);
    return result;
}

}  // namespace

std::map<NodeId, std::size_t> degrees(const Arrows& arrows) {
    Degrees degree;
    for (const auto& entry : arrows) {
        ++degree[std::get<0>(entry.first)];
        ++degree[std::get<1>(entry.first)];
    }
    return degree;
}

std::vector<NodeId> choose_nodes(const KnowledgeGraph& graph, const Arrows& arrows,
                                 std::size_t budget) {
    const Degrees degree = degrees(arrows);
    std::set<NodeId> chosen;
    for (const auto& groups : {cases_in(graph, arrows, degree), pairs_in(graph, arrows, degree)}) {
        for (const Group& group : groups) {
            std::set<NodeId> more(group.members.begin(), group.members.end());
            std::erase_if(more, [&](NodeId node) { return chosen.contains(node); });
            if (budget == 0 || chosen.size() + more.size() <= budget) {
                chosen.merge(more);
            }
        }
    }
    return {chosen.begin(), chosen.end()};
}

}  // namespace litigraph::query::detail
