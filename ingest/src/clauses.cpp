#include "clauses.hpp"

#include <algorithm>

// Without a tagger, whether a word is a verb here is told by its neighbours: after "the" or "to"
// there is little doubt. The subject of a verb is looked for to its left, over adverbs, whole
// parentheticals ("X, which is based in Y, sued") and the phrases that hang on a head noun ("a unit
// of X sued"); its objects and complements to its right.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

constexpr WordClasses auxiliary = classes_of(modal, be, have, do_);
constexpr WordClasses closed = classes_of(determiner, possessive, pronoun, preposition, conjunction,
                                          modal, be, have, do_, negation, relative, conditional);

}  // namespace

ClauseReader::ClauseReader(const Document& document, const WordTable& words,
                           const Mentions& mentions)
    : document_(document), words_(words), mentions_(mentions) {}

bool ClauseReader::has(std::uint32_t token, WordClasses classes) const {
    return token < end_ && !is_name(token) &&
           (words_[document_.tokens[token].word].classes & classes) != 0;
}

bool ClauseReader::modifier_has(const Chunk& nominal, WordClasses classes) const {
    for (std::uint32_t i = nominal.first; i < nominal.head; ++i) {
        if (has(i, classes)) {
            return true;
        }
    }
    return false;
}

bool ClauseReader::is_mark(std::uint32_t token, std::string_view mark) const {
    return token < end_ && document_.bytes(document_.tokens[token]) == mark;
}

