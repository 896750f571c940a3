#include "coreference.hpp"

#include <algorithm>
#include <numeric>

namespace litigraph::ingest::detail {

Coreference::Coreference(const Document& document, const ClauseReader& clauses,
                         const Mentions& mentions)
    : document_(document), clauses_(clauses), mentions_(mentions) {}

std::uint32_t Coreference::named_party(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.kind != ChunkKind::nominal || nominal.name == no_index) {
        return no_index;
    }
    return party_of_name(nominal.name);
}

std::uint32_t Coreference::party_of_name(std::uint32_t name) const {
    const std::uint32_t entity = mentions_.name(name).entity;
    const NameKind kind = mentions_.entity(entity).kind;
    return kind == NameKind::company || kind == NameKind::agency ? entity : no_index;
}

/// All that the phrase names, in text order: "Uberon driver Jane Roe" names two.
std::vector<std::uint32_t> Coreference::parties_in(std::uint32_t chunk) const {
    std::vector<std::uint32_t> found;
    const Chunk& nominal = clauses_.chunks()[chunk];
    for (std::uint32_t token = nominal.first; token < nominal.last; ++token) {
        const std::uint32_t name = mentions_.name_at(token);
        if (name == no_index || mentions_.name(name).first != token) {
            continue;
        }
        if (const std::uint32_t party = party_of_name(name); party != no_index) {
            found.push_back(party);
        }
    }
    return found;
}

/// Whom the text has named before this chunk, latest last.
std::vector<std::uint32_t> Coreference::parties_before(std::uint32_t chunk) const {
    std::vector<std::uint32_t> found = recent_;
    for (std::uint32_t i = 0; i < chunk; ++i) {
        for (const std::uint32_t party : parties_in(i)) {
            std::erase(found, party);
            found.push_back(party);
        }
    }
    return found;
}

/// "In her suit, X alleges": the subject of the clause that follows.
std::uint32_t Coreference::subject_after(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = chunk + 1; i + 2 < chunks.size(); ++i) {
        if (chunks[i].kind == ChunkKind::comma && chunks[i + 1].kind == ChunkKind::nominal &&
            chunks[i + 2].kind == ChunkKind::verb) {
            return named_party(i + 1);
        }
    }
    return no_index;
}

/// "them" in "X sued them and now they are suing": the same as "they"; no_index if there is none.
std::uint32_t Coreference::them_before(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = clauses_.word(chunks[chunk].head) == "they" ? chunk : 0; i > 0; --i) {
        if (chunks[i - 1].is_pronoun && clauses_.word(chunks[i - 1].head) == "them") {
            return i - 1;
        }
    }
    return no_index;
}

/// Where to look for the subject from: in "X noted that Y had copied and that it had sued" who
/// sued is X, so the first "that" is where; the chunk itself if no such clauses are joined.
std::uint32_t Coreference::speaker_before(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const auto is_that = [&](std::uint32_t at) {
        return chunks[at].kind == ChunkKind::relative && clauses_.word(chunks[at].head) == "that";
    };
    const bool is_second =
        chunk >= 2 && is_that(chunk - 1) && chunks[chunk - 2].kind == ChunkKind::conjunction;
    for (std::uint32_t i = is_second ? chunk - 1 : 0; i > 0; --i) {
        if (is_that(i - 1)) {
            return i - 1;
        }
    }
    return chunk;
}

bool Coreference::is_free(std::uint32_t entity, Wanted wanted,
                          const std::vector<std::uint32_t>& excluded) const {
    return entity != no_index && suits(entity, wanted) &&
           std::find(excluded.begin(), excluded.end(), entity) == excluded.end();
}

/// "them" is nobody who acts on them.
std::uint32_t Coreference::resolve_them(std::uint32_t them,
                                        std::vector<std::uint32_t> excluded) const {
    if (const std::uint32_t verb = clauses_.previous_verb(them); verb != no_index) {
        for (const std::uint32_t subject : clauses_.clause_of(verb).subjects) {
            for (const std::uint32_t party : parties_in(subject)) {
                excluded.push_back(party);
            }
        }
    }
    return resolve(them, excluded, true);
}

/// Whom a subject before the chunk stands for: its name, or who "it" and "the company" are where
/// "its" follows.
std::uint32_t Coreference::party_of_subject(std::uint32_t subject, Wanted wanted,
                                            const std::vector<std::uint32_t>& excluded) const {
    const Chunk& nominal = clauses_.chunks()[subject];
    const bool is_it = nominal.is_pronoun && clauses_.word(nominal.head) == "it";
    const bool is_described = !nominal.is_pronoun && nominal.name == no_index &&
                              clauses_.word(nominal.first) == "the" &&
                              clauses_.has(nominal.head, classes_of(WordClass::company_noun));
    if (wanted == Wanted::thing && (is_it || is_described)) {
        return resolve(subject, excluded);
    }
    const std::uint32_t named = named_party(subject);
    return named == no_index && nominal.possessor != no_index
               ? named_party(nominal.possessor)  // "X's battle with Y began when it sued"
               : named;
}

