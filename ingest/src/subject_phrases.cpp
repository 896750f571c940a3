#include "subject_phrases.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

constexpr std::size_t most_words = 7;
constexpr std::size_t longest_model_number = 4;

constexpr WordClasses somebody = classes_of(
    WordClass::company_noun, WordClass::role, WordClass::group, WordClass::title,
    WordClass::public_noun, WordClass::accused, WordClass::accuser, WordClass::unit_noun,
    WordClass::agency_noun, WordClass::org_noun, WordClass::legal_form, WordClass::given_name);

/// "iPhone"; not the names of persons like "McGraw".
bool has_inner_capital(std::string_view word) {
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const std::size_t prefix = word.starts_with("Mc") ? 2 : word.starts_with("Mac") ? 3 : 0;
    const bool is_person = prefix != 0 && word.size() > prefix + 1 && is_upper(word[prefix]) &&
                           is_lower(word[prefix + 1]);
    const auto inner = std::ranges::adjacent_find(
        word, [&](char a, char b) { return is_lower(a) && is_upper(b); });
    return word.size() > 2 && !is_person && inner != word.end();
}

bool is_quote(char c) { return c == '"' || c == '\''; }

bool is_within(std::span<const Span> spans, const FoldedWord& word) {
    return std::ranges::any_of(
        spans, [&](const Span& span) { return span.begin <= word.begin && word.begin < span.end; });
}

}  // namespace

SubjectPhrases::SubjectPhrases(const FoldedWords& words, const Lexicon::Tables& tables,
                               NamedSpans names)
    : words_(words), tables_(tables), names_(names) {
    constexpr std::size_t long_word = 4;
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    classes_.reserve(words.size());
    begins_.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        classes_.push_back(tables.words[tables.words.find(words.text(i))].classes);
        begins_.push_back(tables.subjects.classes_at(words, i));
        long_words += words.text(i).size() >= long_word ? 1 : 0;
        capitals += words.text(i).size() >= long_word && words[i].capital ? 1 : 0;
    }
    is_title_case_ = 2 * capitals > long_words + capitals / 2;
}

bool SubjectPhrases::is_closed(std::size_t i) const {
    constexpr WordClasses closed = classes_of(
        WordClass::determiner, WordClass::possessive, WordClass::pronoun, WordClass::preposition,
        WordClass::conjunction, WordClass::modal, WordClass::be, WordClass::have, WordClass::do_,
        WordClass::negation, WordClass::relative, WordClass::conditional);
    const bool in_name = i > 0 && words_[i].capital && words_[i - 1].capital && !is_title_case_;
    return has(i, closed) && !in_name && !is_hyphened(i) && !(i > 0 && is_hyphened(i - 1));
}

bool SubjectPhrases::is_hyphened(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].gap == '-' &&
           words_[i + 1].begin == words_[i].end + 1;
}

bool SubjectPhrases::is_masked(std::size_t i) const { return is_within(names_.masked, words_[i]); }

bool SubjectPhrases::is_separated(std::size_t i) const {
    constexpr std::string_view joining = " -/'\"&";
    return i < words_.size() && !is_in_address(i) &&
           (joining.find(words_[i].gap) == std::string_view::npos || is_after_dash(i));
}

bool SubjectPhrases::is_in_address(std::size_t i) const {
    return i > 0 && words_[i].gap == '.' && words_[i].begin == words_[i - 1].end + 1 &&
           !words_[i].number;
}

bool SubjectPhrases::begins_quoted_name(std::size_t i) const {
    return i < words_.size() && (words_[i].gap == '"' || words_[i].gap == '\'') &&
           is_name_word(i) && !words_[i - 1].capital;
}

bool SubjectPhrases::is_quoted_name(const Phrase& phrase) const {
    const std::string_view text = words_.sentence();
    const std::uint32_t end = words_[phrase.last - 1].end;
    const std::size_t first = phrase.first > 0 && words_.text(phrase.first - 1) == "the"
                                  ? phrase.first - 1
                                  : phrase.first;  // "The Lake"
    const bool opened = is_quote(words_[phrase.first].gap) || is_quote(words_[first].gap);
    const bool stopped = end < text.size() && (text[end] == ',' || text[end] == '.');
    const std::string_view after = text.substr(stopped ? end + 1 : end);
    const bool closed =
        !after.empty() && (is_quote(after[0]) || after.starts_with("\xE2\x80\x9D") ||
                           after.starts_with("\xE2\x80\x99"));
    return opened && closed && is_name_word(phrase.first) && is_name_word(phrase.last - 1);
}

