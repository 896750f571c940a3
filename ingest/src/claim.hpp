/// \file
/// What one clause says of a proceeding.
#pragma once

#include "chunks.hpp"
#include "frames.hpp"
#include "parties.hpp"
#include "text.hpp"
#include <litigraph/graph/observation.hpp>

#include <cstdint>
#include <string_view>

namespace litigraph::ingest::detail {

/// One place that says something of a proceeding. Parties are entities of Mentions; a side that
/// the words leave open is empty.
struct Claim {
    std::uint32_t sentence = 0;
    Span clause;
    std::uint32_t anchor = 0;  ///< First byte of the verb or legal noun.
    Parties plaintiffs;
    Parties defendants;
    Parties both;    ///< Adverse parties whose direction is not told.
    Parties either;  ///< Parties on the side that the text may tell elsewhere: "X won its case".
    std::string_view group;  ///< "officers", if all that is told is that `either` are among them.
    Act act = Act::mentions;
    CaseStatus status = CaseStatus::filed;
    Mood mood = Mood::actual;
    bool is_caption = false;   ///< "X v. Y"
    bool is_definite = false;  ///< "the suit": a case spoken of before.
    bool is_another = false;   ///< "another suit": not the one spoken of before.
    bool is_answered = false;  ///< "in response to a suit by X": what is spoken of answers it.
    bool is_counter = false;   ///< Named a countersuit or counterclaim.
    bool is_own = false;       ///< "its own suit", "responded by suing": an answer if the other
                               ///< side has sued.
    bool adds = false;         ///< Its parties join those of the case spoken of.
    bool guesses_defendants = false;  ///< Who a suit speaks of: sued if nobody else is.
    bool tells_filing = false;        ///< A frame of filing fired.
    bool is_also = false;             ///< "X also has been sued by Y": so has it before.
    bool is_plural = false;           ///< "lawsuits"
    bool is_bare = false;             ///< "the case", not "the recent class-action suit".
    std::string_view rule;
};

}  // namespace litigraph::ingest::detail
