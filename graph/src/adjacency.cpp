// Half-edges are put into the run of their end and class in the order of edges, which touches
// memory mostly in order; then each run, which is small, is sorted by date.
#include "columns.hpp"
#include "grouped.hpp"
#include "parallel.hpp"
#include <litigraph/graph/adjacency.hpp>

#include <algorithm>
#include <span>
#include <tuple>
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

struct Half {
    NodeId target{};
    EdgeId edge{};
    DayKey day{};
    HalfKind kind{};
};

std::size_t slot_of(NodeId node, EdgeKind kind) noexcept {
    return 2 * to_index(node) + static_cast<std::size_t>(class_of(kind));
}

/// Calls f(slot, half) for both halves of each edge in [begin, end).
template <class F>
void for_each_half(const KnowledgeGraph::Columns& c, std::size_t begin, std::size_t end,
                   const F& f) {
    for (std::size_t i = begin; i < end; ++i) {
        const EdgeKind kind = c.edge_kind[i];
        const auto id = static_cast<EdgeId>(i);
        f(slot_of(c.edge_source[i], kind),
          Half{c.edge_target[i], id, c.edge_first[i], half_kind(kind, false)});
        f(slot_of(c.edge_target[i], kind),
          Half{c.edge_source[i], id, c.edge_first[i], half_kind(kind, true)});
    }
}

/// Those of one run in the order of edges.
Grouped<Half> halves_by_run(const KnowledgeGraph::Columns& c, unsigned threads) {
    const std::size_t edges = c.edge_kind.size();
    const std::size_t parts = chunk_count(edges, threads);
    return grouped_values<Half>(
        parts, 2 * c.node_kind.size(), threads, [&](std::size_t part, const auto& put) {
            for_each_half(c, edges * part / parts, edges * (part + 1) / parts, put);
        });
}

/// By first day; those of one day stay in the order of edges.
void sort_run(std::span<Half> run, std::span<const FarDate> far_dates) {
    const auto is_before = [&](const Half& a, const Half& b) {
        if (a.day == b.day && is_clamped(a.day)) {  // the key of many days
            const Day of_a = far_date(far_dates, a.edge).first;
            const Day of_b = far_date(far_dates, b.edge).first;
            if (of_a != of_b) {
                return of_a < of_b;
            }
        }
        return std::tuple(a.day, a.edge, a.kind) < std::tuple(b.day, b.edge, b.kind);
    };
    std::sort(run.begin(), run.end(), is_before);
}

void fill_halves(KnowledgeGraph::Columns& c, unsigned threads) {
    Grouped<Half> runs = halves_by_run(c, threads);
    for_each_group(runs.begin, threads,
                   [&](std::size_t slot) { sort_run(runs[slot], c.far_dates); });
    const Column<Half>& halves = runs.items;
    c.half_target.resize(halves.size());
    c.half_edge.resize(halves.size());
    c.half_day.resize(halves.size());
    c.half_kind.resize(halves.size());
    for_each_index(halves.size(), threads, [&](std::size_t i) {
        c.half_target[i] = halves[i].target;
        c.half_edge[i] = halves[i].edge;
        c.half_day[i] = halves[i].day;
        c.half_kind[i] = halves[i].kind;
    });
    c.runs = std::move(runs.begin);
}

void measure_spans(KnowledgeGraph::Columns& c, unsigned threads) {
    c.spans.clear();
    if (c.edge_last.empty()) {
        return;
    }
    c.spans.resize(2 * c.node_kind.size());
    for_each_index(c.spans.size(), threads, [&](std::size_t slot) {
        DayKey most = 0;
        for (std::uint32_t i = c.runs[slot]; i < c.runs[slot + 1]; ++i) {
            const std::size_t edge = to_index(c.half_edge[i]);
            if (c.edge_first[edge] != undated) {
                most = std::max(most, static_cast<DayKey>(c.edge_last[edge] - c.edge_first[edge]));
            }
        }
        c.spans[slot] = most;
    });
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

void build_adjacency(KnowledgeGraph::Columns& columns, unsigned threads) {
    fill_halves(columns, threads);
    measure_spans(columns, threads);
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
