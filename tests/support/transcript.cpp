#include "support/transcript.hpp"

#include "asker.hpp"
#include "command.hpp"
#include "commands/commands.hpp"
#include "session.hpp"

#include <memory>
#include <optional>
#include <sstream>
#include <string_view>

namespace litigraph::test {

namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view prompt = "litigraph> ";
constexpr std::string_view more_prompt = "      ...> ";

/// As a shell would, for words with and without double quotes.
std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    bool is_quoted = false;
    bool is_open = false;
    for (const char c : line) {
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (c == ' ' && !is_quoted) {
            is_open = false;
            continue;
        }
        if (!is_open) {
            words.emplace_back();
            is_open = true;
        }
        if (c != '"') {
            words.back() += c;
        }
    }
    return words;
}

/// Runs what stands in a transcript, one line after the other.
class Player {
  public:
    void play(std::string_view line) {
        if (line.starts_with("$ ")) {
            out_ << line << '\n';
            run(words_of(line.substr(2)));
        } else if (line.starts_with(prompt) || line.starts_with(more_prompt)) {
            out_ << line << '\n';
            ask(line.substr(prompt.size()));
        }
    }
    std::string text() const { return out_.str(); }

  private:
    void run(const std::vector<std::string>& words) {
        if (words.size() == 2 && words[1].ends_with(".lg")) {
            open(words[1]);
            return;
        }
        std::vector<const char*> arguments;
        for (const std::string& word : words) {
            arguments.push_back(word.c_str());
        }
        cli::Console console = make_console();
        cli::run_command_line(static_cast<int>(arguments.size()), arguments.data(),
                              cli::all_commands(), console);
    }

    void open(const std::string& path) {
        auto asker = cli::Asker::open(path);
        if (!asker) {
            out_ << asker.error().message << '\n';
            return;
        }
        asker_ = *std::move(asker);
        cli::SessionOptions options;
        options.title = path;
        session_.emplace(*asker_, make_console(), std::move(options));
        out_ << session_->greeting() << '\n';
    }

    void ask(std::string_view question) {
        if (session_) {
            session_->add_line(question);
        }
    }

    cli::Console make_console() {
        cli::Console console{.in = in_, .out = out_, .err = out_};
        console.options.color = "never";
        console.options.no_progress = true;
        console.out_is_terminal = true;
        return console;
    }

    std::istringstream in_;
    std::ostringstream out_;
    std::unique_ptr<cli::Asker> asker_;
    std::optional<cli::Session> session_;
};

}  // namespace

std::vector<Transcript> transcripts_in(const std::string& document) {
    std::vector<Transcript> found;
    std::optional<Transcript> open;
    std::size_t number = 0;
    for (std::size_t at = 0; at < document.size();) {
        const std::size_t end = std::min(document.find('\n', at), document.size());
        const std::string_view line = std::string_view(document).substr(at, end - at);
        ++number;
        if (!open && line == "```console") {
            open = Transcript{.begin = end + 1, .end = end + 1, .line = number + 1, .text = {}};
        } else if (open && line == fence) {
            open->end = at;
            open->text = document.substr(open->begin, at - open->begin);
            found.push_back(*std::move(open));
            open.reset();
        }
        at = end + 1;
    }
    return found;
}

std::string replay(const Transcript& transcript) {
    Player player;
    std::istringstream lines(transcript.text);
    for (std::string line; std::getline(lines, line);) {
        player.play(line);
    }
    return player.text();
}

}  // namespace litigraph::test
