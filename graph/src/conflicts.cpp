#include "conflicts.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

bool is_end(CaseStatus status) {
    return status == CaseStatus::settled || status == CaseStatus::dismissed ||
           status == CaseStatus::withdrawn;
}

std::string to_text(CountInterval count) {
    if (count.high == CountInterval::unbounded) {
        return std::to_string(count.low) + " or more";
    }
    return count.low == count.high
               ? std::to_string(count.low)
               : std::to_string(count.low) + " to " + std::to_string(count.high);
}

/// What articles say about one thing. Copies of one text count as its first.
class Sides {
  public:
    explicit Sides(std::span<const ArticleObservations> articles) : articles_(articles) {}

    void add(const std::string& value, std::uint32_t article) {
        const ArticleInfo& info = articles_[article].article;
        auto& ids = values_[value];
        const auto [place, is_new] = ids.emplace(info.fingerprint, info.id);
        if (!is_new && info.id < place->second) {
            place->second = info.id;
        }
    }

    std::optional<Conflict> conflict(NodeId lawsuit, std::string about) const {
        if (values_.size() < 2) {
            return std::nullopt;
        }
        Conflict found{.lawsuit = lawsuit, .about = std::move(about), .sides = {}};
        for (const auto& [value, ids] : values_) {
            Conflict::Side side{.value = value, .articles = {}};
            for (const auto& [fingerprint, id] : ids) {
                side.articles.push_back(id);
            }
            std::ranges::sort(side.articles);
            found.sides.push_back(std::move(side));
        }
        return found;
    }

  private:
    std::span<const ArticleObservations> articles_;
    std::map<std::string, std::map<std::uint64_t, std::string>> values_;
};

template <class Interval>
struct Told {
    Interval interval;
    std::uint32_t article = 0;
};

template <class T>
using AllTold = std::vector<Told<T>>;

std::string to_text(DateInterval days) { return to_string(days); }

/// Intervals of one thing that have nothing in common. All that agree with the best told are one
/// side, told as what they allow together.
template <class Interval>
std::optional<Conflict> disagreement(const AllTold<Interval>& told, NodeId lawsuit,
                                     std::string about,
                                     std::span<const ArticleObservations> articles) {
    if (told.empty()) {
        return std::nullopt;
    }
    Interval agreed = told.front().interval;
    const bool is_agreed = std::ranges::all_of(told, [&](const Told<Interval>& one) {
        const auto both = intersection(agreed, one.interval);
        agreed = both.value_or(agreed);
        return both.has_value();
    });
    if (is_agreed) {
        return std::nullopt;
    }
    agreed = told.front().interval;
    AllTold<Interval> agreeing;
    Sides sides(articles);
    for (const Told<Interval>& one : told) {
        if (const auto both = intersection(agreed, one.interval)) {
            agreed = *both;
            agreeing.push_back(one);
        } else {
            sides.add(to_text(one.interval), one.article);
        }
    }
    for (const Told<Interval>& one : agreeing) {
        sides.add(to_text(agreed), one.article);
    }
    return sides.conflict(lawsuit, std::move(about));
}

class Finder {
  public:
    Finder(const Observed& observed, const CaseIdentity& cases, std::span<const NodeId> lawsuits)
        : observed_(observed), articles_(observed.articles), cases_(cases), lawsuits_(lawsuits) {}

    void compare_reports_of(std::size_t index) {
        const std::span<const std::uint32_t> reports = cases_.reports_of(cases_.cases[index]);
        if (reports.size() > 1) {
            compare_intervals(reports, lawsuits_[index]);
            compare_courts(reports, lawsuits_[index]);
            compare_ends(reports, lawsuits_[index]);
        }
    }

    /// Two cases that differ in one thing may be one that an article has wrong.
    void compare_cases(const NearMiss& miss) {
        static constexpr const char* const abouts[] = {"court", "docket number", "count"};
        Sides sides(articles_);
        for (const std::uint32_t index : {miss.better_told, miss.other}) {
            for (const std::uint32_t id : cases_.reports_of(cases_.cases[index])) {
                const CaseReport& report = observed_.reports[id];
                if (const std::string value = value_of(report, miss.about); !value.empty()) {
                    sides.add(value, report.article);
                }
            }
        }
        add(sides.conflict(lawsuits_[miss.better_told],
                           abouts[static_cast<std::size_t>(miss.about)]));
    }

    std::vector<Conflict>& found() noexcept { return found_; }