bool SubjectPhrases::is_after_dash(std::size_t i) const {
    const bool spaced = i > 0 && words_[i].begin > words_[i - 1].end + 1;
    return words_[i].gap == '_' || (words_[i].gap == '-' && spaced);
}

Phrase SubjectPhrases::phrase_at(std::size_t i) const {
    constexpr WordClasses skipped =
        classes_of(WordClass::determiner, WordClass::possessive, WordClass::number);
    std::size_t first = i;
    while (first < words_.size() && (first == i || !is_separated(first)) &&
           ((has(first, skipped) &&
             !(has(first, classes_of(WordClass::number)) && begins_name(first))) ||
            is_masked(first) || words_[first].possessive ||
            (words_.text(first).ends_with("ly") && !words_[first].capital) ||
            words_.text(first) == "s" || (is_counted(first) && words_.text(first + 1) == "of") ||
            (first > i && words_.text(first) == "of" &&
             (words_.text(first - 1) == "those" || is_counted(first - 1))) ||
            (words_.text(first) == "those" && words_.text(first + 1) == "of") ||
            (words_[first].number && words_.text(first + 1) != "d")) &&
           first - i < most_words) {
        ++first;
    }
    const bool after_name = first > i && is_masked(first - 1) && !words_[first - 1].possessive;
    const bool verb = has(first, classes_of(WordClass::verb_past, WordClass::verb_s)) &&
                      !words_.text(first).empty() && !is(first, SubjectClass::goods);
    if (verb && (after_name || (i > 0 && words_.text(i - 1) == "and"))) {
        return {first, first};
    }
    std::size_t last = first;
    while (last < words_.size() && last - first < most_words && continues(first, last)) {
        ++last;
    }
    return {first, last};
}

/// "Monday" in "Blue Monday Morning"
bool SubjectPhrases::is_inside_quotes(std::size_t first, std::size_t i) const {
    const char quote = words_[first].gap;
    bool inside = is_quote(quote) && words_[i].capital;
    for (std::size_t at = first + 1; at <= i; ++at) {
        inside = inside && words_[at].gap == ' ';
    }
    return inside;
}

bool SubjectPhrases::is_counted(std::size_t number) const {
    constexpr std::array<std::string_view, 3> many = {"dozens", "hundreds", "thousands"};
    const std::string_view word = words_.text(number);
    return words_[number].number || word.ends_with("illion") || word.ends_with("illions") ||
           std::ranges::find(many, word) != many.end();
}

bool SubjectPhrases::continues(std::size_t first, std::size_t i) const {
    const bool link = is(i, SubjectClass::right_link) || is(i, SubjectClass::suit_link) ||
                      is(i, SubjectClass::end);
    if (i != first && joins_name(i)) {
        return true;
    }
    const bool in_name = i != first && is_name_word(i) && words_[i - 1].capital;
    if ((i != first && is_separated(i)) || (link && !is_hyphened(i) && !in_name) || is_closed(i) ||
        is_masked(i)) {
        return false;
    }
    if (i == first) {
        return true;
    }
    if (words_[i - 1].possessive || begins_quoted_name(i)) {
        return false;
    }
    const bool past = has(i, classes_of(WordClass::verb_past, WordClass::verb_participle)) &&
                      !has(i, classes_of(WordClass::verb_base)) && is_small(i) &&
                      words_[i].gap != '-';
    const bool unknown_past =
        words_.text(i).ends_with("ed") && is_small(i) && words_[i].gap != '-' &&
        (i + 1 == words_.size() || is_separated(i + 1) ||
         has(i + 1,
             classes_of(WordClass::determiner, WordClass::possessive, WordClass::preposition)));
    const bool governs =
        has(i, any_verb) && is_small(i) && !is_separated(i + 1) &&
        has(i + 1, classes_of(WordClass::determiner, WordClass::possessive, WordClass::pronoun));
    const bool told = words_.text(i - 1).ends_with('s') && !words_[i].capital &&
                      has(i, classes_of(WordClass::verb_base, WordClass::verb_s)) &&
                      !is(i, SubjectClass::goods) && !is(i, SubjectClass::tail);
    const bool finite = has(i, classes_of(WordClass::verb_s)) && is_small(i) &&
                        !has(i, classes_of(WordClass::noun)) && i + 1 < words_.size() &&
                        !is_separated(i + 1) && !is_closed(i + 1) && !is(i, SubjectClass::goods) &&
                        !is(i, SubjectClass::tail);  // "leak exceeds"
    const bool time = has(i, classes_of(WordClass::time)) && words_[i].capital;
    const bool adverb = has(i, classes_of(WordClass::adverb)) || words_.text(i) == "without";
    return is_inside_quotes(first, i) ||
           (!past && !unknown_past && !governs && !told && !finite && !time && !adverb);
}

