// Verbs that look over all cases: communities, gaps.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace litigraph::query::detail {
namespace {

// ---- communities

struct Community {
    Nodes parties;
    Nodes lawsuits;
};

/// Disjoint sets of parties; each is found by its smallest member.
class PartySets {
  public:
    NodeId find(NodeId party) {
        NodeId root = party;
        for (auto at = parent_.find(root); at != parent_.end() && at->second != root;
             at = parent_.find(root)) {
            root = at->second;
        }
        parent_[party] = root;
        return root;
    }
    void unite(NodeId a, NodeId b) {
        const NodeId first = find(a);
        const NodeId second = find(b);
        parent_[std::max(first, second)] = std::min(first, second);
    }

  private:
    std::map<NodeId, NodeId> parent_;
};

Nodes parties_in(const KnowledgeGraph& graph, NodeId lawsuit,
                 const std::vector<std::string>& excluded) {
    Nodes parties = sources(graph, lawsuit, EdgeKind::plaintiff_in);
    const Nodes defendants = sources(graph, lawsuit, EdgeKind::defendant_in);
    parties.insert(parties.end(), defendants.begin(), defendants.end());
    std::erase_if(parties, [&](NodeId party) {
        return std::ranges::find(excluded, label_of(graph, party)) != excluded.end();
    });
    return parties;
}

std::vector<Community> find_communities(const VerbContext& context, const Nodes& lawsuits,
                                        const std::vector<std::string>& excluded) {
    const KnowledgeGraph& graph = context.graph;
    PartySets sets;
    for (const NodeId lawsuit : lawsuits) {
        go_on(context);
        const Nodes parties = parties_in(graph, lawsuit, excluded);
        for (const NodeId party : parties) {
            sets.unite(parties.front(), party);
        }
    }
    std::map<NodeId, std::pair<std::set<NodeId>, Nodes>> found;
    for (const NodeId lawsuit : lawsuits) {
        go_on(context);
        const Nodes parties = parties_in(graph, lawsuit, excluded);
        if (!parties.empty()) {
            auto& [members, cases] = found[sets.find(parties.front())];
            members.insert(parties.begin(), parties.end());
            cases.push_back(lawsuit);
        }
    }
    std::vector<Community> communities;
    for (auto& [root, community] : found) {
        communities.push_back(
            {{community.first.begin(), community.first.end()}, std::move(community.second)});
    }
    std::ranges::stable_sort(communities, std::ranges::greater{},
                             [](const Community& community) { return community.parties.size(); });
    return communities;
}

Result<std::vector<std::string>> take_excluded(Words& words) {
    std::vector<std::string> labels;
    if (!words.take("excluding")) {
        return labels;
    }
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    for (const std::string& name : *names) {
        const std::optional<PartyKind> kind = party_kind_from_string(name);
        if (!kind) {
            return before.expected("kinds of parties, such as government,agency");
        }
        labels.emplace_back(query_name(*kind));
    }
    return labels;
}

// ---- gaps

constexpr std::array<CaseAspect, 5> told = {CaseAspect::plaintiff, CaseAspect::defendant,
                                            CaseAspect::court, CaseAspect::year,
                                            CaseAspect::technology};

CellList missing_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    CellList missing;
    for (const CaseAspect aspect : told) {
        if (is_missing(graph, lawsuit, aspect)) {
            missing.emplace_back(aspect == CaseAspect::year ? "date" : to_string(aspect));
        }
    }
    return missing;
}

// Facts of the case that no source states.
std::vector<EdgeId> unstated_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    std::vector<EdgeId> edges = support_of(graph, lawsuit);
    std::erase_if(edges,
                  [&](EdgeId id) { return graph.edge(id).confidence == Confidence::stated; });
    return edges;
}

}  // namespace

Result<Answer> ask_communities(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<std::vector<std::string>> excluded = take_excluded(words);
    if (!excluded) {
        return excluded.error();
    }
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"size", "parties", "cases"};
    for (const Community& community : find_communities(context, chosen->lawsuits, *excluded)) {
        CellList names;
        for (const NodeId party : community.parties) {
            names.emplace_back(graph.name(party));
        }
        answer.table.rows.push_back({static_cast<std::int64_t>(community.parties.size()),
                                     std::move(names), tally_cell(graph, community.lawsuits)});
        answer.table.support.push_back(support_of_all(context, community.lawsuits));
    }
    return answer;
}

Result<Answer> ask_gaps(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"case", "missing", "not stated"};
    for (const NodeId lawsuit : chosen->lawsuits) {
        go_on(context);
        CellList missing = missing_of(graph, lawsuit);
        CellList unstated;
        for (const EdgeId edge : unstated_of(graph, lawsuit)) {
            unstated.emplace_back(describe(graph, edge));
        }
        if (!missing.empty() || !unstated.empty()) {
            answer.table.rows.push_back(
                {cell_of(graph, lawsuit), std::move(missing), std::move(unstated)});
            answer.table.support.push_back(support_of(graph, lawsuit));
        }
    }
    return answer;
}

}  // namespace litigraph::query::detail
