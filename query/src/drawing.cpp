// Edges of the selection are gathered into arrows: one for all edges of a kind between two nodes
// (the parties view: for all cases of one party against another). Then nodes are chosen, up to the
// budget, nodes that no arrow touches go, and a picture that is not small loses what it says twice.

#include "drawing.hpp"

#include "drawing_budget.hpp"
#include <litigraph/query/cases.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace litigraph::query::detail {
namespace {

// Countersues replaces sues between the same two: two parallel labels crowd.
EdgeKind arrow_kind(EdgeKind kind) { return kind == EdgeKind::countersues ? EdgeKind::sues : kind; }

Arrows gather(const KnowledgeGraph& graph, const Selection& selection, const DotOptions& options) {
    Arrows arrows;
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        if (is_drawn(edge.kind, options.view, options.articles)) {
            arrows[{edge.source, edge.target, arrow_kind(edge.kind)}].edges.push_back(id);
        }
    }
    return arrows;
}

void keep_only(Arrows& arrows, const std::set<NodeId>& kept) {
    std::erase_if(arrows, [&](const auto& entry) {
        return !kept.contains(std::get<0>(entry.first)) || !kept.contains(std::get<1>(entry.first));
    });
}

// Whether plaintiff -> case <- defendant is drawn for every edge of the arrow, and no countersuit,
// which those cannot tell.
bool is_told_by_cases(const KnowledgeGraph& graph, const Arrow& arrow, const Arrows& arrows) {
    return std::ranges::all_of(arrow.edges, [&](EdgeId id) {
        const EdgeView edge = graph.edge(id);
        return edge.kind == EdgeKind::sues && edge.lawsuit &&
               arrows.contains({edge.source, *edge.lawsuit, EdgeKind::plaintiff_in}) &&
               arrows.contains({edge.target, *edge.lawsuit, EdgeKind::defendant_in});
    });
}

void drop_suits_told_by_cases(const KnowledgeGraph& graph, Arrows& arrows) {
    std::vector<ArrowKey> told;
    for (const auto& [key, arrow] : arrows) {
        if (is_told_by_cases(graph, arrow, arrows)) {
            told.push_back(key);
        }
    }
    for (const ArrowKey& key : told) {
        arrows.erase(key);
    }
}

constexpr std::size_t most_of_small = 40;

// Layers need room between them for every arrow that passes. Parties alone are in pairs and stars:
// many of them fill two layers and no more.
bool fits_in_layers(DotView view, std::size_t nodes, std::size_t arrows) {
    if (view == DotView::parties && nodes > most_of_small) {
        return false;
    }
    return nodes <= 60 ? arrows <= 2 * nodes + 40 : nodes <= 100 && 2 * arrows <= 3 * nodes;
}

DrawingSize size_of(DotView view, std::size_t nodes, std::size_t arrows) {
    if (!fits_in_layers(view, nodes, arrows)) {
        return DrawingSize::large;
    }
    return nodes > most_of_small || arrows > 80 ? DrawingSize::medium : DrawingSize::small;
}

// ---- nodes

