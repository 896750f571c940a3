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
      parties_(document, clauses_, tables.words, mentions),
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
        accuse_by_source(suit);
        place_either(suit);
        emit(suit);
    }
    read_titles();
    for (std::uint32_t i = 0; i < clauses_.chunks().size(); ++i) {
        read_dispute(i);
        read_members(i);
    }
    for (Claim& caption : read_captions(document_, mentions_, clauses_, sentence)) {
        claims_.push_back(std::move(caption));
    }
    has_suit_ = std::ranges::any_of(suits_, &Suit::framed);
    parties_.finish_sentence(claims_.empty() ? Parties{} : claims_.back().plaintiffs, only_sued());
    std::ranges::stable_sort(claims_, {}, &Claim::anchor);
    return std::move(claims_);
}

/// Whom the sentence tells to be sued, if there is one only; no_index otherwise.
std::uint32_t ClaimReader::only_sued() const {
    Parties sued;
    for (const Claim& claim : claims_) {
        add_all(sued, claim.mood == Mood::actual ? claim.defendants : Parties{});
    }
    return sued.size() == 1 ? sued.front() : no_index;
}

/// "It was filed by Y", "It accuses Y" after a sentence that tells of a suit; "It says" and "X
/// filed it" only after one whose subject is a suit.
void ClaimReader::mark_suit_pronoun() {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        if (chunks[i].kind != ChunkKind::verb) {
            continue;
        }
        const Clause clause = clauses_.clause_of(i);
        if (clause.subjects.size() != 1) {
            return;
        }
        const std::uint32_t subject = clause.subjects.front();
        const bool is_it =
            chunks[subject].is_pronoun && clauses_.word(chunks[subject].head) == "it";
        if (is_it && (subject_is_suit_ || has_suit_) && suit_can(clause)) {
            clauses_.mark_suit(subject);
        }
        const bool files_it = subject_is_suit_ && clause.objects.size() == 1 &&
                              clauses_.word(chunks[clause.objects.front()].head) == "it";
        if (files_it && takes_suit(clause)) {
            clauses_.mark_suit(clause.objects.front());
        }
        subject_is_suit_ = suit_strength(clauses_, subject) > 0;
        return;
    }
}

/// Whether the verb takes a suit as its subject: "was filed", "accuses".
bool ClaimReader::suit_can(const Clause& clause) const {
    if (clauses_.has(clauses_.chunks()[clause.verb].head, classes_of(be))) {
        return false;  // anything can be
    }
    const auto& frames = tables_.frames;
    const auto& of_verb = frames.of_verb(clauses_.chunks()[clause.verb].lemma);
    return std::any_of(of_verb.begin(), of_verb.end(), [&](std::uint32_t index) {
        const Frame& frame = frames.frames()[index];
        return clause.is_passive
                   ? frame.object == Slot::suit
                   : frame.subject == Slot::suit && (subject_is_suit_ || !frame.completes);
    });
}

