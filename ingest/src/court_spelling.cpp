#include "court_spelling.hpp"

#include "court_phrase.hpp"
#include "folded_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace litigraph::ingest::detail {

namespace {

using Spelling = std::pair<std::string_view, std::string_view>;

constexpr std::array spellings = {
    Spelling{"co", "county"},     Spelling{"ct", "court"},       Spelling{"cir", "circuit"},
    Spelling{"circ", "circuit"},  Spelling{"cty", "county"},     Spelling{"dept", "department"},
    Spelling{"dist", "district"}, Spelling{"div", "division"},   Spelling{"forth", "fourth"},
    Spelling{"ft", "fort"},       Spelling{"mt", "mount"},       Spelling{"st", "saint"},
    Spelling{"sup", "supreme"},   Spelling{"super", "superior"}, Spelling{"app", "appeals"}};

// Long words in which one slip of the keys is undone.
constexpr std::array<std::string_view, 24> vocabulary = {
    "appeals",   "appellate",    "bankruptcy", "california", "circuit",       "columbia",
    "county",    "district",     "division",   "eastern",    "massachusetts", "middle",
    "northern",  "pennsylvania", "southern",   "states",     "superior",      "supreme",
    "tennessee", "territory",    "united",     "virginia",   "washington",    "western"};

// Whether `a` becomes `b` by one letter more, less, other, or two neighbours exchanged.
bool one_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1) {
        return false;
    }
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) {
        ++i;
    }
    if (a.size() < b.size()) {
        return a.substr(i) == b.substr(i + 1);
    }
    if (i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i]) {
        return a.substr(i + 2) == b.substr(i + 2);
    }
    return i < a.size() && a.substr(i + 1) == b.substr(i + 1);
}

std::string_view canonical(std::string_view word) {
    const auto spelled = std::ranges::find(spellings, word, &Spelling::first);
    if (spelled != spellings.end()) {
        return spelled->second;
    }
    if (CourtDescription known; word.size() < 6 || add_court_word(word, known)) {
        return word;
    }
    const auto slipped = std::ranges::find_if(
        vocabulary, [&](std::string_view known) { return word == known || one_slip(word, known); });
    return slipped == vocabulary.end() ? word : *slipped;
}

}  // namespace

std::string canonical_name(std::string_view name) {
    const FoldedWords words(name);
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool us = words.text(i) == "u" && words.text(i + 1) == "s";
        if (us) {
            ++i;
        }
        text += text.empty() ? "" : words[i].gap == ',' ? ", " : " ";
        text += words[i].gap == '&' ? "and " : "";
        text += us ? std::string_view("us") : canonical(words.text(i));
        if (words[i].possessive && text.back() != 's') {
            text += "s";
        }
    }
    return text;
}

}  // namespace litigraph::ingest::detail
