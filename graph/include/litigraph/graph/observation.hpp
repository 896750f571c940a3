/// \file
/// What articles say: the unit of truth. The graph is a pure function of a set of these.
///
/// Observations are plain values with surface names. Nothing here refers to another article, so
/// they can be made in parallel, shipped between machines and united in any order.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/kinds.hpp>

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// The words that a fact was read from.
struct Evidence {
    std::uint32_t begin = 0;  ///< Byte offset into Article::text.
    std::uint32_t end = 0;    ///< One past the last byte.
    std::string quote;        ///< Exactly the bytes [begin, end) of the article.
    std::string rule;         ///< Name of the frame or rule that read it, e.g. "file-suit-against".
    Confidence confidence = Confidence::stated;

    friend auto operator<=>(const Evidence&, const Evidence&) = default;
};

/// A count as news gives it: 13 is [13, 13], "more than a dozen" is [13, unbounded].
struct CountInterval {
    static constexpr std::uint32_t unbounded = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t low = 1;
    std::uint32_t high = 1;

    friend auto operator<=>(const CountInterval&, const CountInterval&) = default;
};

/// The article as a source. Identity: `id` together with `fingerprint`.
struct ArticleInfo {
    std::string id;  ///< The input's own id, else its file name.
    std::string title;
    std::string source;  ///< Publisher; empty if unknown.
    std::string url;
    std::optional<Day> published;
    /// 64-bit hash of the article's words, case and spacing folded: syndicated copies of one text
    /// have the same.
    std::uint64_t fingerprint = 0;

    friend auto operator<=>(const ArticleInfo&, const ArticleInfo&) = default;
};

/// A party as one article names it.
struct PartyObservation {
    std::string name;  ///< The article's own short common name ("Nokia").
    PartyKind kind = PartyKind::unknown;
    std::vector<std::string> aliases;  ///< Every other form the article uses; sorted, no repeats.
    Evidence evidence;                 ///< Where it is named first.

    friend auto operator<=>(const PartyObservation&, const PartyObservation&) = default;
};

/// Position in ArticleObservations::parties or ::cases.
using PartyIndex = std::uint32_t;
using CaseIndex = std::uint32_t;

struct CourtObservation {
    std::string id;    ///< Id of the court table ("ded"); empty if the words fit no one court.
    std::string name;  ///< Canonical name if `id` is set, else the article's words.
    std::vector<std::string> candidates;  ///< Ids in descending likelihood, when ambiguous.
    Evidence evidence;

    friend auto operator<=>(const CourtObservation&, const CourtObservation&) = default;
};

struct JurisdictionObservation {
    std::string code;  ///< ISO 3166 ("US", "US-DE", "GB"), "EU" or "XU".
    std::string name;  ///< "Delaware".
    Evidence evidence;

    friend auto operator<=>(const JurisdictionObservation&,
                            const JurisdictionObservation&) = default;
};

struct TechnologyObservation {
    std::string name;  ///< The article's own wording: "cloud computing".
    std::string term;  ///< Id in the taxonomy ("cloud"); empty if it has none.
    Evidence evidence;

    friend auto operator<=>(const TechnologyObservation&, const TechnologyObservation&) = default;
};

struct PatentObservation {
    std::string number;  ///< "US9999001", "EP3999111", or "'001" if only a suffix is given.
    Evidence evidence;

    friend auto operator<=>(const PatentObservation&, const PatentObservation&) = default;
};

// Stored in archives: append only.
enum class CaseStatus : std::uint8_t {
    unknown,
    filed,
    pending,
    decided,
    appealed,
    settled,
    dismissed,
    withdrawn,
    transferred,
    stayed
};
std::string_view to_string(CaseStatus status) noexcept;

// Stored in archives: append only.
enum class CaseKind : std::uint8_t {
    lawsuit,
    itc_investigation,
    patent_office_review,
    arbitration,
    administrative,
    adversary,
    criminal,   ///< Context only: never yields `sues`.
    bankruptcy  ///< Context only: never yields `sues`.
};
std::string_view to_string(CaseKind kind) noexcept;

