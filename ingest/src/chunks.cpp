#include "chunks.hpp"

#include <algorithm>

// Without a tagger, whether a word is a verb here is told by its neighbours: after "the" or "to"
// there is little doubt.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

ChunkReader::ChunkReader(const Document& document, const WordTable& words, const Mentions& mentions)
    : document_(document), words_(words), mentions_(mentions) {}

bool ChunkReader::has(std::uint32_t token, WordClasses classes) const {
    if (token >= end_ || is_name(token)) {
        return false;
    }
    WordClasses own = words_[document_.tokens[token].word].classes;
    if ((own & classes_of(modal)) != 0 && is_month_of_may(token)) {
        own = classes_of(time);
    }
    return (own & classes) != 0;
}

/// "in May", "May 25", not "May Zephra sue?"
bool ChunkReader::is_month_of_may(std::uint32_t token) const {
    if (!is_mark(token, "May")) {
        return false;
    }
    const bool has_day =
        token + 1 < end_ && document_.tokens[token + 1].shape == TokenShape::number;
    constexpr WordClasses openers = classes_of(preposition, time, adverb, determiner, possessive);
    return has_day ||
           (token > begin_ && (words_[document_.tokens[token - 1].word].classes & openers) != 0);
}

bool ChunkReader::modifier_has(const Chunk& nominal, WordClasses classes) const {
    for (std::uint32_t i = nominal.first; i < nominal.head; ++i) {
        if (has(i, classes)) {
            return true;
        }
    }
    return false;
}

bool ChunkReader::has_sum(const Chunk& nominal) const {
    for (std::uint32_t i = nominal.first; i < nominal.head; ++i) {
        if (is_mark(i, "million") || is_mark(i, "billion") || is_mark(i, "mln") ||
            is_mark(i, "bln")) {
            return true;
        }
    }
    return false;
}

bool ChunkReader::is_mark(std::uint32_t token, std::string_view mark) const {
    return token < end_ && document_.bytes(document_.tokens[token]) == mark;
}

bool ChunkReader::is_apostrophe_s(std::uint32_t token) const {
    if (token >= end_ || document_.tokens[token].shape != TokenShape::punctuation ||
        is_name(token)) {
        return false;
    }
    const std::string_view mark = document_.bytes(document_.tokens[token]);
    if (mark == "'s" || mark == "\xE2\x80\x99s" || mark == "'S") {
        return true;
    }
    const bool bare = mark == "'" || mark == "\xE2\x80\x99";
    return bare && token > begin_ && token + 1 < end_ &&
           document_.tokens[token].begin == document_.tokens[token - 1].end &&
           document_.text[document_.tokens[token].begin - 1] == 's' &&
           document_.tokens[token + 1].begin > document_.tokens[token].end &&
           document_.tokens[token + 1].shape != TokenShape::punctuation;
}

void ChunkReader::push(ChunkKind kind, std::uint32_t first, std::uint32_t last) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.head = last - 1;
    chunks_.push_back(chunk);
}

void ChunkReader::read(const Sentence& sentence) {
    begin_ = sentence.first_token;
    end_ = sentence.last_token;
    shouts_ = sentence.is_headline;
    chunks_.clear();
    for (std::uint32_t token = begin_; token < end_;) {
        token = std::max(read_chunk(token), token + 1);
    }
}

std::uint32_t ChunkReader::skip_parenthesis(std::uint32_t token) const {
    const bool angle = is_mark(token, "<");
    const std::string_view closing = angle ? ">" : is_mark(token, "(") ? ")" : "]";
    for (std::uint32_t i = token + 1; i < std::min(end_, token + 40); ++i) {
        if (is_mark(i, closing)) {
            const bool is_party = angle && i > token + 2;  // "<Gull Air Inc>" is no ticker
            return is_party ? token + 1 : i + 1;
        }
    }
    return token + 1;
}

