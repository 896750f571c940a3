#include <litigraph/query/names.hpp>

#include <algorithm>
#include <vector>

namespace litigraph::query {
namespace {

std::string quoted_list(const KnowledgeGraph& graph, const std::vector<NodeId>& nodes) {
    std::string text;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        text += i == 0 ? "" : i + 1 == nodes.size() ? " or " : ", ";
        text += graph.name(nodes[i]);
    }
    return text;
}

Error unknown(const KnowledgeGraph& graph, std::string_view text) {
    std::string message = "no node is named \"" + std::string(text) + '"';
    std::vector<NodeId> near = graph.complete(text, 3);
    if (near.empty()) {
        near = graph.similar(text, 3);
    }
    if (!near.empty()) {
        message += "; did you mean " + quoted_list(graph, near) + '?';
    }
    return {.code = ErrorCode::unknown_name, .message = message};
}

Error ambiguous(const KnowledgeGraph& graph, std::string_view text,
                const std::vector<NodeId>& candidates) {
    constexpr std::size_t most = 10;
    std::string message = '"' + std::string(text) + "\" names " +
                          std::to_string(candidates.size()) + " nodes; say which:";
    for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) {
        message += i == 0 ? " " : ", ";
        message += graph.slug(candidates[i]);
        message += " (" + std::string(label_of(graph, candidates[i])) + ' ' +
                   std::string(graph.name(candidates[i])) + ')';
    }
    return {.code = ErrorCode::ambiguous_name,
            .message = message + (candidates.size() > most ? ", ..." : "")};
}

}  // namespace

Result<NodeId> resolve_name(const KnowledgeGraph& graph, std::string_view text) {
    if (const std::optional<NodeId> node = graph.find_slug(text)) {
        return *node;
    }
    const std::vector<NodeId> found = graph.find(text);
    if (found.size() == 1) {
        return found.front();
    }
    return found.empty() ? unknown(graph, text) : ambiguous(graph, text, found);
}

std::string_view label_of(const KnowledgeGraph& graph, NodeId node) {
    if (graph.kind(node) == NodeKind::party) {
        const std::string_view text =
            graph.attribute(node, AttributeKey::party_kind).value_or("unknown");
        const PartyKind kind = party_kind_from_string(text).value_or(PartyKind::unknown);
        if (kind != PartyKind::unknown) {
            return query_name(kind);
        }
    }
    return query_name(graph.kind(node));
}

std::string literal(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' || c == '\\' ? "\\" : "";
        result += c;
    }
    return result + '\'';
}

bool has_label(const KnowledgeGraph& graph, NodeId node, std::string_view label) {
    const std::string_view narrow = label_of(graph, node);
    const std::string_view broad = query_name(graph.kind(node));
    const bool is_like_company = graph.kind(node) == NodeKind::party &&
                                 (narrow == broad || narrow == query_name(PartyKind::division));
    return label == narrow || label == broad ||
           (is_like_company && label == query_name(PartyKind::company));
}

std::string pattern_of(const KnowledgeGraph& graph, NodeId node, std::string_view variable) {
    const bool is_unique = graph.find(graph.name(node)).size() == 1;
    return '(' + std::string(variable) + ':' + std::string(label_of(graph, node)) +
           (is_unique ? " {name: " + literal(graph.name(node))
                      : " {id: " + literal(graph.slug(node))) +
           "})";
}

std::string arrow(const KnowledgeGraph& graph, EdgeId edge, bool forward) {
    const EdgeView view = graph.edge(edge);
    std::string word(to_string(view.kind));
    if (view.confidence != Confidence::stated) {
        word += " (" + std::string(to_string(view.confidence)) + ')';
    }
    return forward ? "--" + word + "-->" : "<--" + word + "--";
}

std::string describe(const KnowledgeGraph& graph, EdgeId edge) {
    const EdgeView view = graph.edge(edge);
    return std::string(graph.name(view.source)) + ' ' + arrow(graph, edge, true) + ' ' +
           std::string(graph.name(view.target));
}

}  // namespace litigraph::query
