/// \file
/// What was typed, kept over sessions.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

/// Lines in a plain text file that only its owner can read. Sessions at the same time add to the
/// same file. Trouble with the file is no reason to stop: then lines are kept in memory alone.
class LineHistory {
  public:
    LineHistory() = default;  ///< In memory alone.
    /// Reads the file, and shortens it to the last `most` lines if it has grown to twice as many.
    explicit LineHistory(std::filesystem::path file, std::size_t most = 2000);

    /// Empty lines and repetitions of the last one are not kept, nor are lines that begin with a
    /// space.
    void add(std::string_view line);
    /// Oldest first.
    const std::vector<std::string>& lines() const noexcept { return lines_; }

  private:
    std::filesystem::path file_;
    std::vector<std::string> lines_;
};

/// $XDG_STATE_HOME/litigraph/history, or that in ~/.local/state; empty without a home.
std::filesystem::path history_file();

}  // namespace litigraph::cli
