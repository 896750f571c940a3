#include "fact_table.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

/// By edge, then by how well a row shows it; evidence is numbered by article and place.
bool is_before(const FactRow& a, const FactRow& b) {
    const auto key = [](const FactRow& row) {
        const auto wide = [](auto value) { return static_cast<std::uint64_t>(value); };
        return std::tuple(row.source, wide(row.kind) << 32U | row.target, row.lawsuit + 1,
                          wide(row.confidence) << 32U | row.evidence, row.when);
    };
    return key(a) < key(b);
}

/// Calls put(source, row) for the facts of one of `parts` parts of what is observed, making a few
/// at a time; returns their names.
template <class Put>
Column<NameRow> produce_facts(const Resolved& resolved, std::size_t part, std::size_t parts,
                              const Put& put) {
    constexpr std::size_t few = 512;
    FactRows rows;
    const auto for_few = [&](std::size_t count, const auto& add) {
        const std::size_t end = count * (part + 1) / parts;
        for (std::size_t i = count * part / parts; i < end; i += few) {
            rows.facts.clear();
            add(resolved, i, std::min(i + few, end), rows);
            for (const FactRow& row : rows.facts) {
                put(row.source, row);
            }
        }
    };
    for_few(resolved.observed.reports.size(), add_case_facts);
    for_few(resolved.observed.relations.size(), add_relations);
    return std::move(rows.names);
}

}  // namespace

FactTable::FactTable(const Resolved& resolved, unsigned threads) {
    collect(resolved, threads);
    merge(derived_countersuits(resolved, threads), threads);
}

/// Makes the rows twice, to count them and to put them where they belong: that costs less than to
/// keep them in between.
void FactTable::collect(const Resolved& resolved, unsigned threads) {
    const std::size_t parts = chunk_count(resolved.observed.reports.size(), threads);
    std::vector<Column<NameRow>> names(parts);
    const auto produce = [&](std::size_t part, const auto& put) {
        names[part] = produce_facts(resolved, part, parts, put);
    };
    rows_ = grouped_values<FactRow>(parts, resolved.numbers.size(), threads, produce);
    for_each_group(rows_.begin, threads, [this](std::size_t node) {
        std::sort(rows_[node].begin(), rows_[node].end(), is_before);
    });
    names_ = joined(names);
    parallel_sort(names_, threads, std::less<>());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

/// Puts a few more rows where they belong.
void FactTable::merge(Column<FactRow> rows, unsigned threads) {
    if (rows.empty()) {
        return;
    }
    std::ranges::sort(rows, is_before);
    const Column<FactRow>& old = rows_.items;
    const auto place = [&](std::size_t at) {  // among the new ones, of those before old[at]
        return at == old.size() ? rows.end() : std::ranges::lower_bound(rows, old[at], is_before);
    };
    Column<FactRow> all(old.size() + rows.size());
    for_each_chunk(old.size(), threads, [&](std::size_t, std::size_t begin, std::size_t end) {
        const auto first = begin == 0 ? rows.begin() : place(begin);
        std::merge(old.begin() + static_cast<std::ptrdiff_t>(begin),
                   old.begin() + static_cast<std::ptrdiff_t>(end), first, place(end),
                   all.begin() + static_cast<std::ptrdiff_t>(begin) + (first - rows.begin()),
                   is_before);
    });
    rows_.items = std::move(all);
    Column<std::uint32_t> added(rows_.size() + 1, 0);
    for (const FactRow& row : rows) {
        ++added[row.source + 1];
    }
    std::partial_sum(added.begin(), added.end(), added.begin());
    std::ranges::transform(rows_.begin, added, rows_.begin.begin(), std::plus<>());
}

std::span<const FactRow> FactTable::find(std::uint32_t source, EdgeKind kind, std::uint32_t target,
                                         std::uint32_t lawsuit) const {
    FactRow wanted;
    wanted.source = source;
    wanted.kind = kind;
    wanted.target = target;
    wanted.lawsuit = lawsuit;
    const std::span<const FactRow> run = from(source);
    const auto [begin, end] = std::equal_range(
        run.begin(), run.end(), wanted,
        [](const FactRow& a, const FactRow& b) { return edge_key(a) < edge_key(b); });
    return {begin, end};
}

/// A suit that answers one between the same parties the other way round is a countersuit, even if
/// no article calls it so.
Column<FactRow> FactTable::derived_countersuits(const Resolved& resolved, unsigned threads) const {
    return joined(map_chunks<Column<FactRow>>(
        resolved.cases.cases.size(), threads,
        [&](Column<FactRow>& derived, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                derive_countersuits(resolved, static_cast<std::uint32_t>(i), derived);
            }
        }));
}

void FactTable::derive_countersuits(const Resolved& resolved, std::uint32_t index,
                                    Column<FactRow>& derived) const {
    const std::uint32_t lawsuit = resolved.numbers.lawsuit(index);
    const bool answers = std::ranges::any_of(
        from(lawsuit), [](const FactRow& row) { return row.kind == EdgeKind::responds_to; });
    if (!answers) {
        return;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sides;
    const ReportSides& of_reports = resolved.cases.sides;
    for (const std::uint32_t report : resolved.cases.reports_of(resolved.cases.cases[index])) {
        for (const std::uint32_t plaintiff : of_reports.plaintiffs(report)) {
            for (const std::uint32_t defendant : of_reports.defendants(report)) {
                sides.emplace_back(plaintiff, defendant);
            }
        }
    }
    std::ranges::sort(sides);
    sides.erase(std::unique(sides.begin(), sides.end()), sides.end());
    for (const auto& [plaintiff, defendant] : sides) {
        derive_countersuit(lawsuit, plaintiff, defendant, derived);
    }
}

void FactTable::derive_countersuit(std::uint32_t lawsuit, std::uint32_t plaintiff,
                                   std::uint32_t defendant, Column<FactRow>& derived) const {
    const std::span<const FactRow> suit = find(plaintiff, EdgeKind::sues, defendant, lawsuit);
    if (suit.empty() || !find(plaintiff, EdgeKind::countersues, defendant, lawsuit).empty()) {
        return;
    }
    const std::span<const FactRow> run = from(lawsuit);
    for (std::size_t i = 0; i < run.size(); ++i) {
        const bool is_first = i == 0 || edge_key(run[i - 1]) != edge_key(run[i]);
        if (run[i].kind == EdgeKind::responds_to && is_first &&
            !find(defendant, EdgeKind::sues, plaintiff, run[i].target).empty()) {
            FactRow row = run[i];
            row.source = plaintiff;
            row.target = defendant;
            row.lawsuit = lawsuit;
            row.kind = EdgeKind::countersues;
            row.confidence = Confidence::derived;
            row.is_derived = true;
            row.when = suit.front().when;
            derived.push_back(row);
        }
    }
}

}  // namespace litigraph
