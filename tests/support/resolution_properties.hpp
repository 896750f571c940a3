/// \file
/// What must hold of the graph that any set of articles resolves to. Tests hand in generated
/// articles and real ones.
#pragma once

#include "temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace litigraph::test {

using Articles = std::vector<ArticleObservations>;

/// The bytes of the archive that a set of articles makes.
inline std::string archive_bytes(ObservationSet articles, unsigned threads = 1,
                                 const std::vector<AliasRule>& aliases = {}) {
    const TemporaryFolder folder;
    Result<Resolution> resolved = resolve(articles, {.aliases = aliases, .threads = threads});
    EXPECT_TRUE(resolved) << (resolved ? "" : resolved.error().message);
    const Archive archive{std::move(articles), aliases, std::move(resolved->graph)};
    EXPECT_TRUE(save_archive(folder / "a.lg", archive));
    return read_file(folder / "a.lg");
}

inline Articles shuffled(Articles articles, std::uint64_t seed) {
    std::shuffle(articles.begin(), articles.end(), std::mt19937_64(seed));
    return articles;
}

inline void expect_order_does_not_matter(const Articles& articles) {
    const std::string bytes = archive_bytes(ObservationSet(articles));
    for (const unsigned threads : {1U, 2U, 8U}) {
        EXPECT_TRUE(archive_bytes(ObservationSet(shuffled(articles, threads)), threads) == bytes)
            << "shuffled, " << threads << " threads";
    }
}

/// In three batches that overlap, one by one at the end.
inline void expect_batches_do_not_matter(const Articles& articles) {
    const Articles order = shuffled(articles, 7);
    const auto third = static_cast<std::ptrdiff_t>(order.size() / 3);
    ObservationSet united(Articles(order.begin(), order.begin() + 2 * third));
    united.merge(ObservationSet(Articles(order.begin() + third, order.end() - third / 2)));
    std::for_each(order.end() - third / 2, order.end(),
                  [&](const ArticleObservations& article) { united.insert(article); });
    EXPECT_TRUE(archive_bytes(united, 2) == archive_bytes(ObservationSet(articles)));
}

inline void expect_repetition_changes_nothing(const Articles& articles) {
    Articles twice = articles;
    twice.insert(twice.end(), articles.rbegin(), articles.rend());
    EXPECT_TRUE(archive_bytes(ObservationSet(twice)) == archive_bytes(ObservationSet(articles)));
}

/// Removing an article gives what a rebuild without it gives; giving it back gives all back.
inline void expect_retraction_leaves_no_trace(const Articles& articles) {
    const std::string bytes = archive_bytes(ObservationSet(articles));
    const std::string& id = articles[articles.size() / 2].article.id;
    Articles others;
    std::ranges::copy_if(articles, std::back_inserter(others),
                         [&](const auto& article) { return article.article.id != id; });
    ObservationSet set(articles);
    EXPECT_EQ(set.erase(id), articles.size() - others.size());
    EXPECT_TRUE(archive_bytes(set) == archive_bytes(ObservationSet(others)));
    for (const ArticleObservations& article : articles) {
        set.insert(article);
    }
    EXPECT_TRUE(archive_bytes(set) == bytes);
}

inline void expect_round_trip(const Articles& articles) {
    const TemporaryFolder folder;
    const std::string bytes = archive_bytes(ObservationSet(articles));
    const Result<Archive> loaded = load_archive(folder.write("a.lg", bytes));
    ASSERT_TRUE(loaded) << loaded.error().message;
    ASSERT_TRUE(save_archive(folder / "b.lg", *loaded));
    EXPECT_TRUE(read_file(folder / "b.lg") == bytes);
}

