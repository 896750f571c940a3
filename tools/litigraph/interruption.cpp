#include "interruption.hpp"

namespace litigraph::cli {

namespace {

std::atomic<bool> is_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // so that a signal handler may set it

void note_interruption(int) { is_interrupted.store(true, std::memory_order_relaxed); }

}  // namespace

Interruption::Interruption() {
    struct sigaction action = {};
    action.sa_handler = note_interruption;  // without SA_RESTART: a read ends too
    sigaction(SIGINT, &action, &before_);
}

Interruption::~Interruption() { sigaction(SIGINT, &before_, nullptr); }

const std::atomic<bool>& Interruption::flag() noexcept { return is_interrupted; }

void Interruption::forget() noexcept { is_interrupted.store(false, std::memory_order_relaxed); }

}  // namespace litigraph::cli
