#include "words.hpp"

#include <litigraph/query/names.hpp>

#include <algorithm>
#include <charconv>

namespace litigraph::query::detail {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

// A quote opens a name only where a word begins: the one in "O'Brien" does not.
bool opens_quote(char c) { return c == '"' || c == '\''; }

constexpr std::size_t longest_name = 16;  // words

// Words that stand between names. Look-up ignores punctuation and legal forms ("AS", "&"), so a run
// that ends with one of these would be found too.
bool may_end_name(const Word& word) {
    constexpr std::string_view connecting[] = {"as", "in", "to", "and", "or", "over", "by", "via"};
    const auto is_letter = [](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || (c & 0x80) != 0;
    };
    return std::ranges::any_of(word.text, is_letter) &&
           std::ranges::none_of(connecting,
                                [&](std::string_view text) { return same_word(word.text, text); });
}

}  // namespace

Result<Words> Words::split(std::string_view line) {
    Words words;
    words.line_ = line;
    for (std::size_t i = 0; i < line.size();) {
        if (is_space(line[i])) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        if (opens_quote(line[i])) {
            const std::size_t end = line.find(line[i], i + 1);
            if (end == std::string_view::npos) {
                return Error{.code = ErrorCode::syntax,
                             .message = "a quote is opened here and never closed",
                             .line = 1,
                             .column = begin + 1};
            }
            words.words_.push_back({std::string(line.substr(i + 1, end - i - 1)), true, begin + 1});
            i = end + 1;
        } else {
            i = line[i] == ',' ? i + 1 : std::min(line.find_first_of(" \t,", i), line.size());
            words.words_.push_back({std::string(line.substr(begin, i - begin)), false, begin + 1});
        }
        words.ends_.push_back(i);
    }
    return words;
}

bool Words::take(std::string_view keyword) {
    if (empty() || front().is_quoted || !same_word(front().text, keyword)) {
        return false;
    }
    pop();
    return true;
}

bool Words::take_any(std::initializer_list<std::string_view> keywords) {
    return std::ranges::any_of(keywords, [&](std::string_view keyword) { return take(keyword); });
}

std::string Words::run_text(std::size_t count) const {
    const std::size_t begin = front().column - 1;
    return line_.substr(begin, ends_[next_ + count - 1] - begin);
}

Result<NodeId> Words::take_name(const KnowledgeGraph& graph) {
    if (empty()) {
        return expected("a name");
    }
    if (front().is_quoted) {
        Result<NodeId> node = resolve_name(graph, front().text);
        if (!node) {
            Error error = node.error();
            error.line = 1;
            error.column = front().column;
            return error;
        }
        pop();
        return node;
    }
    const std::size_t most = std::min(longest_name, words_.size() - next_);
    for (std::size_t count = most; count > 0; --count) {
        const std::string text = run_text(count);
        const bool is_known = (count == 1 || may_end_name(words_[next_ + count - 1])) &&
                              (graph.find_slug(text) || !graph.find(text).empty());
        if (is_known || count == 1) {
            const std::string asked = is_known ? text : run_text(most);
            Result<NodeId> node = resolve_name(graph, asked);
            if (!node && !is_known && most > 1) {
                node = resolve_name(graph, text);  // the words after it may be others
            }
            if (!node) {
                Error error = node.error();
                error.line = 1;
                error.column = front().column;
                return error;
            }
            next_ += count;
            return node;
        }
    }
    return expected("a name");
}

Result<std::vector<NodeId>> Words::take_names(const KnowledgeGraph& graph) {
    std::vector<NodeId> names;
    do {
        const Result<NodeId> node = take_name(graph);
        if (!node) {
            return node.error();
        }
        names.push_back(*node);
    } while (take_any({",", "and", "or", "&"}) && !empty());
    return names;
}

Result<std::size_t> Words::take_number(std::size_t least, std::size_t most) {
    const std::string what =
        "a number from " + std::to_string(least) + " to " + std::to_string(most);
    if (empty()) {
        return expected(what);
    }
    const std::string& text = front().text;
    std::size_t number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || number < least ||
        number > most) {
        return expected(what);
    }
    pop();
    return number;
}

Result<DateInterval> Words::take_dates() {
    const std::optional<DateInterval> dates =
        empty() ? std::nullopt : interval_from_string(front().text);
    if (!dates) {
        return expected("a date such as 2024, 2024-07, 2024-07-29 or 2023-10..2024-03");
    }
    pop();
    return *dates;
}

Result<std::vector<std::string>> Words::take_list() {
    std::vector<std::string> items;
    do {
        if (empty()) {
            return expected("a word");
        }
        items.push_back(front().text);
        pop();
    } while (take(","));
    return items;
}

Error Words::expected(std::string_view what) const {
    const std::string found = empty() ? "the end of the line" : '\'' + front().text + '\'';
    return {.code = ErrorCode::syntax,
            .message = "expected " + std::string(what) + ", found " + found,
            .line = 1,
            .column = empty() ? line_.size() + 1 : front().column};
}

Status Words::at_end(std::string_view what_could_follow) const {
    return empty() ? Status(Success{}) : Status(expected(what_could_follow));
}

}  // namespace litigraph::query::detail
