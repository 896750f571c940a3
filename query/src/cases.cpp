#include <litigraph/query/cases.hpp>

#include <algorithm>
#include <charconv>

namespace litigraph::query {
namespace {

std::optional<std::uint32_t> number_attribute(const KnowledgeGraph& graph, NodeId node,
                                              AttributeKey key) {
    const std::optional<std::string_view> text = graph.attribute(node, key);
    std::uint32_t number = 0;
    if (!text) {
        return std::nullopt;
    }
    const char* const end = text->data() + text->size();
    const auto result = std::from_chars(text->data(), end, number);
    return result.ec == std::errc{} && result.ptr == end ? std::optional(number) : std::nullopt;
}

void make_set(std::vector<NodeId>& nodes) {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

std::string counted(std::size_t count, std::string_view word) {
    return std::to_string(count) + ' ' + std::string(word) + (count == 1 ? "" : "s");
}

}  // namespace

CountInterval count_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    const std::optional<std::uint32_t> low =
        number_attribute(graph, lawsuit, AttributeKey::count_low);
    if (!low) {
        return {};
    }
    const std::optional<std::string_view> high = graph.attribute(lawsuit, AttributeKey::count_high);
    if (high && high->empty()) {
        return {*low, CountInterval::unbounded};
    }
    const std::uint32_t most =
        number_attribute(graph, lawsuit, AttributeKey::count_high).value_or(*low);
    return {*low, std::max(*low, most)};
}

bool is_group(const KnowledgeGraph& graph, NodeId lawsuit) {
    return count_of(graph, lawsuit) != CountInterval{};
}

std::string title_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    std::string title(graph.name(lawsuit));
    const std::string count = to_string(count_of(graph, lawsuit));
    if (is_group(graph, lawsuit) && !title.starts_with(count + ' ')) {
        title += " (" + count + ')';
    }
    return title;
}

std::string to_string(CountInterval count) {
    const std::string low = std::to_string(count.low);
    if (count.high == CountInterval::unbounded) {
        return "at least " + low;
    }
    return count.low == count.high ? low : low + " to " + std::to_string(count.high);
}

std::vector<NodeId> targets(const KnowledgeGraph& graph, NodeId node, EdgeKind kind) {
    std::vector<NodeId> found;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        if (edge.kind == kind && edge.source == node) {
            found.push_back(edge.target);
        }
    }
    make_set(found);
    return found;
}

std::vector<NodeId> sources(const KnowledgeGraph& graph, NodeId node, EdgeKind kind) {
    std::vector<NodeId> found;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        if (edge.kind == kind && edge.target == node) {
            found.push_back(edge.source);
        }
    }
    make_set(found);
    return found;
}

std::vector<NodeId> lawsuits_of(const KnowledgeGraph& graph, NodeId party) {
    std::vector<NodeId> found;
    for (const EdgeKind kind :
         {EdgeKind::plaintiff_in, EdgeKind::defendant_in, EdgeKind::party_to}) {
        const std::vector<NodeId> some = targets(graph, party, kind);
        found.insert(found.end(), some.begin(), some.end());
    }
    make_set(found);
    return found;
}

std::string_view status_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    return graph.attribute(lawsuit, AttributeKey::status).value_or("unknown");
}

bool is_open(const KnowledgeGraph& graph, NodeId lawsuit) {
    const std::string_view status = status_of(graph, lawsuit);
    return status != "decided" && status != "settled" && status != "dismissed" &&
           status != "withdrawn";
}

CaseTally tally(const KnowledgeGraph& graph, std::span<const NodeId> lawsuits) {
    CaseTally result;
    for (const NodeId lawsuit : lawsuits) {
        const CountInterval count = count_of(graph, lawsuit);
        if (count == CountInterval{}) {
            ++result.single;
            continue;
        }
        ++result.groups;
        result.least += count.low;
        if (count.high == CountInterval::unbounded) {
            result.most.reset();
        } else if (result.most) {
            *result.most += count.high;
        }
    }
    return result;
}

std::string to_string(const CaseTally& tally) {
    if (tally.groups == 0) {
        return tally.single == 0 ? "no cases" : counted(tally.single, "case");
    }
    std::string size = std::to_string(tally.least);
    if (!tally.most) {
        size = "at least " + size;
    } else if (*tally.most != tally.least) {
        size += " to " + std::to_string(*tally.most);
    }
    const std::string groups = counted(tally.groups, "group") + " (" + size + ')';
    return tally.single == 0 ? groups : counted(tally.single, "case") + " and " + groups;
}

}  // namespace litigraph::query
