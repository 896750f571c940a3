#include <litigraph/query/case_filter.hpp>
#include <litigraph/query/timeline.hpp>

#include <algorithm>
#include <tuple>

namespace litigraph::query {
namespace {

// Of an attribute "status interval detail", for example "settled 2025-03-31 licence".
TimelineEntry read_event(NodeId lawsuit, std::string_view text) {
    const auto take_word = [&] {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        return word;
    };
    TimelineEntry entry;
    entry.lawsuit = lawsuit;
    entry.what = take_word();
    const std::string_view rest = text;
    if (const std::optional<DateInterval> when = interval_from_string(take_word())) {
        entry.when = *when;
    } else if (!rest.starts_with("unknown")) {
        text = rest;
    }
    entry.what += text.empty() ? "" : " (" + std::string(text) + ')';
    return entry;
}

TimelineEntry filing(const KnowledgeGraph& graph, NodeId lawsuit) {
    std::string where;
    for (const std::string& forum : aspect_values(graph, lawsuit, CaseAspect::forum)) {
        where += (where.empty() ? "" : ", ") + forum;
    }
    return {graph.when(lawsuit), lawsuit, "filed", where,
            std::string(graph.attribute(lawsuit, AttributeKey::filed_words).value_or(""))};
}

}  // namespace

std::vector<TimelineEntry> timeline(const KnowledgeGraph& graph, std::span<const NodeId> lawsuits) {
    std::vector<TimelineEntry> entries;
    for (const NodeId lawsuit : lawsuits) {
        entries.push_back(filing(graph, lawsuit));
        for (const auto& [key, value] : graph.attributes(lawsuit)) {
            // the filing itself is told once
            if (key == AttributeKey::event && !value.starts_with("filed ")) {
                entries.push_back(read_event(lawsuit, value));
            }
        }
    }
    std::ranges::stable_sort(entries, {}, [&](const TimelineEntry& entry) {
        return std::tuple(entry.when.is_unknown(), entry.when, graph.name(entry.lawsuit));
    });
    return entries;
}

}  // namespace litigraph::query