/// A dated procedural fact: "settled in March".
struct EventObservation {
    CaseStatus what = CaseStatus::unknown;
    std::string detail;  ///< Finer type in the text's vocabulary ("jury verdict"); may be empty.
    std::optional<DateInterval> when;
    Evidence evidence;

    friend auto operator<=>(const EventObservation&, const EventObservation&) = default;
};

/// Whether, and in which of its three forms, a case answers another. Stored: append only.
enum class CountersuitForm : std::uint8_t { none, unspecified, counterclaim, separate };
std::string_view to_string(CountersuitForm form) noexcept;

/// A party in a case, with the words that put it there.
struct RoleObservation {
    PartyIndex party = 0;
    Evidence evidence;

    friend auto operator<=>(const RoleObservation&, const RoleObservation&) = default;
};

/// A party in any other role than plaintiff or defendant ("intervenor").
struct OtherRoleObservation {
    PartyIndex party = 0;
    std::string role;
    Evidence evidence;

    friend auto operator<=>(const OtherRoleObservation&, const OtherRoleObservation&) = default;
};

/// One proceeding, or one stated group of proceedings that the text does not tell apart.
struct CaseObservation {
    /// Every plaintiff sues every defendant. Either list may be empty (unknown side).
    std::vector<RoleObservation> plaintiffs;
    std::vector<RoleObservation> defendants;
    std::vector<OtherRoleObservation> others;
    /// Sentences that report the case, in text order; the first is the one to show.
    std::vector<Evidence> evidence;

    CaseKind kind = CaseKind::lawsuit;
    std::string cause;          ///< "patent", "copyright", "antitrust", ...; empty if not told.
    std::string title;          ///< Caption, if the text has one: "Oracle America, Inc. v. Google".
    std::string docket_number;  ///< "1:24-cv-00891", "337-TA-1380"; empty if not told.
    CountInterval count;        ///< [1, 1] unless the observation is of a group.

    std::optional<DateInterval> filed;
    std::string filed_words;  ///< The words behind `filed`: "late last year".
    std::optional<Evidence> filed_evidence;

    std::vector<CourtObservation> courts;  ///< At most one unless a group.
    std::vector<JurisdictionObservation> jurisdictions;
    std::vector<TechnologyObservation> technologies;
    std::vector<PatentObservation> patents;
    std::optional<CountInterval> patent_count;

    CaseStatus status = CaseStatus::filed;
    std::vector<EventObservation> events;

    CountersuitForm countersuit = CountersuitForm::none;
    std::vector<CaseIndex> responds_to;  ///< Cases of the same article that this one answers.
    std::optional<Evidence> countersuit_evidence;

    friend auto operator<=>(const CaseObservation&, const CaseObservation&) = default;
};

/// A fact about two parties, or a party and a place, outside any case.
struct RelationObservation {
    /// challenges_validity, threatens_suit, settles_with, division_of or located_in.
    EdgeKind kind = EdgeKind::division_of;
    PartyIndex from = 0;
    std::optional<PartyIndex> to;  ///< Set unless `kind` is located_in.
    std::string place;             ///< Jurisdiction code; set if `kind` is located_in.
    std::optional<DateInterval> when;
    std::string detail;
    Evidence evidence;

    friend auto operator<=>(const RelationObservation&, const RelationObservation&) = default;
};

/// All that one article says. Pure function of the article and the lexicon.
struct ArticleObservations {
    ArticleInfo article;
    std::vector<PartyObservation> parties;
    std::vector<CaseObservation> cases;
    std::vector<RelationObservation> relations;

    friend auto operator<=>(const ArticleObservations&, const ArticleObservations&) = default;
};

/// Whether every index is in range, every interval ordered, every quote as long as its span, and
/// every enumerator a known one. Observations from outside (archives, files) are checked with this.
bool is_valid(const ArticleObservations& observations) noexcept;

}  // namespace litigraph
