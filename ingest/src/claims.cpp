#include "claims.hpp"

#include "captions.hpp"

#include <algorithm>

// Every legal noun of a sentence is a `Suit` that collects its parties: from its own phrase
// ("Apple's suit against Samsung") and from the frames in which it stands ("Apple filed a suit").
// Verbs like "sue" need no noun: their claim is made by the frame alone.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

ClaimReader::ClaimReader(const Document& document, const Lexicon::Tables& tables,
                         Mentions& mentions)
    : document_(document),
      tables_(tables),
      mentions_(mentions),
      clauses_(document, tables.words, mentions),
      parties_(document, clauses_, mentions),
      binder_(clauses_, mentions, tables.words.find("by")) {}

std::vector<Claim> ClaimReader::read(std::uint32_t sentence) {
    sentence_ = sentence;
    claims_.clear();
    suits_.clear();
    clauses_.read(document_.sentences[sentence]);
    mark_suit_pronoun();
    find_suits();
    for (Suit& suit : suits_) {
        read_nominal_parties(suit);
    }
    match_verbs();
    for (Suit& suit : suits_) {
        put_clients(suit);
        place_premodifier(suit);
        emit(suit);
    }
    read_titles();
    for (Claim& caption : read_captions(document_, mentions_, clauses_, sentence)) {
        claims_.push_back(std::move(caption));
    }
    parties_.finish_sentence();
    std::ranges::stable_sort(claims_, {}, &Claim::anchor);
    return std::move(claims_);
}

/// "It was filed by Y", "It accuses Y" after a sentence whose subject is a suit.
void ClaimReader::mark_suit_pronoun() {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        if (chunks[i].kind != ChunkKind::verb) {
            continue;
        }
        const Clause clause = clauses_.clause_of(i);
        const bool has_subject = clause.subjects.size() == 1;
        if (!has_subject) {
            return;
        }
        const std::uint32_t subject = clause.subjects.front();
        const bool is_it =
            chunks[subject].is_pronoun && clauses_.word(chunks[subject].head) == "it";
        if (is_it && told_of_suit_ && suit_can(clause)) {
            clauses_.mark_suit(subject);
        }
        told_of_suit_ = suit_strength(clauses_, subject) > 0;
        return;
    }
}

/// Whether the verb takes a suit as its subject: "was filed", "accuses".
bool ClaimReader::suit_can(const Clause& clause) const {
    const auto& frames = tables_.frames;
    const auto& of_verb = frames.of_verb(clauses_.chunks()[clause.verb].lemma);
    return std::any_of(of_verb.begin(), of_verb.end(), [&](std::uint32_t index) {
        const Frame& frame = frames.frames()[index];
        return clause.is_passive ? frame.object == Slot::suit : frame.subject == Slot::suit;
    });
}

void ClaimReader::find_suits() {
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        if (const int strength = suit_strength(clauses_, i); strength > 0) {
            Suit suit;
            suit.chunk = i;
            suit.strength = strength;
            suits_.push_back(std::move(suit));
        }
    }
}

/// "Plaintiff X said", "Y, a defendant in the case": X and Y belong to the case spoken of.
void ClaimReader::read_titles() {
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        const Chunk& nominal = clauses_.chunks()[i];
        const std::uint32_t first =
            nominal.name == no_index ? nominal.first : mentions_.name(nominal.name).first;
        const bool is_apposition = nominal.name == no_index && i >= 2 &&
                                   clauses_.chunks()[i - 1].kind == ChunkKind::comma &&
                                   clauses_.chunks()[i - 2].name != no_index;
        const std::uint32_t title = is_apposition ? nominal.head : first - 1;
        if ((first == nominal.first && !is_apposition) ||
            !clauses_.has(title, classes_of(accuser, accused))) {
            continue;
        }
        Claim claim = claim_at(is_apposition ? i - 2 : i, i, nominal.head);
        Parties& side =
            clauses_.has(title, classes_of(accuser)) ? claim.plaintiffs : claim.defendants;
        side = parties_.read({is_apposition ? i - 2 : i});
        claim.act = Act::sues;
        claim.is_definite = true;
        claim.adds = true;
        claim.rule = "titled-party";
        if (!side.empty()) {
            claims_.push_back(std::move(claim));
        }
    }
}

