#include "case_description.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace litigraph {

namespace {

std::string joined(std::span<const std::uint32_t> side, std::span<const ResolvedParty> parties) {
    // Of several parties the first in order of name stands for all: the same in every article.
    std::string names(parties[side.front()].name);
    return side.size() > 1 ? names + " et al." : names;
}

void add(Attributes& attributes, AttributeKey key, std::string value) {
    if (!value.empty()) {
        attributes.emplace_back(key, std::move(value));
    }
}

void add_count(Attributes& attributes, AttributeKey low, AttributeKey high, CountInterval count) {
    attributes.emplace_back(low, std::to_string(count.low));
    attributes.emplace_back(
        high, count.high == CountInterval::unbounded ? "" : std::to_string(count.high));
}

void add_told(Attributes& attributes, const CaseObservation& told,
              const ArticleObservations& article) {
    add(attributes, AttributeKey::cause, told.cause);
    add(attributes, AttributeKey::case_kind, std::string(to_string(told.kind)));
    add(attributes, AttributeKey::docket_number, told.docket_number);
    add(attributes, AttributeKey::caption, told.title);
    add(attributes, AttributeKey::filed_words, told.filed_words);
    for (const EventObservation& event : told.events) {
        add(attributes, AttributeKey::event,
            std::string(to_string(event.what)) + ' ' +
                to_string(event.when.value_or(DateInterval{})) + ' ' + event.detail);
    }
    for (const CourtObservation& court : told.courts) {
        for (const std::string& candidate : court.candidates) {
            add(attributes, AttributeKey::court_candidate, candidate);
        }
    }
    for (const OtherRoleObservation& other : told.others) {
        add(attributes, AttributeKey::role, other.role + ' ' + article.parties[other.party].name);
    }
    if (told.countersuit != CountersuitForm::none) {
        add(attributes, AttributeKey::countersuit, std::string(to_string(told.countersuit)));
    }
}

/// The status that the latest article to know more than the filing reports.
CaseStatus latest_status(std::span<const CaseReport> reports,
                         std::span<const ArticleObservations> articles) {
    std::tuple<bool, std::optional<Day>, CaseStatus> latest{};
    for (const CaseReport& report : reports) {
        const CaseStatus status = report.told->status;
        latest = std::max(latest, {status > CaseStatus::filed,
                                   articles[report.article].article.published, status});
    }
    return std::get<CaseStatus>(latest);
}

/// Of counts that exclude each other, the best told.
std::optional<CountInterval> patent_count(std::span<const CaseReport> reports) {
    std::optional<CountInterval> count;
    for (const CaseReport& report : reports) {
        if (const auto& told = report.told->patent_count) {
            count = count ? intersection(*count, *told).value_or(*count) : *told;
        }
    }
    return count;
}

}  // namespace

std::string name_of_case(const ResolvedCase& resolved, const CaseReport& best_told,
                         std::span<const ResolvedParty> parties) {
    const auto& [plaintiffs, defendants] = std::pair(best_told.plaintiffs, best_told.defendants);
    if (is_group(*best_told.told) && !plaintiffs.empty()) {
        const std::string many =
            resolved.count.low > 1 ? std::to_string(resolved.count.low) + ' ' : "";
        return many + "proceedings by " + joined(plaintiffs, parties);
    }
    if (!plaintiffs.empty() && !defendants.empty()) {
        return joined(plaintiffs, parties) + " v. " + joined(defendants, parties);
    }
    if (!best_told.told->title.empty()) {
        return best_told.told->title;
    }
    if (!defendants.empty()) {
        return "suit against " + joined(defendants, parties);
    }
    return plaintiffs.empty() ? "suit" : "suit by " + joined(plaintiffs, parties);
}

Attributes attributes_of_case(const ResolvedCase& resolved, std::span<const CaseReport> reports,
                              std::span<const ArticleObservations> articles) {
    Attributes attributes;
    for (const CaseReport& report : reports) {
        add_told(attributes, *report.told, articles[report.article]);
    }
    if (is_group(*reports.front().told)) {
        add_count(attributes, AttributeKey::count_low, AttributeKey::count_high, resolved.count);
    }
    if (const auto patents = patent_count(reports)) {
        add_count(attributes, AttributeKey::patents_low, AttributeKey::patents_high, *patents);
    }
    add(attributes, AttributeKey::status, std::string(to_string(latest_status(reports, articles))));
    std::ranges::sort(attributes);
    attributes.erase(std::unique(attributes.begin(), attributes.end()), attributes.end());
    return attributes;
}

}  // namespace litigraph
