// Mentions are put together by the normal form of their name; each name is split into the parties
// that it means ("bearers"); bearers are united by rules and aliases; the sets are the parties.
#include "party_identity.hpp"

#include "grouped.hpp"
#include "homonyms.hpp"
#include "parallel.hpp"
#include "party_names.hpp"
#include "party_sets.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

class Identifier {
  public:
    Identifier(const Observed& observed, std::span<const AliasRule> rules, unsigned threads)
        : observed_(observed),
          mentions_(observed.mentions),
          rules_(rules),
          threads_(threads),
          names_(observed, threads) {}

    PartyIdentity identify() {
        find_keys();
        find_bearers();
        PartySets sets(articles_by_bearer());
        unite_by_rules(sets);
        unite_by_aliases(sets);
        collect(sets);
        return number();
    }

  private:
    struct Claim {
        std::uint32_t key = 0;     ///< Of the alias.
        std::uint32_t bearer = 0;  ///< Whose alias it is.
        friend auto operator<=>(const Claim&, const Claim&) = default;
    };

    void find_keys() {
        key_of_.resize(mentions_.size());
        for_each_index(mentions_.size(), threads_,
                       [this](std::size_t m) { key_of_[m] = names_.key(mentions_[m].name); });
    }

    bool is_described(std::uint32_t mention) const {
        return mentions_[mention].kind == PartyKind::group;
    }

    Grouped<std::uint32_t> mentions_by(const Column<std::uint32_t>& group_of,
                                       std::size_t groups) const {
        Column<std::uint32_t> all(mentions_.size());
        std::iota(all.begin(), all.end(), 0U);
        return grouped(all, groups, threads_, [&](std::uint32_t m) { return group_of[m]; });
    }

    /// Numbers the bearers of each name: first its homonyms, then each article's description.
    void find_bearers() {
        Grouped<std::uint32_t> by_key = mentions_by(key_of_, names_.key_count());
        bearer_of_.resize(mentions_.size());
        namesakes_.assign(names_.key_count(), 0);
        Column<std::uint32_t> count(names_.key_count(), 0);
        const Homonyms homonyms(observed_, rules_, names_, key_of_);
        const auto split = [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
            for (std::size_t key = begin; key < end; ++key) {
                const std::span<std::uint32_t> run = by_key[key];
                const auto middle = std::stable_partition(
                    run.begin(), run.end(), [this](std::uint32_t m) { return !is_described(m); });
                namesakes_[key] = homonyms.split({run.begin(), middle}, bearer_of_);
                count[key] = namesakes_[key];
                for (auto m = middle; m != run.end(); ++m) {
                    const bool is_new =
                        m == middle || mentions_[*m].article != mentions_[m[-1]].article;
                    count[key] += is_new ? 1 : 0;
                    bearer_of_[*m] = count[key] - 1;
                }
            }
        };
        for_each_chunk(names_.key_count(), threads_, split);
        give_names_of_rules_a_bearer(count);
        number_bearers(count);
    }

    /// So that "A = B" and "B = C" join A and C even if no article has B.
    void give_names_of_rules_a_bearer(Column<std::uint32_t>& count) {
        for (const Observed::RuleNames& rule : observed_.rules) {
            for (const std::uint32_t name : {rule.name, rule.other}) {
                const std::uint32_t key = names_.key(name);
                if (count[key] == 0) {
                    count[key] = namesakes_[key] = 1;
                }
            }
        }
    }

    void number_bearers(const Column<std::uint32_t>& count) {
        first_bearer_.assign(1, 0);
        for (const std::uint32_t bearers : count) {
            first_bearer_.push_back(first_bearer_.back() + bearers);
        }
        for (std::size_t m = 0; m < mentions_.size(); ++m) {
            bearer_of_[m] += first_bearer_[key_of_[m]];
        }
    }

    const Grouped<std::uint32_t>& articles_by_bearer() {
        articles_of_ = mentions_by(bearer_of_, first_bearer_.back());
        for (std::uint32_t& m : articles_of_.items) {
            m = mentions_[m].article;
        }
        return articles_of_;
    }

    template <class F>
    void for_each_bearer(std::uint32_t name, const F& f) const {
        const std::uint32_t key = names_.key(name);
        for (std::uint32_t i = 0; i < namesakes_[key]; ++i) {
            f(first_bearer_[key] + i);
        }
    }

