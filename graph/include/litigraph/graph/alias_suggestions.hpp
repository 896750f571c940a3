/// \file
/// Pairs of parties that may be one, for the user to decide.
#pragma once

#include <litigraph/graph/observation_set.hpp>
#include <litigraph/graph/resolution.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// Why two names may mean one party. The surest first.
enum class AliasReason : std::uint8_t {
    same_docket_number,  ///< Articles put one in the place of the other in one numbered case.
    contested_alias,     ///< Articles use one further name for both.
    spacing,             ///< They differ only in where words end: "Face Book", "Facebook".
    initials,            ///< One is made of the first letters of the other.
    longer_form,         ///< One begins with all words of the other.
    near_spelling        ///< They differ by one letter.
};
std::string_view to_string(AliasReason reason) noexcept;  ///< "same docket number"

struct AliasSuggestion {
    AliasRule rule;  ///< `same`; keeps the name that more articles use.
    AliasReason reason{};
    std::string detail;        ///< The docket number or the further name; may be empty.
    std::size_t articles = 0;  ///< That use one of the names, or both.

    friend bool operator==(const AliasSuggestion&, const AliasSuggestion&) = default;
};

/// Each pair once, with its surest reason; the surest reason first, then the pair in most articles,
/// then by name. Left out are pairs that `decided` joins or tells apart (directly or through other
/// names), that resolution joins by itself, and that one article names as two parties.
/// O(n log n) in the text of the names, plus the pairs found.
std::vector<AliasSuggestion> suggest_aliases(const ObservationSet& observations,
                                             std::span<const AliasRule> decided = {});

/// A line of an alias file: "IBM = International Business Machines  # initials, 12 articles".
std::string to_string(const AliasSuggestion& suggestion);

}  // namespace litigraph
