// Verbs about lawsuits: cases, timeline, forums, chain, count, top. All read one filter.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/timeline.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace litigraph::query::detail {
namespace {

using Nodes = std::vector<NodeId>;

struct Chosen {
    CaseFilter filter;
    Nodes lawsuits;
};

Result<Chosen> take_cases(const KnowledgeGraph& graph, Words& words) {
    Result<CaseFilter> filter = take_case_filter(graph, words);
    if (!filter) {
        return filter.error();
    }
    Nodes lawsuits = find_cases(graph, *filter);
    return Chosen{*std::move(filter), std::move(lawsuits)};
}

std::string tally_note(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    return to_string(tally(graph, lawsuits));
}

Cell tally_cell(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    const CaseTally count = tally(graph, lawsuits);
    CellRecord fields{{"cases", static_cast<std::int64_t>(count.single)},
                      {"groups", static_cast<std::int64_t>(count.groups)},
                      {"group_cases_low", static_cast<std::int64_t>(count.least)}};
    fields.emplace_back("group_cases_high",
                        count.most ? Cell(static_cast<std::int64_t>(*count.most)) : Cell{});
    return Thing{to_string(count), std::move(fields)};
}

Cell titles_cell(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    CellList titles;
    for (const NodeId lawsuit : lawsuits) {
        titles.push_back(title_of(graph, lawsuit));
    }
    return titles;
}

std::vector<EdgeId> support_of_all(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    std::vector<EdgeId> edges;
    for (const NodeId lawsuit : lawsuits) {
        const std::vector<EdgeId> some = support_of(graph, lawsuit);
        edges.insert(edges.end(), some.begin(), some.end());
    }
    return edges;
}

// ---- counting

// One row for each combination of values; "" where no source tells.
using Groups = std::map<std::vector<std::string>, Nodes>;

Groups group_by(const KnowledgeGraph& graph, const Nodes& lawsuits,
                const std::vector<CaseAspect>& aspects) {
    Groups groups;
    for (const NodeId lawsuit : lawsuits) {
        std::vector<std::vector<std::string>> keys{{}};
        for (const CaseAspect aspect : aspects) {
            std::vector<std::string> values = aspect_values(graph, lawsuit, aspect);
            if (values.empty()) {
                values.emplace_back();
            }
            std::vector<std::vector<std::string>> longer;
            for (const std::vector<std::string>& key : keys) {
                for (const std::string& value : values) {
                    longer.push_back(key);
                    longer.back().push_back(value);
                }
            }
            keys = std::move(longer);
        }
        for (std::vector<std::string>& key : keys) {
            groups[std::move(key)].push_back(lawsuit);
        }
    }
    return groups;
}

Table group_table(const KnowledgeGraph& graph, const Groups& groups,
                  const std::vector<CaseAspect>& aspects) {
    Table table;
    for (const CaseAspect aspect : aspects) {
        table.columns.emplace_back(to_string(aspect));
    }
    table.columns.insert(table.columns.end(), {"count", "cases"});
    std::vector<std::pair<std::vector<std::string>, Nodes>> rows(groups.begin(), groups.end());
    std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
        return tally(graph, a.second).single + tally(graph, a.second).groups >
               tally(graph, b.second).single + tally(graph, b.second).groups;
    });
    for (const auto& [key, lawsuits] : rows) {
        Row row;
        for (const std::string& value : key) {
            row.push_back(value.empty() ? Cell{} : Cell(value));
        }
        row.push_back(tally_cell(graph, lawsuits));
        row.push_back(titles_cell(graph, lawsuits));
        table.rows.push_back(std::move(row));
        table.support.push_back(support_of_all(graph, lawsuits));
    }
    return table;
}

Result<std::vector<CaseAspect>> take_aspects(Words& words) {
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    std::vector<CaseAspect> aspects;
    for (const std::string& name : *names) {
        const std::optional<CaseAspect> aspect = case_aspect_from_string(name);
        if (!aspect) {
            return before.expected(
                "what to count by: plaintiff, defendant, party, forum, court, jurisdiction, "
                "technology, patent, judge, year, status, cause or kind");
        }
        aspects.push_back(*aspect);
    }
    return aspects;
}

// Groups are single numbers nowhere: say what a row does not.
std::string group_note(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    return tally(graph, lawsuits).groups == 0 ? ""
                                              : "a group is several proceedings that no source "
                                                "tells apart; its size is in brackets";
}

void add_note(Answer& answer, std::string note) {
    if (!note.empty()) {
        answer.notes.push_back(std::move(note));
    }
}

// ---- chain

struct Reply {
    EdgeView edge;
};

