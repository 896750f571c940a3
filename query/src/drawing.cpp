// Edges of the selection are gathered into arrows: one for all edges of a kind between two nodes
// (the parties view: for all cases of one party against another). Then the most connected nodes
// are kept, up to the budget, and nodes that no arrow touches go.

#include "drawing.hpp"

#include <litigraph/query/cases.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

namespace litigraph::query::detail {
namespace {

bool is_drawn(EdgeKind kind, const DotOptions& options) {
    switch (options.view) {
        case DotView::full:
            return kind != EdgeKind::reported_by || options.articles;
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

// Countersues replaces sues between the same two: two parallel labels crowd.
EdgeKind arrow_kind(EdgeKind kind) { return kind == EdgeKind::countersues ? EdgeKind::sues : kind; }

struct Arrow {
    std::vector<EdgeId> edges;
};
using ArrowKey = std::tuple<NodeId, NodeId, EdgeKind>;

std::map<ArrowKey, Arrow> gather(const KnowledgeGraph& graph, const Selection& selection,
                                 const DotOptions& options) {
    std::map<ArrowKey, Arrow> arrows;
    for (const EdgeId id : selection.edges) {
        const EdgeView edge = graph.edge(id);
        if (is_drawn(edge.kind, options)) {
            arrows[{edge.source, edge.target, arrow_kind(edge.kind)}].edges.push_back(id);
        }
    }
    return arrows;
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string result;
    std::size_t line = 0;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        if (line > 0 && line + 1 + space > width) {
            result += '\n';
            line = 0;
        } else if (line > 0) {
            result += ' ';
            ++line;
        }
        result += text.substr(0, space);
        line += space;
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return result;
}

// ---- nodes

bool is_web_address(std::string_view url) {
    return url.starts_with("http://") || url.starts_with("https://");
}

std::string patents_line(const KnowledgeGraph& graph, NodeId lawsuit) {
    const std::string low(graph.attribute(lawsuit, AttributeKey::patents_low).value_or(""));
    if (low.empty()) {
        return {};
    }
    const std::string high(graph.attribute(lawsuit, AttributeKey::patents_high).value_or(""));
    const std::string number = high.empty()  ? "at least " + low
                               : high == low ? low
                                             : low + " to " + high;
    return '\n' + number + (number == "1" ? " patent" : " patents");
}

std::string lawsuit_label(const KnowledgeGraph& graph, NodeId lawsuit) {
    std::string label = wrapped(title_of(graph, lawsuit), 26);
    if (!graph.when(lawsuit).is_unknown()) {
        label += "\nfiled " + to_string(graph.when(lawsuit));
    }
    return label + patents_line(graph, lawsuit);
}

std::string node_label(const KnowledgeGraph& graph, NodeId node) {
    switch (graph.kind(node)) {
        case NodeKind::lawsuit:
            return lawsuit_label(graph, node);
        case NodeKind::article: {
            const std::string_view name =
                graph.attribute(node, AttributeKey::publisher).value_or(graph.name(node));
            const DateInterval when = graph.when(node);
            return wrapped(name, 20) + (when.is_unknown() ? "" : '\n' + to_string(when));
        }
        case NodeKind::party:
        case NodeKind::court:
        case NodeKind::jurisdiction:
        case NodeKind::technology:
        case NodeKind::patent:
        case NodeKind::person:
        case NodeKind::law_firm:
            break;
    }
    return wrapped(graph.name(node), 20);
}

std::string node_tooltip(const KnowledgeGraph& graph, NodeId node) {
    std::string text(query_name(graph.kind(node)));
    text += ": ";
    text += graph.name(node);
    for (const auto& [key, value] : graph.attributes(node)) {
        text += '\n';
        text += to_string(key);
        text += ": ";
        text += value;
    }
    return text;
}

DrawnNode make_node(const KnowledgeGraph& graph, NodeId node) {
    const std::string_view url = graph.attribute(node, AttributeKey::url).value_or("");
    return {.kind = graph.kind(node),
            .id = std::string(graph.slug(node)),
            .label = node_label(graph, node),
            .tooltip = node_tooltip(graph, node),
            .url = std::string(is_web_address(url) ? url : ""),
            .is_group = graph.kind(node) == NodeKind::lawsuit && is_group(graph, node),
            .degree = 0};
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

std::string_view role_word(EdgeKind kind) {
    switch (kind) {
        case EdgeKind::plaintiff_in:
            return "plaintiff";
        case EdgeKind::defendant_in:
            return "defendant";
        case EdgeKind::responds_to:
            return "in response to";
        case EdgeKind::concerns_technology:
            return "concerns";
        case EdgeKind::asserts_patent:
            return "asserts";
        default:
            return to_string(kind);
    }
}

std::vector<NodeId> lawsuits_behind(const KnowledgeGraph& graph, const Arrow& arrow) {
    std::set<NodeId> lawsuits;
    for (const EdgeId id : arrow.edges) {
        if (const std::optional<NodeId> lawsuit = graph.edge(id).lawsuit) {
            lawsuits.insert(*lawsuit);
        }
    }
    return {lawsuits.begin(), lawsuits.end()};
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

std::string tally_line(const KnowledgeGraph& graph, const std::vector<NodeId>& lawsuits) {
    const CaseTally count = tally(graph, lawsuits);
    return lawsuits.size() > 1 || count.groups > 0 ? '\n' + to_string(count) : "";
}

DrawnEdge make_edge(const KnowledgeGraph& graph, const ArrowKey& key, const Arrow& arrow,
                    const DotOptions& options) {
    const EdgeKind base = std::get<EdgeKind>(key);
    const std::optional<Confidence> counter = confidence_of(graph, arrow, EdgeKind::countersues);
    const std::optional<Confidence> plain = confidence_of(graph, arrow, base);
    const EdgeKind kind = counter ? EdgeKind::countersues : base;
    const Confidence confidence = counter.value_or(plain.value_or(Confidence::derived));
    const std::vector<NodeId> lawsuits = lawsuits_behind(graph, arrow);

    DrawnEdge edge;
    edge.kind = kind;
    edge.is_stated = confidence == Confidence::stated;
    edge.label = role_word(kind);
    if (!edge.is_stated) {
        const bool suit_is_stated = counter && plain == Confidence::stated;
        edge.label += '\n';
        edge.label += suit_is_stated ? "(suit stated, counter " : "(";
        edge.label += to_string(confidence);
        edge.label += ')';
    }
    if (base == EdgeKind::sues) {
        edge.label += tally_line(graph, lawsuits);
        edge.cases = std::max<std::size_t>(lawsuits.size(), 1);
    }
    const std::string evidence =
        options.evidence == DotEvidence::none ? "" : evidence_text(graph, arrow);
    if (options.evidence == DotEvidence::label && !evidence.empty()) {
        edge.label += '\n' + wrapped(evidence, 40);
    }
    edge.tooltip = evidence;
    return edge;
}

// ---- the budget

using Arrows = std::map<ArrowKey, Arrow>;

std::map<NodeId, std::size_t> degrees(const Arrows& arrows) {
    std::map<NodeId, std::size_t> degree;
    for (const auto& entry : arrows) {
        ++degree[std::get<0>(entry.first)];
        ++degree[std::get<1>(entry.first)];
    }
    return degree;
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

std::vector<NodeId> most_connected(const KnowledgeGraph& graph,
                                   const std::map<NodeId, std::size_t>& degree,
                                   std::size_t budget) {
    std::vector<NodeId> nodes;
    for (const auto& entry : degree) {
        nodes.push_back(entry.first);
    }
    std::ranges::sort(nodes, [&](NodeId a, NodeId b) {
        return std::pair(degree.at(b), graph.slug(a)) < std::pair(degree.at(a), graph.slug(b));
    });
    if (budget != 0 && nodes.size() > budget) {
        nodes.resize(budget);
    }
    return nodes;
}

void keep_only(Arrows& arrows, const std::set<NodeId>& kept) {
    std::erase_if(arrows, [&](const auto& entry) {
        return !kept.contains(std::get<0>(entry.first)) || !kept.contains(std::get<1>(entry.first));
    });
}

void add_nodes(Drawing& drawing, const KnowledgeGraph& graph, std::vector<NodeId> nodes,
               const std::map<NodeId, std::size_t>& degree) {
    std::ranges::sort(nodes, {}, [&](NodeId node) { return graph.slug(node); });
    for (const NodeId node : nodes) {
        drawing.nodes.push_back(make_node(graph, node));
        const auto found = degree.find(node);
        drawing.nodes.back().degree = found == degree.end() ? 0 : found->second;
    }
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

// In a fan of equal arrows only the first carries its word; line and colour tell the others.
void thin_out_labels(Drawing& drawing) {
    std::set<std::tuple<std::size_t, EdgeKind, bool>> seen;
    for (DrawnEdge& edge : drawing.edges) {
        const bool is_fan =
            edge.kind == EdgeKind::filed_in || edge.kind == EdgeKind::concerns_technology ||
            edge.kind == EdgeKind::asserts_patent || edge.kind == EdgeKind::reported_by;
        if (is_fan && !seen.insert({edge.from, edge.kind, edge.is_stated}).second) {
            edge.label.clear();
        }
    }
}

}  // namespace

Drawing make_drawing(const KnowledgeGraph& graph, const Selection& selection,
                     const DotOptions& options) {
    Arrows arrows = gather(graph, selection, options);
    const std::map<NodeId, std::size_t> degree = degrees(arrows);
    Drawing drawing;
    std::vector<NodeId> kept;
    if (arrows.empty()) {
        std::ranges::copy_if(selection.nodes, std::back_inserter(kept), [&](NodeId node) {
            return is_node_of(options.view, graph.kind(node));
        });
        const std::size_t all = kept.size();
        kept.resize(options.max_nodes == 0 ? all : std::min(all, options.max_nodes));
        drawing.left_out = all - kept.size();
    } else {
        drawing.isolated =
            static_cast<std::size_t>(std::ranges::count_if(selection.nodes, [&](NodeId node) {
                return is_node_of(options.view, graph.kind(node)) && !degree.contains(node);
            }));
        kept = most_connected(graph, degree, options.max_nodes);
        keep_only(arrows, {kept.begin(), kept.end()});
        const std::map<NodeId, std::size_t> remaining = degrees(arrows);
        std::erase_if(kept, [&](NodeId node) { return !remaining.contains(node); });
        drawing.left_out = degree.size() - kept.size();
    }
    add_nodes(drawing, graph, std::move(kept), degree);
    add_edges(drawing, graph, arrows, options);
    thin_out_labels(drawing);
    return drawing;
}

}  // namespace litigraph::query::detail
