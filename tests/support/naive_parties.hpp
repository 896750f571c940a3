/// \file
/// Who is the same party, decided in the obvious way: every rule of graph/README.md on texts and
/// sets, with no thought of speed. The twin of graph/src/party_identity.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace litigraph::test {

struct NaiveMention {
    std::size_t article = 0;
    PartyIndex index = 0;
    const PartyObservation* party = nullptr;
};

struct NaiveParty {
    std::string name;
    PartyKind kind = PartyKind::unknown;
    std::set<std::string> aliases;
};

/// Sets of numbers, told apart by the least of each.
class NaiveSets {
  public:
    explicit NaiveSets(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            set_.push_back(i);
        }
    }
    std::size_t of(std::size_t i) const { return set_[i]; }
    void unite(std::size_t a, std::size_t b) {
        const auto [kept, other] = std::minmax(set_[a], set_[b]);
        std::replace(set_.begin(), set_.end(), std::size_t{other}, std::size_t{kept});
    }

  private:
    std::vector<std::size_t> set_;
};

inline bool is_longer_form(const std::string& form, const std::string& key) {
    return form.starts_with(key + ' ');
}

/// Tells the mentions of one name apart.
class NaiveHomonyms {
  public:
    NaiveHomonyms(const std::vector<ArticleObservations>& articles,
                  const std::vector<AliasRule>& rules, std::vector<NaiveMention> mentions)
        : articles_(articles), rules_(rules), mentions_(std::move(mentions)) {
        std::set<std::string> forms;
        for (const NaiveMention& mention : mentions_) {
            forms.merge(forms_of(mention));
            const PartyKind kind = mention.party->kind;
            has_persons_ |= kind == PartyKind::person;
            has_others_ |= kind != PartyKind::person && kind != PartyKind::unknown;
        }
        forms_.assign(forms.begin(), forms.end());
    }

    /// The number of the party that each mention means.
    std::vector<std::size_t> split() {
        if (forms_.size() < 2 && !(has_persons_ && has_others_)) {
            return std::vector<std::size_t>(mentions_.size());
        }
        NaiveSets anchors(forms_.size() + 2);
        unite_forms(anchors);
        std::vector<std::optional<std::size_t>> anchor_of;
        for (const NaiveMention& mention : mentions_) {
            anchor_of.push_back(anchor(anchors, mention));
        }
        const auto ties = ties_of_anchors(anchor_of);
        unite_tied(anchors, ties);
        std::set<std::size_t> roots;
        for (const auto& anchor : anchor_of) {
            if (anchor) {
                roots.insert(anchors.of(*anchor));
            }
        }
        if (roots.size() <= 1) {
            return std::vector<std::size_t>(mentions_.size());
        }
        return numbered(anchors, ties, anchor_of);
    }

  private:
    enum class What { opponent, technology, docket_number };
    using Tie = std::pair<What, std::string>;
    using Ties = std::map<std::size_t, std::set<Tie>>;  // by anchor