/// Every edge quotes an article of the set, word for word; a derived one names its rule.
inline void expect_evidence(const KnowledgeGraph& graph, const Articles& articles) {
    std::set<std::pair<std::string, std::string>> quotes;
    const auto add = [&](const std::string& id, const auto& facts) {
        for (const auto& fact : facts) {
            quotes.insert({id, fact.evidence.quote});
        }
    };
    for (const ArticleObservations& article : articles) {
        const std::string& id = article.article.id;
        add(id, article.relations);
        for (const CaseObservation& told : article.cases) {
            add(id, told.plaintiffs), add(id, told.defendants), add(id, told.others);
            add(id, told.courts), add(id, told.jurisdictions), add(id, told.technologies);
            add(id, told.patents), add(id, told.events);
            for (const Evidence& evidence : told.evidence) {
                quotes.insert({id, evidence.quote});
            }
            if (told.countersuit_evidence) {
                quotes.insert({id, told.countersuit_evidence->quote});
            }
        }
    }
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        ASSERT_GE(graph.evidence_count(EdgeId{i}), 1U);
        for (std::size_t e = 0; e < graph.evidence_count(EdgeId{i}); ++e) {
            const EvidenceView evidence = graph.evidence(EdgeId{i}, e);
            ASSERT_FALSE(evidence.rule.empty());
            ASSERT_EQ(evidence.end - evidence.begin, evidence.quote.size());
            ASSERT_TRUE(quotes.contains(
                {std::string(graph.name(evidence.article)), std::string(evidence.quote)}));
        }
    }
}

using Fact = std::tuple<NodeId, EdgeKind, NodeId, std::optional<NodeId>>;

inline std::set<Fact> facts_of(const KnowledgeGraph& graph) {
    std::set<Fact> facts;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        const bool is_new =
            facts.insert({edge.source, edge.kind, edge.target, edge.lawsuit}).second;
        EXPECT_TRUE(is_new) << "a fact is told by two edges: " << edge.id;
    }
    return facts;
}

inline bool is_suit(EdgeKind kind) {
    return kind == EdgeKind::sues || kind == EdgeKind::countersues;
}

/// Suits belong to cases that have both sides; a single case is filed in one court; undirected
/// edges start at the smaller node; nobody sues himself.
inline void expect_invariants(const KnowledgeGraph& graph) {
    const std::set<Fact> facts = facts_of(graph);
    std::set<NodeId> filed;
    for (const auto& [source, kind, target, lawsuit] : facts) {
        ASSERT_TRUE(may_join(kind, graph.kind(source), graph.kind(target)));
        if (is_suit(kind)) {
            ASSERT_TRUE(lawsuit.has_value());
            EXPECT_TRUE(facts.contains({source, EdgeKind::plaintiff_in, *lawsuit, {}}));
            EXPECT_TRUE(facts.contains({target, EdgeKind::defendant_in, *lawsuit, {}}));
            EXPECT_NE(source, target);
        }
        if (kind == EdgeKind::filed_in && graph.kind(target) == NodeKind::court &&
            !graph.attribute(source, AttributeKey::count_low)) {
            EXPECT_TRUE(filed.insert(source).second)
                << graph.name(source) << " is filed in two courts";
        }
        if (kind == EdgeKind::settles_with) {
            EXPECT_LT(source, target);
        }
    }
    for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
        EXPECT_LE(graph.when(NodeId{n}).first, graph.when(NodeId{n}).last);
        EXPECT_TRUE(graph.degree(NodeId{n}) > 0 || graph.kind(NodeId{n}) == NodeKind::article)
            << graph.slug(NodeId{n}) << " stands alone";
    }
}

/// Everything above.
inline void expect_properties(const Articles& articles) {
    expect_order_does_not_matter(articles);
    expect_batches_do_not_matter(articles);
    expect_repetition_changes_nothing(articles);
    expect_retraction_leaves_no_trace(articles);
    expect_round_trip(articles);
    const Result<Resolution> resolved = resolve(ObservationSet(articles));
    ASSERT_TRUE(resolved);
    expect_evidence(resolved->graph, articles);
    expect_invariants(resolved->graph);
}

}  // namespace litigraph::test
