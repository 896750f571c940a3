/// \file
/// Which case a place in the text speaks of.
#pragma once

#include "case_draft.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace litigraph::ingest::detail {

/// Made once an article, when its cases are known.
class CasePositions {
  public:
    explicit CasePositions(const Reading& reading);

    /// Position of the draft that the byte in the sentence speaks of: the mention nearest to it,
    /// those before it preferred; without one in the sentence, the case spoken of last, or first in
    /// a headline. A draft that lacks a side stands for the one full draft that shares its other
    /// side, a headline's for the first that does or else the only full draft; one with both sides
    /// ("Publishers sue AI firm") for the only other if the text below names none of its parties.
    /// O(mentions).
    std::optional<std::size_t> case_at(std::uint32_t sentence, std::uint32_t byte) const;

    /// The same, and before the first mention the case that is spoken of soon after.
    std::optional<std::size_t> case_near(std::uint32_t sentence, std::uint32_t byte) const;

    /// Other drafts that the sentence speaks of with the same word: "trade lawsuits".
    std::vector<std::size_t> twins_of(std::size_t draft, std::uint32_t sentence) const;

    /// The draft that this one stands for: itself unless it lacks a side.
    std::size_t whole(std::size_t draft) const { return full_draft_[draft]; }

    /// Whether the sentence itself speaks of a case.
    bool has_mention(std::uint32_t sentence) const;

    /// Whether case_at can give a case anywhere in the sentence.
    bool may_speak_of_case(std::uint32_t sentence) const;

  private:
    struct Mention {
        std::uint32_t sentence = 0;
        std::uint32_t anchor = 0;
        std::size_t draft = 0;
    };

    std::optional<std::size_t> nearest(std::uint32_t sentence, std::uint32_t byte) const;
    std::optional<std::size_t> last_before(std::uint32_t sentence) const;

    std::size_t full_draft(std::size_t draft) const;
    bool is_in_headline(const CaseDraft& draft) const;
    bool is_named_below(const CaseObservation& told) const;
    bool is_filing_for_another(const CaseDraft& draft) const;

    const Reading& reading_;
    std::vector<Mention> mentions_;        ///< In text order.
    std::vector<std::size_t> full_draft_;  ///< By draft: the draft that it stands for.
};

}  // namespace litigraph::ingest::detail