/// The nearest subject before the chunk; no_index if the sentence has none that fits.
std::uint32_t Coreference::subject_in_sentence(std::uint32_t chunk, Wanted wanted,
                                               const std::vector<std::uint32_t>& excluded) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = speaker_before(chunk); i > 0; --i) {
        if (chunks[i - 1].kind != ChunkKind::verb) {
            continue;
        }
        for (const std::uint32_t subject : clauses_.clause_of(i - 1).subjects) {
            const std::uint32_t party =
                subject < chunk ? party_of_subject(subject, wanted, excluded) : no_index;
            if (is_free(party, wanted, excluded)) {
                return party;
            }
        }
    }
    return no_index;
}

/// Whether both sides are pronouns: "they" in "they are taking them to court".
bool Coreference::acts_on_them(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    return clauses_.word(chunks[chunk].head) == "they" && chunk + 2 < chunks.size() &&
           chunks[chunk + 1].kind == ChunkKind::verb && chunks[chunk + 2].is_pronoun &&
           clauses_.word(chunks[chunk + 2].head) == "them";
}

/// The first subject of the sentence before the chunk, whose thought it is: "X" in "X thinks that Y
/// copied it and they sued them"; no_index if none fits.
std::uint32_t Coreference::first_subject(std::uint32_t chunk, Wanted wanted,
                                         const std::vector<std::uint32_t>& excluded) const {
    for (std::uint32_t i = 0; i < chunk; ++i) {
        if (clauses_.chunks()[i].kind != ChunkKind::verb) {
            continue;
        }
        for (const std::uint32_t subject : clauses_.clause_of(i).subjects) {
            const std::uint32_t party = subject < chunk ? named_party(subject) : no_index;
            if (is_free(party, wanted, excluded)) {
                return party;
            }
        }
    }
    return no_index;
}

/// The nearest name before the chunk; no_index if the sentence has none that fits.
std::uint32_t Coreference::name_in_sentence(std::uint32_t chunk, Wanted wanted,
                                            const std::vector<std::uint32_t>& excluded) const {
    for (std::uint32_t i = chunk; i > 0; --i) {
        const std::vector<std::uint32_t> named = parties_in(i - 1);
        const auto found = std::find_if(named.rbegin(), named.rend(), [&](std::uint32_t entity) {
            return is_free(entity, wanted, excluded);
        });
        if (found != named.rend()) {
            return *found;
        }
    }
    return no_index;
}

/// Whether the article names the party once only, in passing as a rule.
bool Coreference::is_named_once(std::uint32_t party) const {
    const std::vector<std::uint32_t>& counts = mentions_.entity(party).counts;
    return std::accumulate(counts.begin(), counts.end(), 0U) < 2;
}

/// The subjects of the sentence before, else whom the text has named last, rather not in passing.
std::uint32_t Coreference::told_before(Wanted wanted,
                                       const std::vector<std::uint32_t>& excluded) const {
    const auto is_open = [&](std::uint32_t entity) { return is_free(entity, wanted, excluded); };
    if (wanted == Wanted::company && !has_subject_ && is_open(announcer_)) {
        return announcer_;
    }
    if (is_open(last_subject_)) {
        return last_subject_;
    }
    const auto acting = std::find_if(acting_.rbegin(), acting_.rend(), is_open);
    if (acting != acting_.rend()) {
        return *acting;
    }
    const auto known = std::find_if(recent_.rbegin(), recent_.rend(), [&](std::uint32_t entity) {
        return is_open(entity) && !is_named_once(entity);
    });
    if (known != recent_.rend()) {
        return *known;
    }
    const auto found = std::find_if(recent_.rbegin(), recent_.rend(), is_open);
    return found == recent_.rend() ? no_index : *found;
}

