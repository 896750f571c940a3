#include "clauses.hpp"

#include <algorithm>

// A clause is a verb with its subjects, found to its left, and its objects and complements, found
// to its right or moved to another place.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

ClauseReader::ClauseReader(const Document& document, const WordTable& words,
                           const Mentions& mentions)
    : mentions_(mentions), reader_(document, words, mentions), chunks_(reader_.chunks()) {}

void ClauseReader::read(const Sentence& sentence) {
    shouts_ = sentence.is_headline;
    first_token_ = sentence.first_token;
    reader_.read(sentence);
    settle_moods();
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

/// The "that" of "alleges in a suit filed on Monday that Y copied"; no_index if none stands there.
std::uint32_t ClauseReader::that_clause(std::uint32_t verb) const {
    if (!is_kind(verb + 1, ChunkKind::preposition)) {
        return no_index;
    }
    for (std::uint32_t i = verb + 1; i + 1 < chunks_.size(); ++i) {
        switch (chunks_[i].kind) {
            case ChunkKind::relative:
                return word(chunks_[i].head) == "that" ? i : no_index;
            case ChunkKind::verb:
                if (!chunks_[i].is_participle || chunks_[i].has_auxiliary) {
                    return no_index;
                }
                break;
            case ChunkKind::stop:
            case ChunkKind::comma:
            case ChunkKind::conjunction:
            case ChunkKind::conditional:
                return no_index;
            case ChunkKind::preposition:
            case ChunkKind::nominal:
            case ChunkKind::adverbial:
                break;
        }
    }
    return no_index;
}

/// "Y copied it, X said": what is said stands before the one who says it.
std::vector<std::uint32_t> ClauseReader::said_before(std::uint32_t verb) const {
    const std::uint32_t subject = verb > 0 ? verb - 1 : no_index;
    if (!is_kind(subject, ChunkKind::nominal) || subject < 2 ||
        !is_kind(subject - 1, ChunkKind::comma) || chunks_[subject].name == no_index) {
        return {};  // "X recognizes that it is so, the company said" speaks of itself
    }
    std::uint32_t first = previous_verb(subject);
    while (first != no_index && previous_verb(first) != no_index) {
        first = previous_verb(first);
    }
    return first == no_index ? std::vector<std::uint32_t>{} : subjects_of(first, 0);
}

/// Of whom a verb like "alleges" speaks: the subject of the clause that it takes, with or without
/// "that".
std::vector<std::uint32_t> ClauseReader::content_of(std::uint32_t verb) const {
    if (!has(chunks_[verb].head, classes_of(speech))) {
        return {};
    }
    std::uint32_t next = verb + 1;
    while (is_kind(next, ChunkKind::relative) || is_kind(next, ChunkKind::adverbial) ||
           is_kind(next, ChunkKind::comma)) {
        ++next;
    }
    if (const std::uint32_t that = that_clause(verb); that != no_index) {
        next = that + 1;
    }
    if (!is_kind(next, ChunkKind::nominal)) {
        return said_before(verb);
    }
    std::vector<std::uint32_t> members = coordinated_after(next);
    constexpr std::size_t long_list = 3;  // whose verb may be out of sight
    if (members.size() >= long_list) {
        return members;
    }
    members = {next};
    while (is_kind(members.back() + 1, ChunkKind::conjunction) &&
           is_kind(members.back() + 2, ChunkKind::nominal)) {
        members.push_back(members.back() + 2);
    }
    const std::uint32_t last = members.back();
    for (std::uint32_t i = last + 1; i < std::min<std::size_t>(chunks_.size(), last + 4); ++i) {
        if (chunks_[i].kind == ChunkKind::verb) {
            return members;
        }
        if (chunks_[i].kind == ChunkKind::stop || chunks_[i].kind == ChunkKind::comma) {
            break;
        }
    }
    return {};
}

/// "the complaint that Pinegate brought", "Wexcom, against which Pinegate brought suit": what
/// stands before the relative is an object or belongs to its preposition.
void ClauseReader::add_relative(Clause& clause) const {
    if (clause.subjects.size() != 1) {
        return;
    }
    const std::uint32_t owner = chunks_[clause.subjects[0]].possessor;
    const std::uint32_t first = owner == no_index ? clause.subjects[0] : owner;
    if (first == 0) {
        return;
    }
    const std::uint32_t before = first - 1;  // "the claim that X's unit brought"
    const bool is_contact = is_kind(before, ChunkKind::nominal) && !chunks_[before].is_possessive &&
                            chunks_[before].name == no_index && !chunks_[before].is_pronoun;
    if (is_contact && clause.objects.empty() && clause.verb == clause.subjects[0] + 1) {
        clause.objects = {before};  // "a suit it filed"
    }
    if (!is_kind(before, ChunkKind::relative)) {
        return;
    }
    std::uint32_t at = before;
    const bool has_preposition = is_kind(at - 1, ChunkKind::preposition);
    const std::uint32_t preposition = at - 1;
    at -= has_preposition ? 1 : 0;
    at -= at > 0 && is_kind(at - 1, ChunkKind::comma) ? 1 : 0;
    if (at == 0 || !is_kind(at - 1, ChunkKind::nominal)) {
        return;
    }
    if (has_preposition) {
        Complements complement;
        complement.at = preposition;
        complement.preposition = reader_.entry(chunks_[preposition].head);
        complement.nominals = {at - 1};
        clause.complements.push_back(std::move(complement));
    } else if (clause.objects.empty()) {
        clause.objects = {at - 1};
    }
}

/// "opened a front against Y, filing two suits": what belongs to the main verb belongs to it too.
void ClauseReader::add_governing(Clause& clause) const {
    if (!chunks_[clause.verb].is_gerund || clause.verb == 0 ||
        chunks_[clause.verb - 1].kind != ChunkKind::comma) {
        return;
    }
    const std::uint32_t main = previous_verb(clause.verb);
    if (main == no_index) {
        return;
    }
    for (Complements& complement : complements_after(main, false)) {
        if (complement.at < clause.verb && complement.preposition != 0) {
            clause.complements.push_back(std::move(complement));
        }
    }
}

/// "In a lawsuit filed Tuesday, X accuses Y": the phrase before the subject belongs to the verb.
void ClauseReader::add_preposed(Clause& clause) const {
    if (clause.subjects.empty() || chunks_.size() < 3 ||
        chunks_[0].kind != ChunkKind::preposition || chunks_[1].kind != ChunkKind::nominal) {
        return;
    }
    const std::uint32_t subject = clause.subjects.front();
    if (subject < 2 ||
        (chunks_[subject - 1].kind != ChunkKind::comma && !chunks_[subject].is_pronoun)) {
        return;
    }
    Complements complement;
    complement.preposition = reader_.entry(chunks_[0].head);
    complement.nominals = {1};
    clause.complements.push_back(std::move(complement));
}

/// "names as defendants X and Y": the object stands after the complement.
void ClauseReader::add_shifted(Clause& clause) const {
    if (!clause.objects.empty() || clause.complements.empty()) {
        return;
    }
    const Complements& first = clause.complements.front();
    const bool is_as = is_kind(first.at, ChunkKind::preposition) &&
                       word(chunks_[first.at].head) == "as" && !first.nominals.empty();
    if (is_as && is_kind(first.nominals.back() + 1, ChunkKind::nominal)) {
        clause.objects = coordinated_after(first.nominals.back() + 1);
    }
}

/// "X, in a cross-complaint, says": the phrase put in after the subject belongs to the verb.
void ClauseReader::add_inserted(Clause& clause) const {
    if (clause.verb == 0 || !is_kind(clause.verb - 1, ChunkKind::comma)) {
        return;
    }
    const std::uint32_t subject = skip_parenthetical(clause.verb - 1);
    if (subject != no_index && is_kind(subject + 2, ChunkKind::preposition) &&
        is_kind(subject + 3, ChunkKind::nominal)) {
        Complements complement;
        complement.at = subject + 2;
        complement.preposition = reader_.entry(chunks_[subject + 2].head);
        complement.nominals = {subject + 3};
        clause.complements.push_back(std::move(complement));
    }
}

/// "X was sued along with Y", "X sued alongside Y": who stands beside the subject.
void ClauseReader::add_companions(Clause& clause) const {
    for (const Complements& complement : clause.complements) {
        const std::uint32_t at = complement.at;
        const bool is_alongside =
            is_kind(at, ChunkKind::preposition) && word(chunks_[at].head) == "alongside";
        const bool is_along_with = at > 0 && clause.is_passive &&
                                   word(chunks_[at].head) == "with" &&
                                   skip_joiner(at - 1) == at + 1;
        if ((is_alongside || is_along_with) && !clause.subjects.empty()) {
            clause.subjects.insert(clause.subjects.end(), complement.nominals.begin(),
                                   complement.nominals.end());
        }
    }
}

/// "filed suits and sought damages against Y": what is said against Y is said of both verbs.
void ClauseReader::add_shared(Clause& clause) const {
    const auto is_against = [&](const Complements& complement) {
        return is_kind(complement.at, ChunkKind::preposition) &&
               word(chunks_[complement.at].head) == "against";
    };
    const std::uint32_t last = clause.objects.empty() ? clause.verb : clause.objects.back();
    if (!is_kind(last + 1, ChunkKind::conjunction) || !is_kind(last + 2, ChunkKind::verb) ||
        chunks_[last + 2].is_passive || std::ranges::any_of(clause.complements, is_against)) {
        return;
    }
    const std::uint32_t next = last + 3;
    for (Complements& complement :
         complements_after(is_kind(next, ChunkKind::nominal) ? next : last + 2, false)) {
        if (is_against(complement)) {
            clause.complements.push_back(std::move(complement));
        }
    }
}

/// From "on" in "announced on Friday a suit" to "a suit".
std::uint32_t ClauseReader::past_adverbials(std::uint32_t chunk) const {
    while (is_kind(chunk, ChunkKind::adverbial) ||
           (is_kind(chunk, ChunkKind::preposition) && is_kind(chunk + 1, ChunkKind::adverbial))) {
        ++chunk;
    }
    return chunk;
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
    const std::uint32_t next = past_adverbials(verb + 1);
    std::uint32_t last = verb;
    if (is_kind(next, ChunkKind::nominal) && !here.is_passive) {
        clause.objects = coordinated_after(next);
        last = clause.objects.back();
    }
    clause.complements = complements_after(last, false);
    add_shifted(clause);
    add_shared(clause);
    if (!here.is_passive) {
        add_relative(clause);
    }
    add_governing(clause);
    add_preposed(clause);
    add_inserted(clause);
    clause.content = content_of(verb);
    clause.is_passive =
        here.is_passive || (here.is_participle && inverted_auxiliary(verb) != no_index);
    clause.may_be_passive = here.is_participle && clause.objects.empty();
    add_companions(clause);
    return clause;
}

}  // namespace litigraph::ingest::detail
