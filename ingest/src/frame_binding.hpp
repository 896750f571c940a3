/// \file
/// Whether a clause says what a frame says: which phrases stand in the frame's places.
#pragma once

#include "clauses.hpp"
#include "frames.hpp"
#include "mentions.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace litigraph::ingest::detail {

/// Chunks in the places of a frame. Places that the clause leaves open are empty.
struct Binding {
    std::vector<std::uint32_t> plaintiffs;
    std::vector<std::uint32_t> defendants;
    std::vector<std::uint32_t> both;
    std::vector<std::uint32_t> either;     ///< On the side that the suit leaves open.
    std::uint32_t suit = no_index;         ///< Chunk of the legal noun.
    std::uint32_t owner_from = no_index;   ///< The defendant is whose thing is named from here on.
    std::uint32_t holder_from = no_index;  ///< Likewise the plaintiff.
    std::uint32_t last = 0;                ///< Last chunk that was bound.
};

/// 0: no legal noun; 1: a weak one ("complaint"); 2: a proceeding for certain.
int suit_strength(const ClauseReader& clauses, std::uint32_t chunk);

/// Binds frames to clauses whatever the voice. Knows nothing of the article but the sentence.
class FrameBinder {
  public:
    /// `by`: entry of that preposition.
    FrameBinder(const ClauseReader& clauses, const Mentions& mentions, std::uint32_t by)
        : clauses_(clauses), mentions_(mentions), by_(by) {}

    /// Nothing if the clause does not fit. O(complements).
    std::optional<Binding> bind(const Frame& frame, const Clause& clause) const;

  private:
    struct Sides {
        std::vector<std::uint32_t> subject;
        std::vector<std::uint32_t> object;
    };

    std::optional<Sides> sides_of(const Frame& frame, const Clause& clause) const;
    bool is_read_as_passive(const Frame& frame, const Clause& clause) const;
    bool fits(Slot slot, std::uint32_t chunk) const;
    bool is_by(const Complements& complement) const { return complement.preposition == by_; }
    Clause clause_of_allegation(const Clause& clause) const;
    std::uint32_t suit_of_side(std::uint32_t side) const;
    void unwrap(std::vector<std::uint32_t>& nominals) const;
    bool is_of_other_verb(const Clause& clause, const Complements& complement) const;
    bool is_sued(std::uint32_t chunk) const;
    bool is_court_before(std::uint32_t chunk) const;
    bool is_authority(std::uint32_t chunk) const;
    bool fits_sides(const Frame& frame, const Sides& sides) const;
    bool bind_complement(const Complement& wanted, const Clause& clause, Binding& binding) const;
    std::uint32_t suit_before(std::uint32_t verb) const;
    static void put(Slot slot, const std::vector<std::uint32_t>& chunks, Binding& binding);

    const ClauseReader& clauses_;
    const Mentions& mentions_;
    std::uint32_t by_;
};

}  // namespace litigraph::ingest::detail