std::uint32_t Coreference::resolve(std::uint32_t chunk, const std::vector<std::uint32_t>& excluded,
                                   bool is_them) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Wanted wanted = wanted_by(chunk);
    if (const std::uint32_t told = told_by_noun(chunk, wanted, excluded); told != no_index) {
        return told;
    }
    if (wanted == Wanted::company && names_a_trade(chunk)) {
        return only_company(chunk, excluded);
    }
    if (clauses_.word(chunks[chunk].head) == "them" && !is_them) {
        return resolve_them(chunk, excluded);
    }
    if (const std::uint32_t them = them_before(chunk); them != no_index) {
        return resolve_them(them, excluded);
    }
    if (chunk == 1 && chunks[0].kind == ChunkKind::preposition &&
        is_free(subject_after(chunk), wanted, excluded)) {
        return subject_after(chunk);
    }
    if (acts_on_them(chunk)) {
        return first_subject(chunk, wanted, excluded);
    }
    if (const std::uint32_t told = subject_in_sentence(chunk, wanted, excluded); told != no_index) {
        return told;
    }
    const bool is_object = chunk > 0 && (chunks[chunk - 1].kind == ChunkKind::verb ||
                                         chunks[chunk - 1].kind == ChunkKind::preposition);
    if (is_object && wanted == Wanted::company && is_free(sued_, wanted, excluded)) {
        return sued_;  // "She is suing the company"
    }
    const std::uint32_t told = name_in_sentence(chunk, wanted, excluded);
    const bool stays_open = chunks[chunk].is_pronoun && may_be_stranger(wanted);
    return told != no_index || stays_open ? told : told_before(wanted, excluded);
}

std::vector<std::uint32_t> Coreference::resolve_both(
    const std::vector<std::uint32_t>& excluded) const {
    const auto end = static_cast<std::uint32_t>(clauses_.chunks().size());
    std::vector<std::uint32_t> found = parties_before(end);
    std::erase_if(found, [&](std::uint32_t party) {
        return !suits(party, Wanted::company) ||
               std::find(excluded.begin(), excluded.end(), party) != excluded.end();
    });
    return found.size() == 2 ? found : std::vector<std::uint32_t>{};
}

std::uint32_t Coreference::described_before(std::uint32_t chunk,
                                            const std::vector<std::uint32_t>& excluded) const {
    const auto described = described_.find(
        lower_case(document_.bytes(document_.tokens[clauses_.chunks()[chunk].head])));
    if (described == described_.end()) {
        return no_index;
    }
    std::vector<std::uint32_t> found = described->second;
    std::erase_if(found, [&](std::uint32_t party) {
        return std::find(excluded.begin(), excluded.end(), party) != excluded.end();
    });
    return found.size() == 1 ? found.front() : no_index;
}

void Coreference::note_noun(std::uint32_t token, std::uint32_t party) {
    if (document_.tokens[token].shape != TokenShape::lower) {
        return;
    }
    constexpr std::size_t enough = 4;  // A noun of so many parties tells none of them.
    std::vector<std::uint32_t>& parties =
        described_[std::string(document_.bytes(document_.tokens[token]))];
    if (parties.size() < enough &&
        std::find(parties.begin(), parties.end(), party) == parties.end()) {
        parties.push_back(party);
    }
}

/// "grocery chain Corvane", "Corvane, a grocery chain,"
void Coreference::note_description(std::uint32_t chunk) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    if (nominal.kind == ChunkKind::nominal && nominal.name == no_index && names_a_trade(chunk) &&
        nominal.head > nominal.first) {
        const std::uint32_t name = mentions_.name_at(nominal.head - 1);
        if (const std::uint32_t inner = name == no_index ? no_index : party_of_name(name);
            inner != no_index) {
            note_noun(nominal.head, inner);  // "the Zephra magazine"
        }
    }
    const std::uint32_t party = named_party(chunk);
    if (party == no_index) {
        return;
    }
    const std::uint32_t first = mentions_.name(chunks[chunk].name).first;
    if (first > chunks[chunk].first) {
        note_noun(first - 1, party);
    }
    const bool is_named_so = chunk >= 4 && clauses_.word(chunks[chunk - 1].head) == "of" &&
                             clauses_.word(chunks[chunk - 2].head) == "name" &&
                             chunks[chunk - 4].kind == ChunkKind::nominal;
    if (is_named_so) {
        note_noun(chunks[chunk - 4].head, party);  // "a troll by the name of Zephra"
    }
    const bool has_apposition =
        chunk + 2 < chunks.size() && chunks[chunk + 1].kind == ChunkKind::comma &&
        chunks[chunk + 2].kind == ChunkKind::nominal && chunks[chunk + 2].name == no_index &&
        clauses_.has(chunks[chunk + 2].first, classes_of(WordClass::determiner));
    if (has_apposition) {
        note_noun(chunks[chunk + 2].head, party);
    }
}

Coreference::Stranger Coreference::stranger_of(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.name != no_index || nominal.is_pronoun) {
        return Stranger::none;
    }
    if (clauses_.has(nominal.head, classes_of(WordClass::company_noun, WordClass::unit_noun,
                                              WordClass::public_noun))) {
        return Stranger::body;
    }
    return clauses_.has(nominal.head, classes_of(WordClass::group)) ? Stranger::people
                                                                    : Stranger::none;
}

