#include "clauses.hpp"

#include <algorithm>

// Which phrases hang together: members of a list, a head noun and what depends on it, a verb or
// noun and its complements, and where what is put in between commas begins.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

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
    bool is_relative =
        is_kind(chunk + 1, ChunkKind::relative) && chunk > 0 && chunks_[chunk - 1].name != no_index;
    const bool is_noun =  // ", a unit of Y," and ", Y's agent,"
        is_kind(chunk + 1, ChunkKind::nominal) &&
        (chunks_[chunk + 1].name == no_index ||
         (chunks_[chunk + 1].is_possessive && is_kind(chunk + 2, ChunkKind::nominal) &&
          chunks_[chunk + 2].name == no_index));
    if (!is_kind(chunk, ChunkKind::comma) || !(is_relative || is_noun)) {
        return chunk;
    }
    for (std::uint32_t i = chunk + 2;
         i < std::min<std::size_t>(chunks_.size(), chunk + (is_relative ? 12 : 8)); ++i) {
        is_relative = is_relative || is_kind(i, ChunkKind::relative);  // "X, a nurse who helped,"
        const bool closes = is_list_mark(i) && chunks_[i].is_dash == chunks_[chunk].is_dash;
        if (closes) {
            const std::uint32_t joined = skip_joiner(i + 1);  // "X, which owns Y, as well as Z"
            const bool saw_and = is_kind(i + 1, ChunkKind::conjunction) || joined != i + 1;
            const std::uint32_t next = joined != i + 1 ? joined : i + 1 + saw_and;
            const bool is_member = is_kind(next, ChunkKind::nominal) &&
                                   chunks_[next].name != no_index && !begins_clause(next, saw_and);
            return is_member || (saw_and && !is_relative) ? i : chunk;
        }
        if (chunks_[i].kind == ChunkKind::stop ||
            (!is_relative && chunks_[i].kind == ChunkKind::verb)) {
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

/// "CA" in "of Oakmere, CA;": two letters after a comma.
bool ClauseReader::is_region(std::uint32_t chunk) const {
    return is_kind(chunk, ChunkKind::nominal) && is_kind(chunk - 1, ChunkKind::comma) &&
           chunks_[chunk].head == chunks_[chunk].first &&
           reader_.is_two_capitals(chunks_[chunk].head);
}

/// Whether the place is a state or country that ends the phrase or is closed by a comma, after the
/// name of what may lie in it: "Oakmere, Ohio, to enforce".
bool ClauseReader::is_region_of(std::uint32_t place, std::uint32_t name) const {
    const bool may_be =
        is_place(place) && chunks_[name].name != no_index && chunks_[place].possessor == no_index &&
        !chunks_[place].is_possessive &&
        mentions_.entity(mentions_.name(chunks_[name].name).entity).kind != NameKind::government;
    const std::uint32_t next = place + 1;
    const bool goes_on =
        is_kind(next, ChunkKind::conjunction) ||
        (is_kind(next, ChunkKind::comma) &&
         (is_kind(next + 1, ChunkKind::nominal) || is_kind(next + 1, ChunkKind::conjunction)));
    return may_be && !goes_on;
}

/// Past "of Nagoya, Japan" after a member of a list of names; `chunk` itself if no list goes on
/// there.
std::uint32_t ClauseReader::skip_origin(std::uint32_t chunk) const {
    const bool is_put_in =
        is_kind(chunk, ChunkKind::comma) && is_kind(chunk + 1, ChunkKind::preposition) &&
        word(chunks_[chunk + 1].head) == "of" && (is_place(chunk + 2) || is_region(chunk + 4));
    if (is_put_in) {
        std::uint32_t end = chunk + 3;  // "X, of Nagoya, Japan; and Y"
        while (is_kind(end, ChunkKind::comma) && (is_place(end + 1) || is_region(end + 1))) {
            end += 2;
        }
        return is_list_mark(end) ? end : chunk;
    }
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
    while (is_list_mark(next) || is_kind(next, ChunkKind::conjunction)) {
        ++next;
    }
    const bool goes_on = next > end && is_kind(next, ChunkKind::nominal) &&
                         (chunks_[next].name != no_index || holds_name(chunks_[next])) &&
                         !is_place(next);
    return goes_on && chunks_[chunk + 1].name != no_index ? end : chunk;
}

/// Whether the nominal is no member but the subject of what follows: ", Apple said".
bool ClauseReader::begins_clause(std::uint32_t nominal, bool after_and) const {
    std::uint32_t next = nominal + 1;
    while (after_and && is_kind(next, ChunkKind::adverbial)) {
        ++next;  // "and the companies ultimately settled"
    }
    if (!is_kind(next, ChunkKind::verb)) {
        return false;
    }
    const Chunk& verb = chunks_[next];
    const bool is_reduced = verb.is_participle && !after_and && nominal + 2 < chunks_.size() &&
                            word(chunks_[nominal + 2].head) == "by";
    return !verb.is_infinitive && !verb.is_gerund && !is_reduced;
}

/// Past ", 62" before a comma or "and"; `chunk` itself if no age stands there.
std::uint32_t ClauseReader::skip_age(std::uint32_t chunk) const {
    const bool is_age =
        is_kind(chunk, ChunkKind::comma) && is_kind(chunk + 1, ChunkKind::adverbial) && chunk > 0 &&
        chunks_[chunk - 1].name != no_index && reader_.is_number(chunks_[chunk + 1].first) &&
        (is_kind(chunk + 2, ChunkKind::comma) || is_kind(chunk + 2, ChunkKind::conjunction));
    return is_age ? chunk + 2 : chunk;
}

/// Past "of staff Jane Roe" after "the chief", whose name that is; `chunk` itself if no office is
/// told so.
std::uint32_t ClauseReader::skip_office(std::uint32_t chunk) const {
    const bool is_of = chunk > 0 && is_kind(chunk, ChunkKind::preposition) &&
                       word(chunks_[chunk].head) == "of" && is_kind(chunk + 1, ChunkKind::nominal);
    const bool has_name = is_of && chunks_[chunk + 1].name != no_index &&
                          chunks_[chunk - 1].name == no_index &&
                          mentions_.name(chunks_[chunk + 1].name).first > chunks_[chunk + 1].first;
    const bool is_office = has_name && has(chunks_[chunk - 1].head, classes_of(role, title)) &&
                           !has(chunks_[chunk + 1].first, classes_of(determiner, possessive));
    return is_office ? chunk + 2 : chunk;
}

/// A mark that joins members of a list as a comma does: "X, a maker of Y; and Z".
bool ClauseReader::is_list_mark(std::uint32_t chunk) const {
    if (is_kind(chunk, ChunkKind::comma)) {
        return true;
    }
    const std::uint32_t next = is_kind(chunk + 1, ChunkKind::conjunction) ? chunk + 2 : chunk + 1;
    return is_kind(chunk, ChunkKind::stop) && reader_.is_mark(chunks_[chunk].first, ";") &&
           is_kind(next, ChunkKind::nominal) && chunks_[next].name != no_index &&
           !begins_clause(next, true);
}

std::vector<std::uint32_t> ClauseReader::coordinated_after(std::uint32_t first) const {
    std::vector<std::uint32_t> found{first};
    for (std::uint32_t i = first + 1; i < chunks_.size();) {
        if (is_kind(i, ChunkKind::nominal) && chunks_[i - 1].is_possessive &&
            chunks_[i].possessor == i - 1) {
            found.back() = i++;  // "Apple's Beats"
            continue;
        }
        const std::uint32_t office = skip_office(i);
        if (office != i) {
            found.back() = office - 1;
            i = office;
            continue;
        }
        std::uint32_t next = skip_apposition(skip_age(skip_origin(i)));
        const bool may_close = next != i;
        bool saw_comma = false;
        bool saw_and = false;
        for (; (is_list_mark(next) && (may_close || !chunks_[next].is_dash)) ||
               is_kind(next, ChunkKind::conjunction);
             ++next) {
            saw_comma = saw_comma || chunks_[next].kind != ChunkKind::conjunction;
            saw_and = saw_and || chunks_[next].kind == ChunkKind::conjunction;
        }
        if (const std::uint32_t joined = skip_joiner(next); joined != next) {
            next = joined;
            saw_and = true;
        }
        if (next == i || !is_kind(next, ChunkKind::nominal)) {
            break;
        }
        if (saw_comma && !saw_and && is_region_of(next, i - 1)) {
            i = next + 1;  // "Oakmere, Ohio"
            continue;
        }
        const bool is_officer = skip_office(next + 1) != next + 1;
        const bool is_measured = is_kind(next + 1, ChunkKind::preposition) &&
                                 word(chunks_[next + 1].head) == "of" &&
                                 is_kind(next + 2, ChunkKind::nominal) &&
                                 has(chunks_[next].head, classes_of(transparent));
        const bool is_owned = has(chunks_[next].first, classes_of(possessive)) &&
                              is_kind(next + 1, ChunkKind::preposition) &&
                              is_kind(next + 2, ChunkKind::nominal) &&
                              is_kind(next + 3, ChunkKind::conjunction);  // "its board of trustees"
        const bool is_nameless =  // "X, Norway's largest maker of Y"
            chunks_[next].name == no_index ||
            (chunks_[next].is_possessive && is_kind(next + 1, ChunkKind::nominal) &&
             chunks_[next + 1].name == no_index && is_place(next));
        const bool is_apposition =
            saw_comma && !saw_and && is_nameless && !is_officer && !is_measured && !is_owned;
        if (is_apposition || begins_clause(next, saw_and)) {
            break;
        }
        found.push_back(next);
        i = next + (is_measured || is_owned ? 3 : 1);  // "X, a number of others and Y"
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

/// Whether the nominal is a name with a noun and another name before it: "England full-back X".
bool ClauseReader::has_names_before(std::uint32_t nominal) const {
    const Chunk& here = chunks_[nominal];
    if (here.name == no_index) {
        return false;
    }
    const std::uint32_t first = mentions_.name(here.name).first;
    const std::uint32_t outer = mentions_.name_at(here.first);
    const NameKind kind =
        outer == no_index ? NameKind::other : mentions_.entity(mentions_.name(outer).entity).kind;
    const bool is_country = kind == NameKind::government || kind == NameKind::place;
    return is_country && outer != here.name && first > mentions_.name(outer).last &&
           mentions_.name_at(first - 1) == no_index;
}

/// From the end of "X, 34" or "X, of Oakmere" back to the end of "X"; `end` itself if no name is
/// told so.
std::uint32_t ClauseReader::begin_of_aside(std::uint32_t end) const {
    const bool is_age = end >= 3 && is_kind(end - 1, ChunkKind::adverbial) &&
                        reader_.is_number(chunks_[end - 1].first) &&
                        is_kind(end - 2, ChunkKind::comma) && chunks_[end - 3].name != no_index;
    const bool is_origin =
        end >= 4 && is_kind(end - 1, ChunkKind::nominal) && chunks_[end - 1].name != no_index &&
        is_kind(end - 2, ChunkKind::preposition) && word(chunks_[end - 2].head) == "of" &&
        is_kind(end - 3, ChunkKind::comma) && chunks_[end - 4].name != no_index;
    return is_age ? end - 2 : is_origin ? end - 3 : end;
}

std::vector<std::uint32_t> ClauseReader::coordinated_before(std::uint32_t last) const {
    std::vector<std::uint32_t> found{last};
    if (has_names_before(last)) {
        return found;  // "Oakmere and England full-back X"
    }
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
        before = saw_comma ? begin_of_aside(before) : before;
        if (!saw_comma || before == 0 || chunks_[before - 1].kind != ChunkKind::nominal ||
            (!saw_and && !shouts_)) {
            break;
        }
        before = begin_of_apposition(begin_of_origin(before - 1)) + 1;
        const bool is_example = before >= 2 && introduces_examples(before - 2);
        const bool is_adjective =  // "Surviving members X and Y sued"
            before == 2 && chunks_[0].is_gerund && is_kind(last + 1, ChunkKind::verb);
        const bool is_object = !is_example && !is_adjective && before >= 2 &&
                               !is_subordinator(before - 2) &&
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