    static std::set<std::string> forms_of(const NaiveMention& mention) {
        std::set<std::string> forms;
        for (const std::string& alias : mention.party->aliases) {
            if (is_longer_form(normal_form(alias), normal_form(mention.party->name))) {
                forms.insert(normal_form(alias));
            }
        }
        return forms;
    }
    std::optional<std::size_t> index_of(const std::string& form) const {
        const auto found = std::ranges::find(forms_, form);
        return found == forms_.end()
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(found - forms_.begin()));
    }

    void unite(NaiveSets& anchors, std::size_t a, std::size_t b) const {
        for (const AliasRule& rule : rules_) {
            const auto one = index_of(normal_form(rule.name));
            const auto other = index_of(normal_form(rule.other));
            if (rule.decision == AliasRule::Decision::different && one && other &&
                std::set{anchors.of(*one), anchors.of(*other)} ==
                    std::set{anchors.of(a), anchors.of(b)}) {
                return;
            }
        }
        anchors.unite(a, b);
    }

    void unite_forms(NaiveSets& anchors) const {
        std::vector<std::pair<std::string, std::size_t>> squeezed;
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            squeezed.emplace_back(forms_[i], i);
            std::erase(squeezed.back().first, ' ');
        }
        std::ranges::sort(squeezed);
        for (std::size_t head = 0, i = 1; i < squeezed.size(); ++i) {
            if (squeezed[i].first.starts_with(squeezed[head].first)) {
                unite(anchors, squeezed[head].second, squeezed[i].second);
            } else {
                head = i;
            }
        }
        for (const NaiveMention& mention : mentions_) {
            std::optional<std::size_t> first;
            for (const std::string& alias : mention.party->aliases) {
                if (const auto form = index_of(normal_form(alias))) {
                    first = first.value_or(*form);
                    unite(anchors, *first, *form);
                }
            }
        }
    }

    std::optional<std::size_t> anchor(const NaiveSets& anchors, const NaiveMention& mention) const {
        std::optional<std::size_t> least;
        for (const std::string& form : forms_of(mention)) {
            const std::size_t root = anchors.of(*index_of(form));
            least = std::min(least.value_or(root), root);
        }
        const PartyKind kind = mention.party->kind;
        if (least || !(has_persons_ && has_others_)) {
            return least;
        }
        if (kind == PartyKind::person) {
            return forms_.size();
        }
        return kind != PartyKind::unknown && forms_.empty() ? std::optional(std::size_t{1})
                                                            : std::nullopt;
    }

    std::set<Tie> ties_of(const NaiveMention& mention) const {
        std::set<Tie> ties;
        const ArticleObservations& article = articles_[mention.article];
        for (const CaseObservation& told : article.cases) {
            const auto has_it = [&](const std::vector<RoleObservation>& roles) {
                return std::ranges::find(roles, mention.index, &RoleObservation::party) !=
                       roles.end();
            };
            if (!has_it(told.plaintiffs) && !has_it(told.defendants)) {
                continue;
            }
            for (const RoleObservation& role :
                 has_it(told.plaintiffs) ? told.defendants : told.plaintiffs) {
                const PartyObservation& opponent = article.parties[role.party];
                if (opponent.kind != PartyKind::agency && opponent.kind != PartyKind::government) {
                    ties.insert({What::opponent, normal_form(opponent.name)});
                }
            }
            for (const TechnologyObservation& it : told.technologies) {
                ties.insert({What::technology, it.term.empty() ? normal_form(it.name) : it.term});
            }
            if (!told.docket_number.empty()) {
                ties.insert({What::docket_number, told.docket_number});
            }
        }
        return ties;
    }

    Ties ties_of_anchors(const std::vector<std::optional<std::size_t>>& anchor_of) const {
        Ties ties;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (anchor_of[i]) {
                ties[*anchor_of[i]].merge(ties_of(mentions_[i]));
            }
        }
        return ties;
    }

    void unite_tied(NaiveSets& anchors, const Ties& ties) const {
        for (const auto& [a, of_a] : ties) {
            for (auto later = std::next(ties.find(a)); later != ties.end(); ++later) {
                std::set<What> shared;
                for (const Tie& tie : of_a) {
                    if (later->second.contains(tie)) {
                        shared.insert(tie.first);
                    }
                }
                const bool is_person = a == forms_.size() || later->first == forms_.size();
                if (shared.contains(What::docket_number) ||
                    (!is_person && shared.contains(What::opponent) &&
                     shared.contains(What::technology))) {
                    unite(anchors, a, later->first);
                }
            }
        }
    }

    std::vector<std::size_t> numbered(const NaiveSets& anchors, const Ties& ties,
                                      const std::vector<std::optional<std::size_t>>& anchor_of) {
        std::map<std::optional<std::size_t>, std::size_t> number_of;
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            std::set<std::size_t> roots;
            if (anchor_of[i]) {
                roots.insert(anchors.of(*anchor_of[i]));
            }
            for (const auto& [anchor, of_anchor] : ties) {  // of a bare name
                for (const Tie& tie : anchor_of[i] ? std::set<Tie>() : ties_of(mentions_[i])) {
                    if (of_anchor.contains(tie)) {
                        roots.insert(anchors.of(anchor));
                    }
                }
            }
            const auto root = roots.size() == 1 ? std::optional(*roots.begin()) : std::nullopt;
            numbers.push_back(number_of.try_emplace(root, number_of.size()).first->second);
        }
        return numbers;
    }

    const std::vector<ArticleObservations>& articles_;
    const std::vector<AliasRule>& rules_;
    std::vector<NaiveMention> mentions_;
    std::vector<std::string> forms_;
    bool has_persons_ = false;
    bool has_others_ = false;
};

/// Parties in ascending order of name, and the party of each mention.
class NaiveParties {
  public:
    NaiveParties(const std::vector<ArticleObservations>& articles,
                 const std::vector<AliasRule>& rules)
        : rules_(rules) {
        list_bearers(articles);
        NaiveSets sets(articles_of_.size());
        unite_by_rules(sets);
        unite_by_aliases(sets);
        describe(sets);
    }

    const std::vector<NaiveParty>& parties() const { return parties_; }
    std::size_t of(std::size_t article, PartyIndex index) const {
        return party_of_.at({article, index});
    }

