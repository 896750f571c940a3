#include "claims.hpp"

#include <algorithm>
#include <utility>

// What the frames that fit a clause say: of a verb like "sue" the claim itself, of a verb with a
// legal noun who stands on which side of its proceeding.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

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
        return apply_both(frame, clause, binding);
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
    if (!binding.either.empty()) {
        const Parties either = parties_.read(binding.either);
        if (!either.empty()) {
            add_claim(frame, clause, binding, {}, {});
            claims_.back().either = either;  // "a judge ordered X to stop"
            claims_.back().tells_filing = false;
        }
        return !either.empty();
    }
    auto [plaintiffs, defendants] = sides_of(clause, binding, {});
    if (frame.adds && is_reference(binding.plaintiffs) && !clause.is_passive &&
        !clauses_.chunks()[binding.plaintiffs.front()].is_pronoun) {
        plaintiffs.clear();  // "the company named X as a defendant" may be a guess
    }
    if (const Parties clients = clients_of(clause);
        !clients.empty() && !sues_itself(binding.plaintiffs, plaintiffs)) {
        plaintiffs = clients;
    }
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
    Parties accused = is_open ? accused_after(clause.verb) : Parties{};
    if (is_open && accused.empty()) {
        accused = accused_before(clause);
    }
    add_claim(frame, clause, binding, plaintiffs, defendants);
    if (accused.size() == 1 && !contains(plaintiffs, accused.front())) {
        claims_.back().defendants = accused;  // "X sued, claiming that Y copied"
        claims_.back().guesses_defendants = true;
    }
    return true;
}

/// "in the case"
bool ClaimReader::is_within_suit(const Clause& clause) const {
    return std::ranges::any_of(clause.complements, [&](const Complements& complement) {
        return !complement.nominals.empty() &&
               suit_strength(clauses_, complement.nominals.front()) > 0 &&
               clauses_.word(clauses_.chunks()[complement.at].head) == "in" &&
               clauses_.word(clauses_.chunks()[complement.nominals.front()].first) == "the";
    });
}

/// "X also has been sued", "X has also been sued"
bool ClaimReader::is_said_too(const Clause& clause) const {
    const Chunk& verb = clauses_.chunks()[clause.verb];
    for (std::uint32_t token = verb.first - (verb.first > 0); token < verb.last; ++token) {
        if (clauses_.word(token) == "also") {
            return true;
        }
    }
    return false;
}

/// "The agency sued on behalf of X", "A civil rights group sued on behalf of X": it is the
/// plaintiff, as a lawyer is not.
bool ClaimReader::sues_itself(const std::vector<std::uint32_t>& chunks,
                              const Parties& parties) const {
    const bool is_group = std::ranges::any_of(chunks, [&](std::uint32_t chunk) {
        return clauses_.word(clauses_.chunks()[chunk].head) == "group";
    });
    return is_group || std::ranges::any_of(parties, [&](std::uint32_t party) {
               const NameKind kind = mentions_.entity(party).kind;
               return kind == NameKind::agency || kind == NameKind::government;
           });
}

/// "X" in "the lawyer sued on behalf of X".
Parties ClaimReader::clients_of(const Clause& clause) {
    for (const Complements& complement : clause.complements) {
        if (complement.preposition != 0 && is_behalf(complement.at)) {
            return parties_.read(complement.nominals);
        }
    }
    return {};
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
    claim.is_definite = frame.adds || frame.refers;
    claim.adds = frame.adds;
    claim.is_counter = frame.act == Act::countersues;
    claim.is_own = is_answering(clause);
    claim.is_also = clause.is_passive && is_said_too(clause);
    if (claim.is_also && is_within_suit(clause)) {
        claim.adds = claim.is_definite = true;  // "X was also sued in the case"
    }
    if (claim.is_counter && claim.defendants.empty()) {
        claim.defendants = parties_.only_other(claim.plaintiffs);
        claim.guesses_defendants = !claim.defendants.empty();
    }
    claim.tells_filing = !frame.refers;
    claim.rule = frame.name;
    claims_.push_back(std::move(claim));
}

