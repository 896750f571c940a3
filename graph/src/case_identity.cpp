// Reports that share a key (docket number and court, or a pair of parties) form blocks; blocks have
// nothing to do with each other, so threads work on them side by side. Within a block the reports
// are taken best told first, and each joins the first case that it fits.
#include "case_identity.hpp"

#include "disjoint_sets.hpp"
#include "docket_number.hpp"
#include "families.hpp"
#include "grouped.hpp"
#include "parallel.hpp"
#include "text_ids.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

constexpr std::uint32_t none = TextIds::none;
constexpr std::int64_t near_days = 7;  // apart by no more than the imprecision of daily news

enum class KeyKind : std::uint8_t { docket_number, pair, family };

struct ReportKey {
    std::uint64_t hash = 0;
    std::uint32_t report = 0;
    KeyKind kind{};

    friend auto operator<=>(const ReportKey&, const ReportKey&) = default;
};

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    const std::uint64_t both[] = {a, b};
    return XXH3_64bits(both, sizeof(both));
}

template <class T>
bool differ(const T& a, const T& b) {
    return a != T() && b != T() && a != b;
}

/// What keys a report has: see identify_cases.
class KeyMaker {
  public:
    explicit KeyMaker(const Families& families) : families_(families) {}

    void add(const CaseReport& report, std::uint32_t id, DocketKey docket,
             std::vector<ReportKey>& keys) const {
        const std::string_view court = court_of(*report.told);
        if (docket.number != 0 && !court.empty()) {
            keys.push_back({mixed(docket.number, hash_of(court)), id, KeyKind::docket_number});
        }
        for (const std::uint32_t plaintiff : report.plaintiffs) {
            for (const std::uint32_t defendant : report.defendants) {
                keys.push_back({mixed(plaintiff, defendant), id, KeyKind::pair});
                add_family(report, plaintiff, defendant, id, keys);
            }
        }
    }

  private:
    void add_family(const CaseReport& report, std::uint32_t plaintiff, std::uint32_t defendant,
                    std::uint32_t id, std::vector<ReportKey>& keys) const {
        if ((!families_.is_member(plaintiff) && !families_.is_member(defendant)) ||
            !report.told->filed || court_of(*report.told).empty()) {
            return;
        }
        const std::uint32_t left = families_.head(plaintiff, report.filed);
        const std::uint32_t right = families_.head(defendant, report.filed);
        if (left != right) {
            keys.push_back({~mixed(left, right), id, KeyKind::family});
        }
    }

    const Families& families_;
};

class Identifier {
  public:
    Identifier(std::span<const ArticleObservations> articles, const PartyIdentity& parties,
               unsigned threads)
        : articles_(articles), parties_(parties), threads_(threads) {}

    CaseIdentity identify() {
        list_reports();
        number_keys();
        const std::vector<Part> parts = map_chunks<Part>(
            blocks_.size(), threads_, [this](Part& part, std::size_t begin, std::size_t end) {
                for (std::size_t block = begin; block < end; ++block) {
                    resolve_block(part, blocks_[block]);
                }
            });
        return put_together(parts);
    }

  private:
    /// A case that grows.
    struct Draft {
        const CaseReport* best = nullptr;
        DateInterval filed;
        CountInterval count;
        std::string_view court;
        DocketKey docket;
        std::uint32_t reports = 0;
    };
    struct Candidate {
        std::uint32_t draft = 0;
        std::uint32_t next = none;
    };
    /// What one thread makes: its cases, and for each key the list of cases that have it.
    struct Part {
        std::vector<Draft> drafts;
        std::vector<Candidate> candidates;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> reports;  // draft, report
        std::vector<NearMiss> near_misses;
    };