bool ClauseReader::is_apostrophe_s(std::uint32_t token) const {
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

void ClauseReader::push(ChunkKind kind, std::uint32_t first, std::uint32_t last) {
    Chunk chunk;
    chunk.kind = kind;
    chunk.first = first;
    chunk.last = last;
    chunk.head = last - 1;
    chunks_.push_back(chunk);
}

void ClauseReader::read(const Sentence& sentence) {
    begin_ = sentence.first_token;
    end_ = sentence.last_token;
    shouts_ = sentence.is_headline;
    chunks_.clear();
    for (std::uint32_t token = begin_; token < end_;) {
        token = std::max(read_chunk(token), token + 1);
    }
    settle_moods();
}

std::uint32_t ClauseReader::skip_parenthesis(std::uint32_t token) const {
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

std::uint32_t ClauseReader::read_chunk(std::uint32_t token) {
    const Token& here = document_.tokens[token];
    if (is_name(token)) {
        return read_nominal(token);
    }
    if (here.shape == TokenShape::punctuation) {
        const std::string_view mark = document_.bytes(here);
        if (mark == "(" || mark == "[" || mark == "<") {
            return skip_parenthesis(token);
        }
        if (mark == "," || mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94") {
            push(ChunkKind::comma, token, token + 1);
        } else if (mark == ";" || mark == ":") {
            push(ChunkKind::stop, token, token + 1);
        } else if (mark == "&") {
            push(ChunkKind::conjunction, token, token + 1);
        }
        return token + 1;
    }
    if (has(token + 1, classes_of(preposition)) && is_mark(token + 1, "than")) {
        push(ChunkKind::adverbial, token, token + 2);  // "more than"
        return token + 2;
    }
    if (is_mark(token, "at") && (is_mark(token + 1, "least") || is_mark(token + 1, "most"))) {
        push(ChunkKind::adverbial, token, token + 2);
        return token + 2;
    }
    if (const std::uint32_t after = read_verb_group(token); after > token) {
        return after;
    }
    if (has(token, classes_of(relative)) &&
        (!has(token, classes_of(determiner)) || is_name(token + 1) ||
         has(token + 1, auxiliary | classes_of(pronoun, determiner, possessive)) ||
         is_verb(token + 1))) {
        push(ChunkKind::relative, token, token + 1);
        return token + 1;
    }
    if (has(token, classes_of(conditional)) && !has(token, classes_of(modal))) {
        push(ChunkKind::conditional, token, token + 1);
        return token + 1;
    }
    if (has(token, classes_of(conjunction))) {
        push(ChunkKind::conjunction, token, token + 1);
        return token + 1;
    }
    if (has(token, classes_of(preposition))) {
        push(ChunkKind::preposition, token, token + 1);
        return token + 1;
    }
    const bool is_time = has(token, classes_of(time)) || here.shape == TokenShape::number;
    if (has(token, classes_of(adverb, negation)) && !has(token, classes_of(determiner))) {
        push(ChunkKind::adverbial, token, token + 1);
        return token + 1;
    }
    if (is_time && !counts_noun(token)) {
        push(ChunkKind::adverbial, token, token + 1);
        return token + 1;
    }
    return read_nominal(token);
}

/// "13" in "13 legal proceedings", not in "in 2013" or "30 days".
bool ClauseReader::counts_noun(std::uint32_t token) const {
    if (token + 1 >= end_) {
        return false;
    }
    if (has(token + 1, classes_of(suit, weak_suit, group, company_noun))) {
        return true;
    }
    const Token& here = document_.tokens[token];
    const bool is_year = here.end - here.begin == 4;
    return here.shape == TokenShape::number && !is_year &&
           document_.tokens[token + 1].shape != TokenShape::punctuation &&
           !has(token + 1, closed | classes_of(time, adverb)) && !is_verb(token + 1);
}

bool ClauseReader::begins_object(std::uint32_t token) const {
    while (has(token, classes_of(adverb)) && !has(token, classes_of(determiner))) {
        ++token;
    }
    return token < end_ && (is_name(token) ||
                            has(token, classes_of(determiner, possessive, pronoun, suit, weak_suit,
                                                  relative, number)) ||
                            is_mark(token, "<"));
}

/// Whether a word that can be a verb is one, judged by its neighbours.
bool ClauseReader::is_plain_verb(std::uint32_t token) const {
    const Token& here = document_.tokens[token];
    const bool is_first = token == begin_;
    if (here.shape != TokenShape::lower && !shouts_ && !is_first) {
        return false;
    }
    const bool after_noun_opener =
        !is_first &&
        (has(token - 1, classes_of(possessive, number)) || is_apostrophe_s(token - 1) ||
         (has(token - 1, classes_of(determiner)) && !has(token - 1, classes_of(relative, adverb))));
    if (after_noun_opener) {
        return false;
    }
    const bool after_preposition =
        !is_first && has(token - 1, classes_of(preposition)) && !has(token - 1, classes_of(adverb));
    if (has(token, classes_of(verb_ing))) {
        return true;
    }
    if (after_preposition) {
        return has(token, classes_of(verb_participle)) && !has(token, classes_of(suit, weak_suit));
    }
    const bool is_past = has(token, classes_of(verb_past, verb_participle));
    const bool noun_too = has(token, classes_of(suit, weak_suit, undirected, outcome));
    if (is_past && !noun_too && !has(token, classes_of(verb_base))) {
        const bool follows_adjective = !is_first && has(token - 1, classes_of(common)) &&
                                       !has(token - 1, classes_of(group)) &&
                                       !has(token - 1, any_verb) && false;
        return !follows_adjective;
    }
    if (is_first) {
        return false;
    }
    const bool after_subject =
        is_name(token - 1) || has(token - 1, classes_of(pronoun, relative, adverb, conjunction)) ||
        is_mark(token - 1, ">") || is_mark(token - 1, ",") || is_mark(token - 1, ")");
    const bool after_plain_noun = !after_subject && !has(token - 1, closed) &&
                                  document_.tokens[token - 1].shape != TokenShape::punctuation;
    if (noun_too) {
        return after_subject && begins_object(token + 1) &&
               !has(token + 1, classes_of(suit, weak_suit));
    }
    if (has(token, classes_of(verb_s))) {
        return (after_subject || after_plain_noun) &&
               (!has(token, classes_of(common, group)) || begins_object(token + 1) ||
                has(token + 1, classes_of(preposition, adverb)) || shouts_);
    }
    if (has(token, classes_of(verb_past))) {  // "hit", "put"
        return after_subject || after_plain_noun;
    }
    const bool after_plural =
        after_plain_noun && document_.bytes(document_.tokens[token - 1]).ends_with('s');
    return (after_subject || after_plural) && begins_object(token + 1) &&
           !(is_name(token - 1) && is_name(token + 1) && !shouts_);
}

bool ClauseReader::is_verb(std::uint32_t token) const {
    return token < end_ && has(token, any_verb) && is_plain_verb(token);
}

/// "has not been sued", "to sue", "is suing", "sued". Returns `token` if no verb begins here.
std::uint32_t ClauseReader::read_verb_group(std::uint32_t token) {
    Chunk verb;
    verb.kind = ChunkKind::verb;
    verb.first = token;
    std::uint32_t at = token;
    bool saw_be = false;
    bool saw_have = false;
    if (is_mark(at, "to") || is_mark(at, "TO") || is_mark(at, "To")) {
        std::uint32_t next = at + 1;
        while (has(next, classes_of(adverb, negation))) {
            ++next;
        }
        if (!has(next, classes_of(verb_base, be, have)) || has(next, classes_of(court))) {
            return token;
        }
        verb.is_infinitive = true;
        at = next;
    }
    while (at < end_ &&
           (has(at, auxiliary) || (verb.has_auxiliary && has(at, classes_of(adverb, negation))))) {
        if (has(at, auxiliary) && has(at, classes_of(determiner, preposition))) {
            break;
        }
        if (has(at, classes_of(modal))) {
            const std::string_view modal_word = word(at);
            verb.mood = modal_word == "must"                          ? Mood::actual
                        : modal_word == "will" || modal_word == "'ll" ? Mood::planned
                                                                      : Mood::unreal;
        }
        if (has(at, classes_of(negation))) {
            verb.mood = Mood::unreal;
        }
        saw_be = saw_be || has(at, classes_of(be));
        saw_have = saw_have || has(at, classes_of(have));
        verb.has_auxiliary = true;
        ++at;
        while (verb.has_auxiliary && at < end_ &&
               document_.tokens[at].shape == TokenShape::punctuation && (is_mark(at, "\""))) {
            ++at;
        }
    }
    const bool main_follows =
        at < end_ && has(at, any_verb) &&
        (verb.is_infinitive ||
         (verb.has_auxiliary && document_.tokens[at].shape != TokenShape::number &&
          (shouts_ || document_.tokens[at].shape == TokenShape::lower) &&
          !has(at, classes_of(determiner)) &&
          !(saw_have && !saw_be && !has(at, classes_of(verb_past, verb_participle))) &&
          !(saw_be && !saw_have && !has(at, classes_of(verb_ing, verb_participle)))));
    if (main_follows) {
        verb.lemma = words_[document_.tokens[at].word].lemma;
        verb.is_passive =
            saw_be && has(at, classes_of(verb_participle)) && !has(at, classes_of(verb_ing));
        verb.head = at;
        verb.last = at + 1;
    } else if (verb.has_auxiliary) {
        verb.head = at - 1;
        verb.last = at;
        verb.lemma = document_.tokens[at - 1].word;
    } else if (verb.is_infinitive) {
        return token;
    } else if (is_verb(token)) {
        verb.lemma = words_[document_.tokens[token].word].lemma;
        verb.head = token;
        verb.last = token + 1;
        verb.is_gerund = has(token, classes_of(verb_ing));
        verb.is_participle = has(token, classes_of(verb_participle)) && !verb.is_gerund;
    } else {
        return token;
    }
    chunks_.push_back(verb);
    return verb.last;
}

bool ClauseReader::ends_nominal(std::uint32_t token) const {
    if (token >= end_) {
        return true;
    }
    if (is_name(token)) {
        return false;
    }
    if (document_.tokens[token].shape == TokenShape::punctuation) {
        return !(is_mark(token, "\"") || is_mark(token, "\xE2\x80\x9C") ||
                 is_mark(token, "\xE2\x80\x9D") || is_mark(token, "\xE2\x80\x98"));
    }
    if (has(token,
            auxiliary | classes_of(preposition, conjunction, relative, pronoun, conditional))) {
        return true;
    }
    if (is_mark(token, "to")) {
        return true;
    }
    return is_verb(token);
}

std::uint32_t ClauseReader::read_nominal(std::uint32_t token) {
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
        if (at > token && has(at, classes_of(determiner, possessive)) &&
            !has(at, classes_of(adverb))) {
            break;  // a new noun phrase begins
        }
        const bool is_time = has(at, classes_of(time)) && !has(at, classes_of(group));
        if (at > token && is_time) {
            break;
        }
        if (at > token && has(at, classes_of(adverb)) && !has(at, classes_of(number, determiner))) {
            break;
        }
        if (is_name(at)) {
            const Name& name = mentions_.name(mentions_.name_at(at));
            if (chunk.name != no_index && chunk.head + 1 == at && !has(at, any_verb)) {
                break;  // two names side by side
            }
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
        if (is_mark(at, ".") && at + 1 < end_) {
            ++at;  // "Inc."
        }
        if (chunk.is_pronoun) {
            break;
        }
        if (is_apostrophe_s(at)) {
            const bool is_verb_is = has(at + 1, classes_of(verb_ing, determiner));
            chunk.is_possessive = !is_verb_is;
            ++at;
            break;
        }
    }
    chunk.last = at;
    chunks_.push_back(chunk);
    return at;
}

/// Infinitives take the mood of what governs them; clauses after "if" are unreal.
void ClauseReader::settle_moods() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
        Chunk& verb = chunks_[i];
        if (verb.kind != ChunkKind::verb) {
            continue;
        }
        if (verb.is_infinitive) {
            const std::uint32_t governor = previous_verb(i);
            const bool carried_out = governor != no_index &&
                                     has(chunks_[governor].head, classes_of(carries_out)) &&
                                     chunks_[governor].mood == Mood::actual;
            const bool joined = i > 0 && chunks_[i - 1].kind == ChunkKind::conjunction &&
                                governor != no_index && chunks_[governor].is_infinitive;
            if (joined) {
                verb.mood = chunks_[governor].mood;
            } else if (!carried_out) {
                const bool refused = governor != no_index && chunks_[governor].mood == Mood::unreal;
                verb.mood = refused ? Mood::unreal : Mood::planned;
            }
        }
        if (verb.is_gerund && i > 0 && chunks_[i - 1].kind == ChunkKind::verb &&
            has(chunks_[i - 1].head, classes_of(plan))) {
            verb.mood = Mood::planned;
        }
        if (verb.is_gerund && i > 0 && chunks_[i - 1].kind == ChunkKind::preposition) {
            const std::string_view before = word(chunks_[i - 1].head);
            const bool told = before == "by" || before == "after" || before == "in" ||
                              before == "since" || before == "before" || before == "for" ||
                              before == "while" || before == "following";
            verb.mood = told ? verb.mood : Mood::planned;
        }
        if (is_doubted(i)) {
            verb.mood = Mood::unreal;
        }
        for (std::uint32_t j = i; j > 0; --j) {
            const Chunk& before = chunks_[j - 1];
            if (before.kind == ChunkKind::comma || before.kind == ChunkKind::stop ||
                (before.kind == ChunkKind::verb && !verb.is_infinitive)) {
                break;
            }
            if (before.kind == ChunkKind::conditional) {
                verb.mood = Mood::unreal;
            }
        }
        if (i > 0 && !verb.has_auxiliary) {  // "Did Apple sue?", "Should Apple sue?"
            const std::uint32_t governor = previous_verb(i);
            const bool asks = governor != no_index && i - governor == 2 &&
                              has(chunks_[governor].head, classes_of(modal, do_)) &&
                              chunks_[governor].last - chunks_[governor].first == 1 &&
                              has(verb.head, classes_of(verb_base));
            verb.mood = asks ? Mood::unreal : verb.mood;
        }
    }
}

