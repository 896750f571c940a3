#include "clauses.hpp"

#include <algorithm>

// Lists of phrases, to the right and to the left: what is put in between ("X, 34, of Oakmere, and
// Y") and where they end.

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

}  // namespace litigraph::ingest::detail
