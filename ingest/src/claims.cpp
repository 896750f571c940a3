#include "claims.hpp"

#include <algorithm>

// Every legal noun of a sentence is a `Suit` that collects its parties: from its own phrase
// ("Apple's suit against Samsung") and from the frames in which it stands ("Apple filed a suit").
// Verbs like "sue" need no noun: their claim is made by the frame alone.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

bool contains(const std::vector<std::uint32_t>& list, std::uint32_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

void add_all(std::vector<std::uint32_t>& to, const std::vector<std::uint32_t>& from) {
    for (const std::uint32_t value : from) {
        if (!contains(to, value)) {
            to.push_back(value);
        }
    }
}

}  // namespace

ClaimReader::ClaimReader(const Document& document, const Lexicon::Tables& tables,
                         Mentions& mentions)
    : document_(document),
      tables_(tables),
      mentions_(mentions),
      clauses_(document, tables.words, mentions),
      coreference_(clauses_, mentions) {}

std::vector<Claim> ClaimReader::read(std::uint32_t sentence) {
    sentence_ = sentence;
    claims_.clear();
    suits_.clear();
    clauses_.read(document_.sentences[sentence]);
    find_suits();
    for (Suit& suit : suits_) {
        read_nominal_parties(suit);
    }
    match_verbs();
    for (Suit& suit : suits_) {
        place_premodifier(suit);
        emit(suit);
    }
    read_captions(sentence);
    coreference_.finish_sentence();
    std::ranges::stable_sort(claims_, {}, &Claim::anchor);
    return claims_;
}

/// 0: no legal noun; 1: a weak one ("complaint"); 2: a proceeding for certain.
int ClaimReader::suit_strength(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.kind != ChunkKind::nominal || nominal.name != no_index || nominal.is_pronoun) {
        return 0;
    }
    if (clauses_.modifier_has(nominal, classes_of(suit_trap)) ||
        clauses_.has(nominal.head, classes_of(undirected))) {
        return 0;
    }
    if (clauses_.has(nominal.head, classes_of(suit))) {
        return 2;
    }
    if (!clauses_.has(nominal.head, classes_of(weak_suit))) {
        return 0;
    }
    return clauses_.modifier_has(nominal, classes_of(legal_modifier)) ? 2 : 1;
}

void ClaimReader::find_suits() {
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        if (const int strength = suit_strength(i); strength > 0) {
            Suit suit;
            suit.chunk = i;
            suit.strength = strength;
            suits_.push_back(std::move(suit));
        }
    }
}

ClaimReader::Suit* ClaimReader::suit_at(std::uint32_t chunk) {
    const auto found =
        std::find_if(suits_.begin(), suits_.end(), [&](const Suit& s) { return s.chunk == chunk; });
    return found == suits_.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> ClaimReader::parties(const std::vector<std::uint32_t>& chunks,
                                                const std::vector<std::uint32_t>& excluded) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t index : chunks) {
        const Chunk& nominal = clauses_.chunks()[index];
        if (nominal.kind != ChunkKind::nominal) {
            continue;
        }
        std::uint32_t entity = no_index;
        const bool is_definite = clauses_.word(nominal.first) == "the";
        if (nominal.name != no_index) {
            entity = mentions_.name(nominal.name).entity;
            entity = mentions_.can_be_party(entity) ? entity : no_index;
        } else if (const std::uint32_t unit = named_unit(index); unit != no_index) {
            entity = unit;
        } else if (const std::uint32_t inner = phrase_inside(index); inner != no_index) {
            const std::vector<std::uint32_t> members = parties({inner}, excluded);
            entity = members.empty() ? no_index : members.front();
        } else if (const std::uint32_t apposed = name_in_apposition(index); apposed != no_index) {
            entity = mentions_.name(clauses_.chunks()[apposed].name).entity;
            entity = mentions_.can_be_party(entity) ? entity : no_index;
        } else if (nominal.is_pronoun) {
            entity = coreference_.resolve(index, excluded);
        } else if (clauses_.has(nominal.head, classes_of(role))) {
            entity = no_index;
        } else if (is_definite && clauses_.has(nominal.head, classes_of(company_noun)) &&
                   is_plural(nominal)) {
            add_all(found, coreference_.resolve_both(excluded));
            continue;
        } else if (is_definite && clauses_.has(nominal.head, classes_of(company_noun))) {
            entity = coreference_.resolve(index, excluded);
        } else if (is_definite && clauses_.has(nominal.head, classes_of(group)) &&
                   !is_plural(nominal) && coreference_.only_person(excluded) != no_index) {
            entity = coreference_.only_person(excluded);
        } else if (clauses_.has(nominal.head, classes_of(group, company_noun))) {
            entity = described(index);
        }
        const bool owned_thing =
            entity == no_index && nominal.possessor != no_index &&
            !clauses_.has(nominal.head, classes_of(role, group, company_noun, unit_noun));
        if (owned_thing) {
            add_all(found, parties({nominal.possessor}, excluded));
        }
        if (entity != no_index && !contains(found, entity) && !contains(excluded, entity)) {
            found.push_back(entity);
        }
    }
    const auto is_rest = [&](std::uint32_t entity) {
        return mentions_.entity(entity).is_generic &&
               mentions_.entity(entity).key.starts_with("other ");
    };
    if (!std::all_of(found.begin(), found.end(), is_rest)) {
        std::erase_if(found, is_rest);  // "X and other owners": X is all that is told
    }
    return found;
}