  private:
    static bool is_described(const NaiveMention& mention) {
        return mention.party->kind == PartyKind::group;
    }

    /// Bearers are numbered by normal form: first namesakes, then the description of each article.
    void list_bearers(const std::vector<ArticleObservations>& articles) {
        std::map<std::string, std::vector<NaiveMention>> by_key;
        for (const AliasRule& rule : rules_) {
            by_key[normal_form(rule.name)], by_key[normal_form(rule.other)];
        }
        for (std::size_t i = 0; i < articles.size(); ++i) {
            for (PartyIndex p = 0; p < articles[i].parties.size(); ++p) {
                const PartyObservation& party = articles[i].parties[p];
                by_key[normal_form(party.name)].push_back({i, p, &party});
            }
        }
        for (const auto& [key, all] : by_key) {
            std::vector<NaiveMention> named;
            std::ranges::copy_if(all, std::back_inserter(named),
                                 [](const NaiveMention& it) { return !is_described(it); });
            const auto parts = NaiveHomonyms(articles, rules_, named).split();
            for (std::size_t i = 0; i < named.size(); ++i) {
                add(key, {0, parts[i]}, named[i]);
            }
            for (const NaiveMention& it : all) {
                if (is_described(it)) {
                    add(key, {1, it.article}, it);
                }
            }
        }
        for (const AliasRule& rule : rules_) {
            for (const std::string& name : {rule.name, rule.other}) {
                const auto first = bearers_.lower_bound({normal_form(name), {0, 0}});
                if (first == bearers_.end() || std::get<0>(first->first) != normal_form(name)) {
                    bearers_[{normal_form(name), {0, 0}}] = {};
                }
            }
        }
        number_bearers();
    }

    using BearerKey = std::tuple<std::string, std::pair<std::size_t, std::size_t>>;
    struct Bearer {
        std::vector<NaiveMention> mentions;
        std::size_t number = 0;
    };

    void add(const std::string& key, std::pair<std::size_t, std::size_t> part,
             const NaiveMention& mention) {
        bearers_[{key, part}].mentions.push_back(mention);
    }

    void number_bearers() {
        for (auto& [key, bearer] : bearers_) {
            bearer.number = articles_of_.size();
            std::set<std::size_t> articles;
            for (const NaiveMention& mention : bearer.mentions) {
                articles.insert(mention.article);
            }
            articles_of_.push_back(articles);
        }
    }

    /// The namesakes with the name.
    std::vector<std::size_t> bearers_of(const std::string& name) const {
        std::vector<std::size_t> numbers;
        const std::string form = normal_form(name);
        for (const auto& [key, bearer] : bearers_) {
            if (std::get<0>(key) == form && std::get<1>(key).first == 0) {
                numbers.push_back(bearer.number);
            }
        }
        return numbers;
    }

    bool is_forbidden(const NaiveSets& sets, std::size_t a, std::size_t b) const {
        return std::ranges::any_of(apart_, [&](const auto& pair) {
            return std::set{sets.of(pair.first), sets.of(pair.second)} ==
                   std::set{sets.of(a), sets.of(b)};
        });
    }

    template <class F>
    void for_each_pair(AliasRule::Decision decision, const F& f) const {
        for (const AliasRule& rule : rules_) {
            for (const std::size_t a : bearers_of(rule.name)) {
                for (const std::size_t b : bearers_of(rule.other)) {
                    if (rule.decision == decision) {
                        f(a, b);
                    }
                }
            }
        }
    }

    void unite_by_rules(NaiveSets& sets) {
        for_each_pair(AliasRule::Decision::different, [&](std::size_t a, std::size_t b) {
            if (a != b) {
                apart_.emplace_back(a, b);
            }
        });
        for_each_pair(AliasRule::Decision::same, [&](std::size_t a, std::size_t b) {
            if (!is_forbidden(sets, a, b)) {
                sets.unite(a, b);
            }
        });
    }

    bool share_an_article(const NaiveSets& sets, std::size_t a, std::size_t b) const {
        std::set<std::size_t> of_a;
        std::set<std::size_t> of_b;
        for (std::size_t i = 0; i < articles_of_.size(); ++i) {
            if (sets.of(i) == sets.of(a)) {
                of_a.insert(articles_of_[i].begin(), articles_of_[i].end());
            }
            if (sets.of(i) == sets.of(b)) {
                of_b.insert(articles_of_[i].begin(), articles_of_[i].end());
            }
        }
        return std::ranges::any_of(of_a, [&](std::size_t i) { return of_b.contains(i); });
    }

