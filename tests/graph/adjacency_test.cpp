#include "support/random_graph.hpp"
#include <litigraph/graph/adjacency.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace litigraph {
namespace {

using test::Dates;
using test::RandomGraph;
using testing::ElementsAreArray;

std::vector<std::uint32_t> fast(const KnowledgeGraph& graph, NodeId node,
                                const HalfEdgeSelection& selection) {
    std::vector<std::uint32_t> found;
    with_filter(graph.adjacency(), selection, [&](const auto& filter) {
        return filter.any_of(node, [&](std::uint32_t half) {
            found.push_back(half);
            return false;
        });
    });
    return found;
}

bool overlaps(DateInterval a, DateInterval b) { return a.first <= b.last && b.first <= a.last; }

std::vector<std::uint32_t> naive(const KnowledgeGraph& graph, NodeId node,
                                 const HalfEdgeSelection& selection) {
    const Adjacency& adjacency = graph.adjacency();
    std::vector<std::uint32_t> found;
    for (std::uint32_t h = adjacency.runs[2 * to_index(node)];
         h < adjacency.runs[2 * to_index(node) + 2]; ++h) {
        const EdgeView edge = graph.edge(adjacency.half_edge[h]);
        const bool is_kind =
            (selection.kinds >> static_cast<unsigned>(adjacency.half_kind[h]) & 1U) != 0;
        const bool is_time = !selection.during ||
                             (!edge.when.is_unknown() && overlaps(edge.when, *selection.during));
        if (is_kind && is_time) {
            found.push_back(h);
        }
    }
    return found;
}

HalfKinds random_kinds(RandomGraph& random) {
    switch (random.below(5)) {
        case 0:
            return every_half_kind;
        case 1:
            return half_kinds_between_parties;
        case 2:
            return every_half_kind & ~half_kinds_between_parties;
        case 3:
            return outgoing_half_kinds;
        default:
            return (HalfKinds{random.below(1U << 31U)} << 5U | random.below(32)) & every_half_kind;
    }
}

class AdjacencyWithDates : public testing::TestWithParam<Dates> {};

TEST_P(AdjacencyWithDates, FilterFindsWhatNaiveScanFinds) {
    RandomGraph random(7);
    for (int round = 0; round < 200; ++round) {
        const KnowledgeGraph graph = random.make(
            {.parties = 3, .lawsuits = 3, .edges = 10 + random.below(150), .dates = GetParam()});
        for (int question = 0; question < 10; ++question) {
            HalfEdgeSelection selection{random_kinds(random), {}};
            if (random.below(4) != 0) {
                selection.during =
                    random.date(random.below(3) == 0 ? Dates::far : Dates::intervals);
            }
            const NodeId node = random.node(0, graph.node_count());
            ASSERT_THAT(fast(graph, node, selection),
                        ElementsAreArray(naive(graph, node, selection)))
                << "round " << round << ", question " << question;
        }
    }
}

TEST_P(AdjacencyWithDates, RunsAreByClassThenFirstDayThenEdgeWithUndatedLast) {
    RandomGraph random(8);
    const KnowledgeGraph graph = random.make({.edges = 300, .dates = GetParam()});
    const auto rank = [&](EdgeId id) {
        const EdgeView edge = graph.edge(id);
        return std::tuple(class_of(edge.kind), edge.when.is_unknown(), edge.when.first, id);
    };
    for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
        const std::vector<EdgeId> edges = graph.incident_edges(static_cast<NodeId>(n));
        EXPECT_TRUE(std::ranges::is_sorted(edges, {}, rank)) << "node " << n;
    }
}

std::string name_of(const testing::TestParamInfo<Dates>& dates) {
    switch (dates.param) {
        case Dates::single_days:
            return "SingleDays";
        case Dates::intervals:
            return "Intervals";
        case Dates::far:
            return "Far";
    }
    return "";
}
INSTANTIATE_TEST_SUITE_P(EveryKindOfDate, AdjacencyWithDates,
                         testing::Values(Dates::single_days, Dates::intervals, Dates::far),
                         name_of);

TEST(DayKey, KeepsTheOrderOfDays) {
    const Day days[] = {beginning_of_time, Day{-100'000}, Day{-25'567}, Day{0},
                        Day{20'000},       Day{39'964},   Day{100'000}, end_of_time};
    EXPECT_TRUE(std::ranges::is_sorted(days, {}, day_key));
    EXPECT_EQ(day_key(Day{-25'568}), day_key_before);
    EXPECT_GT(day_key(Day{-25'567}), day_key_before);
}

TEST(Adjacency, EveryEdgeAppearsAtBothEnds) {
    RandomGraph random(9);
    const KnowledgeGraph graph = random.make({.edges = 100});
    std::size_t degrees = 0;
    for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
        degrees += graph.degree(static_cast<NodeId>(n));
        for (const EdgeId id : graph.incident_edges(static_cast<NodeId>(n))) {
            const EdgeView edge = graph.edge(id);
            EXPECT_TRUE(edge.source == NodeId{n} || edge.target == NodeId{n});
        }
    }
    EXPECT_EQ(degrees, 2 * graph.edge_count());
}

}  // namespace
}  // namespace litigraph
