/// \file
/// The file a graph lives in: observations (the truth) and the columns that resolution made of them.
///
/// Frame of our own (magic, version, byte order, section table, a 64-bit fingerprint per section),
/// payload through Boost.Serialization. Untrusted on load: sizes are checked against the file before
/// memory is allocated, fingerprints are verified, then every index is validated.
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

/// Writes a temporary file in the same folder, syncs it, renames it over `path` and syncs the
/// folder: whatever happens, `path` holds the old bytes or the new ones. A second writer at the
/// same time gets an io error (lock on a side file); readers are never blocked.
Status save_archive(const std::filesystem::path& path, const Archive& archive);

/// Everything. Errors: io if the file cannot be read, corrupt_archive naming the section.
Result<Archive> load_archive(const std::filesystem::path& path);

/// The graph alone; the sections of observations are not read.
Result<KnowledgeGraph> load_graph(const std::filesystem::path& path);

}  // namespace litigraph
