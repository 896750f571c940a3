#include "clauses.hpp"

#include <algorithm>

// The subject of a verb is looked for to its left, over adverbs, whole parentheticals ("X, which is
// based in Y, sued") and the phrases that hang on a head noun ("a unit of X sued"); its objects and
// complements to its right.

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

/// Past "along with", "together with" and "as well as"; `chunk` itself if none stands there.
std::uint32_t ClauseReader::skip_joiner(std::uint32_t chunk) const {
    const auto is_word = [&](std::uint32_t at, std::string_view wanted) {
        return at < chunks_.size() && word(chunks_[at].head) == wanted;
    };
    if ((is_word(chunk, "along") || is_word(chunk, "together")) && is_word(chunk + 1, "with")) {
        return chunk + 2;
    }
    const bool as_well_as =
        is_word(chunk, "as") && is_word(chunk + 1, "well") && is_word(chunk + 2, "as");
    return as_well_as ? chunk + 3 : chunk;
}

/// From the comma of "X, a unit of Y, and Z" or "X, who works for Y, and Z" to the one after what
/// is put in; `chunk` itself if what follows it is nothing of the kind.
std::uint32_t ClauseReader::skip_apposition(std::uint32_t chunk) const {
    const bool is_relative =
        is_kind(chunk + 1, ChunkKind::relative) && chunk > 0 && chunks_[chunk - 1].name != no_index;
    const bool is_noun =
        is_kind(chunk + 1, ChunkKind::nominal) && chunks_[chunk + 1].name == no_index;
    if (!is_kind(chunk, ChunkKind::comma) || !(is_relative || is_noun)) {
        return chunk;
    }
    const std::uint32_t longest = is_relative ? 12 : 8;
    for (std::uint32_t i = chunk + 2; i < std::min<std::size_t>(chunks_.size(), chunk + longest);
         ++i) {
        if (chunks_[i].kind == ChunkKind::comma) {
            const bool saw_and = is_kind(i + 1, ChunkKind::conjunction);
            const std::uint32_t next = i + 1 + saw_and;
            const bool is_member = is_kind(next, ChunkKind::nominal) &&
                                   chunks_[next].name != no_index && !begins_clause(next, saw_and);
            return is_member || (saw_and && !is_relative) ? i : chunk;
        }
        if (chunks_[i].kind == ChunkKind::stop ||
            (!is_relative &&
             (chunks_[i].kind == ChunkKind::verb || chunks_[i].kind == ChunkKind::relative))) {
            return chunk;
        }
    }
    return chunk;
}

bool ClauseReader::is_place(std::uint32_t chunk) const {
    if (!is_kind(chunk, ChunkKind::nominal) || chunks_[chunk].name == no_index) {
        return false;
    }
    const NameKind kind = mentions_.entity(mentions_.name(chunks_[chunk].name).entity).kind;
    return kind == NameKind::place || kind == NameKind::government;
}

/// Past "of Nagoya, Japan" after a member of a list of names; `chunk` itself if no list goes on
/// there.
std::uint32_t ClauseReader::skip_origin(std::uint32_t chunk) const {
    if (!is_kind(chunk, ChunkKind::preposition) || !is_kind(chunk + 1, ChunkKind::nominal) ||
        chunk == 0 || chunks_[chunk - 1].name == no_index ||
        (word(chunks_[chunk].head) != "of" && word(chunks_[chunk].head) != "in")) {
        return chunk;
    }
    std::uint32_t end = chunk + 2;
    while (is_kind(end, ChunkKind::comma) && is_place(end + 1)) {
        end += 2;
    }
    std::uint32_t next = end;
    while (is_kind(next, ChunkKind::comma) || is_kind(next, ChunkKind::conjunction)) {
        ++next;
    }
    const bool goes_on = next > end && is_kind(next, ChunkKind::nominal) &&
                         chunks_[next].name != no_index && !is_place(next);
    return goes_on && chunks_[chunk + 1].name != no_index ? end : chunk;
}

/// Whether the nominal is no member but the subject of what follows: ", Apple said".
bool ClauseReader::begins_clause(std::uint32_t nominal, bool after_and) const {
    if (!is_kind(nominal + 1, ChunkKind::verb)) {
        return false;
    }
    const Chunk& verb = chunks_[nominal + 1];
    const bool is_reduced = verb.is_participle && !after_and && nominal + 2 < chunks_.size() &&
                            word(chunks_[nominal + 2].head) == "by";
    return !verb.is_infinitive && !verb.is_gerund && !is_reduced;
}

