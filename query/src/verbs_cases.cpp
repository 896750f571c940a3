// Verbs about lawsuits: cases, timeline, forums, count, top. All read one filter.

#include "case_query.hpp"
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

std::string tally_note(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    return to_string(tally(graph, lawsuits));
}

Cell titles_cell(const KnowledgeGraph& graph, const Nodes& lawsuits) {
    CellList titles;
    for (const NodeId lawsuit : lawsuits) {
        titles.push_back(title_of(graph, lawsuit));
    }
    return titles;
}

// ---- counting

// One row for each combination of values; "" where no source tells.
using Groups = std::map<std::vector<std::string>, Nodes>;

Groups group_by(const VerbContext& context, const Nodes& lawsuits,
                const std::vector<CaseAspect>& aspects) {
    Groups groups;
    for (const NodeId lawsuit : lawsuits) {
        go_on(context);
        std::vector<std::vector<std::string>> keys{{}};
        for (const CaseAspect aspect : aspects) {
            std::vector<std::string> values = aspect_values(context.graph, lawsuit, aspect);
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

Table group_table(const VerbContext& context, const Groups& groups,
                  const std::vector<CaseAspect>& aspects) {
    const KnowledgeGraph& graph = context.graph;
    Table table;
    for (const CaseAspect aspect : aspects) {
        table.columns.emplace_back(to_string(aspect));
    }
    table.columns.insert(table.columns.end(), {"count", "cases"});
    std::vector<std::pair<std::vector<std::string>, Nodes>> rows(groups.begin(), groups.end());
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [](const auto& row) { return row.second.size(); });
    for (const auto& [key, lawsuits] : rows) {
        go_on(context);
        Row row;
        for (const std::string& value : key) {
            row.push_back(value.empty() ? Cell{} : Cell(value));
        }
        row.push_back(tally_cell(graph, lawsuits));
        row.push_back(titles_cell(graph, lawsuits));
        table.rows.push_back(std::move(row));
        table.support.push_back(support_of_all(context, lawsuits));
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

}  // namespace

Result<Answer> ask_cases(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.query = list_cases(graph, chosen->filter);
    answer.table.columns = {"case",   "plaintiffs", "defendants", "filed",
                            "status", "filed in",   "technology"};
    for (const NodeId lawsuit : chosen->lawsuits) {
        go_on(context);
        const auto values = [&](CaseAspect aspect) {
            return joined(aspect_values(graph, lawsuit, aspect));
        };
        answer.table.rows.push_back({cell_of(graph, lawsuit), values(CaseAspect::plaintiff),
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
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    answer.table.columns = {"when", "what", "where", "words"};
    bool has_events = false;
    for (const TimelineEntry& entry : timeline(graph, chosen->lawsuits)) {
        go_on(context);
        const bool is_event = entry.what != "filed";
        has_events = has_events || is_event;
        answer.table.rows.push_back(
            {date_cell(entry.when),
             is_event ? Cell(title_of(graph, entry.lawsuit) + ": " + entry.what)
                      : cell_of(graph, entry.lawsuit),
             entry.where, entry.words.empty() ? Cell{} : Cell('"' + entry.words + '"')});
        answer.table.support.push_back(support_of(graph, entry.lawsuit));
    }
    answer.prose = aligned(answer.table, false);
    if (!has_events) {  // the language lists lawsuits, not what happened in them
        answer.query = match_cases(graph, chosen->filter) +
                       " RETURN c.filed AS when, c AS what ORDER BY c.filed, c.name";
    }
    return answer;
}

Result<Answer> ask_forums(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Answer answer;
    const std::vector<CaseAspect> by{CaseAspect::forum};
    answer.query = count_cases(graph, chosen->filter, by);
    answer.table = group_table(context, group_by(context, chosen->lawsuits, by), by);
    add_note(answer, group_note(graph, chosen->lawsuits));
    return answer;
}

Result<Answer> ask_count(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    words.take("cases");
    const Result<ChosenCases> chosen = take_cases(context, words);
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
    Groups groups = group_by(context, chosen->lawsuits, aspects);
    if (aspects.empty() && groups.empty()) {
        groups[{}] = {};  // a count of nothing is a row too
    }
    answer.table = group_table(context, groups, aspects);
    answer.query = count_cases(graph, chosen->filter, aspects);
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
    const Result<ChosenCases> chosen = take_cases_to_end(context, words);
    if (!chosen) {
        return chosen.error();
    }
    Groups groups = group_by(context, chosen->lawsuits, {*aspect});
    groups.erase({""});
    Answer answer;
    answer.table = group_table(context, groups, {*aspect});
    answer.query = count_cases(graph, chosen->filter, {*aspect}, most);
    if (answer.table.rows.size() > most) {
        add_note(answer, std::to_string(answer.table.rows.size()) + " in all, the first " +
                             std::to_string(most) + " shown");
        answer.table.rows.resize(most);
        answer.table.support.resize(most);
    }
    add_note(answer, group_note(graph, chosen->lawsuits));
    return answer;
}

}  // namespace litigraph::query::detail