std::uint32_t ChunkReader::read_chunk(std::uint32_t token) {
    if (is_name(token)) {
        return read_nominal(token);
    }
    if (document_.tokens[token].shape == TokenShape::punctuation) {
        return read_mark(token);
    }
    const bool is_degree =
        (has(token, classes_of(adverb)) && is_mark(token + 1, "than")) ||
        (is_mark(token, "at") && (is_mark(token + 1, "least") || is_mark(token + 1, "most")));
    if (is_degree) {
        push(ChunkKind::adverbial, token, token + 2);
        return token + 2;
    }
    if (is_floating(token)) {
        push(ChunkKind::adverbial, token, token + 1);
        return token + 1;
    }
    if (const std::uint32_t after = read_verb_group(token); after > token) {
        return after;
    }
    if (const std::uint32_t after = read_function_word(token); after > token) {
        return after;
    }
    return read_nominal(token);
}

/// The dash of "Ill.-based".
bool ChunkReader::is_hyphen(std::uint32_t token) const {
    return is_mark(token, "-") && token + 1 < end_ &&
           document_.tokens[token].end == document_.tokens[token + 1].begin;
}

/// A comma, or a dash that stands for one.
bool ChunkReader::is_comma(std::uint32_t token) const {
    if (is_hyphen(token)) {
        return false;
    }
    return is_mark(token, ",") || is_mark(token, "-") || is_mark(token, "--") ||
           is_mark(token, "\xE2\x80\x93") || is_mark(token, "\xE2\x80\x94");
}

std::uint32_t ChunkReader::read_mark(std::uint32_t token) {
    const std::string_view mark = document_.bytes(document_.tokens[token]);
    if (mark == "(" || mark == "[" || mark == "<") {
        return skip_parenthesis(token);
    }
    if (is_comma(token)) {
        push(ChunkKind::comma, token, token + 1);
        chunks_.back().is_dash = mark != ",";
    } else if (mark == ";" || mark == ":") {
        push(ChunkKind::stop, token, token + 1);
    } else if (mark == "&") {
        push(ChunkKind::conjunction, token, token + 1);
    }
    return token + 1;
}

/// Returns `token` if none stands there.
std::uint32_t ChunkReader::read_function_word(std::uint32_t token) {
    const auto is_one = [&](ChunkKind kind) {
        push(kind, token, token + 1);
        return token + 1;
    };
    if (is_point_in_time(token)) {
        push(ChunkKind::adverbial, token, token + 2);
        return token + 2;
    }
    if (has(token, classes_of(relative)) &&
        (!has(token, classes_of(determiner)) || is_name(token + 1) || is_titled(token + 1) ||
         has(token + 1, auxiliary_words | classes_of(pronoun, determiner, possessive, number)) ||
         is_verb(token + 1))) {
        return is_one(ChunkKind::relative);
    }
    if (has(token, classes_of(conditional)) && !has(token, classes_of(modal))) {
        return is_one(ChunkKind::conditional);
    }
    if (has(token, classes_of(conjunction))) {
        return is_one(ChunkKind::conjunction);
    }
    if (has(token, classes_of(preposition))) {
        return is_one(ChunkKind::preposition);
    }
    if (has(token, classes_of(adverb, negation)) && !has(token, classes_of(determiner))) {
        return is_one(ChunkKind::adverbial);
    }
    const bool is_number =
        has(token, classes_of(time)) || document_.tokens[token].shape == TokenShape::number;
    return is_number && !counts_noun(token) ? is_one(ChunkKind::adverbial) : token;
}

/// "Attorney" in "the case that Attorney General Jane Roe filed"
bool ChunkReader::is_titled(std::uint32_t token) const {
    return token < end_ && !shouts_ && document_.tokens[token].shape == TokenShape::capitalised &&
           has(token, classes_of(role, title));
}