std::uint32_t ClaimReader::suit_before(std::uint32_t chunk) const {
    for (const Suit& suit : suits_) {
        if (suit.chunk < chunk && suit.framed) {
            return suit.chunk;
        }
    }
    return no_index;
}

/// "the companies", "the two"
bool ClaimReader::is_plural(const Chunk& nominal) const {
    const std::string_view head = clauses_.word(nominal.head);
    return head == "duo" || head == "pair" || head == "two" ||
           (head.ends_with('s') && !head.ends_with("ss"));
}

/// "X" in "its X unit", "Y's X subsidiary"; no_index for the nameless "X unit".
std::uint32_t ClaimReader::named_unit(std::uint32_t index) const {
    const Chunk& nominal = clauses_.chunks()[index];
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
std::uint32_t ClaimReader::name_in_apposition(std::uint32_t index) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (index + 2 >= chunks.size() || chunks[index].is_pronoun ||
        chunks[index + 1].kind != ChunkKind::comma ||
        chunks[index + 2].kind != ChunkKind::nominal || chunks[index + 2].name == no_index ||
        chunks[index + 2].is_possessive) {
        return no_index;
    }
    const bool closes = index + 3 == chunks.size() || chunks[index + 3].kind == ChunkKind::comma;
    const bool describes =
        clauses_.has(chunks[index].head, classes_of(role, group, company_noun, title));
    return closes && describes ? index + 2 : no_index;
}

/// Who already acts in the clause before this nominal: "the company" is somebody else.
std::vector<std::uint32_t> ClaimReader::parties_before(std::uint32_t chunk) {
    for (std::uint32_t i = chunk; i > 0; --i) {
        if (clauses_.chunks()[i - 1].kind == ChunkKind::verb) {
            const Clause clause = clauses_.clause_of(i - 1);
            return clause.is_passive ? std::vector<std::uint32_t>{} : parties(clause.subjects);
        }
    }
    return {};
}

/// "retailers" for "more than a dozen retailers", "unit of Solenne" for "a unit of Solenne".
std::uint32_t ClaimReader::described(std::uint32_t index) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[index];
    std::uint32_t first = nominal.first;
    while (first < nominal.head &&
           (clauses_.has(first, classes_of(determiner, number, possessive)) ||
            document_.tokens[first].shape == TokenShape::number)) {
        ++first;
    }
    std::uint32_t last = nominal.head;
    const bool owned = index + 2 < chunks.size() && clauses_.word(chunks[index + 1].head) == "of" &&
                       chunks[index + 2].kind == ChunkKind::nominal &&
                       chunks[index + 2].name != no_index;
    if (owned && clauses_.has(nominal.head, classes_of(unit_noun))) {
        last = chunks[index + 2].head;
    }
    const Span span{document_.tokens[first].begin, document_.tokens[last].end};
    return mentions_.described(document_.bytes(span), span);
}

/// "states" for "a group of 12 states"; no_index if the nominal is the party itself.
std::uint32_t ClaimReader::phrase_inside(std::uint32_t index) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool goes_on = index + 2 < chunks.size() &&
                         chunks[index + 1].kind == ChunkKind::preposition &&
                         clauses_.word(chunks[index + 1].head) == "of" &&
                         chunks[index + 2].kind == ChunkKind::nominal;
    return goes_on && clauses_.has(chunks[index].head, classes_of(transparent)) ? index + 2
                                                                                : no_index;
}

