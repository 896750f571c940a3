#include "tmux.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace litigraph::test {

namespace {

std::string output_of(const std::string& command) {
    std::FILE* const pipe = popen(command.c_str(), "r");
    std::string output;
    std::array<char, 4096> bytes{};
    while (const std::size_t size = std::fread(bytes.data(), 1, bytes.size(), pipe)) {
        output.append(bytes.data(), size);
    }
    pclose(pipe);
    return output;
}

std::string shell_word(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return result + "'";
}

}  // namespace

bool TmuxTerminal::is_available() { return !output_of("command -v tmux").empty(); }

TmuxTerminal::TmuxTerminal(const std::string& command) {
    folder_.write("tmux.conf", "set -g remain-on-exit on\nset -g default-terminal screen\n");
    tmux("-f " + shell_word(folder_ / "tmux.conf") + " new-session -d -x 100 -y 40 " +
         shell_word(command + "; exec cat"));  // a pane that ends may lose its last lines
}

TmuxTerminal::~TmuxTerminal() { tmux("kill-server"); }

std::string TmuxTerminal::tmux(const std::string& arguments) const {
    return output_of("env -u TMUX LC_ALL=C.UTF-8 tmux -u -S " + shell_word(folder_ / "socket") +
                     ' ' + arguments + " 2>&1");
}

void TmuxTerminal::type(std::string_view text) {
    std::string keys(text);
    if (keys.ends_with(';')) {  // would end tmux's own command
        keys.insert(keys.size() - 1, "\\");
    }
    tmux("send-keys -l " + shell_word(keys));
}

void TmuxTerminal::press(std::string_view key) { tmux("send-keys " + shell_word(key)); }

void TmuxTerminal::enter(std::string_view text) {
    type(text);
    press("Enter");
}

std::string TmuxTerminal::screen() { return tmux("capture-pane -p"); }

bool TmuxTerminal::shows(std::string_view text) {
    constexpr int most_tries = 2000;  // each is a program run: many seconds in all
    for (int i = 0; i < most_tries; ++i) {
        const std::string now = screen();
        if (now.find(text) != std::string::npos) {
            return true;
        }
        if (now.find("Pane is dead") != std::string::npos) {
            return false;
        }
    }
    return false;
}

}  // namespace litigraph::test