/// "13" in "13 legal proceedings", not in "in 2013" or "30 days".
bool ChunkReader::counts_noun(std::uint32_t token) const {
    if (token + 1 >= end_) {
        return false;
    }
    if (token > begin_ && is_apostrophe_s(token - 1)) {
        return true;  // "Zephra's 2011 suit"
    }
    if (has(token + 1, classes_of(suit, weak_suit, group, company_noun))) {
        return true;
    }
    if (token > begin_ && has(token - 1, classes_of(time))) {
        return false;  // "on March 1 Zephra sued"
    }
    const Token& here = document_.tokens[token];
    const bool is_year = here.end - here.begin == 4;
    return here.shape == TokenShape::number && !is_year &&
           document_.tokens[token + 1].shape != TokenShape::punctuation &&
           !has(token + 1, closed_words | classes_of(time, adverb)) && !is_verb(token + 1);
}

bool ChunkReader::begins_object(std::uint32_t token) const {
    while (has(token, classes_of(adverb)) && !has(token, classes_of(determiner))) {
        ++token;
    }
    return token < end_ && (is_name(token) ||
                            has(token, classes_of(determiner, possessive, pronoun, suit, weak_suit,
                                                  relative, number)) ||
                            is_mark(token, "<"));
}

/// "this week", "the month" before the end of a phrase: not "the May suit" or "this week's suit".
bool ChunkReader::is_point_in_time(std::uint32_t token) const {
    if (is_mark(token, "this") && is_mark(token + 1, "time")) {
        return true;
    }
    if (!has(token, classes_of(determiner)) || !has(token + 1, classes_of(time)) ||
        has(token + 1, classes_of(group, number))) {
        return false;
    }
    const std::uint32_t next = token + 2;
    return next >= end_ || has(next, closed_words | any_verb | classes_of(adverb, time)) ||
           (document_.tokens[next].shape == TokenShape::punctuation && !is_apostrophe_s(next) &&
            !is_mark(next, "\""));
}

/// "both" in "X and Y both sued", not in "both suits"; "itself" in "X itself was sued"; "pending"
/// in "a suit pending against X".
bool ChunkReader::is_floating(std::uint32_t token) const {
    if (token == begin_) {
        return false;
    }
    if (is_mark(token, "pending")) {
        return has(token - 1, classes_of(suit, weak_suit)) &&
               has(token + 1, classes_of(preposition));
    }
    if (is_mark(token, "itself") || is_mark(token, "himself") || is_mark(token, "herself") ||
        is_mark(token, "themselves")) {
        return is_name(token - 1);
    }
    if (!is_mark(token, "both") && !is_mark(token, "each")) {
        return false;
    }
    return is_name(token - 1) && (has(token + 1, auxiliary_words) ||
                                  (has(token + 1, classes_of(verb_past)) &&
                                   !has(token + 1, classes_of(suit, weak_suit, noun))));
}

bool ChunkReader::is_currency(std::uint32_t token) const {
    return is_mark(token, "$") && token + 1 < end_ &&
           document_.tokens[token + 1].shape == TokenShape::number;
}

/// The last mark of "the 'Night Show' host".
bool ChunkReader::closes_quote(std::uint32_t token) const {
    if (!is_mark(token, "'") && !is_mark(token, "\xE2\x80\x99")) {
        return false;
    }
    constexpr std::uint32_t longest = 6;  // words of a title
    for (std::uint32_t i = token; i > begin_ && i + longest > token; --i) {
        if (is_mark(i - 1, "'") || is_mark(i - 1, "\xE2\x80\x98")) {
            return true;
        }
        if (document_.tokens[i - 1].shape == TokenShape::punctuation) {
            return false;
        }
    }
    return false;
}

bool ChunkReader::ends_nominal(std::uint32_t token) const {
    if (token >= end_) {
        return true;
    }
    const bool is_the_following =
        token > begin_ && is_mark(token, "following") && is_mark(token - 1, "the");
    if (is_name(token) || is_currency(token) || is_the_following) {
        return false;
    }
    if (is_floating(token)) {
        return true;
    }
    if (document_.tokens[token].shape == TokenShape::punctuation) {
        return !(is_hyphen(token) || is_mark(token, "\"") || is_mark(token, "\xE2\x80\x9C") ||
                 is_mark(token, "\xE2\x80\x9D") || is_mark(token, "\xE2\x80\x98") ||
                 closes_quote(token));
    }
    if (has(token, auxiliary_words |
                       classes_of(preposition, conjunction, relative, pronoun, conditional))) {
        return true;
    }
    if (is_mark(token, "to")) {
        return true;
    }
    return is_verb(token);
}