    /// A rule on a name holds for every party of that name.
    void unite_by_rules(PartySets& sets) {
        const auto for_each_pair = [&](AliasRule::Decision decision, const auto& f) {
            for (std::size_t i = 0; i < rules_.size(); ++i) {
                const Observed::RuleNames& rule = observed_.rules[i];
                if (rules_[i].decision == decision) {
                    for_each_bearer(rule.name, [&](std::uint32_t a) {
                        for_each_bearer(rule.other, [&](std::uint32_t b) { f(a, b); });
                    });
                }
            }
        };
        for_each_pair(AliasRule::Decision::different, [&](std::uint32_t a, std::uint32_t b) {
            if (a != b) {
                sets.forbid(a, b);
            }
        });
        for_each_pair(AliasRule::Decision::same, [&](std::uint32_t a, std::uint32_t b) {
            if (!sets.is_forbidden(a, b)) {
                sets.unite(a, b);
            }
        });
    }

    Column<Claim> claims() const {
        const auto parts = map_chunks<Column<Claim>>(
            mentions_.size(), threads_,
            [this](Column<Claim>& found, std::size_t begin, std::size_t end) {
                for (std::size_t m = begin; m < end; ++m) {
                    if (is_described(static_cast<std::uint32_t>(m))) {
                        continue;
                    }
                    for (const std::uint32_t alias : mentions_[m].aliases.of(observed_.aliases)) {
                        const std::uint32_t key = names_.key(alias);
                        if (namesakes_[key] != 0) {
                            found.push_back({key, bearer_of_[m]});
                        }
                    }
                }
            });
        Column<Claim> all = joined(parts);
        parallel_sort(all, threads_, std::less<>());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    void unite_by_aliases(PartySets& sets) const {
        const Column<Claim> all = claims();
        for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
            const std::uint32_t key = all[begin].key;
            while (end < all.size() && all[end].key == key) {
                ++end;
            }
            // Who has the alias for a name does not contest it.
            std::uint32_t claimant = none;
            bool is_contested = namesakes_[key] > 1;
            for (std::size_t i = begin; i < end; ++i) {
                const std::uint32_t other = all[i].bearer;
                if (other != first_bearer_[key]) {
                    is_contested = is_contested ||
                                   (claimant != none && sets.find(claimant) != sets.find(other));
                    claimant = other;
                }
            }
            if (!is_contested && claimant != none &&
                !sets.is_forbidden(claimant, first_bearer_[key]) &&
                !sets.share_an_article(claimant, first_bearer_[key])) {
                sets.unite(claimant, first_bearer_[key]);
            }
        }
    }

