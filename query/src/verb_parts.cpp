#include "verb_parts.hpp"

#include "utf8.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/render.hpp>
#include <litigraph/query/result_cells.hpp>

#include <algorithm>

namespace litigraph::query::detail {
namespace {

Status add_names(Nodes& nodes, const KnowledgeGraph& graph, Words& words) {
    const Result<Nodes> names = words.take_names(graph);
    if (!names) {
        return names.error();
    }
    nodes.insert(nodes.end(), names->begin(), names->end());
    return Success{};
}

Status add_dates(CaseFilter& filter, Words& words, bool open_end) {
    const Result<DateInterval> dates = words.take_dates();
    if (!dates) {
        return dates.error();
    }
    filter.during = {dates->first, open_end ? end_of_time : dates->last};
    return Success{};
}

Status set_text(std::string& text, Words& words, std::string_view what) {
    if (words.empty()) {
        return words.expected(what);
    }
    text = words.front().text;
    words.pop();
    return Success{};
}

// The parties named first take the role that follows them.
Status set_role(CaseFilter& filter, Words& words) {
    if (words.take_any({"plaintiff", "plaintiffs"})) {
        filter.plaintiffs.swap(filter.parties);
    } else if (words.take_any({"defendant", "defendants"})) {
        filter.defendants.swap(filter.parties);
    } else {
        return words.expected("'plaintiff' or 'defendant'");
    }
    return Success{};
}

// "Nokia against Amazon": the first named sue, the second are sued.
Status set_opponents(CaseFilter& filter, const KnowledgeGraph& graph, Words& words) {
    filter.plaintiffs.insert(filter.plaintiffs.end(), filter.parties.begin(), filter.parties.end());
    filter.parties.clear();
    return add_names(filter.defendants, graph, words);
}

Status set_plaintiff_kinds(CaseFilter& filter, Words& words) {
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
        filter.plaintiff_kinds.emplace_back(query_name(*kind));
    }
    return Success{};
}

Status set_without(CaseFilter& filter, Words& words) {
    filter.without = words.empty() ? std::nullopt : case_aspect_from_string(words.front().text);
    if (!filter.without) {
        return words.expected("what is missing: court, forum, date, plaintiff, technology, ...");
    }
    words.pop();
    return Success{};
}

Status take_condition(CaseFilter& filter, const KnowledgeGraph& graph, Words& words) {
    if (words.take("as")) {
        return set_role(filter, words);
    }
    if (words.take("against")) {
        return set_opponents(filter, graph, words);
    }
    if (words.take_any({"over", "about", "in", "before"})) {
        return add_names(filter.about, graph, words);
    }
    if (words.take("since")) {
        return add_dates(filter, words, true);
    }
    if (words.take("during")) {
        return add_dates(filter, words, false);
    }
    if (words.take("status")) {
        return set_text(filter.status, words, "a status, such as filed or settled");
    }
    if (words.take("cause")) {
        return set_text(filter.cause, words, "a cause, such as patent");
    }
    if (words.take("kind")) {
        return set_text(filter.kind, words, "a kind of case, such as lawsuit");
    }
    if (words.take("from")) {
        return set_plaintiff_kinds(filter, words);
    }
    if (words.take("without")) {
        return set_without(filter, words);
    }
    return words.expected(filter_words);
}

bool take_flag(CaseFilter& filter, Words& words) {
    if (words.take("open")) {
        filter.open = true;
    } else if (words.take("closed")) {
        filter.open = false;
    } else if (words.take("family")) {
        filter.family = true;
    } else {
        return false;
    }
    return true;
}

bool is_condition(const Words& words) {
    Words copy = words;
    return copy.take_any({"as", "against", "over", "about", "in", "before", "since", "during",
                          "status", "cause", "kind", "from", "without", "open", "closed", "family",
                          "by"});
}

// A lawsuit among the names stands for itself; technologies and places may be named first too.
void sort_out(CaseFilter& filter, const KnowledgeGraph& graph) {
    Nodes parties;
    for (const NodeId node : filter.parties) {
        switch (graph.kind(node)) {
            case NodeKind::party:
                parties.push_back(node);
                break;
            case NodeKind::lawsuit:
                filter.lawsuits.push_back(node);
                break;
            default:
                filter.about.push_back(node);
        }
    }
    filter.parties = std::move(parties);
}

}  // namespace

