#include "clauses.hpp"

#include <algorithm>

// Who acts: the subject of a verb is looked for to its left, over adverbs, whole parentheticals
// ("X, which is based in Y, sued") and the phrases that hang on a head noun ("a unit of X sued").

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

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
    if (const std::uint32_t main = here.is_infinitive ? previous_verb(verb) : no_index;
        main != no_index && is_first_to(main, verb)) {
        return subjects_of(main, depth + 1);  // "X is the latest to sue"
    }
    switch (chunks_[i - 1].kind) {
        case ChunkKind::nominal:
            if (const std::uint32_t head = head_over_relative(verb, i - 1); head != no_index) {
                return {head};
            }
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

/// "agency" in "the agency that oversees X and Y has sued": the verb agrees with what the relative
/// clause describes; no_index if none stands there.
std::uint32_t ClauseReader::head_over_relative(std::uint32_t verb, std::uint32_t nominal) const {
    const Chunk& here = chunks_[verb];
    const std::uint32_t inner = previous_verb(nominal);
    const bool is_copula = inner != no_index && inner >= 2 && !here.is_gerund &&
                           has(chunks_[inner].head, classes_of(be)) &&
                           is_kind(inner - 1, ChunkKind::relative) &&
                           is_kind(inner - 2, ChunkKind::nominal);
    if (const std::uint32_t named = is_copula ? named_before_comma(inner - 2) : no_index;
        named != no_index && !here.is_infinitive) {
        return named;  // "X, a company which is the maker of Y sued"
    }
    if (!here.has_auxiliary || here.is_infinitive || here.is_gerund || inner == no_index ||
        inner < 2 || !is_kind(inner - 1, ChunkKind::relative) ||
        !is_kind(inner - 2, ChunkKind::nominal) || chunks_[inner].is_passive ||
        has(chunks_[inner].head, classes_of(speech))) {
        return no_index;
    }
    for (std::uint32_t i = inner + 1; i < verb; ++i) {
        if (is_kind(i, ChunkKind::comma) || is_kind(i, ChunkKind::stop) ||
            is_kind(i, ChunkKind::relative)) {
            return no_index;
        }
    }
    return head_of_phrase(inner - 2);
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
        return coordinated_before(nominal);
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
        const bool is_reduced = chunks_[j].is_participle && !chunks_[j].has_auxiliary &&
                                is_kind(j + 1, ChunkKind::preposition);
        if (is_reduced) {
            continue;  // "Named in a suit filed by X are Y and Z"
        }
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
    const bool are_of = j >= 3 && is_kind(j - 1, ChunkKind::nominal) &&
                        is_kind(j - 2, ChunkKind::preposition) && chunks_[j - 1].name == no_index;
    const std::uint32_t one_of =
        are_of && word(chunks_[j - 2].head) == "of" && word(chunks_[j - 3].head) == "one" ? j - 4
        : are_of && word(chunks_[j - 2].head) == "among"                                  ? j - 3
                                                         : no_index;
    if (is_kind(one_of, ChunkKind::verb) && has(chunks_[one_of].head, classes_of(be))) {
        return subjects_of(one_of, depth + 1);  // "X is one of several companies that sued"
    }
    if (j > 0 && chunks_[j - 1].kind == ChunkKind::nominal) {
        return {j - 1};
    }
    return j > 0 && chunks_[j - 1].kind == ChunkKind::verb ? subjects_of(j - 1, depth + 1)
                                                           : std::vector<std::uint32_t>{};
}

/// From "X" in "Three authors, X, Y and Z, sued" back to "authors"; `outer` itself if what stands
/// between it and the comma is no rest of a list.
std::uint32_t ClauseReader::head_of_list(std::uint32_t outer, std::uint32_t comma) const {
    std::uint32_t last = outer + 2;
    while (is_kind(last, ChunkKind::nominal) && chunks_[last].name != no_index &&
           (is_kind(last + 1, ChunkKind::conjunction) || is_kind(last + 1, ChunkKind::comma)) &&
           last + 1 < comma) {
        last += is_kind(last + 2, ChunkKind::conjunction) ? 3 : 2;
    }
    const bool is_list = last > outer + 2 && last + 1 == comma;
    while (is_list && outer >= 2 && chunks_[outer].name != no_index &&
           is_kind(outer - 1, ChunkKind::comma) && is_kind(outer - 2, ChunkKind::nominal)) {
        outer -= 2;
    }
    return outer;
}

std::vector<std::uint32_t> ClauseReader::subjects_over_comma(std::uint32_t verb,
                                                             std::uint32_t comma, int depth) const {
    const Chunk& here = chunks_[verb];
    const bool has_object = is_kind(past_adverbials(verb + 1), ChunkKind::nominal);
    std::uint32_t outer = here.is_gerund ? no_index : skip_parenthetical(comma);
    const bool is_origin =
        outer != no_index && outer >= 3 && (is_place(outer) || is_place(comma - 1)) &&
        is_kind(outer - 1, ChunkKind::preposition) && word(chunks_[outer - 1].head) != "for" &&
        is_kind(outer - 2, ChunkKind::comma);
    if (is_origin) {  // "X, 62, of Oakmere, Ohio, sued"
        const bool is_aged =
            outer >= 5 && is_kind(outer - 4, ChunkKind::comma) && skip_age(outer - 4) == outer - 2;
        const std::uint32_t named = is_aged ? outer - 5 : outer - 3;
        if (is_kind(named, ChunkKind::nominal)) {
            return {named};
        }
    }
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
        std::vector<std::uint32_t> members =
            coordinated_before(head_of_phrase(head_of_list(outer, comma)));
        if (const std::uint32_t joined = skip_joiner(outer + 2); joined != outer + 2) {
            for (const std::uint32_t member : coordinated_after(joined)) {
                members.push_back(member);  // "X, along with Y, sued"
            }
        }
        return members;
    }
    const std::uint32_t main = previous_verb(comma);
    if (main != no_index) {
        return subjects_of(main, depth + 1);
    }
    const bool is_in_phrase = comma > 1 && is_kind(comma - 2, ChunkKind::preposition);
    const bool is_after_name =  // "X, already suing Y, has sued Z"
        comma > 0 && is_kind(comma - 1, ChunkKind::nominal) &&
        chunks_[comma - 1].name != no_index && !(here.is_gerund && is_in_phrase);
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

}  // namespace litigraph::ingest::detail
