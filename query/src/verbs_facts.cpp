// Verbs about what is known and why: show, why, conflicts, diff.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/diff.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/why.hpp>

#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

namespace litigraph::query::detail {
namespace {

// ---- show

std::string id_text(EdgeId id) {
    std::ostringstream out;
    out << id;
    return out.str();
}

void add_fact(Table& table, std::string_view fact, Cell value, Cell when = {}, Cell status = {},
              Cell edge = {}) {
    table.rows.push_back(
        {fact, std::move(value), std::move(when), std::move(status), std::move(edge)});
    table.support.emplace_back();
}

void add_attributes(Table& table, const KnowledgeGraph& graph, NodeId node) {
    add_fact(table, "name", graph.name(node));
    add_fact(table, "kind", label_of(graph, node));
    add_fact(table, "id", graph.slug(node));
    if (graph.kind(node) == NodeKind::lawsuit && is_group(graph, node)) {
        add_fact(table, "proceedings", to_string(count_of(graph, node)));
    }
    if (!graph.when(node).is_unknown()) {
        add_fact(table, graph.kind(node) == NodeKind::article ? "published" : "filed",
                 to_string(graph.when(node)));
    }
    for (const auto& [key, value] : graph.attributes(node)) {
        if (key != AttributeKey::count_low && key != AttributeKey::count_high &&
            key != AttributeKey::party_kind) {
            std::string word(to_string(key));
            std::ranges::replace(word, '_', ' ');
            add_fact(table, word, value.empty() ? Cell("no upper bound known") : Cell(value));
        }
    }
}

// "sued by", not "sues" backwards: a reader must not take one for the other.
std::string relation_word(EdgeKind kind, bool is_source) {
    const std::string word(to_string(kind));
    return is_source ? word : "<- " + word;
}

void add_links(Table& table, const KnowledgeGraph& graph, NodeId node) {
    std::vector<EdgeId> edges = graph.incident_edges(node);
    const auto order = [&](EdgeId id) {
        const EdgeView edge = graph.edge(id);
        const bool is_source = edge.source == node;
        return std::tuple(edge.kind, !is_source, edge.when,
                          graph.name(is_source ? edge.target : edge.source), id);
    };
    std::ranges::sort(edges, {}, order);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    for (const EdgeId id : edges) {
        const EdgeView edge = graph.edge(id);
        const bool is_source = edge.source == node;
        const NodeId other = is_source ? edge.target : edge.source;
        const bool is_lawsuit = graph.kind(other) == NodeKind::lawsuit;
        std::string value = is_lawsuit ? title_of(graph, other) : std::string(graph.name(other));
        if (edge.lawsuit) {
            value += " (" + title_of(graph, *edge.lawsuit) + ')';
        }
        add_fact(table, relation_word(edge.kind, is_source), std::move(value), date_cell(edge.when),
                 to_string(edge.confidence), id_text(id));
        table.support.back() = {id};
    }
}

// ---- why

std::optional<EdgeId> edge_from_string(const KnowledgeGraph& graph, std::string_view text) {
    std::uint32_t number = 0;
    if (!text.starts_with('e')) {
        return std::nullopt;
    }
    const auto result = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() ||
        number >= graph.edge_count()) {
        return std::nullopt;
    }
    return EdgeId{number};
}

Answer why(const KnowledgeGraph& graph, const std::vector<EdgeId>& edges) {
    Answer answer;
    answer.table = evidence_table(graph, edges);
    answer.prose = explain(graph, edges);
    return answer;
}

// The other end may follow after "and" or "->".
Result<Answer> why_two(const KnowledgeGraph& graph, NodeId a, Words& words) {
    words.take_any({"and", "->", "--", "-->", ",", "to", "sues", "countersues"});
    const Result<NodeId> b = words.take_name(graph);
    if (!b) {
        return b.error();
    }
    if (const Status end = words.at_end("the end of the question"); !end) {
        return end.error();
    }
    const std::vector<EdgeId> edges = edges_about(graph, a, *b);
    Answer answer = why(graph, edges);
    const bool is_direct = std::ranges::all_of(edges, [&](EdgeId id) {
        const EdgeView edge = graph.edge(id);
        return (edge.source == a && edge.target == *b) || (edge.source == *b && edge.target == a);
    });
    if (is_direct) {
        answer.query = "MATCH " + pattern_of(graph, a) + "-[r]-" + pattern_of(graph, *b) +
                       " RETURN r AS fact, r.status AS status, evidence(r)";
    }
    if (answer.table.rows.empty()) {
        answer.notes.push_back("nothing ties " + std::string(graph.name(a)) + " and " +
                               std::string(graph.name(*b)) + " within six steps");
    }
    return answer;
}

}  // namespace

