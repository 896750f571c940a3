#include "clauses.hpp"

#include <algorithm>

// Which phrases hang together: members of a list, a head noun and what depends on it, a verb or
// noun and its complements, and where what is put in between commas begins.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

bool ClauseReader::is_place(std::uint32_t chunk) const {
    if (!is_kind(chunk, ChunkKind::nominal) || chunks_[chunk].name == no_index) {
        return false;
    }
    const NameKind kind = mentions_.entity(mentions_.name(chunks_[chunk].name).entity).kind;
    return kind == NameKind::place || kind == NameKind::government;
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
        const bool is_hedged =  // "with yet another", "from more than a dozen"
            is_kind(i + 1, ChunkKind::adverbial) && has(chunks_[i + 1].first, classes_of(adverb)) &&
            !has(chunks_[i + 1].head, classes_of(time));
        const std::uint32_t next = i + (is_hedged ? 2 : 1);
        const bool has_nominal = is_kind(next, ChunkKind::nominal);
        const bool is_wish = here.kind == ChunkKind::verb && here.mood == Mood::unreal && i > 0 &&
                             is_kind(i - 1, ChunkKind::relative) &&
                             word(here.first) == "would";  // "an order that would bar X"
        const bool is_infinitive =
            here.kind == ChunkKind::verb && (here.is_infinitive || is_wish) && !of_nominal;
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
            add_reduced(i, of_nominal, found);
            break;
        }
    }
    return found;
}

/// "an order requiring that X", "an injunction barring X": as "to require X".
void ClauseReader::add_reduced(std::uint32_t verb, bool of_nominal,
                               std::vector<Complements>& found) const {
    if (of_nominal || !is_kind(verb, ChunkKind::verb) || !chunks_[verb].is_gerund ||
        !is_kind(verb - 1, ChunkKind::nominal)) {
        return;
    }
    const std::uint32_t next = verb + 1 + is_kind(verb + 1, ChunkKind::relative);
    if (is_kind(next, ChunkKind::nominal)) {
        Complements complement;
        complement.at = verb;
        complement.infinitive = chunks_[verb].lemma;
        complement.nominals = coordinated_after(next);
        found.push_back(std::move(complement));
    }
}

/// "after", "before" and others of which a clause may depend.
bool ClauseReader::is_subordinator(std::uint32_t chunk) const {
    constexpr std::string_view subordinators[] = {"after", "before", "since", "until", "when"};
    return std::find(std::begin(subordinators), std::end(subordinators),
                     word(chunks_[chunk].head)) != std::end(subordinators);
}

/// From "Y" in "a unit of Y" back to "unit"; the nominal itself if nothing governs it.
std::uint32_t ClauseReader::head_of_phrase(std::uint32_t nominal) const {
    if (chunks_[nominal].possessor != no_index && chunks_[nominal].possessor >= 2 &&
        is_kind(chunks_[nominal].possessor - 1, ChunkKind::preposition) &&
        is_kind(chunks_[nominal].possessor - 2, ChunkKind::nominal)) {
        nominal = chunks_[nominal].possessor;  // "a trustee for X's estate"
    }
    while (nominal >= 2 && chunks_[nominal - 1].kind == ChunkKind::preposition) {
        if (is_subordinator(nominal - 1)) {
            break;  // "right after X sued"
        }
        std::uint32_t at = nominal - 2;
        while (at > 0 && is_kind(at, ChunkKind::adverbial) &&
               has(chunks_[at].head, classes_of(time))) {
            --at;  // "a suit filed Tuesday by X"
        }
        const Chunk& before = chunks_[at];
        const bool is_reduced = before.kind == ChunkKind::verb && before.is_participle &&
                                !before.has_auxiliary && is_kind(at - 1, ChunkKind::nominal);
        if ((before.kind != ChunkKind::nominal || at + 2 != nominal) && !is_reduced) {
            break;
        }
        nominal = is_reduced ? at - 1 : at;  // "a company based in Toronto"
    }
    return nominal;
}

/// "including", "like", "such as"
bool ClauseReader::introduces_examples(std::uint32_t chunk) const {
    const std::string_view preposition = word(chunks_[chunk].head);
    return is_kind(chunk, ChunkKind::preposition) &&
           (preposition == "including" || preposition == "like" ||
            (preposition == "as" && chunk > 0 && word(chunks_[chunk - 1].head) == "such"));
}

