#include "mentions.hpp"

#include <algorithm>

// A name is a run of capitalised words. What is left to decide is where it ends ("Texas Air" but
// not "Texas Monday"), whether a sentence's first word belongs to it, and which other name of the
// article it repeats: "ICN" for "ICN Pharmaceuticals", "Breja" for "Siddharth Breja".

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

constexpr WordClasses closed = classes_of(determiner, possessive, pronoun, preposition, conjunction,
                                          modal, be, have, do_, negation, relative, conditional);
constexpr WordClasses never_name = closed | classes_of(adverb, time, number);
constexpr WordClasses ordinary =
    never_name | any_verb |
    classes_of(suit, weak_suit, court, group, company_noun, role, title, nationality, common,
               undirected, hypothetical, new_case, outcome, unit_noun);

/// Whether `shorter` is the first words of `longer`.
bool is_prefix(std::string_view shorter, std::string_view longer) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) &&
           longer[shorter.size()] == ' ';
}

std::string initials_of(std::string_view key) {
    std::string initials;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool begins = i == 0 || key[i - 1] == ' ' || key[i - 1] == '-';
        const std::string_view word = key.substr(i, key.find(' ', i) - i);
        if (begins && word != "of" && word != "and" && word != "the" && word != "&" &&
            word != "for") {
            initials.push_back(key[i]);
        }
    }
    return initials;
}

/// "Espoo-based", "Apple-owned": an adjective, not the name itself.
bool is_compound_adjective(std::string_view word) {
    constexpr std::string_view endings[] = {"-based",  "-owned", "-backed", "-listed",
                                            "-born",   "-led",   "-made",   "-style",
                                            "-funded", "-run",   "-related"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return word.ends_with(ending); });
}

bool joins_with_of(std::string_view word) {
    constexpr std::string_view heads[] = {
        "university", "bank",    "institute", "college",     "state",   "department",
        "bureau",     "city",    "county",    "board",       "church",  "republic",
        "museum",     "academy", "school",    "commission",  "court",   "association",
        "federation", "union",   "society",   "house",       "council", "ministry",
        "district",   "corp",    "office",    "corporation", "courts",  "company"};
    return std::find(std::begin(heads), std::end(heads), lower_case(word)) != std::end(heads);
}

}  // namespace

Mentions::Mentions(const Document& document, const Lexicon::Tables& tables)
    : document_(document), tables_(tables), name_at_(document.tokens.size(), no_index) {
    collect_evidence();
    for (const Sentence& sentence : document.sentences) {
        if (style_of(sentence) == Style::sentence && !sentence.is_dateline) {
            read_sentence(sentence, Style::sentence);
        }
    }
    for (const Sentence& sentence : document.sentences) {
        const Style style = style_of(sentence);
        if (style != Style::sentence) {
            read_sentence(sentence, style);
        }
    }
}

bool Mentions::has(std::uint32_t token, WordClasses classes) const {
    return (tables_.words[document_.tokens[token].word].classes & classes) != 0;
}

std::string_view Mentions::bytes(std::uint32_t first, std::uint32_t last) const {
    return document_.bytes(Span{document_.tokens[first].begin, document_.tokens[last - 1].end});
}

bool Mentions::is_capital(std::uint32_t token) const {
    const TokenShape shape = document_.tokens[token].shape;
    return shape == TokenShape::capitalised || shape == TokenShape::all_caps ||
           shape == TokenShape::mixed;
}

Mentions::Style Mentions::style_of(const Sentence& sentence) const {
    unsigned words = 0;
    unsigned capitals = 0;
    unsigned shouted = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const Token& token = document_.tokens[i];
        if (token.shape == TokenShape::punctuation || token.shape == TokenShape::number) {
            continue;
        }
        const bool is_small = has(i, closed) && token.shape != TokenShape::all_caps;
        words += !is_small;
        capitals += !is_small && is_capital(i);
        shouted += !is_small && token.shape == TokenShape::all_caps;
    }
    if (words >= 2 && shouted * 10 >= words * 7 && sentence.is_headline) {
        return Style::capitals;
    }
    return words >= 3 && capitals * 10 >= words * 7 && sentence.is_headline ? Style::title
                                                                            : Style::sentence;
}

