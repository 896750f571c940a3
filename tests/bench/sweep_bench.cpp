// Questions and archives over sizes of graph. The argument is the number of parties; a graph has
// as many lawsuits and five times as many edges.
#include "raw_file.hpp"
#include "support/random_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::bench {
namespace {

using query::EdgeFilter;

const EdgeFilter suits{.kinds = {EdgeKind::sues, EdgeKind::countersues},
                       .direction = query::Direction::both,
                       .during = {}};

KnowledgeGraph make_graph(const benchmark::State& state) {
    const auto parties = static_cast<std::size_t>(state.range(0));
    return test::RandomGraph(1).make({.parties = parties,
                                      .lawsuits = parties,
                                      .edges = 5 * parties,
                                      .dates = test::Dates::single_days});
}

/// The next party to ask about, the same sequence in every run.
class Parties {
  public:
    explicit Parties(const benchmark::State& state) : count_(state.range(0)) {}
    NodeId operator()() {
        return static_cast<NodeId>(random_() % static_cast<std::uint64_t>(count_));
    }

  private:
    std::mt19937_64 random_{2};
    std::int64_t count_;
};

void shortest_path(benchmark::State& state, const EdgeFilter& filter) {
    const KnowledgeGraph graph = make_graph(state);
    Parties party(state);
    const query::PathOptions options{.filter = filter, .max_steps = 1'000};
    for (auto _ : state) {
        benchmark::DoNotOptimize(query::shortest_path(graph, party(), party(), options));
    }
}

void neighbourhood(benchmark::State& state, const EdgeFilter& filter) {
    const KnowledgeGraph graph = make_graph(state);
    Parties party(state);
    const auto depth = static_cast<std::size_t>(state.range(1));
    for (auto _ : state) {
        benchmark::DoNotOptimize(query::neighbourhood_size(graph, party(), depth, filter));
    }
}

EdgeFilter in_five_days(EdgeFilter filter) {
    filter.during = DateInterval{Day{20'010}, Day{20'014}};
    return filter;
}

void sizes(benchmark::internal::Benchmark* benchmark) {
    benchmark->RangeMultiplier(10)->Range(1'000, 1'000'000);
}
void sizes_and_depths(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgsProduct({{1'000, 100'000, 1'000'000}, {1, 2, 3}});
}

BENCHMARK_CAPTURE(shortest_path, suits, suits)->Apply(sizes);
BENCHMARK_CAPTURE(shortest_path, every_edge, EdgeFilter{})->Apply(sizes);
BENCHMARK_CAPTURE(shortest_path, suits_in_five_days, in_five_days(suits))->Apply(sizes);
BENCHMARK_CAPTURE(neighbourhood, suits, suits)->Apply(sizes_and_depths);
BENCHMARK_CAPTURE(neighbourhood, suits_in_five_days, in_five_days(suits))->Apply(sizes_and_depths);

double seconds(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Times `ours`; the counter is how many times longer it takes than `least`, by medians, asked
/// alternately. Both are asked once before: who is first may have to wait for memory that no
/// process had before.
void compare(benchmark::State& state, const char* counter, const auto& ours, const auto& least) {
    ours();
    least();
    std::vector<double> ours_s;
    std::vector<double> least_s;
    for (auto _ : state) {
        ours_s.push_back(seconds(ours));
        state.SetIterationTime(ours_s.back());
        least_s.push_back(seconds(least));
    }
    state.counters[counter] = median(std::move(ours_s)) / median(std::move(least_s));
}

void load(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    Archive archive;
    archive.graph = make_graph(state);
    if (!save_archive(path, archive)) {
        throw std::runtime_error("cannot save");
    }
    compare(
        state, "to_reading_and_checksum",
        [&] { benchmark::DoNotOptimize(load_graph(path).has_value()); },
        [&] { read_and_checksum(path); });
}
BENCHMARK(load)->Apply(sizes)->UseManualTime()->Unit(benchmark::kMillisecond);

void save(benchmark::State& state) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    Archive archive;
    archive.graph = make_graph(state);
    if (!save_archive(path, archive)) {
        throw std::runtime_error("cannot save");
    }
    const std::string saved = test::read_file(path);
    const std::vector<char> bytes(saved.begin(), saved.end());
    compare(
        state, "to_writing",
        [&] { benchmark::DoNotOptimize(save_archive(path, archive).has_value()); },
        [&] { write_bytes(folder / "raw", bytes); });
}
BENCHMARK(save)->Apply(sizes)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace litigraph::bench
