/// \file
/// What a sentence says a dispute is about: noun phrases joined to a right, a proceeding or an act
/// of infringement. The vocabulary is open; the taxonomy names the terms it knows.
#pragma once

#include "folded_words.hpp"
#include "subject_phrases.hpp"
#include "tables.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// Where a subject stands; what it is taken for depends on it.
enum class SubjectPlace : std::uint8_t {
    right,       ///< "patents on X"
    suit,        ///< "sued over X"
    wrong,       ///< "copying X", "X infringes"
    act,         ///< "selling X": told of many things.
    made,        ///< "the maker of X"
    allegation,  ///< "alleges that ... X", where X is a term of the taxonomy or a product.
    content,     ///< The same for any other thing.
    telling      ///< Anywhere: a term or a product.
};

/// The name of the rule, for evidence: "subject-of-right".
std::string_view rule_of(SubjectPlace place);

struct SubjectMention {
    std::uint32_t begin = 0;  ///< Byte offsets into the sentence: the subject's own words.
    std::uint32_t end = 0;
    std::uint32_t cue_begin = 0;  ///< The words that join it to the dispute.
    std::uint32_t cue_end = 0;
    SubjectPlace place = SubjectPlace::telling;
    std::string_view term;   ///< Id in the taxonomy; empty if it has none.
    bool is_known = false;   ///< A term or a product by its looks, not any noun.
    bool is_quoted = false;  ///< A name in quotation marks: a title or a mark.
};

/// In text order of their cues; one phrase may be found twice. O(words).
std::vector<SubjectMention> find_subjects(const FoldedWords& words, const Lexicon::Tables& tables,
                                          NamedSpans names);

}  // namespace litigraph::ingest::detail