bool is_web_address(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

DrawnNode make_node(const KnowledgeGraph& graph, NodeId node) {
    const std::string_view url = graph.attribute(node, AttributeKey::url).value_or("");
    return {.kind = graph.kind(node),
            .id = std::string(graph.slug(node)),
            .words = node_words(graph, node),
            .tooltip = node_tooltip(graph, node),
            .url = std::string(is_web_address(url) ? url : ""),
            .is_group = graph.kind(node) == NodeKind::lawsuit && is_group(graph, node),
            .degree = 0};
}

using LawsuitSet = std::set<NodeId>;

void add_lawsuits(const KnowledgeGraph& graph, const Arrow& arrow, LawsuitSet& lawsuits) {
    for (const EdgeId id : arrow.edges) {
        if (const std::optional<NodeId> lawsuit = graph.edge(id).lawsuit) {
            lawsuits.insert(*lawsuit);
        }
    }
}

std::string tally_text(const KnowledgeGraph& graph, const LawsuitSet& lawsuits) {
    return to_string(tally(graph, std::vector<NodeId>(lawsuits.begin(), lawsuits.end())));
}

// Where cases are not drawn, a party says in how many of the drawn ones it is.
std::map<NodeId, LawsuitSet> lawsuits_by_party(const KnowledgeGraph& graph, const Arrows& arrows) {
    std::map<NodeId, LawsuitSet> lawsuits;
    for (const auto& [key, arrow] : arrows) {
        add_lawsuits(graph, arrow, lawsuits[std::get<0>(key)]);
        add_lawsuits(graph, arrow, lawsuits[std::get<1>(key)]);
    }
    return lawsuits;
}

void add_nodes(Drawing& drawing, const KnowledgeGraph& graph, std::vector<NodeId> nodes,
               const Arrows& arrows, const DotOptions& options) {
    const std::map<NodeId, std::size_t> degree = degrees(arrows);
    const std::map<NodeId, LawsuitSet> lawsuits = options.view == DotView::parties
                                                      ? lawsuits_by_party(graph, arrows)
                                                      : std::map<NodeId, LawsuitSet>{};
    std::ranges::sort(nodes, {}, [&](NodeId node) { return graph.slug(node); });
    for (const NodeId node : nodes) {
        DrawnNode& drawn = drawing.nodes.emplace_back(make_node(graph, node));
        if (const auto found = degree.find(node); found != degree.end()) {
            drawn.degree = found->second;
        }
        if (const auto found = lawsuits.find(node);
            found != lawsuits.end() && !found->second.empty()) {
            drawn.words.details = wrapped(tally_text(graph, found->second), 20);
        }
    }
}

// ---- edges

std::string evidence_text(const KnowledgeGraph& graph, const Arrow& arrow) {
    std::string text;
    for (const EdgeId edge : arrow.edges) {
        if (graph.evidence_count(edge) == 0) {
            continue;
        }
        const EvidenceView evidence = graph.evidence(edge, 0);
        text += text.empty() ? "" : "\n";
        text += evidence.quote;
        text += " (";
        text += graph.name(evidence.article);
        text += ')';
    }
    return text;
}

/// The surest of the arrow's edges of one kind; nothing if it has none.
std::optional<Confidence> confidence_of(const KnowledgeGraph& graph, const Arrow& arrow,
                                        EdgeKind kind) {
    std::optional<Confidence> surest;
    for (const EdgeId id : arrow.edges) {
        const EdgeView edge = graph.edge(id);
        if (edge.kind == kind) {
            surest = std::min(surest.value_or(edge.confidence), edge.confidence);
        }
    }
    return surest;
}

DrawnEdge make_edge(const KnowledgeGraph& graph, const ArrowKey& key, const Arrow& arrow,
                    const DotOptions& options) {
    const EdgeKind base = std::get<EdgeKind>(key);
    const std::optional<Confidence> counter = confidence_of(graph, arrow, EdgeKind::countersues);
    const std::optional<Confidence> plain = confidence_of(graph, arrow, base);
    const Confidence confidence = counter.value_or(plain.value_or(Confidence::derived));

    DrawnEdge edge;
    edge.kind = counter ? EdgeKind::countersues : base;
    edge.is_stated = confidence == Confidence::stated;
    edge.label = arrow_word(edge.kind);
    if (!edge.is_stated) {
        const bool suit_is_stated = counter && plain == Confidence::stated;
        edge.label += '\n';
        edge.label += suit_is_stated ? "(suit stated, counter " : "(";
        edge.label += to_string(confidence);
        edge.label += ')';
    }
    if (base == EdgeKind::sues) {
        LawsuitSet lawsuits;
        add_lawsuits(graph, arrow, lawsuits);
        edge.cases = std::max<std::size_t>(lawsuits.size(), 1);
        const bool is_one = lawsuits.size() == 1 && !is_group(graph, *lawsuits.begin());
        edge.label += lawsuits.empty() || is_one ? "" : '\n' + tally_text(graph, lawsuits);
    }
    const std::string evidence =
        options.evidence == DotEvidence::none ? "" : evidence_text(graph, arrow);
    if (options.evidence == DotEvidence::label && !evidence.empty()) {
        edge.label += '\n' + wrapped(evidence, 40);
    }
    edge.tooltip = evidence;
    return edge;
}

void add_edges(Drawing& drawing, const KnowledgeGraph& graph, const Arrows& arrows,
               const DotOptions& options) {
    const auto position = [&](NodeId node) {
        const auto found =
            std::ranges::lower_bound(drawing.nodes, graph.slug(node), {}, &DrawnNode::id);
        return static_cast<std::size_t>(found - drawing.nodes.begin());
    };
    for (const auto& [key, arrow] : arrows) {
        DrawnEdge edge = make_edge(graph, key, arrow, options);
        edge.from = position(std::get<0>(key));
        edge.to = position(std::get<1>(key));
        drawing.edges.push_back(std::move(edge));
    }
    std::ranges::sort(drawing.edges, {}, [](const DrawnEdge& edge) {
        return std::tuple(edge.from, edge.to, edge.kind);
    });
}

bool is_fan(EdgeKind kind) {
    return kind == EdgeKind::filed_in || kind == EdgeKind::concerns_technology ||
           kind == EdgeKind::asserts_patent || kind == EdgeKind::reported_by;
}

// Ties a party or a case to a case.
bool joins_cases(EdgeKind kind) {
    return kind == EdgeKind::plaintiff_in || kind == EdgeKind::defendant_in ||
           kind == EdgeKind::responds_to;
}

// From one side of a suit to the other.
bool joins_parties(EdgeKind kind) {
    return kind == EdgeKind::sues || kind == EdgeKind::countersues ||
           kind == EdgeKind::threatens_suit;
}

// In a fan of equal arrows only the first carries its word; in a larger picture line, colour, arrow
// head and legend tell what most arrows are.
void thin_out_labels(Drawing& drawing) {
    const bool is_crowded = drawing.size != DrawingSize::small;
    std::set<std::tuple<std::size_t, EdgeKind, bool>> seen;
    for (DrawnEdge& edge : drawing.edges) {
        const bool is_first = seen.insert({edge.from, edge.kind, edge.is_stated}).second;
        const bool is_told =
            is_fan(edge.kind) ? is_crowded || !is_first : is_crowded && joins_cases(edge.kind);
        if (is_told || drawing.size == DrawingSize::large) {
            edge.label.clear();
        }
    }
}

// A selection without a drawn edge shows its nodes.
Drawing draw_nodes(const KnowledgeGraph& graph, const Selection& selection,
                   const DotOptions& options) {
    std::vector<NodeId> kept;
    std::ranges::copy_if(selection.nodes, std::back_inserter(kept),
                         [&](NodeId node) { return is_node_of(options.view, graph.kind(node)); });
    const std::size_t all = kept.size();
    kept.resize(options.max_nodes == 0 ? all : std::min(all, options.max_nodes));
    Drawing drawing;
    drawing.left_out = all - kept.size();
    drawing.size = size_of(options.view, kept.size(), 0);
    add_nodes(drawing, graph, std::move(kept), {}, options);
    return drawing;
}

}  // namespace

