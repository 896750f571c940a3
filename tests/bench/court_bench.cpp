// How long a mention of a court takes: found in its sentence, and resolved to a court's id.

#include "courts.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <string_view>

namespace litigraph::ingest::detail {
namespace {

constexpr std::array<std::string_view, 8> sentences = {
    "The suit was filed in Delaware federal court.",
    "It sued in U.S. District Court for the Northern District of California.",
    "A federal judge in San Jose, Calif., heard the complaint on Monday, two people said.",
    "The case was brought in Munich, and a second one in Mannheim.",
    "The company lodged a complaint with the ITC, asking for a ban on imports.",
    "The action was filed at the UPC's Mannheim local division.",
    "It is pending in Santa Clara County Superior Court.",
    "The claim was issued in London's High Court, where a judge will hear it next year."};

constexpr std::array<std::string_view, 8> names = {
    "U S District Court M D Ala",
    "United States Court of Appeals for the Ninth Circuit",
    "N.D. Cal. Bankr.",
    "Supreme Court of New York, Kings County",
    "Delaware Court of Chancery",
    "Fayette County Court of Common Pleas",
    "High Court of Justice, London",
    "Superior Court of California, County of Alameda"};

// One mention each: the time per item is that of a sentence with its court.
void find_in_sentence(benchmark::State& state) {
    const CourtContext context;
    for (auto _ : state) {
        for (const std::string_view sentence : sentences) {
            benchmark::DoNotOptimize(find_courts(sentence, context));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sentences.size()));
}
BENCHMARK(find_in_sentence);

void resolve_name(benchmark::State& state) {
    for (auto _ : state) {
        for (const std::string_view name : names) {
            benchmark::DoNotOptimize(resolve_court(name));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(names.size()));
}
BENCHMARK(resolve_name);

}  // namespace
}  // namespace litigraph::ingest::detail
