#include "coreference.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

Coreference::Coreference(const ClauseReader& clauses, const Mentions& mentions)
    : clauses_(clauses), mentions_(mentions) {}

std::uint32_t Coreference::named_party(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.kind != ChunkKind::nominal || nominal.name == no_index) {
        return no_index;
    }
    const std::uint32_t entity = mentions_.name(nominal.name).entity;
    const bool is_company = mentions_.entity(entity).kind == NameKind::company ||
                            mentions_.entity(entity).kind == NameKind::agency;
    return is_company ? entity : no_index;
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
    return clauses_.has(nominal.head, classes_of(WordClass::public_noun)) ? Wanted::public_body
                                                                          : Wanted::thing;
}

bool Coreference::suits(std::uint32_t entity, Wanted wanted) const {
    const Entity& known = mentions_.entity(entity);
    switch (wanted) {
        case Wanted::nobody:
            return false;
        case Wanted::thing:
            return known.party_kind != PartyKind::person;
        case Wanted::person:
            return known.party_kind == PartyKind::person ||
                   (known.party_kind == PartyKind::unknown &&
                    known.key.find(' ') != std::string::npos);
        case Wanted::public_body:
            return known.kind == NameKind::agency || known.kind == NameKind::government;
        case Wanted::anybody:
            return true;
    }
    return false;
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

std::uint32_t Coreference::resolve(std::uint32_t chunk,
                                   const std::vector<std::uint32_t>& excluded) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Wanted wanted = wanted_by(chunk);
    const auto is_free = [&](std::uint32_t entity) {
        return entity != no_index && suits(entity, wanted) &&
               std::find(excluded.begin(), excluded.end(), entity) == excluded.end();
    };
    if (chunk == 1 && chunks[0].kind == ChunkKind::preposition && is_free(subject_after(chunk))) {
        return subject_after(chunk);
    }
    for (std::uint32_t i = chunk; i > 0; --i) {
        if (chunks[i - 1].kind != ChunkKind::verb) {
            continue;
        }
        for (const std::uint32_t subject : clauses_.clause_of(i - 1).subjects) {
            if (subject < chunk && is_free(named_party(subject))) {
                return named_party(subject);
            }
        }
    }
    for (std::uint32_t i = chunk; i > 0; --i) {
        if (is_free(named_party(i - 1))) {
            return named_party(i - 1);
        }
    }
    if (is_free(last_subject_)) {
        return last_subject_;
    }
    const auto found = std::find_if(recent_.rbegin(), recent_.rend(), is_free);
    return found == recent_.rend() ? no_index : *found;
}

void Coreference::finish_sentence() {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    std::uint32_t first = no_index;
    std::uint32_t subject = no_index;
    for (std::uint32_t i = 0; i < chunks.size(); ++i) {
        const std::uint32_t party = named_party(i);
        if (party != no_index) {
            first = first == no_index ? party : first;
            std::erase(recent_, party);
            recent_.push_back(party);
        }
        if (chunks[i].kind == ChunkKind::verb && subject == no_index) {
            for (const std::uint32_t candidate : clauses_.clause_of(i).subjects) {
                subject = subject == no_index ? named_party(candidate) : subject;
            }
        }
    }
    last_subject_ = subject != no_index ? subject : first != no_index ? first : last_subject_;
}

}  // namespace litigraph::ingest::detail
