/// \file
/// Where a name begins and ends, told by capitals and by what the article writes elsewhere.
#pragma once

#include "token_view.hpp"
#include "word_uses.hpp"

#include <cstdint>

namespace litigraph::ingest::detail {

/// What the capitals of a sentence are worth.
enum class CapitalStyle : std::uint8_t {
    sentence,  ///< Names and the first word are capitalised.
    title,     ///< "Court Backs Maker of Wipers": nearly all words are.
    capitals   ///< "COURT BACKS MAKER OF WIPERS"
};

CapitalStyle style_of(const TokenView& view, const Sentence& sentence);

/// Words that are in no name unless they link two of its words.
inline constexpr WordClasses closed = classes_of(
    WordClass::determiner, WordClass::possessive, WordClass::pronoun, WordClass::preposition,
    WordClass::conjunction, WordClass::modal, WordClass::be, WordClass::have, WordClass::do_,
    WordClass::negation, WordClass::relative, WordClass::conditional);
inline constexpr WordClasses never_name =
    closed | classes_of(WordClass::adverb, WordClass::time, WordClass::number);

class NameShapes {
  public:
    NameShapes(const TokenView& view, const WordUses& uses) : view_(view), uses_(uses) {}

    /// The name that begins at the token; empty if none does. O(tokens of the name).
    TokenRange read(std::uint32_t token, const Sentence& sentence, CapitalStyle style) const;

    /// Whether the name of the table goes on in the text: "Texas" in "Texas Air".
    bool goes_on(std::uint32_t token, const Sentence& sentence) const;

    /// Whether the word is never a name by itself.
    bool is_ordinary(std::uint32_t token) const;

    /// Whether the word can stand in no name.
    bool is_closed(std::uint32_t token) const;

  private:
    bool may_begin(std::uint32_t token, const Sentence& sentence, CapitalStyle style) const;
    bool begins_with_preposition(std::uint32_t token, const Sentence& sentence) const;
    bool are_people(std::uint32_t token) const;
    bool is_double_title(std::uint32_t token) const;
    bool is_name_of_title(std::uint32_t token, const Sentence& sentence) const;
    bool begins_with_day(std::uint32_t token, const Sentence& sentence) const;
    bool begins_sentence(std::uint32_t token, const Sentence& sentence) const;
    bool may_continue(std::uint32_t token, const Sentence& sentence, CapitalStyle style) const;
    bool is_office_of_person(std::uint32_t token, const Sentence& sentence) const;
    std::uint32_t step(TokenRange name, const Sentence& sentence, CapitalStyle style) const;
    bool is_branch(std::uint32_t token, const Sentence& sentence) const;
    bool ends_dateline(TokenRange name, const Sentence& sentence) const;
    std::uint32_t step_over_mark(TokenRange name, const Sentence& sentence) const;
    bool is_brand_of_owner(std::uint32_t mark, const Sentence& sentence) const;
    std::uint32_t end_of_brackets(std::uint32_t token, const Sentence& sentence) const;
    std::uint32_t end_of_partners(std::uint32_t token, const Sentence& sentence) const;
    bool holds_parenthesis(std::uint32_t mark, const Sentence& sentence) const;
    std::uint32_t step_over_small_word(TokenRange name, const Sentence& sentence) const;
    bool initials_follow(std::uint32_t first, std::uint32_t after, const Sentence& sentence) const;
    bool joins_pair(TokenRange left, std::uint32_t conjunction, const Sentence& sentence) const;
    std::uint32_t end_of_firm(std::uint32_t token, const Sentence& sentence) const;
    bool is_listed(std::uint32_t first, const Sentence& sentence) const;
    bool is_single_word(TokenRange name, const Sentence& sentence) const;
    bool stands_like_name(std::uint32_t token, const Sentence& sentence) const;
    bool is_taught(std::uint32_t token) const;

    const TokenView& view_;
    const WordUses& uses_;
};

}  // namespace litigraph::ingest::detail
