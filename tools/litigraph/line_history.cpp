#include "line_history.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace litigraph::cli {

namespace {

namespace fs = std::filesystem;

void append(const fs::path& path, std::string_view text, int flags) {
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    if (file >= 0) {
        // one call: lines of sessions at the same time do not mix
        [[maybe_unused]] const ssize_t written = write(file, text.data(), text.size());
        close(file);
    }
}

}  // namespace

LineHistory::LineHistory(fs::path file, std::size_t most) : file_(std::move(file)) {
    std::error_code ignored;
    if (!file_.empty() && fs::create_directories(file_.parent_path(), ignored)) {
        fs::permissions(file_.parent_path(), fs::perms::owner_all, ignored);
    }
    std::ifstream in(file_);
    for (std::string line; std::getline(in, line);) {
        lines_.push_back(std::move(line));
    }
    if (lines_.size() > most) {
        const bool is_long = lines_.size() >= 2 * most;
        lines_.erase(lines_.begin(), lines_.end() - static_cast<std::ptrdiff_t>(most));
        if (is_long) {
            std::string text;
            for (const std::string& line : lines_) {
                text += line + '\n';
            }
            append(file_, text, O_TRUNC);
        }
    }
}

void LineHistory::add(std::string_view line) {
    const bool is_known = !lines_.empty() && lines_.back() == line;
    if (line.empty() || line.front() == ' ' || is_known) {
        return;
    }
    lines_.emplace_back(line);
    if (!file_.empty()) {
        append(file_, lines_.back() + '\n', O_APPEND);
    }
}

fs::path history_file() {
    const auto folder = [](const char* variable) {
        const char* const value = std::getenv(variable);
        return fs::path(value == nullptr ? "" : value);
    };
    if (const fs::path state = folder("XDG_STATE_HOME"); state.is_absolute()) {
        return state / "litigraph" / "history";
    }
    const fs::path home = folder("HOME");
    return home.empty() ? fs::path() : home / ".local" / "state" / "litigraph" / "history";
}

}  // namespace litigraph::cli