// Every edge "responds-to" or "appeals" that can be reached from the lawsuits, either way.
std::vector<EdgeView> replies_from(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    std::set<EdgeId> seen;
    std::vector<EdgeView> replies;
    Nodes open = lawsuits;
    std::set<NodeId> visited(open.begin(), open.end());
    while (!open.empty()) {
        const NodeId lawsuit = open.back();
        open.pop_back();
        for (const EdgeId id : graph.incident_edges(lawsuit)) {
            const EdgeView edge = graph.edge(id);
            const bool is_reply =
                edge.kind == EdgeKind::responds_to || edge.kind == EdgeKind::appeals;
            if (!is_reply || !seen.insert(id).second) {
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
    std::ranges::sort(replies, {}, [&](const EdgeView& edge) {
        return std::tuple(graph.when(edge.source), graph.name(edge.source), graph.when(edge.target),
                          graph.name(edge.target), edge.id);
    });
    return replies;
}

}  // namespace

Result<Answer> ask_cases(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status end = words.at_end(filter_words); !end) {
        return end.error();
    }
    Answer answer;
    answer.query = to_query(graph, chosen->filter);
    answer.table.columns = {"case",   "plaintiffs", "defendants", "filed",
                            "status", "filed in",   "technology"};
    for (const NodeId lawsuit : chosen->lawsuits) {
        const auto values = [&](CaseAspect aspect) {
            return joined(aspect_values(graph, lawsuit, aspect));
        };
        answer.table.rows.push_back({title_of(graph, lawsuit), values(CaseAspect::plaintiff),
                                     values(CaseAspect::defendant), date_cell(graph.when(lawsuit)),
                                     status_of(graph, lawsuit), values(CaseAspect::forum),
                                     values(CaseAspect::technology)});
        answer.table.support.push_back(support_of(graph, lawsuit));
    }
    add_note(answer, tally_note(graph, chosen->lawsuits));
    return answer;
}

Result<Answer> ask_timeline(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status end = words.at_end(filter_words); !end) {
        return end.error();
    }
    Answer answer;
    answer.table.columns = {"when", "what", "where", "words"};
    for (const TimelineEntry& entry : timeline(graph, chosen->lawsuits)) {
        const std::string title = title_of(graph, entry.lawsuit);
        answer.table.rows.push_back(
            {to_string(entry.when), entry.what == "filed" ? title : title + ": " + entry.what,
             entry.where, entry.words.empty() ? Cell{} : Cell('"' + entry.words + '"')});
        answer.table.support.push_back(support_of(graph, entry.lawsuit));
    }
    answer.prose = aligned(answer.table, false);
    answer.query = to_query(graph, chosen->filter);
    if (!answer.query.empty()) {
        answer.query += " ORDER BY c.filed";
    }
    return answer;
}

Result<Answer> ask_forums(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status end = words.at_end(filter_words); !end) {
        return end.error();
    }
    Answer answer;
    const std::vector<CaseAspect> by{CaseAspect::forum};
    answer.table = group_table(graph, group_by(graph, chosen->lawsuits, by), by);
    add_note(answer, group_note(graph, chosen->lawsuits));
    return answer;
}

Result<Answer> ask_count(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    words.take("cases");
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    std::vector<CaseAspect> aspects;
    if (words.take("by")) {
        const Result<std::vector<CaseAspect>> by = take_aspects(words);
        if (!by) {
            return by.error();
        }
        aspects = *by;
    }
    if (const Status end = words.at_end("the end of the question"); !end) {
        return end.error();
    }
    Answer answer;
    Groups groups = group_by(graph, chosen->lawsuits, aspects);
    if (aspects.empty() && groups.empty()) {
        groups[{}] = {};  // a count of nothing is a row too
    }
    answer.table = group_table(graph, groups, aspects);
    add_note(answer, group_note(graph, chosen->lawsuits));
    return answer;
}

Result<Answer> ask_top(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const std::optional<CaseAspect> aspect =
        words.empty() ? std::nullopt : case_aspect_from_string(words.front().text);
    if (!aspect) {
        return words.expected(
            "what to rank: plaintiffs, defendants, parties, courts, jurisdictions, technologies, "
            "patents, judges, years or causes");
    }
    words.pop();
    std::size_t most = 10;
    if (!words.empty() && words.front().text.find_first_not_of("0123456789") == std::string::npos) {
        const Result<std::size_t> number = words.take_number(1, 1'000'000);
        if (!number) {
            return number.error();
        }
        most = *number;
    }
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status end = words.at_end(filter_words); !end) {
        return end.error();
    }
    Groups groups = group_by(graph, chosen->lawsuits, {*aspect});
    groups.erase({""});
    Answer answer;
    answer.table = group_table(graph, groups, {*aspect});
    if (answer.table.rows.size() > most) {
        add_note(answer, std::to_string(answer.table.rows.size()) + " in all, the first " +
                             std::to_string(most) + " shown");
        answer.table.rows.resize(most);
        answer.table.support.resize(most);
    }
    add_note(answer, group_note(graph, chosen->lawsuits));
    return answer;
}

Result<Answer> ask_chain(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<Chosen> chosen = take_cases(graph, words);
    if (!chosen) {
        return chosen.error();
    }
    if (const Status end = words.at_end(filter_words); !end) {
        return end.error();
    }
    Answer answer;
    answer.table.columns = {"case", "filed", "answers", "answered case filed", "status"};
    for (const EdgeView& edge : replies_from(graph, chosen->lawsuits)) {
        answer.table.rows.push_back(
            {title_of(graph, edge.source), date_cell(graph.when(edge.source)),
             title_of(graph, edge.target), date_cell(graph.when(edge.target)),
             to_string(edge.confidence)});
        answer.table.support.push_back({edge.id});
    }
    answer.query =
        "MATCH (c:Lawsuit)-[r:RESPONDS_TO|APPEALS]->(d:Lawsuit) "
        "RETURN c.name, c.filed, d.name, d.filed";
    if (!chosen->filter.lawsuits.empty() || !chosen->filter.parties.empty()) {
        answer.query.clear();  // the language cannot say "and everything that hangs together"
    }
    return answer;
}

}  // namespace litigraph::query::detail
