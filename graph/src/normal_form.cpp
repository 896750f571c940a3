// A name is read as UTF-8 code points, each folded to lower-case words of plain letters; then legal
// forms at its end are dropped. Letters of scripts that have no table here stay as they are.
#include "normal_form.hpp"

#include <litigraph/graph/knowledge_graph.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace litigraph {

namespace {

// Base letters of U+00C0..U+024F and U+1E00..U+1EFF after Unicode's decompositions (NFKD), with the
// usual ones for letters that have none. '.': no base letter; '?': two letters.
constexpr std::string_view latin =
    "aaaaaa?ceeeeiiiidnooooo.ouuuuy??aaaaaa?ceeeeiiiidnooooo.ouuuuy?y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkkklllllll"
    "lllnnnnnnnnnoooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "b........d........f....i........oo.............uu....zz........."
    "......?......aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa...."
    "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............"
    "................";
constexpr std::string_view latin_additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

// Sorted. Designations of companies as they stand at the end of a name, dots folded ("S.p.A.").
constexpr std::array<std::string_view, 46> legal_forms{
    "ab",      "ag",          "as",   "asa", "bhd",          "bv",   "co",   "company",
    "corp",    "corporation", "gmbh", "inc", "incorporated", "kg",   "kgaa", "kk",
    "limited", "llc",         "llp",  "lp",  "ltd",          "ltda", "mbh",  "nv",
    "oao",     "ohg",         "ooo",  "oy",  "oyj",          "pao",  "pbc",  "plc",
    "pllc",    "pte",         "pty",  "pvt", "sa",           "sarl", "sas",  "sca",
    "sdn",     "se",          "spa",  "srl", "tbk",          "zao"};
static_assert(std::ranges::is_sorted(legal_forms));

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool is_valid = false;
};

CodePoint code_point_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (bytes == 1 || lead > 0xF4 || at + bytes > text.size()) {
        return {};
    }
    char32_t value = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = at + 1; i < at + bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) {
            return {};
        }
        value = value << 6U | (byte(i) & 0x3FU);
    }
    return {value, bytes, true};
}

std::string_view two_letters(char32_t c) noexcept {
    switch (c) {
        case 0xC6:
        case 0xE6:
            return "ae";
        case 0xDE:
        case 0xFE:
            return "th";
        case 0xDF:
            return "ss";
        case 0x132:
        case 0x133:
            return "ij";
        case 0x152:
        case 0x153:
            return "oe";
        default:
            return "dz";
    }
}

/// Base letters of a Latin letter beyond ASCII; empty if the tables have none.
std::string_view latin_base(char32_t c) noexcept {
    const bool is_additional = c >= 0x1E00 && c < 0x1E00 + latin_additional.size();
    if (!is_additional && (c < 0xC0 || c >= 0xC0 + latin.size())) {
        return {};
    }
    const std::string_view base =
        is_additional ? latin_additional.substr(c - 0x1E00, 1) : latin.substr(c - 0xC0, 1);
    return base == "?" ? two_letters(c) : base == "." ? std::string_view() : base;
}

/// Small letters of Greek and Cyrillic capitals; others as they are.
char32_t to_lower(char32_t c) noexcept {
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

bool is_dropped(char32_t c) noexcept {  // apostrophes, combining marks, joiners, trademark signs
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC || (c >= 0x300 && c <= 0x36F) ||
           (c >= 0x200B && c <= 0x200D) || c == 0xAD || c == 0xAE || c == 0x2122 || c == 0xFEFF;
}

bool is_separator(char32_t c) noexcept {  // spaces, punctuation and symbols beyond ASCII
    return (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
           c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x20CF) ||
           (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011);
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | c >> 6U), put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | c >> 12U), put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 0x3FU));
        put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
    }
}

bool is_legal_form(std::string_view word) noexcept {
    return std::ranges::binary_search(legal_forms, word);
}

/// Appends words of folded letters to a text, with blanks between.
class WordFolder {
  public:
    explicit WordFolder(std::string& out) : out_(out) {}

    void add(char32_t c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {  // full-width forms of ASCII
            c -= 0xFEE0;
        }
        if (c >= 0x80) {
            add_beyond_ascii(c);
        } else if (c >= 'A' && c <= 'Z') {
            word_.push_back(static_cast<char>(c + 0x20));
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            word_.push_back(static_cast<char>(c));
        } else if (c == '&' || c == '+') {
            end_word();
            push(c == '&' ? "and" : "plus");
        } else if (c == '.') {
            end_initial();
        } else if (!is_dropped(c)) {
            end_word();
        }
    }
    void end_word() {
        if (!initials_.empty()) {  // "S.A" ends in a letter without a dot
            initials_ += word_.size() == 1 ? word_ : "";
            push(initials_);
            initials_.clear();
            word_.resize(word_.size() == 1 ? 0 : word_.size());
        }
        if (!word_.empty()) {
            push(word_);
            word_.clear();
        }
    }

    void drop_legal_forms() {  // of a name that has other words
        while (words_ > 1 && is_legal_form(last_word())) {
            drop_word();
            if (words_ > 1 && last_word() == "and") {  // "Merck & Co"
                drop_word();
            }
        }
    }

  private:
    void push(std::string_view word) {
        if (words_ > 0) {
            out_ += ' ';
        }
        out_ += word;
        ++words_;
    }
    std::string_view last_word() const {  // of several
        return std::string_view(out_).substr(out_.rfind(' ') + 1);
    }
    void drop_word() {  // one of several
        out_.resize(out_.rfind(' '));
        --words_;
    }
    void add_beyond_ascii(char32_t c) {
        if (const std::string_view base = latin_base(c); !base.empty()) {
            word_ += base;
        } else if (is_dropped(c)) {
            return;
        } else if (is_separator(c)) {
            end_word();
        } else {
            append_utf8(word_, to_lower(c));
        }
    }
    void end_initial() {  // a dot: "S.p.A." is one word, "amazon.com" two
        if (word_.size() == 1) {
            initials_ += word_;
            word_.clear();
        } else {
            end_word();
        }
    }

    std::string& out_;
    std::size_t words_ = 0;
    std::string word_;
    std::string initials_;
};

WordFolder append_words(std::string& out, std::string_view name) {
    WordFolder folder(out);
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint c = code_point_at(name, at);
        if (c.is_valid) {
            folder.add(c.value);
        } else {
            folder.end_word();
        }
        at += c.bytes;
    }
    folder.end_word();
    return folder;
}

}  // namespace

void append_normal_form(std::string& out, std::string_view name) {
    append_words(out, name).drop_legal_forms();
}

std::string folded_words(std::string_view name) {
    std::string words;
    append_words(words, name);
    return words;
}

std::string normal_form(std::string_view name) {
    std::string form;
    append_normal_form(form, name);
    return form;
}

}  // namespace litigraph
