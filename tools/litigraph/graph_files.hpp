/// \file
/// Making and changing archives: what the commands that write a graph share.
#pragma once

#include "console.hpp"
#include <litigraph/graph/archive.hpp>

#include <functional>
#include <string>
#include <vector>

namespace litigraph::cli {

/// Resolves the observations with the rules on every core of the machine. Fails with
/// limit_exceeded if the graph would be too large.
Result<Archive> make_archive(ObservationSet observations, std::vector<AliasRule> aliases);

/// "4 articles: 20 nodes, 24 edges (22 stated, 2 inferred)".
std::string describe(const Archive& archive);

/// On stderr, unless --quiet: "FILE: 4 articles: ...". With --format json the same as one JSON
/// object on stdout.
void tell_size(Console& console, const std::string& path, const Archive& archive);

/// Replaces the archive at `path` by `change(archive)` while holding its lock, so that no change of
/// another process is lost. `change` may refuse. Says the new size. Returns the exit code.
int change_archive(Console& console, const std::string& path,
                   const std::function<Result<Archive>(Archive&&)>& change);

}  // namespace litigraph::cli
