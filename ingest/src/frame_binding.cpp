#include "frame_binding.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

/// "a law suit", not "a law firm suit"
bool is_law_suit(const ClauseReader& clauses, const Chunk& nominal) {
    return nominal.head > nominal.first && clauses.word(nominal.head - 1) == "law" &&
           clauses.has(nominal.head, classes_of(suit));
}

}  // namespace

int suit_strength(const ClauseReader& clauses, std::uint32_t chunk) {
    const Chunk& nominal = clauses.chunks()[chunk];
    if (nominal.is_suit) {
        return 2;
    }
    if (nominal.kind != ChunkKind::nominal || nominal.name != no_index || nominal.is_pronoun ||
        (clauses.modifier_has(nominal, classes_of(suit_trap)) && !is_law_suit(clauses, nominal)) ||
        clauses.has(nominal.head, classes_of(undirected))) {
        return 0;
    }
    if (clauses.has(nominal.head, classes_of(suit))) {
        return 2;
    }
    if (!clauses.has(nominal.head, classes_of(weak_suit))) {
        return 0;
    }
    const bool is_report = clauses.word(nominal.head).starts_with("filing") &&
                           clauses.holds_name(nominal);  // "an SEC filing"
    if (is_report) {
        return 0;
    }
    const bool has_sum = clauses.word(nominal.head) == "claim" && clauses.has_sum(nominal);
    return has_sum || clauses.modifier_has(nominal, classes_of(legal_modifier)) ? 2 : 1;
}

std::optional<Binding> FrameBinder::bind(const Frame& frame, const Clause& clause) const {
    const bool is_said_by_suit =  // "in a suit alleging that"
        frame.subject == Slot::plaintiff && frame.object == Slot::content &&
        clauses_.chunks()[clause.verb].is_gerund && clause.verb > 0 &&
        suit_strength(clauses_, clause.verb - 1) > 0;
    const std::optional<Sides> sides = sides_of(frame, clause);
    const bool lacks_back = frame.is_phrasal && !clauses_.chunks()[clause.verb].is_phrasal;
    if (is_said_by_suit || lacks_back || !sides || !fits_sides(frame, *sides)) {
        return std::nullopt;
    }
    Binding binding;
    binding.last = clause.verb;
    put(frame.subject, sides->subject, binding);
    put(frame.object, sides->object, binding);
    if (frame.subject == Slot::accused || frame.subject == Slot::accuser) {
        binding.suit = suit_of_side(sides->subject.front());
    }
    for (const Complement& wanted : frame.complements) {
        const bool is_bound = bind_complement(wanted, clause, binding) ||
                              ((wanted.slot == Slot::suit || wanted.slot == Slot::pleading) &&
                               bind_complement(wanted, clause_of_allegation(clause), binding));
        if (!is_bound && !wanted.optional) {
            return std::nullopt;
        }
    }
    return binding;
}

/// "X sued" is passive before "by" and in headlines, which tell acts in the present.
bool FrameBinder::is_read_as_passive(const Frame& frame, const Clause& clause) const {
    if (clause.is_passive) {
        return true;
    }
    const bool by_agent = clauses_.is_headline()
                              ? std::any_of(clause.complements.begin(), clause.complements.end(),
                                            [&](const Complements& c) { return is_by(c); })
                              : !clause.complements.empty() && is_by(clause.complements.front());
    const bool is_told_of_party = frame.object == Slot::defendant || frame.object_optional;
    return clause.may_be_passive && frame.object != Slot::none && frame.object != Slot::content &&
           (by_agent || clauses_.is_headline() || !is_told_of_party);
}

/// "by X" in "a suit, filed in May, takes issue with a letter sent by X".
bool FrameBinder::is_of_other_verb(const Clause& clause, const Complements& complement) const {
    const std::uint32_t verb = clauses_.previous_verb(complement.at);
    return verb != no_index && verb > clause.verb && verb + 1 == complement.at &&
           clauses_.chunks()[verb].is_participle;
}

/// "Y copied it in a suit" in "X claims that Y copied it in a suit", "copying it in a suit" in "X
/// accuses Y of copying it in a suit"; `clause` itself if nothing is said so.
Clause FrameBinder::clause_of_allegation(const Clause& clause) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const std::uint32_t of = clause.objects.empty() ? no_index : clause.objects.back() + 1;
    if (of != no_index && of + 1 < chunks.size() && clauses_.word(chunks[of].head) == "of" &&
        chunks[of + 1].is_gerund) {
        return clauses_.clause_of(of + 1);
    }
    for (std::uint32_t i = clause.content.empty() ? static_cast<std::uint32_t>(chunks.size())
                                                  : clause.content.back() + 1;
         i < chunks.size() && chunks[i].kind != ChunkKind::comma &&
         chunks[i].kind != ChunkKind::stop;
         ++i) {
        if (chunks[i].kind == ChunkKind::verb) {
            return clauses_.clause_of(i);
        }
    }
    return clause;
}

