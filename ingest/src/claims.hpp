/// \file
/// From clauses to claims: which frame a sentence fits, and who stands in its places.
#pragma once

#include "claim.hpp"
#include "clauses.hpp"
#include "frame_binding.hpp"
#include "mentions.hpp"
#include "party_reader.hpp"
#include "tables.hpp"

#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

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
        Parties plaintiffs;
        Parties defendants;
        Parties clients;  ///< "on behalf of X"
        Parties either;   ///< On the side that stays open.
        Mood mood = Mood::actual;
        Act act = Act::mentions;
        CaseStatus status = CaseStatus::filed;
        bool framed = false;  ///< A frame of filing holds it.
        bool possessed = false;
        bool is_by_lawyers = false;  ///< "brought by X and other attorneys"
        bool adds = false;
        bool guesses_defendants = false;
        bool answers = false;  ///< Told as an answer: "retaliated by filing a suit".
        std::string_view rule = "nominal-suit";
    };

    struct Sides {
        Parties plaintiffs;
        Parties defendants;
    };

    std::uint32_t only_sued() const;
    void mark_suit_pronoun();
    bool suit_can(const Clause& clause) const;
    bool takes_suit(const Clause& clause) const;
    void find_suits();
    Parties accused_after(std::uint32_t verb);
    Parties accused_before(const Clause& clause);
    Sides sides_of(const Clause& clause, const Binding& binding, const Parties& known_plaintiffs);
    void read_nominal_parties(Suit& suit);
    void place_premodifier(Suit& suit);
    static void place_either(Suit& suit);
    void read_titles();
    void read_side(std::uint32_t chunk);
    void read_dispute(std::uint32_t chunk);
    void read_members(std::uint32_t chunk);
    void accuse_by_source(Suit& suit);
    Suit* suit_at(std::uint32_t chunk);
    bool is_beyond_suit(std::uint32_t suit, std::uint32_t preposition) const;
    bool is_of_other_suit(std::uint32_t suit, std::uint32_t preposition) const;
    bool is_of_other_verb(std::uint32_t nominal, std::uint32_t preposition) const;
    bool is_reference(const std::vector<std::uint32_t>& chunks) const;
    bool is_within_suit(const Clause& clause) const;
    bool is_said_too(const Clause& clause) const;
    bool sues_itself(const std::vector<std::uint32_t>& chunks, const Parties& parties) const;
    Parties clients_of(const Clause& clause);
    bool is_behalf(std::uint32_t preposition) const;
    bool is_counsel(std::uint32_t entity) const;
    void put_clients(Suit& suit) const;
    bool is_prosecution(const Binding& binding) const;
    void match_verbs();
    bool apply(const Frame& frame, const Clause& clause, const Binding& binding);
    bool apply_to_verb(const Frame& frame, const Clause& clause, const Binding& binding);
    bool apply_both(const Frame& frame, const Clause& clause, const Binding& binding);
    void apply_to_suit(const Frame& frame, const Clause& clause, const Binding& binding,
                       Suit& suit);
    void add_claim(const Frame& frame, const Clause& clause, const Binding& binding,
                   const Parties& plaintiffs, const Parties& defendants);
    void complete(const Frame& frame, const Binding& binding, const Parties& defendants,
                  Suit& suit) const;
    void add_plaintiffs(const Frame& frame, Parties& plaintiffs, Suit& suit) const;
    static void guess_accused(Parties accused, const Parties& plaintiffs, Suit& suit);
    bool is_reciprocal(const Clause& clause) const;
    bool is_answering(const Clause& clause) const;
    bool is_vague(const Suit& suit, const Parties& defendants, const Clause& clause,
                  const Frame& frame) const;
    bool is_hypothetical(const Suit& suit) const;
    bool is_definite(const Suit& suit) const;
    bool is_bare(const Suit& suit) const;
    bool says_nothing(const Suit& suit, bool is_definite) const;
    void emit(Suit& suit);
    void mark_kind(const Suit& suit, Claim& claim) const;
    Claim claim_at(std::uint32_t first_chunk, std::uint32_t last_chunk,
                   std::uint32_t head_token) const;

    const Document& document_;
    const Lexicon::Tables& tables_;
    const Mentions& mentions_;
    ClauseReader clauses_;
    PartyReader parties_;
    FrameBinder binder_;
    std::uint32_t sentence_ = 0;
    bool subject_is_suit_ = false;  ///< In the last sentence that has a single subject.
    bool has_suit_ = false;         ///< The last sentence tells that a suit was filed.
    std::vector<Suit> suits_;
    std::vector<Claim> claims_;
};

}  // namespace litigraph::ingest::detail
