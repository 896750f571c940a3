// The page is viewer/viewer.html, compiled in; here its data is made: what to draw, where, how each
// kind looks, and the words behind each edge.

#include "dot_look.hpp"
#include "drawing.hpp"
#include "drawing_budget.hpp"
#include "drawing_labels.hpp"
#include "interchange_columns.hpp"
#include "json_cell.hpp"
#include "layout.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/html.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/render.hpp>

#include <algorithm>
#include <cmath>
#include <litigraph_viewer.hpp>
#include <ostream>
#include <set>
#include <tuple>
#include <utility>

namespace litigraph::query {
namespace {

using detail::Arrows;

// ---- what is drawn

struct Drawn {
    std::vector<NodeId> nodes;  ///< Ascending.
    std::vector<EdgeId> edges;
    std::vector<NodeId> articles;  ///< That the edges are quoted from; ascending.
    PictureReport report;
};

std::int64_t position(const std::vector<NodeId>& nodes, NodeId node) {
    const auto found = std::ranges::lower_bound(nodes, node);
    return found != nodes.end() && *found == node ? found - nodes.begin() : -1;
}

Arrows arrows_in(const KnowledgeGraph& graph, const Selection& selection,
                 const HtmlOptions& options) {
    Arrows arrows;
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        if (detail::is_drawn(edge.kind, options.view, options.articles)) {
            arrows[{edge.source, edge.target, edge.kind}].edges.push_back(id);
        }
    }
    return arrows;
}

std::vector<EdgeId> edges_between(const std::vector<NodeId>& nodes, const Arrows& arrows) {
    std::vector<EdgeId> edges;
    for (const auto& [key, arrow] : arrows) {
        if (position(nodes, std::get<0>(key)) >= 0 && position(nodes, std::get<1>(key)) >= 0) {
            edges.insert(edges.end(), arrow.edges.begin(), arrow.edges.end());
        }
    }
    std::ranges::sort(edges);
    return edges;
}

/// Nodes that no edge touches are drawn only if there is no edge at all.
Drawn choose(const KnowledgeGraph& graph, const Selection& selection, const HtmlOptions& options) {
    const Arrows arrows = arrows_in(graph, selection, options);
    const auto touched = detail::degrees(arrows);
    std::vector<NodeId> alone;
    std::ranges::copy_if(selection.nodes, std::back_inserter(alone), [&](NodeId node) {
        return detail::is_node_of(options.view, graph.kind(node)) && !touched.contains(node);
    });
    Drawn drawn;
    drawn.nodes = detail::choose_nodes(graph, arrows, options.max_nodes);
    drawn.report.left_out = touched.size() - drawn.nodes.size();
    drawn.report.isolated = alone.size();
    if (arrows.empty()) {
        const std::size_t most = options.max_nodes == 0 ? alone.size() : options.max_nodes;
        alone.resize(std::min(alone.size(), most));
        drawn.report.left_out = std::exchange(drawn.report.isolated, 0) - alone.size();
        drawn.nodes = std::move(alone);
    }
    drawn.edges = edges_between(drawn.nodes, arrows);
    drawn.articles = with_sources(graph, {{}, drawn.edges}).nodes;
    drawn.report.nodes = drawn.nodes.size();
    drawn.report.edges = drawn.edges.size();
    return drawn;
}

// ---- where

/// Room for lines of text.
detail::LayoutBox room_for(std::string_view text, double letter) {
    constexpr double line_height = 14;
    detail::LayoutBox room;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        room.width =
            std::max(room.width, letter * static_cast<double>(display_width(text.substr(0, end))));
        room.height += line_height;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return room;
}

detail::LayoutBox box_of(NodeKind kind, const detail::NodeWords& words) {
    const bool is_bold = kind == NodeKind::lawsuit;
    const detail::LayoutBox title = room_for(words.title, is_bold ? 7.3 : 6.6);
    const detail::LayoutBox details = room_for(words.details, 6);
    return {std::max({44.0, title.width + 18, details.width + 18}),
            std::max(26.0, title.height + details.height + 12)};
}

struct Places {
    std::vector<detail::NodeWords> words;
    std::vector<detail::LayoutBox> boxes;
    std::vector<detail::LayoutPoint> centres;
};

Places place(const KnowledgeGraph& graph, const Drawn& drawn) {
    Places places;
    for (const NodeId node : drawn.nodes) {
        const detail::NodeWords& words = places.words.emplace_back(detail::node_words(graph, node));
        places.boxes.push_back(box_of(graph.kind(node), words));
    }
    std::set<std::tuple<NodeId, NodeId, EdgeKind>> lines;  // as the page draws them
    std::vector<detail::LayoutLink> links;
    for (const EdgeId id : drawn.edges) {
        const EdgeView edge = graph.edge(id);
        if (lines.insert({edge.source, edge.target, edge.kind}).second) {
            links.push_back({static_cast<std::uint32_t>(position(drawn.nodes, edge.source)),
                             static_cast<std::uint32_t>(position(drawn.nodes, edge.target))});
        }
    }
    places.centres = detail::lay_out(places.boxes, links);
    return places;
}

// ---- the page's data

Cell whole(double value) { return static_cast<std::int64_t>(std::llround(value)); }

Cell words(DateInterval when) { return when.is_unknown() ? std::string() : to_string(when); }

std::string spaced(std::string_view key) {
    std::string text(key);
    std::ranges::replace(text, '_', ' ');
    return text;
}

CellList facts_of(const KnowledgeGraph& graph, NodeId node) {
    CellList facts;
    if (!graph.when(node).is_unknown()) {
        const bool is_article = graph.kind(node) == NodeKind::article;
        facts.emplace_back(CellList{is_article ? "published" : "filed", words(graph.when(node))});
    }
    for (const auto& [key, value] : graph.attributes(node)) {
        const bool tells_nothing = value.empty() || value == to_string(PartyKind::unknown);
        if (!tells_nothing) {
            facts.emplace_back(CellList{spaced(to_string(key)), value});
        }
    }
    return facts;
}

CellList aliases_of(const KnowledgeGraph& graph, NodeId node) {
    CellList aliases;
    for (const auto& [key, value] : graph.attributes(node)) {
        if (key == AttributeKey::alias) {
            aliases.emplace_back(value);
        }
    }
    return aliases;
}

CellList nodes_of(const KnowledgeGraph& graph, const Drawn& drawn) {
    const Places places = place(graph, drawn);
    CellList list;
    for (std::size_t i = 0; i < drawn.nodes.size(); ++i) {
        const NodeId node = drawn.nodes[i];
        list.emplace_back(
            CellRecord{{"name", detail::display_name(graph, node)},
                       {"label", places.words[i].title},
                       {"details", places.words[i].details},
                       {"kind", to_string(graph.kind(node))},
                       {"type", label_of(graph, node)},
                       {"group", graph.kind(node) == NodeKind::lawsuit && is_group(graph, node)},
                       {"x", whole(places.centres[i].x)},
                       {"y", whole(places.centres[i].y)},
                       {"w", whole(places.boxes[i].width)},
                       {"h", whole(places.boxes[i].height)},
                       {"aliases", aliases_of(graph, node)},
                       {"facts", facts_of(graph, node)}});
    }
    return list;
}

CellList quotes_of(const KnowledgeGraph& graph, const Drawn& drawn, EdgeId edge) {
    CellList quotes;
    for (std::size_t i = 0; i < graph.evidence_count(edge); ++i) {
        const EvidenceView evidence = graph.evidence(edge, i);
        quotes.emplace_back(CellList{position(drawn.articles, evidence.article),
                                     std::int64_t{evidence.begin}, std::int64_t{evidence.end},
                                     evidence.quote, evidence.rule});
    }
    return quotes;
}

CellList edges_of(const KnowledgeGraph& graph, const Drawn& drawn) {
    CellList list;
    for (const EdgeId id : drawn.edges) {
        const EdgeView edge = graph.edge(id);
        list.emplace_back(CellRecord{
            {"from", position(drawn.nodes, edge.source)},
            {"to", position(drawn.nodes, edge.target)},
            {"kind", to_string(edge.kind)},
            {"known", to_string(edge.confidence)},
            {"when", words(edge.when)},
            {"lawsuit", edge.lawsuit ? position(drawn.nodes, *edge.lawsuit) : std::int64_t{-1}},
            {"quotes", quotes_of(graph, drawn, id)}});
    }
    return list;
}

CellList articles_list(const KnowledgeGraph& graph, const Drawn& drawn) {
    CellList list;
    for (const NodeId article : drawn.articles) {
        const auto attribute = [&](AttributeKey key) {
            return graph.attribute(article, key).value_or("");
        };
        list.emplace_back(CellRecord{{"name", graph.name(article)},
                                     {"title", attribute(AttributeKey::title)},
                                     {"publisher", attribute(AttributeKey::publisher)},
                                     {"published", words(graph.when(article))},
                                     {"url", attribute(AttributeKey::url)}});
    }
    return list;
}

CellRecord node_looks(const KnowledgeGraph& graph, const Drawn& drawn) {
    CellRecord looks;
    for (const NodeKind kind : all_node_kinds()) {
        if (std::ranges::none_of(drawn.nodes,
                                 [&](NodeId node) { return graph.kind(node) == kind; })) {
            continue;
        }
        const detail::NodeLook look = detail::look_of(kind);
        const bool is_round = look.style.starts_with("rounded");
        looks.emplace_back(to_string(kind), CellRecord{{"name", query_name(kind)},
                                                       {"shape", is_round ? "rounded" : look.shape},
                                                       {"fill", look.fill},
                                                       {"line", look.line}});
    }
    return looks;
}

CellRecord edge_looks(const KnowledgeGraph& graph, const Drawn& drawn) {
    CellRecord looks;
    for (const EdgeKind kind : all_edge_kinds()) {
        if (std::ranges::none_of(drawn.edges,
                                 [&](EdgeId edge) { return graph.edge(edge).kind == kind; })) {
            continue;
        }
        const detail::EdgeLook look = detail::look_of(kind);
        looks.emplace_back(to_string(kind), CellRecord{{"word", detail::arrow_word(kind)},
                                                       {"colour", look.colour},
                                                       {"text", look.text},
                                                       {"style", look.style},
                                                       {"head", look.head},
                                                       {"width", look.width / 10.0}});
    }
    return looks;
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

/// For whom the page is sent to, who can ask for no more.
std::string size_of(const Drawn& drawn) {
    const PictureReport& report = drawn.report;
    const std::string all = report.left_out == 0 ? "" : std::to_string(report.nodes) + " of ";
    return all + counted(report.nodes + report.left_out, "node") + ", " +
           counted(report.edges, "edge") + ", " + counted(drawn.articles.size(), "article");
}

/// Without '<', so that no text can end the element that the data stands in.
std::string script_data(const Cell& cell) {
    std::string text;
    for (const char c : detail::json_text(cell)) {
        text += c == '<' ? std::string("\\u003c") : std::string(1, c);
    }
    return text;
}

}  // namespace

PictureReport write_html(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                         const HtmlOptions& options) {
    const Drawn drawn = choose(graph, selection, options);
    const CellRecord data{{"title", options.title.empty() ? "litigraph" : options.title},
                          {"size", size_of(drawn)},
                          {"kinds", node_looks(graph, drawn)},
                          {"arrows", edge_looks(graph, drawn)},
                          {"articles", articles_list(graph, drawn)},
                          {"nodes", nodes_of(graph, drawn)},
                          {"edges", edges_of(graph, drawn)}};
    std::string page;
    for (const std::string_view part : detail::viewer_page) {
        page += part;
    }
    constexpr std::string_view marker = "/*DATA*/";
    const std::size_t place_of_data = page.find(marker);
    out << std::string_view(page).substr(0, place_of_data) << script_data(data)
        << std::string_view(page).substr(place_of_data + marker.size());
    return drawn.report;
}

}  // namespace litigraph::query
