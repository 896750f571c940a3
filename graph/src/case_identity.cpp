// Reports that share a key (docket number and court, or a pair of parties) form blocks; blocks have
// nothing to do with each other, so threads work on them side by side. Within a block the reports
// are taken best told first, and each joins the first case that it fits.
#include "case_identity.hpp"

#include "disjoint_sets.hpp"
#include "families.hpp"
#include "grouped.hpp"
#include "parallel.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>
#include <xxhash.h>

namespace litigraph {

namespace {

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

/// Whether both are told and are not the same.
template <class T>
bool differ(T a, T b, T untold) {
    return a != untold && b != untold && a != b;
}

/// Asks for reports that are looked at soon: those of one block lie anywhere in memory.
void prefetch(const Column<CaseReport>& reports, std::span<const std::uint32_t> ids) {
    constexpr std::size_t line = 64;
    for (const std::uint32_t id : ids) {
        const auto* const begin = reinterpret_cast<const char*>(&reports[id]);
        for (std::size_t at = 0; at < sizeof(CaseReport); at += line) {
            __builtin_prefetch(begin + at);
        }
    }
}

/// What keys a report has: see identify_cases.
class KeyMaker {
  public:
    KeyMaker(const Observed& observed, const ReportSides& sides, const Families& families)
        : observed_(observed), sides_(sides), families_(families) {}

    void add(std::uint32_t id, Column<ReportKey>& keys) const {
        const CaseReport& report = observed_.reports[id];
        if (report.docket.number != 0 && report.court != none) {
            keys.push_back({mixed(report.docket.number, report.court), id, KeyKind::docket_number});
        }
        for (const std::uint32_t plaintiff : sides_.plaintiffs(id)) {
            for (const std::uint32_t defendant : sides_.defendants(id)) {
                keys.push_back({mixed(plaintiff, defendant), id, KeyKind::pair});
                add_family(report, plaintiff, defendant, id, keys);
            }
        }
    }

  private:
    void add_family(const CaseReport& report, std::uint32_t plaintiff, std::uint32_t defendant,
                    std::uint32_t id, Column<ReportKey>& keys) const {
        if ((!families_.is_member(plaintiff) && !families_.is_member(defendant)) ||
            !report.has_date || report.court == none) {
            return;
        }
        const std::uint32_t left = families_.head(plaintiff, report.filed);
        const std::uint32_t right = families_.head(defendant, report.filed);
        if (left != right) {
            keys.push_back({~mixed(left, right), id, KeyKind::family});
        }
    }

    const Observed& observed_;
    const ReportSides& sides_;
    const Families& families_;
};

class Identifier {
  public:
    Identifier(const Observed& observed, const PartyIdentity& parties, unsigned threads)
        : observed_(observed), reports_(observed.reports), parties_(parties), threads_(threads) {}

    CaseIdentity identify() {
        identity_.sides = ReportSides(observed_, parties_, threads_);
        number_keys();
        const std::vector<Part> parts = map_chunks<Part>(
            blocks_.size(), threads_, [this](Part& part, std::size_t begin, std::size_t end) {
                constexpr std::size_t ahead = 8;
                for (std::size_t block = begin; block < end; ++block) {
                    if (block + ahead < end) {
                        prefetch(reports_, blocks_[block + ahead]);
                    }
                    resolve_block(part, blocks_[block]);
                }
            });
        return put_together(parts);
    }

  private:
    /// A case that grows.
    struct Draft {
        std::uint32_t best = 0;  ///< Report.
        DateInterval filed;
        CountInterval count;
        std::uint32_t court = none;
        DocketKey docket;
        std::uint32_t reports = 0;
    };
    struct Candidate {
        std::uint32_t draft = 0;
        std::uint32_t next = none;
    };
    /// What one thread makes: its cases, and for each key the list of cases that have it.
    struct Part {
        Column<Draft> drafts;
        Column<Candidate> candidates;
        Column<std::pair<std::uint32_t, std::uint32_t>> reports;  // draft, report
        Column<NearMiss> near_misses;
    };

