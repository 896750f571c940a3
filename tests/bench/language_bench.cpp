// litigraph-language-bench [FOLDER]: what the query language costs on a graph of a million cases.
// With a folder, writes the columns that the aggregates read as CSV, for other engines.

#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::bench {
namespace {

constexpr std::size_t case_count = 1'000'000;
constexpr std::size_t party_count = 200'000;
constexpr std::size_t court_count = 94;

/// Few parties are in many cases, most in few.
std::size_t skewed(std::mt19937& random, std::size_t size) {
    const double x = std::uniform_real_distribution<>(0, 1)(random);
    return static_cast<std::size_t>(x * x * x * static_cast<double>(size));
}

KnowledgeGraph make_graph(const std::string& folder) {
    GraphBuilder builder;
    std::mt19937 random(7);
    std::vector<NodeId> parties;
    std::vector<NodeId> courts;
    for (std::size_t i = 0; i < party_count; ++i) {
        parties.push_back(builder.add_node(NodeKind::party, "Party " + std::to_string(i)));
        builder.add_attribute(parties.back(), AttributeKey::party_kind, "company");
    }
    for (std::size_t i = 0; i < court_count; ++i) {
        courts.push_back(builder.add_node(NodeKind::court, "Court " + std::to_string(i)));
    }
    std::ofstream csv;
    if (!folder.empty()) {
        csv.open(folder + "/cases.csv");
        csv << "year,court,plaintiff,defendant\n";
    }
    for (std::size_t i = 0; i < case_count; ++i) {
        const std::size_t p = skewed(random, party_count);
        const std::size_t d = (p + 1 + skewed(random, party_count - 1)) % party_count;
        const std::size_t f = skewed(random, court_count);
        const std::size_t year = 2000 + random() % 25;
        const auto filed = *interval_from_string(std::to_string(year) + "-05-17");
        const NodeId suit =
            builder.add_node(NodeKind::lawsuit, "Case " + std::to_string(i), {}, filed);
        builder.add_edge(parties[p], EdgeKind::sues, parties[d], filed, suit);
        builder.add_edge(parties[p], EdgeKind::plaintiff_in, suit, filed);
        builder.add_edge(parties[d], EdgeKind::defendant_in, suit, filed);
        builder.add_edge(suit, EdgeKind::filed_in, courts[f], filed);
        if (csv) {
            csv << year << ",Court " << f << ",Party " << p << ",Party " << d << '\n';
        }
    }
    return *std::move(builder).freeze();
}

/// Median time of one call, in microseconds.
template <class F>
double microseconds(std::size_t rounds, F f) {
    using Clock = std::chrono::steady_clock;
    std::vector<double> times;
    for (std::size_t i = 0; i < rounds; ++i) {
        const auto start = Clock::now();
        f(i);
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::ranges::nth_element(times, times.begin() + static_cast<std::ptrdiff_t>(rounds / 2));
    return times[rounds / 2];
}

void report(std::string_view what, double time) { std::cout << what << '\t' << time << " us\n"; }

void aggregate(std::string_view what, std::string_view statement,
               const query::LitigationStore& store) {
    std::size_t rows = 0;
    const double time = microseconds(25, [&](std::size_t) {
        const auto answer = query::run(statement, store);
        rows = answer ? answer->rows.size() : 0;
    });
    report(std::string(what) + " (" + std::to_string(rows) + " rows)", time);
}

int run(const std::string& folder) {
    const KnowledgeGraph graph = make_graph(folder);
    double open = 0;
    open = microseconds(3, [&](std::size_t) { const query::LitigationStore store(graph); });
    report("open the store", open);
    const query::LitigationStore store(graph);
    const auto who = [](std::size_t i) {
        return "MATCH (p)-[:SUES|COUNTERSUES]->(:Company {name: 'Party " +
               std::to_string(100'000 + i * 31 % 100'000) + "'}) RETURN DISTINCT p.name";
    };
    const std::string typical =
        "MATCH (a:Company {name: 'Party 150000'})-[:PLAINTIFF_IN]->(c:Lawsuit)-[:FILED_IN]->(v) "
        "WHERE c.filed >= date('2020-01-01') RETURN v.name, count(*) AS suits "
        "ORDER BY suits DESC, v.name LIMIT 10";
    report("parse and plan a typical query",
           microseconds(10'000, [&](std::size_t) { (void)query::prepare(typical, store); }));
    report("parse and plan who sues X",
           microseconds(10'000, [&](std::size_t i) { (void)query::prepare(who(i), store); }));
    report("who sues X, all of it",
           microseconds(10'000, [&](std::size_t i) { (void)query::run(who(i), store); }));
    aggregate("cases by year",
              "MATCH (c:Lawsuit) RETURN c.filed.year AS year, count(*) AS n ORDER BY year", store);
    aggregate("busiest courts",
              "MATCH (c:Lawsuit)-[:FILED_IN]->(f) RETURN f.name, count(*) AS n "
              "ORDER BY n DESC LIMIT 10",
              store);
    aggregate("most sued",
              "MATCH (d:Company)-[:DEFENDANT_IN]->(c) RETURN d.name, count(*) AS n "
              "ORDER BY n DESC LIMIT 10",
              store);
    return 0;
}

}  // namespace
}  // namespace litigraph::bench

int main(int argc, char** argv) { return litigraph::bench::run(argc > 1 ? argv[1] : ""); }