  private:
    void add(std::optional<Conflict> conflict) {
        if (conflict) {
            found_.push_back(*std::move(conflict));
        }
    }

    void compare_intervals(std::span<const std::uint32_t> reports, NodeId lawsuit) {
        filed_.clear(), counts_.clear(), patents_.clear();
        for (const std::uint32_t id : reports) {
            const CaseReport& report = observed_.reports[id];
            counts_.push_back({report.count, report.article});
            if (report.has_date) {
                filed_.push_back({report.filed, report.article});
            }
            if (report.patent_count) {
                patents_.push_back({*report.patent_count, report.article});
            }
        }
        add(disagreement(filed_, lawsuit, "filed", articles_));
        add(disagreement(counts_, lawsuit, "count", articles_));
        add(disagreement(patents_, lawsuit, "patents", articles_));
    }

    void compare_courts(std::span<const std::uint32_t> reports, NodeId lawsuit) {
        std::uint32_t first = none;
        bool differ = false;
        for (const std::uint32_t id : reports) {
            const std::uint32_t court = observed_.reports[id].court;
            first = first == none ? court : first;
            differ = differ || (court != none && court != first);
        }
        if (!differ) {
            return;
        }
        Sides sides(articles_);
        for (const std::uint32_t id : reports) {
            if (observed_.reports[id].court != none) {
                sides.add(court_name(observed_.reports[id]), observed_.reports[id].article);
            }
        }
        add(sides.conflict(lawsuit, "court"));
    }

    std::string court_name(const CaseReport& report) const {
        return std::string(observed_.texts[observed_.said(report, Topic::court).front().name]);
    }

    /// How and when it ended: articles of one day that differ, and dates that exclude each other.
    void compare_ends(std::span<const std::uint32_t> reports, NodeId lawsuit) {
        std::map<Day, Sides> by_day;
        std::map<CaseStatus, AllTold<DateInterval>> ends;
        for (const std::uint32_t id : reports) {
            const CaseReport& report = observed_.reports[id];
            if (is_end(report.status) && report.published) {
                by_day.try_emplace(*report.published, articles_)
                    .first->second.add(std::string(to_string(report.status)), report.article);
            }
            if (!report.has_events) {
                continue;
            }
            for (const EventObservation& event : report.told->events) {
                if (is_end(event.what) && event.when) {
                    ends[event.what].push_back({*event.when, report.article});
                }
            }
        }
        for (const auto& [day, sides] : by_day) {
            add(sides.conflict(lawsuit, "status"));
        }
        for (const auto& [status, told] : ends) {
            add(disagreement(told, lawsuit, std::string(to_string(status)), articles_));
        }
    }

    std::string value_of(const CaseReport& report, NearMiss::About about) const {
        switch (about) {
            case NearMiss::About::court:
                return report.court == none ? std::string() : court_name(report);
            case NearMiss::About::docket_number:
                return report.told->docket_number;
            case NearMiss::About::count:
                return to_text(report.count);
        }
        return {};
    }

    const Observed& observed_;
    std::span<const ArticleObservations> articles_;
    const CaseIdentity& cases_;
    std::span<const NodeId> lawsuits_;
    std::vector<Conflict> found_;
    AllTold<DateInterval> filed_;  // of the case that is looked at
    AllTold<CountInterval> counts_;
    AllTold<CountInterval> patents_;
};

}  // namespace

std::vector<Conflict> find_conflicts(const Observed& observed, const CaseIdentity& cases,
                                     std::span<const NodeId> lawsuits, unsigned threads) {
    const auto of_cases = map_chunks<std::vector<Conflict>>(
        cases.cases.size(), threads,
        [&](std::vector<Conflict>& found, std::size_t begin, std::size_t end) {
            Finder finder(observed, cases, lawsuits);
            for (std::size_t i = begin; i < end; ++i) {
                finder.compare_reports_of(i);
            }
            found = std::move(finder.found());
        });
    Finder between(observed, cases, lawsuits);
    for (const NearMiss& miss : cases.near_misses) {
        between.compare_cases(miss);
    }
    std::vector<Conflict> all = joined(of_cases);
    std::ranges::move(between.found(), std::back_inserter(all));
    std::ranges::stable_sort(all, [](const Conflict& a, const Conflict& b) {
        return std::tie(a.lawsuit, a.about) < std::tie(b.lawsuit, b.about);
    });
    return all;
}

}  // namespace litigraph