bool Coreference::may_be_stranger(Wanted wanted) const {
    return (stranger_ == Stranger::body && wanted != Wanted::person) ||
           (stranger_ == Stranger::people && wanted != Wanted::thing);
}

/// Who the subject of a sentence is, be it named or referred to.
std::uint32_t Coreference::referent(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.name != no_index) {
        return named_party(chunk);
    }
    if (nominal.is_pronoun) {
        return resolve(chunk, {});
    }
    if (clauses_.word(nominal.first) != "the") {
        return no_index;
    }
    const std::uint32_t told = described_before(chunk, {});
    const bool is_company = clauses_.has(nominal.head, classes_of(WordClass::company_noun));
    return told == no_index && is_company ? resolve(chunk, {}) : told;
}

std::uint32_t Coreference::only_company(std::uint32_t chunk,
                                        const std::vector<std::uint32_t>& excluded) const {
    std::vector<std::uint32_t> found = parties_before(chunk);
    std::erase_if(found, [&](std::uint32_t party) {
        return !suits(party, Wanted::company) ||
               std::find(excluded.begin(), excluded.end(), party) != excluded.end();
    });
    return found.size() == 1 ? found.front() : no_index;
}

std::uint32_t Coreference::only_person(const std::vector<std::uint32_t>& excluded) const {
    const auto end = static_cast<std::uint32_t>(clauses_.chunks().size());
    std::vector<std::uint32_t> found = parties_before(end);
    std::erase_if(found, [&](std::uint32_t party) {
        return mentions_.entity(party).party_kind != PartyKind::person ||
               std::find(excluded.begin(), excluded.end(), party) != excluded.end();
    });
    return found.size() == 1 ? found.front() : no_index;
}

/// "It is the third merger that the agency has blocked": "it" is nobody.
bool Coreference::is_pleonastic(std::uint32_t verb) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    return verb > 0 && !chunks[verb].is_passive && chunks[verb - 1].is_pronoun &&
           clauses_.word(chunks[verb - 1].head) == "it" &&
           clauses_.has(chunks[verb].head, classes_of(WordClass::be));
}

/// Who "the department" is; no_index if no public body is told by such a noun here.
std::uint32_t Coreference::public_body_at(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    const bool is_body = nominal.kind == ChunkKind::nominal && nominal.name == no_index &&
                         !nominal.is_pronoun && clauses_.word(nominal.first) == "the" &&
                         clauses_.has(nominal.head, classes_of(WordClass::public_noun));
    return is_body ? resolve(chunk, {}) : no_index;
}

/// "Zephra Inc. said", "Zephra Inc., a maker of X, today announced"
bool Coreference::announces(std::uint32_t party) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        if (chunks[i].kind == ChunkKind::verb) {
            const std::vector<std::uint32_t> subjects = clauses_.clause_of(i).subjects;
            return clauses_.has(chunks[i].head, classes_of(WordClass::speech)) &&
                   subjects.size() == 1 && named_party(subjects.front()) == party &&
                   suits(party, Wanted::company);
        }
    }
    return false;
}

void Coreference::finish_sentence(std::uint32_t sued) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    std::uint32_t first = no_index;
    std::uint32_t subject = no_index;
    Stranger stranger = Stranger::none;
    acting_.clear();
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        if (chunks[i].kind == ChunkKind::verb && !is_pleonastic(i)) {
            for (const std::uint32_t candidate : clauses_.clause_of(i).subjects) {
                if (const std::uint32_t named = named_party(candidate); named != no_index) {
                    acting_.push_back(named);
                }
                subject = subject == no_index ? referent(candidate) : subject;
                stranger = subject == no_index && stranger == Stranger::none
                               ? stranger_of(candidate)
                               : stranger;
            }
        }
    }
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        note_description(i);
        std::vector<std::uint32_t> told = parties_in(i);
        if (const std::uint32_t body = public_body_at(i); body != no_index) {
            told.push_back(body);
        }
        for (const std::uint32_t party : told) {
            first = first == no_index ? party : first;
            std::erase(recent_, party);
            recent_.push_back(party);
        }
    }
    has_subject_ = subject != no_index;
    sued_ = sued == no_index ? sued_ : sued;
    if (announcer_ == no_index && has_subject_ && announces(subject)) {
        announcer_ = subject;
    }
    last_subject_ = subject != no_index ? subject : first != no_index ? first : last_subject_;
    stranger_ = subject == no_index ? stranger : Stranger::none;
}

}  // namespace litigraph::ingest::detail