bool SubjectPhrases::is_name_word(std::size_t i) const {
    return i > 0 && words_[i].capital && !is_title_case_;
}

bool SubjectPhrases::begins_name(std::size_t i) const {
    return is_name_word(i) && i + 1 < words_.size() && words_[i + 1].capital &&
           !is_separated(i + 1) && !is_masked(i + 1);
}

bool SubjectPhrases::joins_name(std::size_t i) const {
    const std::string_view word = words_.text(i);
    if (word == "the") {
        return words_.text(i - 1) == "of" && i > 1 && joins_name(i - 1);
    }
    const std::size_t next = words_.text(i + 1) == "the" ? i + 2 : i + 1;
    return word == "of" && !is_title_case_ && words_[i - 1].capital && !is_masked(i - 1) &&
           next < words_.size() && words_[next].capital && !is_masked(next) && !is_separated(i);
}

Phrase SubjectPhrases::phrase_before(std::size_t end, bool numbered) const {
    std::size_t first = end;
    while (first > 0 && end - first < most_words && (!is_separated(first) || first == end) &&
           (may_stand_before_right(first - 1) || (numbered && words_[first - 1].number))) {
        --first;
    }
    return {first, end};
}

bool SubjectPhrases::may_stand_before_right(std::size_t i) const {
    const bool finite = has(i, classes_of(WordClass::verb_past, WordClass::verb_s)) && is_small(i);
    const bool joined = i > 0 && is_hyphened(i - 1);  // "plug-in"
    const bool acting = !joined && (is(i, SubjectClass::end) || is(i, SubjectClass::wrong) ||
                                    is(i, SubjectClass::suit_link) ||
                                    is(i, SubjectClass::right_link) || is_infinitive(i));
    const bool counts = has(i, classes_of(WordClass::number)) && !begins_name(i);
    return !is_closed(i) && !counts && !finite && !acting && !is_masked(i) &&
           !words_[i].possessive && !words_[i].number;
}

bool SubjectPhrases::is_infinitive(std::size_t i) const {
    return i > 0 && words_.text(i - 1) == "to" &&
           (i < 2 || match(i - 2, SubjectClass::right_link).words < 2);
}

Phrase SubjectPhrases::trimmed(Phrase phrase) const {
    while (!phrase.empty()) {
        const std::size_t lead = lead_words(phrase.first);
        if (lead == 0) {
            break;
        }
        phrase.first = std::min(phrase.first + lead, phrase.last);
    }
    while (phrase.last - phrase.first > 1 && words_[phrase.last - 1].number &&
           !is_product(phrase)) {
        --phrase.last;
    }
    while (phrase.last - phrase.first > 1 && is_tail(phrase)) {
        --phrase.last;
    }
    return phrase;
}

std::size_t SubjectPhrases::lead_words(std::size_t i) const {
    if (begins_name(i)) {
        return 0;
    }
    const bool describes = has(i, classes_of(WordClass::nationality, WordClass::adverb)) ||
                           words_.text(i).ends_with("ly");
    const std::size_t words =
        std::max(match(i, SubjectClass::lead).words, std::size_t{describes ? 1U : 0U});
    const bool goes_on = words != 0 && is_hyphened(i + words - 1);  // "high-definition"
    return goes_on ? 0 : words;
}

