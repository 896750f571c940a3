/// \file
/// What articles say, as flat rows of numbers: every later step of resolution works on these, and
/// none follows a string of an observation again.
#pragma once

#include "column.hpp"
#include "docket_number.hpp"
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// No text, no mention, no evidence: whatever a field would number.
inline constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// Positions [begin, end) of a list that all owners share.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    template <class List>
    std::span<const typename List::value_type> of(const List& list) const noexcept {
        return {list.data() + begin, end - begin};
    }
};

// Below, `text` is an index in Observed::texts, `mention` in ::mentions, `report` in ::reports and
// `evidence` in ::evidence.

struct ObservedEvidence {
    std::uint32_t article = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t quote = 0;  ///< Text.
    std::uint32_t rule = 0;   ///< Text.
    Confidence confidence{};
};

/// A party of one article.
struct Mention {
    std::uint32_t article = 0;
    std::uint32_t name = 0;  ///< Text.
    Run aliases;             ///< In Observed::aliases.
    PartyKind kind = PartyKind::unknown;
};

enum class Topic : std::uint8_t {
    plaintiff,
    defendant,
    other_role,
    source,
    court,
    jurisdiction,
    technology,
    patent,
    answered
};

/// One thing that a report says of its case. `what` is a mention (plaintiff, defendant,
/// other_role), a report (answered) or the text of the key that makes things of the kind one.
struct Statement {
    std::uint32_t what = none;
    std::uint32_t name = none;  ///< Text: what the article calls it (court to technology).
    std::uint32_t evidence = 0;
    Topic topic{};
    bool is_code = false;  ///< Whether the key is from a table and not the article's words.
};

struct ReportAttribute {
    AttributeKey key{};
    std::uint32_t text = 0;
    friend auto operator<=>(const ReportAttribute&, const ReportAttribute&) = default;
};

/// One report of a case.
struct CaseReport {
    std::uint32_t article = 0;
    CaseKind kind{};
    CaseStatus status{};
    CountersuitForm countersuit{};
    bool has_date = false;
    bool has_events = false;
    CountInterval count;
    std::optional<CountInterval> patent_count;
    DateInterval filed;  ///< As told, else up to the day of the article.
    std::optional<Day> published;
    DocketKey docket;
    std::uint32_t docket_text = none;
    std::uint32_t court = none;  ///< Text: id of the court of a single case.
    std::uint32_t forum = none;  ///< Text: key of the first court, one of the court table if told.
    bool is_forum_code = false;
    std::uint32_t countersuit_evidence = none;  ///< The report's own words, if none are for it.
    Run statements;                             ///< By topic.
    Run defendants;                             ///< Those of `statements`; plaintiffs come before.
    Run attributes;
    const CaseObservation* told = nullptr;  ///< For what is seldom needed.

    bool is_group() const noexcept { return count.high > 1; }
};

struct ObservedRelation {
    EdgeKind kind{};
    std::uint32_t from = 0;      ///< Mention.
    std::uint32_t to = none;     ///< Mention.
    std::uint32_t place = none;  ///< Text, unless there is `to`.
    std::uint32_t evidence = 0;
    DateInterval when;
};

struct Observed {
    std::span<const ArticleObservations> articles;
    Column<std::string_view> texts;  ///< Distinct, in the order of the articles.

    Column<std::uint32_t> first_mention;  ///< By article, and the number of mentions.
    Column<std::uint32_t> first_report;   ///< By article, and the number of reports.
    Column<Mention> mentions;
    Column<std::uint32_t> aliases;  ///< Texts.
    Column<CaseReport> reports;
    Column<Statement> statements;
    Column<ReportAttribute> attributes;
    Column<ObservedRelation> relations;  ///< By article.
    Column<ObservedEvidence> evidence;   ///< By article, place and words; no two equal.
    Column<std::uint32_t> wires;         ///< By article: the first one that is a copy of its text.

    struct RuleNames {
        std::uint32_t name = 0;
        std::uint32_t other = 0;
    };
    std::vector<RuleNames> rules;  ///< Texts, by rule.

    std::vector<std::deque<std::string>> made;  ///< Texts that no article has word for word.

    /// What the report says on one topic.
    std::span<const Statement> said(const CaseReport& report, Topic topic) const noexcept;
};

inline std::span<const Statement> Observed::said(const CaseReport& report,
                                                 Topic topic) const noexcept {
    if (topic == Topic::plaintiff) {
        return Run{report.statements.begin, report.defendants.begin}.of(statements);
    }
    if (topic == Topic::defendant) {
        return report.defendants.of(statements);
    }
    const auto others = Run{report.defendants.end, report.statements.end}.of(statements);
    const auto begin = std::ranges::find(others, topic, &Statement::topic);
    return {begin, std::find_if(begin, others.end(),
                                [&](const Statement& it) { return it.topic != topic; })};
}

/// The articles and rules must outlive it. O(bytes).
Observed observe(std::span<const ArticleObservations> articles, std::span<const AliasRule> rules,
                 unsigned threads);

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