/// Whether the clause of the verb is what is rumoured or denied.
bool ClauseReader::is_doubted(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > 0; --i) {
        const Chunk& before = chunks_[i - 1];
        if (before.kind == ChunkKind::verb) {
            return has(before.head, classes_of(doubtful));
        }
        if (before.kind == ChunkKind::comma || before.kind == ChunkKind::stop) {
            return false;
        }
        if (before.kind == ChunkKind::relative && i >= 2) {
            return has(chunks_[i - 2].head, classes_of(doubtful));
        }
    }
    return false;
}

std::uint32_t ClauseReader::previous_verb(std::uint32_t chunk) const {
    for (std::uint32_t i = chunk; i > 0; --i) {
        if (chunks_[i - 1].kind == ChunkKind::verb) {
            return i - 1;
        }
        if (chunks_[i - 1].kind == ChunkKind::stop) {
            break;
        }
    }
    return no_index;
}

std::vector<std::uint32_t> ClauseReader::coordinated_after(std::uint32_t first) const {
    std::vector<std::uint32_t> found{first};
    std::uint32_t i = first + 1;
    while (i < chunks_.size()) {
        std::uint32_t next = i;
        bool saw_comma = false;
        bool saw_and = false;
        while (next < chunks_.size() && (chunks_[next].kind == ChunkKind::comma ||
                                         chunks_[next].kind == ChunkKind::conjunction)) {
            saw_comma = saw_comma || chunks_[next].kind == ChunkKind::comma;
            saw_and = saw_and || chunks_[next].kind == ChunkKind::conjunction;
            ++next;
        }
        if (next == i && next < chunks_.size() && chunks_[next].kind == ChunkKind::nominal &&
            chunks_[i - 1].is_possessive && chunks_[next].possessor == i - 1) {
            found.back() = next;  // "Apple's Beats"
            i = next + 1;
            continue;
        }
        if (next == i || next >= chunks_.size() || chunks_[next].kind != ChunkKind::nominal) {
            break;
        }
        // A subject of the next clause is no member: ", Apple said".
        const bool begins_clause =
            next + 1 < chunks_.size() && chunks_[next + 1].kind == ChunkKind::verb &&
            !chunks_[next + 1].is_infinitive && !chunks_[next + 1].is_gerund &&
            !(chunks_[next + 1].is_participle && !saw_and && next + 2 < chunks_.size() &&
              word(chunks_[next + 2].head) == "by");
        const bool apposition = saw_comma && !saw_and && chunks_[next].name == no_index;
        if (begins_clause || apposition) {
            break;
        }
        found.push_back(next);
        i = next + 1;
    }
    return found;
}