bool SubjectPhrases::is_tail(const Phrase& phrase) const {
    const std::size_t last = phrase.last - 1;
    if (is(last, SubjectClass::tail)) {
        return true;
    }
    return is_misspelt_patents(words_.text(last)) && !term_in({phrase.first, last}).empty();
}

bool SubjectPhrases::is_misspelt_patents(std::string_view word) {
    constexpr std::string_view right = "patents";
    if (word.size() != right.size()) {
        return false;
    }
    int wrong = 0;
    for (std::size_t i = 0; i < right.size(); ++i) {
        wrong += word[i] == right[i] ? 0 : 1;
    }
    return wrong == 1;
}

std::string_view SubjectPhrases::term_in(const Phrase& phrase) const {
    const std::size_t end = skip_tails(phrase.last);
    TechnologyTable::Match best;
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
        const auto match = tables_.technologies.match(words_, i);
        if (match.words >= best.words && match.words <= end - i && match.words != 0) {
            best = match;
        }
    }
    return best.id;
}

bool SubjectPhrases::ends_in_term(const Phrase& phrase) const {
    for (std::size_t i = phrase.first; i + 1 < phrase.last; ++i) {
        if (i + tables_.technologies.match(words_, i).words == phrase.last) {
            return true;
        }
    }
    return false;
}

bool SubjectPhrases::is_concrete(const Phrase& phrase) const {
    std::size_t last = phrase.last;
    while (last - phrase.first > 1 &&
           (is(last - 1, SubjectClass::generic) || is(last - 1, SubjectClass::hollow))) {
        --last;
    }
    for (std::size_t i = phrase.first; i < last; ++i) {
        if (i + match(i, SubjectClass::goods).words >= last) {
            return true;
        }
    }
    if (last - phrase.first > 1 && is_hyphened(last - 2) &&
        has(last - 1, classes_of(WordClass::preposition))) {
        return true;  // "plug-in"
    }
    if (last == phrase.last) {
        const bool opened =
            phrase.first > 0 &&
            (has(phrase.first - 1, classes_of(WordClass::determiner, WordClass::possessive)) ||
             words_[phrase.first - 1].possessive);
        return is_concrete_noun(last - 1, opened && last - phrase.first == 1);
    }
    return !is_somebody(last - 1) && !is(last - 1, SubjectClass::excluded);
}

bool SubjectPhrases::is_concrete_noun(std::size_t i, bool opened) const {
    constexpr WordClasses thing =
        classes_of(WordClass::noun, WordClass::company_word, WordClass::product_noun);
    constexpr std::size_t shortest = 3;
    const std::string_view word = words_.text(i);
    constexpr WordClasses verb = classes_of(WordClass::verb_base, WordClass::verb_s);
    const bool may_be_noun = classes_[i] == 0 || has(i, thing) || (opened && has(i, verb));
    const bool long_enough = word.size() >= shortest || is_name_word(i);
    return may_be_noun && !is_somebody(i) && long_enough && !words_[i].number &&
           !is(i, SubjectClass::excluded) && !is(i, SubjectClass::generic) &&
           !is(i, SubjectClass::hollow) && !is_abstract(i);
}

bool SubjectPhrases::is_abstract(std::size_t i) const {
    return !is_name_word(i) &&
           (is(i, SubjectClass::abstract) || has_abstract_ending(words_.text(i)));
}

bool SubjectPhrases::has_abstract_ending(std::string_view word) {
    constexpr std::array<std::string_view, 23> endings = {
        "tion", "sion", "ment", "ance", "ence", "ness", "ship", "ity", "itie", "ism", "cy",  "cie",
        "ing",  "ed",   "ly",   "able", "ible", "ous",  "less", "ful", "ical", "ial", "onal"};
    const std::string_view bare =
        word.ends_with('s') && !word.ends_with("ss") ? word.substr(0, word.size() - 1) : word;
    return std::ranges::any_of(endings,
                               [&](std::string_view each) { return bare.ends_with(each); });
}