/// Whether the verb files its object: "brought".
bool ClaimReader::takes_suit(const Clause& clause) const {
    const auto& frames = tables_.frames;
    const auto& of_verb = frames.of_verb(clauses_.chunks()[clause.verb].lemma);
    return std::any_of(of_verb.begin(), of_verb.end(), [&](std::uint32_t index) {
        const Frame& frame = frames.frames()[index];
        return frame.act == Act::sues && frame.object == Slot::suit;
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
        if (preposition == "against" && complement.at > suit.chunk + 1 &&
            is_beyond_suit(suit.chunk, complement.at)) {
            break;
        }
        const bool is_opponent = preposition == "with" && suit.possessed &&
                                 clauses_.has(nominal.head, classes_of(WordClass::suit)) &&
                                 clauses_.has(nominal.head, classes_of(pleading));
        if (preposition == "of" && is_behalf(complement.at)) {
            suit.clients = parties_.read(complement.nominals);
        }
        if (preposition == "against" || preposition == "versus" || is_opponent) {
            const Parties accused =
                is_reference(complement.nominals) ? accused_after(suit.chunk) : Parties{};
            Parties excluded = parties_.acting_before(suit.chunk, accused);
            add_all(excluded, suit.plaintiffs);
            add_all(suit.defendants, accused.size() == 1 && !contains(excluded, accused.front())
                                         ? accused  // "a suit against the company, saying that Y"
                                         : parties_.read_accused(complement.nominals, excluded));
        } else if ((preposition == "by" || preposition == "from") &&
                   !is_of_other_verb(suit.chunk, complement.at) &&
                   !is_of_other_suit(suit.chunk, complement.at)) {
            add_all(suit.plaintiffs, parties_.read(complement.nominals, suit.defendants));
            suit.is_by_lawyers = std::ranges::any_of(complement.nominals, [&](std::uint32_t by) {
                const std::string_view head = clauses_.word(clauses_.chunks()[by].head);
                return head == "attorneys" || head == "lawyers";
            });
        }
    }
}

/// "by Y" in "a suit against X, founded by Y" and "X is represented in the suit by Y", not in "a
/// suit against X filed by Y".
bool ClaimReader::is_of_other_verb(std::uint32_t nominal, std::uint32_t preposition) const {
    const std::uint32_t verb = clauses_.previous_verb(preposition);
    if (verb == no_index) {
        return false;
    }
    const auto& of_verb = tables_.frames.of_verb(clauses_.chunks()[verb].lemma);
    const auto files = [&](std::uint32_t index) {
        const Frame& frame = tables_.frames.frames()[index];
        return frame.object == Slot::suit && frame.act != Act::mentions;
    };
    const auto is_bystanders = [&](std::uint32_t index) {
        const Frame& frame = tables_.frames.frames()[index];
        return frame.subject == Slot::thing && frame.act == Act::mentions;
    };
    if (verb < nominal) {
        return clauses_.chunks()[verb].is_passive && !of_verb.empty() &&
               std::ranges::all_of(of_verb, is_bystanders);
    }
    return std::ranges::none_of(of_verb, files);
}

/// "against Z" in "a complaint by X and one by Y against Z".
bool ClaimReader::is_beyond_suit(std::uint32_t suit, std::uint32_t preposition) const {
    const auto has_parties = [&](std::uint32_t chunk) {
        const std::string_view next = clauses_.word(clauses_.chunks()[chunk + 1].head);
        return suit_strength(clauses_, chunk) > 0 &&
               clauses_.word(clauses_.chunks()[chunk].first) != "the" &&
               (next == "by" || next == "against" || next == "from");
    };
    for (std::uint32_t i = suit + 1; i < preposition; ++i) {
        if (has_parties(i)) {
            return true;
        }
    }
    return false;
}

/// "from Y" in "a counterclaim to a suit from Y"
bool ClaimReader::is_of_other_suit(std::uint32_t suit, std::uint32_t preposition) const {
    return is_beyond_suit(suit, preposition) ||
           (preposition > suit + 1 && suit_strength(clauses_, preposition - 1) > 0);
}

/// "on behalf of"
bool ClaimReader::is_behalf(std::uint32_t preposition) const {
    return preposition > 0 &&
           document_.bytes(document_.tokens[clauses_.chunks()[preposition - 1].head]) == "behalf";
}

/// A law firm files for its client.
void ClaimReader::put_clients(Suit& suit) const {
    const bool are_counsel =
        suit.is_by_lawyers || (suit.plaintiffs.size() == 1 && is_counsel(suit.plaintiffs.front()));
    if (are_counsel) {
        suit.plaintiffs = suit.clients;
    }
}

bool ClaimReader::is_counsel(std::uint32_t entity) const {
    constexpr std::string_view endings[] = {" law firm", " law group", " law center",
                                            " law offices", " attorneys"};
    const std::string& key = mentions_.entity(entity).key;
    const std::vector<std::string>& forms = mentions_.entity(entity).forms;
    return mentions_.entity(entity).is_counsel ||
           std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return key.ends_with(ending); }) ||
           std::any_of(forms.begin(), forms.end(),
                       [](const std::string& form) { return form.ends_with(" LLP"); });
}

/// The party in "Texas Air suit" takes the side that the rest of the sentence leaves open.
void ClaimReader::place_premodifier(Suit& suit) {
    const std::uint32_t party = parties_.premodifier(suit.chunk);
    const bool is_placed = contains(suit.plaintiffs, party) || contains(suit.defendants, party);
    if (party == no_index || is_placed || suit.adds || (suit.strength < 2 && !suit.framed)) {
        return;
    }
    if (suit.plaintiffs.empty() && !suit.defendants.empty()) {
        suit.plaintiffs = {party};
    } else if (suit.defendants.empty() && suit.framed && !suit.plaintiffs.empty()) {
        suit.defendants = {party};
    }
}