void Mentions::collect_evidence() {
    for (const Sentence& sentence : document_.sentences) {
        if (style_of(sentence) != Style::sentence || sentence.is_dateline) {
            continue;
        }
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const Token& token = document_.tokens[i];
            if (is_capital(i)) {
                ++all_[lower_case(document_.bytes(token))];
                if (i + 2 < sentence.last_token && is_capital(i + 2) &&
                    document_.bytes(document_.tokens[i + 1]) == "and") {
                    ++pairs_[lower_case(document_.bytes(token)) + " " +
                             lower_case(document_.bytes(document_.tokens[i + 2]))];
                }
            }
            if (token.shape == TokenShape::lower) {
                ++lower_[std::string(document_.bytes(token))];
            } else if (is_capital(i) && i > sentence.first_token) {
                ++capital_[lower_case(document_.bytes(token))];
            }
        }
    }
}

void Mentions::read_sentence(const Sentence& sentence, Style style) {
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token;) {
        std::uint32_t next = i;
        if (is_capital(i) || document_.tokens[i].shape == TokenShape::number) {
            next = read_known(i, sentence, style);
            if (next == i && style != Style::sentence) {
                next = read_repeated(i, sentence);
            }
            if (next == i) {
                next = read_shape(i, sentence, style);
            }
        }
        i = std::max(next, i + 1);
    }
}

