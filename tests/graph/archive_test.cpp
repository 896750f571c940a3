#include "support/random_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/graph/graph_builder.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <vector>
#include <xxhash.h>

namespace litigraph {
namespace {

using test::read_file;
using test::TemporaryFolder;
using testing::HasSubstr;

Evidence words(std::uint32_t begin, std::string quote) {
    const auto end = static_cast<std::uint32_t>(begin + quote.size());
    return {begin, end, std::move(quote), "file-suit-against", Confidence::stated};
}

/// Observations that use every field.
ArticleObservations full_article() {
    ArticleObservations article;
    article.article = {"a1",    "A suit",          "The Paper", "http://example.org",
                       Day{-3}, 0xFEDCBA9876543210};
    article.parties = {{"Acme", PartyKind::company, {"Acme Corp"}, words(0, "Acme")},
                       {"Bolt", PartyKind::unknown, {}, words(9, "Bolt")}};
    CaseObservation lawsuit;
    lawsuit.plaintiffs = {{0, words(0, "Acme")}};
    lawsuit.defendants = {{1, words(9, "Bolt")}};
    lawsuit.others = {{1, "intervenor", words(9, "Bolt")}};
    lawsuit.evidence = {words(0, "Acme sued Bolt")};
    lawsuit.cause = "patent";
    lawsuit.title = "Acme v. Bolt";
    lawsuit.docket_number = "1:24-cv-1";
    lawsuit.count = {2, CountInterval::unbounded};
    lawsuit.filed = DateInterval{beginning_of_time, Day{19'000}};
    lawsuit.filed_words = "last year";
    lawsuit.filed_evidence = words(20, "last year");
    lawsuit.courts = {{"", "a court", {"ded", "txed"}, words(30, "court")}};
    lawsuit.jurisdictions = {{"US", "United States", words(40, "U.S.")}};
    lawsuit.technologies = {{"clouds", "cloud", words(50, "clouds")}};
    lawsuit.patents = {{"US9999001", words(60, "9,999,001")}};
    lawsuit.patent_count = CountInterval{1, 3};
    lawsuit.events = {
        {CaseStatus::settled, "licence", DateInterval{Day{5}, Day{6}}, words(70, "x")}};
    lawsuit.countersuit = CountersuitForm::separate;
    lawsuit.countersuit_evidence = words(80, "back");
    CaseObservation answer;
    answer.responds_to = {0};
    article.cases = {lawsuit, answer};
    article.relations = {
        {EdgeKind::division_of, 0, 1, "", DateInterval{Day{1}, Day{2}}, "x", words(90, "of")},
        {EdgeKind::located_in, 0, {}, "US-DE", {}, "", words(99, "in")}};
    return article;
}

Archive small_archive() {
    GraphBuilder builder;
    const NodeId acme = builder.add_node(NodeKind::party, "Acme");
    const NodeId bolt = builder.add_node(NodeKind::party, "Bolt");
    const NodeId lawsuit =
        builder.add_node(NodeKind::lawsuit, "Acme v. Bolt", {}, {Day{1}, Day{2}});
    const NodeId article = builder.add_node(NodeKind::article, "a1");
    builder.add_attribute(acme, AttributeKey::alias, "Acme Corp");
    const EdgeId sues =
        builder.add_edge(acme, EdgeKind::sues, bolt, {Day{-90'000}, Day{2}}, lawsuit);
    builder.add_edge(acme, EdgeKind::plaintiff_in, lawsuit);
    builder.add_evidence(sues, article, words(0, "Acme sued Bolt"));
    return {.observations = ObservationSet({full_article()}),
            .aliases = {{AliasRule::Decision::different, "Acme", "Acme Paint"}},
            .graph = *std::move(builder).freeze()};
}

void expect_equal(const KnowledgeGraph& a, const KnowledgeGraph& b) {
    ASSERT_EQ(a.node_count(), b.node_count());
    ASSERT_EQ(a.edge_count(), b.edge_count());
    for (std::uint32_t n = 0; n < a.node_count(); ++n) {
        const NodeId id{n};
        EXPECT_EQ(a.kind(id), b.kind(id));
        EXPECT_EQ(a.name(id), b.name(id));
        EXPECT_EQ(a.slug(id), b.slug(id));
        EXPECT_EQ(a.when(id), b.when(id));
        EXPECT_EQ(a.attributes(id), b.attributes(id));
        EXPECT_EQ(a.incident_edges(id), b.incident_edges(id));
        EXPECT_EQ(a.find(a.name(id)), b.find(a.name(id)));
        EXPECT_EQ(b.find_slug(a.slug(id)), id);
    }
    for (std::uint32_t e = 0; e < a.edge_count(); ++e) {
        const EdgeView x = a.edge(EdgeId{e});
        const EdgeView y = b.edge(EdgeId{e});
        EXPECT_EQ(std::tie(x.source, x.target, x.kind, x.confidence, x.lawsuit, x.when),
                  std::tie(y.source, y.target, y.kind, y.confidence, y.lawsuit, y.when));
        ASSERT_EQ(a.evidence_count(EdgeId{e}), b.evidence_count(EdgeId{e}));
        for (std::size_t i = 0; i < a.evidence_count(EdgeId{e}); ++i) {
            EXPECT_EQ(a.evidence(EdgeId{e}, i).quote, b.evidence(EdgeId{e}, i).quote);
        }
    }
}

TEST(Archive, GivesBackWhatWasSaved) {
    const TemporaryFolder folder;
    const Archive saved = small_archive();
    ASSERT_TRUE(save_archive(folder / "x.lg", saved));
    const Result<Archive> loaded = load_archive(folder / "x.lg");
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->observations, saved.observations);
    EXPECT_EQ(loaded->aliases, saved.aliases);
    expect_equal(loaded->graph, saved.graph);
    const Result<KnowledgeGraph> graph = load_graph(folder / "x.lg");
    ASSERT_TRUE(graph);
    expect_equal(*graph, saved.graph);
}

TEST(Archive, OfTheFirstVersionStillLoads) {
    const Result<Archive> loaded = load_archive(LITIGRAPH_SOURCE_DIR "/tests/graph/data/v1.lg");
    ASSERT_TRUE(loaded) << loaded.error().message;
    const Archive expected = small_archive();
    EXPECT_EQ(loaded->observations, expected.observations);
    EXPECT_EQ(loaded->aliases, expected.aliases);
    expect_equal(loaded->graph, expected.graph);
}

TEST(Archive, OfALaterVersionIsRefused) {
    const TemporaryFolder folder;
    ASSERT_TRUE(save_archive(folder / "x.lg", small_archive()));
    std::string bytes = read_file(folder / "x.lg");
    constexpr std::size_t version_at = 12;
    constexpr std::size_t fingerprint_at = 56;
    ++bytes[version_at];
    const std::uint64_t fingerprint = XXH3_64bits(bytes.data(), fingerprint_at);
    std::memcpy(bytes.data() + fingerprint_at, &fingerprint, sizeof fingerprint);
    const Result<Archive> loaded = load_archive(folder.write("x.lg", bytes));
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::unsupported);
    EXPECT_THAT(loaded.error().message, HasSubstr("version 2"));
}

TEST(Archive, OfNothingIsAnArchive) {
    const TemporaryFolder folder;
    ASSERT_TRUE(save_archive(folder / "x.lg", Archive{}));
    const Result<Archive> loaded = load_archive(folder / "x.lg");
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(loaded->graph.node_count(), 0U);
}

TEST(Archive, OfRandomGraphsIsTheSameTwice) {
    const TemporaryFolder folder;
    test::RandomGraph random(31);
    for (int round = 0; round < 20; ++round) {
        Archive archive;
        archive.graph =
            random.make({.edges = 100, .dates = static_cast<test::Dates>(random.below(3))});
        ASSERT_TRUE(save_archive(folder / "a.lg", archive));
        Result<Archive> loaded = load_archive(folder / "a.lg");
        ASSERT_TRUE(loaded) << loaded.error().message;
        expect_equal(loaded->graph, archive.graph);
        ASSERT_TRUE(save_archive(folder / "b.lg", *loaded));
        EXPECT_EQ(read_file(folder / "a.lg"), read_file(folder / "b.lg"));
    }
}

void expect_damage(const Result<Archive>& loaded, std::size_t at) {
    ASSERT_FALSE(loaded) << "byte " << at;
    ASSERT_EQ(loaded.error().code, ErrorCode::corrupt_archive) << "byte " << at;
    ASSERT_THAT(loaded.error().message, HasSubstr("section '")) << "byte " << at;
}

void write_byte(const std::string& path, std::size_t at, char byte) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.put(byte);
}

TEST(Archive, NoticesEveryChangedByte) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    ASSERT_TRUE(save_archive(path, small_archive()));
    const std::string bytes = read_file(path);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        write_byte(path, at, static_cast<char>(bytes[at] ^ (1 << at % 8)));
        expect_damage(load_archive(path), at);
        write_byte(path, at, bytes[at]);
    }
    EXPECT_TRUE(load_archive(path));
}

TEST(Archive, NoticesEveryTruncationAndEveryTail) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    ASSERT_TRUE(save_archive(path, small_archive()));
    const std::size_t size = read_file(path).size();
    std::filesystem::resize_file(path, size + 1);
    expect_damage(load_archive(path), size);
    for (std::size_t rest = size; rest-- > 0;) {
        std::filesystem::resize_file(path, rest);
        expect_damage(load_archive(path), rest);
    }
}

TEST(Archive, NamesTheSectionThatIsDamaged) {
    const TemporaryFolder folder;
    ASSERT_TRUE(save_archive(folder / "x.lg", small_archive()));
    std::string bytes = read_file(folder / "x.lg");
    bytes[bytes.find("AcmeBolt")] = 'a';
    EXPECT_THAT(load_archive(folder.write("x.lg", bytes)).error().message, HasSubstr("'names'"));
}

TEST(Archive, OfGraphAloneDoesNotReadTheObservations) {
    const TemporaryFolder folder;
    ASSERT_TRUE(save_archive(folder / "x.lg", small_archive()));
    std::string bytes = read_file(folder / "x.lg");
    bytes[bytes.find("intervenor")] = 'I';
    folder.write("x.lg", bytes);
    EXPECT_TRUE(load_graph(folder / "x.lg"));
    EXPECT_THAT(load_archive(folder / "x.lg").error().message, HasSubstr("'observation texts'"));
}

TEST(Archive, ThatIsNoFileIsAnIoError) {
    const TemporaryFolder folder;
    EXPECT_EQ(load_archive(folder / "missing.lg").error().code, ErrorCode::io);
    EXPECT_EQ(load_archive(folder.path()).error().code, ErrorCode::io);
    EXPECT_EQ(save_archive(folder / "no/such/folder.lg", Archive{}).error().code, ErrorCode::io);
}

TEST(Archive, IsWrittenByOneAtATime) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    {
        const Result<ArchiveLock> lock = ArchiveLock::acquire(path);
        ASSERT_TRUE(lock);
        EXPECT_EQ(ArchiveLock::acquire(path).error().code, ErrorCode::io);
        EXPECT_THAT(save_archive(path, Archive{}).error().message, HasSubstr("another program"));
        EXPECT_TRUE(save_archive(*lock, small_archive()));
        EXPECT_TRUE(load_archive(path));  // readers need no lock
    }
    EXPECT_TRUE(save_archive(path, Archive{}));
}

/// Files cannot grow beyond so many bytes, as on a full disk.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }

  private:
    void (*signal_)(int);
    rlimit before_{};
};

TEST(Archive, StaysWholeWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    ASSERT_TRUE(save_archive(path, Archive{}));
    const std::string before = read_file(path);
    const Archive larger = small_archive();
    for (rlim_t room = 0; room < 4'096; room += 512) {
        const FileSizeLimit limit(room);
        const Status saved = save_archive(path, larger);
        ASSERT_FALSE(saved) << room;
        EXPECT_EQ(saved.error().code, ErrorCode::io);
    }
    EXPECT_EQ(read_file(path), before);
    EXPECT_FALSE(std::filesystem::exists(path + ".tmp"));
}

}  // namespace
}  // namespace litigraph
