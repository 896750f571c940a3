#include "party_reader.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

bool contains(const Parties& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void add_all(Parties& to, const Parties& from) {
    for (const std::uint32_t value : from) {
        if (!contains(to, value)) {
            to.push_back(value);
        }
    }
}

PartyReader::PartyReader(const Document& document, const ClauseReader& clauses, Mentions& mentions)
    : document_(document),
      clauses_(clauses),
      mentions_(mentions),
      coreference_(clauses, mentions) {}

Parties PartyReader::read(const std::vector<std::uint32_t>& chunks, const Parties& excluded) {
    Parties found;
    for (const std::uint32_t index : chunks) {
        const Chunk& nominal = clauses_.chunks()[index];
        if (nominal.kind != ChunkKind::nominal) {
            continue;
        }
        if (clauses_.has(nominal.head, classes_of(accuser, accused))) {
            add_all(found, read(names_in_apposition(index), excluded));
            continue;
        }
        const bool are_both = nominal.name == no_index && is_plural(nominal) &&
                              clauses_.word(nominal.first) == "the" &&
                              clauses_.has(nominal.head, classes_of(company_noun)) &&
                              phrase_inside(index) == no_index;
        if (are_both) {  // "the companies"
            add_all(found, coreference_.resolve_both(excluded));
            continue;
        }
        const std::uint32_t entity = entity_of(index, excluded);
        const bool is_owned_thing =
            entity == no_index && nominal.possessor != no_index &&
            !clauses_.has(nominal.head, classes_of(role, group, company_noun, unit_noun));
        if (is_owned_thing) {
            add_all(found, read({nominal.possessor}, excluded));
        }
        if (entity != no_index && !contains(found, entity) && !contains(excluded, entity)) {
            found.push_back(entity);
        }
    }
    drop_rest(found);
    return found;
}

/// Of "X and other owners" X is all that is told.
void PartyReader::drop_rest(Parties& found) const {
    const auto is_rest = [&](std::uint32_t entity) {
        return mentions_.entity(entity).is_generic &&
               mentions_.entity(entity).key.starts_with("other ");
    };
    if (!std::all_of(found.begin(), found.end(), is_rest)) {
        std::erase_if(found, is_rest);
    }
}

std::uint32_t PartyReader::entity_of(std::uint32_t chunk, const Parties& excluded) {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.name != no_index) {
        return named(nominal);
    }
    if (const std::uint32_t unit = named_unit(chunk); unit != no_index) {
        return unit;
    }
    if (const std::uint32_t inner = phrase_inside(chunk); inner != no_index) {
        const Parties members = read({inner}, excluded);
        return members.empty() ? no_index : members.front();
    }
    for (const std::uint32_t other : {name_in_apposition(chunk), name_after_called(chunk)}) {
        if (other != no_index) {
            return named(clauses_.chunks()[other]);
        }
    }
    if (nominal.is_pronoun) {
        return coreference_.resolve(chunk, excluded);
    }
    if (clauses_.has(nominal.head, classes_of(role))) {
        return no_index;
    }
    const bool refers = clauses_.word(nominal.first) == "the" && !is_described_further(chunk);
    if (refers && clauses_.has(nominal.head, classes_of(company_noun))) {
        return coreference_.resolve(chunk, excluded);
    }
    if (refers && clauses_.has(nominal.head, classes_of(group)) && !is_plural(nominal)) {
        if (const std::uint32_t person = coreference_.only_person(excluded); person != no_index) {
            return person;
        }
    }
    return clauses_.has(nominal.head, classes_of(group, company_noun)) ? described(chunk)
                                                                       : no_index;
}

/// A newspaper is no party where it reports, but it is one where it sues or is sued.
std::uint32_t PartyReader::named(const Chunk& nominal) const {
    const std::uint32_t entity = mentions_.name(nominal.name).entity;
    const bool is_media = mentions_.entity(entity).kind == NameKind::media;
    return is_media || mentions_.can_be_party(entity) ? entity : no_index;
}

/// "retailers" for "more than a dozen retailers", "unit of Solenne" for "a unit of Solenne".
std::uint32_t PartyReader::described(std::uint32_t chunk) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    std::uint32_t first = nominal.first;
    while (first < nominal.head &&
           (clauses_.has(first, classes_of(determiner, number, possessive)) ||
            document_.tokens[first].shape == TokenShape::number)) {
        ++first;
    }
    std::uint32_t last = nominal.head;
    const bool owned = chunk + 2 < chunks.size() && clauses_.word(chunks[chunk + 1].head) == "of" &&
                       chunks[chunk + 2].kind == ChunkKind::nominal &&
                       chunks[chunk + 2].name != no_index;
    if (owned && clauses_.has(nominal.head, classes_of(unit_noun))) {
        last = chunks[chunk + 2].head;
    }
    const Span span{document_.tokens[first].begin, document_.tokens[last].end};
    return mentions_.described(document_.bytes(span), span);
}

/// "states" for "a group of 12 states"; no_index if the nominal is the party itself.
std::uint32_t PartyReader::phrase_inside(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool goes_on = chunk + 2 < chunks.size() &&
                         chunks[chunk + 1].kind == ChunkKind::preposition &&
                         clauses_.word(chunks[chunk + 1].head) == "of" &&
                         chunks[chunk + 2].kind == ChunkKind::nominal;
    return goes_on && clauses_.has(chunks[chunk].head, classes_of(transparent)) ? chunk + 2
                                                                                : no_index;
}