bool SubjectPhrases::is_product(const Phrase& phrase) const {
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
        const bool model = words_[i].number && i > phrase.first && words_[i - 1].capital &&
                           words_.text(i).size() <= longest_model_number &&
                           !is(i - 1, SubjectClass::excluded) &&
                           !has(i - 1, classes_of(WordClass::time));
        if (model) {
            return true;
        }
        if (has_inner_capital(words_.span(i, i)) || (i > phrase.first && is_in_address(i)) ||
            is_within(names_.products, words_[i])) {
            return true;
        }
        const KnownName* name = tables_.names.find(words_.span(i, i));
        if (name != nullptr && name->kind == NameKind::other && !is(i, SubjectClass::excluded)) {
            return true;
        }
    }
    return false;
}

std::size_t SubjectPhrases::skip_tails(std::size_t i) const {
    while (i < words_.size() && !is_separated(i) && is(i, SubjectClass::tail)) {
        ++i;
    }
    return i;
}

bool SubjectPhrases::holds_excluded(const Phrase& phrase) const {
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
        if (is(i, SubjectClass::excluded)) {
            return true;
        }
    }
    return false;
}

bool SubjectPhrases::ends_in_excluded(const Phrase& phrase) const {
    for (std::size_t i = phrase.first; i < phrase.last; ++i) {
        if (is(i, SubjectClass::excluded) &&
            i + match(i, SubjectClass::excluded).words == phrase.last) {
            return true;
        }
    }
    return false;
}

bool SubjectPhrases::is_known(const Phrase& phrase) const {
    if (phrase.empty()) {
        return false;
    }
    const std::size_t head = phrase.last - 1;
    const bool term = ends_in_term(phrase) || tables_.technologies.match(words_, head).words == 1;
    return is_quoted_name(phrase) ||
           (!is_somebody(head) && !is_company_name(phrase) && (term || is_product(phrase)));
}

bool SubjectPhrases::is_company_name(const Phrase& phrase) const {
    const std::size_t head = phrase.last - 1;
    const std::uint32_t begin = words_[phrase.first].begin;
    const KnownName* known =
        tables_.names.find(words_.sentence().substr(begin, words_[head].end - begin));
    if (known != nullptr && known->kind == NameKind::other) {
        return false;  // "App Store"
    }
    return phrase.last - phrase.first > 1 && has(head, classes_of(WordClass::company_word)) &&
           is_name_word(head) && words_[head - 1].capital;
}

bool SubjectPhrases::is_bare_name(const Phrase& phrase) const {
    if (!words_[phrase.last - 1].capital || is_title_case_) {
        return false;
    }
    constexpr std::array<std::string_view, 5> articles = {"a", "an", "the", "these", "this"};
    const std::size_t before = phrase.first - 1;
    const bool opened =
        phrase.first > 0 &&
        (std::ranges::find(articles, words_.text(before)) != articles.end() ||
         has(before, classes_of(WordClass::possessive)) || words_[before].possessive);
    const char gap = words_[phrase.first].gap;
    return !opened && gap != '"' && gap != '\'';
}

bool SubjectPhrases::is_somebody(std::size_t i) const {
    return has(i, somebody) && !is(i, SubjectClass::goods);
}

bool SubjectPhrases::begins_clause(std::size_t i) const {
    constexpr WordClasses told = classes_of(WordClass::verb_past, WordClass::verb_s);
    const bool infinitive =
        i > 0 && has(i - 1, classes_of(WordClass::adverb, WordClass::modal, WordClass::pronoun)) &&
        has(i, classes_of(WordClass::verb_base));
    const bool bare = i > 0 && (words_.text(i - 1) == "to" || words_.text(i - 1) == "and") &&
                      has(i, classes_of(WordClass::verb_base));
    return !words_[i].capital && (has(i, told) || infinitive || bare);
}

bool SubjectPhrases::is_long_number(std::string_view word) {
    constexpr std::ptrdiff_t many = 5;
    return std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; }) >= many;
}

}  // namespace litigraph::ingest::detail