std::vector<Complements> ClauseReader::complements_after(std::uint32_t chunk,
                                                         bool of_nominal) const {
    std::vector<Complements> found;
    for (std::uint32_t i = chunk + 1; i < chunks_.size(); ++i) {
        const Chunk& here = chunks_[i];
        switch (here.kind) {
            case ChunkKind::preposition:
                if (i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::nominal) {
                    Complements complement;
                    complement.preposition = document_.tokens[here.head].word;
                    complement.nominals = coordinated_after(i + 1);
                    i = complement.nominals.back();
                    found.push_back(std::move(complement));
                }
                break;
            case ChunkKind::verb: {
                if (here.is_infinitive && i + 1 < chunks_.size() && !of_nominal) {
                    Complements complement;
                    complement.infinitive = here.lemma;
                    if (chunks_[i + 1].kind == ChunkKind::nominal) {
                        complement.nominals = coordinated_after(i + 1);
                        i = complement.nominals.back();
                    }
                    found.push_back(std::move(complement));
                    break;
                }
                const bool reduced = here.is_participle && !here.has_auxiliary && i > 0 &&
                                     chunks_[i - 1].kind != ChunkKind::conjunction;
                const bool relative_passive =
                    here.is_passive && i > 0 && chunks_[i - 1].kind == ChunkKind::relative;
                const bool own_passive = of_nominal && here.is_passive && i == chunk + 1;
                if (!reduced && !relative_passive && !own_passive) {
                    return found;
                }
                break;
            }
            case ChunkKind::nominal:
                if (of_nominal && chunks_[i - 1].kind == ChunkKind::comma) {
                    return found;
                }
                break;
            case ChunkKind::stop:
                return found;
            case ChunkKind::conjunction:
                if (i + 1 < chunks_.size() && chunks_[i + 1].kind != ChunkKind::preposition &&
                    chunks_[i + 1].kind != ChunkKind::adverbial) {
                    return found;
                }
                break;
            case ChunkKind::comma:
            case ChunkKind::relative:
            case ChunkKind::adverbial:
            case ChunkKind::conditional:
                break;
        }
    }
    return found;
}

