/// \file
/// A line on a terminal's stderr that tells how far long work has come.
#pragma once

#include "console.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace litigraph::cli {

/// Silent for the first half second, and always if stderr is no terminal, with --quiet or with
/// --no-progress. The destructor clears the line.
class Progress {
  public:
    Progress(Console& console, std::string what);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();
    void advance(std::size_t done);

  private:
    using Clock = std::chrono::steady_clock;

    Console& console_;
    std::string what_;
    bool is_shown_ = false;
    Clock::time_point next_;
};

}  // namespace litigraph::cli
