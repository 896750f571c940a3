#include "token_view.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "23andMe", "7-Eleven", "3Com"; not "4G", "1980s" or "60GHz".
bool begins_with_digits(std::string_view word) {
    std::size_t letters = 0;
    while (letters < word.size() && (is_digit(word[letters]) || word[letters] == '-')) {
        ++letters;
    }
    const std::string_view rest = word.substr(letters);
    return letters > 0 && rest.size() >= 3 && std::any_of(rest.begin(), rest.end(), is_upper) &&
           std::count_if(rest.begin(), rest.end(), is_lower) >= 2 && !rest.ends_with("Hz");
}

/// "match.com" is a name; "www.match.com" and "U.S." are none.
bool is_domain(std::string_view word) {
    constexpr std::string_view endings[] = {".com", ".net", ".org", ".io", ".ai", ".tv"};
    return is_lower(word.front()) && !word.starts_with("www.") &&
           std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
               return word.size() > ending.size() + 2 && word.ends_with(ending);
           });
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string_view TokenView::bytes(TokenRange range) const {
    return document.bytes(
        Span{document.tokens[range.first].begin, document.tokens[range.last - 1].end});
}

bool TokenView::is_possessive_mark(std::uint32_t token) const {
    return is_mark(token, "'s") || is_mark(token, "\xE2\x80\x99s") || is_mark(token, "'S");
}

bool TokenView::is_capital(std::uint32_t token) const {
    switch (shape(token)) {
        case TokenShape::capitalised:
        case TokenShape::all_caps:
        case TokenShape::mixed:
            return true;
        case TokenShape::number:
            return begins_with_digits(bytes(token));
        case TokenShape::lower:
            return is_domain(bytes(token));
        case TokenShape::punctuation:
            return false;
    }
    return false;
}

}  // namespace litigraph::ingest::detail
