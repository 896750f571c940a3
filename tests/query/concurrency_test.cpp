// One graph, many readers; one archive, many readers and one writer. Mostly for ThreadSanitizer.
#include "support/random_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace litigraph::query {
namespace {

constexpr std::size_t readers = 4;

/// Answers of many kinds, as one text.
std::string ask_everything(const KnowledgeGraph& graph) {
    std::string answers;
    const auto add = [&](std::size_t number) { answers += std::to_string(number) + ' '; };
    const EdgeFilter suits{.kinds = {EdgeKind::sues, EdgeKind::countersues},
                           .during = DateInterval{Day{20'000}, Day{20'020}}};
    for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
        const NodeId node{n};
        add(neighbourhood_size(graph, node, 3));
        add(neighbourhood(graph, node, 2, suits).size());
        add(graph.find(graph.name(node)).size());
        add(graph.similar(graph.name(node), 3).size());
        const auto path = shortest_path(graph, node, NodeId{0});
        add(path ? path->steps.size() : 99);
        PathStream paths = loopless_paths(graph, node, NodeId{1});
        for (int i = 0; i < 3; ++i) {
            add(paths.next().value_or(Path{}).steps.size());
        }
    }
    return answers;
}

void run_in_threads(std::size_t count, const std::function<void()>& work) {
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < count; ++i) {
        threads.emplace_back(work);
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
}

TEST(Concurrency, ThreadsThatShareAGraphGetTheAnswersOfOne) {
    const KnowledgeGraph graph = test::RandomGraph(5).make({.parties = 30, .edges = 150});
    const std::string expected = ask_everything(graph);
    run_in_threads(readers, [&] { EXPECT_EQ(ask_everything(graph), expected); });
}

TEST(Concurrency, GraphsOfSeveralSizesShareTheScratchOfAThread) {
    const KnowledgeGraph small = test::RandomGraph(6).make({.parties = 5, .edges = 20});
    const KnowledgeGraph large = test::RandomGraph(7).make({.parties = 90, .edges = 200});
    const std::string of_small = ask_everything(small);
    const std::string of_large = ask_everything(large);
    run_in_threads(2, [&] {
        EXPECT_EQ(ask_everything(small), of_small);
        EXPECT_EQ(ask_everything(large), of_large);
        EXPECT_EQ(ask_everything(small), of_small);
    });
}

Archive archive_with(std::size_t parties) {
    Archive archive;
    archive.graph = test::RandomGraph(8).make({.parties = parties, .edges = 50});
    return archive;
}

TEST(Concurrency, ReadersOfAnArchiveSeeTheOldOneOrTheNew) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    const Archive one = archive_with(10);
    const Archive other = archive_with(20);
    ASSERT_TRUE(save_archive(path, one));
    std::atomic<bool> is_written = false;
    std::thread writer([&] {
        for (int i = 0; i < 20; ++i) {
            EXPECT_TRUE(save_archive(path, i % 2 == 0 ? other : one));
        }
        is_written = true;
    });
    run_in_threads(readers, [&] {
        do {
            const Result<KnowledgeGraph> graph = load_graph(path);
            ASSERT_TRUE(graph) << graph.error().message;
            EXPECT_THAT(graph->node_count(),
                        testing::AnyOf(one.graph.node_count(), other.graph.node_count()));
        } while (!is_written);
    });
    writer.join();
}

TEST(Concurrency, ReadersNeedNoLockAndTheSecondWriterIsToldWhy) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    const Archive archive = archive_with(10);
    const Result<ArchiveLock> lock = ArchiveLock::acquire(path);
    ASSERT_TRUE(lock);
    ASSERT_TRUE(save_archive(*lock, archive));
    run_in_threads(readers, [&] {
        EXPECT_TRUE(load_graph(path));
        const Status saved = save_archive(path, archive);
        ASSERT_FALSE(saved);
        EXPECT_EQ(saved.error().code, ErrorCode::io);
        EXPECT_THAT(saved.error().message, testing::HasSubstr("another program is writing"));
    });
}

}  // namespace
}  // namespace litigraph::query