/// The one party of the sentence besides these; nobody if there are two.
std::vector<std::uint32_t> ClaimReader::only_other_party(
    const std::vector<std::uint32_t>& known) const {
    std::vector<std::uint32_t> others;
    for (const Chunk& chunk : clauses_.chunks()) {
        if (chunk.kind != ChunkKind::nominal || chunk.name == no_index) {
            continue;
        }
        const std::uint32_t entity = mentions_.name(chunk.name).entity;
        if (mentions_.can_be_party(entity) && !contains(known, entity)) {
            add_all(others, {entity});
        }
    }
    return others.size() == 1 ? others : std::vector<std::uint32_t>{};
}

bool ClaimReader::is_counter(const Suit& suit) const {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    const bool own = clauses_.has(nominal.first, classes_of(possessive)) &&
                     nominal.first < nominal.head && clauses_.word(nominal.first + 1) == "own";
    return own || suit.act == Act::countersues || clauses_.has(nominal.head, classes_of(counter)) ||
           clauses_.modifier_has(nominal, classes_of(counter));
}

/// "each other"
bool ClaimReader::is_reciprocal(const std::vector<std::uint32_t>& objects) const {
    if (objects.empty()) {
        return false;
    }
    const Chunk& object = clauses_.chunks()[objects.front()];
    const std::string_view first = clauses_.word(object.first);
    return object.head == object.first + 1 &&
           (first == "each" || (first == "one" && clauses_.word(object.head) == "another"));
}

/// "X and Y sued each other" is two claims.
bool ClaimReader::add_mutual(const Frame& frame, const Clause& clause) {
    const std::vector<std::uint32_t> sides = parties(clause.subjects);
    if (sides.size() != 2) {
        return false;
    }
    const Chunk& verb = clauses_.chunks()[clause.verb];
    Claim claim = claim_at(clause.subjects.front(), clause.verb, verb.head);
    claim.act = frame.act;
    claim.status = frame.status;
    claim.mood = clause.mood;
    claim.rule = frame.name;
    claim.tells_filing = true;
    if (frame.act == Act::settles) {
        claim.both = sides;
        claims_.push_back(std::move(claim));
        return true;
    }
    for (std::size_t i = 0; i < 2; ++i) {
        claim.plaintiffs = {sides[i]};
        claim.defendants = {sides[1 - i]};
        claims_.push_back(claim);
    }
    return true;
}

void ClaimReader::read_nominal_parties(Suit& suit) {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    if (nominal.possessor != no_index) {
        suit.plaintiffs = parties({nominal.possessor});
        suit.possessed = !suit.plaintiffs.empty();
    } else if (clauses_.has(nominal.first, classes_of(possessive))) {
        const std::uint32_t owner = coreference_.resolve(suit.chunk, {});
        if (owner != no_index) {
            suit.plaintiffs = {owner};
            suit.possessed = true;
        }
    }
    for (const Complements& complement : clauses_.complements_after(suit.chunk, true)) {
        const std::string_view preposition = complement.preposition == 0
                                                 ? std::string_view()
                                                 : tables_.words[complement.preposition].text;
        if (preposition == "against" || preposition == "versus") {
            std::vector<std::uint32_t> excluded = parties_before(suit.chunk);
            add_all(excluded, suit.plaintiffs);
            add_all(suit.defendants, parties(complement.nominals, excluded));
        } else if (preposition == "by" || preposition == "from") {
            add_all(suit.plaintiffs, parties(complement.nominals, suit.defendants));
        }
    }
}

/// The party in "Texas Air suit": whether it sued or was sued is told by what stands around it.
std::uint32_t ClaimReader::premodifier(const Suit& suit) const {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
        const std::uint32_t name = mentions_.name_at(token);
        if (name != no_index && mentions_.can_be_party(mentions_.name(name).entity)) {
            return mentions_.name(name).entity;
        }
    }
    return no_index;
}

bool ClaimReader::fits(Slot slot, std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    switch (slot) {
        case Slot::suit:
            return suit_strength(chunk) > 0;
        case Slot::court:
            return clauses_.has(nominal.head, classes_of(court)) ||
                   (nominal.name != no_index &&
                    mentions_.entity(mentions_.name(nominal.name).entity).kind == NameKind::court);
        case Slot::right:
            return clauses_.has(nominal.head, classes_of(right));
        case Slot::accused:
            return clauses_.has(nominal.head, classes_of(accused));
        case Slot::outcome:
            return clauses_.has(nominal.head, classes_of(outcome));
        case Slot::none:
            return false;
        case Slot::plaintiff:
        case Slot::defendant:
        case Slot::both:
        case Slot::thing:
            return suit_strength(chunk) == 0;
    }
    return false;
}

