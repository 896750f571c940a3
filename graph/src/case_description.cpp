#include "case_description.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>

namespace litigraph {

namespace {

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

void append_name_of_case(std::string& name, const Observed& observed, const PartyIdentity& parties,
                         const CaseIdentity& cases, const ResolvedCase& resolved) {
    const std::uint32_t best = cases.reports_of(resolved).front();
    const auto plaintiffs = cases.sides.plaintiffs(best);
    const auto defendants = cases.sides.defendants(best);
    // Of several parties the first in order of name stands for all: the same in every article.
    const auto append = [&](std::string_view words, std::span<const std::uint32_t> side) {
        name += words;
        name += observed.texts[parties.parties[side.front()].name];
        name += side.size() > 1 ? " et al." : "";
    };
    if (observed.reports[best].is_group() && !plaintiffs.empty()) {
        name += resolved.count.low > 1 ? std::to_string(resolved.count.low) + ' ' : "";
        append("proceedings by ", plaintiffs);
    } else if (!plaintiffs.empty() && !defendants.empty()) {
        append("", plaintiffs);
        append(" v. ", defendants);
    } else if (const std::string& title = observed.reports[best].told->title; !title.empty()) {
        name += title;
    } else if (!defendants.empty()) {
        append("suit against ", defendants);
    } else if (!plaintiffs.empty()) {
        append("suit by ", plaintiffs);
    } else {
        name += "suit";
    }
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

DerivedAttributes derived_attributes(const Observed& observed, const CaseIdentity& cases,
                                     const ResolvedCase& resolved) {
    const std::span<const std::uint32_t> reports = cases.reports_of(resolved);
    const bool is_group = observed.reports[reports.front()].is_group();
    return {.count = is_group ? std::optional(resolved.count) : std::nullopt,
            .patents = patent_count(observed, reports),
            .status = latest_status(observed, reports)};
}

}  // namespace litigraph
