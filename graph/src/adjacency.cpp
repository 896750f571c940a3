// Half-edges are sorted by counting: edges by the key of their first day (a stable counting sort
// over the 65,536 keys), then scattered in that order into the run of each end and class.
#include "columns.hpp"
#include <litigraph/graph/adjacency.hpp>

#include <numeric>
#include <utility>

namespace litigraph {

namespace {

constexpr std::int32_t key_shift = 25'567 + 2;  // see day_key

DateInterval far_date(std::span<const FarDate> far_dates, EdgeId id) noexcept {
    const auto found = std::ranges::lower_bound(far_dates, id, {}, &FarDate::edge);
    if (found == far_dates.end() || found->edge != id) {
        return {};
    }
    return {found->first, found->last};
}

bool is_clamped(DayKey key) noexcept { return key == day_key_before || key == day_key_after; }

Day day_from_key(DayKey key) noexcept { return Day{std::int32_t{key} - key_shift}; }

Column<EdgeId> edges_by_day(const KnowledgeGraph::Columns& columns) {
    const std::size_t edges = columns.edge_kind.size();
    std::vector<std::uint32_t> start(std::size_t{1} << 16U);
    for (const DayKey key : columns.edge_first) {
        ++start[key];
    }
    std::exclusive_scan(start.begin(), start.end(), start.begin(), std::uint32_t{0});
    const std::vector<std::uint32_t> begin = start;
    Column<EdgeId> order(edges);
    for (std::size_t i = 0; i < edges; ++i) {
        order[start[columns.edge_first[i]]++] = static_cast<EdgeId>(i);
    }
    for (const DayKey key : {day_key_before, day_key_after}) {  // many days share these keys
        std::stable_sort(
            order.begin() + begin[key], order.begin() + start[key], [&](EdgeId a, EdgeId b) {
                return far_date(columns.far_dates, a).first < far_date(columns.far_dates, b).first;
            });
    }
    return order;
}

std::size_t slot_of(NodeId node, EdgeKind kind) noexcept {
    return 2 * to_index(node) + static_cast<std::size_t>(class_of(kind));
}

void count_runs(KnowledgeGraph::Columns& c) {
    c.runs.assign(2 * c.node_kind.size() + 1, 0);
    for (std::size_t i = 0; i < c.edge_kind.size(); ++i) {
        ++c.runs[slot_of(c.edge_source[i], c.edge_kind[i])];
        ++c.runs[slot_of(c.edge_target[i], c.edge_kind[i])];
    }
    std::exclusive_scan(c.runs.begin(), c.runs.end(), c.runs.begin(), std::uint32_t{0});
}

void scatter(KnowledgeGraph::Columns& c) {
    const std::size_t halves = 2 * c.edge_kind.size();
    c.half_target.resize(halves);
    c.half_edge.resize(halves);
    c.half_day.resize(halves);
    c.half_kind.resize(halves);
    const Column<EdgeId> order = edges_by_day(c);
    Column<std::uint32_t> cursor = c.runs;
    for (const EdgeId id : order) {
        const std::size_t i = to_index(id);
        for (const bool incoming : {false, true}) {
            const NodeId here = incoming ? c.edge_target[i] : c.edge_source[i];
            const std::uint32_t at = cursor[slot_of(here, c.edge_kind[i])]++;
            c.half_target[at] = incoming ? c.edge_source[i] : c.edge_target[i];
            c.half_edge[at] = id;
            c.half_day[at] = c.edge_first[i];
            c.half_kind[at] = half_kind(c.edge_kind[i], incoming);
        }
    }
}

void measure_spans(KnowledgeGraph::Columns& c) {
    c.spans.clear();
    if (c.edge_last.empty()) {
        return;
    }
    c.spans.assign(2 * c.node_kind.size(), 0);
    for (std::size_t i = 0; i < c.edge_kind.size(); ++i) {
        if (c.edge_first[i] == undated) {
            continue;
        }
        const auto span = static_cast<DayKey>(c.edge_last[i] - c.edge_first[i]);
        for (const NodeId node : {c.edge_source[i], c.edge_target[i]}) {
            DayKey& most = c.spans[slot_of(node, c.edge_kind[i])];
            most = std::max(most, span);
        }
    }
}

Adjacency::NodeRange nodes_of_class(std::span<const std::uint32_t> runs, std::size_t c) noexcept {
    const std::size_t nodes = runs.size() / 2;
    const auto has_none = [&](std::size_t n) { return runs[2 * n + c] == runs[2 * n + c + 1]; };
    std::size_t first = 0;
    while (first < nodes && has_none(first)) {
        ++first;
    }
    std::size_t last = nodes;
    while (last > first && has_none(last - 1)) {
        --last;
    }
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)};
}

}  // namespace

DateInterval Adjacency::when(EdgeId id) const noexcept {
    const DayKey first = edge_first[to_index(id)];
    if (first == undated) {
        return {};
    }
    const DayKey last = edge_last.empty() ? first : edge_last[to_index(id)];
    if (is_clamped(first) || is_clamped(last)) {
        return far_date(far_dates, id);
    }
    return {first == 0 ? beginning_of_time : day_from_key(first),
            last == 0xFFFF ? end_of_time : day_from_key(last)};
}

bool Adjacency::is_during(EdgeId id, DateInterval window) const noexcept {
    if (edge_first[to_index(id)] == undated) {
        return false;
    }
    const DateInterval edge = when(id);
    return edge.first <= window.last && window.first <= edge.last;
}

void build_adjacency(KnowledgeGraph::Columns& columns) {
    count_runs(columns);
    scatter(columns);
    measure_spans(columns);
    columns.bind_adjacency();
}

void KnowledgeGraph::Columns::bind_adjacency() {
    adjacency = {.runs = runs,
                 .half_target = half_target,
                 .half_edge = half_edge,
                 .half_day = half_day,
                 .half_kind = half_kind,
                 .spans = spans,
                 .edge_first = edge_first,
                 .edge_last = edge_last,
                 .far_dates = far_dates,
                 .edge_source = edge_source,
                 .edge_target = edge_target,
                 .edge_kind = edge_kind};
    for (std::size_t c = 0; c < adjacency.class_nodes.size(); ++c) {
        adjacency.class_nodes[c] = nodes_of_class(runs, c);
    }
    outgoing = {adjacency, {outgoing_half_kinds, {}}};
    incoming = {adjacency, {incoming_half_kinds, {}}};
}

}  // namespace litigraph