std::vector<std::uint32_t> ClauseReader::coordinated_after(std::uint32_t first) const {
    std::vector<std::uint32_t> found{first};
    for (std::uint32_t i = first + 1; i < chunks_.size();) {
        if (is_kind(i, ChunkKind::nominal) && chunks_[i - 1].is_possessive &&
            chunks_[i].possessor == i - 1) {
            found.back() = i++;  // "Apple's Beats"
            continue;
        }
        std::uint32_t next = skip_apposition(skip_origin(i));
        bool saw_comma = false;
        bool saw_and = false;
        for (; is_kind(next, ChunkKind::comma) || is_kind(next, ChunkKind::conjunction); ++next) {
            saw_comma = saw_comma || chunks_[next].kind == ChunkKind::comma;
            saw_and = saw_and || chunks_[next].kind == ChunkKind::conjunction;
        }
        if (const std::uint32_t joined = skip_joiner(next); joined != next) {
            next = joined;
            saw_and = true;
        }
        if (next == i || !is_kind(next, ChunkKind::nominal)) {
            break;
        }
        const bool is_apposition = saw_comma && !saw_and && chunks_[next].name == no_index;
        if (is_apposition || begins_clause(next, saw_and)) {
            break;
        }
        found.push_back(next);
        i = next + 1;
    }
    return found;
}

/// Whether the phrases of the nominal or verb at `of` end before this chunk.
bool ClauseReader::ends_complements(std::uint32_t at, std::uint32_t of, bool of_nominal) const {
    const Chunk& here = chunks_[at];
    switch (here.kind) {
        case ChunkKind::verb: {
            const bool is_reduced = here.is_participle && !here.has_auxiliary && at > 0 &&
                                    chunks_[at - 1].kind != ChunkKind::conjunction;
            const bool is_relative =
                here.is_passive && at > 0 && chunks_[at - 1].kind == ChunkKind::relative;
            const bool is_own = of_nominal && here.is_passive && at == of + 1;
            const bool has_subject =  // "a suit that X filed", "a suit it filed"
                at >= 2 && is_kind(at - 1, ChunkKind::nominal) &&
                (is_kind(at - 2, ChunkKind::relative) || (at - 2 == of && of_nominal));
            return has_subject || (!is_reduced && !is_relative && !is_own);
        }
        case ChunkKind::nominal:
            return of_nominal && chunks_[at - 1].kind == ChunkKind::comma;
        case ChunkKind::stop:
            return true;
        case ChunkKind::conjunction:
            return at + 1 < chunks_.size() && !is_kind(at + 1, ChunkKind::preposition) &&
                   !is_kind(at + 1, ChunkKind::adverbial);
        case ChunkKind::preposition:
        case ChunkKind::comma:
        case ChunkKind::relative:
        case ChunkKind::adverbial:
        case ChunkKind::conditional:
            return false;
    }
    return false;
}

std::vector<Complements> ClauseReader::complements_after(std::uint32_t chunk,
                                                         bool of_nominal) const {
    std::vector<Complements> found;
    bool is_of_gerund = false;
    for (std::uint32_t i = chunk + 1; i < chunks_.size(); ++i) {
        const Chunk& here = chunks_[i];
        const bool is_hedged = is_kind(i + 1, ChunkKind::adverbial) &&
                               has(chunks_[i + 1].head, classes_of(adverb)) &&
                               !has(chunks_[i + 1].head, classes_of(time));  // "with yet another"
        const std::uint32_t next = i + (is_hedged ? 2 : 1);
        const bool has_nominal = is_kind(next, ChunkKind::nominal);
        const bool is_infinitive =
            here.kind == ChunkKind::verb && here.is_infinitive && !of_nominal;
        if (is_of_gerund && here.kind == ChunkKind::preposition && word(here.head) == "by") {
            break;  // "taken to court after being flown in by X"
        }
        if (is_infinitive || (here.kind == ChunkKind::preposition && has_nominal)) {
            Complements complement;
            complement.at = i;
            complement.infinitive = is_infinitive ? here.lemma : 0;
            complement.preposition = is_infinitive ? 0 : reader_.entry(here.head);
            if (has_nominal) {
                complement.nominals = coordinated_after(next);
                i = complement.nominals.back();
            }
            found.push_back(std::move(complement));
        } else if (here.kind == ChunkKind::preposition && is_kind(i + 1, ChunkKind::verb) &&
                   chunks_[i + 1].is_gerund) {
            Complements complement;  // "cleared of infringing"
            complement.at = i;
            complement.preposition = reader_.entry(here.head);
            found.push_back(std::move(complement));
            is_of_gerund = true;
            ++i;
            if (!of_nominal && is_kind(i + 1, ChunkKind::nominal)) {
                i = coordinated_after(i + 1).back();  // "of infringing its patents in a suit"
            }
        } else if (ends_complements(i, chunk, of_nominal)) {
            break;
        }
    }
    return found;
}