/// "the companies", "the two"
bool PartyReader::is_plural(const Chunk& nominal) const {
    const std::string_view head = clauses_.word(nominal.head);
    return head == "duo" || head == "pair" || head == "two" ||
           (head.ends_with('s') && !head.ends_with("ss"));
}

/// "X" in "its X unit", "Y's X subsidiary"; no_index for the nameless "X unit".
std::uint32_t PartyReader::named_unit(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    const bool owned =
        nominal.possessor != no_index || clauses_.has(nominal.first, classes_of(possessive));
    if (!owned || nominal.head == nominal.first ||
        !clauses_.has(nominal.head, classes_of(unit_noun))) {
        return no_index;
    }
    const std::uint32_t name = mentions_.name_at(nominal.head - 1);
    const bool is_one = document_.bytes(document_.tokens[nominal.head]).back() != 's';
    const bool is_company =
        name != no_index && mentions_.entity(mentions_.name(name).entity).kind == NameKind::company;
    return is_one && is_company ? mentions_.name(name).entity : no_index;
}

/// "X" in "its former counsel, X, sued"; no_index if none is told.
std::uint32_t PartyReader::name_in_apposition(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (chunk + 2 >= chunks.size() || chunks[chunk].is_pronoun ||
        chunks[chunk + 1].kind != ChunkKind::comma ||
        chunks[chunk + 2].kind != ChunkKind::nominal || chunks[chunk + 2].name == no_index ||
        chunks[chunk + 2].is_possessive) {
        return no_index;
    }
    const bool closes = chunk + 3 == chunks.size() || chunks[chunk + 3].kind == ChunkKind::comma;
    const bool describes =
        clauses_.has(chunks[chunk].head, classes_of(role, group, company_noun, title));
    return closes && describes ? chunk + 2 : no_index;
}

/// "X" and "Y" in "the plaintiffs, X and Y, sued".
std::vector<std::uint32_t> PartyReader::names_in_apposition(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_list = chunk + 2 < chunks.size() && chunks[chunk + 1].kind == ChunkKind::comma &&
                         chunks[chunk + 2].kind == ChunkKind::nominal &&
                         chunks[chunk + 2].name != no_index;
    return is_list ? clauses_.coordinated_after(chunk + 2) : std::vector<std::uint32_t>{};
}

/// "against the operator of a web site" is not the operator spoken of before; of "accuses the
/// company of fraud" nothing of the kind can be told.
bool PartyReader::is_described_further(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (chunk == 0 || chunk + 2 >= chunks.size() ||
        chunks[chunk - 1].kind != ChunkKind::preposition ||
        chunks[chunk + 1].kind != ChunkKind::preposition ||
        chunks[chunk + 2].kind != ChunkKind::nominal) {
        return false;
    }
    const std::string_view next = clauses_.word(chunks[chunk + 1].head);
    return next == "of" || next == "behind";
}

/// "X" in "an online seller called X".
std::uint32_t PartyReader::name_after_called(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (chunk + 2 >= chunks.size() || chunks[chunk + 1].kind != ChunkKind::verb ||
        chunks[chunk + 2].kind != ChunkKind::nominal || chunks[chunk + 2].name == no_index) {
        return no_index;
    }
    const std::string_view verb = clauses_.word(chunks[chunk + 1].head);
    return verb == "called" || verb == "named" || verb == "dubbed" ? chunk + 2 : no_index;
}

Parties PartyReader::owner_by_pronoun(std::uint32_t chunk) const {
    if (!clauses_.has(clauses_.chunks()[chunk].first, classes_of(possessive))) {
        return {};
    }
    const std::uint32_t owner = coreference_.resolve(chunk, {});
    return owner == no_index ? Parties{} : Parties{owner};
}

Parties PartyReader::owner_from(std::uint32_t chunk, const Parties& excluded) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = chunk; i < chunks.size() && chunks[i].kind != ChunkKind::stop; ++i) {
        if (chunks[i].kind != ChunkKind::nominal || chunks[i].possessor == no_index) {
            continue;
        }
        const Parties owner = read({chunks[i].possessor}, excluded);
        if (!owner.empty()) {
            return owner;
        }
    }
    return {};
}

Parties PartyReader::only_other(const Parties& known) const {
    Parties others;
    for (const Chunk& chunk : clauses_.chunks()) {
        if (chunk.kind != ChunkKind::nominal || chunk.name == no_index) {
            continue;
        }
        const std::uint32_t entity = mentions_.name(chunk.name).entity;
        if (mentions_.can_be_party(entity) && !contains(known, entity)) {
            add_all(others, {entity});
        }
    }
    return others.size() == 1 ? others : Parties{};
}

std::uint32_t PartyReader::premodifier(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
        const std::uint32_t name = mentions_.name_at(token);
        const bool is_place =
            name != no_index &&
            mentions_.entity(mentions_.name(name).entity).kind == NameKind::government;
        if (name != no_index && !is_place && mentions_.can_be_party(mentions_.name(name).entity)) {
            return mentions_.name(name).entity;
        }
    }
    return no_index;
}

Parties PartyReader::acting_before(std::uint32_t chunk) {
    const std::uint32_t verb = clauses_.previous_verb(chunk);
    if (verb == no_index) {
        return {};
    }
    const Clause clause = clauses_.clause_of(verb);
    return clause.is_passive ? Parties{} : read(clause.subjects);
}

}  // namespace litigraph::ingest::detail
