/// \file
/// Ctrl-C as a flag that a running query looks at.
#pragma once

#include <atomic>
#include <csignal>

namespace litigraph::cli {

/// While one lives, SIGINT sets the flag and does nothing else. One at a time.
class Interruption {
  public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    static const std::atomic<bool>& flag() noexcept;
    static void forget() noexcept;

  private:
    struct sigaction before_ = {};
};

}  // namespace litigraph::cli
