// Parties that share a key of some kind (a docket number, an alias, the letters of a name, ...) are
// candidates; candidates that something tells apart are dropped.
#include "grouped.hpp"
#include "party_identity.hpp"
#include "text_hash.hpp"
#include <litigraph/graph/alias_suggestions.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

// A key that more parties have says nothing of any two of them.
constexpr std::size_t most_parties_of_a_key = 32;
constexpr std::size_t shortest_misspelt_name = 6;

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::string without_blanks(std::string_view text) {
    std::string squeezed(text);
    std::erase(squeezed, ' ');
    return squeezed;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// One letter more, less, other or swapped with its neighbour; digits tell names apart.
bool is_one_letter_off(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    const bool is_swap = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
    return std::ranges::none_of(a, is_digit) && std::ranges::none_of(b, is_digit) &&
           ((a.size() <= 1 && b.size() <= 1) || is_swap);
}

struct Candidate {
    std::uint32_t a = 0;  ///< The smaller party.
    std::uint32_t b = 0;
    AliasReason reason{};
    std::string_view detail;

    friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

class Suggester {
  public:
    Suggester(std::span<const ArticleObservations> articles, std::span<const AliasRule> decided)
        : decided_(decided),
          observed_(observe(articles, decided, 1)),
          identity_(identify_parties(observed_, decided, 1)) {
        for (std::uint32_t i = 0; i < identity_.parties.size(); ++i) {
            forms_.push_back(normal_form(name(i)));
        }
        list_articles();
        list_names();
    }

    std::vector<AliasSuggestion> suggest() {
        find_dockets();
        find_contested_aliases();
        find_spacing();
        find_initials();
        find_longer_forms();
        find_near_spellings();
        std::ranges::sort(candidates_);
        std::vector<AliasSuggestion> suggestions;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const Candidate& it = candidates_[i];
            const bool is_repeated =
                i > 0 && candidates_[i - 1].a == it.a && candidates_[i - 1].b == it.b;
            if (!is_repeated && !is_told_apart(it.a, it.b)) {
                suggestions.push_back(suggestion(it));
            }
        }
        std::ranges::sort(suggestions, {}, [](const AliasSuggestion& it) {
            return std::tuple(it.reason, ~it.articles, it.rule);
        });
        return suggestions;
    }

  private:
    struct Key {
        std::uint64_t hash = 0;
        std::uint32_t party = 0;
        std::string_view detail;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    void list_articles() {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // party, article
        for (std::uint32_t m = 0; m < observed_.mentions.size(); ++m) {
            pairs.emplace_back(identity_.party_of[m], observed_.mentions[m].article);
        }
        std::ranges::sort(pairs);
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        articles_of_.begin.assign(1, 0);
        for (const auto& [party, article] : pairs) {
            articles_of_.begin.resize(party + 1,
                                      static_cast<std::uint32_t>(articles_of_.items.size()));
            articles_of_.items.push_back(article);
        }
        articles_of_.begin.resize(identity_.parties.size() + 1,
                                  static_cast<std::uint32_t>(pairs.size()));
    }

    /// Normal forms of all names of parties, for the rules.
    void list_names() {
        for (std::uint32_t i = 0; i < identity_.parties.size(); ++i) {
            names_.emplace_back(forms_[i], i);
            for (const std::uint32_t alias : identity_.parties[i].aliases) {
                names_.emplace_back(normal_form(observed_.texts[alias]), i);
            }
        }
        std::ranges::sort(names_);
        names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
    }

    std::string_view name(std::uint32_t party) const {
        return observed_.texts[identity_.parties[party].name];
    }

    bool is_description(std::uint32_t party) const {
        return identity_.parties[party].kind == PartyKind::group;
    }

    void add(std::uint32_t a, std::uint32_t b, AliasReason reason, std::string_view detail = {}) {
        if (a != b && !is_description(a) && !is_description(b)) {
            candidates_.push_back({std::min(a, b), std::max(a, b), reason, detail});
        }
    }

    /// Calls f(a, b, detail) for every two parties that share a key.
    template <class F>
    static void for_each_pair(std::vector<Key> keys, const F& f) {
        std::ranges::sort(keys);
        const auto is_same = [](const Key& a, const Key& b) {
            return a.hash == b.hash && a.party == b.party;
        };
        keys.erase(std::unique(keys.begin(), keys.end(), is_same), keys.end());
        for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
            while (end < keys.size() && keys[end].hash == keys[begin].hash) {
                ++end;
            }
            if (end - begin > most_parties_of_a_key) {
                continue;
            }
            for (std::size_t i = begin; i < end; ++i) {
                for (std::size_t j = i + 1; j < end; ++j) {
                    f(keys[i].party, keys[j].party, keys[i].detail);
                }
            }
        }
    }

    /// Parties on one side of one numbered case.
    void find_dockets() {
        std::vector<Key> keys;
        for (const CaseReport& report : observed_.reports) {
            if (report.docket.number == 0 || report.court == none) {
                continue;
            }
            const std::uint64_t lawsuit =
                report.docket.number ^ (hash_of(observed_.texts[report.court]) << 1U);
            const std::string_view docket = observed_.texts[report.docket_text];
            for (const Statement& role : observed_.said(report, Topic::plaintiff)) {
                keys.push_back({lawsuit, identity_.party_of[role.what], docket});
            }
            for (const Statement& role : observed_.said(report, Topic::defendant)) {
                keys.push_back({~lawsuit, identity_.party_of[role.what], docket});
            }
        }
        for_each_pair(std::move(keys), [this](auto a, auto b, std::string_view docket) {
            add(a, b, AliasReason::same_docket_number, docket);
        });
    }

    void find_contested_aliases() {
        std::vector<Key> keys;
        for (std::uint32_t i = 0; i < identity_.parties.size(); ++i) {
            for (const std::uint32_t text : identity_.parties[i].aliases) {
                const std::string_view alias = observed_.texts[text];
                keys.push_back({hash_of(normal_form(alias)), i, alias});
            }
        }
        for_each_pair(std::move(keys), [this](auto a, auto b, std::string_view alias) {
            add(a, b, AliasReason::contested_alias, alias);
        });
    }

    void find_spacing() {
        std::vector<Key> keys;
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            keys.push_back({hash_of(without_blanks(forms_[i])), i, {}});
        }
        for_each_pair(std::move(keys), [this](auto a, auto b, std::string_view) {
            if (forms_[a] != forms_[b]) {
                add(a, b, AliasReason::spacing);
            }
        });
    }

    void find_initials() {
        constexpr std::string_view small_words[] = {"and", "of", "the", "for"};
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            std::string all;
            std::string big;
            for (const std::string_view word : words_of(forms_[i])) {
                all += word.front();
                if (std::ranges::find(small_words, word) == std::end(small_words)) {
                    big += word.front();
                }
            }
            for (const std::string& initials : {all, big}) {
                for_each_party(initials.size() < 2 ? std::string_view() : initials,
                               [&](std::uint32_t other) { add(i, other, AliasReason::initials); });
            }
        }
    }

    void find_longer_forms() {
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            const std::string_view form = forms_[i];
            for (std::size_t end = form.find(' '); end != std::string_view::npos;
                 end = form.find(' ', end + 1)) {
                for_each_party(form.substr(0, end), [&](std::uint32_t other) {
                    add(i, other, AliasReason::longer_form);
                });
            }
        }
    }

    /// Names that are one letter apart are alike when one letter is left out of one or both.
    void find_near_spellings() {
        std::vector<Key> keys;
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            if (forms_[i].size() < shortest_misspelt_name) {
                continue;
            }
            keys.push_back({hash_of(forms_[i]), i, {}});
            for (std::size_t at = 0; at < forms_[i].size(); ++at) {
                std::string shorter = forms_[i];
                shorter.erase(at, 1);
                keys.push_back({hash_of(shorter), i, {}});
            }
        }
        for_each_pair(std::move(keys), [this](auto a, auto b, std::string_view) {
            if (forms_[a] != forms_[b] && is_one_letter_off(forms_[a], forms_[b])) {
                add(a, b, AliasReason::near_spelling);
            }
        });
    }

    /// Calls f for every party that has a name with this normal form.
    template <class F>
    void for_each_party(std::string_view form, const F& f) const {
        const auto form_of = [](const auto& name) { return std::string_view(name.first); };
        for (auto it = std::ranges::lower_bound(names_, form, {}, form_of);
             it != names_.end() && it->first == form; ++it) {
            f(it->second);
        }
    }

    bool has_name(std::uint32_t party, const std::string& name) const {
        return std::ranges::binary_search(names_, std::pair(normal_form(name), party));
    }

    /// By one article that names both, or by the user.
    bool is_told_apart(std::uint32_t a, std::uint32_t b) const {
        const bool by_article = std::ranges::any_of(articles_of_[a], [&](std::uint32_t article) {
            return std::ranges::binary_search(articles_of_[b], article);
        });
        return by_article || std::ranges::any_of(decided_, [&](const AliasRule& rule) {
                   return rule.decision == AliasRule::Decision::different &&
                          ((has_name(a, rule.name) && has_name(b, rule.other)) ||
                           (has_name(b, rule.name) && has_name(a, rule.other)));
               });
    }

    AliasSuggestion suggestion(const Candidate& it) const {
        const auto rank = [&](std::uint32_t party) {
            return std::tuple(~articles_of_[party].size(), name(party).size(), party);
        };
        const auto [kept, other] =
            rank(it.a) < rank(it.b) ? std::pair(it.a, it.b) : std::pair(it.b, it.a);
        return {
            .rule = {AliasRule::Decision::same, std::string(name(kept)), std::string(name(other))},
            .reason = it.reason,
            .detail = std::string(it.detail),
            .articles = articles_of_[it.a].size() + articles_of_[it.b].size()};
    }

    std::span<const AliasRule> decided_;
    Observed observed_;
    PartyIdentity identity_;
    std::vector<std::string> forms_;                            // by party
    Grouped<std::uint32_t> articles_of_;                        // by party
    std::vector<std::pair<std::string, std::uint32_t>> names_;  // normal form, party
    std::vector<Candidate> candidates_;
};

}  // namespace

std::string_view to_string(AliasReason reason) noexcept {
    switch (reason) {
        case AliasReason::same_docket_number:
            return "same docket number";
        case AliasReason::contested_alias:
            return "both are called";
        case AliasReason::spacing:
            return "other word spacing";
        case AliasReason::initials:
            return "initials";
        case AliasReason::longer_form:
            return "longer form";
        case AliasReason::near_spelling:
            return "one letter off";
    }
    return "invalid-alias-reason";  // no default above: a new value must warn here
}

std::vector<AliasSuggestion> suggest_aliases(const ObservationSet& observations,
                                             std::span<const AliasRule> decided) {
    return Suggester(observations.articles(), decided).suggest();
}

std::string to_string(const AliasSuggestion& suggestion) {
    std::string line =
        to_string(suggestion.rule) + "  # " + std::string(to_string(suggestion.reason));
    if (!suggestion.detail.empty()) {
        line += ' ' + suggestion.detail;
    }
    return line + ", " + std::to_string(suggestion.articles) +
           (suggestion.articles == 1 ? " article" : " articles");
}

}  // namespace litigraph