/// "suit" in "the defendants in X's suit"; no_index if the phrase names none.
std::uint32_t FrameBinder::suit_of_side(std::uint32_t side) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    if (side + 2 >= chunks.size() || clauses_.word(chunks[side + 1].head) != "in") {
        return no_index;
    }
    const std::uint32_t suit = side + (chunks[side + 2].is_possessive ? 3 : 2);
    return suit < chunks.size() && suit_strength(clauses_, suit) > 0 ? suit : no_index;
}

/// "suits" for "a barrage of patent suits".
void FrameBinder::unwrap(std::vector<std::uint32_t>& nominals) const {
    if (nominals.empty()) {
        return;
    }
    const std::uint32_t inner = nominals.front() + 2;
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_measure = inner < chunks.size() &&
                            clauses_.word(chunks[inner - 1].head) == "of" &&
                            clauses_.has(chunks[inner - 2].head, classes_of(transparent, number)) &&
                            (suit_strength(clauses_, inner) > 0 ||
                             clauses_.has(chunks[inner].head, classes_of(outcome)));
    if (is_measure) {
        nominals.front() = inner;
    }
}

/// Who acts and who is acted upon.
std::optional<FrameBinder::Sides> FrameBinder::sides_of(const Frame& frame,
                                                        const Clause& clause) const {
    Sides sides{clause.subjects, clause.objects};
    if (frame.object == Slot::content) {
        sides.object = clause.content;
    } else if (is_read_as_passive(frame, clause)) {
        if (frame.object == Slot::none) {
            return std::nullopt;
        }
        sides.object = clause.subjects;
        if (clause.may_be_passive && clause.nearest_subject != no_index &&
            fits(frame.object, clause.nearest_subject) &&
            (sides.object.empty() || !fits(frame.object, sides.object.front()))) {
            sides.object = {clause.nearest_subject};
        }
        const auto agent = std::find_if(
            clause.complements.begin(), clause.complements.end(),
            [&](const Complements& c) { return is_by(c) && !is_of_other_verb(clause, c); });
        sides.subject =
            agent == clause.complements.end() ? std::vector<std::uint32_t>{} : agent->nominals;
    }
    const std::uint32_t main = clauses_.previous_verb(clause.verb);
    if (clauses_.chunks()[clause.verb].is_gerund && main != no_index && !sides.subject.empty() &&
        frame.subject == Slot::plaintiff && frame.object == Slot::court &&
        !fits(Slot::plaintiff, sides.subject.front())) {
        sides.subject = clauses_.clause_of(main).subjects;  // "filed in a court asking it to"
    }
    std::uint32_t before = clause.verb;
    while (before > 0 && clauses_.chunks()[before - 1].kind == ChunkKind::adverbial) {
        --before;
    }
    const bool is_free =
        before == 0 || clauses_.chunks()[before - 1].kind != ChunkKind::preposition;
    if (frame.subject == Slot::suit && clauses_.chunks()[clause.verb].is_gerund && is_free &&
        (sides.subject.empty() || !fits(Slot::suit, sides.subject.front()))) {
        if (const std::uint32_t held = suit_before(clause.verb); held != no_index) {
            sides.subject = {held};  // "filed a suit, accusing X"
        }
    }
    unwrap(sides.subject);
    unwrap(sides.object);
    return sides;
}

/// The suit that the main clause of a gerund speaks of.
std::uint32_t FrameBinder::suit_before(std::uint32_t verb) const {
    for (std::uint32_t i = verb; i > 0; --i) {
        if (clauses_.chunks()[i - 1].kind == ChunkKind::stop) {
            break;
        }
        if (suit_strength(clauses_, i - 1) > 0) {
            return i - 1;
        }
    }
    return no_index;
}

bool FrameBinder::fits_sides(const Frame& frame, const Sides& sides) const {
    const bool needs_object =
        frame.object != Slot::none && !frame.object_optional && sides.object.empty();
    const bool has_unwanted = frame.object == Slot::none && !sides.object.empty();
    const bool needs_subject = sides.subject.empty() &&
                               (frame.subject == Slot::suit || frame.subject == Slot::both ||
                                frame.subject == Slot::court || frame.subject == Slot::accused ||
                                frame.subject == Slot::accuser || frame.subject == Slot::authority);
    const auto fit = [&](Slot slot, const std::vector<std::uint32_t>& nominals) {
        const bool are_parties = slot == Slot::plaintiff || slot == Slot::defendant ||
                                 slot == Slot::both || slot == Slot::side;
        return nominals.empty() || fits(slot, nominals.front()) ||
               (are_parties && std::ranges::any_of(nominals, [&](std::uint32_t nominal) {
                    return fits(slot, nominal);
                }));  // "the Board and X sued", as a court may be called so
    };
    return !needs_object && !has_unwanted && !needs_subject && fit(frame.object, sides.object) &&
           fit(frame.subject, sides.subject);
}

