/// \file
/// What is known of an article while it is read: its text, its parties and the cases found so far.
/// Made by case assembly; the finders of courts, dates and technologies add to the drafts.
#pragma once

#include "text.hpp"
#include <litigraph/graph/observation.hpp>
#include <litigraph/ingest/article.hpp>
#include <litigraph/ingest/lexicon.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// A place where the text speaks of a case.
struct CaseMention {
    std::uint32_t sentence = 0;  ///< Index into Document::sentences.
    Span clause;                 ///< The words that speak of the case; within the sentence.
    std::uint32_t anchor = 0;    ///< First byte of its verb or legal noun ("sued", "lawsuit").
    /// Whether the mention tells of the case itself ("X sued Y", "a suit filed by X"); false for
    /// a mere reference ("the suit seeks ...").
    bool tells_filing = false;
};

struct CaseDraft {
    CaseObservation observation;
    std::vector<CaseMention> mentions;  ///< In text order; never empty.
    /// The draft of the same dispute in another court, from which this one was split.
    std::optional<std::size_t> twin_of;
};

/// One article on its way from bytes to observations.
struct Reading {
    const Article& article;
    const Lexicon::Tables& tables;
    Document document;
    std::vector<PartyObservation> parties;
    /// Spans that name a party of a case, a place, a court, a newspaper or the like, in text order:
    /// words of subjects are not looked for there.
    std::vector<Span> masked_names;
    std::vector<CaseDraft> drafts;
};

/// Evidence of these words, stated.
inline Evidence evidence_of(const Document& document, Span words, std::string_view rule) {
    Evidence made;
    made.begin = words.begin;
    made.end = words.end;
    made.quote = std::string(document.bytes(words));
    made.rule = std::string(rule);
    return made;
}

}  // namespace litigraph::ingest::detail
