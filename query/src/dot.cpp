// The look: shape and colour tell the kind of a node, colour, line, arrow head and word the kind of
// an edge (hues of Okabe and Ito, told apart by most colour-blind readers). Quoting is our own:
// Graphviz gives meaning to backslashes and ampersands inside quotes.

#include "drawing.hpp"
#include "utf8.hpp"
#include <litigraph/query/dot.hpp>

#include <algorithm>
#include <ostream>

namespace litigraph::query {
namespace {

using detail::Drawing;
using detail::DrawnEdge;
using detail::DrawnNode;

struct NodeLook {
    std::string_view shape, style, fill, line;
};

NodeLook look_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::party:
            return {"box", "rounded,filled", "#CCE5F6", "#0072B2"};
        case NodeKind::lawsuit:
            return {"note", "filled", "#FBE3B5", "#B36B00"};
        case NodeKind::court:
            return {"house", "filled", "#F3DCE9", "#99456F"};
        case NodeKind::jurisdiction:
            return {"box", "filled", "#F3DCE9", "#99456F"};
        case NodeKind::technology:
            return {"ellipse", "filled", "#CDEBDF", "#00664B"};
        case NodeKind::patent:
            return {"component", "filled", "#FBF7C6", "#8A8000"};
        case NodeKind::person:
            return {"box", "rounded,filled", "#FFFFFF", "#0072B2"};
        case NodeKind::law_firm:
            return {"box", "rounded,diagonals,filled", "#FFFFFF", "#0072B2"};
        case NodeKind::article:
            return {"tab", "filled", "#EEEEEE", "#777777"};
    }
    return {};
}

struct EdgeLook {
    std::string_view colour, text, style, head;
    int width = 12;  ///< Tenths of a point.
};

EdgeLook look_of(EdgeKind kind) {
    switch (kind) {
        case EdgeKind::sues:
        case EdgeKind::threatens_suit:
            return {"#D55E00", "#A84A00", "solid", "normal", 26};
        case EdgeKind::countersues:
            return {"#8B3A74", "#8B3A74", "solid", "normalnormal", 26};
        case EdgeKind::responds_to:
        case EdgeKind::appeals:
            return {"#8B3A74", "#8B3A74", "solid", "normal", 16};
        case EdgeKind::plaintiff_in:
            return {"#D55E00", "#A84A00", "solid", "normal", 12};
        case EdgeKind::defendant_in:
            return {"#D55E00", "#A84A00", "solid", "tee", 12};
        case EdgeKind::party_to:
            return {"#D55E00", "#A84A00", "solid", "odot", 12};
        case EdgeKind::filed_in:
            return {"#0072B2", "#005A8C", "solid", "vee", 13};
        case EdgeKind::located_in:
            return {"#0072B2", "#005A8C", "solid", "empty", 10};
        case EdgeKind::concerns_technology:
            return {"#008060", "#00664B", "dotted", "onormal", 16};
        case EdgeKind::asserts_patent:
            return {"#8A8000", "#6B6300", "solid", "diamond", 13};
        case EdgeKind::challenges_validity:
            return {"#8A8000", "#6B6300", "solid", "box", 16};
        case EdgeKind::settles_with:
            return {"#008060", "#00664B", "solid", "none", 20};
        case EdgeKind::division_of:
            return {"#333333", "#333333", "solid", "odiamond", 10};
        case EdgeKind::presides:
        case EdgeKind::represents:
            return {"#333333", "#333333", "solid", "open", 10};
        case EdgeKind::reported_by:
            return {"#999999", "#777777", "solid", "none", 9};
    }
    return {};
}