bool is_drawn(EdgeKind kind, DotView view, bool articles) {
    switch (view) {
        case DotView::full:
            return kind != EdgeKind::reported_by || articles;
        case DotView::cases:
            return kind == EdgeKind::plaintiff_in || kind == EdgeKind::defendant_in ||
                   kind == EdgeKind::party_to || kind == EdgeKind::responds_to ||
                   kind == EdgeKind::appeals || kind == EdgeKind::filed_in;
        case DotView::parties:
            return kind == EdgeKind::sues || kind == EdgeKind::countersues ||
                   kind == EdgeKind::division_of;
    }
    return false;
}

bool is_node_of(DotView view, NodeKind kind) {
    switch (view) {
        case DotView::full:
            return kind != NodeKind::article;
        case DotView::cases:
            return kind == NodeKind::lawsuit || kind == NodeKind::party;
        case DotView::parties:
            return kind == NodeKind::party;
    }
    return false;
}

Drawing make_drawing(const KnowledgeGraph& graph, const Selection& selection,
                     const DotOptions& options) {
    Arrows arrows = gather(graph, selection, options);
    if (arrows.empty()) {
        return draw_nodes(graph, selection, options);
    }
    Drawing drawing;
    const std::map<NodeId, std::size_t> touched = degrees(arrows);
    drawing.isolated =
        static_cast<std::size_t>(std::ranges::count_if(selection.nodes, [&](NodeId node) {
            return is_node_of(options.view, graph.kind(node)) && !touched.contains(node);
        }));
    std::vector<NodeId> kept = choose_nodes(graph, arrows, options.max_nodes);
    keep_only(arrows, {kept.begin(), kept.end()});
    if (size_of(options.view, kept.size(), arrows.size()) != DrawingSize::small) {
        drop_suits_told_by_cases(graph, arrows);
    }
    const std::map<NodeId, std::size_t> remaining = degrees(arrows);
    std::erase_if(kept, [&](NodeId node) { return !remaining.contains(node); });
    drawing.left_out = touched.size() - kept.size();
    drawing.size = size_of(options.view, kept.size(), arrows.size());
    add_nodes(drawing, graph, std::move(kept), arrows, options);
    add_edges(drawing, graph, arrows, options);
    thin_out_labels(drawing);
    drawing.sides_apart = drawing.size == DrawingSize::medium &&
                          std::ranges::none_of(drawing.edges, joins_parties, &DrawnEdge::kind);
    return drawing;
}

}  // namespace litigraph::query::detail