    Column<ReportKey> sorted_keys() const {
        const Families families(observed_, parties_);
        const KeyMaker maker(observed_, identity_.sides, families);
        const auto parts = map_chunks<Column<ReportKey>>(
            reports_.size(), threads_,
            [&](Column<ReportKey>& keys, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                    maker.add(static_cast<std::uint32_t>(i), keys);
                }
            });
        // Hashes spread evenly: their first bits make small groups, which are sorted in the cache.
        const auto bits = static_cast<unsigned>(std::bit_width(reports_.size() / 256));
        Grouped<ReportKey> by_hash = grouped_parts(
            std::span(parts), std::size_t{1} << bits, threads_,
            [bits](const ReportKey& key) { return bits == 0 ? 0 : key.hash >> (64U - bits); });
        for_each_index(by_hash.size(), threads_,
                       [&](std::size_t group) { std::ranges::sort(by_hash[group]); });
        Column<ReportKey> keys = std::move(by_hash.items);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }

    /// Numbers the keys that several reports share, and puts reports with a common key in a block.
    void number_keys() {
        const Column<ReportKey> keys = sorted_keys();
        DisjointSets blocks(reports_.size());
        Column<ReportKey> shared;  // with the number of the key for its hash
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
        keys_of_ = grouped(shared, reports_.size(), threads_,
                           [](const ReportKey& it) { return it.report; });
        group_blocks(blocks);
    }

    void group_blocks(DisjointSets& sets) {
        block_of_.resize(reports_.size());
        Column<std::uint32_t> all(reports_.size());
        Column<std::uint32_t> number(all.size(), none);
        std::uint32_t blocks = 0;
        for (std::uint32_t i = 0; i < all.size(); ++i) {
            all[i] = i;
            std::uint32_t& block = number[sets.find(i)];
            block = block == none ? blocks++ : block;
            block_of_[i] = block;
        }
        blocks_ = grouped(all, blocks, threads_, [this](std::uint32_t i) { return block_of_[i]; });
        draft_of_.assign(all.size(), none);
    }

    auto rank(std::uint32_t id) const {
        const CaseReport& report = reports_[id];
        return std::tuple(report.docket.number == 0, report.court == none,
                          days_between(report.filed.first, report.filed.last), id);
    }

    void resolve_block(Part& part, std::span<std::uint32_t> block) {
        std::ranges::sort(block, {}, [this](std::uint32_t id) { return rank(id); });
        for (const std::uint32_t id : block) {
            std::uint32_t draft = find(part, id);
            if (draft == none) {
                draft = static_cast<std::uint32_t>(part.drafts.size());
                note_near_miss(part, id, draft);
                part.drafts.push_back({.best = id,
                                       .filed = reports_[id].filed,
                                       .count = reports_[id].count,
                                       .docket = {}});
            }
            join(part, id, draft);
        }
    }

    void join(Part& part, std::uint32_t id, std::uint32_t at) {
        const CaseReport& report = reports_[id];
        Draft& draft = part.drafts[at];
        DocketKey& docket = draft.docket;
        draft.filed = intersection(draft.filed, report.filed).value_or(draft.filed);
        draft.count = intersection(draft.count, report.count).value_or(draft.count);
        draft.court = draft.court == none ? report.court : draft.court;
        docket.number = docket.number == 0 ? report.docket.number : docket.number;
        docket.office = docket.office == 0 ? report.docket.office : docket.office;
        ++draft.reports;
        draft_of_[id] = at;
        part.reports.emplace_back(at, id);
        for (const ReportKey& key : keys_of_[id]) {
            remember(part, key_ends_[key.hash], at);
        }
    }

    /// Appends the case to the list of the key, unless it is there.
    static void remember(Part& part, std::pair<std::uint32_t, std::uint32_t>& ends,
                         std::uint32_t draft) {
        for (std::uint32_t at = ends.first; at != none; at = part.candidates[at].next) {
            if (part.candidates[at].draft == draft) {
                return;
            }
        }
        const auto place = static_cast<std::uint32_t>(part.candidates.size());
        part.candidates.push_back({draft, none});
        (ends.second == none ? ends.first : part.candidates[ends.second].next) = place;
        ends.second = place;
    }

