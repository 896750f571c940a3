#include "party_reader.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

PartyReader::PartyReader(const Document& document, const ClauseReader& clauses,
                         const WordTable& words, Mentions& mentions)
    : document_(document),
      clauses_(clauses),
      mentions_(mentions),
      coreference_(document, clauses, mentions),
      principals_(document, clauses, mentions),
      office_holders_(document, mentions, words) {}

Parties PartyReader::read(const std::vector<std::uint32_t>& chunks, const Parties& excluded) {
    Parties found;
    Parties rest;  // described without a name
    std::uint32_t counsel = no_index;
    for (const std::uint32_t index : chunks) {
        const Chunk& nominal = clauses_.chunks()[index];
        const bool names_counsel = counsel != no_index && index == counsel + 2 &&
                                   clauses_.chunks()[counsel + 1].kind == ChunkKind::comma;
        if (nominal.kind != ChunkKind::nominal || names_counsel) {
            continue;  // "X's attorney, Jane Roe"
        }
        counsel = acts_for_owner(index) ? index : no_index;
        if (const std::uint32_t topic = topic_for(index);
            topic != no_index && !contains(excluded, topic)) {
            add_all(found, {topic});
            continue;
        }
        if (const std::uint32_t client = client_after(index); client != no_index) {
            add_all(found, read({client}, excluded));
            continue;
        }
        if (are_those_suing(index, excluded)) {
            add_all(found, suing_);
            continue;
        }
        const std::vector<std::uint32_t> listed = names_in_apposition(index);
        if (!listed.empty() || clauses_.has(nominal.head, classes_of(accuser, accused))) {
            add_all(found, read(listed, excluded));
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
        if (const std::vector<std::uint32_t> states = states_of(index); !states.empty()) {
            for (const std::uint32_t state : states) {
                if (clauses_.chunks()[state].name != no_index) {
                    const std::uint32_t told = mentions_.name(clauses_.chunks()[state].name).entity;
                    mentions_.make_government(told);  // "Washington" is the state
                    add_all(found, {told});
                }
            }
            continue;
        }
        const std::uint32_t entity = entity_of(index, excluded);
        if (acts_for_owner(index) && principals_.governed_place(index) == no_index) {
            const std::uint32_t client = premodifier(index);
            add_all(found, nominal.possessor != no_index ? read({nominal.possessor}, excluded)
                           : client != no_index          ? Parties{client}
                                                         : Parties{});
            continue;
        }
        const bool is_owned_thing =
            entity == no_index && nominal.possessor != no_index &&
            !clauses_.has(nominal.head, classes_of(role, group, company_noun));
        if (is_owned_thing) {
            add_all(found, read({nominal.possessor}, excluded));
        }
        if (entity != no_index && mentions_.entity(entity).kind == NameKind::place) {
            mentions_.make_government(entity);  // "the city"
        }
        if (entity != no_index && !contains(found, entity) && !contains(excluded, entity)) {
            found.push_back(entity);
            if (is_rest(index, entity)) {
                rest.push_back(entity);
            }
        }
    }
    if (rest.size() < found.size()) {
        std::erase_if(found, [&](std::uint32_t entity) { return contains(rest, entity); });
    }
    return found;
}

Parties PartyReader::read_accused(const std::vector<std::uint32_t>& chunks,
                                  const Parties& excluded) {
    Parties found = read(chunks, excluded);
    for (const std::uint32_t index : chunks) {
        const std::uint32_t name = clauses_.chunks()[index].name;
        const std::uint32_t person = name == no_index ? no_index : mentions_.name(name).entity;
        std::ranges::replace(found, principals_.state_of(person), person);
    }
    return found;
}

/// The singer in "Jane Roe: Label sues singer over album", as headlines tell it; no_index if this
/// nominal is nobody of the kind.
std::uint32_t PartyReader::topic_for(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    const bool has_topic = clauses_.is_headline() && chunk > 1 &&
                           chunks[0].kind == ChunkKind::nominal && chunks[0].name != no_index &&
                           chunks[1].kind == ChunkKind::stop;
    const bool is_role = has_topic && nominal.name == no_index && !nominal.is_pronoun &&
                         nominal.possessor == no_index && !is_plural(nominal) &&
                         nominal.first == nominal.head &&
                         clauses_.has(nominal.head, classes_of(role, title));
    const std::uint32_t topic = is_role ? mentions_.name(chunks[0].name).entity : no_index;
    return is_role && mentions_.can_be_party(topic) ? topic : no_index;
}

/// "They" after a sentence that tells of several who sue.
bool PartyReader::are_those_suing(std::uint32_t chunk, const Parties& excluded) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    return nominal.is_pronoun && clauses_.word(nominal.head) == "they" && suing_.size() > 1 &&
           !overlap(suing_, excluded);
}

