#include "chunks.hpp"

#include <algorithm>

// Without a tagger, whether a word is a verb here is told by its neighbours: after "the" or "to"
// there is little doubt.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

/// Whether the word is the end of something that can act: "Apple", "they", "which", "the suit".
ChunkReader::Before ChunkReader::before(std::uint32_t token) const {
    if (token == begin_) {
        return Before::nothing;
    }
    const std::uint32_t last = token - 1;
    const bool ends_form = is_mark(last, ".") && last > begin_ && is_name(last - 1);  // "X Inc."
    if (is_name(last) || ends_form || is_mark(last, ">") || is_mark(last, ")")) {
        return Before::name;
    }
    if (has(last, classes_of(pronoun, relative))) {
        return Before::pronoun;
    }
    if (is_floating(last)) {
        return Before::link;
    }
    if (is_apostrophe_s(last) ||
        (has(last, classes_of(possessive, number, determiner)) && !has(last, classes_of(adverb)))) {
        return Before::noun_opener;
    }
    if (has(last, classes_of(preposition)) && !has(last, classes_of(adverb))) {
        return Before::preposition;
    }
    if (has(last, classes_of(adverb, conjunction)) || is_comma(last)) {
        return Before::link;
    }
    const bool is_noun = !has(last, closed_words) && !is_verb_form(last) &&
                         document_.tokens[last].shape != TokenShape::punctuation;
    if (!is_noun) {
        return Before::other;
    }
    return document_.bytes(document_.tokens[last]).ends_with('s') ? Before::plural : Before::noun;
}

/// Whether a word that can be a verb is one, judged by its neighbours.
bool ChunkReader::is_plain_verb(std::uint32_t token) const {
    if (document_.tokens[token].shape != TokenShape::lower && !shouts_ && token != begin_) {
        return false;
    }
    const Before left = before(token);
    if (left == Before::noun_opener || (token > begin_ && is_hyphen(token - 1))) {
        return false;
    }
    const bool noun_too = has(token, classes_of(suit, weak_suit, undirected, outcome, noun));
    if (left == Before::preposition) {
        const bool describes = words_[entry(token)].lemma == 0;  // "by neighbouring producer X"
        return has(token, classes_of(verb_ing))
                   ? (!noun_too && !describes) || begins_object(token + 1)
                   : has(token, classes_of(verb_participle)) && is_mark(token + 1, "by");
    }
    if (has(token, classes_of(verb_ing))) {
        const bool is_compound = left == Before::noun && !has(token - 1, classes_of(suit)) &&
                                 !has(token + 1, classes_of(preposition));
        return begins_object(token + 1) || (!noun_too && !is_compound);  // "chatbot training"
    }
    if (has(token, classes_of(verb_past, verb_participle)) && !noun_too &&
        !has(token, classes_of(verb_base))) {
        return !(has(token - 1, any_verb) && describes_suit(token));  // "faces related lawsuits"
    }
    const bool after_subject =
        left == Before::name || left == Before::pronoun || left == Before::link;
    const bool after_noun = left == Before::noun || left == Before::plural;
    if (has(token, classes_of(suit, weak_suit)) && !has(token, classes_of(noun))) {
        return after_subject && begins_object(token + 1) &&
               !has(token + 1, classes_of(suit, weak_suit));
    }
    if (has(token, classes_of(verb_s))) {
        return noun_too ? is_finite_noun(token, left) : after_subject || after_noun;
    }
    if (has(token, classes_of(verb_past))) {  // "hit", "put"
        return after_subject || after_noun;
    }
    const bool takes =
        begins_object(token + 1) || is_mark(token + 1, "to") || (!noun_too && says_who_acts(token));
    return takes && (after_subject || left == Before::plural) &&
           !(is_name(token - 1) && is_name(token + 1) && !shouts_);
}

/// Whether a legal noun follows within a few adjectives: "starts wide-ranging legal action".
bool ChunkReader::describes_suit(std::uint32_t token) const {
    constexpr std::uint32_t most = 3;
    for (std::uint32_t i = token + 1; i < std::min(end_, token + 2 + most); ++i) {
        if (has(i, classes_of(suit, weak_suit))) {
            return i > token + 1;
        }
        if (document_.tokens[i].shape != TokenShape::lower ||
            has(i, closed_words | classes_of(time))) {
            return false;
        }
    }
    return false;
}

/// "seek" in "they seek damages" and "the lawsuits seek damages": the word before leaves no doubt.
bool ChunkReader::says_who_acts(std::uint32_t token) const {
    return is_mark(token - 1, "they") || is_mark(token - 1, "we") ||
           is_mark(token - 1, "lawsuits") || is_mark(token - 1, "suits") ||
           is_mark(token - 1, "complaints");
}

