#include "conflicts.hpp"

#include <algorithm>
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
    Finder(std::span<const ArticleObservations> articles, const CaseIdentity& cases,
           std::span<const NodeId> lawsuits)
        : articles_(articles), cases_(cases), lawsuits_(lawsuits) {}

    std::vector<Conflict> find() && {
        for (std::size_t i = 0; i < cases_.cases.size(); ++i) {
            const std::span<const CaseReport> reports = cases_.reports_of(cases_.cases[i]);
            if (reports.size() > 1) {
                compare_intervals(reports, lawsuits_[i]);
                compare_courts(reports, lawsuits_[i]);
                compare_ends(reports, lawsuits_[i]);
            }
        }
        for (const NearMiss& miss : cases_.near_misses) {
            compare_cases(miss);
        }
        std::ranges::sort(found_, {}, [](const Conflict& conflict) {
            return std::tie(conflict.lawsuit, conflict.about);
        });
        return std::move(found_);
    }

  private:
    void add(std::optional<Conflict> conflict) {
        if (conflict) {
            found_.push_back(*std::move(conflict));
        }
    }

    void compare_intervals(std::span<const CaseReport> reports, NodeId lawsuit) {
        AllTold<DateInterval> filed;
        AllTold<CountInterval> counts;
        AllTold<CountInterval> patents;
        for (const CaseReport& report : reports) {
            counts.push_back({report.told->count, report.article});
            if (report.told->filed) {
                filed.push_back({*report.told->filed, report.article});
            }
            if (report.told->patent_count) {
                patents.push_back({*report.told->patent_count, report.article});
            }
        }
        add(disagreement(filed, lawsuit, "filed", articles_));
        add(disagreement(counts, lawsuit, "count", articles_));
        add(disagreement(patents, lawsuit, "patents", articles_));
    }

    void compare_courts(std::span<const CaseReport> reports, NodeId lawsuit) {
        Sides sides(articles_);
        for (const CaseReport& report : reports) {
            if (!court_of(*report.told).empty()) {
                sides.add(report.told->courts.front().name, report.article);
            }
        }
        add(sides.conflict(lawsuit, "court"));
    }

    /// How and when it ended: articles of one day that differ, and dates that exclude each other.
    void compare_ends(std::span<const CaseReport> reports, NodeId lawsuit) {
        std::map<Day, Sides> by_day;
        std::map<CaseStatus, AllTold<DateInterval>> ends;
        for (const CaseReport& report : reports) {
            const std::optional<Day> published = articles_[report.article].article.published;
            if (is_end(report.told->status) && published) {
                by_day.try_emplace(*published, articles_)
                    .first->second.add(std::string(to_string(report.told->status)), report.article);
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

    /// Two cases that differ in one thing may be one that an article has wrong.
    void compare_cases(const NearMiss& miss) {
        static constexpr const char* const abouts[] = {"court", "docket number", "count"};
        Sides sides(articles_);
        for (const std::uint32_t index : {miss.better_told, miss.other}) {
            for (const CaseReport& report : cases_.reports_of(cases_.cases[index])) {
                if (const std::string value = value_of(*report.told, miss.about); !value.empty()) {
                    sides.add(value, report.article);
                }
            }
        }
        add(sides.conflict(lawsuits_[miss.better_told],
                           abouts[static_cast<std::size_t>(miss.about)]));
    }

    static std::string value_of(const CaseObservation& told, NearMiss::About about) {
        switch (about) {
            case NearMiss::About::court:
                return court_of(told).empty() ? std::string() : told.courts.front().name;
            case NearMiss::About::docket_number:
                return told.docket_number;
            case NearMiss::About::count:
                return to_text(told.count);
        }
        return {};
    }

    std::span<const ArticleObservations> articles_;
    const CaseIdentity& cases_;
    std::span<const NodeId> lawsuits_;
    std::vector<Conflict> found_;
};

}  // namespace

std::vector<Conflict> find_conflicts(std::span<const ArticleObservations> articles,
                                     const CaseIdentity& cases, std::span<const NodeId> lawsuits) {
    return Finder(articles, cases, lawsuits).find();
}

}  // namespace litigraph
