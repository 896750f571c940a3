// Quoting is our own: Graphviz gives meaning to backslashes and ampersands inside quotes.

#include "dot_legend.hpp"
#include "dot_look.hpp"
#include "drawing.hpp"
#include "utf8.hpp"
#include <litigraph/query/dot.hpp>

#include <algorithm>
#include <ostream>

namespace litigraph::query {
namespace {

using detail::Drawing;
using detail::DrawingSize;
using detail::DrawnEdge;
using detail::DrawnNode;
using detail::EdgeLook;
using detail::look_of;
using detail::NodeLook;

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

std::string counted(std::size_t count, std::string_view word) {
    return std::to_string(count) + ' ' + std::string(word) + (count == 1 ? "" : "s");
}

// Text for a label in Graphviz's own markup.
std::string markup(std::string_view text) {
    std::string result;
    for (const char c : detail::made_valid(text)) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '\\':
                result += "&#92;";
                break;
            case '\n':
                result += "<BR/>";
                break;
            default:
                result += byte < 0x20 || byte == 0x7F ? ' ' : c;
        }
    }
    return result;
}

// Above the picture: its title, and what it holds and leaves out.
void write_title(std::ostream& out, const Drawing& drawing, const DotOptions& options) {
    out << ", labelloc=t, labeljust=l, label=<";
    if (!options.title.empty()) {
        out << "<B>" << markup(options.title) << "</B><BR ALIGN=\"LEFT\"/>";
    }
    out << "<FONT POINT-SIZE=\"10\">";
    if (drawing.left_out > 0) {
        out << drawing.nodes.size() << " of "
            << counted(drawing.nodes.size() + drawing.left_out, "node");
    } else {
        out << counted(drawing.nodes.size(), "node");
    }
    out << ", " << counted(drawing.edges.size(), "edge")
        << " &#183; solid: a source states it, dashed: inferred</FONT><BR ALIGN=\"LEFT\"/>>";
}

void write_head(std::ostream& out, const Drawing& drawing, const DotOptions& options) {
    out << "digraph \"litigraph\" {\n";
    if (drawing.size == DrawingSize::large) {
        out << "  graph [layout=sfdp, overlap=prism, outputorder=edgesfirst, splines=line, "
               "K=1.2, repulsiveforce=1.6";
    } else {
        out << "  graph [layout=dot, rankdir=LR, ranksep=0.9, nodesep=0.25, newrank=true, "
               "splines=true";
    }
    out << ", fontname=\"DejaVu Sans\", fontsize=16, bgcolor=\"#FFFFFF\", pad=0.25";
    write_title(out, drawing, options);
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

// Graphviz takes no empty element, and gives meaning to backslashes in markup, which has no way to
// say that they have none.
bool is_fit_for_markup(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c > ' ' && c != 0x7F; }) &&
           text.find('\\') == std::string_view::npos;
}

/// The title, of a lawsuit bold, and the details in smaller letters.
std::string node_label(const DrawnNode& node) {
    const auto& [title, details] = node.words;
    const bool is_lawsuit = node.kind == NodeKind::lawsuit;
    if ((details.empty() && !is_lawsuit) || !is_fit_for_markup(title)) {
        return dot_quoted(details.empty() ? title : title + '\n' + details);
    }
    std::string label = is_lawsuit ? "<B>" + markup(title) + "</B>" : markup(title);
    if (!details.empty()) {
        label += "<BR/><FONT POINT-SIZE=\"8.5\">" + markup(details) + "</FONT>";
    }
    return '<' + label + '>';
}

void write_node(std::ostream& out, const DrawnNode& node, bool is_central) {
    const NodeLook look = look_of(node.kind);
    out << "  " << dot_quoted(node.id) << " [class=" << dot_quoted(to_string(node.kind))
        << ", label=" << node_label(node) << ", shape=" << look.shape << ", style=\"" << look.style
        << "\", fillcolor=\"" << look.fill << "\", color=\"" << look.line << '"';
    if (node.kind == NodeKind::jurisdiction || node.kind == NodeKind::article) {
        out << ", fontsize=9, margin=\"0.06,0.02\", height=0.28, width=0.7";
    }
    if (node.kind == NodeKind::technology || node.kind == NodeKind::court) {
        out << ", margin=\"0.06,0.04\"";
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

// Plaintiffs stand left of a case; for a defendant to stand right of it, the arrow is laid out from
// the case, and has its head where it begins.
bool is_laid_out_backwards(const Drawing& drawing, const DrawnEdge& edge) {
    return drawing.sides_apart && edge.kind == EdgeKind::defendant_in;
}

void write_ends(std::ostream& out, const Drawing& drawing, const DrawnEdge& edge) {
    const bool is_backwards = is_laid_out_backwards(drawing, edge);
    out << "  " << dot_quoted(drawing.nodes[is_backwards ? edge.to : edge.from].id) << " -> "
        << dot_quoted(drawing.nodes[is_backwards ? edge.from : edge.to].id)
        << " [class=" << dot_quoted(to_string(edge.kind))
        << (is_backwards ? ", dir=back, arrowtail=" : ", arrowhead=") << look_of(edge.kind).head;
}

void write_edge(std::ostream& out, const Drawing& drawing, const DrawnEdge& edge) {
    const EdgeLook look = look_of(edge.kind);
    write_ends(out, drawing, edge);
    if (!edge.label.empty()) {
        out << ", label=" << dot_quoted(edge.label) << ", fontcolor=\"" << look.text << '"';
    }
    out << ", color=\"" << look.colour << (drawing.size == DrawingSize::large ? see_through : "")
        << "\", penwidth=" << points(width_of(edge))
        << ", style=" << (edge.is_stated ? look.style : "dashed");
    // a reply stands beside the case it answers, the seat of a party on its other side
    if (edge.kind == EdgeKind::responds_to || edge.kind == EdgeKind::located_in) {
        out << ", constraint=false";
    }
    const std::string& tip =
        edge.tooltip.empty() ? std::string(to_string(edge.kind)) : edge.tooltip;
    out << ", tooltip=" << dot_quoted(tip) << ", labeltooltip=" << dot_quoted(tip) << "];\n";
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

std::string PictureReport::to_string() const {
    std::string text = counted(nodes, "node") + ", " + counted(edges, "edge");
    if (left_out > 0) {
        text += "; showing " + std::to_string(nodes) + " of " + std::to_string(nodes + left_out) +
                " nodes, those of the most connected parties; use --max-nodes 0 for all";
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

PictureReport write_dot(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
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
    if (!drawing.nodes.empty() && (options.legend || drawing.size != DrawingSize::small)) {
        detail::write_legend(out, drawing);
    }
    out << "}\n";
    return {drawing.nodes.size(), drawing.edges.size(), drawing.left_out, drawing.isolated};
}

}  // namespace litigraph::query