Claim ClaimReader::claim_at(std::uint32_t first_chunk, std::uint32_t last_chunk,
                            std::uint32_t head_token) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    Claim claim;
    claim.sentence = sentence_;
    claim.clause = {document_.tokens[chunks[first_chunk].first].begin,
                    document_.tokens[chunks[last_chunk].last - 1].end};
    claim.anchor = document_.tokens[head_token].begin;
    return claim;
}

/// Whether the legal noun is only wished for: "threatened a lawsuit", "is preparing a suit".
bool ClaimReader::is_governed_by_plan(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (clauses_.modifier_has(chunks[chunk], classes_of(hypothetical, negation)) ||
        clauses_.has(chunks[chunk].first, classes_of(negation))) {
        return true;
    }
    for (std::uint32_t i = chunk; i > 0; --i) {
        const Chunk& before = chunks[i - 1];
        if (before.kind == ChunkKind::verb) {
            return before.mood != Mood::actual || clauses_.has(before.head, classes_of(plan));
        }
        if (before.kind == ChunkKind::comma || before.kind == ChunkKind::stop) {
            return false;
        }
    }
    return false;
}

void ClaimReader::match_verbs() {
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        const Chunk& verb = clauses_.chunks()[i];
        if (verb.kind != ChunkKind::verb) {
            continue;
        }
        const auto frames = tables_.frames.of_verb(verb.lemma);
        if (frames.empty()) {
            continue;
        }
        const Clause clause = clauses_.clause_of(i);
        for (const std::uint32_t frame : frames) {
            if (match(tables_.frames.frames()[frame], clause)) {
                break;
            }
        }
    }
}

