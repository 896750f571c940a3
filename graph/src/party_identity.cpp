#include "party_identity.hpp"

#include "disjoint_sets.hpp"
#include <litigraph/graph/knowledge_graph.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

/// One party of one article.
struct Mention {
    std::uint32_t article = 0;
    const PartyObservation* party = nullptr;
    std::uint32_t name = 0;  ///< Index of its normal form.
};

class Identifier {
  public:
    Identifier(std::span<const ArticleObservations> articles, std::span<const AliasRule> rules)
        : articles_(articles), rules_(rules) {}

    PartyIdentity identify() {
        index_names();
        DisjointSets sets(keys_.size());
        forbid();
        unite_by_rules(sets);
        unite_by_aliases(sets);
        return collect(sets);
    }

  private:
    using NamePair = std::pair<std::uint32_t, std::uint32_t>;

    static NamePair ordered(std::uint32_t a, std::uint32_t b) {
        return {std::min(a, b), std::max(a, b)};
    }

    /// A description means something else in every article, so its article is part of its key.
    std::string key_of(const ArticleObservations& article, const PartyObservation& party) const {
        std::string key = normal_form(party.name);
        if (party.kind == PartyKind::group) {
            key += " @" + article.article.id;
        }
        return key;
    }

    void index_names() {
        std::map<std::string, std::uint32_t> found;
        for (const ArticleObservations& article : articles_) {
            for (const PartyObservation& party : article.parties) {
                found.try_emplace(key_of(article, party), 0U);
            }
        }
        for (auto& [key, index] : found) {
            index = static_cast<std::uint32_t>(keys_.size());
            keys_.push_back(key);
        }
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            for (const PartyObservation& party : articles_[i].parties) {
                mentions_.push_back({i, &party, found.at(key_of(articles_[i], party))});
            }
        }
    }

    const std::uint32_t* find(std::string_view name) const {
        const std::string key = normal_form(name);
        const auto it = std::ranges::lower_bound(keys_, key);
        if (it == keys_.end() || *it != key) {
            return nullptr;
        }
        found_ = static_cast<std::uint32_t>(it - keys_.begin());
        return &found_;
    }

    /// Names that one article tells apart, and those that the user does.
    void forbid() {
        std::map<std::uint32_t, std::set<std::uint32_t>> by_article;
        for (const Mention& mention : mentions_) {
            by_article[mention.article].insert(mention.name);
        }
        for (const auto& [article, names] : by_article) {
            for (auto a = names.begin(); a != names.end(); ++a) {
                for (auto b = std::next(a); b != names.end(); ++b) {
                    told_apart_.insert({*a, *b});
                }
            }
        }
        for (const AliasRule& rule : rules_) {
            if (rule.decision == AliasRule::Decision::different) {
                different_.insert(ordered_names(rule));
            }
        }
    }

    std::pair<std::string, std::string> ordered_names(const AliasRule& rule) const {
        std::string a = normal_form(rule.name);
        std::string b = normal_form(rule.other);
        return a < b ? std::pair(a, b) : std::pair(b, a);
    }

    bool is_forbidden(DisjointSets& sets, std::uint32_t a, std::uint32_t b) const {
        const NamePair roots = ordered(sets.find(a), sets.find(b));
        return std::ranges::any_of(different_, [&](const auto& names) {
            const auto first = std::ranges::lower_bound(keys_, names.first);
            const auto second = std::ranges::lower_bound(keys_, names.second);
            return first != keys_.end() && *first == names.first && second != keys_.end() &&
                   *second == names.second &&
                   ordered(sets.find(static_cast<std::uint32_t>(first - keys_.begin())),
                           sets.find(static_cast<std::uint32_t>(second - keys_.begin()))) == roots;
        });
    }

    void unite(DisjointSets& sets, std::uint32_t a, std::uint32_t b) {
        if (!is_forbidden(sets, a, b)) {
            sets.unite(a, b);
        }
    }

    void unite_by_rules(DisjointSets& sets) {
        for (const AliasRule& rule : rules_) {
            const std::uint32_t* kept = find(rule.name);
            if (rule.decision != AliasRule::Decision::same || kept == nullptr) {
                continue;
            }
            const std::uint32_t name = *kept;
            if (const std::uint32_t* other = find(rule.other)) {
                unite(sets, name, *other);
            }
        }
    }

    void unite_by_aliases(DisjointSets& sets) {
        std::map<std::string, std::set<std::uint32_t>> claims;
        for (const Mention& mention : mentions_) {
            for (const std::string& alias : mention.party->aliases) {
                claims[normal_form(alias)].insert(mention.name);
            }
        }
        for (const auto& [alias, claimants] : claims) {
            const std::uint32_t* named = find(alias);
            if (named == nullptr || claimants.size() > 1) {
                continue;
            }
            const std::uint32_t owner = *claimants.begin();
            if (owner != *named && !told_apart_.contains(ordered(owner, *named))) {
                unite(sets, owner, *named);
            }
        }
    }

    static ResolvedParty resolved(const std::map<std::string, std::uint32_t>& names,
                                  const std::set<std::string>& all,
                                  const std::map<PartyKind, std::uint32_t>& kinds) {
        ResolvedParty party;
        std::uint32_t best = 0;
        for (const auto& [name, count] : names) {
            if (count > best || (count == best && name.size() < party.name.size())) {
                best = count;
                party.name = name;
            }
        }
        best = 0;
        for (const auto& [kind, count] : kinds) {
            if (kind != PartyKind::unknown && count > best) {
                best = count;
                party.kind = kind;
            }
        }
        std::ranges::copy_if(all, std::back_inserter(party.aliases),
                             [&](const std::string& name) { return name != party.name; });
        return party;
    }

    PartyIdentity collect(DisjointSets& sets) {
        std::map<std::uint32_t, std::vector<const Mention*>> members;
        for (const Mention& mention : mentions_) {
            members[sets.find(mention.name)].push_back(&mention);
        }
        std::vector<std::pair<ResolvedParty, std::uint32_t>> parties;
        for (const auto& [root, mentions] : members) {
            std::map<std::string, std::uint32_t> names;
            std::set<std::string> all;
            std::map<PartyKind, std::uint32_t> kinds;
            for (const Mention* mention : mentions) {
                ++names[mention->party->name];
                ++kinds[mention->party->kind];
                all.insert(mention->party->name);
                all.insert(mention->party->aliases.begin(), mention->party->aliases.end());
            }
            parties.emplace_back(resolved(names, all, kinds), root);
        }
        std::ranges::sort(parties, {}, [](const auto& party) {
            return std::tie(party.first.name, party.second);
        });
        return numbered(std::move(parties), sets);
    }

    PartyIdentity numbered(std::vector<std::pair<ResolvedParty, std::uint32_t>> parties,
                           DisjointSets& sets) const {
        PartyIdentity identity;
        std::map<std::uint32_t, std::uint32_t> index_of;
        for (auto& [party, root] : parties) {
            index_of[root] = static_cast<std::uint32_t>(identity.parties.size());
            identity.parties.push_back(std::move(party));
        }
        identity.of.resize(articles_.size());
        for (const Mention& mention : mentions_) {
            identity.of[mention.article].push_back(index_of.at(sets.find(mention.name)));
        }
        return identity;
    }

    std::span<const ArticleObservations> articles_;
    std::span<const AliasRule> rules_;
    std::vector<std::string> keys_;  // normal forms, ascending
    std::vector<Mention> mentions_;  // by article, then by PartyIndex
    std::set<NamePair> told_apart_;
    std::set<std::pair<std::string, std::string>> different_;
    mutable std::uint32_t found_ = 0;
};

}  // namespace

PartyIdentity identify_parties(std::span<const ArticleObservations> articles,
                               std::span<const AliasRule> rules) {
    return Identifier(articles, rules).identify();
}

}  // namespace litigraph