/// "claims" in "the suit claims that" and "Nokia claims infringement", not in "the claims of".
bool ChunkReader::is_finite_noun(std::uint32_t token, Before left) const {
    if (left == Before::noun || left == Before::plural || left == Before::link) {
        return (begins_object(token + 1) || is_mark(token + 1, "as") || describes_suit(token)) &&
               (left != Before::link || !has(token + 1, classes_of(suit, weak_suit)));
    }
    const bool goes_on = token + 1 < end_ &&
                         document_.tokens[token + 1].shape != TokenShape::punctuation &&
                         !is_mark(token + 1, "of") && !is_mark(token + 1, "against") &&
                         !has(token + 1, auxiliary_words | any_verb | classes_of(conjunction));
    return (left == Before::name || left == Before::pronoun) && goes_on;
}

bool ChunkReader::is_verb_form(std::uint32_t token) const {
    return has(token, any_verb) && !has(token, classes_of(suit, weak_suit, noun, outcome));
}

/// "counter sued"
bool ChunkReader::counter_sues(std::uint32_t token) const {
    return is_mark(token, "counter") && is_mark(token + 1, "sued");
}

bool ChunkReader::is_verb(std::uint32_t token) const {
    return token < end_ && ((has(token, any_verb) && is_plain_verb(token)) || counter_sues(token));
}

/// "'d" before a participle: "had", not "would".
bool ChunkReader::is_had(std::uint32_t token) const {
    if (!is_mark(token, "'d") && !is_mark(token,
                                          "\xE2\x80\x99"
                                          "d")) {
        return false;
    }
    std::uint32_t next = token + 1;
    while (has(next, classes_of(adverb))) {
        ++next;
    }
    return has(next, classes_of(verb_past, verb_participle)) && !has(next, classes_of(verb_base));
}

std::uint32_t ChunkReader::read_auxiliaries(std::uint32_t at, Chunk& verb, bool& saw_be,
                                            bool& saw_have) {
    while (at < end_ && (has(at, auxiliary_words) ||
                         (verb.has_auxiliary && has(at, classes_of(adverb, negation))))) {
        if (has(at, auxiliary_words) && has(at, classes_of(determiner, preposition))) {
            break;
        }
        if (has(at, classes_of(modal))) {
            const std::string_view modal_word = word(at);
            verb.mood = modal_word == "must" || is_had(at)            ? Mood::actual
                        : modal_word == "will" || modal_word == "'ll" ? Mood::planned
                                                                      : Mood::unreal;
        }
        if (has(at, classes_of(negation))) {
            verb.mood = Mood::unreal;
        }
        saw_be = saw_be || has(at, classes_of(be));
        saw_have = saw_have || has(at, classes_of(have)) || is_had(at);
        verb.has_auxiliary = true;
        ++at;
        while (is_mark(at, "\"")) {
            ++at;
        }
    }
    return at;
}

bool ChunkReader::main_verb_follows(std::uint32_t at, const Chunk& verb, bool saw_be,
                                    bool saw_have) const {
    if (!has(at, any_verb)) {
        return false;
    }
    if (verb.is_infinitive) {
        return true;
    }
    const bool is_small = shouts_ || document_.tokens[at].shape == TokenShape::lower;
    const bool agrees = saw_be     ? has(at, classes_of(verb_ing, verb_participle))
                        : saw_have ? has(at, classes_of(verb_past, verb_participle))
                                   : true;
    return verb.has_auxiliary && is_small && !has(at, classes_of(determiner)) && agrees;
}

/// "has not been sued", "to sue", "is suing", "sued". Returns `token` if no verb begins here.
std::uint32_t ChunkReader::read_verb_group(std::uint32_t token) {
    Chunk verb;
    verb.kind = ChunkKind::verb;
    verb.first = token;
    std::uint32_t at = token;
    if (has(at, classes_of(preposition)) && word(at) == "to") {
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
    bool saw_be = false;
    bool saw_have = false;
    at = read_auxiliaries(at, verb, saw_be, saw_have);
    const bool is_counter = counter_sues(at);
    at += is_counter ? 1 : 0;
    if (main_verb_follows(at, verb, saw_be, saw_have)) {
        verb.is_gerund =
            !verb.is_infinitive && (is_mark(token, "being") || is_mark(token, "Being") ||
                                    is_mark(token, "having") || is_mark(token, "Having"));
        verb.is_passive =
            saw_be && has(at, classes_of(verb_participle)) && !has(at, classes_of(verb_ing));
    } else if (verb.has_auxiliary) {
        --at;
    } else if (!verb.is_infinitive && is_verb(token) && !has(token, classes_of(preposition))) {
        verb.is_gerund = has(at, classes_of(verb_ing));
        verb.is_participle = has(at, classes_of(verb_participle)) && !verb.is_gerund;
    } else {
        return token;
    }
    verb.last = at + 1;
    while (at > token && verb.has_auxiliary && !has(at, auxiliary_words | any_verb)) {
        --at;  // "is also a defendant"
    }
    verb.head = at;
    verb.lemma = has(at, classes_of(be))     ? words_.be()
                 : has(at, classes_of(have)) ? words_.have()
                                             : words_[entry(at)].lemma;
    verb.lemma = is_counter ? words_.find("countersue") : verb.lemma;
    verb.is_phrasal = is_mark(at + 1, "back");
    verb.is_participle = verb.is_participle && !verb.is_phrasal;
    chunks_.push_back(verb);
    return verb.last;
}

}  // namespace litigraph::ingest::detail
