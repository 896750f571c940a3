/// \file
/// Courts and forums that a sentence mentions, and the court that a name means.
#pragma once

#include "court_phrase.hpp"
#include "folded_words.hpp"

#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

struct CourtMention {
    std::uint32_t begin = 0;  ///< Byte offsets into the sentence.
    std::uint32_t end = 0;
    CourtAnswer answer;
    /// A place after a word of filing ("filed in Mannheim"), no court is named.
    bool place_only = false;
    /// Words that name one court which the table lacks: "Bromley County Court".
    bool proper_name = false;
};

/// In text order, not overlapping. Regulators are none. A headquarters, an incorporation, a
/// dateline and a nationality are none: only words for courts, and places after words of filing,
/// count. O(words).
std::vector<CourtMention> find_courts(const FoldedWords& words, const CourtContext& context);
std::vector<CourtMention> find_courts(std::string_view sentence, const CourtContext& context);

/// The court with this name ("U S District Court M D Ala"), as dockets, reports and registers write
/// it, typing errors included. `region` is the state or country, if known from elsewhere; it
/// decides between courts of one name ("Fayette County Court of Common Pleas"). Empty if the text
/// names no known court. O(words).
CourtAnswer resolve_court(std::string_view name, std::string_view region = {},
                          const CourtTable& courts = CourtTable::built_in());

}  // namespace litigraph::ingest::detail
