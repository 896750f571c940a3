#include "utf8.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/paths.hpp>
#include <litigraph/query/render.hpp>
#include <litigraph/query/why.hpp>

#include <algorithm>
#include <sstream>

namespace litigraph::query {
namespace {

constexpr std::size_t text_width = 92;  // of quotes, so that they fit a page with their indent

std::string id_text(EdgeId id) {
    std::ostringstream out;
    out << id;
    return out.str();
}

std::vector<EdgeId> between(const KnowledgeGraph& graph, NodeId a, NodeId b) {
    std::vector<EdgeId> edges = graph.incident_edges(a);
    std::erase_if(edges, [&](EdgeId id) {
        const EdgeView edge = graph.edge(id);
        return edge.source != b && edge.target != b;
    });
    return edges;
}

std::vector<EdgeId> in_common_lawsuits(const KnowledgeGraph& graph, NodeId a, NodeId b) {
    std::vector<EdgeId> edges;
    const std::vector<NodeId> of_b = lawsuits_of(graph, b);
    for (const NodeId lawsuit : lawsuits_of(graph, a)) {
        if (std::ranges::binary_search(of_b, lawsuit)) {
            for (const NodeId party : {a, b}) {
                const std::vector<EdgeId> some = between(graph, party, lawsuit);
                edges.insert(edges.end(), some.begin(), some.end());
            }
        }
    }
    return edges;
}

// Byte by byte: which bytes of `text` belong to a name or an alias of `node`.
void mark_names(const KnowledgeGraph& graph, NodeId node, std::string_view text,
                std::vector<bool>& marks) {
    const auto mark = [&](std::string_view name) {
        for (std::size_t at = name.empty() ? text.npos : text.find(name); at != text.npos;
             at = text.find(name, at + name.size())) {
            std::fill_n(marks.begin() + static_cast<std::ptrdiff_t>(at), name.size(), true);
        }
    };
    mark(graph.name(node));
    for (const auto& [key, value] : graph.attributes(node)) {
        if (key == AttributeKey::alias) {
            mark(value);
        }
    }
}

struct Line {
    std::string text;
    std::string carets;
};

// The quote in lines of at most text_width columns, with carets under marked bytes.
std::vector<Line> in_lines(std::string_view quote, const std::vector<bool>& marks) {
    std::vector<Line> lines(1);
    for (std::size_t i = 0; i < quote.size();) {
        const detail::CodePoint point = detail::decode(quote, i);
        const std::string shown = detail::made_visible(quote.substr(i, point.length));
        if (quote[i] == ' ' && display_width(lines.back().text) >= text_width - 12) {
            lines.emplace_back();
        } else {
            lines.back().text += shown;
            lines.back().carets.append(display_width(shown), marks[i] ? '^' : ' ');
        }
        i += point.length;
    }
    for (Line& line : lines) {
        line.carets.erase(line.carets.find_last_not_of(' ') + 1);
    }
    return lines;
}

// "techradar-20240801, bytes 17-57, published 2024-08-01, https://example.org/a"
std::string source_text(const KnowledgeGraph& graph, const EvidenceView& evidence) {
    std::string text(graph.name(evidence.article));
    text += ", bytes " + std::to_string(evidence.begin) + '-' + std::to_string(evidence.end);
    if (const DateInterval published = graph.when(evidence.article); !published.is_unknown()) {
        text += ", published " + to_string(published);
    }
    if (const auto url = graph.attribute(evidence.article, AttributeKey::url)) {
        text += ", " + std::string(*url);
    }
    return detail::made_visible(text);
}

void write_quote(std::ostream& out, const KnowledgeGraph& graph, const EdgeView& edge,
                 const EvidenceView& evidence) {
    std::vector<bool> marks(evidence.quote.size(), false);
    mark_names(graph, edge.source, evidence.quote, marks);
    mark_names(graph, edge.target, evidence.quote, marks);
    const std::vector<Line> lines = in_lines(evidence.quote, marks);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_last = i + 1 == lines.size();
        out << (i == 0 ? "    \"" : "     ") << lines[i].text;
        out << (is_last ? "\"   " + source_text(graph, evidence) : "") << '\n';
        if (!lines[i].carets.empty()) {
            out << "     " << lines[i].carets << '\n';
        }
    }
}

void write_edge(std::ostream& out, const KnowledgeGraph& graph, EdgeId id) {
    const EdgeView edge = graph.edge(id);
    out << id << "  " << detail::made_visible(describe(graph, id)) << "   "
        << to_string(edge.confidence);
    if (!edge.when.is_unknown()) {
        out << "   " << edge.when;
    }
    if (edge.lawsuit) {
        out << "   in " << detail::made_visible(title_of(graph, *edge.lawsuit));
    }
    const std::size_t count = graph.evidence_count(id);
    if (count > 0 && edge.confidence != Confidence::stated) {
        out << "   rule: " << graph.evidence(id, 0).rule;
    }
    out << '\n';
    for (std::size_t i = 0; i < count; ++i) {
        write_quote(out, graph, edge, graph.evidence(id, i));
    }
}

Cell date_cell(DateInterval when) { return when.is_unknown() ? Cell{} : Cell(to_string(when)); }

Cell url_cell(const KnowledgeGraph& graph, NodeId article) {
    const auto url = graph.attribute(article, AttributeKey::url);
    return url ? Cell(*url) : Cell{};
}

}  // namespace

std::vector<EdgeId> edges_about(const KnowledgeGraph& graph, NodeId a, NodeId b) {
    std::vector<EdgeId> edges = between(graph, a, b);
    if (edges.empty()) {
        edges = in_common_lawsuits(graph, a, b);
    }
    if (edges.empty()) {
        // an article that reports two cases does not tie them
        PathOptions facts;
        facts.filter.kinds = facts.filter.kinds.without(EdgeKind::reported_by);
        if (const std::optional<Path> path = shortest_path(graph, a, b, facts)) {
            for (const Step& step : path->steps) {
                edges.push_back(step.edge);
            }
        }
    }
    return edges;
}

std::string explain(const KnowledgeGraph& graph, std::span<const EdgeId> edges) {
    std::ostringstream out;
    for (const EdgeId id : edges) {
        write_edge(out, graph, id);
    }
    return out.str();
}

Table evidence_table(const KnowledgeGraph& graph, std::span<const EdgeId> edges) {
    Table table;
    table.columns = {"edge", "fact",  "status", "when",  "article", "published",
                     "url",  "begin", "end",    "quote", "rule"};
    for (const EdgeId id : edges) {
        const EdgeView edge = graph.edge(id);
        Row known{id_text(id), describe(graph, id), to_string(edge.confidence),
                  date_cell(edge.when)};
        for (std::size_t i = 0; i < graph.evidence_count(id); ++i) {
            const EvidenceView evidence = graph.evidence(id, i);
            Row row = known;
            row.insert(
                row.end(),
                {Cell(graph.name(evidence.article)), date_cell(graph.when(evidence.article)),
                 url_cell(graph, evidence.article), Cell(std::int64_t{evidence.begin}),
                 Cell(std::int64_t{evidence.end}), Cell(evidence.quote), Cell(evidence.rule)});
            table.rows.push_back(std::move(row));
            table.support.push_back({id});
        }
        if (graph.evidence_count(id) == 0) {
            known.resize(table.columns.size());
            table.rows.push_back(std::move(known));
            table.support.push_back({id});
        }
    }
    return table;
}

}  // namespace litigraph::query
