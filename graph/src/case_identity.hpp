/// \file
/// Which reports of which articles are of one case.
#pragma once

#include "party_identity.hpp"
#include <litigraph/graph/observation.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace litigraph {

/// One report of a case, with its parties resolved.
struct CaseReport {
    std::uint32_t article = 0;
    CaseIndex index = 0;
    const CaseObservation* told = nullptr;
    std::span<const std::uint32_t> plaintiffs;  ///< Sorted, no repeats.
    std::span<const std::uint32_t> defendants;
    DateInterval filed;  ///< As told, else up to the day of the article.
};

struct ResolvedCase {
    std::uint32_t begin = 0;  ///< Its reports are CaseIdentity::reports [begin, end), the best
    std::uint32_t end = 0;    ///< told first.
    DateInterval filed;       ///< Days that every report allows; of contradictions, the best told.
    CountInterval count;
    std::string_view court;  ///< Id; empty if no report has one, or it is a group.
};

/// Two cases that are one but for one contradiction between their articles.
struct NearMiss {
    enum class About : std::uint8_t { court, docket_number, count };
    std::uint32_t better_told = 0;  ///< Indices of cases.
    std::uint32_t other = 0;
    About about{};
};

struct CaseIdentity {
    std::vector<CaseReport> reports;
    std::vector<ResolvedCase> cases;  ///< By their first report, unless renumbered.
    std::vector<NearMiss> near_misses;
    std::vector<std::uint32_t> parties;  ///< What the reports have views of.

    std::vector<std::uint32_t> first_report;  ///< By article, and the number of reports.
    std::vector<std::uint32_t> case_of;       ///< By report, in the order of the articles.

    std::span<const CaseReport> reports_of(const ResolvedCase& found) const noexcept {
        return {reports.data() + found.begin, found.end - found.begin};
    }
    std::uint32_t of(std::uint32_t article, CaseIndex index) const noexcept {
        return case_of[first_report[article] + index];
    }
    /// Renumbers the cases: the n-th is what was order[n].
    void renumber(std::span<const std::uint32_t> order);
};

/// One case are reports with one docket number and court; and reports that share a plaintiff and a
/// defendant, unless they tell of different kinds of case, courts, docket numbers or counts, their
/// filing intervals exclude each other, or an article tells them apart. (One docket number and a
/// shared pair of parties is one case even if the courts differ.) Parties of one family count as
/// one if both reports date the filing and name the court. Reports are taken best told first
/// (docket number, court, narrowest date), so the answer does not depend on their order.
/// O(n log n), plus for each report the cases of its pairs of parties.
CaseIdentity identify_cases(std::span<const ArticleObservations> articles,
                            const PartyIdentity& parties, unsigned threads);

/// Whether the report is of a group of proceedings.
inline bool is_group(const CaseObservation& told) noexcept { return told.count.high > 1; }

/// Id of the court of a single case; empty if it has none.
inline std::string_view court_of(const CaseObservation& told) noexcept {
    return is_group(told) || told.courts.size() != 1 ? std::string_view()
                                                     : std::string_view(told.courts.front().id);
}

/// Counts that are in both; nothing if there is none.
inline std::optional<CountInterval> intersection(CountInterval a, CountInterval b) noexcept {
    const CountInterval both{std::max(a.low, b.low), std::min(a.high, b.high)};
    return both.low <= both.high ? std::optional(both) : std::nullopt;
}

}  // namespace litigraph
