// litigraph-resolution-bench: how fast a set of observations becomes a graph. An observation is
// what one article says of one case, or of two parties.
#include "support/random_observations.hpp"
#include <litigraph/graph/resolution.hpp>

#include <benchmark/benchmark.h>

namespace litigraph::bench {
namespace {

std::size_t observations_in(const ObservationSet& set) {
    std::size_t count = 0;
    for (const ArticleObservations& article : set.articles()) {
        count += article.cases.size() + article.relations.size();
    }
    return count;
}

/// Every sourced statement: a party named, a role, a court, a technology, ...
std::size_t statements_in(const ObservationSet& set) {
    std::size_t count = 0;
    for (const ArticleObservations& article : set.articles()) {
        count += article.parties.size() + article.relations.size();
        for (const CaseObservation& told : article.cases) {
            count += told.plaintiffs.size() + told.defendants.size() + told.others.size() +
                     told.courts.size() + told.jurisdictions.size() + told.technologies.size() +
                     told.patents.size() + told.events.size() + told.evidence.size();
        }
    }
    return count;
}

void resolve_articles(benchmark::State& state) {
    const auto articles = static_cast<std::size_t>(state.range(0));
    const ObservationSet set(test::random_observations(1, articles));
    const ResolutionOptions options{.aliases = {},
                                    .threads = static_cast<unsigned>(state.range(1))};
    for (auto _ : state) {
        const Result<Resolution> resolution = resolve(set, options);
        benchmark::DoNotOptimize(resolution->graph.edge_count());
    }
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["observations/s"] = benchmark::Counter(
        rounds * static_cast<double>(observations_in(set)), benchmark::Counter::kIsRate);
    state.counters["statements/s"] = benchmark::Counter(
        rounds * static_cast<double>(statements_in(set)), benchmark::Counter::kIsRate);
}

BENCHMARK(resolve_articles)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{1'000, 10'000, 100'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace litigraph::bench

BENCHMARK_MAIN();
