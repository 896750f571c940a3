/// \file
/// From clauses to claims: which frame a sentence fits, and who stands in its places.
#pragma once

#include "clauses.hpp"
#include "coreference.hpp"
#include "frames.hpp"
#include "mentions.hpp"
#include "tables.hpp"
#include <litigraph/graph/observation.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// One place that says something of a proceeding. Parties are entities of Mentions; a side that
/// the words leave open is empty.
struct Claim {
    std::uint32_t sentence = 0;
    Span clause;
    std::uint32_t anchor = 0;  ///< First byte of the verb or legal noun.
    std::vector<std::uint32_t> plaintiffs;
    std::vector<std::uint32_t> defendants;
    std::vector<std::uint32_t> both;  ///< Adverse parties whose direction is not told.
    Act act = Act::mentions;
    CaseStatus status = CaseStatus::filed;
    Mood mood = Mood::actual;
    bool is_definite = false;   ///< "the suit": a case spoken of before.
    bool is_another = false;    ///< "another suit": not the one spoken of before.
    bool is_answered = false;   ///< "in response to a suit by X": what is spoken of answers it.
    bool is_counter = false;    ///< Named a countersuit or counterclaim.
    bool tells_filing = false;  ///< A frame of filing fired.
    bool is_plural = false;     ///< "lawsuits"
    std::string_view rule;
};

/// Reads the claims of one sentence after the other; keeps what pronouns may refer to.
class ClaimReader {
  public:
    ClaimReader(const Document& document, const Lexicon::Tables& tables, Mentions& mentions);

    /// Claims of the sentence, in text order.
    std::vector<Claim> read(std::uint32_t sentence);

    const ClauseReader& clauses() const { return clauses_; }

  private:
    /// A legal noun and what is known of its proceeding.
    struct Suit {
        std::uint32_t chunk = 0;
        int strength = 0;
        std::vector<std::uint32_t> plaintiffs;
        std::vector<std::uint32_t> defendants;
        Mood mood = Mood::actual;
        Act act = Act::mentions;
        CaseStatus status = CaseStatus::filed;
        bool framed = false;  ///< A frame of filing holds it.
        bool possessed = false;
        std::string_view rule = "nominal-suit";
    };

    void find_suits();
    void read_nominal_parties(Suit& suit);
    void place_premodifier(Suit& suit);
    std::uint32_t premodifier(const Suit& suit) const;
    std::uint32_t described(std::uint32_t index);
    bool is_plural(const Chunk& nominal) const;
    std::uint32_t named_unit(std::uint32_t index) const;
    std::uint32_t name_in_apposition(std::uint32_t index) const;
    std::vector<std::uint32_t> parties_before(std::uint32_t chunk);
    std::uint32_t suit_before(std::uint32_t chunk) const;
    std::uint32_t phrase_inside(std::uint32_t index) const;
    std::vector<std::uint32_t> only_other_party(const std::vector<std::uint32_t>& known) const;
    bool is_counter(const Suit& suit) const;
    bool is_reciprocal(const std::vector<std::uint32_t>& objects) const;
    bool is_precedent(std::uint32_t first, std::uint32_t token) const;
    bool add_mutual(const Frame& frame, const Clause& clause);
    void match_verbs();
    bool match(const Frame& frame, const Clause& clause);
    bool fits(Slot slot, std::uint32_t chunk) const;
    Suit* suit_at(std::uint32_t chunk);
    int suit_strength(std::uint32_t chunk) const;
    void emit(Suit& suit);
    void read_captions(std::uint32_t sentence);
    std::vector<std::uint32_t> parties(const std::vector<std::uint32_t>& chunks,
                                       const std::vector<std::uint32_t>& excluded = {});
    Claim claim_at(std::uint32_t first_chunk, std::uint32_t last_chunk,
                   std::uint32_t head_token) const;
    bool is_governed_by_plan(std::uint32_t chunk) const;

    const Document& document_;
    const Lexicon::Tables& tables_;
    Mentions& mentions_;
    ClauseReader clauses_;
    Coreference coreference_;
    std::uint32_t sentence_ = 0;
    std::vector<Suit> suits_;
    std::vector<Claim> claims_;
};

}  // namespace litigraph::ingest::detail
