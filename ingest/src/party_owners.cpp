#include "party_reader.hpp"

#include <algorithm>

// Parties told by what is theirs: "imports of X's rings", "its suit", "the X maker", "lawyers for
// X".

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

Parties PartyReader::owner_by_pronoun(std::uint32_t chunk) const {
    if (!clauses_.has(clauses_.chunks()[chunk].first, classes_of(possessive))) {
        return {};
    }
    const std::uint32_t owner = coreference_.resolve(chunk, {});
    return owner == no_index ? Parties{} : Parties{owner};
}

Parties PartyReader::owner_from(std::uint32_t chunk, const Parties& excluded) {
    constexpr std::size_t reach = 7;  // chunks: "imports of batteries from X's"
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const std::size_t end = std::min(chunks.size(), chunk + reach);
    for (std::uint32_t i = chunk; i < end && chunks[i].kind != ChunkKind::stop; ++i) {
        if (chunks[i].kind != ChunkKind::nominal) {
            continue;
        }
        if (clauses_.has(chunks[i].head, classes_of(suit, weak_suit))) {
            return {};  // "to block review of X's claim"
        }
        const bool is_own = clauses_.has(chunks[i].first, classes_of(possessive));
        Parties owners = chunks[i].possessor != no_index ? read({chunks[i].possessor}, excluded)
                         : is_own ? Parties{}  // "to rule that its Zephra shoes differ"
                                  : maker_of(i, excluded);
        const bool joined = i + 2 < chunks.size() && chunks[i + 1].kind == ChunkKind::conjunction &&
                            chunks[i + 2].is_possessive && chunks[i + 2].name != no_index;
        if (joined) {
            add_all(owners, read({i + 2}, excluded));  // "X's phones and Y's tablets"
        }
        if (!owners.empty()) {
            return owners;
        }
    }
    return {};
}

Parties PartyReader::holder_from(std::uint32_t chunk, const Parties& excluded) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    for (std::uint32_t i = chunk; i < chunks.size() && chunks[i].kind != ChunkKind::stop; ++i) {
        const bool is_right = chunks[i].kind == ChunkKind::nominal &&
                              (clauses_.has(chunks[i].head, classes_of(right)) ||
                               clauses_.modifier_has(chunks[i], classes_of(right)));
        if (is_right && chunks[i].possessor != no_index) {
            return read({chunks[i].possessor}, excluded);
        }
    }
    return {};
}

/// "Zephra" for "Zephra phones" and "phones made by Zephra".
Parties PartyReader::maker_of(std::uint32_t chunk, const Parties& excluded) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_made = chunk + 3 < chunks.size() && chunks[chunk + 1].kind == ChunkKind::verb &&
                         chunks[chunk + 1].is_participle &&
                         clauses_.word(chunks[chunk + 2].head) == "by" &&
                         chunks[chunk + 3].kind == ChunkKind::nominal;
    if (is_made) {
        return read(clauses_.coordinated_after(chunk + 3), excluded);
    }
    const std::uint32_t maker = chunks[chunk].name == no_index ? premodifier(chunk) : no_index;
    return maker == no_index || contains(excluded, maker) ? Parties{} : Parties{maker};
}

/// "New York's attorney general" sues for New York, "Zephra's lawyers" and "Zephra lawyers" speak
/// for Zephra.
bool PartyReader::acts_for_owner(std::uint32_t chunk) const {
    const Chunk& nominal = clauses_.chunks()[chunk];
    if (nominal.name != no_index) {
        return false;
    }
    const std::string_view head = clauses_.word(nominal.head);
    const bool is_counsel =
        head == "lawyers" || head == "lawyer" || head == "attorneys" || head == "attorney";
    const bool is_attorney_general = head == "general" && nominal.head > nominal.first &&
                                     clauses_.word(nominal.head - 1) == "attorney";
    return nominal.possessor != no_index ? is_counsel || is_attorney_general
                                         : is_counsel && premodifier(chunk) != no_index;
}

/// "X" in "lawyers for X"; no_index if nobody's lawyers are told so.
std::uint32_t PartyReader::client_after(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const std::string_view head = clauses_.word(chunks[chunk].head);
    const bool are_counsel = chunks[chunk].name == no_index && chunk + 2 < chunks.size() &&
                             (head == "lawyers" || head == "attorneys") &&
                             clauses_.word(chunks[chunk + 1].head) == "for" &&
                             chunks[chunk + 2].kind == ChunkKind::nominal;
    return are_counsel ? chunk + 2 : no_index;
}

}  // namespace litigraph::ingest::detail