/// Binds the places of the frame to the phrases of the clause, whatever the voice.
bool ClaimReader::match(const Frame& frame, const Clause& clause) {
    const std::uint32_t by = tables_.words.find("by");
    std::vector<std::uint32_t> subject = clause.subjects;
    std::vector<std::uint32_t> object = clause.objects;
    const bool by_agent = std::any_of(clause.complements.begin(), clause.complements.end(),
                                      [&](const Complements& c) { return c.preposition == by; });
    if (clause.is_passive || (clause.may_be_passive && frame.object != Slot::none &&
                              (!frame.object_optional || by_agent))) {
        object = clause.subjects;
        if (clause.may_be_passive && clause.nearest_subject != no_index &&
            fits(frame.object, clause.nearest_subject) &&
            (object.empty() || !fits(frame.object, object.front()))) {
            object = {clause.nearest_subject};
        }
        subject.clear();
        for (const Complements& complement : clause.complements) {
            if (complement.preposition == by) {
                subject = complement.nominals;
                break;
            }
        }
        if (frame.object == Slot::none) {
            return false;
        }
    }
    if (frame.object == Slot::none && !object.empty()) {
        return false;
    }
    if (frame.object != Slot::none && !frame.object_optional && object.empty()) {
        return false;
    }
    if (!object.empty() && frame.object != Slot::none && !fits(frame.object, object.front())) {
        return false;
    }
    if (subject.empty() && (frame.subject == Slot::suit || frame.subject == Slot::court)) {
        return false;
    }
    if (frame.subject == Slot::suit && clauses_.chunks()[clause.verb].is_gerund &&
        !fits(Slot::suit, subject.front())) {
        const std::uint32_t held = suit_before(clause.verb);  // "filed a suit, accusing X"
        subject = held == no_index ? subject : std::vector<std::uint32_t>{held};
    }
    if (!subject.empty() && !fits(frame.subject, subject.front())) {
        return false;
    }
    Suit* suit = nullptr;
    std::vector<std::uint32_t> plaintiff_chunks;
    std::vector<std::uint32_t> defendant_chunks;
    std::uint32_t last = clause.verb;
    const auto bind = [&](Slot slot, const std::vector<std::uint32_t>& chunks) {
        if (chunks.empty()) {
            return;
        }
        last = std::max(last, chunks.back());
        if (slot == Slot::plaintiff) {
            plaintiff_chunks.insert(plaintiff_chunks.end(), chunks.begin(), chunks.end());
        } else if (slot == Slot::defendant) {
            defendant_chunks.insert(defendant_chunks.end(), chunks.begin(), chunks.end());
        } else if (slot == Slot::suit && suit == nullptr) {
            suit = suit_at(chunks.front());
        }
    };
    bind(frame.subject, subject);
    bind(frame.object, object);
    for (const auto& wanted : frame.complements) {
        bool bound = false;
        for (const Complements& complement : clause.complements) {
            const bool same =
                wanted.infinitive != 0
                    ? complement.infinitive == wanted.infinitive
                    : std::find(wanted.prepositions.begin(), wanted.prepositions.end(),
                                complement.preposition) != wanted.prepositions.end();
            if (same && complement.preposition + complement.infinitive != 0 &&
                !complement.nominals.empty() && fits(wanted.slot, complement.nominals.front())) {
                bind(wanted.slot, complement.nominals);
                bound = true;
                break;
            }
        }
        if (!bound && !wanted.optional) {
            return false;
        }
    }
    if (frame.subject == Slot::both || is_reciprocal(clause.objects)) {
        return add_mutual(frame, clause);
    }
    const std::vector<std::uint32_t> plaintiffs = parties(plaintiff_chunks);
    const std::vector<std::uint32_t> defendants = parties(defendant_chunks, plaintiffs);
    const std::uint32_t head = clauses_.chunks()[clause.verb].head;
    if (suit != nullptr && frame.name == "suit-alleges") {
        if (suit->framed && suit->defendants.empty() && !defendant_chunks.empty() &&
            clauses_.chunks()[defendant_chunks.front()].name != no_index) {
            suit->defendants = defendants;
        }
        return true;
    }
    if (suit != nullptr) {
        if (suit->strength == 1 && defendants.empty() && suit->defendants.empty() &&
            !subject.empty() && frame.object == Slot::suit &&
            !clauses_.has(head, classes_of(verb_past, verb_participle, verb_base))) {
            return false;
        }
        if (!contains(suit->defendants, plaintiffs.empty() ? no_index : plaintiffs.front())) {
            add_all(suit->plaintiffs, plaintiffs);
        }
        for (const std::uint32_t defendant : defendants) {
            if (!contains(suit->plaintiffs, defendant) && !contains(suit->defendants, defendant)) {
                suit->defendants.push_back(defendant);
            }
        }
        suit->mood = clause.mood;
        suit->framed = true;
        suit->act = frame.act;
        suit->status = frame.status;
        suit->rule = frame.name;
        return true;
    }
    if (plaintiffs.empty() && defendants.empty()) {
        return true;
    }
    const std::uint32_t first =
        clause.subjects.empty() ? clause.verb : std::min(clause.subjects.front(), clause.verb);
    Claim claim = claim_at(first, std::max(last, clause.verb), head);
    claim.plaintiffs = plaintiffs;
    claim.defendants = defendants;
    claim.act = frame.act;
    claim.status = frame.status;
    claim.mood = clause.mood;
    claim.is_definite = frame.name == "named-defendant";
    claim.is_counter = frame.act == Act::countersues;
    if (claim.is_counter && claim.defendants.empty()) {
        claim.defendants = only_other_party(claim.plaintiffs);
    }
    claim.tells_filing = true;
    claim.rule = frame.name;
    claims_.push_back(std::move(claim));
    return true;
}

void ClaimReader::place_premodifier(Suit& suit) {
    const std::uint32_t party = premodifier(suit);
    if (party == no_index || contains(suit.plaintiffs, party) || contains(suit.defendants, party)) {
        return;
    }
    if (suit.plaintiffs.empty() && (!suit.defendants.empty() || suit.rule == "hit-by-suit")) {
        suit.plaintiffs = {party};
    } else if (suit.defendants.empty() && suit.framed && suit.rule == "file-suit") {
        suit.defendants = {party};
    }
}

