/// \file
/// Offices that sue for a state or a city: attorneys general, city attorneys, "the town of X".
#pragma once

#include "clauses.hpp"
#include "mentions.hpp"

#include <cstdint>
#include <unordered_map>

namespace litigraph::ingest::detail {

class Principals {
  public:
    /// Finds the states of attorneys general wherever the article tells them: "Ohio Attorney
    /// General Jane Roe", "Ohio's Attorney General Jane Roe". O(names).
    Principals(const Document& document, const ClauseReader& clauses, Mentions& mentions);

    /// The state that this person is the attorney general of; no_index if none is told.
    std::uint32_t state_of(std::uint32_t person) const;

    /// For whom "the Attorney General", "the Ohio Attorney General" and their offices sue; no_index
    /// if the nominal is none of them or the text leaves it open.
    std::uint32_t of(const Chunk& nominal) const;

    /// "Oakmere" for "the town of Oakmere" and "Oakmere's city attorney"; no_index if none is told.
    std::uint32_t governed_place(std::uint32_t chunk);

  private:
    const Document& document_;
    const ClauseReader& clauses_;
    Mentions& mentions_;
    std::unordered_map<std::uint32_t, std::uint32_t> states_;  ///< Of attorneys general.
};

}  // namespace litigraph::ingest::detail
