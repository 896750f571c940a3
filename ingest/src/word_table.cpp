#include "word_table.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

constexpr std::array<std::string_view, 62> class_names{"determiner",
                                                       "possessive",
                                                       "pronoun",
                                                       "preposition",
                                                       "conjunction",
                                                       "modal",
                                                       "be",
                                                       "have",
                                                       "do",
                                                       "negation",
                                                       "relative",
                                                       "conditional",
                                                       "adverb",
                                                       "time",
                                                       "number",
                                                       "suit",
                                                       "legal_modifier",
                                                       "vague_suit",
                                                       "weak_suit",
                                                       "counter",
                                                       "answer",
                                                       "court",
                                                       "validity",
                                                       "right",
                                                       "transparent",
                                                       "precedent",
                                                       "outcome",
                                                       "hypothetical",
                                                       "undirected",
                                                       "new_case",
                                                       "group",
                                                       "company_noun",
                                                       "public_noun",
                                                       "accused",
                                                       "accuser",
                                                       "pleading",
                                                       "doubtful",
                                                       "unit_noun",
                                                       "role",
                                                       "legal_form",
                                                       "title",
                                                       "nationality",
                                                       "suit_trap",
                                                       "common",
                                                       "given_name",
                                                       "office",
                                                       "agency_noun",
                                                       "org_noun",
                                                       "company_word",
                                                       "product_noun",
                                                       "particle",
                                                       "trigger",
                                                       "speech",
                                                       "plan",
                                                       "carries_out",
                                                       "dispose",
                                                       "noun",
                                                       "verb_base",
                                                       "verb_s",
                                                       "verb_past",
                                                       "verb_participle",
                                                       "verb_ing"};

constexpr std::size_t longest_word = 40;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "plan" gives "planned": one short vowel before one consonant. Of longer verbs the stress
/// decides, which the past form tells ("admitted").
bool doubles_last_letter(std::string_view lemma, std::string_view past) {
    if (past.size() == lemma.size() + 3 && past.ends_with("ed") && past.starts_with(lemma)) {
        return true;
    }
    constexpr std::string_view stressed[] = {"begin",  "forbid",   "forget",
                                             "offset", "undercut", "upset"};
    if (std::find(std::begin(stressed), std::end(stressed), lemma) != std::end(stressed)) {
        return true;
    }
    const std::size_t size = lemma.size();
    const bool is_short = size >= 3 && std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1;
    return is_short && is_vowel(lemma[size - 2]) && !is_vowel(lemma[size - 1]) &&
           std::string_view("hwxy").find(lemma[size - 1]) == std::string_view::npos;
}

std::string with_ending(std::string_view lemma, std::string_view ending,
                        std::string_view past = {}) {
    std::string form(lemma);
    const char last = lemma.back();
    const bool after_consonant = lemma.size() > 1 && !is_vowel(lemma[lemma.size() - 2]);
    if (ending == "s") {
        const bool hisses = last == 's' || last == 'x' || last == 'z' || last == 'h';
        if (last == 'y' && after_consonant) {
            form.back() = 'i';
            return form + "es";
        }
        return form + (hisses || last == 'o' ? "es" : "s");
    }
    if (last == 'e' && (ending == "ed" || !lemma.ends_with("ee"))) {
        form.pop_back();
    } else if (last == 'y' && after_consonant && ending == "ed") {
        form.back() = 'i';
    } else if (doubles_last_letter(lemma, past)) {
        form.push_back(last);
    }
    if (ending == "ing" && lemma == "lie") {
        return "lying";
    }
    return form.append(ending);
}

}  // namespace

std::optional<WordClass> word_class_from_string(std::string_view name) {
    const auto found = std::find(class_names.begin(), class_names.end(), name);
    if (found == class_names.end()) {
        return std::nullopt;
    }
    return static_cast<WordClass>(found - class_names.begin());
}

WordTable::WordTable() : words_(4) {
    words_[unknown_past].classes = classes_of(WordClass::verb_past, WordClass::verb_participle);
    words_[unknown_ing].classes = classes_of(WordClass::verb_ing);
    words_[unknown_adverb].classes = classes_of(WordClass::adverb);
    be_ = add("be", 0);
    words_[be_].lemma = be_;
    have_ = add("have", 0);
    words_[have_].lemma = have_;
}

std::uint32_t WordTable::guess(std::string_view word) {
    constexpr std::size_t shortest = 5;
    if (word.size() < shortest) {
        return 0;
    }
    return word.ends_with("ed")    ? unknown_past
           : word.ends_with("ing") ? unknown_ing
           : word.ends_with("ly")  ? unknown_adverb
                                   : 0;
}

std::uint32_t WordTable::add(std::string_view word, WordClasses classes) {
    if (const std::uint32_t entry = find(word)) {
        words_[entry].classes |= classes;
        return entry;
    }
    const auto entry = static_cast<std::uint32_t>(words_.size());
    texts_.emplace_back(word);
    words_.push_back({classes, 0, texts_.back()});
    std::uint32_t hash = WordIndex::empty_hash;
    for (const char c : word) {
        hash = WordIndex::add_to_hash(hash, c);
    }
    index_.add(hash, entry);
    return entry;
}

void WordTable::add_form(const std::string& form, WordClasses classes, std::uint32_t lemma) {
    words_[add(form, classes)].lemma = lemma;
}

void WordTable::add_verb(std::string_view lemma, std::string_view past, std::string_view participle,
                         WordClasses classes) {
    const std::uint32_t entry = add(lemma, classes | classes_of(WordClass::verb_base));
    words_[entry].lemma = entry;
    const WordClasses inflected = classes & ~classes_of(WordClass::noun);
    const std::string past_form = past.empty() ? with_ending(lemma, "ed") : std::string(past);
    add_form(with_ending(lemma, "s"), classes | classes_of(WordClass::verb_s), entry);
    add_form(past_form, inflected | classes_of(WordClass::verb_past), entry);
    add_form(participle.empty() ? past_form : std::string(participle),
             inflected | classes_of(WordClass::verb_participle), entry);
    add_form(with_ending(lemma, "ing", past), inflected | classes_of(WordClass::verb_ing), entry);
}

std::uint32_t WordTable::find(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) {
        return 0;
    }
    std::array<char, longest_word> lower{};
    std::size_t size = 0;
    std::uint32_t hash = WordIndex::empty_hash;
    for (std::size_t i = 0; i < word.size(); ++i) {
        char c = word[i];
        if (c == '\xE2' && word.substr(i, 3) == "\xE2\x80\x99") {  // a typographic apostrophe
            c = '\'';
            i += 2;
        } else if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
        lower[size++] = c;
        hash = WordIndex::add_to_hash(hash, c);
    }
    const std::string_view folded(lower.data(), size);
    return index_.find(hash, [&](std::uint32_t entry) { return words_[entry].text == folded; });
}

}  // namespace litigraph::ingest::detail
