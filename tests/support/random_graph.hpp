/// \file
/// Random multigraphs of litigation, for tests that compare a fast answer with a naive one.
#pragma once

#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/graph/knowledge_graph.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <utility>

namespace litigraph::test {

/// Which dates the edges of a random graph have.
enum class Dates : std::uint8_t { single_days, intervals, far };

struct RandomGraphShape {
    std::size_t parties = 12;
    std::size_t lawsuits = 8;
    std::size_t edges = 40;
    Dates dates = Dates::intervals;
};

class RandomGraph {
  public:
    explicit RandomGraph(std::uint32_t seed) : random_(seed) {}

    /// Parties first, then lawsuits, courts and technologies. Parallel edges, loops and undated
    /// edges occur.
    KnowledgeGraph make(const RandomGraphShape& shape) {
        GraphBuilder builder;
        for (std::size_t i = 0; i < shape.parties; ++i) {
            builder.add_node(NodeKind::party, "Party " + std::to_string(i));
        }
        for (std::size_t i = 0; i < shape.lawsuits; ++i) {
            builder.add_node(NodeKind::lawsuit, "Case " + std::to_string(i));
        }
        builder.add_node(NodeKind::court, "Court");
        builder.add_node(NodeKind::technology, "Technology");
        for (std::size_t i = 0; i < shape.edges; ++i) {
            add_edge(builder, shape);
        }
        return *std::move(builder).freeze();
    }

    DateInterval date(Dates dates) {
        const Day first = day(dates);
        if (dates == Dates::single_days) {
            return {first, first};
        }
        switch (below(5)) {
            case 0:
                return {first, first};
            case 1:
                return {beginning_of_time, first};
            case 2:
                return {first, end_of_time};
            default: {
                const Day other = day(dates);
                return {std::min(first, other), std::max(first, other)};
            }
        }
    }
    std::uint32_t below(std::size_t count) { return static_cast<std::uint32_t>(random_() % count); }
    NodeId node(std::size_t begin, std::size_t count) {
        return static_cast<NodeId>(begin + below(count));
    }

  private:
    Day day(Dates dates) {
        const auto near = static_cast<int>(below(30));
        const bool is_far = dates == Dates::far && below(2) == 0;
        return Day{!is_far ? 20'000 + near : below(2) == 0 ? -100'000 + near : 100'000 + near};
    }

    void add_edge(GraphBuilder& builder, const RandomGraphShape& shape) {
        const DateInterval when = below(6) == 0 ? DateInterval{} : date(shape.dates);
        const auto party = [&] { return node(0, shape.parties); };
        const auto lawsuit = [&] { return node(shape.parties, shape.lawsuits); };
        const std::size_t places = shape.parties + shape.lawsuits;
        switch (below(6)) {
            case 0:
            case 1:
                builder.add_edge(party(), EdgeKind::sues, party(), when, lawsuit());
                break;
            case 2:
                builder.add_edge(party(), EdgeKind::countersues, party(), when);
                break;
            case 3:
                builder.add_edge(party(), EdgeKind::plaintiff_in, lawsuit(), when);
                break;
            case 4:
                builder.add_edge(lawsuit(), EdgeKind::filed_in, node(places, 1), when);
                break;
            default:
                builder.add_edge(lawsuit(), EdgeKind::concerns_technology, node(places + 1, 1),
                                 when);
        }
    }

    std::mt19937 random_;  // its sequence is fixed by the standard
};

}  // namespace litigraph::test
