#include "legal_numbers.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Reads a text from left to right, piece by piece.
class Cursor {
  public:
    Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    bool ends() const { return at_ >= text_.size(); }
    char peek() const { return ends() ? '\0' : text_[at_]; }

    bool take(std::string_view wanted) {
        if (text_.substr(std::min(at_, text_.size()), wanted.size()) != wanted) {
            return false;
        }
        at_ += wanted.size();
        return true;
    }

    std::string_view digits() {
        const std::size_t begin = at_;
        while (is_digit(peek())) {
            ++at_;
        }
        return text_.substr(begin, at_ - begin);
    }

    void skip_spaces() {
        while (peek() == ' ' || take("\xC2\xA0")) {
            at_ += peek() == ' ' ? 1 : 0;
        }
    }

    /// Whether the next byte cannot belong to a number or word.
    bool at_boundary() const { return !is_digit(peek()) && !is_letter(peek()); }

  private:
    std::string_view text_;
    std::size_t at_;
};

LegalNumber number_of(std::size_t begin, std::size_t end, std::string number) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(number)};
}

using Reader = std::optional<LegalNumber> (*)(std::string_view text, std::size_t begin);

/// "2:23-cv-00456", "23-cv-456"
std::optional<LegalNumber> read_federal_docket(std::string_view text, std::size_t begin) {
    constexpr std::array<std::string_view, 10> kinds = {"-cv-", "-CV-", "-md-", "-MD-", "-mc-",
                                                        "-bk-", "-ap-", "-cr-", "cv",   "CV"};
    Cursor cursor(text, begin);
    std::string_view year = cursor.digits();
    if (cursor.take(":")) {
        year = cursor.digits();
    }
    const bool kind =
        std::ranges::any_of(kinds, [&](std::string_view each) { return cursor.take(each); });
    if (year.size() < 2 || !kind || cursor.digits().empty()) {
        return std::nullopt;
    }
    return number_of(begin, cursor.at(), std::string(text.substr(begin, cursor.at() - begin)));
}

/// "337-TA-1380"
std::optional<LegalNumber> read_trade_docket(std::string_view text, std::size_t begin) {
    Cursor cursor(text, begin);
    if (cursor.digits() != "337" || !cursor.take("-TA-") || cursor.digits().empty()) {
        return std::nullopt;
    }
    return number_of(begin, cursor.at(), std::string(text.substr(begin, cursor.at() - begin)));
}

/// "IPR2024-01234", "PGR2023-00001"
std::optional<LegalNumber> read_review_docket(std::string_view text, std::size_t begin) {
    Cursor cursor(text, begin);
    const bool kind = cursor.take("IPR") || cursor.take("PGR") || cursor.take("CBM");
    if (!kind || cursor.digits().size() != 4 || !cursor.take("-") || cursor.digits().size() != 5) {
        return std::nullopt;
    }
    return number_of(begin, cursor.at(), std::string(text.substr(begin, cursor.at() - begin)));
}

/// "C-123/45" of the European court
std::optional<LegalNumber> read_european_docket(std::string_view text, std::size_t begin) {
    Cursor cursor(text, begin);
    const bool kind = cursor.take("C-") || cursor.take("T-");
    if (!kind || cursor.digits().empty() || !cursor.take("/") || cursor.digits().size() != 2 ||
        !cursor.at_boundary()) {
        return std::nullopt;
    }
    return number_of(begin, cursor.at(), std::string(text.substr(begin, cursor.at() - begin)));
}

/// Digits with commas or spaces between groups of three: "9,999,001", "3 999 111".
std::string grouped_digits(Cursor& cursor) {
    std::string number(cursor.digits());
    for (;;) {
        Cursor ahead = cursor;
        const bool group = ahead.take(",") || ahead.take(" ");
        const std::string_view digits = ahead.digits();
        if (!group || number.empty() || digits.size() != 3 || !ahead.at_boundary()) {
            return number;
        }
        number += digits;
        cursor = ahead;
    }
}

constexpr std::size_t least_digits = 6;
constexpr std::size_t most_digits = 11;

bool is_long_enough(const std::string& number) {
    return number.size() >= least_digits && number.size() <= most_digits;
}

