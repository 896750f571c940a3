// litigraph-resolution-bench: how fast a set of observations becomes a graph. Two counts:
// "observations" are the sourced statements, each an Observation of observation.hpp with its words
// (a party named, a role, a court, a technology, ...) or a sentence that reports a case; "reports"
// are what one article says of one case, or of two parties outside any. A report holds about five
// observations. Rates are by the time on the clock; "cpu_observations/s" by that of all threads;
// "first_observations/s" is of the first time, before the others, which may have to wait for memory
// that no process had before: virtual machines give it slowly.
#include "support/random_observations.hpp"
#include <litigraph/graph/resolution.hpp>

#include <benchmark/benchmark.h>

#include <chrono>
#include <ctime>

namespace litigraph::bench {
namespace {

std::size_t reports_in(const ObservationSet& set) {
    std::size_t count = 0;
    for (const ArticleObservations& article : set.articles()) {
        count += article.cases.size() + article.relations.size();
    }
    return count;
}

std::size_t observations_in(const ObservationSet& set) {
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
    const auto resolve_once = [&] {
        const Result<Resolution> resolution = resolve(set, options);
        benchmark::DoNotOptimize(resolution->graph.edge_count());
    };
    const auto first = std::chrono::steady_clock::now();
    resolve_once();
    const std::chrono::duration<double> first_s = std::chrono::steady_clock::now() - first;
    const std::clock_t start = std::clock();
    for (auto _ : state) {
        resolve_once();
    }
    const double cpu_s = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const auto rounds = static_cast<double>(state.iterations());
    const auto observations_once = static_cast<double>(observations_in(set));
    const double observations = rounds * observations_once;
    const double reports = rounds * static_cast<double>(reports_in(set));
    state.counters["observations/s"] =
        benchmark::Counter(observations, benchmark::Counter::kIsRate);
    state.counters["reports/s"] = benchmark::Counter(reports, benchmark::Counter::kIsRate);
    state.counters["cpu_observations/s"] = observations / cpu_s;
    state.counters["first_observations/s"] = observations_once / first_s.count();
}

BENCHMARK(resolve_articles)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{1'000, 10'000, 100'000, 1'000'000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace litigraph::bench

BENCHMARK_MAIN();