/// "X and Y sued each other", "filed suits against one another"
bool ClaimReader::is_reciprocal(const Clause& clause) const {
    const auto is_each_other = [&](std::uint32_t at) {
        const std::vector<Chunk>& chunks = clauses_.chunks();
        const std::string_view first = clauses_.word(chunks[at].first);
        const std::string_view last = clauses_.word(chunks[at].head);
        const bool is_parted =
            at + 1 < chunks.size() && clauses_.word(chunks[at + 1].head) == "another";
        return (first == "each" && last == "other") ||
               (first == "one" && (last == "another" || (last == "one" && is_parted)));
    };
    const bool is_against = std::ranges::any_of(clause.complements, [&](const Complements& told) {
        return !told.nominals.empty() && is_each_other(told.nominals.front()) &&
               tables_.words[told.preposition].text == "against";
    });
    return is_against || (!clause.objects.empty() && is_each_other(clause.objects.front()));
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
    const bool follows_answer =  // "launched a counter-attack, filing a suit"
        chunks[clause.verb].is_gerund && clause.verb > 1 &&
        chunks[clause.verb - 1].kind == ChunkKind::comma &&
        chunks[clause.verb - 2].kind == ChunkKind::nominal &&
        clauses_.has(chunks[clause.verb - 2].head, classes_of(answer));
    if (follows_answer) {
        return true;
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
    const bool is_made = clauses_.chunks()[clause.verb].lemma == tables_.words.find("make");
    return suit.strength == 1 && defendants.empty() && suit.defendants.empty() &&
           (is_made || (!clause.subjects.empty() && frame.object == Slot::suit &&
                        !clauses_.has(clauses_.chunks()[clause.verb].head,
                                      classes_of(verb_past, verb_participle, verb_base))));
}

/// "The suit says that Y copied": Y is sued if nobody else is.
void ClaimReader::complete(const Frame& frame, const Binding& binding, const Parties& defendants,
                           Suit& suit) const {
    if (suit.defendants.empty() && !defendants.empty()) {
        const Chunk& spoken_of = clauses_.chunks()[binding.defendants.front()];
        const Entity& first = mentions_.entity(defendants.front());
        const bool is_adjective = clauses_.word(spoken_of.first) == "the" &&  // "the Texas ruling"
                                  first.kind == NameKind::government &&
                                  !first.key.starts_with("united ");
        const bool is_named = spoken_of.name != no_index || defendants.size() > 1;
        if (first.party_kind != PartyKind::person && !is_adjective && is_named) {
            suit.defendants = defendants;
            suit.guesses_defendants = true;
        }
    }
    const Chunk& noun = clauses_.chunks()[suit.chunk];
    const bool is_pleading =  // "the complaint alleges that Y copied"
        clauses_.has(noun.head, classes_of(pleading)) && clauses_.word(noun.first) == "the";
    const bool is_telling = frame.object == Slot::defendant || defendants.size() > 2 || is_pleading;
    suit.framed = suit.framed || (is_telling && suit.guesses_defendants);
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

/// Whom the plaintiff accuses by name before it sues: "Y" in "Accusing Y of fraud, X sued" and "X
/// says Y copied it and is suing".
Parties ClaimReader::accused_before(const Clause& clause) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    std::vector<std::uint32_t> named;
    constexpr int reach = 3;  // verbs to the left
    std::uint32_t verb = clause.verb;
    for (int step = 0; step < reach; ++step) {
        verb = clauses_.previous_verb(verb);
        if (verb == no_index) {
            break;
        }
        const std::string_view lemma = tables_.words[chunks[verb].lemma].text;
        const bool accuses =
            verb == 0 && chunks[verb].is_gerund && (lemma == "accuse" || lemma == "charge");
        const Clause before = clauses_.clause_of(verb);
        for (const std::uint32_t nominal : accuses ? before.objects : before.content) {
            if (chunks[nominal].name != no_index && before.subjects == clause.subjects) {
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
    Parties others = accused;
    if (is_reference(binding.plaintiffs) && !binding.defendants.empty() &&
        clauses_.chunks()[binding.defendants.front()].name != no_index) {
        add_all(others, parties_.read(binding.defendants));  // "Y, which the company sued"
    }
    sides.plaintiffs =
        parties_.read(binding.plaintiffs, is_reference(binding.plaintiffs) ? others : Parties{});
    Parties excluded = sides.plaintiffs;
    add_all(excluded, known_plaintiffs);
    sides.defendants = is_reference(binding.defendants) && accused.size() == 1 &&
                               !contains(excluded, accused.front())
                           ? accused
                           : parties_.read_accused(binding.defendants, excluded);
    return sides;
}

/// Those who file or hold it join its plaintiffs, or are on a side that stays open.
void ClaimReader::add_plaintiffs(const Frame& frame, Parties& plaintiffs, Suit& suit) const {
    if (frame.act == Act::mentions && suit.possessed && plaintiffs.size() > 1) {
        add_all(suit.either, plaintiffs);  // "X and Y settled X's suit"
        std::erase_if(suit.either,
                      [&](std::uint32_t party) { return contains(suit.plaintiffs, party); });
        plaintiffs.clear();
    }
    if (plaintiffs.empty() || contains(suit.defendants, plaintiffs.front())) {
        return;
    }
    if (suit.possessed && clauses_.chunks()[suit.chunk].possessor == no_index) {
        suit.plaintiffs.clear();  // "X and Y brought their own suits"
    }
    add_all(suit.plaintiffs, plaintiffs);
}

void ClaimReader::guess_accused(Parties accused, const Parties& plaintiffs, Suit& suit) {
    if (accused.size() == 1 && !contains(plaintiffs, accused.front())) {
        suit.guesses_defendants = true;
        suit.defendants = std::move(accused);
    }
}

void ClaimReader::apply_to_suit(const Frame& frame, const Clause& clause, const Binding& binding,
                                Suit& suit) {
    const bool is_claim_at_large =  // "resolved its claims against X"
        frame.act == Act::mentions && !suit.possessed && !suit.framed &&
        clauses_.word(clauses_.chunks()[suit.chunk].head) == "claims";
    if (is_prosecution(binding) || is_claim_at_large) {
        return;
    }
    Sides sides = sides_of(clause, binding, suit.plaintiffs);
    if (frame.subject == Slot::suit && !binding.defendants.empty() &&
        clauses_.modifier_has(clauses_.chunks()[binding.defendants.front()], classes_of(accuser))) {
        sides.plaintiffs = std::exchange(sides.defendants, {});  // "it names plaintiffs X and Y"
    }
    const bool refers_to_accused =
        frame.adds && suit.defendants.size() == 1 && is_reference(binding.defendants);
    if (refers_to_accused) {
        sides.defendants = suit.defendants;  // "a suit against X, accusing the company"
    }
    Parties& plaintiffs = sides.plaintiffs;
    Parties& defendants = sides.defendants;
    if (binding.holder_from != no_index && suit.plaintiffs.empty()) {
        suit.plaintiffs = parties_.holder_from(binding.holder_from, defendants);
    }
    if (clause.mood != Mood::unreal) {
        add_all(suit.either, parties_.read(binding.either));
    }
    if (frame.completes) {
        complete(frame, binding, defendants, suit);
        defendants.clear();
        if (plaintiffs.empty()) {
            return;
        }
    }
    if (is_vague(suit, defendants, clause, frame)) {
        return;
    }
    add_plaintiffs(frame, plaintiffs, suit);
    if (frame.act == Act::sues && frame.object == Slot::suit && !plaintiffs.empty() &&
        defendants.empty() && suit.defendants.empty()) {
        guess_accused(accused_before(clause), plaintiffs, suit);
    } else if (!defendants.empty() && suit.guesses_defendants) {
        suit.defendants.clear();
        suit.guesses_defendants = false;
    }
    add_all(suit.defendants, defendants);
    const bool goes_on = suit.framed && clauses_.chunks()[clause.verb].is_gerund;
    suit.mood = frame.act == Act::mentions ? Mood::actual
                : goes_on                  ? std::max(suit.mood, clause.mood)
                                           : clause.mood;
    suit.framed = true;
    suit.act = frame.act;
    suit.status = frame.status;
    const bool is_also_sued =  // "Y is also named in the suit"
        clause.is_passive && frame.object == Slot::defendant && is_said_too(clause);
    suit.adds = frame.adds || is_also_sued;
    suit.answers = is_answering(clause);
    suit.rule = frame.name;
}

}  // namespace litigraph::ingest::detail