    /// Of the cases with a key of the report, the first opened that is wanted.
    template <class Predicate>
    std::uint32_t find_candidate(const Part& part, std::uint32_t id,
                                 const Predicate& is_wanted) const {
        std::uint32_t first = none;
        for (const ReportKey& key : keys_of_[id]) {
            for (std::uint32_t at = key_ends_[key.hash].first; at != none;
                 at = part.candidates[at].next) {
                const std::uint32_t draft = part.candidates[at].draft;
                if (draft < first && is_wanted(key.kind, part.drafts[draft], draft)) {
                    first = draft;
                }
            }
        }
        return first;
    }

    std::uint32_t find(const Part& part, std::uint32_t id) const {
        const std::uint32_t by_number =
            find_candidate(part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t) {
                return kind == KeyKind::docket_number &&
                       is_same_docket(draft.docket, reports_[id].docket);
            });
        return by_number != none
                   ? by_number
                   : find_candidate(
                         part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t at) {
                             return kind != KeyKind::docket_number && fits(draft, at, id);
                         });
    }

    static bool is_same_docket(DocketKey a, DocketKey b) {
        return a.number != 0 && a.number == b.number &&
               !differ(a.office, b.office, std::uint64_t{0});
    }

    static bool differ_in_docket(DocketKey a, DocketKey b) {
        constexpr std::uint64_t untold = 0;
        return differ(a.number, b.number, untold) ||
               (a.number == b.number && differ(a.office, b.office, untold));
    }

    bool fits(const Draft& draft, std::uint32_t at, std::uint32_t id) const {
        const CaseReport& report = reports_[id];
        return can_be(draft, at, id) && intersection(draft.count, report.count) &&
               !differ_in_docket(draft.docket, report.docket) &&
               (!differ(draft.court, report.court, none) ||
                is_same_docket(draft.docket, report.docket));
    }

    /// But for court, docket number and count.
    bool can_be(const Draft& draft, std::uint32_t at, std::uint32_t id) const {
        const CaseReport& report = reports_[id];
        const CaseReport& best = reports_[draft.best];
        return report.kind == best.kind && report.is_group() == best.is_group() &&
               intersection(draft.filed, report.filed) && !is_told_apart(at, id);
    }

    /// Whether the report's own article has another report of the case.
    bool is_told_apart(std::uint32_t draft, std::uint32_t id) const {
        const auto first = observed_.first_report.begin() + reports_[id].article;
        for (std::uint32_t i = first[0]; i < first[1]; ++i) {
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
        const CaseReport& report = reports_[id];
        if (!is_precise(report.filed)) {
            return;
        }
        NearMiss::About about{};
        const std::uint32_t found =
            find_candidate(part, id, [&](KeyKind kind, const Draft& draft, std::uint32_t at) {
                if (kind != KeyKind::pair || !is_precise(draft.filed) || !can_be(draft, at, id)) {
                    return false;
                }
                const bool counts = !intersection(draft.count, report.count);
                const bool courts = differ(draft.court, report.court, none);
                const bool dockets = differ_in_docket(draft.docket, report.docket);
                if (int{counts} + int{courts} + int{dockets} != 1) {
                    return false;
                }
                about = counts   ? NearMiss::About::count
                        : courts ? NearMiss::About::court
                                 : NearMiss::About::docket_number;
                return true;
            });
        if (found != none) {
            part.near_misses.push_back({found, opened, about});
        }
    }

    /// The best told from the court table, else the best told.
    std::uint32_t chosen_court(std::span<const std::uint32_t> of_case) const {
        if (reports_[of_case.front()].is_group()) {
            return none;
        }
        std::uint32_t chosen = none;
        for (const std::uint32_t id : of_case) {
            if (reports_[id].is_forum_code) {
                return reports_[id].forum;
            }
            chosen = chosen == none ? reports_[id].forum : chosen;
        }
        return chosen;
    }

    CaseIdentity put_together(const std::vector<Part>& parts) {
        identity_.reports.resize(reports_.size());
        for (const Part& part : parts) {
            const auto first = static_cast<std::uint32_t>(identity_.cases.size());
            std::uint32_t at = identity_.cases.empty() ? 0 : identity_.cases.back().reports.end;
            for (const Draft& draft : part.drafts) {
                identity_.cases.push_back({{at, at}, draft.filed, draft.count});
                at += draft.reports;
            }
            for (const auto& [draft, report] : part.reports) {
                identity_.reports[identity_.cases[first + draft].reports.end++] = report;
            }
            for (const NearMiss& miss : part.near_misses) {
                identity_.near_misses.push_back(
                    {first + miss.better_told, first + miss.other, miss.about});
            }
        }
        identity_.case_of.resize(reports_.size());
        for_each_index(identity_.cases.size(), threads_, [this](std::size_t i) {
            ResolvedCase& found = identity_.cases[i];
            const std::span<const std::uint32_t> of_case = identity_.reports_of(found);
            found.court = chosen_court(of_case);
            for (const std::uint32_t report : of_case) {
                identity_.case_of[report] = static_cast<std::uint32_t>(i);
            }
        });
        return std::move(identity_);
    }

    const Observed& observed_;
    const Column<CaseReport>& reports_;
    const PartyIdentity& parties_;
    unsigned threads_;
    CaseIdentity identity_;
    Grouped<ReportKey> keys_of_;                                // by report
    Column<std::pair<std::uint32_t, std::uint32_t>> key_ends_;  // first, last candidate
    Column<std::uint32_t> block_of_;                            // by report
    Grouped<std::uint32_t> blocks_;
    Column<std::uint32_t> draft_of_;  // by report: in the part of its block
};

}  // namespace