/// "X settled a suit that charged Y", "X and Y settled X's suit": who is on no side yet is on the
/// one that nobody else takes.
void ClaimReader::place_either(Suit& suit) {
    std::erase_if(suit.either, [&](std::uint32_t party) {
        return contains(suit.plaintiffs, party) ||
               (contains(suit.defendants, party) && !suit.guesses_defendants);
    });
    if (suit.either.empty()) {
        return;
    }
    if (suit.guesses_defendants) {
        suit.defendants.clear();  // of whom the suit speaks is worth less
        suit.guesses_defendants = false;
    }
    if (suit.plaintiffs.empty() != suit.defendants.empty()) {
        (suit.plaintiffs.empty() ? suit.plaintiffs : suit.defendants) = suit.either;
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

/// "the suit", "the case", without a word more
bool ClaimReader::is_bare(const Suit& suit) const {
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    return nominal.head == nominal.first + 1 && clauses_.word(nominal.first) == "the" &&
           (suit.strength == 2 || clauses_.word(nominal.head) == "case");
}

bool ClaimReader::says_nothing(const Suit& suit, bool is_definite) const {
    const bool has_both = !suit.plaintiffs.empty() && !suit.defendants.empty();
    const bool has_any = !suit.plaintiffs.empty() || !suit.defendants.empty();
    const Chunk& nominal = clauses_.chunks()[suit.chunk];
    const bool refers =
        is_definite && !clauses_.has(nominal.head, classes_of(new_case, vague_suit));
    const bool is_the_case = is_bare(suit) && clauses_.word(nominal.head) == "case";
    if (!suit.either.empty() || (is_the_case && !suit.defendants.empty())) {
        return false;
    }
    const bool are_deeds = suit.strength < 2 && !suit.framed && !suit.possessed &&
                           clauses_.has(nominal.head, classes_of(vague_suit));
    if (are_deeds) {
        return true;  // "illegal actions against X by the police"
    }
    return (suit.strength < 2 && !suit.framed && !has_both && (has_any || !is_definite)) ||
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
    claim.is_own = suit.answers ||
                   (nominal.possessor != no_index && clauses_.word(nominal.first) == "own") ||
                   (clauses_.has(nominal.first, classes_of(possessive)) &&
                    nominal.first < nominal.head && clauses_.word(nominal.first + 1) == "own");
    if (clauses_.modifier_has(nominal, classes_of(validity))) {
        claim.act = Act::challenges;
    }
    claim.is_answered = suit.chunk >= 2 && chunks[suit.chunk - 1].kind == ChunkKind::preposition &&
                        chunks[suit.chunk - 2].kind == ChunkKind::nominal &&
                        clauses_.has(chunks[suit.chunk - 2].head, classes_of(answer));
    claim.is_bare = is_bare(suit);
    claim.is_plural = document_.text[document_.tokens[nominal.head].end - 1] == 's';
}

void ClaimReader::emit(Suit& suit) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[suit.chunk];
    const bool definite = is_definite(suit);
    if (says_nothing(suit, definite)) {
        return;
    }
    const bool has_any_party = !suit.plaintiffs.empty() || !suit.defendants.empty();
    const bool is_known = suit.possessed || (!suit.plaintiffs.empty() && !suit.defendants.empty());
    const bool is_wished = clauses_.modifier_has(nominal, classes_of(hypothetical));
    if (!suit.framed && (is_wished || !(is_known || definite)) && is_hypothetical(suit)) {
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
    if (!has_any_party) {
        claim.either = suit.either;
    }
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
    const bool is_brought = suit.strength == 2 && !suit.possessed && !claim.is_counter &&
                            !claim.is_plural;  // "a claim by X"
    claim.tells_filing = (suit.framed && suit.act != Act::mentions) ||
                         (!suit.framed && has_any_party &&
                          (is_brought || !suit.defendants.empty()) && !suit.plaintiffs.empty());
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