    void unite_by_aliases(NaiveSets& sets) const {
        std::map<std::string, std::set<std::size_t>> claims;
        for (const auto& [key, bearer] : bearers_) {
            for (const NaiveMention& mention : bearer.mentions) {
                for (const std::string& alias : mention.party->aliases) {
                    if (!is_described(mention)) {
                        claims[normal_form(alias)].insert(bearer.number);
                    }
                }
            }
        }
        for (const auto& [key, claimants] : claims) {
            const std::vector<std::size_t> owners = bearers_of(key);
            std::set<std::size_t> others;
            std::size_t last = 0;
            for (const std::size_t claimant : claimants) {
                if (!owners.empty() && claimant != owners.front()) {
                    others.insert(sets.of(claimant));
                    last = claimant;
                }
            }
            if (owners.size() == 1 && others.size() == 1 &&
                !is_forbidden(sets, last, owners.front()) &&
                !share_an_article(sets, last, owners.front())) {
                sets.unite(last, owners.front());
            }
        }
    }

    void describe(const NaiveSets& sets) {
        std::map<std::size_t, std::vector<std::pair<NaiveMention, bool>>> members;
        for (const auto& [key, bearer] : bearers_) {
            for (const NaiveMention& mention : bearer.mentions) {
                const bool has_namesakes = bearers_of(std::get<0>(key)).size() > 1;
                members[sets.of(bearer.number)].emplace_back(mention, has_namesakes);
            }
        }
        std::set<std::pair<std::string, std::size_t>> order;  // name, root
        std::map<std::size_t, NaiveParty> by_root;
        for (const auto& [root, mentions] : members) {
            by_root[root] = description(mentions);
            if (const auto kept = kept_name(sets, root)) {
                by_root[root].name = *kept;
            }
            by_root[root].aliases.erase(by_root[root].name);
            order.insert({by_root[root].name, root});
        }
        for (const auto& [name, root] : order) {
            for (const auto& [mention, has_namesakes] : members[root]) {
                party_of_[{mention.article, mention.index}] = parties_.size();
            }
            parties_.push_back(by_root[root]);
        }
    }

    static NaiveParty description(const std::vector<std::pair<NaiveMention, bool>>& mentions) {
        NaiveParty party;
        std::map<std::string, int> names;
        std::map<std::string, int> longer;
        std::map<PartyKind, int> kinds;
        for (const auto& [mention, has_namesakes] : mentions) {
            ++names[mention.party->name];
            party.aliases.insert(mention.party->name);
            ++kinds[mention.party->kind];
            for (const std::string& alias : mention.party->aliases) {
                party.aliases.insert(alias);
                if (has_namesakes &&
                    is_longer_form(normal_form(alias), normal_form(mention.party->name))) {
                    ++longer[alias];
                }
            }
        }
        std::tuple<int, std::size_t, std::string> best;
        for (const auto& [name, count] : longer.empty() ? names : longer) {
            const std::tuple rank(-count, name.size(), name);
            best = std::get<0>(best) == 0 ? rank : std::min(best, rank);
        }
        party.name = std::get<2>(best);
        kinds.erase(PartyKind::unknown);
        for (const auto& [kind, count] : kinds) {
            const bool is_best = party.kind == PartyKind::unknown || count > kinds[party.kind];
            party.kind = is_best ? kind : party.kind;
        }
        return party;
    }

    /// The name that rules keep and do not give up for another one.
    std::optional<std::string> kept_name(const NaiveSets& sets, std::size_t root) const {
        std::optional<std::string> kept;
        for (const AliasRule& rule : rules_) {
            const bool is_given_up = std::ranges::any_of(rules_, [&](const AliasRule& other) {
                return other.decision == AliasRule::Decision::same &&
                       normal_form(other.other) == normal_form(rule.name);
            });
            const std::vector<std::size_t> bearers = bearers_of(rule.name);
            const bool is_here = std::ranges::any_of(
                bearers, [&](std::size_t bearer) { return sets.of(bearer) == root; });
            if (rule.decision == AliasRule::Decision::same && !is_given_up && is_here) {
                kept = std::min(kept.value_or(rule.name), rule.name);
            }
        }
        return kept;
    }

    const std::vector<AliasRule>& rules_;
    std::map<BearerKey, Bearer> bearers_;
    std::vector<std::set<std::size_t>> articles_of_;          // by bearer
    std::vector<std::pair<std::size_t, std::size_t>> apart_;  // bearers
    std::vector<NaiveParty> parties_;
    std::map<std::pair<std::size_t, PartyIndex>, std::size_t> party_of_;
};

}  // namespace litigraph::test
