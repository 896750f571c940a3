/// \file
/// Which reports are of one case, decided by comparing every report with every case so far. The
/// twin of graph/src/case_identity.
#pragma once

#include "naive_parties.hpp"

#include <docket_number.hpp>

namespace litigraph::test {

struct NaiveReport {
    std::size_t article = 0;
    CaseIndex index = 0;
    const CaseObservation* told = nullptr;
    std::set<std::size_t> plaintiffs;
    std::set<std::size_t> defendants;
    std::optional<Day> published;
    DateInterval filed;
    DocketKey docket;
    std::string court;
    std::set<std::pair<std::size_t, std::size_t>> families;  ///< Owners of the two sides.

    bool is_group() const { return told->count.high > 1; }
};

struct NaiveCase {
    std::vector<NaiveReport> reports;  ///< The best told first.
    DateInterval filed;
    CountInterval count;
    DocketKey docket;
    std::string court;
};

inline std::optional<CountInterval> common(CountInterval a, CountInterval b) {
    const CountInterval both{std::max(a.low, b.low), std::min(a.high, b.high)};
    return both.low <= both.high ? std::optional(both) : std::nullopt;
}

template <class T>
bool differ(const T& a, const T& b) {
    return a != T() && b != T() && a != b;
}

/// Which party belongs to which, from what articles say of divisions.
class NaiveFamilies {
  public:
    NaiveFamilies(const std::vector<ArticleObservations>& articles, const NaiveParties& parties) {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            for (const RelationObservation& it : articles[i].relations) {
                if (it.kind == EdgeKind::division_of &&
                    parties.of(i, it.from) != parties.of(i, *it.to)) {
                    links_.push_back({parties.of(i, it.from), parties.of(i, *it.to),
                                      it.when.value_or(DateInterval{})});
                }
            }
        }
    }
    bool is_member(std::size_t party) const {
        return std::ranges::any_of(
            links_, [&](const Link& it) { return it.division == party || it.owner == party; });
    }
    std::size_t head(std::size_t party, DateInterval when) const {
        for (int level = 0; level < 16; ++level) {
            std::set<std::size_t> owners;
            for (const Link& it : links_) {
                if (it.division == party && intersection(it.when, when)) {
                    owners.insert(it.owner);
                }
            }
            if (owners.size() != 1) {
                return party;
            }
            party = *owners.begin();
        }
        return party;
    }

  private:
    struct Link {
        std::size_t division = 0;
        std::size_t owner = 0;
        DateInterval when;
    };
    std::vector<Link> links_;
};

