#include <litigraph/graph/observation.hpp>

#include <algorithm>

namespace litigraph {

namespace {

bool is_ordered(const DateInterval& interval) { return interval.first <= interval.last; }
bool is_ordered(const CountInterval& interval) { return interval.low <= interval.high; }

template <class T>
bool is_absent_or_ordered(const std::optional<T>& interval) {
    return !interval || is_ordered(*interval);
}

template <class Enum>
bool is_at_most(Enum value, Enum last) {
    return static_cast<unsigned>(value) <= static_cast<unsigned>(last);
}

bool is_valid(const Evidence& evidence) {
    return evidence.begin <= evidence.end &&
           evidence.end - evidence.begin == evidence.quote.size() &&
           is_at_most(evidence.confidence, Confidence::derived);
}

bool is_valid(const std::optional<Evidence>& evidence) { return !evidence || is_valid(*evidence); }

template <class Range>
bool has_valid_evidence(const Range& facts) {
    return std::ranges::all_of(facts, [](const auto& fact) { return is_valid(fact.evidence); });
}

template <class Range>
bool has_parties_below(const Range& roles, std::size_t limit) {
    return std::ranges::all_of(roles, [&](const auto& role) { return role.party < limit; });
}

bool is_valid(const PartyObservation& party) {
    return is_at_most(party.kind, PartyKind::group) && is_valid(party.evidence);
}

bool is_valid(const EventObservation& event) {
    return is_at_most(event.what, CaseStatus::stayed) && is_absent_or_ordered(event.when) &&
           is_valid(event.evidence);
}

bool has_valid_indices(const CaseObservation& observed, const ArticleObservations& in) {
    return has_parties_below(observed.plaintiffs, in.parties.size()) &&
           has_parties_below(observed.defendants, in.parties.size()) &&
           has_parties_below(observed.others, in.parties.size()) &&
           std::ranges::all_of(observed.responds_to,
                               [&](CaseIndex index) { return index < in.cases.size(); });
}

bool has_valid_values(const CaseObservation& observed) {
    return is_at_most(observed.kind, CaseKind::bankruptcy) &&
           is_at_most(observed.status, CaseStatus::stayed) &&
           is_at_most(observed.countersuit, CountersuitForm::separate) &&
           is_ordered(observed.count) && is_absent_or_ordered(observed.filed) &&
           is_absent_or_ordered(observed.patent_count) &&
           std::ranges::all_of(observed.events,
                               [](const EventObservation& event) { return is_valid(event); });
}

bool has_valid_evidence(const CaseObservation& observed) {
    return has_valid_evidence(observed.plaintiffs) && has_valid_evidence(observed.defendants) &&
           has_valid_evidence(observed.others) && has_valid_evidence(observed.courts) &&
           has_valid_evidence(observed.jurisdictions) &&
           has_valid_evidence(observed.technologies) && has_valid_evidence(observed.patents) &&
           is_valid(observed.filed_evidence) && is_valid(observed.countersuit_evidence) &&
           std::ranges::all_of(observed.evidence,
                               [](const Evidence& evidence) { return is_valid(evidence); });
}

bool is_valid(const RelationObservation& relation, std::size_t parties) {
    switch (relation.kind) {
        case EdgeKind::challenges_validity:
        case EdgeKind::threatens_suit:
        case EdgeKind::settles_with:
        case EdgeKind::division_of:
            if (!relation.to || *relation.to >= parties) {
                return false;
            }
            break;
        case EdgeKind::located_in:
            if (relation.to || relation.place.empty()) {
                return false;
            }
            break;
        default:  // every other kind is made of cases
            return false;
    }
    return relation.from < parties && is_absent_or_ordered(relation.when) &&
           is_valid(relation.evidence);
}

}  // namespace

bool is_valid(const ArticleObservations& observations) noexcept {
    const std::size_t parties = observations.parties.size();
    return std::ranges::all_of(observations.parties,
                               [](const PartyObservation& party) { return is_valid(party); }) &&
           std::ranges::all_of(observations.cases,
                               [&](const CaseObservation& observed) {
                                   return has_valid_indices(observed, observations) &&
                                          has_valid_values(observed) &&
                                          has_valid_evidence(observed);
                               }) &&
           std::ranges::all_of(observations.relations, [&](const RelationObservation& relation) {
               return is_valid(relation, parties);
           });
}

std::string_view to_string(CaseStatus status) noexcept {
    switch (status) {
        case CaseStatus::unknown:
            return "unknown";
        case CaseStatus::filed:
            return "filed";
        case CaseStatus::pending:
            return "pending";
        case CaseStatus::decided:
            return "decided";
        case CaseStatus::appealed:
            return "appealed";
        case CaseStatus::settled:
            return "settled";
        case CaseStatus::dismissed:
            return "dismissed";
        case CaseStatus::withdrawn:
            return "withdrawn";
        case CaseStatus::transferred:
            return "transferred";
        case CaseStatus::stayed:
            return "stayed";
    }
    return "invalid-case-status";  // no default above: a new value must warn here
}

std::string_view to_string(CaseKind kind) noexcept {
    switch (kind) {
        case CaseKind::lawsuit:
            return "lawsuit";
        case CaseKind::itc_investigation:
            return "itc-investigation";
        case CaseKind::patent_office_review:
            return "patent-office-review";
        case CaseKind::arbitration:
            return "arbitration";
        case CaseKind::administrative:
            return "administrative";
        case CaseKind::adversary:
            return "adversary";
        case CaseKind::criminal:
            return "criminal";
        case CaseKind::bankruptcy:
            return "bankruptcy";
    }
    return "invalid-case-kind";
}

std::string_view to_string(CountersuitForm form) noexcept {
    switch (form) {
        case CountersuitForm::none:
            return "none";
        case CountersuitForm::unspecified:
            return "unspecified";
        case CountersuitForm::counterclaim:
            return "counterclaim";
        case CountersuitForm::separate:
            return "separate";
    }
    return "invalid-countersuit-form";
}

}  // namespace litigraph