/// Whether a new phrase begins inside what looks like one: "the suit | this week".
bool ChunkReader::begins_new_phrase(std::uint32_t at) const {
    if (has(at, classes_of(determiner, possessive)) && !has(at, classes_of(adverb))) {
        return true;
    }
    if (has(at, classes_of(time)) && !has(at, classes_of(group))) {
        return true;
    }
    if (has(at, classes_of(number)) &&
        (has(at + 1, classes_of(time)) || is_mark(at + 1, "times"))) {
        return true;  // "in Oakmere three years ago", "sued Zephra ten times"
    }
    const bool counts_on = has(at, classes_of(new_case)) && has(at - 1, classes_of(number));
    if (has(at - 1, classes_of(determiner)) && is_mark(at, "long")) {
        return false;  // "a long battle"
    }
    return has(at, classes_of(adverb)) && !has(at, classes_of(number, determiner)) && !counts_on;
}

/// "the suit | Zephra filed"
bool ChunkReader::begins_contact_clause(std::uint32_t at) const {
    if (!is_name(at) || !has(at - 1, classes_of(suit, weak_suit))) {
        return false;
    }
    const std::uint32_t after = mentions_.name(mentions_.name_at(at)).last;
    return after < end_ && has(after, any_verb | classes_of(have)) && is_verb(after);
}

std::uint32_t ChunkReader::read_nominal_word(std::uint32_t at, Chunk& chunk) {
    if (is_name(at)) {
        const Name& name = mentions_.name(mentions_.name_at(at));
        chunk.name = mentions_.name_at(at);
        at = std::min(name.last, end_);
        chunk.head = at - 1;
    } else {
        if (document_.tokens[at].shape != TokenShape::punctuation) {
            chunk.head = at;
            chunk.name = no_index;
        }
        ++at;
    }
    while (is_mark(at, "<") || is_mark(at, "(")) {
        const std::uint32_t after = skip_parenthesis(at);
        if (after == at + 1) {
            break;
        }
        at = after;
    }
    if (is_mark(at, ">")) {
        ++at;
    }
    return is_mark(at, ".") && at + 1 < end_ ? at + 1 : at;  // "Inc."
}

/// "a California | Court"
bool ChunkReader::is_court_of_place(std::uint32_t place, std::uint32_t court) const {
    const NameKind first = mentions_.entity(mentions_.name(place).entity).kind;
    return (first == NameKind::place || first == NameKind::government) &&
           mentions_.entity(mentions_.name(court).entity).kind == NameKind::court;
}

std::uint32_t ChunkReader::read_nominal(std::uint32_t token) {
    Chunk chunk;
    chunk.kind = ChunkKind::nominal;
    chunk.first = token;
    chunk.is_pronoun = has(token, classes_of(pronoun));
    if (!chunks_.empty() && chunks_.back().kind == ChunkKind::nominal &&
        chunks_.back().is_possessive) {
        chunk.possessor = static_cast<std::uint32_t>(chunks_.size() - 1);
    }
    std::uint32_t at = token;
    while (at == token || !ends_nominal(at)) {
        const bool is_second_name = is_name(at) && chunk.name != no_index && chunk.head + 1 == at &&
                                    !is_court_of_place(chunk.name, mentions_.name_at(at));
        const bool is_price = chunk.name != no_index && is_currency(at);  // "to pay X $83 million"
        if (at > token &&
            (is_second_name || is_price || begins_contact_clause(at) || begins_new_phrase(at))) {
            break;
        }
        at = read_nominal_word(at, chunk);
        if (chunk.is_pronoun) {
            break;
        }
        if (is_apostrophe_s(at)) {
            chunk.is_possessive = !has(at + 1, classes_of(verb_ing, determiner));  // "X's suing"
            ++at;
            break;
        }
    }
    chunk.last = at;
    chunks_.push_back(chunk);
    return at;
}

}  // namespace litigraph::ingest::detail