bool FrameBinder::bind_complement(const Complement& wanted, const Clause& clause,
                                  Binding& binding) const {
    const auto is_in = [](const std::vector<std::uint32_t>& list, std::uint32_t entry) {
        return entry != 0 && std::find(list.begin(), list.end(), entry) != list.end();
    };
    for (const Complements& complement : clause.complements) {
        if (!is_in(wanted.prepositions, complement.preposition) &&
            !is_in(wanted.infinitives, complement.infinitive)) {
            continue;
        }
        if (wanted.slot == Slot::owner || wanted.slot == Slot::holder) {
            (wanted.slot == Slot::owner ? binding.owner_from : binding.holder_from) =
                complement.at + 1;
            return true;
        }
        const bool is_owned = complement.infinitive != 0 && wanted.slot == Slot::defendant &&
                              !complement.nominals.empty() &&
                              clauses_.chunks()[complement.nominals.front()].name == no_index &&
                              clauses_.chunks()[complement.nominals.front()].possessor != no_index;
        if (!is_owned && !complement.nominals.empty() &&
            fits(wanted.slot, complement.nominals.front())) {
            put(wanted.slot, complement.nominals, binding);
            return true;
        }
    }
    return false;
}

void FrameBinder::put(Slot slot, const std::vector<std::uint32_t>& chunks, Binding& binding) {
    if (chunks.empty()) {
        return;
    }
    binding.last = std::max(binding.last, chunks.back());
    const auto append = [&](std::vector<std::uint32_t>& to) {
        to.insert(to.end(), chunks.begin(), chunks.end());
    };
    if (slot == Slot::plaintiff || slot == Slot::authority) {
        append(binding.plaintiffs);
    } else if (slot == Slot::defendant || slot == Slot::content) {
        append(binding.defendants);
    } else if (slot == Slot::both) {
        append(binding.both);
    } else if (slot == Slot::side) {
        append(binding.either);
    } else if ((slot == Slot::suit || slot == Slot::proceeding || slot == Slot::pleading) &&
               binding.suit == no_index) {
        binding.suit = chunks.front();
    }
}

bool FrameBinder::is_authority(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.name == no_index) {
        return clauses_.has(nominal.head, classes_of(public_noun));
    }
    const NameKind kind = mentions_.entity(mentions_.name(nominal.name).entity).kind;
    return kind == NameKind::agency || kind == NameKind::government;
}

/// "the sued developers", "the companies named in the suit"
bool FrameBinder::is_sued(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    if (!clauses_.has(nominal.head, classes_of(role, group, company_noun))) {
        return false;  // "the accused products"
    }
    const bool is_named = clauses_.has(nominal.head, classes_of(company_noun)) &&
                          chunk + 3 < chunks.size() && chunks[chunk + 1].is_participle &&
                          (clauses_.word(chunks[chunk + 1].head) == "named" ||
                           clauses_.word(chunks[chunk + 1].head) == "sued") &&
                          chunks[chunk + 2].kind == ChunkKind::preposition &&
                          suit_strength(clauses_, chunk + 3) > 0;
    if (is_named) {
        return true;
    }
    for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
        if (clauses_.word(token) == "sued" || clauses_.word(token) == "accused") {
            return true;
        }
    }
    return false;
}

/// "it" in "complained to a court, asking it to bar X"
bool FrameBinder::is_court_before(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (!nominal.is_pronoun || clauses_.word(nominal.head) != "it" || chunk == 0 ||
        clauses_.chunks()[chunk - 1].kind != ChunkKind::verb) {
        return false;
    }
    for (std::uint32_t i = 0; i < chunk; ++i) {
        if (!clauses_.chunks()[i].is_pronoun && clauses_.chunks()[i].kind == ChunkKind::nominal &&
            fits(Slot::court, i)) {
            return true;
        }
    }
    return false;
}

bool FrameBinder::fits(Slot slot, std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    switch (slot) {
        case Slot::suit:
            return suit_strength(clauses_, chunk) > 0;
        case Slot::proceeding:
            return suit_strength(clauses_, chunk) > 1;
        case Slot::pleading:
            return suit_strength(clauses_, chunk) > 0 &&
                   clauses_.has(nominal.head, classes_of(pleading));
        case Slot::dispute:
            return nominal.name == no_index && clauses_.has(nominal.head, classes_of(undirected));
        case Slot::court:
            return clauses_.has(nominal.head, classes_of(court)) || is_court_before(chunk) ||
                   (nominal.name != no_index &&
                    mentions_.entity(mentions_.name(nominal.name).entity).kind == NameKind::court);
        case Slot::right:
            return clauses_.has(nominal.head, classes_of(right));
        case Slot::accused:
            return clauses_.has(nominal.head, classes_of(accused)) || is_sued(chunk);
        case Slot::accuser:
            return clauses_.has(nominal.head, classes_of(accuser));
        case Slot::outcome:
            return clauses_.has(nominal.head, classes_of(outcome));
        case Slot::authority:
            return is_authority(chunk);
        case Slot::none:
            return false;
        case Slot::content:  // what a court did is no allegation
        case Slot::plaintiff:
        case Slot::defendant:
        case Slot::both:
        case Slot::side:
            return suit_strength(clauses_, chunk) == 0 && !fits(Slot::court, chunk);
        case Slot::owner:
        case Slot::holder:
        case Slot::thing:
            return suit_strength(clauses_, chunk) == 0;
    }
    return false;
}

}  // namespace litigraph::ingest::detail
