// What must hold before any index that came from a file is followed, and what searches rely on if
// it can be seen in one pass. Not more: that the columns also tell the truth is known by making
// them again from the observations.
#include "parallel.hpp"
#include "sections.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace litigraph {

namespace {

/// Whether every element is below `bound`. Written as a maximum, so that it runs as wide as
/// vectors.
template <class T>
bool are_below(const Column<T>& column, std::uint64_t bound) noexcept {
    using Number = std::make_unsigned_t<std::underlying_type_t<T>>;
    Number most = 0;
    for (const T value : column) {
        most = std::max(most, static_cast<Number>(value));
    }
    return column.empty() || most < bound;
}

/// Whether the column is 0, ascending, and ends in `total`, with one element more than owners.
bool are_begins(const Column<std::uint32_t>& begins, std::size_t owners, std::size_t total) {
    bool ascends = true;
    for (std::size_t i = 1; i < begins.size(); ++i) {
        ascends &= begins[i - 1] <= begins[i];
    }
    return begins.size() == owners + 1 && begins.front() == 0 && begins.back() == total && ascends;
}

bool are_optional_begins(const Column<std::uint32_t>& begins, std::size_t owners,
                         std::size_t total) {
    return begins.empty() ? total == 0 : are_begins(begins, owners, total);
}

bool are_ends(const TextTable& table) {
    bool ascends = true;
    for (std::size_t i = 1; i < table.size(); ++i) {
        ascends &= table.ends[i - 1] <= table.ends[i];
    }
    return ascends && (table.size() == 0 ? 0 : table.ends.back()) == table.bytes.size();
}

template <class T>
bool is_empty_or(const Column<T>& column, std::size_t size) {
    return column.empty() || column.size() == size;
}

/// Whether no interval ends before it begins. Requires: equal sizes.
template <class T>
bool are_ordered(const Column<T>& first, const Column<T>& last) {
    bool ordered = true;
    for (std::size_t i = 0; i < first.size() && i < last.size(); ++i) {
        ordered &= first[i] <= last[i];
    }
    return ordered;
}

/// Whether days ascend within every run: whether each descent is where a run begins.
bool are_sorted_in_runs(const Column<DayKey>& days, const Column<std::uint32_t>& runs) {
    std::size_t descents = 0;
    for (std::size_t i = 1; i < days.size(); ++i) {
        descents += days[i - 1] > days[i] ? 1 : 0;
    }
    std::size_t at_begins = 0;
    for (std::size_t slot = 1; slot < runs.size(); ++slot) {
        const std::uint32_t at = runs[slot];
        const bool is_begin = at != runs[slot - 1] && at < days.size();
        at_begins += is_begin && days[at - 1] > days[at] ? 1 : 0;
    }
    return descents == at_begins;
}

bool are_far_dates(const Column<FarDate>& dates, std::size_t edges) {
    bool good = true;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        good &= to_index(dates[i].edge) < edges && dates[i].first <= dates[i].last &&
                (i == 0 || dates[i - 1].edge < dates[i].edge);
    }
    return good;
}

struct Check {
    const char* section;
    bool holds;
};

const char* first_failure(std::initializer_list<Check> checks) {
    const auto* const failure = std::ranges::find(checks, false, &Check::holds);
    return failure == checks.end() ? nullptr : failure->section;
}

const char* first_invalid_of_nodes(const KnowledgeGraph::Columns& c) {
    const std::size_t nodes = c.node_kind.size();
    const std::size_t attributes = c.attribute_key.size();
    const auto names = [&](std::uint32_t entry) { return entry < nodes + attributes; };
    return first_failure(
        {{"node kinds", are_below(c.node_kind, node_kind_count)},
         {"node first days", is_empty_or(c.node_first, nodes)},
         {"node last days",
          c.node_last.size() == c.node_first.size() && are_ordered(c.node_first, c.node_last)},
         {"name ends", c.names.size() == nodes && are_ends(c.names)},
         {"slug ends", c.slugs.size() == nodes && are_ends(c.slugs)},
         {"nodes by slug", c.by_slug.size() == nodes && are_below(c.by_slug, nodes)},
         {"nodes by name", std::ranges::all_of(c.by_name, names)},
         {"attribute runs", are_optional_begins(c.attribute_begin, nodes, attributes)},
         {"attribute nodes",
          c.attribute_node.size() == attributes && are_below(c.attribute_node, nodes)},
         {"attribute keys", are_below(c.attribute_key, attribute_key_count)},
         {"attribute values",
          c.attribute_text.size() == attributes && are_below(c.attribute_text, c.texts.size())},
         {"text ends", are_ends(c.texts)}});
}