void ClaimReader::emit(Suit& suit) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[suit.chunk];
    const bool has_parties = !suit.plaintiffs.empty() || !suit.defendants.empty();
    const std::string_view opener = clauses_.word(nominal.first);
    const bool is_definite = opener == "the" || opener == "this" || opener == "that" ||
                             suit.possessed || (opener == "suit" && nominal.first == nominal.head);
    if (suit.strength < 2 && !suit.framed && (suit.defendants.empty() || suit.plaintiffs.empty()) &&
        !is_definite) {
        return;
    }
    const bool refers = is_definite && !clauses_.has(nominal.head, classes_of(new_case)) &&
                        clauses_.word(nominal.head) != "claims" &&
                        clauses_.word(nominal.head) != "application";
    if (!has_parties && !refers && !suit.framed) {
        return;
    }
    const bool is_known = suit.possessed || (!suit.plaintiffs.empty() && !suit.defendants.empty());
    if (!suit.framed && !is_known && is_governed_by_plan(suit.chunk)) {
        suit.mood = Mood::planned;
    }
    std::uint32_t first = nominal.possessor == no_index ? suit.chunk : nominal.possessor;
    std::uint32_t last = suit.chunk;
    while (last + 1 < chunks.size() && chunks[last + 1].kind != ChunkKind::stop &&
           !(chunks[last + 1].kind == ChunkKind::verb && chunks[last + 1].has_auxiliary)) {
        ++last;
    }
    if (suit.framed) {
        while (first > 0 && chunks[first - 1].kind != ChunkKind::stop &&
               chunks[first - 1].kind != ChunkKind::comma) {
            --first;
        }
    }
    Claim claim = claim_at(first, last, nominal.head);
    claim.plaintiffs = suit.plaintiffs;
    claim.defendants = suit.defendants;
    claim.act = suit.act;
    claim.status = suit.status;
    claim.mood = suit.mood;
    claim.is_definite = is_definite;
    claim.is_another = clauses_.modifier_has(nominal, classes_of(new_case)) ||
                       clauses_.has(nominal.first, classes_of(new_case));
    claim.is_counter = is_counter(suit);
    if (clauses_.modifier_has(nominal, classes_of(validity))) {
        claim.act = Act::challenges;
    }
    if (claim.is_counter && claim.defendants.empty()) {
        claim.defendants = only_other_party(claim.plaintiffs);
    }
    claim.tells_filing = suit.framed || (!suit.plaintiffs.empty() && !suit.defendants.empty());
    claim.is_answered = suit.chunk >= 2 && chunks[suit.chunk - 1].kind == ChunkKind::preposition &&
                        clauses_.has(chunks[suit.chunk - 2].head, classes_of(answer));
    claim.is_plural = document_.text[document_.tokens[nominal.head].end - 1] == 's';
    claim.rule = suit.rule;
    claims_.push_back(std::move(claim));
}

/// "the test from Merrow v. Reill" is about law, not about these parties.
bool ClaimReader::is_precedent(std::uint32_t first, std::uint32_t token) const {
    const std::uint32_t begin = token > first + 8 ? token - 8 : first;
    for (std::uint32_t i = begin; i < token; ++i) {
        if (clauses_.has(i, classes_of(precedent))) {
            return true;
        }
    }
    return false;
}

/// "Oracle America, Inc. v. Google"
void ClaimReader::read_captions(std::uint32_t sentence) {
    const Sentence& range = document_.sentences[sentence];
    for (std::uint32_t i = range.first_token + 1; i + 1 < range.last_token; ++i) {
        const std::string_view mark = document_.bytes(document_.tokens[i]);
        if (mark != "v" && mark != "v.") {
            continue;
        }
        const bool stops = document_.bytes(document_.tokens[i + 1]) == ".";
        std::uint32_t left = i - 1;
        while (left > range.first_token &&
               document_.tokens[left].shape == TokenShape::punctuation) {
            --left;
        }
        const std::uint32_t right = i + (stops ? 2 : 1);
        if (right >= range.last_token) {
            continue;
        }
        if (is_precedent(range.first_token, i)) {
            continue;
        }
        const std::uint32_t plaintiff = mentions_.name_at(left);
        const std::uint32_t defendant = mentions_.name_at(right);
        if (plaintiff == no_index || defendant == no_index) {
            continue;
        }
        Claim claim;
        claim.sentence = sentence;
        claim.clause = {document_.tokens[mentions_.name(plaintiff).first].begin,
                        document_.tokens[mentions_.name(defendant).last - 1].end};
        claim.anchor = document_.tokens[i].begin;
        claim.plaintiffs = {mentions_.name(plaintiff).entity};
        claim.defendants = {mentions_.name(defendant).entity};
        claim.act = Act::sues;
        claim.tells_filing = true;
        claim.rule = "caption";
        if (mentions_.entity(claim.plaintiffs[0]).party_kind != PartyKind::government &&
            mentions_.can_be_party(claim.plaintiffs[0]) &&
            mentions_.can_be_party(claim.defendants[0])) {
            claims_.push_back(std::move(claim));
        }
    }
}

}  // namespace litigraph::ingest::detail