ReportSides::ReportSides(const Observed& observed, const PartyIdentity& parties, unsigned threads)
    : sides_(observed.reports.size()), parties_(observed.statements.size()) {
    // The parties of a report lie where its statements do.
    const auto side = [&](std::span<const Statement> roles, std::uint32_t at) {
        const auto begin = parties_.begin() + at;
        const auto end = std::ranges::transform(roles, begin, [&](const Statement& role) {
                             return parties.party_of[role.what];
                         }).out;
        std::sort(begin, end);
        return Run{at, static_cast<std::uint32_t>(std::unique(begin, end) - parties_.begin())};
    };
    for_each_index(observed.reports.size(), threads, [&](std::size_t i) {
        const CaseReport& report = observed.reports[i];
        const auto plaintiffs = observed.said(report, Topic::plaintiff);
        const auto defendants = observed.said(report, Topic::defendant);
        const std::uint32_t first = report.statements.begin;
        sides_[i] = {side(plaintiffs, first),
                     side(defendants, first + static_cast<std::uint32_t>(plaintiffs.size()))};
    });
}

void CaseIdentity::renumber(std::span<const std::uint32_t> order, unsigned threads) {
    Column<ResolvedCase> renumbered(order.size());
    Column<std::uint32_t> number(order.size());
    for_each_index(order.size(), threads, [&](std::size_t i) {
        number[order[i]] = static_cast<std::uint32_t>(i);
        renumbered[i] = cases[order[i]];
    });
    std::uint32_t begin = 0;
    for (ResolvedCase& found : renumbered) {
        const std::uint32_t size = found.reports.end - found.reports.begin;
        found.reports = {begin, begin + size};
        begin += size;
    }
    Column<std::uint32_t> ordered(reports.size());
    for_each_index(order.size(), threads, [&](std::size_t i) {
        const std::span<const std::uint32_t> of_case = reports_of(cases[order[i]]);
        std::ranges::copy(of_case, ordered.begin() + renumbered[i].reports.begin);
        for (const std::uint32_t report : of_case) {
            case_of[report] = static_cast<std::uint32_t>(i);
        }
    });
    for (NearMiss& miss : near_misses) {
        miss.better_told = number[miss.better_told];
        miss.other = number[miss.other];
    }
    reports = std::move(ordered);
    cases = std::move(renumbered);
}

CaseIdentity identify_cases(const Observed& observed, const PartyIdentity& parties,
                            unsigned threads) {
    return Identifier(observed, parties, threads).identify();
}

}  // namespace litigraph
