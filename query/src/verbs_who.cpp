// The verb "who": the parties at the other end.

#include "case_query.hpp"
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
Result<Answer> who_is_sued(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    struct Sued {
        CellList cases;
        std::vector<EdgeId> edges;
    };
    std::map<NodeId, Sued> found;
    for (const NodeId lawsuit : chosen->lawsuits) {
        go_on(context);
        for (const NodeId party : sources(graph, lawsuit, EdgeKind::defendant_in)) {
            Sued& sued = found[party];
            sued.cases.emplace_back(title_of(graph, lawsuit));
            const std::vector<EdgeId> support = support_of(graph, lawsuit);
            sued.edges.insert(sued.edges.end(), support.begin(), support.end());
        }
    }
    std::vector<std::pair<NodeId, Sued>> rows(found.begin(), found.end());
    std::ranges::stable_sort(rows, {}, [&](const auto& row) { return graph.name(row.first); });
    Answer answer;
    answer.table.columns = {"defendant", "cases"};
    for (auto& [party, sued] : rows) {
        answer.table.rows.push_back({cell_of(graph, party), std::move(sued.cases)});
        answer.table.support.push_back(std::move(sued.edges));
    }
    answer.query = match_cases(graph, chosen->filter) +
                   " MATCH (d)-[:DEFENDANT_IN]->(c) WITH d, c ORDER BY c.filed, c.name "
                   "RETURN d AS defendant, collect(c) AS cases ORDER BY defendant.name";
    return answer;
}

// ---- who sued first

/// A party with the first suit that it brought.
struct FirstSuit {
    NodeId party{};
    NodeId lawsuit{};
    DateInterval filed;
};

std::vector<FirstSuit> first_suits(const VerbContext& context, const ChosenCases& chosen) {
    const KnowledgeGraph& graph = context.graph;
    std::vector<FirstSuit> found;
    for (const NodeId lawsuit : chosen.lawsuits) {  // by date, undated ones last
        go_on(context);
        for (const NodeId party : sources(graph, lawsuit, EdgeKind::plaintiff_in)) {
            const bool is_asked =
                chosen.filter.parties.empty() ||
                std::ranges::find(chosen.filter.parties, party) != chosen.filter.parties.end();
            const bool is_known = std::ranges::count(found, party, &FirstSuit::party) > 0;
            if (is_asked && !is_known && !graph.when(lawsuit).is_unknown()) {
                found.push_back({party, lawsuit, graph.when(lawsuit)});
            }
        }
    }
    return found;
}

// "surely" only if it was over before any other began.
std::string_view is_first(const FirstSuit& suit, const std::vector<FirstSuit>& all) {
    const auto is_same = [&](const FirstSuit& other) { return other.lawsuit == suit.lawsuit; };
    const bool is_surely = std::ranges::all_of(all, [&](const FirstSuit& other) {
        return is_same(other) || suit.filed.last < other.filed.first;
    });
    const bool is_never = std::ranges::any_of(all, [&](const FirstSuit& other) {
        return !is_same(other) && other.filed.last < suit.filed.first;
    });
    return is_surely ? "yes" : is_never ? "no" : "perhaps";
}

Result<Answer> who_sued_first(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"party", "first suit", "filed", "first"};
    const std::vector<FirstSuit> suits = first_suits(context, *chosen);
    for (const FirstSuit& suit : suits) {
        go_on(context);
        answer.table.rows.push_back({cell_of(graph, suit.party), cell_of(graph, suit.lawsuit),
                                     date_cell(suit.filed), is_first(suit, suits)});
        answer.table.support.push_back(support_of(graph, suit.lawsuit));
    }
    std::string asked;
    for (const NodeId party : chosen->filter.parties) {
        asked += (asked.empty() ? "" : ", ") + literal(graph.slug(party));
    }
    answer.query = match_cases(graph, chosen->filter) +
                   " MATCH (p)-[:PLAINTIFF_IN]->(c) WHERE c.filed IS NOT NULL" +
                   (asked.empty() ? "" : " AND p.id IN [" + asked + ']') +
                   " WITH p, min(c.filed) AS filed RETURN p AS party, filed ORDER BY filed, p.name";
    return answer;
}

// ---- which question it is

/// The name that ends the line.
Result<NodeId> take_last_name(const KnowledgeGraph& graph, Words& words) {
    const Result<NodeId> node = words.take_name(graph);
    if (!node) {
        return node.error();
    }
    const Status end = words.at_end("the end of the question");
    return end ? node : Result<NodeId>(end.error());
}

// "does X sue", "is X suing"
Result<Answer> whom(const KnowledgeGraph& graph, Words& words) {
    const Result<NodeId> node = words.take_name(graph);
    if (!node) {
        return node.error();
    }
    for (const WhoVerb& verb : who_verbs) {
        if (words.take_any({verb.base, verb.progressive})) {
            return whom_does_it(graph, verb, *node);
        }
    }
    return words.expected("'sue', 'countersue', 'threaten', 'challenge' or 'represent'");
}

// "sues X", "is suing X"
const WhoVerb* take_who_verb(Words& words) {
    const auto* const verb = std::ranges::find_if(who_verbs, [&](const WhoVerb& candidate) {
        return words.take_any({candidate.present, candidate.progressive});
    });
    return verb == std::end(who_verbs) ? nullptr : verb;
}

}  // namespace

Result<Answer> ask_who(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    if (words.take("does")) {
        return whom(graph, words);
    }
    const bool is_being = words.take("is");
    if (is_being && words.take_any({"sued", "being"})) {
        words.take("sued");
        if (!words.take("by")) {
            return who_is_sued(context, words);
        }
        const Result<NodeId> node = take_last_name(graph, words);
        return node ? Result<Answer>(whom_does_it(graph, who_verbs[0], *node)) : node.error();
    }
    if (Words ahead = words; ahead.take("sued") && ahead.take("first")) {
        words = ahead;
        return who_sued_first(context, words);
    }
    if (words.take("settled")) {
        words.take("with");
        const Result<NodeId> node = take_last_name(graph, words);
        return node ? Result<Answer>(who_settled(graph, *node)) : node.error();
    }
    if (const WhoVerb* const verb = take_who_verb(words)) {
        const Result<NodeId> node = take_last_name(graph, words);
        return node ? Result<Answer>(who_does_to(graph, *verb, *node)) : node.error();
    }
    return is_being ? whom(graph, words)
                    : words.expected(
                          "'sues', 'sued first', 'countersues', 'threatens', 'challenges', "
                          "'represents', 'settled with', 'is sued' or 'does' and a name");
}

}  // namespace litigraph::query::detail