/// From "Y" in "a unit of Y" back to "unit"; the nominal itself if nothing governs it.
std::uint32_t ClauseReader::head_of_phrase(std::uint32_t nominal) const {
    while (nominal >= 2 && chunks_[nominal - 1].kind == ChunkKind::preposition &&
           chunks_[nominal - 2].kind == ChunkKind::nominal) {
        nominal -= 2;
    }
    return nominal;
}

std::vector<std::uint32_t> ClauseReader::coordinated_before(std::uint32_t last) const {
    std::vector<std::uint32_t> found{last};
    std::uint32_t i = last;
    bool saw_and = false;
    while (i > 0) {
        std::uint32_t before = i;
        while (before > 0 && chunks_[before - 1].kind == ChunkKind::nominal &&
               chunks_[before - 1].is_possessive) {
            --before;
        }
        const std::uint32_t first = before;
        bool saw_comma = false;
        while (before > 0 && (chunks_[before - 1].kind == ChunkKind::conjunction ||
                              chunks_[before - 1].kind == ChunkKind::comma)) {
            saw_and = saw_and || chunks_[before - 1].kind == ChunkKind::conjunction;
            saw_comma = true;
            --before;
        }
        (void)first;
        if (!saw_comma || before == 0 || chunks_[before - 1].kind != ChunkKind::nominal ||
            (!saw_and && !shouts_)) {
            break;
        }
        const Chunk& member = chunks_[before - 1];
        const bool is_object = before >= 2 && (chunks_[before - 2].kind == ChunkKind::preposition ||
                                               chunks_[before - 2].kind == ChunkKind::verb);
        if (is_object && before >= 2 &&
            !(chunks_[before - 2].kind == ChunkKind::verb &&
              has(chunks_[before - 2].head, classes_of(speech)))) {
            break;
        }
        if (member.is_pronoun && false) {
            break;
        }
        found.push_back(before - 1);
        i = before - 1;
    }
    std::reverse(found.begin(), found.end());
    return found;
}