    /// Fills roots_ with the sets that have a mention, and parties_ with what they are.
    void collect(PartySets& sets) {
        root_of_.resize(mentions_.size());
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
            root_of_[m] = sets.find(bearer_of_[m]);
        }
        const Grouped<std::uint32_t> members = mentions_by(root_of_, first_bearer_.back());
        for (std::uint32_t root = 0; root < members.size(); ++root) {
            if (!members[root].empty()) {
                roots_.push_back(root);
            }
        }
        parties_.resize(roots_.size());
        for_each_chunk(roots_.size(), threads_,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           Names scratch;
                           for (std::size_t i = begin; i < end; ++i) {
                               parties_[i] = describe(members[roots_[i]], scratch);
                           }
                       });
        name_by_rules(sets);
    }

    /// Ranks of the names that the mentions of one party have.
    struct Names {
        Column<std::uint32_t> names;
        Column<std::uint32_t> longer;  ///< That tell namesakes apart.
        Column<std::uint32_t> all;
    };

    ResolvedParty describe(std::span<const std::uint32_t> mentions, Names& scratch) const {
        std::array<std::uint32_t, party_kind_count> kinds{};
        collect_names(mentions, scratch);
        for (const std::uint32_t m : mentions) {
            ++kinds[static_cast<std::size_t>(mentions_[m].kind)];
        }
        kinds[static_cast<std::size_t>(PartyKind::unknown)] = 0;
        const auto best = std::ranges::max_element(kinds);
        ResolvedParty party;
        party.name = most_frequent(scratch.longer.empty() ? scratch.names : scratch.longer);
        party.kind = *best == 0 ? PartyKind::unknown : static_cast<PartyKind>(best - kinds.begin());
        party.aliases.reserve(scratch.all.size());
        for (const std::uint32_t rank : scratch.all) {
            party.aliases.push_back(names_.text_of_rank(rank));
        }
        return party;
    }

    void collect_names(std::span<const std::uint32_t> mentions, Names& scratch) const {
        scratch.names.clear(), scratch.longer.clear(), scratch.all.clear();
        for (const std::uint32_t m : mentions) {
            scratch.names.push_back(names_.rank(mentions_[m].name));
            for (const std::uint32_t alias : mentions_[m].aliases.of(observed_.aliases)) {
                scratch.all.push_back(names_.rank(alias));
                if (namesakes_[key_of_[m]] > 1 &&
                    names_.is_longer_form(names_.key(alias), key_of_[m])) {
                    scratch.longer.push_back(names_.rank(alias));
                }
            }
        }
        Column<std::uint32_t>& all = scratch.all;
        all.insert(all.end(), scratch.names.begin(), scratch.names.end());
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }

    std::uint32_t most_frequent(Column<std::uint32_t>& ranks) const {
        std::ranges::sort(ranks);
        std::uint32_t best = 0;
        std::ptrdiff_t most = 0;
        for (auto begin = ranks.begin(); begin != ranks.end();) {
            const auto end =
                std::find_if(begin, ranks.end(), [&](std::uint32_t it) { return it != *begin; });
            const auto size = [this](std::uint32_t rank) { return names_.ranked(rank).size(); };
            if (end - begin > most || (end - begin == most && size(*begin) < size(best))) {
                most = end - begin;
                best = *begin;
            }
            begin = end;
        }
        return names_.text_of_rank(best);
    }

    /// The name that rules keep and do not give up for another one.
    void name_by_rules(PartySets& sets) {
        Column<std::pair<std::uint32_t, std::uint32_t>> kept;  // root, rank
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            const std::uint32_t name = observed_.rules[i].name;
            if (rules_[i].decision == AliasRule::Decision::same && !is_given_up(name)) {
                for_each_bearer(name, [&](std::uint32_t bearer) {
                    kept.emplace_back(sets.find(bearer), names_.rank(name));
                });
            }
        }
        std::ranges::sort(kept, std::greater<>());  // of several names the first is set last
        for (const auto& [root, rank] : kept) {
            const auto place = std::ranges::lower_bound(roots_, root);
            if (place != roots_.end() && *place == root) {
                parties_[static_cast<std::size_t>(place - roots_.begin())].name =
                    names_.text_of_rank(rank);
            }
        }
    }

    bool is_given_up(std::uint32_t name) const {
        for (std::size_t i = 0; i < rules_.size(); ++i) {
            if (rules_[i].decision == AliasRule::Decision::same &&
                names_.key(observed_.rules[i].other) == names_.key(name)) {
                return true;
            }
        }
        return false;
    }

    PartyIdentity number() {
        Column<std::pair<std::uint32_t, std::uint32_t>> order;  // rank of name, party
        order.reserve(parties_.size());
        for (std::uint32_t i = 0; i < parties_.size(); ++i) {
            order.emplace_back(names_.rank(parties_[i].name), i);
        }
        parallel_sort(order, threads_, std::less<>());
        PartyIdentity identity;
        identity.parties.reserve(parties_.size());
        Column<std::uint32_t> party_of_root(first_bearer_.back(), none);
        for (const auto& [rank, i] : order) {
            party_of_root[roots_[i]] = static_cast<std::uint32_t>(identity.parties.size());
            std::erase(parties_[i].aliases, parties_[i].name);
            identity.parties.push_back(std::move(parties_[i]));
        }
        identity.party_of = std::move(root_of_);
        for (std::uint32_t& party : identity.party_of) {
            party = party_of_root[party];
        }
        return identity;
    }

    const Observed& observed_;
    const Column<Mention>& mentions_;
    std::span<const AliasRule> rules_;
    unsigned threads_;
    PartyNames names_;
    Column<std::uint32_t> key_of_;        // by mention
    Column<std::uint32_t> bearer_of_;     // by mention
    Column<std::uint32_t> first_bearer_;  // by key, and the number of bearers
    Column<std::uint32_t> namesakes_;     // by key: how many bearers are no descriptions
    Grouped<std::uint32_t> articles_of_;  // by bearer
    Column<std::uint32_t> root_of_;       // by mention
    Column<std::uint32_t> roots_;         // of the sets that have a mention, ascending
    Column<ResolvedParty> parties_;       // by root
};

}  // namespace

PartyIdentity identify_parties(const Observed& observed, std::span<const AliasRule> rules,
                               unsigned threads) {
    return Identifier(observed, rules, threads).identify();
}

}  // namespace litigraph
