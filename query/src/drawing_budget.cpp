#include "drawing_budget.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace litigraph::query::detail {
namespace {

using Nodes = std::vector<NodeId>;
using Degrees = std::map<NodeId, std::size_t>;

/// A lawsuit with all that the picture joins to it.
struct CaseGroup {
    NodeId lawsuit{};
    Nodes members;  ///< The lawsuit too.
    std::size_t weight = 0;
};

std::vector<CaseGroup> case_groups(const KnowledgeGraph& graph, const Arrows& arrows,
                                   const Degrees& degree) {
    std::map<NodeId, CaseGroup> groups;
    const auto join = [&](NodeId lawsuit, NodeId other) {
        CaseGroup& group = groups[lawsuit];
        if (graph.kind(lawsuit) == NodeKind::lawsuit && graph.kind(other) != NodeKind::lawsuit) {
            group.members.push_back(other);
            group.weight += graph.kind(other) == NodeKind::party ? degree.at(other) : 0;
        }
    };
    for (const auto& entry : arrows) {
        join(std::get<0>(entry.first), std::get<1>(entry.first));
        join(std::get<1>(entry.first), std::get<0>(entry.first));
    }
    std::vector<CaseGroup> result;
    for (auto& [lawsuit, group] : groups) {
        if (graph.kind(lawsuit) == NodeKind::lawsuit) {
            group.lawsuit = lawsuit;
            group.members.push_back(lawsuit);
            result.push_back(std::move(group));
        }
    }
    std::ranges::sort(result, [&](const CaseGroup& a, const CaseGroup& b) {
        return std::pair(b.weight, graph.slug(a.lawsuit)) <
               std::pair(a.weight, graph.slug(b.lawsuit));
    });
    return result;
}

Nodes by_degree(const KnowledgeGraph& graph, const Degrees& degree) {
    Nodes nodes;
    for (const auto& entry : degree) {
        nodes.push_back(entry.first);
    }
    std::ranges::sort(nodes, [&](NodeId a, NodeId b) {
        return std::pair(degree.at(b), graph.slug(a)) < std::pair(degree.at(a), graph.slug(b));
    });
    return nodes;
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
    const Nodes all = by_degree(graph, degree);
    if (budget == 0 || all.size() <= budget) {
        return all;
    }
    std::set<NodeId> chosen;
    for (const CaseGroup& group : case_groups(graph, arrows, degree)) {
        std::set<NodeId> more(group.members.begin(), group.members.end());
        std::erase_if(more, [&](NodeId node) { return chosen.contains(node); });
        if (chosen.size() + more.size() <= budget) {
            chosen.merge(more);
        }
    }
    for (std::size_t i = 0; i < all.size() && chosen.size() < budget; ++i) {
        if (graph.kind(all[i]) != NodeKind::lawsuit) {  // half a case would mislead
            chosen.insert(all[i]);
        }
    }
    return {chosen.begin(), chosen.end()};
}

}  // namespace litigraph::query::detail
