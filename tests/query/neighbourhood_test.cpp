#include "support/naive_search.hpp"
#include "support/random_graph.hpp"
#include <litigraph/query/neighbourhood.hpp>

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace litigraph::query {
namespace {

using test::Dates;
using test::RandomGraph;

std::vector<Neighbour> naive_neighbourhood(const KnowledgeGraph& graph, NodeId start,
                                           std::size_t depth, const EdgeFilter& filter) {
    std::vector<Neighbour> found;
    const std::vector<std::size_t> distances = test::naive_distances(graph, start, filter);
    for (std::uint32_t n = 0; n < distances.size(); ++n) {
        if (distances[n] != 0 && distances[n] <= depth) {
            found.push_back({NodeId{n}, static_cast<std::uint32_t>(distances[n])});
        }
    }
    std::ranges::stable_sort(found, {}, &Neighbour::distance);
    return found;
}

TEST(Neighbourhood, IsWhatNaiveSearchFinds) {
    RandomGraph random(11);
    for (int round = 0; round < 300; ++round) {
        const KnowledgeGraph graph =
            random.make({.edges = random.below(200), .dates = static_cast<Dates>(random.below(3))});
        for (int question = 0; question < 10; ++question) {
            const EdgeFilter filter = test::random_filter(random);
            const NodeId start = random.node(0, graph.node_count());
            const std::size_t depth = random.below(4);
            const auto expected = naive_neighbourhood(graph, start, depth, filter);
            ASSERT_EQ(neighbourhood(graph, start, depth, filter), expected) << round;
            ASSERT_EQ(neighbourhood_size(graph, start, depth, filter), expected.size()) << round;
        }
    }
}

TEST(Neighbourhood, CountsTheSameBottomUp) {  // many nodes, few levels: the last is counted so
    RandomGraph random(12);
    const KnowledgeGraph graph = random.make({.parties = 500, .lawsuits = 300, .edges = 3'000});
    for (std::uint32_t n = 0; n < 40; ++n) {
        for (const Direction direction : {Direction::out, Direction::in, Direction::both}) {
            const EdgeFilter filter{.kinds = {}, .direction = direction, .during = {}};
            for (std::size_t depth = 1; depth < 7; ++depth) {
                ASSERT_EQ(neighbourhood_size(graph, NodeId{n}, depth, filter),
                          neighbourhood(graph, NodeId{n}, depth, filter).size());
            }
        }
    }
}

TEST(Neighbourhood, IsTheSameOnEveryThread) {
    RandomGraph random(13);
    const KnowledgeGraph large = random.make({.parties = 300, .lawsuits = 10, .edges = 2'000});
    const KnowledgeGraph small = random.make({.parties = 20, .lawsuits = 10, .edges = 100});
    const auto ask_all = [&] {
        std::vector<std::size_t> sizes;
        for (std::uint32_t n = 0; n < small.node_count(); ++n) {
            sizes.push_back(neighbourhood_size(large, NodeId{n}, 3));
            sizes.push_back(neighbourhood_size(small, NodeId{n}, 3));
        }
        return sizes;
    };
    const std::vector<std::size_t> expected = ask_all();
    std::vector<std::vector<std::size_t>> answers(4);
    std::vector<std::thread> threads;
    for (std::vector<std::size_t>& answer : answers) {
        threads.emplace_back([&answer, &ask_all] { answer = ask_all(); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::vector<std::size_t>& answer : answers) {
        EXPECT_EQ(answer, expected);
    }
}

}  // namespace
}  // namespace litigraph::query
