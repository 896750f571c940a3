// litigraph-graph-bench DATA OUT: one runner of a benchmark of graph engines. Builds the graph from
// DATA/*.csv, saves it, loads it, and answers the questions through the public functions only.
// OUT gets tab-separated lines: "A question number answer best-nanoseconds", "R question round
// median-nanoseconds", "M measure value".
#include "csv_graph.hpp"
#include "raw_file.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace litigraph::bench {
namespace {

constexpr int rounds = 5;
constexpr std::chrono::seconds budget{60};

using Clock = std::chrono::steady_clock;

template <class F>
double seconds(F f) {
    const Clock::time_point start = Clock::now();
    f();
    const Clock::time_point end = Clock::now();
    return std::chrono::duration<double>(end - start).count();
}

template <class F>
double best_seconds(F f) {
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < rounds; ++i) {
        best = std::min(best, seconds(f));
    }
    return best;
}

void measure(std::ostream& out, const char* key, double value) {
    out << "M\t" << key << '\t' << value << '\n';
}

/// Resident memory of this process in MB.
double resident_mb() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word && word != "VmRSS:") {
    }
    double kib = -1;
    status >> kib;
    return kib / 1024;
}

/// Builds and saves in a process of its own, so that what it leaves in memory is not counted later.
bool build(const std::string& data, const std::string& archive, std::ofstream& out) {
    out.flush();
    const ::pid_t child = ::fork();
    if (child == 0) {
        Archive built;
        measure(out, "load_csv_s", seconds([&] { built.graph = read_graph(data); }));
        bool is_saved = true;
        measure(out, "save_s",
                best_seconds([&] { is_saved &= save_archive(archive, built).has_value(); }));
        out.flush();
        std::_Exit(is_saved ? 0 : 1);
    }
    int status = 1;
    ::waitpid(child, &status, 0);
    std::vector<char> bytes(std::filesystem::file_size(archive));
    std::ifstream(archive, std::ios::binary)
        .read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    measure(out, "write_s", best_seconds([&] { write_bytes(archive + ".copy", bytes); }));
    std::filesystem::remove(archive + ".copy");
    return status == 0;
}

template <class Question, class Ask>
void ask_all(std::ostream& out, const char* name, const std::vector<Question>& questions, Ask ask) {
    std::vector<double> best(questions.size(), std::numeric_limits<double>::max());
    std::vector<long> answers(questions.size());
    const Clock::time_point stop = Clock::now() + budget;
    for (int round = 0; round < rounds && (round == 0 || Clock::now() < stop); ++round) {
        std::vector<double> took;
        for (std::size_t i = 0; i < questions.size(); ++i) {
            took.push_back(1e9 * seconds([&] { answers[i] = ask(questions[i]); }));
            best[i] = std::min(best[i], took.back());
        }
        std::ranges::nth_element(took, took.begin() + static_cast<long>(took.size() / 2));
        out << "R\t" << name << '\t' << round << '\t' << took[took.size() / 2] << '\n';
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        out << "A\t" << name << '\t' << i << '\t' << answers[i] << '\t' << best[i] << '\n';
    }
}

/// Questions in the terms of the public functions, made before the clock starts: as other runners
/// ask in theirs.
struct AskedPath {
    NodeId from{};
    NodeId to{};
    query::PathOptions options;
};
struct AskedHops {
    NodeId start{};
    query::EdgeFilter filter;
};

/// Each question with the filter that filter_of(question) gives.
template <class FilterOf>
std::vector<AskedPath> asked(const std::vector<PathQuestion>& questions, FilterOf filter_of) {
    std::vector<AskedPath> all;
    for (const PathQuestion& q : questions) {
        all.push_back({q.from, q.to, {.filter = filter_of(q), .max_steps = 1'000'000}});
    }
    return all;
}
template <class FilterOf>
std::vector<AskedHops> asked(const std::vector<HopQuestion>& questions, FilterOf filter_of) {
    std::vector<AskedHops> all;
    for (const HopQuestion& q : questions) {
        all.push_back({q.start, filter_of(q)});
    }
    return all;
}

void answer(const KnowledgeGraph& graph, const std::string& data, std::ostream& out) {
    const std::vector<PathQuestion> paths = read_path_questions(data);
    const std::vector<HopQuestion> hops = read_hop_questions(data);
    const query::EdgeKindSet suits{EdgeKind::sues, EdgeKind::countersues};
    const auto every = [](const auto&) { return query::EdgeFilter{}; };
    const auto suing = [&](const auto&) { return query::EdgeFilter{.kinds = suits, .during = {}}; };
    const auto suing_then = [&](const auto& q) {
        return query::EdgeFilter{.kinds = suits, .during = q.during};
    };
    const auto length = [&](const AskedPath& q) {
        const auto path = query::shortest_path(graph, q.from, q.to, q.options);
        return path ? static_cast<long>(path->steps.size()) : -1;
    };
    const auto near = [&](std::size_t depth) {
        return [&graph, depth](const AskedHops& q) {
            return static_cast<long>(query::neighbourhood_size(graph, q.start, depth, q.filter));
        };
    };
    ask_all(out, "q1", asked(paths, suing), length);
    ask_all(out, "q2", asked(paths, every), length);
    for (std::size_t k = 1; k <= 3; ++k) {
        ask_all(out, ("q3k" + std::to_string(k)).c_str(), asked(hops, suing), near(k));
    }
    for (std::size_t k = 1; k <= 3; ++k) {
        ask_all(out, ("q4k" + std::to_string(k)).c_str(), asked(hops, suing_then), near(k));
    }
    ask_all(out, "q4p", asked(paths, suing_then), length);
}

int run(const std::string& data, const std::string& out_path) {
    std::ofstream out(out_path);
    const std::string archive = out_path + ".lg";
    if (!build(data, archive, out)) {
        std::cerr << "cannot build or save " << archive << '\n';
        return 1;
    }
    measure(out, "disk_mb", static_cast<double>(std::filesystem::file_size(archive)) / 1e6);
    measure(out, "read_checksum_s", best_seconds([&] { read_and_checksum(archive); }));
    KnowledgeGraph graph;
    const double load_s = best_seconds([&] {
        graph = KnowledgeGraph();
        Result<KnowledgeGraph> loaded = load_graph(archive);
        if (loaded) {
            graph = *std::move(loaded);
        }
    });
    measure(out, "load_native_s", load_s);
    measure(out, "rss_mb", resident_mb());
    answer(graph, data, out);
    measure(out, "rss_after_mb", resident_mb());
    std::filesystem::remove(archive);
    std::filesystem::remove(archive + ".lock");
    return out ? 0 : 1;
}

}  // namespace
}  // namespace litigraph::bench

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: litigraph-graph-bench DATA OUT\n";
        return 2;
    }
    return litigraph::bench::run(argv[1], argv[2]);
}
