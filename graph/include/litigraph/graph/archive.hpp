/// \file
/// The file a graph lives in: observations (the truth) and the columns that resolution made of
/// them.
///
/// Frame of our own (magic, version, byte order, section table, a 64-bit fingerprint per section),
/// payload through Boost.Serialization. Untrusted on load: sizes are checked against the file
/// before memory is allocated, fingerprints are verified, then every index is validated: whatever
/// the bytes are, loading gives an error or a graph that every query can be asked of.
///
/// The format has a version. It goes up by one when a column is added, dropped, moved, or changes
/// its element type or meaning; not when an enumeration grows at its end. Then the reader of the
/// version before stays, and so does the archive of that version in tests/graph/data, with the test
/// that it still gives the same graph. A file from a later version is refused as unsupported.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation_set.hpp>
#include <litigraph/graph/resolution.hpp>
#include <litigraph/graph/result.hpp>

#include <filesystem>
#include <vector>

namespace litigraph {

struct Archive {
    ObservationSet observations;
    std::vector<AliasRule> aliases;
    KnowledgeGraph graph;
};

/// The right to write one archive: a lock on the side file "PATH.lock", which stays behind. Held
/// from reading to writing, it keeps a change that another process makes from being lost. Readers
/// need none.
class ArchiveLock {
  public:
    /// Does not wait: an io error if another writer holds the lock.
    static Result<ArchiveLock> acquire(const std::filesystem::path& path);
    ArchiveLock(ArchiveLock&& other) noexcept;
    ArchiveLock& operator=(ArchiveLock&& other) noexcept;
    ~ArchiveLock();

    const std::filesystem::path& path() const noexcept { return path_; }

  private:
    ArchiveLock(std::filesystem::path path, int file) noexcept;
    std::filesystem::path path_;
    int file_ = -1;
};

/// Writes a temporary file in the same folder, syncs it, renames it over the archive and syncs the
/// folder: whatever happens, the path holds the old bytes or the new ones. Equal archives give
/// equal bytes.
Status save_archive(const ArchiveLock& lock, const Archive& archive);

/// The same with a lock for this one call.
Status save_archive(const std::filesystem::path& path, const Archive& archive);

/// Everything. Errors: io if the file cannot be read, corrupt_archive naming the section.
Result<Archive> load_archive(const std::filesystem::path& path);

/// The graph alone; the sections of observations are not read.
Result<KnowledgeGraph> load_graph(const std::filesystem::path& path);

}  // namespace litigraph
