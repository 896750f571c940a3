// The only file that knows libedit. Ctrl-C and Ctrl-Z come as characters, because the terminal
// sends no signals while a line is edited.

#include "terminal.hpp"

#include <litigraph/query/render.hpp>

#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <histedit.h>
#include <langinfo.h>
#include <utility>

namespace litigraph::cli {

struct Terminal::State {
    LineHistory& kept;
    Complete complete;
    EditLine* line = nullptr;
    History* history = nullptr;
    std::string prompt = {};
    bool is_dropped = false;
    std::string dropped = {};
};

namespace {

Terminal::State& state_of(EditLine* line) {
    void* state = nullptr;
    el_get(line, EL_CLIENTDATA, &state);
    return *static_cast<Terminal::State*>(state);
}

char* prompt_of(EditLine* line) { return state_of(line).prompt.data(); }

// libedit edits characters of the locale; whatever it is, our text is UTF-8.
void use_utf8() {
    std::setlocale(LC_CTYPE, "");
    if (std::string_view(nl_langinfo(CODESET)) != "UTF-8") {
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }
}

void add_to_history(History* history, const std::string& text) {
    HistEvent event;
    ::history(history, &event, H_ENTER, text.c_str());
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// In columns of equal width, as a shell lists files.
void list(EditLine* line, const std::vector<std::string>& words) {
    std::FILE* out = nullptr;
    int rows = 0;
    int columns = 0;
    el_get(line, EL_GETFP, 1, &out);
    el_get(line, EL_GETTC, "co", &columns, nullptr);
    el_get(line, EL_GETTC, "li", &rows, nullptr);
    std::size_t width = 0;
    for (const std::string& word : words) {
        width = std::max(width, query::display_width(word) + 2);
    }
    const std::size_t per_row =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::max(columns, 40)) / width);
    std::fputc('\n', out);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i + 1 == words.size() || (i + 1) % per_row == 0;
        const std::size_t blanks = is_last ? 0 : width - query::display_width(words[i]);
        std::fprintf(out, "%s%*s%s", words[i].c_str(), static_cast<int>(blanks), "",
                     is_last ? "\n" : "");
    }
    std::fflush(out);
}

unsigned char complete_word(EditLine* line, int) {
    const LineInfo* const info = el_line(line);
    const std::string text(info->buffer, info->cursor);
    const LineCompletion found = state_of(line).complete(text);
    if (found.words.empty()) {
        return CC_REFRESH_BEEP;
    }
    const std::string_view typed = std::string_view(text).substr(found.begin);
    std::string common = common_beginning(found.words);
    const bool is_one = found.words.size() == 1;
    const bool says_more = common.size() > typed.size() || (is_one && common != typed);
    if (is_one && found.ends_word) {
        common += ' ';
    }
    if (is_one || says_more) {
        el_deletestr(line, static_cast<int>(characters(typed)));
        el_insertstr(line, common.c_str());
        return CC_REFRESH;
    }
    list(line, found.words);
    return CC_REDISPLAY;
}

// libedit has a handler that gives the terminal back and takes it again.
unsigned char suspend(EditLine*, int) {
    std::raise(SIGTSTP);
    return CC_REDISPLAY;
}

unsigned char drop_line(EditLine* line, int) {
    const LineInfo* const info = el_line(line);
    state_of(line).is_dropped = true;
    state_of(line).dropped.assign(info->buffer, info->lastchar);
    return CC_EOF;
}

}  // namespace

Terminal::Terminal(LineHistory& history, Complete complete)
    : state_(std::make_unique<State>(State{history, std::move(complete)})) {
    use_utf8();
    state_->history = history_init();
    HistEvent event;
    ::history(state_->history, &event, H_SETSIZE, 4000);
    for (const std::string& line : history.lines()) {
        add_to_history(state_->history, line);
    }
    EditLine* const line = el_init("litigraph", stdin, stdout, stderr);
    state_->line = line;
    el_set(line, EL_CLIENTDATA, state_.get());
    el_set(line, EL_PROMPT, prompt_of);
    el_set(line, EL_SIGNAL, 1);
    el_set(line, EL_EDITOR, "emacs");
    el_set(line, EL_HIST, ::history, state_->history);
    el_set(line, EL_ADDFN, "complete-word", "Complete the word before the cursor", complete_word);
    el_set(line, EL_ADDFN, "drop-line", "Forget the line", drop_line);
    el_set(line, EL_ADDFN, "suspend", "Go to the background", suspend);
    el_set(line, EL_BIND, "^I", "complete-word", nullptr);
    el_set(line, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(line, nullptr);  // the user's own ~/.editrc
    el_set(line, EL_SETTY, "-d", "-isig", nullptr);
    el_set(line, EL_BIND, "^C", "drop-line", nullptr);
    el_set(line, EL_BIND, "^Z", "suspend", nullptr);
}

Terminal::~Terminal() {
    el_end(state_->line);
    history_end(state_->history);
}

Terminal::Input Terminal::read_line(std::string_view prompt) {
    state_->prompt = prompt;
    state_->is_dropped = false;
    int count = 0;
    const char* const text = el_gets(state_->line, &count);
    if (state_->is_dropped) {
        std::fputs("^C\n", stdout);
        std::fflush(stdout);
        return {Outcome::dropped, state_->dropped};
    }
    if (text == nullptr || count <= 0) {
        return {Outcome::end, {}};
    }
    std::string line(text, static_cast<std::size_t>(count));
    while (line.ends_with('\n') || line.ends_with('\r')) {
        line.pop_back();
    }
    const std::size_t known = state_->kept.lines().size();
    state_->kept.add(line);
    if (state_->kept.lines().size() > known) {
        add_to_history(state_->history, line);
    }
    return {Outcome::line, std::move(line)};
}

}  // namespace litigraph::cli