void PartyReader::finish_sentence(const Parties& suing, std::uint32_t sued) {
    suing_ = suing;
    coreference_.finish_sentence(sued);
}

/// Of "X and other owners", "X and four former employees" X is all that is told by name; states and
/// other public bodies are parties however they are told.
bool PartyReader::is_rest(std::uint32_t chunk, std::uint32_t entity) const {
    const std::uint32_t inner = phrase_inside(chunk);
    const Chunk& nominal = clauses_.chunks()[inner == no_index ? chunk : inner];
    bool are_others = false;
    for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
        are_others = are_others || clauses_.word(token) == "other";
    }
    return mentions_.entity(entity).is_generic &&
           (are_others || !clauses_.has(nominal.head, classes_of(public_noun)));
}

std::uint32_t PartyReader::entity_of(std::uint32_t chunk, const Parties& excluded) {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (const std::uint32_t principal = principals_.of(nominal); principal != no_index) {
        return principal;
    }
    if (nominal.name != no_index) {
        return named(nominal);
    }
    for (const std::uint32_t entity : {named_unit(chunk), named_inside(chunk)}) {
        if (entity != no_index) {
            return entity;
        }
    }
    if (const std::uint32_t place = principals_.governed_place(chunk); place != no_index) {
        return place;
    }
    const bool is_government = nominal.head > nominal.first && !nominal.is_pronoun &&
                               clauses_.word(nominal.head) == "government" &&
                               clauses_.has(nominal.head - 1, classes_of(nationality));
    if (is_government) {  // "the Russian government"
        const Span span{document_.tokens[nominal.head - 1].begin,
                        document_.tokens[nominal.head].end};
        return mentions_.government(document_.bytes(span), span);
    }
    if (const std::uint32_t inner = phrase_inside(chunk); inner != no_index) {
        const Parties members = read({inner}, excluded);
        return members.empty() ? no_index : members.front();
    }
    for (const std::uint32_t other :
         {name_in_apposition(chunk), name_after_called(chunk), name_before_comma(chunk)}) {
        if (other != no_index) {
            return named(clauses_.chunks()[other]);
        }
    }
    if (nominal.is_pronoun) {
        return coreference_.resolve(chunk, excluded);
    }
    if (const std::uint32_t holder = office_holders_.of(clauses_, nominal);
        holder != no_index && !contains(excluded, holder)) {
        return holder;
    }
    if (clauses_.has(nominal.head, classes_of(role))) {
        return no_index;
    }
    const bool is_behind = chunk + 1 < clauses_.chunks().size() &&
                           clauses_.word(clauses_.chunks()[chunk + 1].head) == "behind";
    const bool refers =
        clauses_.word(nominal.first) == "the" && !is_behind && !is_described_further(chunk);
    if (refers) {
        const std::uint32_t told = coreference_.described_before(chunk, excluded);
        if (told != no_index) {
            return told;
        }
    }
    if (refers && clauses_.has(nominal.head, classes_of(company_noun, public_noun))) {
        const std::uint32_t told = coreference_.resolve(chunk, excluded);
        const bool is_body = clauses_.has(nominal.head, classes_of(public_noun)) &&
                             nominal.head > nominal.first + 1;  // "the Ohio agency"
        if (told != no_index || !is_body) {
            return told;
        }
    }
    const bool is_of = chunk + 1 < clauses_.chunks().size() &&
                       clauses_.word(clauses_.chunks()[chunk + 1].head) == "of";
    if (refers && !is_of && clauses_.has(nominal.head, classes_of(group)) && !is_plural(nominal)) {
        if (const std::uint32_t person = coreference_.only_person(excluded); person != no_index) {
            return person;
        }
    }
    if (clauses_.has(nominal.first, classes_of(possessive)) && is_plural(nominal)) {
        return no_index;  // "its employees"
    }
    if (is_counterpart(nominal)) {
        const std::uint32_t other = coreference_.only_company(chunk, excluded);
        if (other != no_index) {
            return other;
        }
    }
    if (clauses_.has(nominal.head, classes_of(group, company_noun))) {
        return described(chunk);
    }
    const bool acts = chunk + 1 < clauses_.chunks().size() &&
                      ((clauses_.chunks()[chunk + 1].kind == ChunkKind::verb &&
                        !clauses_.chunks()[chunk + 1].is_infinitive) ||
                       clauses_.chunks()[chunk + 1].kind == ChunkKind::adverbial);
    const bool is_unknown =
        refers && acts && clauses_.word(nominal.head).empty() && !is_plural(nominal);
    return is_unknown ? coreference_.only_company(chunk, excluded) : no_index;
}

