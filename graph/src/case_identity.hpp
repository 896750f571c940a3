/// \file
/// Which reports of which articles are of one case.
#pragma once

#include "party_identity.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace litigraph {

struct ResolvedCase {
    Run reports;         ///< In CaseIdentity::reports, the best told first.
    DateInterval filed;  ///< Days that every report allows; of contradictions, the best told.
    CountInterval count;
    std::uint32_t court = none;  ///< Text: key of the one court of a single case.
};

/// Two cases that are one but for one contradiction between their articles.
struct NearMiss {
    enum class About : std::uint8_t { court, docket_number, count };
    std::uint32_t better_told = 0;  ///< Indices of cases.
    std::uint32_t other = 0;
    About about{};
};

/// The parties on each side of each report.
class ReportSides {
  public:
    ReportSides() = default;
    ReportSides(const Observed& observed, const PartyIdentity& parties, unsigned threads);

    /// Sorted, no repeats.
    std::span<const std::uint32_t> plaintiffs(std::uint32_t report) const noexcept {
        return sides_[report].plaintiffs.of(parties_);
    }
    std::span<const std::uint32_t> defendants(std::uint32_t report) const noexcept {
        return sides_[report].defendants.of(parties_);
    }

  private:
    struct Sides {
        Run plaintiffs;
        Run defendants;
    };
    Column<Sides> sides_;
    Column<std::uint32_t> parties_;
};

struct CaseIdentity {
    ReportSides sides;
    Column<std::uint32_t> reports;  ///< Those of one case together.
    Column<ResolvedCase> cases;     ///< By their first report, unless renumbered.
    Column<NearMiss> near_misses;
    Column<std::uint32_t> case_of;  ///< By report.

    std::span<const std::uint32_t> reports_of(const ResolvedCase& found) const noexcept {
        return found.reports.of(reports);
    }
    /// Renumbers the cases: the n-th is what was order[n]. Puts `reports` in their order.
    void renumber(std::span<const std::uint32_t> order, unsigned threads);
};

/// One case are reports with one docket number and court; and reports that share a plaintiff and a
/// defendant, unless they tell of different kinds of case, courts, docket numbers or counts, their
/// filing intervals exclude each other, or an article tells them apart. (One docket number and a
/// shared pair of parties is one case even if the courts differ.) Parties of one family count as
/// one if both reports date the filing and name the court. Reports are taken best told first
/// (docket number, court, narrowest date), so the answer does not depend on their order.
/// O(n log n), plus for each report the cases of its pairs of parties.
CaseIdentity identify_cases(const Observed& observed, const PartyIdentity& parties,
                            unsigned threads);

}  // namespace litigraph