Result<CaseFilter> take_case_filter(const KnowledgeGraph& graph, Words& words) {
    CaseFilter filter;
    while (!words.empty() && !is_condition(words)) {
        if (const Status status = add_names(filter.parties, graph, words); !status) {
            return status.error();
        }
    }
    sort_out(filter, graph);
    Words at_by = words;
    while (!words.empty() && !at_by.take("by")) {
        if (!take_flag(filter, words)) {
            if (const Status status = take_condition(filter, graph, words); !status) {
                return status.error();
            }
        }
        at_by = words;
    }
    return filter;
}

Nodes find_cases(const VerbContext& context, const CaseFilter& filter) {
    Nodes lawsuits = find_cases(context.graph, filter, context.go_on);
    go_on(context);
    return lawsuits;
}

Result<ChosenCases> take_cases(const VerbContext& context, Words& words) {
    Result<CaseFilter> filter = take_case_filter(context.graph, words);
    if (!filter) {
        return filter.error();
    }
    Nodes lawsuits = find_cases(context, *filter);
    return ChosenCases{*std::move(filter), std::move(lawsuits)};
}

Result<ChosenCases> take_cases_to_end(const VerbContext& context, Words& words) {
    Result<ChosenCases> chosen = take_cases(context, words);
    if (!chosen) {
        return chosen;
    }
    const Status end = words.at_end(filter_words);
    return end ? std::move(chosen) : Result<ChosenCases>(end.error());
}

std::vector<EdgeId> support_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    std::vector<EdgeId> edges = graph.incident_edges(lawsuit);
    std::erase_if(edges,
                  [&](EdgeId edge) { return graph.edge(edge).kind == EdgeKind::reported_by; });
    return edges;
}

std::vector<EdgeId> support_of_all(const VerbContext& context, const Nodes& lawsuits) {
    std::vector<EdgeId> edges;
    for (const NodeId lawsuit : lawsuits) {
        go_on(context);
        const std::vector<EdgeId> some = support_of(context.graph, lawsuit);
        edges.insert(edges.end(), some.begin(), some.end());
    }
    return edges;
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

Cell cell_of(const KnowledgeGraph& graph, NodeId node) { return to_cell(graph, Value(node)); }

Cell date_cell(DateInterval when) { return when.is_unknown() ? Cell{} : Cell(to_string(when)); }

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? "" : ", ";
        text += part;
    }
    return text;
}

std::string joined_names(const KnowledgeGraph& graph, const std::vector<NodeId>& nodes) {
    std::vector<std::string> names;
    for (const NodeId node : nodes) {
        names.emplace_back(graph.name(node));
    }
    return joined(names);
}

std::string aligned(const Table& table, bool with_heading) {
    std::vector<std::vector<std::string>> lines;
    if (with_heading) {
        lines.push_back(table.columns);
    }
    for (const Row& row : table.rows) {
        std::vector<std::string>& line = lines.emplace_back();
        for (const Cell& cell : row) {
            line.push_back(made_visible(to_string(cell)));
        }
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const std::vector<std::string>& line : lines) {
        for (std::size_t j = 0; j < line.size(); ++j) {
            widths[j] = std::max(widths[j], display_width(line[j]));
        }
    }
    std::string text;
    for (const std::vector<std::string>& line : lines) {
        std::string row;
        for (std::size_t j = 0; j < line.size(); ++j) {
            row += line[j] + std::string(widths[j] - display_width(line[j]) + 2, ' ');
        }
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + '\n';
    }
    return text;
}

}  // namespace litigraph::query::detail