/// "its former customer": somebody that the text has named, if it has named one only.
bool PartyReader::is_counterpart(const Chunk& nominal) const {
    constexpr std::string_view nouns[] = {"client",     "competitor", "customer", "distributor",
                                          "franchisee", "licensee",   "partner",  "rival",
                                          "supplier",   "vendor"};
    return clauses_.has(nominal.first, classes_of(possessive)) &&
           std::find(std::begin(nouns), std::end(nouns), clauses_.word(nominal.head)) !=
               std::end(nouns);
}

/// A newspaper is no party where it reports, but it is one where it sues or is sued.
std::uint32_t PartyReader::named(const Chunk& nominal) const {
    const std::uint32_t entity = mentions_.name(nominal.name).entity;
    if (const std::uint32_t state = principals_.state_of(entity); state != no_index) {
        return state;
    }
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
            clauses_.word(first) == "other" ||
            document_.tokens[first].shape == TokenShape::number)) {
        ++first;
    }
    constexpr std::string_view kin[] = {"children", "daughter",  "estate",    "family", "father",
                                        "heirs",    "mother",    "parents",   "son",    "sons",
                                        "spouse",   "survivors", "relatives", "widow",  "widower"};
    const bool is_kin =
        std::find(std::begin(kin), std::end(kin), clauses_.word(nominal.head)) != std::end(kin);
    const bool is_of_owner = nominal.possessor != no_index &&
                             chunks[nominal.possessor].name != no_index &&
                             (is_kin || clauses_.has(nominal.head, classes_of(unit_noun)));
    first =
        is_of_owner ? mentions_.name(chunks[nominal.possessor].name).first : first;  // "X's family"
    std::uint32_t last = nominal.head;
    const bool owned = chunk + 2 < chunks.size() && clauses_.word(chunks[chunk + 1].head) == "of" &&
                       chunks[chunk + 2].kind == ChunkKind::nominal &&
                       chunks[chunk + 2].name != no_index;
    if (owned && clauses_.has(nominal.head, classes_of(unit_noun, group))) {
        last = chunks[chunk + 2].head;
    }
    const Span span{document_.tokens[first].begin, document_.tokens[last].end};
    return mentions_.described(document_.bytes(span), span);
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

/// "X" in "the X newspaper"; not in "the X supplier", who is somebody else.
std::uint32_t PartyReader::named_inside(std::uint32_t chunk) const {
    constexpr std::string_view nouns[] = {
        "airline", "bank",     "brand",  "chain",     "company", "firm",       "group",
        "label",   "magazine", "museum", "newspaper", "studio",  "university", "website"};
    const Chunk& nominal = clauses_.chunks()[chunk];
    const bool is_one = nominal.possessor == no_index && nominal.head > nominal.first &&
                        clauses_.word(nominal.first) == "the" &&
                        std::find(std::begin(nouns), std::end(nouns),
                                  clauses_.word(nominal.head)) != std::end(nouns);
    const std::uint32_t name = is_one ? mentions_.name_at(nominal.head - 1) : no_index;
    if (name == no_index || mentions_.entity(mentions_.name(name).entity).kind == NameKind::place ||
        mentions_.entity(mentions_.name(name).entity).kind == NameKind::government) {
        return no_index;
    }
    const std::uint32_t entity = mentions_.name(name).entity;
    return mentions_.can_be_party(entity) || mentions_.entity(entity).kind == NameKind::media
               ? entity
               : no_index;
}

