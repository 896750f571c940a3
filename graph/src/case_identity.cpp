#include "case_identity.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

bool is_group(const CaseObservation& told) { return told.count.high > 1; }

std::string court_of(const CaseObservation& told) {
    return told.courts.size() == 1 ? told.courts.front().id : std::string();
}

std::vector<std::uint32_t> resolved(const std::vector<RoleObservation>& roles,
                                    const std::vector<std::uint32_t>& of) {
    std::vector<std::uint32_t> parties;
    for (const RoleObservation& role : roles) {
        parties.push_back(of[role.party]);
    }
    std::ranges::sort(parties);
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    return parties;
}

CaseReport report_of(const ArticleObservations& article, std::uint32_t position, CaseIndex index,
                     const std::vector<std::uint32_t>& of) {
    const CaseObservation& told = article.cases[index];
    DateInterval filed = told.filed.value_or(DateInterval{});
    if (!told.filed && article.article.published) {
        filed.last = *article.article.published;
    }
    return {.article = position,
            .index = index,
            .told = &told,
            .plaintiffs = resolved(told.plaintiffs, of),
            .defendants = resolved(told.defendants, of),
            .filed = filed};
}

bool is_better_told(const CaseReport& a, const CaseReport& b) {
    const auto rank = [](const CaseReport& report) {
        return std::tuple(report.told->docket_number.empty(), court_of(*report.told).empty(),
                          days_between(report.filed.first, report.filed.last), report.article,
                          report.index);
    };
    return rank(a) < rank(b);
}

bool is_same_docket(const CaseObservation& a, const CaseObservation& b) {
    return !a.docket_number.empty() && a.docket_number == b.docket_number &&
           court_of(a) == court_of(b);
}

bool differ(const std::string& a, const std::string& b) {
    return !a.empty() && !b.empty() && a != b;
}

bool is_compatible(const ResolvedCase& known, const CaseReport& report) {
    if (!intersection(known.filed, report.filed)) {
        return false;
    }
    return std::ranges::all_of(known.reports, [&](const CaseReport& other) {
        return other.article != report.article && is_group(*other.told) == is_group(*report.told) &&
               other.told->count == report.told->count &&
               !differ(court_of(*other.told), court_of(*report.told)) &&
               !differ(other.told->docket_number, report.told->docket_number);
    });
}

/// Cases found so far, by what a report may share with them.
class CaseIndexer {
  public:
    void add(CaseReport report) {
        const std::uint32_t at = find(report);
        if (at == cases_.size()) {
            cases_.push_back({.reports = {}, .filed = report.filed});
        }
        ResolvedCase& found = cases_[at];
        found.filed = intersection(found.filed, report.filed).value_or(found.filed);
        for (const std::uint32_t plaintiff : report.plaintiffs) {
            for (const std::uint32_t defendant : report.defendants) {
                remember(by_pair_[{plaintiff, defendant}], at);
            }
        }
        if (!report.told->docket_number.empty()) {
            remember(by_docket_[{report.told->docket_number, court_of(*report.told)}], at);
        }
        found.reports.push_back(std::move(report));
    }

    std::vector<ResolvedCase> take() && { return std::move(cases_); }

  private:
    static void remember(std::vector<std::uint32_t>& cases, std::uint32_t at) {
        if (std::ranges::find(cases, at) == cases.end()) {
            cases.push_back(at);
        }
    }

    std::uint32_t find(const CaseReport& report) const {
        const auto docket = by_docket_.find({report.told->docket_number, court_of(*report.told)});
        if (docket != by_docket_.end()) {
            for (const std::uint32_t at : docket->second) {
                if (is_same_docket(*cases_[at].reports.front().told, *report.told)) {
                    return at;
                }
            }
        }
        for (const std::uint32_t plaintiff : report.plaintiffs) {
            for (const std::uint32_t defendant : report.defendants) {
                if (const auto pair = by_pair_.find({plaintiff, defendant});
                    pair != by_pair_.end()) {
                    for (const std::uint32_t at : pair->second) {
                        if (is_compatible(cases_[at], report)) {
                            return at;
                        }
                    }
                }
            }
        }
        return static_cast<std::uint32_t>(cases_.size());
    }

    std::vector<ResolvedCase> cases_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> by_pair_;
    std::map<std::pair<std::string, std::string>, std::vector<std::uint32_t>> by_docket_;
};

}  // namespace

std::vector<ResolvedCase> identify_cases(std::span<const ArticleObservations> articles,
                                         const PartyIdentity& parties) {
    std::vector<CaseReport> reports;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        for (CaseIndex c = 0; c < articles[i].cases.size(); ++c) {
            reports.push_back(report_of(articles[i], i, c, parties.of[i]));
        }
    }
    std::ranges::sort(reports, is_better_told);
    CaseIndexer indexer;
    for (CaseReport& report : reports) {
        indexer.add(std::move(report));
    }
    return std::move(indexer).take();
}

}  // namespace litigraph