/// As the table spells it: "HOUSTON" is "Houston".
std::string Mentions::spelling(std::uint32_t first, std::uint32_t last) const {
    std::string spelled(bytes(first, last));
    const bool shouts = document_.tokens[first].shape == TokenShape::all_caps &&
                        spelled.size() > 4 && spelled.find('.') == std::string::npos;
    if (shouts &&
        std::none_of(spelled.begin(), spelled.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
        for (std::size_t i = 1; i < spelled.size(); ++i) {
            const bool inside = spelled[i - 1] != ' ' && spelled[i] >= 'A' && spelled[i] <= 'Z';
            spelled[i] = inside ? static_cast<char>(spelled[i] - 'A' + 'a') : spelled[i];
        }
    }
    return spelled;
}

std::uint32_t Mentions::read_known(std::uint32_t token, const Sentence& sentence, Style style) {
    const std::size_t longest =
        std::max(tables_.names.longest_from(document_.bytes(document_.tokens[token])),
                 tables_.names.longest_from(spelling(token, token + 1)));
    const std::uint32_t limit = std::min<std::uint32_t>(
        sentence.last_token, token + 2 * static_cast<std::uint32_t>(longest));
    for (std::uint32_t last = limit; last > token; --last) {
        const KnownName* known = tables_.names.find(spelling(token, last));
        if (known == nullptr) {
            continue;
        }
        const bool goes_on =
            style == Style::sentence && last < sentence.last_token && is_capital(last) &&
            may_continue(last, style) &&
            !has(last, classes_of(court, title, role, group, legal_form) | never_name);
        const bool is_place = known->kind == NameKind::place || known->kind == NameKind::government;
        if (goes_on && (is_place || last == token + 1)) {
            return token;  // "Texas Air", "Boston Scientific"
        }
        const std::string key = lower_case(known->common_name);
        const auto [found, is_new] =
            by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
        if (is_new) {
            Entity entity;
            entity.key = key;
            entity.kind = known->kind;
            entity.party_kind = known->kind == NameKind::agency       ? PartyKind::agency
                                : known->kind == NameKind::government ? PartyKind::government
                                                                      : PartyKind::unknown;
            entity.forms.emplace_back(known->common_name);
            entity.counts.push_back(1000);
            entity.first_use = {document_.tokens[token].begin, document_.tokens[last - 1].end};
            entities_.push_back(std::move(entity));
        }
        add_name(token, last, found->second);
        return last;
    }
    return token;
}

/// In headlines: the longest run that is, in any case, the beginning of a name of the body.
std::uint32_t Mentions::read_repeated(std::uint32_t token, const Sentence& sentence) {
    if (has(token, closed)) {
        return token;
    }
    std::uint32_t best_last = token;
    std::uint32_t best_entity = no_index;
    std::string run;
    for (std::uint32_t last = token + 1; last <= std::min(sentence.last_token, token + 7); ++last) {
        const Token& added = document_.tokens[last - 1];
        if (added.shape == TokenShape::punctuation) {
            break;
        }
        if (!run.empty()) {
            run.push_back(' ');
        }
        run += lower_case(document_.bytes(added));
        for (std::uint32_t e = 0; e < entities_.size(); ++e) {
            if (entities_[e].key == run || is_prefix(run, entities_[e].key)) {
                const bool is_ordinary =
                    last == token + 1 && has(token, any_verb | classes_of(suit));
                if (!is_ordinary && (best_entity == no_index || last > best_last)) {
                    best_last = last;
                    best_entity = e;
                }
            }
        }
    }
    if (best_entity == no_index) {
        return token;
    }
    while (best_last < sentence.last_token && has(best_last, classes_of(legal_form)) &&
           !has(best_last, closed)) {
        ++best_last;
    }
    add_name(token, best_last, best_entity);
    return best_last;
}

bool Mentions::may_begin(std::uint32_t token, const Sentence& sentence, Style style) const {
    const std::string_view word = document_.bytes(document_.tokens[token]);
    if (document_.tokens[token].shape == TokenShape::number) {
        return token + 1 < sentence.last_token && style == Style::sentence &&
               document_.tokens[token + 1].shape == TokenShape::capitalised &&
               document_.tokens[token + 1].begin == document_.tokens[token].end;
    }
    const std::string lower = lower_case(word);
    if (is_compound_adjective(lower)) {
        return false;
    }
    if (style == Style::capitals) {  // only a ticker tells a name that the body does not
        std::uint32_t next = token + 1;
        while (next < sentence.last_token &&
               document_.tokens[next].shape != TokenShape::punctuation) {
            ++next;
        }
        return !has(token, ordinary) && next < sentence.last_token &&
               document_.bytes(document_.tokens[next]) == "<";
    }
    if (style == Style::title) {
        return !has(token, ordinary) && !lower_.contains(lower);
    }
    if (has(token, classes_of(time, pronoun, legal_form))) {
        return false;
    }
    const bool is_first = token == sentence.first_token ||
                          document_.tokens[token - 1].shape == TokenShape::punctuation;
    if (!is_first) {
        return !has(token, closed) && !has(token, classes_of(title));
    }
    if (has(token, closed)) {
        return false;
    }
    const bool taught = capital_.contains(lower) && !lower_.contains(lower);
    if (has(token, ordinary)) {
        return taught;
    }
    return taught || !lower_.contains(lower);
}

bool Mentions::may_continue(std::uint32_t token, Style style) const {
    if (style != Style::sentence) {
        return !has(token, ordinary) &&
               !lower_.contains(lower_case(document_.bytes(document_.tokens[token])));
    }
    return is_capital(token) &&
           !has(token, never_name & ~classes_of(number, adverb, preposition)) &&
           !(has(token, classes_of(title)) &&
             document_.tokens[token].shape == TokenShape::all_caps);
}

/// A single capitalised word that the text mostly writes small ("the Court"), or that opens a
/// sentence before a comma ("Additionally, ...").
bool Mentions::is_ordinary_word(std::uint32_t first, std::uint32_t last, const Sentence& sentence,
                                Style style) const {
    if (last != first + 1 || style != Style::sentence) {
        return false;
    }
    const std::string word = lower_case(document_.bytes(document_.tokens[first]));
    const auto small = lower_.find(word);
    const auto big = capital_.find(word);
    const unsigned small_count = small == lower_.end() ? 0 : small->second;
    const unsigned big_count = big == capital_.end() ? 0 : big->second;
    if (small_count > big_count || (small_count > 0 && has(first, ordinary))) {
        return true;
    }
    return first == sentence.first_token && big_count == 0 && word.ends_with("ly") &&
           last < sentence.last_token && document_.bytes(document_.tokens[last]) == ",";
}

/// "Black and Decker": two words that the article never uses apart.
bool Mentions::is_pair_name(std::uint32_t token, std::uint32_t end) const {
    if (token == 0 || token + 1 >= end ||
        lower_case(document_.bytes(document_.tokens[token])) != "and" || !is_capital(token + 1)) {
        return false;
    }
    const std::string left = lower_case(document_.bytes(document_.tokens[token - 1]));
    const std::string right = lower_case(document_.bytes(document_.tokens[token + 1]));
    const auto pair = pairs_.find(left + " " + right);
    if (pair == pairs_.end() || pair->second < 2) {
        return false;
    }
    const auto count = [&](const std::string& word) {
        const auto found = all_.find(word);
        return found == all_.end() ? 0U : found->second;
    };
    return left == right ? count(left) <= 2 * pair->second + 1
                         : count(left) <= pair->second + 1 && count(right) <= pair->second + 1;
}

std::uint32_t Mentions::read_shape(std::uint32_t token, const Sentence& sentence, Style style) {
    if (!may_begin(token, sentence, style)) {
        return token;
    }
    std::uint32_t last = token + 1;
    while (last < sentence.last_token) {
        const Token& next = document_.tokens[last];
        const std::string_view mark = document_.bytes(next);
        const bool follows = last + 1 < sentence.last_token;
        if (has(last - 1, classes_of(legal_form)) && last - 1 > token && mark != "&" &&
            mark != ".") {
            break;
        }
        if (next.shape == TokenShape::number) {
            if (style != Style::sentence || mark.size() > 3) {
                break;
            }
            ++last;
        } else if (next.shape != TokenShape::punctuation && is_capital(last) &&
                   (may_continue(last, style) || has(last, classes_of(legal_form)))) {
            ++last;
        } else if (mark == "&" && follows && is_capital(last + 1)) {
            last += 2;
        } else if ((mark == "of" || mark == "for" || mark == "de") && follows &&
                   is_capital(last + 1) &&
                   (mark == "de" || joins_with_of(document_.bytes(document_.tokens[last - 1])))) {
            last += 2;
        } else if (mark == "of" && last + 2 < sentence.last_token &&
                   document_.bytes(document_.tokens[last + 1]) == "the" && is_capital(last + 2) &&
                   joins_with_of(document_.bytes(document_.tokens[last - 1]))) {
            last += 3;
        } else if (mark == "," && follows && has(last + 1, classes_of(legal_form)) &&
                   is_capital(last + 1)) {
            last += 2;
        } else if (mark == "." &&
                   document_.tokens[last - 1].end - document_.tokens[last - 1].begin == 1 &&
                   follows && is_capital(last + 1)) {
            last += 2;  // "Johnson C. Smith"
        } else {
            break;
        }
    }
    if (is_ordinary_word(token, last, sentence, style)) {
        return last;
    }
    if (last > token + 1 && lower_case(document_.bytes(document_.tokens[token])) == "case") {
        ++token;
    }
    const std::uint32_t entity = entity_of(token, last);
    if (entity != no_index) {
        add_name(token, last, entity);
    }
    return last;
}

std::uint32_t Mentions::without_legal_form(std::uint32_t first, std::uint32_t last) const {
    while (last > first + 1 && has(last - 1, classes_of(legal_form))) {
        --last;
        if (last > first + 1 && document_.tokens[last - 1].shape == TokenShape::punctuation) {
            --last;
        }
    }
    return last;
}

std::string Mentions::key_of(std::uint32_t first, std::uint32_t last) const {
    last = without_legal_form(first, last);
    std::string key;
    for (std::uint32_t i = first; i < last; ++i) {
        if (document_.tokens[i].shape == TokenShape::punctuation &&
            document_.bytes(document_.tokens[i]) != "&") {
            continue;
        }
        if (!key.empty()) {
            key.push_back(' ');
        }
        key += lower_case(document_.bytes(document_.tokens[i]));
    }
    if (key.ends_with(".com") && key.size() > 6) {
        key.resize(key.size() - 4);
    }
    return key;
}

std::uint32_t Mentions::find_alias(std::string_view key) const {
    std::uint32_t found = no_index;
    unsigned matches = 0;
    for (std::uint32_t e = 0; e < entities_.size(); ++e) {
        const Entity& entity = entities_[e];
        if (entity.is_generic || entity.kind != NameKind::company) {
            continue;
        }
        const std::string& other = entity.key;
        const bool is_surname = key.find(' ') == std::string_view::npos && key.size() > 2 &&
                                other.ends_with(key) && other.size() > key.size() &&
                                other[other.size() - key.size() - 1] == ' ' &&
                                entity.party_kind != PartyKind::company;
        const bool is_acronym =
            key.size() >= 3 && key.find(' ') == std::string_view::npos && initials_of(other) == key;
        const bool is_longer = is_prefix(other, key) && other.find(' ') == std::string::npos;
        if (is_prefix(key, other) || is_surname || is_acronym || is_longer) {
            found = found == no_index ? e : found;
            ++matches;
        }
    }
    return matches == 1 ? found : no_index;
}

void Mentions::set_kind(Entity& entity, std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
        const std::string word = lower_case(document_.bytes(document_.tokens[i]));
        if (has(i, classes_of(court)) && word != "judge") {
            entity.kind = NameKind::court;
        } else if (word == "university" || word == "college" || word == "institute") {
            entity.party_kind = PartyKind::university;
        } else if (i > first && has(i, classes_of(legal_form))) {
            entity.party_kind = PartyKind::company;
        } else if (word == "times" || word == "journal" || word == "news" || word == "herald" ||
                   word == "tribune" || word == "gazette" || word == "daily") {
            entity.kind = i + 1 == last || i == first ? NameKind::media : entity.kind;
        }
    }
    if (first > 0 && has(first - 1, classes_of(title)) && entity.party_kind == PartyKind::unknown) {
        const std::string before = lower_case(document_.bytes(document_.tokens[first - 1]));
        const bool is_judge = before == "judge" || before == "justice";
        entity.party_kind = PartyKind::person;
        entity.kind = is_judge ? NameKind::other : entity.kind;
    }
}

