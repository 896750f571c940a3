// The verb "chain": which case answers which, and how long after.

#include "case_query.hpp"
#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace litigraph::query::detail {
namespace {

bool is_reply(EdgeKind kind) { return kind == EdgeKind::responds_to || kind == EdgeKind::appeals; }

void sort_by_date(const KnowledgeGraph& graph, std::vector<EdgeView>& replies) {
    std::ranges::sort(replies, {}, [&](const EdgeView& edge) {
        return std::tuple(graph.when(edge.source), graph.name(edge.source), graph.when(edge.target),
                          graph.name(edge.target), edge.id);
    });
}

// Every reply and appeal that can be reached from the lawsuits, either way.
std::vector<EdgeView> replies_from(const VerbContext& context, const Nodes& lawsuits) {
    const KnowledgeGraph& graph = context.graph;
    std::set<EdgeId> seen;
    std::vector<EdgeView> replies;
    Nodes open = lawsuits;
    std::set<NodeId> visited(open.begin(), open.end());
    while (!open.empty()) {
        go_on(context);
        const NodeId lawsuit = open.back();
        open.pop_back();
        for (const EdgeId id : graph.incident_edges(lawsuit)) {
            const EdgeView edge = graph.edge(id);
            if (!is_reply(edge.kind) || !seen.insert(id).second) {
                continue;
            }
            replies.push_back(edge);
            for (const NodeId end : {edge.source, edge.target}) {
                if (visited.insert(end).second) {
                    open.push_back(end);
                }
            }
        }
    }
    sort_by_date(graph, replies);
    return replies;
}

/// Days from the case answered to the answer, at least and at most.
struct Lag {
    std::int64_t least = 0;
    std::int64_t most = 0;
};

std::optional<Lag> lag_of(const KnowledgeGraph& graph, const EdgeView& reply) {
    const DateInterval answer = graph.when(reply.source);
    const DateInterval answered = graph.when(reply.target);
    const auto is_closed = [](DateInterval when) {
        return when.first != beginning_of_time && when.last != end_of_time;
    };
    if (!is_closed(answer) || !is_closed(answered)) {
        return std::nullopt;
    }
    // an answer is never before what it answers, whatever the words behind the dates allow
    return Lag{std::max<std::int64_t>(0, days_between(answered.last, answer.first)),
               std::max<std::int64_t>(0, days_between(answered.first, answer.last))};
}

std::string to_string(Lag lag) {
    const std::string least = std::to_string(lag.least);
    return lag.least == lag.most ? least : least + ".." + std::to_string(lag.most);
}

std::int64_t median(std::vector<std::int64_t> numbers) {
    std::ranges::sort(numbers);
    return numbers[(numbers.size() - 1) / 2];
}

// What is usual: over every answer in the graph whose dates are known.
std::string usual_lag(const VerbContext& context) {
    const KnowledgeGraph& graph = context.graph;
    std::vector<std::int64_t> least;
    std::vector<std::int64_t> most;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        go_on(context);
        const EdgeView edge = graph.edge(EdgeId{i});
        if (edge.kind != EdgeKind::responds_to) {
            continue;
        }
        if (const std::optional<Lag> lag = lag_of(graph, edge)) {
            least.push_back(lag->least);
            most.push_back(lag->most);
        }
    }
    if (least.empty()) {
        return {};
    }
    const std::size_t count = least.size();
    return "days from a case to its answer: " +
           to_string(Lag{median(std::move(least)), median(std::move(most))}) + " (median of " +
           std::to_string(count) + (count == 1 ? " answer)" : " answers in this graph)");
}

std::string chain_query(const KnowledgeGraph& graph, const CaseFilter& filter) {
    const std::string chain =
        filter == CaseFilter{}
            ? "MATCH (x:Lawsuit)"
            : match_cases(graph, filter) + " MATCH (c)-[:RESPONDS_TO|APPEALS*0..]-(x)";
    return chain +
           " MATCH (x)-[r:RESPONDS_TO|APPEALS]->(d) RETURN DISTINCT x AS case, x.filed AS filed, "
           "d AS answers, r.status AS status";
}

}  // namespace

Result<Answer> ask_chain(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"case", "filed", "answers", "answered case filed", "days", "status"};
    for (const EdgeView& edge : replies_from(context, chosen->lawsuits)) {
        const std::optional<Lag> lag = lag_of(graph, edge);
        answer.table.rows.push_back(
            {cell_of(graph, edge.source), date_cell(graph.when(edge.source)),
             cell_of(graph, edge.target), date_cell(graph.when(edge.target)),
             lag ? Cell(to_string(*lag)) : Cell{}, litigraph::to_string(edge.confidence)});
        answer.table.support.push_back({edge.id});
    }
    if (std::string usual = usual_lag(context); !usual.empty()) {
        answer.notes.push_back(std::move(usual));
    }
    answer.query = chain_query(graph, chosen->filter);
    return answer;
}

}  // namespace litigraph::query::detail