/// From a comma that closes a parenthetical to the chunk before the comma that opens it; no_index
/// if this comma closes none.
std::uint32_t ClauseReader::skip_parenthetical(std::uint32_t comma) const {
    for (std::uint32_t i = comma; i > 0; --i) {
        if (chunks_[i - 1].kind == ChunkKind::stop) {
            break;
        }
        if (chunks_[i - 1].kind != ChunkKind::comma || i - 1 == 0) {
            continue;
        }
        const Chunk& opens = chunks_[i];
        const bool is_insert =
            opens.kind == ChunkKind::relative || opens.kind == ChunkKind::preposition ||
            opens.kind == ChunkKind::adverbial || opens.kind == ChunkKind::nominal ||
            (opens.kind == ChunkKind::verb && !opens.has_auxiliary);
        if (is_insert && chunks_[i - 2].kind == ChunkKind::nominal) {
            return i - 2;
        }
    }
    return no_index;
}

std::vector<std::uint32_t> ClauseReader::subjects_of(std::uint32_t verb, int depth) const {
    if (depth > 4) {
        return {};
    }
    const Chunk& here = chunks_[verb];
    std::uint32_t i = verb;
    while (i > 0 && chunks_[i - 1].kind == ChunkKind::adverbial) {
        --i;
    }
    if (i == 0) {  // "Sued by X, Y ..."
        for (std::uint32_t j = verb + 1; j + 1 < chunks_.size(); ++j) {
            const bool main_clause =
                chunks_[j].kind == ChunkKind::comma && chunks_[j + 1].kind == ChunkKind::nominal;
            if (main_clause && (here.is_participle || here.is_gerund)) {
                const std::vector<std::uint32_t> members = coordinated_after(j + 1);
                const std::uint32_t after = members.back() + 1;
                if (after < chunks_.size() && (chunks_[after].kind == ChunkKind::verb ||
                                               chunks_[after].kind == ChunkKind::adverbial)) {
                    return members;
                }
                return {j + 1};
            }
        }
        return {};
    }
    const Chunk& before = chunks_[i - 1];
    switch (before.kind) {
        case ChunkKind::nominal: {
            if (here.is_infinitive && here.mood != Mood::actual) {
                return {i - 1};
            }
            return coordinated_before(head_of_phrase(i - 1));
        }
        case ChunkKind::relative: {
            std::uint32_t j = i - 1;
            while (j > 0 && (chunks_[j - 1].kind == ChunkKind::comma ||
                             chunks_[j - 1].kind == ChunkKind::adverbial ||
                             chunks_[j - 1].kind == ChunkKind::preposition)) {
                --j;
            }
            if (j > 0 && chunks_[j - 1].kind == ChunkKind::nominal) {
                return {j - 1};
            }
            return j > 0 && chunks_[j - 1].kind == ChunkKind::verb ? subjects_of(j - 1, depth + 1)
                                                                   : std::vector<std::uint32_t>{};
        }
        case ChunkKind::comma: {
            const bool has_object =
                verb + 1 < chunks_.size() && chunks_[verb + 1].kind == ChunkKind::nominal;
            if (here.is_participle && !here.has_auxiliary && !has_object && i >= 2 &&
                chunks_[i - 2].kind == ChunkKind::nominal) {
                return {head_of_phrase(i - 2)};  // "The suit, filed in May,"
            }
            if (!here.is_gerund) {
                if (const std::uint32_t outer = skip_parenthetical(i - 1); outer != no_index) {
                    return coordinated_before(head_of_phrase(outer));
                }
            }
            const std::uint32_t main = previous_verb(i);
            return main == no_index ? std::vector<std::uint32_t>{} : subjects_of(main, depth + 1);
        }
        case ChunkKind::conjunction:
        case ChunkKind::verb:
        case ChunkKind::preposition:
        case ChunkKind::conditional: {
            std::uint32_t main = previous_verb(i);
            while (main != no_index && main > 0 && before.kind == ChunkKind::conjunction &&
                   chunks_[main].is_participle && !chunks_[main].has_auxiliary &&
                   chunks_[main - 1].kind == ChunkKind::nominal && here.has_auxiliary) {
                main = previous_verb(main);
            }
            return main == no_index ? std::vector<std::uint32_t>{} : subjects_of(main, depth + 1);
        }
        case ChunkKind::adverbial:
        case ChunkKind::stop:
            break;
    }
    return {};
}