/// "X" in "its former counsel, X, sued"; no_index if none is told.
std::uint32_t PartyReader::name_in_apposition(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_of = chunk + 2 < chunks.size() && clauses_.word(chunks[chunk + 1].head) == "of" &&
                       chunks[chunk + 2].kind == ChunkKind::nominal;
    const std::uint32_t last = is_of ? chunk + 2 : chunk;  // "the maker of the phone, X,"
    if (last + 2 >= chunks.size() || chunks[chunk].is_pronoun ||
        chunks[last + 1].kind != ChunkKind::comma || chunks[last + 2].kind != ChunkKind::nominal ||
        chunks[last + 2].name == no_index || chunks[last + 2].is_possessive) {
        return no_index;
    }
    const bool closes = last + 3 == chunks.size() || chunks[last + 3].kind == ChunkKind::comma;
    const bool describes =
        clauses_.has(chunks[chunk].head, classes_of(role, group, company_noun, title, unit_noun)) &&
        (!is_of || !is_plural(chunks[chunk]));
    return closes && describes ? last + 2 : no_index;
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

/// "X" in "X, the Oakmere grower that sued".
std::uint32_t PartyReader::name_before_comma(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool goes_on =
        chunk + 1 < chunks.size() && (chunks[chunk + 1].kind == ChunkKind::relative ||
                                      chunks[chunk + 1].kind == ChunkKind::comma);
    const bool is_apposition = goes_on && chunk >= 2 && !chunks[chunk].is_pronoun &&
                               clauses_.has(chunks[chunk].first, classes_of(determiner)) &&
                               chunks[chunk - 1].kind == ChunkKind::comma &&
                               chunks[chunk - 2].kind == ChunkKind::nominal &&
                               chunks[chunk - 2].name != no_index &&
                               !chunks[chunk - 2].is_possessive;
    return is_apposition ? chunk - 2 : no_index;
}

/// "X" in "an online seller called X", "a group led by X".
std::uint32_t PartyReader::name_after_called(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_led = chunk + 3 < chunks.size() && chunks[chunk + 1].kind == ChunkKind::verb &&
                        !clauses_.has(chunks[chunk].head, classes_of(public_noun)) &&
                        clauses_.word(chunks[chunk + 1].head) == "led" &&
                        clauses_.word(chunks[chunk + 2].head) == "by" &&
                        chunks[chunk + 3].name != no_index;
    if (is_led) {
        return chunk + 3;
    }
    if (chunk + 2 >= chunks.size() || chunks[chunk + 1].kind != ChunkKind::verb ||
        chunks[chunk + 2].kind != ChunkKind::nominal || chunks[chunk + 2].name == no_index) {
        return no_index;
    }
    const std::string_view verb = clauses_.word(chunks[chunk + 1].head);
    return verb == "called" || verb == "named" || verb == "dubbed" ? chunk + 2 : no_index;
}

Parties PartyReader::only_other(const Parties& known) const {
    Parties others;
    for (const Chunk& chunk : clauses_.chunks()) {
        if (chunk.kind != ChunkKind::nominal || chunk.name == no_index) {
            continue;
        }
        const std::uint32_t entity = mentions_.name(chunk.name).entity;
        const bool is_place = mentions_.entity(entity).kind == NameKind::government;
        if (mentions_.can_be_party(entity) && !is_place && !contains(known, entity)) {
            add_all(others, {entity});
        }
    }
    return others.size() == 1 ? others : Parties{};
}

/// Whether a quotation mark stands in or right before the phrase up to this token.
bool PartyReader::is_quoted(const Chunk& nominal, std::uint32_t token) const {
    for (std::uint32_t i = token; i > 0 && i >= nominal.first; --i) {
        if (is_quote(i - 1)) {
            return true;
        }
    }
    return false;
}

bool PartyReader::is_quote(std::uint32_t token) const {
    const std::string_view mark = document_.bytes(document_.tokens[token]);
    return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x98" || mark == "'";
}

/// No works: "a 'Night Show' suit".
std::uint32_t PartyReader::premodifier(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
        const std::uint32_t name = mentions_.name_at(token);
        const bool is_place =
            name != no_index &&
            mentions_.entity(mentions_.name(name).entity).kind == NameKind::government;
        const bool is_title = name != no_index && is_quoted(nominal, mentions_.name(name).first);
        if (name != no_index && !is_place && !is_title &&
            mentions_.can_be_party(mentions_.name(name).entity)) {
            return mentions_.name(name).entity;
        }
    }
    return no_index;
}

Parties PartyReader::acting_before(std::uint32_t chunk, const Parties& excluded) {
    const std::uint32_t verb = clauses_.previous_verb(chunk);
    if (verb == no_index) {
        return {};
    }
    const Clause clause = clauses_.clause_of(verb);
    return clause.is_passive ? Parties{} : read(clause.subjects, excluded);
}

}  // namespace litigraph::ingest::detail
