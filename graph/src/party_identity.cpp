// Mentions are put together by the normal form of their name; each name is split into the parties
// that it means ("bearers"); bearers are united by rules and aliases; the sets are the parties.
#include "party_identity.hpp"

#include "homonyms.hpp"
#include "party_names.hpp"
#include "party_sets.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

constexpr std::uint32_t none = TextIds::none;

class Identifier {
  public:
    Identifier(std::span<const ArticleObservations> articles, std::span<const AliasRule> rules,
               unsigned threads)
        : articles_(articles), rules_(rules), threads_(threads), names_(articles, rules, threads) {}

    PartyIdentity identify() {
        list_mentions();
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

    void list_mentions() {
        first_mention_.assign(1, 0);
        for (const ArticleObservations& article : articles_) {
            first_mention_.push_back(first_mention_.back() +
                                     static_cast<std::uint32_t>(article.parties.size()));
        }
        mentions_.resize(first_mention_.back());
        const auto list = [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t p = 0; p < articles_[i].parties.size(); ++p) {
                    const PartyObservation& party = articles_[i].parties[p];
                    const std::uint32_t spelling = names_.spelling(party.name);
                    mentions_[first_mention_[i] + p] = {static_cast<std::uint32_t>(i), spelling,
                                                        names_.key_of_spelling(spelling), &party};
                }
            }
        };
        for_each_chunk(articles_.size(), threads_, list);
    }

    bool is_described(std::uint32_t mention) const {
        return mentions_[mention].party->kind == PartyKind::group;
    }

    /// Numbers the bearers of each name: first its homonyms, then each article's description.
    void find_bearers() {
        std::vector<std::uint32_t> all(mentions_.size());
        std::iota(all.begin(), all.end(), 0U);
        Grouped<std::uint32_t> by_key =
            grouped(all, names_.key_count(), [this](std::uint32_t m) { return mentions_[m].key; });
        bearer_of_.resize(mentions_.size());
        namesakes_.assign(names_.key_count(), 0);
        std::vector<std::uint32_t> count(names_.key_count());
        const Homonyms homonyms(articles_, mentions_, rules_, names_);
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
    void give_names_of_rules_a_bearer(std::vector<std::uint32_t>& count) {
        for (const AliasRule& rule : rules_) {
            for (const std::string& name : {rule.name, rule.other}) {
                const std::uint32_t key = names_.key(name);
                if (count[key] == 0) {
                    count[key] = namesakes_[key] = 1;
                }
            }
        }
    }

    void number_bearers(const std::vector<std::uint32_t>& count) {
        first_bearer_.assign(1, 0);
        for (const std::uint32_t bearers : count) {
            first_bearer_.push_back(first_bearer_.back() + bearers);
        }
        for (std::size_t m = 0; m < mentions_.size(); ++m) {
            bearer_of_[m] += first_bearer_[mentions_[m].key];
        }
    }

    const Grouped<std::uint32_t>& articles_by_bearer() {
        std::vector<std::uint32_t> all(mentions_.size());
        std::iota(all.begin(), all.end(), 0U);
        articles_of_ =
            grouped(all, first_bearer_.back(), [this](std::uint32_t m) { return bearer_of_[m]; });
        for (std::uint32_t& m : articles_of_.items) {
            m = mentions_[m].article;
        }
        return articles_of_;
    }

    template <class F>
    void for_each_bearer(std::string_view name, const F& f) const {
        const std::uint32_t key = names_.key(name);
        for (std::uint32_t i = 0; i < namesakes_[key]; ++i) {
            f(first_bearer_[key] + i);
        }
    }

    /// A rule on a name holds for every party of that name.
    void unite_by_rules(PartySets& sets) {
        const auto for_each_pair = [&](AliasRule::Decision decision, const auto& f) {
            for (const AliasRule& rule : rules_) {
                if (rule.decision == decision) {
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

    std::vector<Claim> claims() const {
        const auto parts = map_chunks<std::vector<Claim>>(
            mentions_.size(), threads_,
            [this](std::vector<Claim>& found, std::size_t begin, std::size_t end) {
                for (std::size_t m = begin; m < end; ++m) {
                    if (is_described(static_cast<std::uint32_t>(m))) {
                        continue;
                    }
                    for (const std::string& alias : mentions_[m].party->aliases) {
                        const std::uint32_t key = names_.key(alias);
                        if (namesakes_[key] != 0) {
                            found.push_back({key, bearer_of_[m]});
                        }
                    }
                }
            });
        std::vector<Claim> all;
        for (const std::vector<Claim>& part : parts) {
            all.insert(all.end(), part.begin(), part.end());
        }
        parallel_sort(all, threads_, std::less<>());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    void unite_by_aliases(PartySets& sets) const {
        const std::vector<Claim> all = claims();
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
        std::vector<std::uint32_t> all(mentions_.size());
        root_of_.resize(mentions_.size());
        for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
            all[m] = m;
            root_of_[m] = sets.find(bearer_of_[m]);
        }
        const Grouped<std::uint32_t> members =
            grouped(all, first_bearer_.back(), [this](std::uint32_t m) { return root_of_[m]; });
        for (std::uint32_t root = 0; root < members.size(); ++root) {
            if (!members[root].empty()) {
                roots_.push_back(root);
            }
        }
        parties_.resize(roots_.size());
        for_each_chunk(roots_.size(), threads_,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           for (std::size_t i = begin; i < end; ++i) {
                               parties_[i] = describe(members[roots_[i]]);
                           }
                       });
        name_by_rules(sets);
    }

    ResolvedParty describe(std::span<const std::uint32_t> mentions) const {
        std::vector<std::uint32_t> names;
        std::vector<std::uint32_t> longer;
        std::vector<std::uint32_t> all;
        std::vector<std::uint32_t> kinds(party_kind_count);
        for (const std::uint32_t m : mentions) {
            const Mention& mention = mentions_[m];
            names.push_back(mention.spelling);
            all.push_back(mention.spelling);
            ++kinds[static_cast<std::size_t>(mention.party->kind)];
            for (const std::string& alias : mention.party->aliases) {
                const std::uint32_t spelling = names_.spelling(alias);
                all.push_back(spelling);
                if (namesakes_[mention.key] > 1 &&
                    names_.is_longer_form(names_.key_of_spelling(spelling), mention.key)) {
                    longer.push_back(spelling);
                }
            }
        }
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        ResolvedParty party;
        party.name = most_frequent(longer.empty() ? names : longer);
        kinds[static_cast<std::size_t>(PartyKind::unknown)] = 0;
        const auto best = std::ranges::max_element(kinds);
        party.kind = *best == 0 ? PartyKind::unknown : static_cast<PartyKind>(best - kinds.begin());
        for (const std::uint32_t spelling : all) {
            party.aliases.push_back(names_.spelling_text(spelling));
        }
        return party;
    }

    std::string_view most_frequent(std::vector<std::uint32_t>& spellings) const {
        std::ranges::sort(spellings);
        std::string_view best;
        std::ptrdiff_t most = 0;
        for (auto begin = spellings.begin(); begin != spellings.end();) {
            const auto end = std::find_if(begin, spellings.end(),
                                          [&](std::uint32_t it) { return it != *begin; });
            const std::string_view name = names_.spelling_text(*begin);
            if (end - begin > most || (end - begin == most && name.size() < best.size())) {
                most = end - begin;
                best = name;
            }
            begin = end;
        }
        return best;
    }

    /// The name that rules keep and do not give up for another one.
    void name_by_rules(PartySets& sets) {
        std::vector<std::pair<std::uint32_t, std::string_view>> kept;
        for (const AliasRule& rule : rules_) {
            const auto gives_up = [&](const AliasRule& other) {
                return other.decision == AliasRule::Decision::same &&
                       names_.key(other.other) == names_.key(rule.name);
            };
            if (rule.decision == AliasRule::Decision::same &&
                std::ranges::none_of(rules_, gives_up)) {
                for_each_bearer(rule.name, [&](std::uint32_t bearer) {
                    kept.emplace_back(sets.find(bearer), rule.name);
                });
            }
        }
        std::ranges::sort(kept, std::greater<>());  // of several names the first is set last
        for (const auto& [root, name] : kept) {
            const auto place = std::ranges::lower_bound(roots_, root);
            if (place != roots_.end() && *place == root) {
                parties_[static_cast<std::size_t>(place - roots_.begin())].name = name;
            }
        }
    }

    PartyIdentity number() {
        std::vector<std::uint32_t> order(parties_.size());
        std::iota(order.begin(), order.end(), 0U);
        parallel_sort(order, threads_, [this](std::uint32_t a, std::uint32_t b) {
            return std::tie(parties_[a].name, a) < std::tie(parties_[b].name, b);
        });
        PartyIdentity identity;
        std::vector<std::uint32_t> party_of_root(first_bearer_.back(), none);
        for (const std::uint32_t i : order) {
            party_of_root[roots_[i]] = static_cast<std::uint32_t>(identity.parties.size());
            std::erase(parties_[i].aliases, parties_[i].name);
            identity.parties.push_back(std::move(parties_[i]));
        }
        identity.first_mention = std::move(first_mention_);
        identity.party_of = std::move(root_of_);
        for (std::uint32_t& party : identity.party_of) {
            party = party_of_root[party];
        }
        return identity;
    }

    std::span<const ArticleObservations> articles_;
    std::span<const AliasRule> rules_;
    unsigned threads_;
    PartyNames names_;
    std::vector<std::uint32_t> first_mention_;
    std::vector<Mention> mentions_;
    std::vector<std::uint32_t> bearer_of_;     // by mention
    std::vector<std::uint32_t> first_bearer_;  // by key, and the number of bearers
    std::vector<std::uint32_t> namesakes_;     // by key: how many bearers are no descriptions
    Grouped<std::uint32_t> articles_of_;       // by bearer
    std::vector<std::uint32_t> root_of_;       // by mention
    std::vector<std::uint32_t> roots_;         // of the sets that have a mention, ascending
    std::vector<ResolvedParty> parties_;       // by root
};

}  // namespace

PartyIdentity identify_parties(std::span<const ArticleObservations> articles,
                               std::span<const AliasRule> rules, unsigned threads) {
    return Identifier(articles, rules, threads).identify();
}

}  // namespace litigraph
