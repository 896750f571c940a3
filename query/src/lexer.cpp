#include "lexer.hpp"

#include <litigraph/query/engine.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace litigraph::query {

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {  // every byte of a letter outside ASCII counts as one
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_word(char c) { return is_letter(c) || is_digit(c); }
constexpr bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// First position at or after `i` that is neither space nor in a comment.
std::size_t skip_blank(std::string_view s, std::size_t i) {
    while (i < s.size()) {
        if (is_space(s[i])) {
            ++i;
        } else if (s.substr(i, 2) == "//") {
            i = std::min(s.find('\n', i), s.size());
        } else if (s.substr(i, 2) == "/*") {
            const std::size_t close = s.find("*/", i + 2);
            i = close == std::string_view::npos ? s.size() : close + 2;
        } else {
            break;
        }
    }
    return i;
}

/// One past the closing quote of the text that opens at `i`, npos if it is not closed.
std::size_t text_end(std::string_view s, std::size_t i) {
    const char quote = s[i];
    const std::size_t begin = i + 1;
    for (++i; i < s.size(); ++i) {
        const bool escapes = quote == '`' ? s.substr(i, 2) == "``" && i > begin : s[i] == '\\';
        if (escapes) {
            ++i;
        } else if (s[i] == quote) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    std::array<char, 3> tail{};
    std::size_t count = 0;
    std::uint32_t lead_limit = 0x40;
    do {
        tail[count++] = static_cast<char>(0x80U | (code & 0x3FU));
        code >>= 6U;
        lead_limit >>= 1U;
    } while (code >= lead_limit);
    out += static_cast<char>((0xFFU << (7U - count)) | code);
    while (count > 0) {
        out += tail[--count];
    }
}

struct Escape {
    std::size_t length = 0;  // of the escape in the text; 0 if it is none
    std::string meaning;
};

Escape read_unicode_escape(std::string_view s) {
    const std::size_t digits = s[1] == 'u' ? 4 : 8;
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(s.data() + 2, s.data() + std::min(s.size(), 2 + digits), code, 16);
    if (error != std::errc{} || end != s.data() + 2 + digits || code > 0x10FFFF ||
        (code >= 0xD800 && code < 0xE000)) {
        return {};
    }
    Escape escape{2 + digits, {}};
    append_utf8(escape.meaning, code);
    return escape;
}

/// `s` begins with a backslash.
Escape read_escape(std::string_view s) {
    static constexpr std::string_view written = "bfnrt\\'\"`";
    static constexpr std::string_view meant = "\b\f\n\r\t\\'\"`";
    if (s.size() < 2) {
        return {};
    }
    if (s[1] == 'u' || s[1] == 'U') {
        return read_unicode_escape(s);
    }
    const std::size_t which = written.find(s[1]);
    if (which == std::string_view::npos) {
        return {};
    }
    return {2, std::string(1, meant[which])};
}

class Lexer {
  public:
    explicit Lexer(std::string_view statement) : s_(statement) {}

    Result<Tokens> run() {
        tokens_.list.reserve(s_.size() / 3 + 2);
        tokens_.texts.reserve(static_cast<std::size_t>(
            std::ranges::count_if(s_, [](char c) { return c == '\\' || c == '`'; })));
        for (i_ = skip_blank(s_, 0); i_ < s_.size(); i_ = skip_blank(s_, i_)) {
            next();
            if (error_) {
                return *error_;
            }
        }
        add(TokenKind::end, s_.size());
        return std::move(tokens_);
    }

  private:
    void next() {
        const char c = s_[i_];
        const char after = i_ + 1 < s_.size() ? s_[i_ + 1] : '\0';
        if (s_.substr(i_, 2) == "\xE2\x80") {  // U+2000..203F: dashes and quotes of typesetters
            fail(i_, i_ + 3, "this is a typographic sign; type a plain - ' or \"",
                 "InvalidUnicodeCharacter");
        } else if (is_letter(c)) {
            add(TokenKind::name, word_end(i_));
        } else if (is_digit(c) || (c == '.' && is_digit(after))) {
            number();
        } else if (c == '\'' || c == '"') {
            text();
        } else if (c == '`') {
            quoted_name();
        } else if (c == '$' && is_word(after)) {
            const std::size_t end = word_end(i_ + 1);
            add(TokenKind::parameter, end, s_.substr(i_ + 1, end - i_ - 1));
        } else {
            symbol();
        }
    }

    std::size_t word_end(std::size_t i) const {
        while (i < s_.size() && is_word(s_[i])) {
            ++i;
        }
        return i;
    }

    std::size_t digits_end(std::size_t i) const {
        while (i < s_.size() && is_digit(s_[i])) {
            ++i;
        }
        return i;
    }

    /// Whole words such as 0x1F and 0o17 are integers here; their digits are judged when read.
    void number() {
        const std::size_t begin = i_;
        std::size_t end = digits_end(begin);
        bool is_real = false;
        if (end < s_.size() && s_[end] == '.' && end + 1 < s_.size() && is_digit(s_[end + 1])) {
            is_real = true;
            end = digits_end(end + 1);
        }
        if (end < s_.size() && (s_[end] == 'e' || s_[end] == 'E')) {
            std::size_t exponent = end + 1;
            if (exponent < s_.size() && (s_[exponent] == '+' || s_[exponent] == '-')) {
                ++exponent;
            }
            if (exponent < s_.size() && is_digit(s_[exponent])) {
                is_real = true;
                end = digits_end(exponent);
            }
        }
        if (word_end(end) != end) {
            end = word_end(end);
            is_real = false;
        }
        add(is_real ? TokenKind::real : TokenKind::integer, end);
    }

    void text() {
        const std::size_t end = text_end(s_, i_);
        if (end == std::string_view::npos) {
            fail(i_, s_.size(), "the text that begins here has no closing quote");
            return;
        }
        const std::string_view raw = s_.substr(i_ + 1, end - i_ - 2);
        if (raw.find('\\') == std::string_view::npos) {
            add(TokenKind::text, end, raw);
            return;
        }
        std::string resolved;
        for (std::size_t i = 0; i < raw.size();) {
            if (raw[i] != '\\') {
                resolved += raw[i++];
                continue;
            }
            const Escape escape = read_escape(raw.substr(i));
            if (escape.length == 0) {
                fail_escape(i_ + 1 + i, raw.substr(i));
                return;
            }
            resolved += escape.meaning;
            i += escape.length;
        }
        tokens_.texts.push_back(std::move(resolved));
        add(TokenKind::text, end, tokens_.texts.back());
    }

    void fail_escape(std::size_t at, std::string_view rest) {
        const bool unicode = rest.size() > 1 && (rest[1] == 'u' || rest[1] == 'U');
        fail(at, std::min(at + 2, s_.size()),
             unicode ? "\\u needs four hexadecimal digits, \\U eight"
                     : "a backslash must be followed by one of b f n r t \\ ' \" u U",
             unicode ? "InvalidUnicodeLiteral" : "UnexpectedSyntax");
    }

    void quoted_name() {
        const std::size_t end = text_end(s_, i_);
        if (end == std::string_view::npos) {
            fail(i_, s_.size(), "the name that begins here has no closing backtick");
            return;
        }
        const std::string_view raw = s_.substr(i_ + 1, end - i_ - 2);
        if (raw.find('`') == std::string_view::npos) {
            add(TokenKind::quoted_name, end, raw);
            return;
        }
        std::string& resolved = tokens_.texts.emplace_back();
        for (std::size_t i = 0; i < raw.size(); i += raw[i] == '`' ? 2 : 1) {  // `` is a backtick
            resolved += raw[i];
        }
        add(TokenKind::quoted_name, end, resolved);
    }

    void symbol() {
        static constexpr std::array<std::string_view, 6> pairs{"..", "<=", ">=", "<>", "=~", "+="};
        if (std::ranges::find(pairs, s_.substr(i_, 2)) != pairs.end()) {
            add(TokenKind::symbol, i_ + 2);
        } else if (std::string_view("()[]{}<>=+-*/%^,.:;|&!?").find(s_[i_]) !=
                   std::string_view::npos) {
            add(TokenKind::symbol, i_ + 1);
        } else {
            fail(i_, i_ + 1, "this character has no meaning here");
        }
    }

    void add(TokenKind kind, std::size_t end) { add(kind, end, s_.substr(i_, end - i_)); }
    void add(TokenKind kind, std::size_t end, std::string_view words) {
        tokens_.list.push_back(
            {kind, {static_cast<std::uint32_t>(i_), static_cast<std::uint32_t>(end)}, words});
        i_ = end;
    }

    void fail(std::size_t begin, std::size_t end, std::string message,
              std::string_view reason = "UnexpectedSyntax") {
        error_ = error_at(s_, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                          ErrorCode::syntax, std::move(message), reason);
    }

    std::string_view s_;
    std::size_t i_ = 0;
    Tokens tokens_;
    std::optional<Error> error_;
};

}  // namespace

bool same_word(std::string_view a, std::string_view b) noexcept {
    return std::ranges::equal(a, b, {}, to_lower, to_lower);
}

Error error_at(std::string_view statement, Span span, ErrorCode code, std::string message,
               std::string_view reason) {
    const std::string_view before = statement.substr(0, span.begin);
    const std::size_t newline = before.rfind('\n');
    const std::size_t start = newline == std::string_view::npos ? 0 : newline + 1;
    Error error{code, std::move(message)};
    error.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    error.column = before.size() - start + 1;
    error.length = std::min<std::size_t>(span.end, statement.size()) - span.begin;
    error.reason = reason;
    return error;
}

Result<Tokens> tokenize(std::string_view statement) { return Lexer(statement).run(); }

std::size_t statement_length(std::string_view text) noexcept {
    for (std::size_t i = skip_blank(text, 0); i < text.size(); i = skip_blank(text, i)) {
        if (text[i] == ';') {
            return i + 1;
        }
        const bool quote = text[i] == '\'' || text[i] == '"' || text[i] == '`';
        i = quote ? std::min(text_end(text, i), text.size()) : i + 1;
    }
    return 0;
}

}  // namespace litigraph::query