std::string points(int tenths) {
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

// Every doubling of the number of cases makes the line one point wider.
int width_of(const DrawnEdge& edge) {
    int width = look_of(edge.kind).width;
    for (std::size_t cases = edge.cases; cases > 1; cases /= 2) {
        width += 10;
    }
    return std::min(width, 80);
}

constexpr std::size_t largest_layered = 100;

bool is_large(const Drawing& drawing) { return drawing.nodes.size() > largest_layered; }

void write_head(std::ostream& out, const Drawing& drawing, const DotOptions& options) {
    out << "digraph \"litigraph\" {\n";
    if (is_large(drawing)) {
        out << "  graph [layout=sfdp, overlap=prism, outputorder=edgesfirst, splines=true, K=1.2, "
               "repulsiveforce=1.6";
    } else {
        out << "  graph [layout=dot, rankdir=LR, ranksep=0.9, nodesep=0.25, newrank=true, "
               "splines=true";
    }
    out << ", fontname=\"DejaVu Sans\", fontsize=16, bgcolor=\"#FFFFFF\", pad=0.25";
    if (!options.title.empty()) {
        out << ", labelloc=t, labeljust=l, label=" << dot_quoted(options.title);
    }
    out << "];\n"
           "  node [fontname=\"DejaVu Sans\", fontsize=10, penwidth=1.4, margin=\"0.12,0.06\"];\n"
           "  edge [fontname=\"DejaVu Sans\", fontsize=9, arrowsize=0.7];\n";
}

std::size_t highest_party_degree(const Drawing& drawing) {
    std::size_t highest = 0;
    for (const DrawnNode& node : drawing.nodes) {
        highest = node.kind == NodeKind::party ? std::max(highest, node.degree) : highest;
    }
    return highest;
}

void write_node(std::ostream& out, const DrawnNode& node, bool is_central) {
    const NodeLook look = look_of(node.kind);
    out << "  " << dot_quoted(node.id) << " [class=" << dot_quoted(to_string(node.kind))
        << ", label=" << dot_quoted(node.label) << ", shape=" << look.shape << ", style=\""
        << look.style << "\", fillcolor=\"" << look.fill << "\", color=\"" << look.line << '"';
    if (node.kind == NodeKind::jurisdiction || node.kind == NodeKind::article) {
        out << ", fontsize=9, margin=\"0.06,0.02\", height=0.28, width=0.7";
    }
    if (node.kind == NodeKind::technology) {
        out << ", margin=\"0.06,0.03\"";
    }
    if (node.is_group) {
        out << ", peripheries=2";
    }
    if (is_central) {
        out << ", penwidth=2.6, fontname=\"DejaVu Sans Bold\", fontsize=11";
    }
    if (!node.url.empty()) {
        out << ", URL=" << dot_quoted(node.url);
    }
    out << ", tooltip=" << dot_quoted(node.tooltip) << "];\n";
}

// Edges of a large picture cross everywhere: let what is below shine through.
constexpr std::string_view see_through = "A0";

void write_edge(std::ostream& out, const Drawing& drawing, const DrawnEdge& edge) {
    const EdgeLook look = look_of(edge.kind);
    out << "  " << dot_quoted(drawing.nodes[edge.from].id) << " -> "
        << dot_quoted(drawing.nodes[edge.to].id) << " [class=" << dot_quoted(to_string(edge.kind));
    if (!edge.label.empty()) {
        out << ", label=" << dot_quoted(edge.label) << ", fontcolor=\"" << look.text << '"';
    }
    out << ", color=\"" << look.colour << (is_large(drawing) ? see_through : "")
        << "\", penwidth=" << points(width_of(edge))
        << ", style=" << (edge.is_stated ? look.style : "dashed") << ", arrowhead=" << look.head;
    if (edge.kind == EdgeKind::responds_to) {
        out << ", constraint=false";
    }
    const std::string& tip =
        edge.tooltip.empty() ? std::string(to_string(edge.kind)) : edge.tooltip;
    out << ", tooltip=" << dot_quoted(tip) << ", labeltooltip=" << dot_quoted(tip) << "];\n";
}

struct LegendRow {
    EdgeKind kind;
    std::string_view sign, meaning;
};
constexpr LegendRow legend_rows[] = {
    {EdgeKind::sues, "&#9473;&#9473;&#9654;", "sues (party to party); thin: party to case"},
    {EdgeKind::countersues, "&#9473;&#9473;&#9654;&#9654;", "countersues, responds to"},
    {EdgeKind::filed_in, "&#9472;&#9472;&gt;", "filed in a court or country"},
    {EdgeKind::concerns_technology, "&#8231;&#8231;&#8231;&#9655;", "concerns a technology"},
    {EdgeKind::asserts_patent, "&#9472;&#9472;&#9670;", "asserts a patent"},
    {EdgeKind::division_of, "&#9472;&#9472;&#9671;", "is a division of"},
    {EdgeKind::reported_by, "&#9472;&#9472;", "reported by an article"},
};

bool has_kind(const Drawing& drawing, EdgeKind kind) {
    return std::ranges::any_of(drawing.edges,
                               [&](const DrawnEdge& edge) { return edge.kind == kind; });
}

void write_legend(std::ostream& out, const Drawing& drawing) {
    out << "  \"legend\" [class=\"legend\", shape=plain, tooltip=\"legend\", label=<\n"
           "    <TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"2\">\n";
    for (const LegendRow& row : legend_rows) {
        if (has_kind(drawing, row.kind)) {
            out << "      <TR><TD ALIGN=\"RIGHT\"><FONT COLOR=\"" << look_of(row.kind).colour
                << "\"><B>" << row.sign << "</B></FONT></TD><TD ALIGN=\"LEFT\">" << row.meaning
                << "</TD></TR>\n";
        }
    }
    out << "      <TR><TD ALIGN=\"RIGHT\">&#9476;&#9476;&#9476;</TD><TD ALIGN=\"LEFT\">dashed: not "
           "stated by a source, inferred</TD></TR>\n"
           "    </TABLE>>];\n";
}

}  // namespace