ClaimReader::Suit* ClaimReader::suit_at(std::uint32_t chunk) {
    const auto found = std::ranges::find(suits_, chunk, &Suit::chunk);
    return found == suits_.end() ? nullptr : &*found;
}

void ClaimReader::read_nominal_parties(Suit& suit) {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    suit.plaintiffs = nominal.possessor != no_index ? parties_.read({nominal.possessor})
                                                    : parties_.owner_by_pronoun(suit.chunk);
    suit.possessed = !suit.plaintiffs.empty();
    for (const Complements& complement : clauses_.complements_after(suit.chunk, true)) {
        const std::string_view preposition = tables_.words[complement.preposition].text;
        const bool is_opponent = preposition == "with" && suit.possessed &&
                                 clauses_.has(nominal.head, classes_of(WordClass::suit)) &&
                                 clauses_.has(nominal.head, classes_of(pleading));
        if (preposition == "of" && is_behalf(complement.at)) {
            suit.clients = parties_.read(complement.nominals);
        }
        if (preposition == "against" || preposition == "versus" || is_opponent) {
            Parties excluded = parties_.acting_before(suit.chunk);
            add_all(excluded, suit.plaintiffs);
            add_all(suit.defendants, parties_.read(complement.nominals, excluded));
        } else if ((preposition == "by" || preposition == "from") &&
                   !is_of_other_verb(suit.chunk, complement.at)) {
            add_all(suit.plaintiffs, parties_.read(complement.nominals, suit.defendants));
        }
    }
}

/// "by Y" in "a suit against X, founded by Y", not in "a suit against X filed by Y".
bool ClaimReader::is_of_other_verb(std::uint32_t nominal, std::uint32_t preposition) const {
    const std::uint32_t verb = clauses_.previous_verb(preposition);
    return verb != no_index && verb > nominal &&
           tables_.frames.of_verb(clauses_.chunks()[verb].lemma).empty();
}

void ClaimReader::match_verbs() {
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        const Chunk& verb = clauses_.chunks()[i];
        if (verb.kind != ChunkKind::verb || tables_.frames.of_verb(verb.lemma).empty()) {
            continue;
        }
        const Clause clause = clauses_.clause_of(i);
        for (const std::uint32_t index : tables_.frames.of_verb(verb.lemma)) {
            const Frame& frame = tables_.frames.frames()[index];
            const auto binding = binder_.bind(frame, clause);
            if (binding && apply(frame, clause, *binding)) {
                break;
            }
        }
    }
}

/// Whether the frame tells something here; if not, the next frame of the verb may.
bool ClaimReader::apply(const Frame& frame, const Clause& clause, const Binding& binding) {
    if (!binding.both.empty() || is_reciprocal(clause)) {
        apply_both(frame, clause, binding);
        return true;
    }
    if (binding.suit != no_index) {
        if (Suit* suit = suit_at(binding.suit)) {
            apply_to_suit(frame, clause, binding, *suit);
        }
        return true;
    }
    return !is_prosecution(binding) && apply_to_verb(frame, clause, binding);
}

/// The verb alone tells the suit: "sued".
bool ClaimReader::apply_to_verb(const Frame& frame, const Clause& clause, const Binding& binding) {
    auto [plaintiffs, defendants] = sides_of(clause, binding, {});
    if (binding.owner_from != no_index) {
        defendants = parties_.owner_from(binding.owner_from, plaintiffs);
    } else if (binding.holder_from != no_index) {
        plaintiffs = parties_.owner_from(binding.holder_from, defendants);
    }
    const bool needs_both =
        frame.is_whole || binding.owner_from != no_index || binding.holder_from != no_index;
    const bool says_nothing = needs_both ? plaintiffs.empty() || defendants.empty()
                                         : plaintiffs.empty() && defendants.empty();
    if (says_nothing) {
        return false;
    }
    const bool is_open = frame.act == Act::sues && defendants.empty();
    const Parties accused = is_open ? accused_after(clause.verb) : Parties{};
    add_claim(frame, clause, binding, plaintiffs, defendants);
    if (accused.size() == 1 && !contains(plaintiffs, accused.front())) {
        claims_.back().defendants = accused;  // "X sued, claiming that Y copied"
        claims_.back().guesses_defendants = true;
    }
    return true;
}

/// "Prosecutors charged X": no suit.
bool ClaimReader::is_prosecution(const Binding& binding) const {
    return std::any_of(
        binding.plaintiffs.begin(), binding.plaintiffs.end(), [&](std::uint32_t chunk) {
            const std::string_view head = clauses_.word(clauses_.chunks()[chunk].head);
            return head == "prosecutors" || head == "prosecutor" || head == "police";
        });
}