    void list_reports() {
        first_report_.assign(1, 0);
        std::vector<std::uint32_t> first_party(1, 0);
        for (const ArticleObservations& article : articles_) {
            for (const CaseObservation& told : article.cases) {
                first_party.push_back(
                    first_party.back() +
                    static_cast<std::uint32_t>(told.plaintiffs.size() + told.defendants.size()));
            }
            first_report_.push_back(static_cast<std::uint32_t>(first_party.size() - 1));
        }
        identity_.parties.resize(first_party.back());
        identity_.reports.resize(first_report_.back());
        dockets_.resize(first_report_.back());
        for_each_chunk(articles_.size(), threads_,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           for (std::size_t i = begin; i < end; ++i) {
                               list_article(static_cast<std::uint32_t>(i), first_party);
                           }
                       });
    }

    void list_article(std::uint32_t article, const std::vector<std::uint32_t>& first_party) {
        const ArticleObservations& observed = articles_[article];
        for (CaseIndex c = 0; c < observed.cases.size(); ++c) {
            const std::uint32_t id = first_report_[article] + c;
            const CaseObservation& told = observed.cases[c];
            std::uint32_t* const place = identity_.parties.data() + first_party[id];
            CaseReport& report = identity_.reports[id];
            report = {article, c, &told, {}, {}, told.filed.value_or(DateInterval{})};
            report.plaintiffs = resolved(told.plaintiffs, article, place);
            report.defendants = resolved(told.defendants, article, place + told.plaintiffs.size());
            if (!told.filed && observed.article.published) {
                report.filed.last = *observed.article.published;
            }
            dockets_[id] = docket_key(told.docket_number);
        }
    }

    std::span<const std::uint32_t> resolved(const std::vector<RoleObservation>& roles,
                                            std::uint32_t article, std::uint32_t* place) const {
        std::uint32_t* end = std::ranges::transform(roles, place, [&](const RoleObservation& role) {
                                 return parties_.of(article, role.party);
                             }).out;
        std::sort(place, end);
        return {place, std::unique(place, end)};
    }

    /// Numbers the keys that several reports share, and puts reports with a common key in a block.
    void number_keys() {
        const Families families(articles_, parties_);
        const KeyMaker maker(families);
        const auto& reports = identity_.reports;
        auto parts = map_chunks<std::vector<ReportKey>>(
            reports.size(), threads_,
            [&](std::vector<ReportKey>& keys, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                    maker.add(reports[i], static_cast<std::uint32_t>(i), dockets_[i], keys);
                }
            });
        std::vector<ReportKey> keys = std::move(parts.front());
        for (std::size_t i = 1; i < parts.size(); ++i) {
            keys.insert(keys.end(), parts[i].begin(), parts[i].end());
        }
        parallel_sort(keys, threads_, std::less<>());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        DisjointSets blocks(reports.size());
        std::vector<ReportKey> shared;  // with the number of the key for its hash
        std::uint64_t key = 0;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const bool is_known = i > 0 && keys[i].hash == keys[i - 1].hash;
            const bool comes_again = i + 1 < keys.size() && keys[i].hash == keys[i + 1].hash;
            if (is_known) {
                blocks.unite(keys[i - 1].report, keys[i].report);
            }
            if (is_known || comes_again) {
                shared.push_back({key, keys[i].report, keys[i].kind});
                key += comes_again ? 0 : 1;
            }
        }
        key_ends_.assign(key, {none, none});
        keys_of_ = grouped(shared, reports.size(), [](const ReportKey& it) { return it.report; });
        group_blocks(blocks);
    }

    void group_blocks(DisjointSets& sets) {
        block_of_.resize(identity_.reports.size());
        std::vector<std::uint32_t> all(identity_.reports.size());
        std::vector<std::uint32_t> number(all.size(), none);
        std::uint32_t blocks = 0;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            all[i] = i;
            std::uint32_t& block = number[sets.find(i)];
            block = block == none ? blocks++ : block;
            block_of_[i] = block;
        }
        blocks_ = grouped(all, blocks, [this](std::uint32_t i) { return block_of_[i]; });
        draft_of_.assign(all.size(), none);
    }

    auto rank(std::uint32_t id) const {
        const CaseReport& report = identity_.reports[id];
        return std::tuple(dockets_[id].number == 0, court_of(*report.told).empty(),
                          days_between(report.filed.first, report.filed.last), id);
    }

    void resolve_block(Part& part, std::span<std::uint32_t> block) {
        std::ranges::sort(block, {}, [this](std::uint32_t id) { return rank(id); });
        for (const std::uint32_t id : block) {
            std::uint32_t draft = find(part, id);
            if (draft == none) {
                draft = static_cast<std::uint32_t>(part.drafts.size());
                note_near_miss(part, id, draft);
                const CaseReport& report = identity_.reports[id];
                part.drafts.push_back({.best = &report,
                                       .filed = report.filed,
                                       .count = report.told->count,
                                       .court = {},
                                       .docket = {}});
            }
            join(part, id, draft);
        }
    }

    void join(Part& part, std::uint32_t id, std::uint32_t at) {
        const CaseReport& report = identity_.reports[id];
        Draft& draft = part.drafts[at];
        draft.filed = intersection(draft.filed, report.filed).value_or(draft.filed);
        draft.count = intersection(draft.count, report.told->count).value_or(draft.count);
        draft.court = draft.court.empty() ? court_of(*report.told) : draft.court;
        draft.docket.number = draft.docket.number == 0 ? dockets_[id].number : draft.docket.number;
        draft.docket.office = draft.docket.office == 0 ? dockets_[id].office : draft.docket.office;
        ++draft.reports;
        draft_of_[id] = at;
        part.reports.emplace_back(at, id);
        for (const ReportKey& key : keys_of_[id]) {
            remember(part, key_ends_[key.hash], at);
        }
    }

    /// Appends the case to the list of the key, unless it is the last there.
    static void remember(Part& part, std::pair<std::uint32_t, std::uint32_t>& ends,
                         std::uint32_t draft) {
        if (ends.second != none && part.candidates[ends.second].draft == draft) {
            return;
        }
        const auto place = static_cast<std::uint32_t>(part.candidates.size());
        part.candidates.push_back({draft, none});
        (ends.second == none ? ends.first : part.candidates[ends.second].next) = place;
        ends.second = place;
    }

    template <class Predicate>
    std::uint32_t find_candidate(const Part& part, std::uint32_t id,
                                 const Predicate& is_wanted) const {
        for (const ReportKey& key : keys_of_[id]) {
            for (std::uint32_t at = key_ends_[key.hash].first; at != none;
                 at = part.candidates[at].next) {
                if (is_wanted(key.kind, part.drafts[part.candidates[at].draft],
                              part.candidates[at].draft)) {
                    return part.candidates[at].draft;
                }
            }
        }
        return none;
    }

    std::uint32_t find(const Part& part, std::uint32_t id) const {
        const std::uint32_t by_number =
            find_candidate(part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t) {
                return kind == KeyKind::docket_number && is_same_docket(draft.docket, dockets_[id]);
            });
        return by_number != none
                   ? by_number
                   : find_candidate(
                         part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t at) {
                             return kind != KeyKind::docket_number && fits(draft, at, id);
                         });
    }

    static bool is_same_docket(DocketKey a, DocketKey b) {
        return a.number != 0 && a.number == b.number && !differ(a.office, b.office);
    }

    bool differ_in_docket(const Draft& draft, std::uint32_t id) const {
        return differ(draft.docket.number, dockets_[id].number) ||
               (draft.docket.number == dockets_[id].number &&
                differ(draft.docket.office, dockets_[id].office));
    }

    bool fits(const Draft& draft, std::uint32_t at, std::uint32_t id) const {
        const CaseReport& report = identity_.reports[id];
        return can_be(draft, at, id) && intersection(draft.count, report.told->count) &&
               !differ_in_docket(draft, id) &&
               (!differ(draft.court, court_of(*report.told)) ||
                is_same_docket(draft.docket, dockets_[id]));
    }

    /// But for court, docket number and count.
    bool can_be(const Draft& draft, std::uint32_t at, std::uint32_t id) const {
        const CaseReport& report = identity_.reports[id];
        return report.told->kind == draft.best->told->kind &&
               is_group(*report.told) == is_group(*draft.best->told) &&
               intersection(draft.filed, report.filed) && !is_told_apart(at, id);
    }

    /// Whether the report's own article has another report of the case.
    bool is_told_apart(std::uint32_t draft, std::uint32_t id) const {
        const std::uint32_t article = identity_.reports[id].article;
        for (std::uint32_t i = first_report_[article]; i < first_report_[article + 1]; ++i) {
            if (block_of_[i] == block_of_[id] && draft_of_[i] == draft) {
                return true;
            }
        }
        return false;
    }

    static bool is_precise(DateInterval filed) {
        return days_between(filed.first, filed.last) < near_days;
    }

    void note_near_miss(Part& part, std::uint32_t id, std::uint32_t opened) const {
        const CaseReport& report = identity_.reports[id];
        if (!is_precise(report.filed)) {
            return;
        }
        NearMiss::About about{};
        const std::uint32_t found =
            find_candidate(part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t at) {
                if (kind != KeyKind::pair || !is_precise(draft.filed) || !can_be(draft, at, id)) {
                    return false;
                }
                const bool counts = !intersection(draft.count, report.told->count);
                const bool courts = differ(draft.court, court_of(*report.told));
                const bool dockets = differ_in_docket(draft, id);
                about = counts   ? NearMiss::About::count
                        : courts ? NearMiss::About::court
                                 : NearMiss::About::docket_number;
                return int{counts} + int{courts} + int{dockets} == 1;
            });
        if (found != none) {
            part.near_misses.push_back({found, opened, about});
        }
    }

    CaseIdentity put_together(const std::vector<Part>& parts) {
        std::vector<CaseReport> reports(identity_.reports.size());
        for (const Part& part : parts) {
            const auto first = static_cast<std::uint32_t>(identity_.cases.size());
            std::uint32_t at = identity_.cases.empty() ? 0 : identity_.cases.back().end;
            for (const Draft& draft : part.drafts) {
                identity_.cases.push_back({at, at, draft.filed, draft.count, draft.court});
                at += draft.reports;
            }
            for (const auto& [draft, report] : part.reports) {
                reports[identity_.cases[first + draft].end++] = identity_.reports[report];
            }
            for (const NearMiss& miss : part.near_misses) {
                identity_.near_misses.push_back(
                    {first + miss.better_told, first + miss.other, miss.about});
            }
        }
        identity_.reports = std::move(reports);
        identity_.first_report = std::move(first_report_);
        identity_.case_of.resize(identity_.reports.size());
        std::vector<std::uint32_t> order(identity_.cases.size());
        std::iota(order.begin(), order.end(), 0U);
        identity_.renumber(order);
        return std::move(identity_);
    }

    std::span<const ArticleObservations> articles_;
    const PartyIdentity& parties_;
    unsigned threads_;
    CaseIdentity identity_;
    std::vector<std::uint32_t> first_report_;                        // by article
    std::vector<DocketKey> dockets_;                                 // by report
    Grouped<ReportKey> keys_of_;                                     // by report
    std::vector<std::pair<std::uint32_t, std::uint32_t>> key_ends_;  // first, last candidate
    std::vector<std::uint32_t> block_of_;                            // by report
    Grouped<std::uint32_t> blocks_;
    std::vector<std::uint32_t> draft_of_;  // by report: in the part of its block
};

}  // namespace

void CaseIdentity::renumber(std::span<const std::uint32_t> order) {
    std::vector<ResolvedCase> renumbered;
    renumbered.reserve(cases.size());
    std::vector<std::uint32_t> number(cases.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        number[order[i]] = i;
        renumbered.push_back(cases[order[i]]);
        for (const CaseReport& report : reports_of(cases[order[i]])) {
            case_of[first_report[report.article] + report.index] = i;
        }
    }
    for (NearMiss& miss : near_misses) {
        miss.better_told = number[miss.better_told];
        miss.other = number[miss.other];
    }
    cases = std::move(renumbered);
}

CaseIdentity identify_cases(std::span<const ArticleObservations> articles,
                            const PartyIdentity& parties, unsigned threads) {
    return Identifier(articles, parties, threads).identify();
}

}  // namespace litigraph
