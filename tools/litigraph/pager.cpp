#include "pager.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ostream>

namespace litigraph::cli {

namespace {

bool is_taller_than_screen(const Console& console, const std::string& text) {
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    return console.height != 0 && lines + 1 > console.height;
}

// False if the pager cannot be started. A reader who leaves it early has seen enough.
bool page(const char* program, const std::string& text) {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    std::FILE* const pipe = popen(program, "w");
    if (pipe != nullptr) {
        std::fwrite(text.data(), 1, text.size(), pipe);
        pclose(pipe);
    }
    std::signal(SIGPIPE, before);
    return pipe != nullptr;
}

}  // namespace

void show_page(Console& console, const std::string& text) {
    const char* const program = std::getenv("PAGER");
    const bool wants_pager = console.out_is_terminal && program != nullptr && *program != '\0' &&
                             is_taller_than_screen(console, text);
    console.out.flush();
    if (!wants_pager || !page(program, text)) {
        console.out << text;
    }
}

}  // namespace litigraph::cli
