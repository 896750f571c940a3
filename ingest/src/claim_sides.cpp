#include "claims.hpp"

// What a sentence tells of the sides of a case without a verb of filing: titles ("plaintiff X"),
// disputes, members of a group that sues, and whom a suit blames that is told as a source.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

/// "The plaintiffs in the case, X and Y, work there": told of nobody else in the sentence, X and Y
/// belong to the case spoken of.
void ClaimReader::read_side(std::uint32_t chunk) {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.kind != ChunkKind::nominal || nominal.name != no_index ||
        !clauses_.has(nominal.head, classes_of(accuser, accused))) {
        return;
    }
    const Parties told = parties_.read({chunk});
    const bool is_known = std::ranges::any_of(claims_, [&](const Claim& claim) {
        return std::ranges::any_of(told, [&](std::uint32_t party) {
            return contains(claim.plaintiffs, party) || contains(claim.defendants, party);
        });
    });
    if (told.empty() || is_known) {
        return;
    }
    Claim claim = claim_at(chunk, chunk, nominal.head);
    (clauses_.has(nominal.head, classes_of(accuser)) ? claim.plaintiffs : claim.defendants) = told;
    claim.act = Act::sues;
    claim.is_definite = true;
    claim.adds = true;
    claim.rule = "titled-party";
    claims_.push_back(std::move(claim));
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
            read_side(i);
            continue;
        }
        Claim claim = claim_at(is_apposition ? i - 2 : i, i, nominal.head);
        Parties& side =
            clauses_.has(title, classes_of(accuser)) ? claim.plaintiffs : claim.defendants;
        const bool are_several = !is_apposition && clauses_.word(title).ends_with('s');
        std::vector<std::uint32_t> titled =
            are_several ? clauses_.coordinated_after(i)
                        : std::vector<std::uint32_t>{is_apposition ? i - 2 : i};
        const std::uint32_t last = titled.back();
        if (are_several && last + 2 < clauses_.chunks().size() &&
            clauses_.chunks()[last + 1].kind == ChunkKind::conjunction &&
            clauses_.chunks()[last + 2].name != no_index) {
            titled.push_back(last + 2);  // "Plaintiffs X and Y are": no clause begins with Y
        }
        side = parties_.read(titled);
        claim.act = Act::sues;
        claim.is_definite = true;
        claim.adds = true;
        claim.rule = "titled-party";
        if (!side.empty()) {
            claims_.push_back(std::move(claim));
        }
    }
}

/// "the battle between X and Y", "X's feud with Y", "an injunction against Y": who sued is not
/// told.
void ClaimReader::read_dispute(std::uint32_t chunk) {
    const Chunk& nominal = clauses_.chunks()[chunk];
    const bool is_dispute = clauses_.has(nominal.head, classes_of(undirected));
    if (nominal.kind != ChunkKind::nominal || nominal.name != no_index ||
        !(is_dispute || clauses_.has(nominal.head, classes_of(outcome)))) {
        return;
    }
    for (const Complements& complement : clauses_.complements_after(chunk, true)) {
        const std::string_view preposition = tables_.words[complement.preposition].text;
        const bool is_between = is_dispute && preposition == "between";
        const bool is_with = is_dispute && preposition == "with";
        if (!is_between && !is_with && preposition != "against") {
            continue;
        }
        Parties told = parties_.read(complement.nominals);
        if (!is_between) {
            const std::uint32_t premodifier = parties_.premodifier(chunk);
            add_all(told, nominal.possessor != no_index ? parties_.read({nominal.possessor})
                          : premodifier != no_index     ? Parties{premodifier}
                                                        : parties_.acting_before(chunk));
        }
        if (told.size() == 2) {
            Claim claim = claim_at(chunk, complement.nominals.back(), nominal.head);
            claim.both = told;
            claim.rule = "dispute";
            claims_.push_back(std::move(claim));
        }
        return;
    }
}

/// "Two of the officers, X and Y, were demoted": X and Y sue if it is officers who sue.
void ClaimReader::read_members(std::uint32_t chunk) {
    const Parties members = parties_.members_of(chunk);
    if (!members.empty()) {
        const Chunk& nominal = clauses_.chunks()[chunk];
        Claim claim = claim_at(chunk, chunk, nominal.head);
        claim.either = members;
        claim.group = document_.bytes(document_.tokens[nominal.head]);
        claim.rule = "member";
        claims_.push_back(std::move(claim));
    }
}

/// "According to a suit by X, Y stole its secrets": Y, unless a person, is guessed to be sued.
void ClaimReader::accuse_by_source(Suit& suit) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_source = suit.chunk >= 1 && suit.chunk <= 2 &&
                           clauses_.word(chunks[0].first) == "according" &&
                           clauses_.word(chunks[suit.chunk - 1].head) == "to";
    if (!is_source || suit.plaintiffs.empty() || !suit.defendants.empty()) {
        return;
    }
    std::uint32_t comma = suit.chunk + 1;
    while (comma < chunks.size() && chunks[comma].kind != ChunkKind::comma) {
        ++comma;
    }
    if (comma + 2 >= chunks.size() || chunks[comma + 1].name == no_index ||
        chunks[comma + 1].is_possessive || chunks[comma + 2].kind != ChunkKind::verb ||
        chunks[comma + 2].is_passive) {
        return;
    }
    Parties told = parties_.read({comma + 1}, suit.plaintiffs);
    std::erase_if(told, [&](std::uint32_t party) {
        return mentions_.entity(party).party_kind == PartyKind::person;
    });
    suit.guesses_defendants = !told.empty();
    suit.defendants = std::move(told);
}

}  // namespace litigraph::ingest::detail
