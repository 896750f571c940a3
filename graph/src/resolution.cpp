// Parties first, then cases, then a row for each thing that articles say, then the nodes and edges
// that rows make. Every number is the position of a key among sorted keys, so neither the order of
// the articles nor the number of threads reaches the graph.
#include "case_description.hpp"
#include "column.hpp"
#include "conflicts.hpp"
#include "graph_maker.hpp"
#include "parallel.hpp"
#include "sorted_texts.hpp"
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

/// Numbers cases by name, then by date, then by their best report; returns their names.
Column<std::string> name_cases(const Observed& observed, const PartyIdentity& parties,
                               CaseIdentity& cases, unsigned threads) {
    Column<std::string> names(cases.cases.size());
    for_each_index(names.size(), threads, [&](std::size_t i) {
        names[i] = name_of_case(observed, parties, cases, cases.cases[i]);
    });
    Column<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rank = [&](std::uint32_t i) {
        const ResolvedCase& found = cases.cases[i];
        return std::tuple(found.filed, cases.reports_of(found).front());
    };
    parallel_sort(order, threads,
                  [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    sort_by_text(order, threads, [&](std::uint32_t i) { return std::string_view(names[i]); });
    cases.renumber(order);
    Column<std::string> sorted(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted[i] = std::move(names[order[i]]);
    }
    return sorted;
}

}  // namespace

Result<Resolution> resolve(const ObservationSet& observations, const ResolutionOptions& options) {
    const unsigned threads = std::max(options.threads, 1U);
    const PageReuse reuse;
    const Observed observed = observe(observations.articles(), options.aliases, threads);
    const PartyIdentity parties = identify_parties(observed, options.aliases, threads);
    CaseIdentity cases = identify_cases(observed, parties, threads);
    const Column<std::string> names = name_cases(observed, parties, cases, threads);
    const NodeNumbers numbers(observed, parties.parties.size(), cases.cases.size(), threads);
    const Resolved resolved{observed, parties, cases, numbers};
    GraphMaker maker(resolved, names, threads);
    Result<KnowledgeGraph> graph = maker.make();
    if (!graph) {
        return graph.error();
    }
    return Resolution{.graph = *std::move(graph),
                      .conflicts = find_conflicts(observed, cases, maker.lawsuits(), threads)};
}

}  // namespace litigraph
