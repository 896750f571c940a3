#include "drawing_labels.hpp"

#include <litigraph/query/cases.hpp>

namespace litigraph::query::detail {
namespace {

void add_line(std::string& lines, std::string_view line) {
    lines += lines.empty() || line.empty() ? "" : "\n";
    lines += line;
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
    return number + (number == "1" ? " patent" : " patents");
}

NodeWords lawsuit_words(const KnowledgeGraph& graph, NodeId lawsuit) {
    NodeWords words{wrapped(title_of(graph, lawsuit), 26)};
    if (!graph.when(lawsuit).is_unknown()) {
        words.details = "filed " + to_string(graph.when(lawsuit));
    }
    add_line(words.details, patents_line(graph, lawsuit));
    return words;
}

// The long official names of American courts fill a picture: "N.D. California" is how they are
// cited.
NodeWords court_words(std::string_view name) {
    constexpr std::string_view country = "United States ";
    constexpr std::string_view district_court = "District Court for the ";
    constexpr std::string_view district = "District of ";
    if (!name.starts_with(country)) {
        return {wrapped(name, 26)};
    }
    std::string_view rest = name.substr(country.size());
    const std::size_t at = rest.find(district);
    if (!rest.starts_with(district_court) || at == std::string_view::npos) {
        return {wrapped("U.S. " + std::string(rest), 26)};
    }
    const std::string_view part = rest.substr(district_court.size(), at - district_court.size());
    std::string title = part.empty() ? "D. " : std::string(part.substr(0, 1)) + ".D. ";
    title += rest.substr(at + district.size());
    return {wrapped(title, 26), "(federal court)"};
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

NodeWords node_words(const KnowledgeGraph& graph, NodeId node) {
    switch (graph.kind(node)) {
        case NodeKind::lawsuit:
            return lawsuit_words(graph, node);
        case NodeKind::court:
            return court_words(graph.name(node));
        case NodeKind::article: {
            const std::string_view name =
                graph.attribute(node, AttributeKey::publisher).value_or(graph.name(node));
            const DateInterval when = graph.when(node);
            return {wrapped(name, 20), when.is_unknown() ? "" : to_string(when)};
        }
        case NodeKind::party:
        case NodeKind::jurisdiction:
        case NodeKind::technology:
        case NodeKind::patent:
        case NodeKind::person:
        case NodeKind::law_firm:
            break;
    }
    return {wrapped(graph.name(node), 20)};
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