void ClaimReader::add_claim(const Frame& frame, const Clause& clause, const Binding& binding,
                            const Parties& plaintiffs, const Parties& defendants) {
    const std::uint32_t first =
        clause.subjects.empty() ? clause.verb : std::min(clause.subjects.front(), clause.verb);
    Claim claim =
        claim_at(first, std::max(binding.last, clause.verb), clauses_.chunks()[clause.verb].head);
    claim.plaintiffs = plaintiffs;
    claim.defendants = defendants;
    claim.act = frame.act;
    claim.status = frame.status;
    claim.mood = clause.mood;
    claim.is_definite = frame.adds;
    claim.adds = frame.adds;
    claim.is_counter = frame.act == Act::countersues;
    claim.is_own = is_answering(clause);
    if (claim.is_counter && claim.defendants.empty()) {
        claim.defendants = parties_.only_other(claim.plaintiffs);
        claim.guesses_defendants = !claim.defendants.empty();
    }
    claim.tells_filing = true;
    claim.rule = frame.name;
    claims_.push_back(std::move(claim));
}

/// "each other"
bool ClaimReader::is_reciprocal(const Clause& clause) const {
    if (clause.objects.empty()) {
        return false;
    }
    const Chunk& object = clauses_.chunks()[clause.objects.front()];
    const std::string_view first = clauses_.word(object.first);
    return object.head == object.first + 1 &&
           (first == "each" || (first == "one" && clauses_.word(object.head) == "another"));
}

/// "retaliated by suing", "In response, X sued"
bool ClaimReader::is_answering(const Clause& clause) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (chunks[clause.verb].is_gerund && clause.verb > 0 &&
        chunks[clause.verb - 1].kind == ChunkKind::preposition) {
        const std::uint32_t governor = clauses_.previous_verb(clause.verb);
        if (governor != no_index && (chunks[governor].is_phrasal ||
                                     clauses_.has(chunks[governor].head, classes_of(answer)))) {
            return true;
        }
    }
    return std::any_of(clause.complements.begin(), clause.complements.end(),
                       [&](const Complements& complement) {
                           return complement.at == 0 && !complement.nominals.empty() &&
                                  complement.nominals.front() == 1 &&
                                  clauses_.has(chunks[1].head, classes_of(answer));
                       });
}

