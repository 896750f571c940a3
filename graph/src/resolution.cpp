// Parties first, then cases, then a row for each thing that articles say, then the nodes and edges
// that rows make. Every number is the position of a key among sorted keys, so neither the order of
// the articles nor the number of threads reaches the graph.
#include "case_description.hpp"
#include "column.hpp"
#include "conflicts.hpp"
#include "graph_maker.hpp"
#include "made_texts.hpp"
#include "parallel.hpp"
#include "sorted_texts.hpp"
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

/// Numbers cases by name, then by date, then by their best report; returns their names.
MadeTexts name_cases(const Observed& observed, const PartyIdentity& parties, CaseIdentity& cases,
                     unsigned threads) {
    MadeTexts names(cases.cases.size(), threads, [&](std::size_t i, std::string& name) {
        append_name_of_case(name, observed, parties, cases, cases.cases[i]);
    });
    Column<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_by_text(order, threads, [&](std::uint32_t i) { return names[i]; });
    names.reorder(order, threads);
    const auto rank = [&](std::uint32_t i) {
        const ResolvedCase& found = cases.cases[i];
        return std::tuple(found.filed, cases.reports_of(found).front());
    };
    const std::span all(order);
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        for (end = begin + 1; end < all.size() && names[end] == names[begin];) {
            ++end;
        }
        std::ranges::sort(all.subspan(begin, end - begin), {}, rank);
    }
    cases.renumber(order, threads);
    return names;
}

}  // namespace

Result<Resolution> resolve(const ObservationSet& observations, const ResolutionOptions& options) {
    const unsigned threads = std::max(options.threads, 1U);
    constexpr std::size_t of_a_few_thousand_articles = std::size_t{64} << 20U;
    const PageReuse reuse(of_a_few_thousand_articles);
    const Observed observed = observe(observations.articles(), options.aliases, threads);
    const PartyIdentity parties = identify_parties(observed, options.aliases, threads);
    CaseIdentity cases = identify_cases(observed, parties, threads);
    const MadeTexts names = name_cases(observed, parties, cases, threads);
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
