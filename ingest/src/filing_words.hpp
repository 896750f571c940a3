/// \file
/// Which words of a sentence tell when and where a case was filed, and which tell of something
/// else: reports, rulings and purchases are dated and placed too.
#pragma once

#include "case_draft.hpp"
#include "folded_words.hpp"
#include "word_table.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace litigraph::ingest::detail {

/// The verbs of one sentence, and which of them tell of the filing of one case. A time or place
/// belongs to the nearest verb on its left ("filed on Monday"), else to the first on its right ("on
/// Monday filed"), unless the two adjoin.
class FilingWords {
  public:
    FilingWords(const Reading& reading, std::uint32_t sentence, std::size_t draft,
                const FoldedWords& words)
        : reading_(reading), sentence_(sentence), draft_(draft), words_(words) {}

    /// Whether the time told by these bytes of the sentence is that of the filing.
    bool own_time(Span time) const;

    /// Whether the words tell nothing but when it was: "the suit was filed on Friday". What else is
    /// told of the filing may be dated by its report.
    bool record_time(Span time) const;

    /// First byte of the suit that the time stands before: "March lawsuit".
    std::optional<std::uint32_t> suit_after(Span time) const;

    /// Whether the court named by these bytes of the sentence is the one filed in.
    bool own_place(Span place) const;

    /// Whether the court named by these bytes is one that a case was moved to.
    bool move_to(Span place) const;

    /// Whether the sentence speaks of "another suit" or "two suits", and no words of the case stand
    /// in it.
    bool tell_of_other_suits() const;

  private:
    std::uint32_t at(std::size_t i) const {
        return reading_.document.sentences[sentence_].begin + words_[i].begin;
    }
    /// The first word that begins at the byte or later.
    std::size_t word_at(std::uint32_t byte) const;

    /// The noun of a phrase that begins here with words for rights and their breach.
    std::size_t noun_after(std::size_t i) const;

    WordClasses classes_at(std::size_t i) const;
    /// The base form, if the word is a verb.
    std::string_view lemma_at(std::size_t i) const;
    bool is_anchor(std::size_t i) const;
    bool leads_to_anchor(std::size_t verb) const;
    bool is_in_mention(std::size_t i) const;
    bool has_case() const;
    bool is_suit(std::size_t i) const;
    bool is_this_suit(std::size_t noun) const;
    bool is_done_by_plaintiff(std::size_t verb) const;
    bool asks_court(std::size_t verb) const;
    bool tells_filing(std::size_t i) const;
    bool is_noun_of_filing(std::size_t i) const;
    bool files_suit(std::size_t verb) const;
    bool may_own(std::size_t i) const;
    bool is_speech_of_suing(std::size_t verb, std::size_t after) const;
    bool announces_suit(std::size_t verb) const;
    bool opens_clause_of_filing(std::size_t after) const;
    std::size_t joined_to(std::size_t verb) const;

    const Reading& reading_;
    std::uint32_t sentence_;
    std::size_t draft_;
    const FoldedWords& words_;
};

}  // namespace litigraph::ingest::detail
