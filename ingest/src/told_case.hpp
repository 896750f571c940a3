/// \file
/// A case as the claims of an article tell it, and how the sides of two tellings compare.
#pragma once

#include "claim.hpp"
#include "mentions.hpp"
#include "parties.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

struct ToldCase {
    Parties plaintiffs;
    Parties defendants;
    std::vector<const Claim*> claims;
    CaseStatus status = CaseStatus::filed;
    CountersuitForm countersuit = CountersuitForm::none;
    const Claim* counters = nullptr;  ///< The words that call it a countersuit.
    const Claim* answers = nullptr;   ///< The words that make it one, once both sides are known.
    std::vector<std::size_t> responds_to;
    bool is_another = false;
    bool is_presupposed = false;
};

/// Compares sides by what the mentions say of their parties.
class SideRules {
  public:
    explicit SideRules(const Mentions& mentions) : mentions_(mentions) {}

    /// The words that tell the party, in lower case.
    std::string_view key_of(std::uint32_t party) const { return mentions_.entity(party).key; }

    /// Whether no party of the side is told by name; so is a side without parties.
    bool is_described(const Parties& side) const;

    /// "US sues X", then "The agency sued X": the agency acts for the government.
    bool acts_for(const Parties& agents, const Parties& government) const;

    /// Whether both can be the same side of one case.
    bool match(const Parties& known, const Parties& claimed) const;

    /// Adds the claimed parties; descriptions give way to names.
    void merge(Parties& known, const Parties& claimed) const;

    /// Without "companies", which tells nothing if it never gave way to a name.
    Parties tellable(const Parties& side) const;

  private:
    const Mentions& mentions_;
};

}  // namespace litigraph::ingest::detail
