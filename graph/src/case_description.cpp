#include "case_description.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

namespace litigraph {

namespace {

using Derived = std::vector<std::pair<AttributeKey, std::string>>;

void add_count(Derived& attributes, AttributeKey low, AttributeKey high, CountInterval count) {
    attributes.emplace_back(low, std::to_string(count.low));
    attributes.emplace_back(
        high, count.high == CountInterval::unbounded ? "" : std::to_string(count.high));
}

/// The status that the latest article to know more than the filing reports.
CaseStatus latest_status(const Observed& observed, std::span<const std::uint32_t> reports) {
    std::tuple<bool, std::optional<Day>, CaseStatus> latest{};
    for (const std::uint32_t id : reports) {
        const CaseReport& report = observed.reports[id];
        latest =
            std::max(latest, {report.status > CaseStatus::filed, report.published, report.status});
    }
    return std::get<CaseStatus>(latest);
}

/// Of counts that exclude each other, the best told.
std::optional<CountInterval> patent_count(const Observed& observed,
                                          std::span<const std::uint32_t> reports) {
    std::optional<CountInterval> count;
    for (const std::uint32_t id : reports) {
        if (const auto& told = observed.reports[id].patent_count) {
            count = count ? intersection(*count, *told).value_or(*count) : *told;
        }
    }
    return count;
}

}  // namespace

std::string name_of_case(const Observed& observed, const PartyIdentity& parties,
                         const CaseIdentity& cases, const ResolvedCase& resolved) {
    const std::uint32_t best = cases.reports_of(resolved).front();
    const auto plaintiffs = cases.sides.plaintiffs(best);
    const auto defendants = cases.sides.defendants(best);
    // Of several parties the first in order of name stands for all: the same in every article.
    const auto names = [&](std::span<const std::uint32_t> side) {
        std::string name(observed.texts[parties.parties[side.front()].name]);
        return side.size() > 1 ? name + " et al." : name;
    };
    if (observed.reports[best].is_group() && !plaintiffs.empty()) {
        const std::string many =
            resolved.count.low > 1 ? std::to_string(resolved.count.low) + ' ' : "";
        return many + "proceedings by " + names(plaintiffs);
    }
    if (!plaintiffs.empty() && !defendants.empty()) {
        return names(plaintiffs) + " v. " + names(defendants);
    }
    if (const std::string& title = observed.reports[best].told->title; !title.empty()) {
        return title;
    }
    if (!defendants.empty()) {
        return "suit against " + names(defendants);
    }
    return plaintiffs.empty() ? "suit" : "suit by " + names(plaintiffs);
}

ToldAttributes::ToldAttributes(const Observed& observed, const CaseIdentity& cases,
                               unsigned threads)
    : count_(cases.cases.size()) {
    struct Row {
        std::uint32_t lawsuit = 0;
        ReportAttribute attribute;
    };
    const auto parts = map_chunks<Column<Row>>(
        observed.reports.size(), threads,
        [&](Column<Row>& rows, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                for (const ReportAttribute& it :
                     observed.reports[i].attributes.of(observed.attributes)) {
                    rows.push_back({cases.case_of[i], it});
                }
            }
        });
    rows_ = grouped_parts(
        std::span(parts), cases.cases.size(), threads, [](const Row& row) { return row.lawsuit; },
        [](const Row& row) { return row.attribute; });
    for_each_index(cases.cases.size(), threads, [this](std::size_t i) {
        const std::span<ReportAttribute> rows = rows_[i];
        std::sort(rows.begin(), rows.end());
        count_[i] =
            static_cast<std::uint32_t>(std::unique(rows.begin(), rows.end()) - rows.begin());
    });
}

Derived derived_attributes(const Observed& observed, const CaseIdentity& cases,
                           const ResolvedCase& resolved) {
    const std::span<const std::uint32_t> reports = cases.reports_of(resolved);
    Derived attributes;
    if (observed.reports[reports.front()].is_group()) {
        add_count(attributes, AttributeKey::count_low, AttributeKey::count_high, resolved.count);
    }
    if (const auto patents = patent_count(observed, reports)) {
        add_count(attributes, AttributeKey::patents_low, AttributeKey::patents_high, *patents);
    }
    attributes.emplace_back(AttributeKey::status, to_string(latest_status(observed, reports)));
    return attributes;
}

}  // namespace litigraph