Result<Answer> ask_show(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<NodeId> node = words.take_name(graph);
    if (!node) {
        return node.error();
    }
    if (const Status end = words.at_end("the end of the question"); !end) {
        return end.error();
    }
    Answer answer;
    answer.table.columns = {"fact", "value", "when", "status", "edge"};
    add_attributes(answer.table, graph, *node);
    add_links(answer.table, graph, *node);
    answer.prose = aligned(answer.table, false);
    answer.query = "MATCH " + pattern_of(graph, *node, "n") + " RETURN n";
    return answer;
}

Result<Answer> ask_why(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    if (!words.empty()) {
        if (const std::optional<EdgeId> edge = edge_from_string(graph, words.front().text)) {
            words.pop();
            const Status end = words.at_end("the end of the question");
            return end ? Result<Answer>(why(graph, {*edge})) : end.error();
        }
    }
    const Result<NodeId> a = words.take_name(graph);
    if (!a) {
        return a.error();
    }
    if (!words.empty()) {
        return why_two(graph, *a, words);
    }
    std::vector<EdgeId> edges = graph.incident_edges(*a);
    std::erase_if(edges, [&](EdgeId id) { return graph.edge(id).kind == EdgeKind::reported_by; });
    Answer answer = why(graph, edges);
    answer.query = "MATCH " + pattern_of(graph, *a) +
                   "-[r]-() WHERE type(r) <> 'REPORTED_BY' "
                   "RETURN r AS fact, r.status AS status, evidence(r)";
    return answer;
}

Result<Answer> ask_conflicts(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<CaseFilter> filter = take_case_filter(graph, words);
    if (!filter) {
        return filter.error();
    }
    const std::vector<NodeId> chosen = find_cases(context, *filter);
    const std::set<NodeId> lawsuits(chosen.begin(), chosen.end());
    Answer answer;
    answer.table.columns = {"case", "about", "says", "articles"};
    for (const Conflict& conflict :
         context.conflicts ? context.conflicts() : std::vector<Conflict>{}) {
        for (const Conflict::Side& side : conflict.sides) {
            if (lawsuits.contains(conflict.lawsuit)) {
                answer.table.rows.push_back({title_of(graph, conflict.lawsuit), conflict.about,
                                             side.value,
                                             CellList(side.articles.begin(), side.articles.end())});
                answer.table.support.push_back(support_of(graph, conflict.lawsuit));
            }
        }
    }
    return answer;
}

// "Nokia, Amazon since 2024-07-25 until 2024-08-01": names, then one or both ends.
Result<Answer> ask_diff(const VerbContext& context, Words& words) {
    const auto is_end = [&] {
        Words ahead = words;
        return words.empty() || ahead.take_any({"since", "until"});
    };
    std::vector<NodeId> about;
    while (!is_end()) {
        const Result<std::vector<NodeId>> names = words.take_names(context.graph);
        if (!names) {
            return names.error();
        }
        about.insert(about.end(), names->begin(), names->end());
    }
    if (words.empty()) {
        return words.expected("'since' or 'until' and a date");
    }
    DateInterval told;
    while (!words.empty()) {
        const bool is_start = words.take("since");
        if (!is_start && !words.take("until")) {
            return words.expected("'since' or 'until' and a date");
        }
        const Result<DateInterval> date = words.take_dates();
        if (!date) {
            return date.error();
        }
        (is_start ? told.first : told.last) = is_start ? date->first : date->last;
    }
    Answer answer;
    answer.table = news(context.graph, told, about);
    return answer;
}

}  // namespace litigraph::query::detail
