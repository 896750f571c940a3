#include "folded_words.hpp"

namespace litigraph::ingest::detail {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_ascii_alnum(char c) noexcept { return is_digit(c) || is_upper(c) || is_lower(c); }

// Latin letters with diacritics, U+00C0 to U+017F, by their base letter; '.' is no letter.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(latin_base.size() == 0x180 - 0xC0);

// Bytes of the UTF-8 sequence at `at`; 1 for a broken one.
std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return at + length <= text.size() ? length : 1;
}

// The base letter of a two-byte Latin letter; '.' if it is none.
char base_letter(std::string_view text, std::size_t at) noexcept {
    if (at + 1 >= text.size()) {
        return '.';
    }
    const unsigned code = ((static_cast<unsigned char>(text[at]) & 0x1FU) << 6U) |
                          (static_cast<unsigned char>(text[at + 1]) & 0x3FU);
    const bool two_bytes = (static_cast<unsigned char>(text[at]) & 0xE0U) == 0xC0U;
    return two_bytes && code >= 0xC0 && code < 0xC0 + latin_base.size() ? latin_base[code - 0xC0]
                                                                        : '.';
}

// Length of an apostrophe, straight or curly, at `at`; 0 if there is none.
std::size_t apostrophe(std::string_view text, std::size_t at) noexcept {
    if (at < text.size() && text[at] == '\'') {
        return 1;
    }
    return text.substr(at < text.size() ? at : text.size(), 3) == "\xE2\x80\x99" ? 3 : 0;
}

char gap_of(std::string_view text, std::size_t at) noexcept {
    const std::string_view three = text.substr(at, 3);
    if (three == "\xE2\x80\x93" || three == "\xE2\x80\x94") {
        return '_';  // a dash
    }
    if (three == "\xE2\x80\x9C" || three == "\xE2\x80\x9D") {
        return '"';
    }
    if (three == "\xE2\x80\x98" || three == "\xE2\x80\x99") {
        return '\'';
    }
    return static_cast<unsigned char>(text[at]) < 0x80 ? text[at] : ' ';
}

bool is_abbreviation_dot(std::string_view text, std::size_t begin, std::size_t at) noexcept {
    const bool single = at == begin + 1 || (at >= begin + 2 && text[at - 2] == '.');
    return text[at] == '.' && single && !is_digit(text[at - 1]);
}

bool joins_digits(std::string_view text, std::size_t at) noexcept {
    if (at + 1 >= text.size() || !is_digit(text[at - 1]) || !is_digit(text[at + 1])) {
        return false;
    }
    const bool thousands =
        text[at] == ',' && at + 3 < text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3]);
    return thousands || text[at] == '.';
}

}  // namespace

FoldedWords::FoldedWords(std::string_view sentence) : sentence_(sentence) {
    folded_.reserve(sentence.size());
    words_.reserve(sentence.size() / 5 + 1);
    char gap = ' ';
    for (std::size_t at = 0; at < sentence.size();) {
        if (is_ascii_alnum(sentence[at]) || base_letter(sentence, at) != '.') {
            at = read_word(at, gap);
            gap = ' ';
            continue;
        }
        const char here = gap_of(sentence, at);
        if (here != ' ' && here != '\n' && here != '\t' && gap == ' ') {
            gap = here;
        }
        at += sequence_length(sentence, at);
    }
}

std::size_t FoldedWords::read_word(std::size_t at, char gap) {
    const std::size_t folded_begin = folded_.size();
    FoldedWord word;
    word.begin = static_cast<std::uint32_t>(at);
    word.gap = gap;
    word.capital =
        is_upper(sentence_[at]) ||
        (static_cast<unsigned char>(sentence_[at]) == 0xC3 && at + 1 < sentence_.size() &&
         static_cast<unsigned char>(sentence_[at + 1]) < 0xA0);
    word.number = true;
    bool lower = false;
    for (; at < sentence_.size(); ++at) {
        const char c = sentence_[at];
        if (is_ascii_alnum(c)) {
            lower = lower || is_lower(c);
            word.number = word.number && is_digit(c);
            folded_ += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        } else if (const char base = base_letter(sentence_, at); base != '.') {
            lower = true;
            word.number = false;
            folded_ += base;
            ++at;
        } else if (at > word.begin && joins_digits(sentence_, at)) {
            if (c == '.') {
                folded_ += c;
            }
        } else if (!(is_abbreviation_dot(sentence_, word.begin, at) && at + 1 < sentence_.size() &&
                     is_ascii_alnum(sentence_[at + 1]) &&
                     (at + 2 >= sentence_.size() || !is_ascii_alnum(sentence_[at + 2])))) {
            break;
        }
    }
    word.end = static_cast<std::uint32_t>(at);
    word.folded = std::string_view(folded_).substr(folded_begin);
    word.all_capitals = !lower && !word.number && word.folded.size() >= 2;
    if (at < sentence_.size() && sentence_[at] == '.' && at >= 2 && sentence_[at - 2] == '.') {
        ++at;  // the last point of an abbreviation
        word.end = static_cast<std::uint32_t>(at);
    }
    if (const std::size_t length = apostrophe(sentence_, at); length != 0) {
        const std::size_t after = at + length;
        const bool s = after < sentence_.size() && (sentence_[after] | 0x20) == 's' &&
                       (after + 1 >= sentence_.size() || !is_ascii_alnum(sentence_[after + 1]));
        if (s || (!word.folded.empty() && word.folded.back() == 's')) {
            word.possessive = true;
            at = s ? after + 1 : after;
        }
    }
    words_.push_back(word);
    return at;
}

std::string folded_phrase(std::string_view text) {
    const FoldedWords words(text);
    std::string phrase;
    for (std::size_t i = 0; i < words.size(); ++i) {
        phrase += i == 0 ? "" : " ";
        phrase += words[i].folded;
    }
    return phrase;
}

}  // namespace litigraph::ingest::detail
