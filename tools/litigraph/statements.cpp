#include "statements.hpp"

#include <litigraph/query/engine.hpp>
#include <litigraph/query/verbs.hpp>

#include <algorithm>
#include <utility>

namespace litigraph::cli {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_comment(std::string_view line) { return line.starts_with("//") || line.starts_with("--"); }

}  // namespace

StatementReader::StatementReader(IsWhole is_whole) : is_whole_(std::move(is_whole)) {}

std::vector<std::string> StatementReader::add(std::string_view line) {
    const std::string_view text = trimmed(line);
    const bool is_first = pending_.empty();
    if (is_first && (text.empty() || is_comment(text))) {
        return {};
    }
    if (is_first && (text.starts_with('.') || query::is_verb(text))) {
        return {std::string(text)};
    }
    if (line.find_first_not_of(blanks) == std::string_view::npos) {  // an empty line ends a query
        return {std::exchange(pending_, {})};
    }
    pending_ += pending_.empty() ? "" : "\n";
    pending_ += line;
    std::vector<std::string> statements;
    while (const std::size_t length = query::statement_length(pending_)) {
        statements.push_back(pending_.substr(0, length));
        pending_.erase(0, std::min(pending_.find_first_not_of(blanks, length), pending_.size()));
    }
    if (is_first && !pending_.empty() && is_whole_ && is_whole_(pending_)) {
        statements.push_back(std::exchange(pending_, {}));
    }
    return statements;
}

std::optional<std::string> StatementReader::finish() {
    return pending_.empty() ? std::nullopt : std::optional(std::exchange(pending_, {}));
}

std::vector<std::string> statements_of(std::string_view text) {
    StatementReader reader;
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::vector<std::string> some = reader.add(text.substr(begin, end - begin));
        std::ranges::move(some, std::back_inserter(all));
        begin = end + 1;
    }
    if (std::optional<std::string> last = reader.finish()) {
        all.push_back(*std::move(last));
    }
    return all;
}

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view around = " \t\r\n;";
    const std::size_t begin = std::min(text.find_first_not_of(around), text.size());
    return text.substr(begin, text.find_last_not_of(around) + 1 - begin);
}

}  // namespace litigraph::cli