class NaiveCases {
  public:
    NaiveCases(const std::vector<ArticleObservations>& articles, const NaiveParties& parties) {
        const NaiveFamilies families(articles, parties);
        std::vector<NaiveReport> reports;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            for (CaseIndex c = 0; c < articles[i].cases.size(); ++c) {
                reports.push_back(report(articles[i], i, c, parties, families));
            }
        }
        std::ranges::stable_sort(reports, {}, [](const NaiveReport& it) {
            return std::tuple(it.docket.number == 0, it.court.empty(),
                              days_between(it.filed.first, it.filed.last));
        });
        for (const NaiveReport& it : reports) {
            join(it);
        }
        for (NaiveCase& it : cases_) {
            name(it, parties);
        }
        std::ranges::sort(cases_, {}, [this](const NaiveCase& it) {
            const NaiveReport& best = it.reports.front();
            return std::tuple(names_.at({best.article, best.index}), it.filed, best.article,
                              best.index);
        });
    }

    const std::vector<NaiveCase>& cases() const { return cases_; }
    std::string name(std::size_t i) const {
        const NaiveReport& best = cases_[i].reports.front();
        return names_.at({best.article, best.index});
    }
    std::size_t of(std::size_t article, CaseIndex index) const {
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            for (const NaiveReport& it : cases_[i].reports) {
                if (it.article == article && it.index == index) {
                    return i;
                }
            }
        }
        return cases_.size();
    }

  private:
    static NaiveReport report(const ArticleObservations& article, std::size_t i, CaseIndex c,
                              const NaiveParties& parties, const NaiveFamilies& families) {
        const CaseObservation& told = article.cases[c];
        NaiveReport it{.article = i,
                       .index = c,
                       .told = &told,
                       .plaintiffs = {},
                       .defendants = {},
                       .published = article.article.published,
                       .filed = {},
                       .docket = {},
                       .court = {},
                       .families = {}};
        for (const RoleObservation& role : told.plaintiffs) {
            it.plaintiffs.insert(parties.of(i, role.party));
        }
        for (const RoleObservation& role : told.defendants) {
            it.defendants.insert(parties.of(i, role.party));
        }
        it.filed = told.filed.value_or(
            DateInterval{beginning_of_time, it.published.value_or(end_of_time)});
        it.docket = docket_key(told.docket_number);
        it.court = !it.is_group() && told.courts.size() == 1 ? told.courts.front().id : "";
        for (const std::size_t a : it.plaintiffs) {
            for (const std::size_t b : it.defendants) {
                const bool is_family = families.is_member(a) || families.is_member(b);
                const std::pair heads(families.head(a, it.filed), families.head(b, it.filed));
                if (is_family && told.filed && !it.court.empty() && heads.first != heads.second) {
                    it.families.insert(heads);
                }
            }
        }
        return it;
    }

    void join(const NaiveReport& report) {
        auto found = std::ranges::find_if(cases_, [&](const NaiveCase& it) {
            return is_same_docket(it.docket, report.docket) && shares_docket(it, report);
        });
        if (found == cases_.end()) {
            found =
                std::ranges::find_if(cases_, [&](const NaiveCase& it) { return fits(it, report); });
        }
        if (found == cases_.end()) {
            cases_.push_back({{}, report.filed, report.told->count, {}, {}});
            found = cases_.end() - 1;
        }
        NaiveCase& it = *found;
        it.filed = intersection(it.filed, report.filed).value_or(it.filed);
        it.count = common(it.count, report.told->count).value_or(it.count);
        it.court = it.court.empty() ? report.court : it.court;
        it.docket.number = it.docket.number == 0 ? report.docket.number : it.docket.number;
        it.docket.office = it.docket.office == 0 ? report.docket.office : it.docket.office;
        it.reports.push_back(report);
    }

    static bool is_same_docket(DocketKey a, DocketKey b) {
        return a.number != 0 && a.number == b.number && !differ(a.office, b.office);
    }

    static bool shares_docket(const NaiveCase& it, const NaiveReport& report) {
        return std::ranges::any_of(it.reports, [&](const NaiveReport& other) {
            return other.docket.number == report.docket.number && !report.court.empty() &&
                   other.court == report.court;
        });
    }

    static bool shares_parties(const NaiveReport& a, const NaiveReport& b) {
        const auto meet = [](const auto& one, const auto& other) {
            return std::ranges::any_of(one, [&](const auto& it) { return other.contains(it); });
        };
        return (meet(a.plaintiffs, b.plaintiffs) && meet(a.defendants, b.defendants)) ||
               meet(a.families, b.families);
    }

    static bool fits(const NaiveCase& it, const NaiveReport& report) {
        const NaiveReport& best = it.reports.front();
        const bool is_told_apart = std::ranges::find(it.reports, report.article,
                                                     &NaiveReport::article) != it.reports.end();
        const bool has_other_docket = differ(it.docket.number, report.docket.number) ||
                                      (it.docket.number == report.docket.number &&
                                       differ(it.docket.office, report.docket.office));
        return std::ranges::any_of(
                   it.reports, [&](const auto& other) { return shares_parties(other, report); }) &&
               report.told->kind == best.told->kind && report.is_group() == best.is_group() &&
               intersection(it.filed, report.filed) && !is_told_apart &&
               common(it.count, report.told->count) && !has_other_docket &&
               (!differ(it.court, report.court) || is_same_docket(it.docket, report.docket));
    }

    void name(const NaiveCase& it, const NaiveParties& parties) {
        const NaiveReport& best = it.reports.front();
        const auto names = [&](const std::set<std::size_t>& side) {
            return parties.parties()[*side.begin()].name + (side.size() > 1 ? " et al." : "");
        };
        std::string& name = names_[{best.article, best.index}];
        if (best.is_group() && !best.plaintiffs.empty()) {
            name = (it.count.low > 1 ? std::to_string(it.count.low) + ' ' : std::string()) +
                   "proceedings by " + names(best.plaintiffs);
        } else if (!best.plaintiffs.empty() && !best.defendants.empty()) {
            name = names(best.plaintiffs) + " v. " + names(best.defendants);
        } else if (!best.told->title.empty()) {
            name = best.told->title;
        } else if (!best.defendants.empty()) {
            name = "suit against " + names(best.defendants);
        } else {
            name = best.plaintiffs.empty() ? "suit" : "suit by " + names(best.plaintiffs);
        }
    }

    std::vector<NaiveCase> cases_;
    std::map<std::pair<std::size_t, CaseIndex>, std::string> names_;  // by best report
};

}  // namespace litigraph::test
