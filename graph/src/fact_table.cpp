#include "fact_table.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

bool is_before(const FactRow& a, const FactRow& b) {
    if (edge_key(a) != edge_key(b)) {
        return edge_key(a) < edge_key(b);
    }
    const auto place = [](const FactRow& row) {
        return std::tuple(row.confidence, row.article, row.evidence->begin, row.evidence->end);
    };
    if (place(a) != place(b)) {
        return place(a) < place(b);
    }
    return std::tie(a.evidence->quote, a.evidence->rule, a.when) <
           std::tie(b.evidence->quote, b.evidence->rule, b.when);
}

}  // namespace

FactTable::FactTable(const Resolved& resolved, unsigned threads) {
    collect(resolved, threads);
    sort(threads);
    const std::vector<FactRow> derived = derived_countersuits(resolved);
    if (!derived.empty()) {
        rows_.items.insert(rows_.items.end(), derived.begin(), derived.end());
        rows_ = grouped(rows_.items, rows_.size(), [](const FactRow& row) { return row.source; });
        sort(threads);
    }
}

void FactTable::collect(const Resolved& resolved, unsigned threads) {
    std::vector<FactRows> parts =
        map_chunks<FactRows>(resolved.cases.cases.size(), threads,
                             [&](FactRows& rows, std::size_t begin, std::size_t end) {
                                 add_case_facts(resolved, begin, end, rows);
                             });
    for (FactRows& rows :
         map_chunks<FactRows>(resolved.articles.size(), threads,
                              [&](FactRows&part, std::size_t begin, std::size_t end) {
                                  add_relations(resolved, begin, end, part);
                              })) {
        parts.push_back(std::move(rows));
    }
    std::vector<FactRow> all = std::move(parts.front().facts);
    names_ = std::move(parts.front().names);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        all.insert(all.end(), parts[i].facts.begin(), parts[i].facts.end());
        names_.insert(names_.end(), parts[i].names.begin(), parts[i].names.end());
    }
    rows_ = grouped(all, resolved.numbers.size(), [](const FactRow& row) { return row.source; });
    parallel_sort(names_, threads, std::less<>());
    names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
}

void FactTable::sort(unsigned threads) {
    for_each_chunk(rows_.size(), threads,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       for (std::size_t node = begin; node < end; ++node) {
                           const std::span<FactRow> run = rows_[node];
                           std::sort(run.begin(), run.end(), is_before);
                       }
                   });
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
std::vector<FactRow> FactTable::derived_countersuits(const Resolved& resolved) const {
    std::vector<FactRow> derived;
    for (std::uint32_t i = 0; i < resolved.cases.cases.size(); ++i) {
        const std::uint32_t lawsuit = resolved.numbers.lawsuit(i);
        const bool answers = std::ranges::any_of(
            from(lawsuit), [](const FactRow& row) { return row.kind == EdgeKind::responds_to; });
        if (!answers) {
            continue;
        }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> sides;
        for (const CaseReport& report : resolved.cases.reports_of(resolved.cases.cases[i])) {
            for (const std::uint32_t plaintiff : report.plaintiffs) {
                for (const std::uint32_t defendant : report.defendants) {
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
    return derived;
}

void FactTable::derive_countersuit(std::uint32_t lawsuit, std::uint32_t plaintiff,
                                   std::uint32_t defendant, std::vector<FactRow>& derived) const {
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

void show_once(std::span<const FactRow> edge, std::span<const ArticleObservations> articles,
               std::vector<const FactRow*>& shown) {
    const auto text = [&](const FactRow& row) {
        return std::tie(articles[row.article].article.fingerprint, row.evidence->quote,
                        row.evidence->rule);
    };
    shown.clear();
    for (const FactRow& row : edge) {
        shown.push_back(&row);
    }
    if (shown.size() == 1) {
        return;
    }
    std::ranges::sort(shown, [&](const FactRow* a, const FactRow* b) {
        return text(*a) != text(*b) ? text(*a) < text(*b) : a < b;
    });
    const auto is_copy = [&](const FactRow* a, const FactRow* b) { return text(*a) == text(*b); };
    shown.erase(std::unique(shown.begin(), shown.end(), is_copy), shown.end());
    std::ranges::sort(shown);  // rows lie best first
}

}  // namespace litigraph
