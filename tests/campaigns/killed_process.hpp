/// \file
/// Work that is killed at a chosen system call.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace litigraph::test {

/// Runs `work` in a process of its own, which is killed (as by SIGKILL) when it has entered or left
/// so many system calls. Between two of them a process changes nothing that outlives it, so all
/// values of `stop` together are all the ways to be killed.
///
/// The number of entries and exits if it came to its end; nothing if it was killed before. Throws
/// std::runtime_error if the process cannot be traced, or if `work` says that it failed.
std::optional<std::size_t> run_killed_at(std::size_t stop, const std::function<bool()>& work);

}  // namespace litigraph::test
