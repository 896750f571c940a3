#include "progress.hpp"

#include <ostream>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::chrono::milliseconds first_wait{500};
constexpr std::chrono::milliseconds between{100};
constexpr const char* clear_line = "\r\033[K";

}  // namespace

Progress::Progress(Console& console, std::string what)
    : console_(console), what_(std::move(what)), next_(Clock::now() + first_wait) {}

Progress::~Progress() {
    if (is_shown_) {
        console_.err << clear_line << std::flush;
    }
}

void Progress::advance(std::size_t done) {
    if (!console_.shows_progress()) {
        return;
    }
    const Clock::time_point now = Clock::now();
    if (now < next_) {
        return;
    }
    next_ = now + between;
    is_shown_ = true;
    console_.err << clear_line << done << ' ' << what_ << std::flush;
}

}  // namespace litigraph::cli
