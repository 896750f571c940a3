// Archives whose fingerprints are right and whose columns are not: somebody made them so.
#include "support/dispute_graph.hpp"
#include "support/random_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <string>
#include <vector>
#include <xxhash.h>

namespace litigraph::query {
namespace {

/// The frame of an archive, as archive_file.hpp says.
class ArchiveBytes {
  public:
    explicit ArchiveBytes(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t section_count() const { return number<std::uint64_t>(24); }
    std::size_t element_size(std::size_t section) const {
        return number<std::uint32_t>(row(section) + 4);
    }
    std::size_t count(std::size_t section) const { return number<std::uint64_t>(row(section) + 8); }
    char* element(std::size_t section, std::size_t position) {
        return bytes_.data() + offset(section) + position * element_size(section);
    }
    /// Makes all fingerprints right again.
    const std::string& sealed(std::size_t section) {
        const std::size_t size = count(section) * element_size(section);
        put(row(section) + 24, XXH3_64bits(bytes_.data() + offset(section), (size + 63) / 64 * 64));
        put(32, XXH3_64bits(bytes_.data() + row(0), section_count() * 32));
        put(56, XXH3_64bits(bytes_.data(), 56));
        return bytes_;
    }

  private:
    static std::size_t row(std::size_t section) { return 64 + 32 * section; }
    std::size_t offset(std::size_t section) const {
        return number<std::uint64_t>(row(section) + 16);
    }
    template <class T>
    T number(std::size_t at) const {
        T value{};
        std::memcpy(&value, bytes_.data() + at, sizeof value);
        return value;
    }
    void put(std::size_t at, std::uint64_t value) {
        std::memcpy(bytes_.data() + at, &value, sizeof value);
    }
    std::string bytes_;
};

/// Reads everything that a graph tells about its nodes and edges.
std::size_t read_all(const KnowledgeGraph& graph) {
    std::size_t letters = 0;
    const auto add = [&](std::size_t count) { letters += count; };
    for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
        const NodeId node{n};
        const std::string name(graph.name(node));
        add(name.size());
        add(to_string(graph.when(node)).size());
        add(graph.degree(node));
        add(graph.incident_edges(node).size());
        add(graph.find(name).size());
        add(graph.complete(name.substr(0, 2), 5).size());
        add(graph.similar(name, 5).size());
        add(graph.find_slug(graph.slug(node)).has_value() ? 1 : 0);
        for (const auto& [key, value] : graph.attributes(node)) {
            add(to_string(key).size() + value.size());
        }
    }
    for (std::uint32_t e = 0; e < graph.edge_count(); ++e) {
        const EdgeView edge = graph.edge(EdgeId{e});
        add(to_string(edge.kind).size() + to_string(edge.when).size());
        add(to_string(graph.kind(edge.source)).size());
        for (std::size_t i = 0; i < graph.evidence_count(EdgeId{e}); ++i) {
            add(graph.evidence(EdgeId{e}, i).quote.size());
        }
    }
    return letters;
}

/// Asks for ways between nodes; every answer must lie in the graph.
void ask_all(const KnowledgeGraph& graph, std::mt19937& random) {
    const auto node = [&] { return static_cast<NodeId>(random() % graph.node_count()); };
    const auto check = [&](const Path& path) {
        for (const Step& step : path.steps) {
            ASSERT_LT(to_index(step.node), graph.node_count());
            ASSERT_LT(to_index(step.edge), graph.edge_count());
        }
    };
    const DateInterval window{Day{20'005}, Day{20'020}};
    for (const EdgeFilter& filter :
         {EdgeFilter{}, EdgeFilter{.kinds = {}, .direction = Direction::out, .during = {}},
          EdgeFilter{.kinds = {EdgeKind::sues}, .direction = Direction::both, .during = window},
          EdgeFilter{.kinds = {EdgeKind::sues, EdgeKind::countersues}, .during = window}}) {
        const NodeId from = node();
        const NodeId to = node();
        const PathOptions options{.filter = filter};
        if (const auto path = shortest_path(graph, from, to, options)) {
            check(*path);
        }
        PathStream shortest = all_shortest_paths(graph, from, to, options);
        PathStream loopless = loopless_paths(graph, from, to, options);
        for (int i = 0; i < 5; ++i) {
            check(shortest.next().value_or(Path{}));
            check(loopless.next().value_or(Path{}));
        }
        EXPECT_LT(neighbourhood_size(graph, from, 3, filter), graph.node_count());
        EXPECT_LT(neighbourhood(graph, from, 3, filter).size(), graph.node_count());
    }
}

/// Loads, and reads what can be loaded; whether it could.
bool survives(const std::string& path, std::mt19937& random) {
    const Result<KnowledgeGraph> graph = load_graph(path);
    if (!graph) {
        EXPECT_EQ(graph.error().code, ErrorCode::corrupt_archive);
        return false;
    }
    if (graph->node_count() > 0) {
        read_all(*graph);
        ask_all(*graph, random);
    }
    return true;
}

void expect_survival(KnowledgeGraph graph, int rounds) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    Archive archive;
    archive.graph = std::move(graph);
    ASSERT_TRUE(save_archive(path, archive));
    const std::string good = test::read_file(path);
    std::mt19937 random(11);
    int loaded = 0;
    for (int round = 0; round < rounds; ++round) {
        ArchiveBytes bytes(good);
        const std::size_t section = random() % bytes.section_count();
        if (bytes.count(section) == 0) {
            continue;
        }
        char* const element = bytes.element(section, random() % bytes.count(section));
        const bool by_little = random() % 2 == 0;
        for (std::size_t i = 0; i < (by_little ? 1 : bytes.element_size(section)); ++i) {
            element[i] = static_cast<char>(by_little ? element[i] + 1 : static_cast<int>(random()));
        }
        folder.write("x.lg", bytes.sealed(section));
        loaded += survives(path, random) ? 1 : 0;
    }
    EXPECT_GT(loaded, rounds / 20);  // or the fingerprints were wrong
}

TEST(MalformedArchive, OfADisputeHarmsNoQuery) { expect_survival(test::make_dispute_graph(), 300); }

TEST(MalformedArchive, OfRandomGraphsHarmsNoQuery) {
    test::RandomGraph random(3);
    for (const test::Dates dates :
         {test::Dates::single_days, test::Dates::intervals, test::Dates::far}) {
        expect_survival(random.make({.edges = 60, .dates = dates}), 150);
    }
}

}  // namespace
}  // namespace litigraph::query
