#include "clauses.hpp"

#include <algorithm>

// How much of a fact each verb states, by what governs it.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

/// Infinitives take the mood of what governs them; clauses after "if" are unreal.
void ClauseReader::settle_moods() {
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) {
        Chunk& verb = chunks_[i];
        if (verb.kind != ChunkKind::verb) {
            continue;
        }
        if (verb.is_infinitive) {
            verb.mood = infinitive_mood(i);
        } else if (verb.is_gerund) {
            verb.mood = gerund_mood(i);
        }
        if (is_habit(i) || is_caused(i) || is_doubted(i) || is_conditional(i) || is_asked(i) ||
            is_said_of_nobody(i)) {
            verb.mood = Mood::unreal;
        }
    }
}

/// "If they sue, we sue", "they sue often": a bare present tense tells no event; headlines do.
bool ClauseReader::is_habit(std::uint32_t verb) const {
    const Chunk& here = chunks_[verb];
    return !shouts_ && verb > 0 && !here.has_auxiliary && !here.is_infinitive && !here.is_gerund &&
           has(here.head, classes_of(verb_base)) && !has(here.head, classes_of(verb_past)) &&
           chunks_[verb - 1].is_pronoun;
}

/// "having the city sue", "let X sue": what is had or let is no event.
bool ClauseReader::is_caused(std::uint32_t verb) const {
    const Chunk& here = chunks_[verb];
    if (shouts_ || verb < 2 || here.has_auxiliary || here.is_infinitive || here.is_gerund ||
        !has(here.head, classes_of(verb_base)) || has(here.head, classes_of(verb_past)) ||
        !is_kind(verb - 1, ChunkKind::nominal)) {
        return false;
    }
    const std::uint32_t subject = head_of_phrase(verb - 1);
    if (subject == 0 || !is_kind(subject - 1, ChunkKind::verb)) {
        return false;
    }
    const std::uint32_t cause = chunks_[subject - 1].head;
    return has(cause, classes_of(have)) || word(cause) == "let" || word(cause) == "make";
}

/// "went on to sue" is a fact, "plans to sue" is none.
Mood ClauseReader::infinitive_mood(std::uint32_t verb) const {
    const std::uint32_t governor = previous_verb(verb);
    if (governor == no_index) {
        return Mood::planned;
    }
    const Chunk& before = chunks_[governor];
    if (is_first_to(governor, verb)) {
        return before.mood;
    }
    const bool joined = chunks_[verb - 1].kind == ChunkKind::conjunction && before.is_infinitive;
    if (joined || (has(before.head, classes_of(carries_out)) && before.mood == Mood::actual)) {
        return before.mood;
    }
    return before.mood == Mood::unreal ? Mood::unreal : Mood::planned;
}

/// "is the latest company to sue", "was the first to sue"
bool ClauseReader::is_first_to(std::uint32_t governor, std::uint32_t verb) const {
    constexpr std::string_view places[] = {"first", "fourth", "last", "latest",
                                           "only",  "second", "third"};
    if (!has(chunks_[governor].head, classes_of(be)) || chunks_[governor].is_passive) {
        return false;
    }
    for (std::uint32_t token = chunks_[governor].last; token < chunks_[verb].first; ++token) {
        if (std::find(std::begin(places), std::end(places), word(token)) != std::end(places)) {
            return true;
        }
    }
    return false;
}

Mood ClauseReader::gerund_mood(std::uint32_t verb) const {
    const Mood mood = chunks_[verb].mood;
    if (verb == 0) {
        return opens_clause(verb) ? mood : Mood::planned;
    }
    const Chunk& before = chunks_[verb - 1];
    if (before.kind == ChunkKind::verb && has(before.head, classes_of(plan))) {
        return Mood::planned;
    }
    if (before.kind != ChunkKind::preposition) {
        return mood;
    }
    constexpr std::string_view telling[] = {"by",     "after", "in",        "since",
                                            "before", "while", "following", "over"};
    const bool told =
        std::find(std::begin(telling), std::end(telling), word(before.head)) != std::end(telling);
    return told ? mood : Mood::planned;
}

/// "Suing X in May, Y won", not "Suing X would be a mistake".
bool ClauseReader::opens_clause(std::uint32_t verb) const {
    for (std::uint32_t i = verb + 1; i < chunks_.size(); ++i) {
        if (chunks_[i].kind == ChunkKind::comma) {
            return true;
        }
        if (chunks_[i].kind == ChunkKind::verb && !chunks_[i].is_infinitive) {
            return false;
        }
    }
    return false;
}

bool ClauseReader::is_conditional(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > 0; --i) {
        const Chunk& before = chunks_[i - 1];
        if (before.kind == ChunkKind::conditional) {
            return true;
        }
        if (before.kind == ChunkKind::comma || before.kind == ChunkKind::stop ||
            (before.kind == ChunkKind::verb && !chunks_[verb].is_infinitive)) {
            return false;
        }
    }
    return false;
}

/// "none has sued", "neither Apple nor HTC sued", "no company sued".
bool ClauseReader::is_said_of_nobody(std::uint32_t verb) const {
    if (chunks_[verb].is_infinitive || chunks_[verb].is_gerund) {
        return false;
    }
    std::uint32_t boundary = first_token_;
    for (std::uint32_t i = verb; i > 0 && boundary == first_token_; --i) {
        const Chunk& before = chunks_[i - 1];
        const bool joins =
            before.kind == ChunkKind::conjunction && !has(before.first, classes_of(negation));
        if (joins || before.kind == ChunkKind::verb || before.kind == ChunkKind::comma ||
            before.kind == ChunkKind::stop) {
            boundary = before.last;
        }
    }
    constexpr std::string_view subordinators[] = {"since", "after", "before", "when", "because",
                                                  "as",    "while", "though", "until"};
    for (std::uint32_t token = chunks_[verb].first; token > boundary; --token) {
        if (std::find(std::begin(subordinators), std::end(subordinators), word(token - 1)) !=
            std::end(subordinators)) {
            return false;
        }
        if (has(token - 1, classes_of(negation)) && !has(token - 1, classes_of(adverb))) {
            return true;
        }
    }
    return false;
}

/// "Did Apple sue?", "Should Apple sue?"
bool ClauseReader::is_asked(std::uint32_t verb) const {
    if (verb < 2 || chunks_[verb].has_auxiliary || previous_verb(verb) != verb - 2) {
        return false;
    }
    const Chunk& governor = chunks_[verb - 2];
    return has(governor.head, classes_of(modal, do_)) && governor.last - governor.first == 1 &&
           has(chunks_[verb].head, classes_of(verb_base));
}

/// Whether the clause of the verb is what is rumoured or denied.
bool ClauseReader::is_doubted(std::uint32_t verb) const {
    const Chunk& here = chunks_[verb];
    const bool is_joined = verb > 0 && is_kind(verb - 1, ChunkKind::conjunction) &&
                           !here.is_infinitive && !here.is_gerund &&
                           has(here.head, classes_of(verb_past));
    if (is_joined) {
        return false;  // "X denied the claims and sued Y"
    }
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

}  // namespace litigraph::ingest::detail