/// "X and Y sued each other" is two claims.
bool ClaimReader::apply_both(const Frame& frame, const Clause& clause, const Binding& binding) {
    Parties sides = parties_.read(binding.both.empty() ? clause.subjects : binding.both);
    if (sides.size() == 1) {
        add_all(sides, parties_.read(binding.defendants, sides));
    }
    if (sides.size() != 2) {
        return false;
    }
    const std::uint32_t first =
        clause.subjects.empty() ? clause.verb : std::min(clause.subjects.front(), clause.verb);
    Claim claim =
        claim_at(first, std::max(binding.last, clause.verb), clauses_.chunks()[clause.verb].head);
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

/// "pursues claims" names no proceeding; "pursued claims" told of one that was brought.
bool ClaimReader::is_vague(const Suit& suit, const Parties& defendants, const Clause& clause,
                           const Frame& frame) const {
    return suit.strength == 1 && defendants.empty() && suit.defendants.empty() &&
           !clause.subjects.empty() && frame.object == Slot::suit &&
           !clauses_.has(clauses_.chunks()[clause.verb].head,
                         classes_of(verb_past, verb_participle, verb_base));
}

/// "The suit says that Y copied": Y is sued if nobody else is.
void ClaimReader::complete(Suit& suit, const Binding& binding, const Parties& defendants) const {
    const bool is_person =
        !defendants.empty() && mentions_.entity(defendants.front()).party_kind == PartyKind::person;
    if (suit.defendants.empty() && !defendants.empty() && !is_person &&
        clauses_.chunks()[binding.defendants.front()].name != no_index) {
        suit.defendants = defendants;
        suit.guesses_defendants = true;
    }
}

/// Who the rest of the sentence accuses by name: "Y" in "it filed a suit, saying that Y copied".
Parties ClaimReader::accused_after(std::uint32_t verb) {
    std::vector<std::uint32_t> named;
    for (std::uint32_t i = verb + 1; i < clauses_.chunks().size(); ++i) {
        const Chunk& chunk = clauses_.chunks()[i];
        if (chunk.kind != ChunkKind::verb || !chunk.is_gerund) {
            continue;
        }
        for (const std::uint32_t nominal : clauses_.clause_of(i).content) {
            if (clauses_.chunks()[nominal].name != no_index) {
                named.push_back(nominal);
            }
        }
    }
    return parties_.read(named);
}

/// "it", "the company"
bool ClaimReader::is_reference(const std::vector<std::uint32_t>& chunks) const {
    return chunks.size() == 1 && clauses_.chunks()[chunks.front()].name == no_index;
}

/// Both sides; "it" and "the company" are read with what the sentence says of the accused.
ClaimReader::Sides ClaimReader::sides_of(const Clause& clause, const Binding& binding,
                                         const Parties& known_plaintiffs) {
    const bool refers = is_reference(binding.plaintiffs) || is_reference(binding.defendants);
    const Parties accused = refers ? accused_after(clause.verb) : Parties{};
    Sides sides;
    sides.plaintiffs =
        parties_.read(binding.plaintiffs, is_reference(binding.plaintiffs) ? accused : Parties{});
    Parties excluded = sides.plaintiffs;
    add_all(excluded, known_plaintiffs);
    sides.defendants = is_reference(binding.defendants) && accused.size() == 1
                           ? accused
                           : parties_.read(binding.defendants, excluded);
    return sides;
}

void ClaimReader::apply_to_suit(const Frame& frame, const Clause& clause, const Binding& binding,
                                Suit& suit) {
    if (is_prosecution(binding)) {
        return;
    }
    Sides sides = sides_of(clause, binding, suit.plaintiffs);
    const bool refers_to_accused =
        frame.adds && suit.defendants.size() == 1 && is_reference(binding.defendants);
    if (refers_to_accused) {
        sides.defendants = suit.defendants;  // "a suit against X, accusing the company"
    }
    const Parties& plaintiffs = sides.plaintiffs;
    Parties& defendants = sides.defendants;
    if (frame.completes) {
        complete(suit, binding, defendants);
        defendants.clear();
        if (plaintiffs.empty()) {
            return;
        }
    }
    if (is_vague(suit, defendants, clause, frame)) {
        return;
    }
    if (!contains(suit.defendants, plaintiffs.empty() ? no_index : plaintiffs.front())) {
        add_all(suit.plaintiffs, plaintiffs);
    }
    if (!defendants.empty() && suit.guesses_defendants) {
        suit.defendants.clear();
        suit.guesses_defendants = false;
    }
    add_all(suit.defendants, defendants);
    suit.mood = frame.act == Act::mentions ? Mood::actual : clause.mood;
    suit.framed = true;
    suit.act = frame.act;
    suit.status = frame.status;
    suit.adds = frame.adds;
    suit.answers = is_answering(clause);
    suit.rule = frame.name;
}

/// "on behalf of"
bool ClaimReader::is_behalf(std::uint32_t preposition) const {
    return preposition > 0 && clauses_.word(clauses_.chunks()[preposition - 1].head) == "behalf";
}

/// A law firm files for its client.
void ClaimReader::put_clients(Suit& suit) const {
    const bool by_counsel = suit.plaintiffs.size() == 1 && is_counsel(suit.plaintiffs.front());
    if (by_counsel && !suit.clients.empty()) {
        suit.plaintiffs = suit.clients;
    }
}

bool ClaimReader::is_counsel(std::uint32_t entity) const {
    constexpr std::string_view endings[] = {" llp",        " law firm",    " law group",
                                            " law center", " law offices", " attorneys"};
    const std::string& key = mentions_.entity(entity).key;
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return key.ends_with(ending); });
}

/// The party in "Texas Air suit" takes the side that the rest of the sentence leaves open.
void ClaimReader::place_premodifier(Suit& suit) {
    const std::uint32_t party = parties_.premodifier(suit.chunk);
    const bool is_placed = contains(suit.plaintiffs, party) || contains(suit.defendants, party);
    if (party == no_index || is_placed || suit.adds) {
        return;
    }
    if (suit.plaintiffs.empty() && !suit.defendants.empty()) {
        suit.plaintiffs = {party};
    } else if (suit.defendants.empty() && suit.framed && !suit.plaintiffs.empty()) {
        suit.defendants = {party};
    }
}

