#include "coreference.hpp"

#include <algorithm>

// What a pronoun or noun tells by itself: what kind of party it can stand for ("she", "the agency")
// and, of some nouns, which one ("the university", "the city").

namespace litigraph::ingest::detail {

/// "Oakmere University" for "the university": the only name that holds the noun.
std::uint32_t Coreference::namesake(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    const std::string_view noun = clauses_.word(nominal.head);
    if (nominal.is_pronoun || noun.empty() || clauses_.word(nominal.first) != "the") {
        return no_index;
    }
    std::uint32_t found = no_index;
    for (const std::uint32_t party : parties_before(chunk)) {
        const std::string& key = mentions_.entity(party).key;
        const std::size_t at = key.find(noun);
        const bool holds = at != std::string::npos && (at == 0 || key[at - 1] == ' ') &&
                           (at + noun.size() == key.size() || key[at + noun.size()] == ' ');
        if (holds && found != no_index) {
            return no_index;
        }
        found = holds ? party : found;
    }
    return found;
}

/// "the hospital" is a company of that trade, not just any spoken of before; "the firm" is any.
bool Coreference::names_a_trade(std::uint32_t chunk) const {
    constexpr std::string_view nouns[] = {
        "airline",    "band",     "bank",    "casino",    "church", "club",
        "college",    "hospital", "hotel",   "magazine",  "museum", "railroad",
        "restaurant", "school",   "station", "newspaper", "studio", "university"};
    const Chunk& nominal = clauses_.chunks()[chunk];
    return !nominal.is_pronoun && std::find(std::begin(nouns), std::end(nouns),
                                            clauses_.word(nominal.head)) != std::end(nouns);
}

/// "Ohio" for "the state": the one government named so far; no_index if the noun is another or
/// there are several.
std::uint32_t Coreference::only_government(std::uint32_t chunk) const {
    constexpr std::string_view nouns[] = {"city", "country", "county", "province", "state"};
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.is_pronoun || nominal.head != nominal.first + 1 ||
        clauses_.word(nominal.first) != "the" ||
        std::find(std::begin(nouns), std::end(nouns), clauses_.word(nominal.head)) ==
            std::end(nouns)) {
        return no_index;
    }
    const bool is_city = clauses_.word(nominal.head) == "city";
    const auto is_word = [&](std::uint32_t token, std::string_view word) {
        return lower_case(document_.bytes(document_.tokens[token])) == word;
    };
    std::uint32_t found = no_index;
    std::uint32_t governed = no_index;
    bool several = false;
    for (const Name& name : mentions_.names()) {
        const Entity& known = mentions_.entity(name.entity);
        const bool is_town =  // "Oakmere resident Jane Roe", "the Oakmere mayor"
            known.kind == NameKind::place ||
            (name.last < document_.tokens.size() &&
             (is_word(name.last, "resident") || is_word(name.last, "residents") ||
              is_word(name.last, "mayor")));
        const bool is_government = is_city ? is_town || (known.kind == NameKind::government &&
                                                         !mentions_.is_state(name.entity))
                                           : known.kind == NameKind::government;
        if (name.first >= nominal.first || !is_government) {
            continue;
        }
        const bool is_named_so = name.first > 1 && is_word(name.first - 1, "of") &&
                                 is_word(name.first - 2, clauses_.word(nominal.head));
        governed = governed == no_index && is_named_so ? name.entity : governed;
        several = several || (found != no_index && found != name.entity);
        found = name.entity;
    }
    return governed != no_index ? governed : several ? no_index : found;  // "the city of Oakmere"
}

/// What kind of party the words can stand for.
Coreference::Wanted Coreference::wanted_by(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    const std::string_view opener = clauses_.word(nominal.first);
    if (nominal.is_pronoun || clauses_.has(nominal.first, classes_of(WordClass::possessive))) {
        if (opener == "he" || opener == "she" || opener == "his" || opener == "her" ||
            opener == "him") {
            return Wanted::person;
        }
        if (opener == "it" || opener == "its") {
            return Wanted::thing;
        }
        const bool plural = opener == "they" || opener == "their" || opener == "them";
        return plural ? Wanted::anybody : Wanted::nobody;
    }
    if (clauses_.word(nominal.head) == "government") {
        return Wanted::government;
    }
    return clauses_.has(nominal.head, classes_of(WordClass::public_noun)) ? Wanted::public_body
                                                                          : Wanted::company;
}

bool Coreference::suits(std::uint32_t entity, Wanted wanted) const {
    const Entity& known = mentions_.entity(entity);
    switch (wanted) {
        case Wanted::nobody:
            return false;
        case Wanted::thing:
            return known.party_kind != PartyKind::person;
        case Wanted::company:
            return known.kind == NameKind::company && known.party_kind != PartyKind::person &&
                   known.party_kind != PartyKind::government;
        case Wanted::person:
            return known.party_kind == PartyKind::person ||
                   (known.party_kind == PartyKind::unknown &&
                    known.key.find(' ') != std::string::npos);
        case Wanted::government:
            return known.kind == NameKind::government;
        case Wanted::public_body:
            return known.kind == NameKind::agency || known.kind == NameKind::government;
        case Wanted::anybody:
            return known.kind != NameKind::government && known.kind != NameKind::place;
    }
    return false;
}

/// Who the words alone tell: "the university", "the state", "the hospital".
std::uint32_t Coreference::told_by_noun(std::uint32_t chunk, Wanted wanted,
                                        const std::vector<std::uint32_t>& excluded) const {
    if (const std::uint32_t told = namesake(chunk); is_free(told, wanted, excluded)) {
        return told;
    }
    const std::uint32_t place = only_government(chunk);
    const bool is_open = std::find(excluded.begin(), excluded.end(), place) == excluded.end();
    return is_open ? place : no_index;
}

}  // namespace litigraph::ingest::detail