/// "attorneys general" for "the attorneys general of Ohio and Iowa", "parents" for "the parents of
/// X and Y"; no_index if no such phrase ends with the nominal.
std::uint32_t ClauseReader::holders_of_pair(std::uint32_t last) const {
    if (last < 4 || !is_kind(last - 1, ChunkKind::conjunction) ||
        !is_kind(last - 2, ChunkKind::nominal) || !is_kind(last - 3, ChunkKind::preposition) ||
        word(chunks_[last - 3].head) != "of" || !is_kind(last - 4, ChunkKind::nominal)) {
        return no_index;
    }
    const Chunk& holders = chunks_[last - 4];
    const bool are_several =
        has(holders.head, classes_of(role, title)) && word(holders.head).ends_with('s');
    const bool are_attorneys = word(holders.head) == "general";
    return holders.name == no_index && (are_several || are_attorneys) ? last - 4 : no_index;
}

/// The subjects that end with this nominal: the head of its phrase and what is joined to it, but
/// "X and Y" for "authors including X and Y".
std::vector<std::uint32_t> ClauseReader::acting_before(std::uint32_t last) const {
    last = begin_of_origin(last);
    if (const std::uint32_t holders = holders_of_pair(last); holders != no_index) {
        return {holders};
    }
    std::vector<std::uint32_t> members = coordinated_before(last);
    const std::uint32_t first = members.front();
    const bool are_examples = first > 0 && introduces_examples(first - 1);
    if (are_examples) {
        return members;
    }
    members = coordinated_before(head_of_phrase(last));
    const std::uint32_t named = named_before_comma(members.front());
    return members.size() == 1 && named != no_index ? std::vector<std::uint32_t>{named} : members;
}

/// "X" in "X, the maker of Y sued", whose second comma is forgotten; no_index if none is told.
std::uint32_t ClauseReader::named_before_comma(std::uint32_t nominal) const {
    const Chunk& described = chunks_[nominal];
    if (nominal < 2 || described.name != no_index || described.is_pronoun ||
        !has(described.first, classes_of(determiner)) || !is_kind(nominal - 1, ChunkKind::comma) ||
        chunks_[nominal - 2].name == no_index || chunks_[nominal - 2].is_possessive) {
        return no_index;
    }
    const bool begins = nominal == 2 || is_kind(nominal - 3, ChunkKind::conjunction) ||
                        is_kind(nominal - 3, ChunkKind::relative) ||
                        is_kind(nominal - 3, ChunkKind::stop);
    return begins && !is_place(nominal - 2) ? nominal - 2 : no_index;
}

/// From "Ohio" in "the town of Oakmere, Ohio" back to "the town"; `nominal` itself if it ends no
/// such phrase.
std::uint32_t ClauseReader::begin_of_origin(std::uint32_t nominal) const {
    const bool is_origin = nominal >= 4 && is_place(nominal) && is_place(nominal - 2) &&
                           is_kind(nominal - 1, ChunkKind::comma) &&
                           is_kind(nominal - 3, ChunkKind::preposition) &&
                           is_kind(nominal - 4, ChunkKind::nominal);
    return is_origin ? nominal - 4 : nominal;
}

/// From "Y" in "X, the parent of Y, and Z" back to "X"; `nominal` itself if it ends no such phrase.
std::uint32_t ClauseReader::begin_of_apposition(std::uint32_t nominal) const {
    const std::uint32_t head = head_of_phrase(nominal);
    const bool is_put_in = head >= 2 && is_kind(nominal + 1, ChunkKind::comma) &&
                           is_kind(head - 1, ChunkKind::comma) && chunks_[head].name == no_index &&
                           has(chunks_[head].first, classes_of(determiner)) &&
                           chunks_[head - 2].name != no_index && !chunks_[head - 2].is_possessive;
    return is_put_in ? head - 2 : nominal;
}

/// Whether the verb follows a "who" or "which" that a comma or a noun stands before, with nothing
/// but verbs in between.
bool ClauseReader::is_in_relative(std::uint32_t verb) const {
    std::uint32_t i = verb;
    while (i > 0 && is_kind(i - 1, ChunkKind::verb)) {
        --i;
    }
    return i > 0 && is_kind(i - 1, ChunkKind::relative);
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
        const bool is_object =  // of what is put in: "X, who claims to be Y, the founder, sued"
            i >= 3 && chunks_[i - 3].kind == ChunkKind::verb && is_in_relative(i - 3);
        if (is_insert && chunks_[i - 2].kind == ChunkKind::nominal && !is_object) {
            return i - 2;
        }
    }
    return no_index;
}

}  // namespace litigraph::ingest::detail