const char* first_invalid_of_halves(const KnowledgeGraph::Columns& c) {
    const std::size_t nodes = c.node_kind.size();
    const std::size_t edges = c.edge_kind.size();
    const std::size_t halves = 2 * edges;
    return first_failure(
        {{"half-edge runs", are_begins(c.runs, 2 * nodes, halves)},
         {"half-edge targets", c.half_target.size() == halves && are_below(c.half_target, nodes)},
         {"half-edge edges", c.half_edge.size() == halves && are_below(c.half_edge, edges)},
         {"half-edge days", c.half_day.size() == halves && are_sorted_in_runs(c.half_day, c.runs)},
         {"half-edge kinds",
          c.half_kind.size() == halves && are_below(c.half_kind, 2 * edge_kind_count)},
         {"date spans", c.spans.size() == (c.edge_last.empty() ? 0 : 2 * nodes)}});
}

const char* first_invalid_of_edges(const KnowledgeGraph::Columns& c) {
    const std::size_t nodes = c.node_kind.size();
    const std::size_t edges = c.edge_kind.size();
    const auto is_lawsuit = [&](NodeId id) { return id == no_node || to_index(id) < nodes; };
    const auto confidences = static_cast<std::uint64_t>(Confidence::derived) + 1;
    return first_failure(
        {{"edge sources", c.edge_source.size() == edges && are_below(c.edge_source, nodes)},
         {"edge targets", c.edge_target.size() == edges && are_below(c.edge_target, nodes)},
         {"edge lawsuits",
          c.edge_lawsuit.size() == edges && std::ranges::all_of(c.edge_lawsuit, is_lawsuit)},
         {"edge kinds", are_below(c.edge_kind, edge_kind_count)},
         {"edge confidences",
          c.edge_confidence.size() == edges && are_below(c.edge_confidence, confidences)},
         {"edge first days", c.edge_first.size() == edges},
         {"edge last days",
          is_empty_or(c.edge_last, edges) && are_ordered(c.edge_first, c.edge_last)},
         {"far dates", are_far_dates(c.far_dates, edges)}});
}

const char* first_invalid_of_evidence(const KnowledgeGraph::Columns& c) {
    const std::size_t count = c.evidence_article.size();
    const std::size_t texts = c.texts.size();
    const auto confidences = static_cast<std::uint64_t>(Confidence::derived) + 1;
    return first_failure(
        {{"evidence runs", are_optional_begins(c.evidence_begin, c.edge_kind.size(), count)},
         {"evidence articles", are_below(c.evidence_article, c.node_kind.size())},
         {"evidence begins", c.evidence_from.size() == count},
         {"evidence ends", c.evidence_to.size() == count},
         {"evidence quotes",
          c.evidence_quote.size() == count && are_below(c.evidence_quote, texts)},
         {"evidence rules", c.evidence_rule.size() == count && are_below(c.evidence_rule, texts)},
         {"evidence confidences",
          c.evidence_confidence.size() == count && are_below(c.evidence_confidence, confidences)}});
}

}  // namespace

const char* first_invalid_section(const KnowledgeGraph::Columns& columns, unsigned threads) {
    // Dealt to two threads, these take about the same time.
    static constexpr std::array checks{first_invalid_of_halves, first_invalid_of_evidence,
                                       first_invalid_of_edges, first_invalid_of_nodes};
    std::array<const char*, checks.size()> failures{};
    for_each_chunk(checks.size(), threads, 1,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       for (std::size_t i = begin; i < end; ++i) {
                           failures[i] = checks[i](columns);
                       }
                   });
    const auto first = std::ranges::find_if(failures, [](const char* it) { return it != nullptr; });
    return first == failures.end() ? nullptr : *first;
}

}  // namespace litigraph