/// From "Y" in "a unit of Y" back to "unit"; the nominal itself if nothing governs it.
std::uint32_t ClauseReader::head_of_phrase(std::uint32_t nominal) const {
    while (nominal >= 2 && chunks_[nominal - 1].kind == ChunkKind::preposition) {
        const Chunk& before = chunks_[nominal - 2];
        const bool is_reduced = before.kind == ChunkKind::verb && before.is_participle &&
                                !before.has_auxiliary && is_kind(nominal - 3, ChunkKind::nominal);
        if (before.kind != ChunkKind::nominal && !is_reduced) {
            break;
        }
        nominal -= is_reduced ? 3 : 2;  // "a company based in Toronto"
    }
    return nominal;
}

/// The subjects that end with this nominal: the head of its phrase and what is joined to it, but
/// "X and Y" for "authors including X and Y".
std::vector<std::uint32_t> ClauseReader::acting_before(std::uint32_t last) const {
    std::vector<std::uint32_t> members = coordinated_before(last);
    const std::uint32_t first = members.front();
    const bool are_examples =
        first > 0 && is_kind(first - 1, ChunkKind::preposition) &&
        (word(chunks_[first - 1].head) == "including" || word(chunks_[first - 1].head) == "like");
    return are_examples ? members : coordinated_before(head_of_phrase(last));
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
        bool saw_comma = false;
        while (before > 0 && (chunks_[before - 1].kind == ChunkKind::conjunction ||
                              chunks_[before - 1].kind == ChunkKind::comma)) {
            saw_and = saw_and || chunks_[before - 1].kind == ChunkKind::conjunction;
            saw_comma = true;
            --before;
        }
        if (!saw_comma || before == 0 || chunks_[before - 1].kind != ChunkKind::nominal ||
            (!saw_and && !shouts_)) {
            break;
        }
        const bool is_example = before >= 2 && chunks_[before - 2].kind == ChunkKind::preposition &&
                                word(chunks_[before - 2].head) == "including";
        const bool is_object = !is_example && before >= 2 &&
                               (chunks_[before - 2].kind == ChunkKind::preposition ||
                                chunks_[before - 2].kind == ChunkKind::verb);
        if (is_object && before >= 2 &&
            !(chunks_[before - 2].kind == ChunkKind::verb &&
              has(chunks_[before - 2].head, classes_of(speech)))) {
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
        if (chunks_[i - 1].kind != ChunkKind::comma || i - 1 == 0 ||
            chunks_[i - 1].is_dash != chunks_[comma].is_dash) {
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
    constexpr int deepest = 4;
    if (depth > deepest) {
        return {};
    }
    std::uint32_t i = verb;
    while (i > 0 && chunks_[i - 1].kind == ChunkKind::adverbial) {
        const bool is_dated = i > 1 && chunks_[i - 2].kind == ChunkKind::preposition;
        i -= is_dated ? 2 : 1;  // "X on Monday sued"
    }
    if (i == 0) {
        return subjects_after(verb);
    }
    const Chunk& here = chunks_[verb];
    switch (chunks_[i - 1].kind) {
        case ChunkKind::nominal:
            return here.is_infinitive && here.mood != Mood::actual
                       ? subjects_of_infinitive(verb, i - 1, depth)
                       : acting_before(i - 1);
        case ChunkKind::relative:
            return subjects_over_relative(i - 1, depth);
        case ChunkKind::comma:
            return subjects_over_comma(verb, i - 1, depth);
        case ChunkKind::conjunction:
        case ChunkKind::verb:
        case ChunkKind::preposition:
        case ChunkKind::conditional:
            return subjects_of_previous(verb, i, depth);
        case ChunkKind::adverbial:
        case ChunkKind::stop:
            break;
    }
    return {};
}

/// "Y" in "asked Y to sue" and in "Y's plan to sue", but "X" in "X has a plan to sue".
std::vector<std::uint32_t> ClauseReader::subjects_of_infinitive(std::uint32_t verb,
                                                                std::uint32_t nominal,
                                                                int depth) const {
    nominal = head_of_phrase(nominal);
    const Chunk& before = chunks_[nominal];
    const bool acts = before.name != no_index || before.is_pronoun ||
                      before.possessor != no_index ||
                      has(before.head, classes_of(role, group, company_noun, public_noun, court));
    const std::uint32_t main = previous_verb(verb);
    if (acts || main == no_index) {
        return {nominal};
    }
    return subjects_of(main, depth + 1);
}

/// "Named in the suit were X and Y", "Joining the suit are X and Y": the chunk of "were"; no_index
/// if the words are in another order.
std::uint32_t ClauseReader::inverted_auxiliary(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > 0; --i) {
        if (chunks_[i - 1].kind != ChunkKind::adverbial) {
            return no_index;
        }
    }
    const bool may_be = chunks_[verb].is_participle || chunks_[verb].is_gerund;
    for (std::uint32_t j = verb + 1; may_be && j + 1 < chunks_.size(); ++j) {
        if (chunks_[j].kind == ChunkKind::verb || chunks_[j].kind == ChunkKind::comma) {
            const bool is_be = has(chunks_[j].head, classes_of(be));
            return is_be && is_kind(j + 1, ChunkKind::nominal) ? j : no_index;
        }
    }
    return no_index;
}

/// "Sued by X, Y ...": the subject of the clause that follows.
std::vector<std::uint32_t> ClauseReader::subjects_after(std::uint32_t verb) const {
    if (!chunks_[verb].is_participle && !chunks_[verb].is_gerund) {
        return {};
    }
    if (const std::uint32_t auxiliary = inverted_auxiliary(verb); auxiliary != no_index) {
        return coordinated_after(auxiliary + 1);
    }
    for (std::uint32_t j = verb + 1; j + 1 < chunks_.size(); ++j) {
        if (!is_kind(j, ChunkKind::comma) || !is_kind(j + 1, ChunkKind::nominal)) {
            continue;
        }
        const std::vector<std::uint32_t> members = coordinated_after(j + 1);
        const std::uint32_t after = members.back() + 1;
        const bool acts = is_kind(after, ChunkKind::verb) || is_kind(after, ChunkKind::adverbial);
        return acts ? members : std::vector<std::uint32_t>{j + 1};
    }
    return {};
}

std::vector<std::uint32_t> ClauseReader::subjects_over_relative(std::uint32_t relative,
                                                                int depth) const {
    std::uint32_t j = relative;
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

std::vector<std::uint32_t> ClauseReader::subjects_over_comma(std::uint32_t verb,
                                                             std::uint32_t comma, int depth) const {
    const Chunk& here = chunks_[verb];
    const bool has_object = is_kind(verb + 1, ChunkKind::nominal);
    const std::uint32_t outer = here.is_gerund ? no_index : skip_parenthetical(comma);
    if (outer != no_index && outer > 0 && is_kind(outer - 1, ChunkKind::relative)) {
        return {outer};  // "a suit that X, a trade group, filed"
    }
    if (outer != no_index && is_kind(outer + 2, ChunkKind::relative)) {
        return coordinated_before(head_of_phrase(outer));  // "X, which holds patents, sued"
    }
    if (here.is_participle && !has_object && comma > 0 &&
        chunks_[comma - 1].kind == ChunkKind::nominal) {
        return {head_of_phrase(comma - 1)};  // "The suit, filed in May,"
    }
    if (outer != no_index) {
        return coordinated_before(head_of_phrase(outer));
    }
    const std::uint32_t main = previous_verb(comma);
    if (main != no_index) {
        return subjects_of(main, depth + 1);
    }
    const bool is_after_name = comma > 0 && is_kind(comma - 1, ChunkKind::nominal) &&
                               chunks_[comma - 1].name != no_index && !here.is_gerund;
    return is_after_name ? std::vector<std::uint32_t>{comma - 1} : std::vector<std::uint32_t>{};
}

/// "X sued Y and has asked ...": the subject of the verb before, past reduced relatives.
std::vector<std::uint32_t> ClauseReader::subjects_of_previous(std::uint32_t verb,
                                                              std::uint32_t from, int depth) const {
    const bool joined = chunks_[from - 1].kind == ChunkKind::conjunction;
    std::uint32_t main = previous_verb(from);
    while (main != no_index && main > 0 && joined && chunks_[verb].has_auxiliary &&
           chunks_[main].is_participle && chunks_[main - 1].kind == ChunkKind::nominal) {
        main = previous_verb(main);
    }
    if (main == no_index) {  // "After suing X, Y won"
        return chunks_[verb].is_gerund ? subjects_after(verb) : std::vector<std::uint32_t>{};
    }
    return subjects_of(main, depth + 1);
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
        !is_kind(subject - 1, ChunkKind::comma)) {
        return {};
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
    std::vector<std::uint32_t> members{next};
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
    if (clause.subjects.size() != 1 || clause.subjects[0] < 2) {
        return;
    }
    const std::uint32_t before = clause.subjects[0] - 1;
    const bool is_contact = is_kind(before, ChunkKind::nominal) && !chunks_[before].is_possessive &&
                            chunks_[before].name == no_index && !chunks_[before].is_pronoun;
    if (is_contact && clause.objects.empty() && clause.verb == clause.subjects[0] + 1) {
        clause.objects = {before};  // "a suit it filed"
    }
    if (!is_kind(before, ChunkKind::relative)) {
        return;
    }
    std::uint32_t at = clause.subjects[0] - 1;
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
    if (subject < 2 || chunks_[subject - 1].kind != ChunkKind::comma) {
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
    if (is_kind(next, ChunkKind::nominal) && !here.is_passive) {
        clause.objects = coordinated_after(next);
        last = clause.objects.back();
    }
    clause.complements = complements_after(last, false);
    add_shifted(clause);
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
