/// \file
/// Cases of which an article tells one side only: the other side is found in the rest of it.
#pragma once

#include "told_case.hpp"

#include <vector>

namespace litigraph::ingest::detail {

/// What claims tell of sides without telling a case.
struct SideHints {
    std::vector<Parties> disputes;      ///< Both parties of each: "X and Y settled".
    std::vector<Parties> either;        ///< Who won, lost or settled a suit that names nobody.
    std::vector<const Claim*> sued;     ///< "The suit against X", of which nothing is told before.
    std::vector<const Claim*> suing;    ///< "Plaintiff X", in an article that tells no case before.
    std::vector<const Claim*> members;  ///< Who is among the officers, shareholders and so on.
    const Claim* guess = nullptr;       ///< The first that says whom a suit speaks of.
};

/// Joins halves of one case and fills sides that stay open where the article leaves no choice.
/// O(cases^2).
void complete_cases(std::vector<ToldCase>& cases, const SideHints& hints, const SideRules& sides);

}  // namespace litigraph::ingest::detail