/// Whether the legal noun is only wished for: "threatened a lawsuit", "is preparing a suit".
bool ClaimReader::is_hypothetical(const Suit& suit) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (clauses_.modifier_has(chunks[suit.chunk], classes_of(hypothetical, negation)) ||
        clauses_.has(chunks[suit.chunk].first, classes_of(negation))) {
        return true;
    }
    for (std::uint32_t i = suit.chunk; i > 0; --i) {
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

bool ClaimReader::is_definite(const Suit& suit) const {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    const std::string_view opener = clauses_.word(nominal.first);
    return suit.possessed || nominal.is_suit || opener == "the" || opener == "this" ||
           opener == "that" || (opener == "suit" && nominal.first == nominal.head);
}

bool ClaimReader::says_nothing(const Suit& suit, bool is_definite) const {
    const bool has_both = !suit.plaintiffs.empty() && !suit.defendants.empty();
    const bool has_any = !suit.plaintiffs.empty() || !suit.defendants.empty();
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    const bool refers =
        is_definite && !clauses_.has(nominal.head, classes_of(new_case, vague_suit));
    return (suit.strength < 2 && !suit.framed && !has_both && !is_definite) ||
           (!has_any && !refers && !suit.framed);
}

/// What the words around the legal noun tell of its case: another one, a countersuit and the like.
void ClaimReader::mark_kind(const Suit& suit, Claim& claim) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[suit.chunk];
    const auto is_any = [&](WordClasses classes) {
        return clauses_.modifier_has(nominal, classes) || clauses_.has(nominal.head, classes);
    };
    claim.is_another = clauses_.modifier_has(nominal, classes_of(new_case));
    claim.is_counter = suit.act == Act::countersues || is_any(classes_of(counter));
    claim.is_own =
        suit.answers || (clauses_.has(nominal.first, classes_of(possessive)) &&
                         nominal.first < nominal.head && clauses_.word(nominal.first + 1) == "own");
    if (clauses_.modifier_has(nominal, classes_of(validity))) {
        claim.act = Act::challenges;
    }
    claim.is_answered = suit.chunk >= 2 && chunks[suit.chunk - 1].kind == ChunkKind::preposition &&
                        chunks[suit.chunk - 2].kind == ChunkKind::nominal &&
                        clauses_.has(chunks[suit.chunk - 2].head, classes_of(answer));
    claim.is_plural = document_.text[document_.tokens[nominal.head].end - 1] == 's';
}

void ClaimReader::emit(Suit& suit) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[suit.chunk];
    const bool definite = is_definite(suit);
    if (says_nothing(suit, definite)) {
        return;
    }
    const bool is_known = suit.possessed || (!suit.plaintiffs.empty() && !suit.defendants.empty());
    if (!suit.framed && !is_known && is_hypothetical(suit)) {
        suit.mood = Mood::planned;
    }
    std::uint32_t first = nominal.possessor == no_index ? suit.chunk : nominal.possessor;
    while (suit.framed && first > 0 && chunks[first - 1].kind != ChunkKind::stop &&
           chunks[first - 1].kind != ChunkKind::comma) {
        --first;
    }
    std::uint32_t last = suit.chunk;
    while (last + 1 < chunks.size() && chunks[last + 1].kind != ChunkKind::stop &&
           !(chunks[last + 1].kind == ChunkKind::verb && chunks[last + 1].has_auxiliary)) {
        ++last;
    }
    Claim claim = claim_at(first, last, nominal.head);
    claim.plaintiffs = suit.plaintiffs;
    claim.defendants = suit.defendants;
    claim.act = suit.act;
    claim.status = suit.status;
    claim.mood = suit.mood;
    claim.is_definite = definite;
    claim.adds = suit.adds;
    claim.guesses_defendants = suit.guesses_defendants;
    claim.rule = suit.rule;
    mark_kind(suit, claim);
    if (claim.is_counter && claim.defendants.empty()) {
        claim.defendants = parties_.only_other(claim.plaintiffs);
        claim.guesses_defendants = !claim.defendants.empty();
    }
    claim.tells_filing = (suit.framed && suit.act != Act::mentions) ||
                         (!suit.plaintiffs.empty() && !suit.defendants.empty() && !suit.framed);
    claims_.push_back(std::move(claim));
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

}  // namespace litigraph::ingest::detail