std::optional<DotView> dot_view_from_string(std::string_view text) noexcept {
    if (text == "full") {
        return DotView::full;
    }
    if (text == "cases") {
        return DotView::cases;
    }
    return text == "parties" ? std::optional(DotView::parties) : std::nullopt;
}

std::optional<DotEvidence> dot_evidence_from_string(std::string_view text) noexcept {
    if (text == "none") {
        return DotEvidence::none;
    }
    if (text == "tooltip") {
        return DotEvidence::tooltip;
    }
    return text == "label" ? std::optional(DotEvidence::label) : std::nullopt;
}

std::string DotReport::to_string() const {
    const auto counted = [](std::size_t count, std::string_view word) {
        return std::to_string(count) + ' ' + std::string(word) + (count == 1 ? "" : "s");
    };
    std::string text = counted(nodes, "node") + ", " + counted(edges, "edge");
    if (left_out > 0) {
        text += "; showing " + std::to_string(nodes) + " of " + std::to_string(nodes + left_out) +
                " nodes, the most connected; use --max-nodes 0 for all";
    }
    if (isolated > 0) {
        text += "; " + counted(isolated, "node") + " without a drawn edge left out";
    }
    return text;
}

std::string dot_quoted(std::string_view text) {
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const detail::CodePoint point = detail::decode(text, i);
        const std::string_view bytes = text.substr(i, point.length);
        i += point.length;
        if (!point.is_valid) {
            continue;
        }
        switch (point.value) {
            case '\\':
                result += "\\\\";
                break;
            case '"':
                result += "\\\"";
                break;
            case '&':
                result += "&amp;";
                break;
            case '\n':
                result += "\\n";
                break;
            case '\t':
                result += ' ';
                break;
            default:
                if (point.value >= 0x20 && (point.value < 0x7F || point.value >= 0xA0)) {
                    result += bytes;
                }
        }
    }
    return result += '"';
}

DotReport write_dot(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                    const DotOptions& options) {
    const Drawing drawing = detail::make_drawing(graph, selection, options);
    write_head(out, drawing, options);
    const std::size_t highest = highest_party_degree(drawing);
    for (const DrawnNode& node : drawing.nodes) {
        const bool is_central =
            node.kind == NodeKind::party && highest > 1 && 2 * node.degree > highest;
        write_node(out, node, is_central);
    }
    for (const DrawnEdge& edge : drawing.edges) {
        write_edge(out, drawing, edge);
    }
    if (options.legend) {
        write_legend(out, drawing);
    }
    out << "}\n";
    return {drawing.nodes.size(), drawing.edges.size(), drawing.left_out, drawing.isolated};
}

}  // namespace litigraph::query
