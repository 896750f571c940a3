#include "drawing_labels.hpp"

#include <litigraph/query/cases.hpp>

namespace litigraph::query::detail {
namespace {

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

// The long official names of American courts fill a picture.
std::string court_label(std::string_view name) {
    constexpr std::string_view country = "United States ";
    return wrapped(name.starts_with(country) ? "U.S. " + std::string(name.substr(country.size()))
                                             : std::string(name),
                   26);
}

}  // namespace

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

std::string node_label(const KnowledgeGraph& graph, NodeId node) {
    switch (graph.kind(node)) {
        case NodeKind::lawsuit:
            return lawsuit_label(graph, node);
        case NodeKind::court:
            return court_label(graph.name(node));
        case NodeKind::article: {
            const std::string_view name =
                graph.attribute(node, AttributeKey::publisher).value_or(graph.name(node));
            const DateInterval when = graph.when(node);
            return wrapped(name, 20) + (when.is_unknown() ? "" : '\n' + to_string(when));
        }
        case NodeKind::party:
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

std::string_view arrow_word(EdgeKind kind) {
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

}  // namespace litigraph::query::detail
