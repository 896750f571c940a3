// Plain text: the whole file is the article's text, byte for byte, so that evidence counts in the
// file itself. A date line in front (" date 2024-08-01 ") gives the day of publication.

#include "article_formats.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace litigraph::ingest {

namespace {

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) {
        ++at;
    }
    return at;
}

bool equals_folded(std::string_view text, std::string_view lower_case) {
    return std::ranges::equal(text, lower_case, {}, to_lower);
}

constexpr std::size_t iso_size = 10;  // YYYY-MM-DD

/// Reads " date YYYY-MM-DD " and moves the article's body behind it.
void take_date_line(Article& article) {
    constexpr std::string_view word = "date";
    const std::string_view text = article.text;
    std::size_t at = skip_space(text, article.body_begin);
    if (!equals_folded(text.substr(at, word.size()), word)) {
        return;
    }
    at += word.size();
    at = skip_space(text, at + (text.substr(at, 1) == ":" ? 1 : 0));
    const std::optional<Day> day = day_from_string(text.substr(at, iso_size));
    const std::size_t end = at + iso_size;
    if (!day || (end < text.size() && !is_space(text[end]))) {
        return;
    }
    article.published = day;
    article.body_begin = skip_space(text, end);
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string_view take_word(std::string_view& text) {
    const std::size_t begin = skip_space(text, 0);
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return word;
}

std::optional<Day> day_from_rfc822(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 12> months = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    std::string_view day = take_word(text);
    if (day.ends_with(',')) {
        day = take_word(text);
    }
    const std::string_view month = take_word(text).substr(0, 3);
    const std::string_view year = take_word(text);
    const auto found = std::ranges::find_if(
        months, [month](std::string_view name) { return equals_folded(month, name); });
    if (found == months.end() || year.size() != 4 || day.empty() || day.size() > 2 ||
        !std::ranges::all_of(day, is_digit) || !std::ranges::all_of(year, is_digit)) {
        return std::nullopt;
    }
    return day_from_civil(number(year), static_cast<int>(found - months.begin()) + 1, number(day));
}

}  // namespace

std::optional<Day> day_from_timestamp(std::string_view text) noexcept {
    text.remove_prefix(skip_space(text, 0));
    if (text.size() == iso_size || (text.size() > iso_size && !is_digit(text[iso_size]))) {
        if (const std::optional<Day> day = day_from_string(text.substr(0, iso_size))) {
            return day;
        }
    }
    return day_from_rfc822(text);
}

std::optional<Error> utf8_error(std::string_view text) {
    const std::size_t at = valid_utf8_prefix(text);
    if (at == text.size()) {
        return std::nullopt;
    }
    const std::string_view before = text.substr(0, at);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    std::array<char, 5> hex{};
    std::snprintf(hex.data(), hex.size(), "0x%02X",
                  static_cast<unsigned>(static_cast<unsigned char>(text[at])));
    return Error{
        ErrorCode::invalid_input,
        std::string("not UTF-8: found byte ") + hex.data() + "; convert the file to UTF-8 first",
        static_cast<std::size_t>(std::ranges::count(before, '\n')) + 1, at - line_begin + 1};
}

std::optional<std::string_view> read_whole(ByteReader& bytes, ItemSink& sink) {
    const auto reject = [&sink](Error error) {
        sink.reject(std::move(error));
        return std::nullopt;
    };
    if (bytes.fill(sink.max_article_bytes + 1)) {
        return reject(too_large({}, sink));
    }
    if (bytes.error()) {
        return reject(*bytes.error());
    }
    const std::string_view text = bytes.view();
    if (text.find('\0') != std::string_view::npos) {
        return reject({ErrorCode::invalid_input, "a binary file, not an article"});
    }
    return text;
}

void read_plain_text(ByteReader& bytes, ItemSink& sink) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const std::optional<std::string_view> text = read_whole(bytes, sink);
    if (!text) {
        return;
    }
    if (std::optional<Error> error = utf8_error(*text)) {
        sink.reject(*std::move(error));
        return;
    }
    Article article;
    article.id = sink.name;
    article.text = *text;
    article.body_begin = text->starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    take_date_line(article);
    if (skip_space(article.text, article.body_begin) == article.text.size()) {
        sink.reject({ErrorCode::invalid_input, "an empty article"});
        return;
    }
    sink.accept(std::move(article));
}

}  // namespace litigraph::ingest
