// The verb "who": the parties at the other end.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <map>

namespace litigraph::query::detail {
namespace {

// Rows of the parties at the other end of the edges of these kinds, with the edges.
Answer parties_at(const KnowledgeGraph& graph, NodeId node, EdgeKindSet kinds, Direction direction,
                  const std::string& column) {
    std::map<NodeId, std::vector<EdgeId>> found;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        const bool is_out = edge.source == node;
        if (kinds.contains(edge.kind) && is_out == (direction == Direction::out)) {
            found[is_out ? edge.target : edge.source].push_back(id);
        }
    }
    Answer answer;
    answer.table.columns = {column};
    std::vector<std::pair<NodeId, std::vector<EdgeId>>> rows(found.begin(), found.end());
    std::ranges::sort(rows, {}, [&](const auto& row) { return graph.name(row.first); });
    for (const auto& [party, edges] : rows) {
        answer.table.rows.push_back({graph.name(party)});
        answer.table.support.push_back(edges);
    }
    return answer;
}

constexpr EdgeKindSet suing = {EdgeKind::sues, EdgeKind::countersues};

struct WhoVerb {
    std::string_view present, base;  ///< "who sues X", "who does X sue"
    std::string_view progressive;    ///< "who is suing X"; empty if nobody says so
    EdgeKindSet kinds;
    std::string_view pattern;
};
const WhoVerb who_verbs[] = {
    {"sues", "sue", "suing", suing, "SUES|COUNTERSUES"},
    {"sued", "sue", "", suing, "SUES|COUNTERSUES"},
    {"countersues", "countersue", "countersuing", {EdgeKind::countersues}, "COUNTERSUES"},
    {"threatens", "threaten", "threatening", {EdgeKind::threatens_suit}, "THREATENS_SUIT"},
    {"challenges",
     "challenge",
     "challenging",
     {EdgeKind::challenges_validity},
     "CHALLENGES_VALIDITY"},
    {"represents", "represent", "representing", {EdgeKind::represents}, "REPRESENTS"},
};

Answer who_does_to(const KnowledgeGraph& graph, const WhoVerb& verb, NodeId node) {
    Answer answer = parties_at(graph, node, verb.kinds, Direction::in, "p.name");
    answer.query = "MATCH (p)-[:" + std::string(verb.pattern) + "]->" + pattern_of(graph, node) +
                   " RETURN DISTINCT p.name";
    return answer;
}

Answer whom_does_it(const KnowledgeGraph& graph, const WhoVerb& verb, NodeId node) {
    Answer answer = parties_at(graph, node, verb.kinds, Direction::out, "p.name");
    answer.query = "MATCH " + pattern_of(graph, node) + "-[:" + std::string(verb.pattern) +
                   "]->(p) RETURN DISTINCT p.name";
    return answer;
}

// "who settled with X": the edge has no direction.
Answer who_settled(const KnowledgeGraph& graph, NodeId node) {
    Answer answer = parties_at(graph, node, {EdgeKind::settles_with}, Direction::in, "p.name");
    const Answer more = parties_at(graph, node, {EdgeKind::settles_with}, Direction::out, "p.name");
    answer.table.rows.insert(answer.table.rows.end(), more.table.rows.begin(),
                             more.table.rows.end());
    answer.table.support.insert(answer.table.support.end(), more.table.support.begin(),
                                more.table.support.end());
    answer.query =
        "MATCH " + pattern_of(graph, node) + "-[:SETTLES_WITH]-(p) RETURN DISTINCT p.name";
    return answer;
}

// "who is sued over video in Delaware since 2023": the defendants of the cases of a filter.
Result<Answer> who_is_sued(const KnowledgeGraph& graph, Words& words) {
    const Result<CaseFilter> filter = take_case_filter(graph, words);
    if (!filter) {
        return filter.error();
    }
    std::map<std::string, std::pair<std::vector<std::string>, std::vector<EdgeId>>> found;
    for (const NodeId lawsuit : find_cases(graph, *filter)) {
        for (const NodeId party : sources(graph, lawsuit, EdgeKind::defendant_in)) {
            auto& [cases, edges] = found[std::string(graph.name(party))];
            cases.push_back(title_of(graph, lawsuit));
            const std::vector<EdgeId> support = support_of(graph, lawsuit);
            edges.insert(edges.end(), support.begin(), support.end());
        }
    }
    Answer answer;
    answer.table.columns = {"defendant", "cases"};
    for (auto& [name, row] : found) {
        answer.table.rows.push_back({name, CellList(row.first.begin(), row.first.end())});
        answer.table.support.push_back(std::move(row.second));
    }
    return answer;
}

}  // namespace

Result<Answer> ask_who(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const bool asks_objects = words.take("does");
    if (!asks_objects && words.take("is")) {
        if (words.take("sued") || words.take("being")) {
            words.take("sued");
            return who_is_sued(graph, words);
        }
    }
    for (const WhoVerb& verb : who_verbs) {
        if (!asks_objects && (words.take(verb.present) || words.take(verb.progressive))) {
            const Result<NodeId> node = words.take_name(graph);
            if (!node) {
                return node.error();
            }
            const Status end = words.at_end("the end of the question");
            return end ? Result<Answer>(who_does_to(graph, verb, *node)) : end.error();
        }
    }
    if (!asks_objects && words.take("settled")) {
        words.take("with");
        const Result<NodeId> node = words.take_name(graph);
        return node ? Result<Answer>(who_settled(graph, *node)) : node.error();
    }
    // "who does X sue", "who is X suing"
    const Result<NodeId> node = words.take_name(graph);
    if (!node) {
        return words.front().text.empty() ? words.expected("a name") : node.error();
    }
    for (const WhoVerb& verb : who_verbs) {
        if (words.take(verb.base) || (!verb.progressive.empty() && words.take(verb.progressive))) {
            return whom_does_it(graph, verb, *node);
        }
    }
    return words.expected("'sue', 'countersue', 'threaten', 'challenge' or 'represent'");
}

}  // namespace litigraph::query::detail