/// "EP 3 999 111 B1", "US9,999,001", "GB2415714", "D618,677", "RE45,000"
std::optional<LegalNumber> read_office_number(std::string_view text, std::size_t begin) {
    constexpr std::array<std::string_view, 7> offices = {"EP", "US", "GB", "DE", "JP", "CN", "WO"};
    Cursor cursor(text, begin);
    std::string_view office;
    for (const std::string_view each : offices) {
        if (office.empty() && cursor.take(each)) {
            office = each;
        }
    }
    const std::string_view kind = cursor.take("RE") ? "RE" : cursor.take("D") ? "D" : "";
    if (office.empty()) {
        return std::nullopt;
    }
    cursor.skip_spaces();
    const std::string number = grouped_digits(cursor);
    const std::size_t least = kind.empty() ? least_digits : least_digits - 1;
    if (number.size() < least || number.size() > most_digits || !cursor.at_boundary()) {
        return std::nullopt;
    }
    return number_of(begin, cursor.at(), std::string(office) + std::string(kind) + number);
}

/// "'001 patent" with any apostrophe
std::optional<LegalNumber> read_suffix(std::string_view text, std::size_t begin) {
    Cursor cursor(text, begin);
    const bool mark =
        cursor.take("'") || cursor.take("\xE2\x80\x98") || cursor.take("\xE2\x80\x99");
    const std::string_view digits = mark ? cursor.digits() : std::string_view{};
    const std::size_t end = cursor.at();
    cursor.skip_spaces();
    if (digits.size() != 3 || !(cursor.take("patent") || cursor.take("Patent"))) {
        return std::nullopt;
    }
    return number_of(begin, end, "'" + std::string(digits));
}

std::vector<LegalNumber> scan(std::string_view text, std::initializer_list<Reader> readers) {
    std::vector<LegalNumber> found;
    for (std::size_t at = 0; at < text.size();) {
        const bool inside = at > 0 && (is_digit(text[at - 1]) || is_letter(text[at - 1]));
        std::optional<LegalNumber> number;
        for (const Reader reader : readers) {
            number = number || inside ? std::move(number) : reader(text, at);
        }
        at = number ? number->end : at + 1;
        if (number) {
            found.push_back(std::move(*number));
        }
    }
    return found;
}

bool ends_with_word(std::string_view text, std::string_view word) { return text.ends_with(word); }

/// The office of a "patent" before the byte: "European Patent" is of the EPO.
std::string_view office_before(std::string_view text) {
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return ends_with_word(text, "European") ? "EP" : ends_with_word(text, "UK") ? "GB" : "US";
}

/// "patent Nos. 8,457,145 and 8,537,757": the numbers after the word at `at`.
void read_patent_list(std::string_view text, std::size_t at, std::vector<LegalNumber>& found) {
    constexpr std::array<std::string_view, 12> between = {
        "s", " ", ".", "Numbers", "numbers", "Number", "number", "Nos", "nos", "No", "no", "#"};
    const std::string_view office = office_before(text.substr(0, at));
    Cursor cursor(text, at + std::string_view("patent").size());
    for (;;) {
        bool skipped = true;
        while (skipped) {
            skipped = std::ranges::any_of(between,
                                          [&](std::string_view each) { return cursor.take(each); });
        }
        const std::size_t begin = cursor.at();
        const std::string number = grouped_digits(cursor);
        if (!is_long_enough(number) || !cursor.at_boundary()) {
            return;
        }
        found.push_back(number_of(begin, cursor.at(), std::string(office) + number));
        if (!cursor.take(", and ") && !cursor.take(" and ") && !cursor.take(", ")) {
            return;
        }
    }
}

}  // namespace

std::vector<LegalNumber> find_docket_numbers(std::string_view text) {
    return scan(text,
                {read_trade_docket, read_federal_docket, read_review_docket, read_european_docket});
}

std::vector<LegalNumber> find_patent_numbers(std::string_view text) {
    std::vector<LegalNumber> found = scan(text, {read_office_number, read_suffix});
    for (const std::string_view word : {"patent", "Patent"}) {
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            read_patent_list(text, at, found);
        }
    }
    std::ranges::sort(found, {}, &LegalNumber::begin);
    return found;
}

}  // namespace litigraph::ingest::detail