/// "its subsidiary Lumenar Labs" is not Lumenar.
bool Mentions::is_named_unit(std::uint32_t first) const {
    const std::uint32_t begin = first > 3 ? first - 3 : 0;
    for (std::uint32_t i = first; i > begin; --i) {
        if (has(i - 1, classes_of(unit_noun))) {
            return true;
        }
        const std::string_view mark = document_.bytes(document_.tokens[i - 1]);
        if (document_.tokens[i - 1].shape == TokenShape::punctuation && mark != ",") {
            return false;
        }
    }
    return false;
}

std::uint32_t Mentions::entity_of(std::uint32_t first, std::uint32_t last) {
    const std::string key = key_of(first, last);
    if (key.size() < 2) {
        return no_index;
    }
    std::uint32_t entity = no_index;
    if (const auto found = by_key_.find(key); found != by_key_.end()) {
        entity = found->second;
    } else if (entity = is_named_unit(first) ? no_index : find_alias(key); entity == no_index) {
        entity = static_cast<std::uint32_t>(entities_.size());
        Entity made;
        made.key = key;
        made.first_use = {document_.tokens[first].begin, document_.tokens[last - 1].end};
        entities_.push_back(std::move(made));
    }
    by_key_.emplace(key, entity);
    Entity& known = entities_[entity];
    const bool is_full = last > first + 1 && has(last - 1, classes_of(legal_form));
    const bool is_longer = is_prefix(known.key, key);  // "Google Maps" for "Google"
    if (is_longer && is_full) {
        known.key = key;
    }
    if (known.kind == NameKind::company) {
        set_kind(known, first, last);
        const std::string full(bytes(first, last));
        const std::string form(bytes(first, without_legal_form(first, last)));
        if (full != form &&
            std::find(known.forms.begin(), known.forms.end(), full) == known.forms.end()) {
            known.forms.push_back(full);
            known.counts.push_back(0);
        }
        const auto seen = std::find(known.forms.begin(), known.forms.end(), form);
        if (seen == known.forms.end()) {
            known.forms.push_back(form);
            known.counts.push_back(is_longer && !is_full ? 0 : 1);
        } else if (!is_longer) {
            ++known.counts[static_cast<std::size_t>(seen - known.forms.begin())];
        }
    }
    return entity;
}

void Mentions::add_name(std::uint32_t first, std::uint32_t last, std::uint32_t entity) {
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({first, last, entity});
    std::fill(name_at_.begin() + first, name_at_.begin() + last, index);
}

bool Mentions::can_be_party(std::uint32_t entity) const {
    const NameKind kind = entities_[entity].kind;
    return kind == NameKind::agency || kind == NameKind::government || kind == NameKind::company;
}

std::uint32_t Mentions::described(std::string_view words, Span where) {
    const std::string key = lower_case(words);
    const auto [found, is_new] =
        by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
    if (is_new) {
        Entity entity;
        entity.key = key;
        entity.party_kind = PartyKind::group;
        entity.forms.emplace_back(words);
        entity.counts.push_back(1);
        entity.first_use = where;
        entity.is_generic = true;
        entities_.push_back(std::move(entity));
    }
    return found->second;
}

}  // namespace litigraph::ingest::detail
