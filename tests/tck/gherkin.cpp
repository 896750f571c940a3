#include "gherkin.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace litigraph::tck {

namespace {

std::string_view trimmed(std::string_view s) {
    const std::size_t first = s.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

/// The rest of the line after `word`, nothing if it does not begin so.
std::optional<std::string_view> after(std::string_view line, std::string_view word) {
    if (!line.starts_with(word)) {
        return std::nullopt;
    }
    return trimmed(line.substr(word.size()));
}

std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> result;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const char next = i + 1 < line.size() ? line[i + 1] : '\0';
        if (line[i] == '\\' && (next == '|' || next == '\\' || next == 'n')) {
            cell += next == 'n' ? '\n' : next;
            ++i;
        } else if (line[i] == '|') {
            result.emplace_back(trimmed(cell));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return result;
}

using Substitution = std::pair<std::string, std::string>;  // "<name>", value

void substitute(std::string& text, const std::vector<Substitution>& values) {
    for (const auto& [name, value] : values) {
        for (std::size_t at = text.find(name); at != std::string::npos;
             at = text.find(name, at + value.size())) {
            text.replace(at, name.size(), value);
        }
    }
}

Scenario filled_in(Scenario scenario, const std::vector<Substitution>& values) {
    substitute(scenario.name, values);
    for (GherkinStep& step : scenario.steps) {
        substitute(step.text, values);
        substitute(step.document, values);
        for (auto& row : step.table) {
            for (std::string& cell : row) {
                substitute(cell, values);
            }
        }
    }
    return scenario;
}

class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    Result<std::vector<Scenario>> run() {
        while (!error_ && !rest_.empty()) {
            line(next_line());
        }
        close();
        if (error_) {
            return *error_;
        }
        return std::move(scenarios_);
    }

  private:
    std::string_view next_line() {
        const std::size_t end = rest_.find('\n');
        const std::string_view result = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++line_number_;
        return result;
    }

    void line(std::string_view raw) {
        const std::string_view content = trimmed(raw);
        if (content.empty() || content[0] == '#' || content[0] == '@') {
            return;
        }
        if (content[0] == '|') {
            row(cells(content));
        } else if (content.starts_with("\"\"\"")) {
            document(raw.find('"'));
        } else if (!heading(content) && !step(content) && in_scenario_) {
            fail("this line is neither a step nor a heading");
        }
    }

    bool heading(std::string_view content) {
        if (content.starts_with("Examples:") || content.starts_with("Scenarios:")) {
            close_examples();
            in_examples_ = true;
            return true;
        }
        for (const std::string_view word : {"Scenario Outline:", "Scenario:", "Example:"}) {
            if (const auto name = after(content, word)) {
                close();
                in_scenario_ = true;
                scenario_ = {std::string(*name), line_number_, background_};
                return true;
            }
        }
        if (content.starts_with("Background:")) {
            close();
            in_background_ = true;
            return true;
        }
        return content.starts_with("Feature:");
    }

    bool step(std::string_view content) {
        for (const std::string_view word : {"Given ", "When ", "Then ", "And ", "But ", "* "}) {
            if (const auto text = after(content, word)) {
                steps().push_back({std::string(*text), {}, {}});
                return in_scenario_ || in_background_;
            }
        }
        return false;
    }

    std::vector<GherkinStep>& steps() { return in_background_ ? background_ : scenario_.steps; }

    void row(std::vector<std::string> row) {
        if (in_examples_) {
            examples_.push_back(std::move(row));
        } else if (!steps().empty()) {
            steps().back().table.push_back(std::move(row));
        } else {
            fail("a table belongs to a step");
        }
    }

    void document(std::size_t indent) {
        std::string text;
        while (!rest_.empty()) {
            std::string_view raw = next_line();
            if (trimmed(raw) == "\"\"\"") {
                if (steps().empty()) {
                    fail("a text belongs to a step");
                } else {
                    steps().back().document = std::move(text);
                }
                return;
            }
            const std::size_t blank = raw.find_first_not_of(" \t");
            raw.remove_prefix(std::min(std::min(indent, blank), raw.size()));
            text += text.empty() ? "" : "\n";
            text += raw;
        }
        fail("the text that begins here is not closed");
    }

    void close_examples() {
        for (std::size_t i = 1; i < examples_.size(); ++i) {
            std::vector<Substitution> values;
            for (std::size_t c = 0; c < std::min(examples_[0].size(), examples_[i].size()); ++c) {
                values.emplace_back("<" + examples_[0][c] + ">", examples_[i][c]);
            }
            scenarios_.push_back(filled_in(scenario_, values));
            scenarios_.back().name += " (row " + std::to_string(i) + ")";
        }
        examples_.clear();
    }

    void close() {
        if (in_examples_) {
            close_examples();
        } else if (in_scenario_) {
            scenarios_.push_back(std::move(scenario_));
        }
        scenario_ = {};
        in_scenario_ = in_background_ = in_examples_ = false;
    }

    void fail(std::string message) {
        if (!error_) {
            error_ = Error{ErrorCode::syntax, std::move(message), line_number_};
        }
    }

    std::string_view rest_;
    std::size_t line_number_ = 0;
    std::vector<Scenario> scenarios_;
    std::vector<GherkinStep> background_;
    Scenario scenario_;
    Table examples_;
    bool in_scenario_ = false;
    bool in_background_ = false;
    bool in_examples_ = false;
    std::optional<Error> error_;
};

}  // namespace

Result<std::vector<Scenario>> read_feature(std::string_view text) { return Reader(text).run(); }

}  // namespace litigraph::tck