/// "the complaint that Pinegate brought": the object stands before the relative.
void ClauseReader::add_relative_object(Clause& clause) const {
    if (clause.subjects.size() != 1 || clause.subjects[0] < 2) {
        return;
    }
    const std::uint32_t subject = clause.subjects[0];
    if (chunks_[subject - 1].kind == ChunkKind::relative &&
        chunks_[subject - 2].kind == ChunkKind::nominal) {
        clause.objects = {subject - 2};
    }
}

/// "In a lawsuit filed Tuesday, X accuses Y": the phrase before the subject belongs to the verb.
void ClauseReader::add_preposed(Clause& clause) const {
    if (clause.subjects.empty() || chunks_.size() < 3 ||
        chunks_[0].kind != ChunkKind::preposition || chunks_[1].kind != ChunkKind::nominal) {
        return;
    }
    const std::uint32_t subject = clause.subjects.front();
    if (subject < 2 || chunks_[subject - 1].kind != ChunkKind::comma) {
        return;
    }
    Complements complement;
    complement.preposition = document_.tokens[chunks_[0].head].word;
    complement.nominals = {1};
    clause.complements.push_back(std::move(complement));
}

Clause ClauseReader::clause_of(std::uint32_t verb) const {
    Clause clause;
    clause.verb = verb;
    const Chunk& here = chunks_[verb];
    clause.mood = here.mood;
    clause.subjects = subjects_of(verb, 0);
    if (verb > 0 && chunks_[verb - 1].kind == ChunkKind::nominal) {
        clause.nearest_subject = verb - 1;
    }
    std::uint32_t next = verb + 1;
    while (next < chunks_.size() && chunks_[next].kind == ChunkKind::adverbial) {
        ++next;
    }
    std::uint32_t last = verb;
    if (next < chunks_.size() && chunks_[next].kind == ChunkKind::nominal && !here.is_passive) {
        clause.objects = coordinated_after(next);
        last = clause.objects.back();
    }
    clause.complements = complements_after(last, false);
    if (clause.objects.empty() && !here.is_passive) {
        add_relative_object(clause);
    }
    add_preposed(clause);
    clause.is_passive = here.is_passive;
    clause.may_be_passive = here.is_participle && clause.objects.empty();
    return clause;
}

}  // namespace litigraph::ingest::detail
