#include "homonyms.hpp"

#include "disjoint_sets.hpp"

#include <algorithm>
#include <string>

namespace litigraph {

namespace {

bool is_public(PartyKind kind) {
    return kind == PartyKind::agency || kind == PartyKind::government;
}

// What mentions may share. The two lowest bits say what it is.
enum class Tie : std::uint64_t { opponent, technology, docket_number };
using TieKey = std::uint64_t;

TieKey tie_key(Tie tie, std::uint64_t value) { return value << 2U | static_cast<TieKey>(tie); }
Tie tie_of(TieKey key) { return static_cast<Tie>(key & 3U); }

bool has_party(std::span<const Statement> roles, std::uint32_t mention) {
    return std::ranges::find(roles, mention, &Statement::what) != roles.end();
}

std::string without_blanks(std::string_view text) {
    std::string squeezed(text);
    std::erase(squeezed, ' ');
    return squeezed;
}

}  // namespace

/// The work on one name. Anchors are the sets of longer forms, then persons, then organisations.
class Homonyms::Splitter {
  public:
    Splitter(const Homonyms& all, std::span<const std::uint32_t> mentions)
        : all_(all), mentions_(mentions) {
        find_longer_forms();
    }

    bool is_one_party() const { return forms_.size() < 2 && !(has_persons_ && has_others_); }

    std::uint32_t split(std::span<std::uint32_t> part_of) {
        DisjointSets anchors(forms_.size() + 2);
        unite_forms(anchors);
        std::vector<std::uint32_t> anchor_of = anchored(anchors);
        const auto ties = ties_of_anchors(anchor_of);
        unite_tied(anchors, ties);
        if (are_one(anchors, anchor_of)) {
            for (const std::uint32_t m : mentions_) {
                part_of[m] = 0;
            }
            return 1;
        }
        attach_bare(anchors, ties, anchor_of);
        return number(anchors, anchor_of, part_of);
    }

  private:
    struct AnchorTie {
        TieKey key = 0;
        std::uint32_t anchor = 0;
        friend auto operator<=>(const AnchorTie&, const AnchorTie&) = default;
    };

    const Mention& mention(std::size_t i) const { return all_.observed_.mentions[mentions_[i]]; }
    std::uint32_t key_of(std::size_t i) const { return all_.key_of_[mentions_[i]]; }
    std::uint32_t persons() const { return static_cast<std::uint32_t>(forms_.size()); }
    std::uint32_t others() const { return persons() + 1; }

    template <class F>
    void for_each_form(std::size_t i, const F& f) const {
        for (const std::uint32_t alias : mention(i).aliases.of(all_.observed_.aliases)) {
            const std::uint32_t key = all_.names_.key(alias);
            if (all_.names_.is_longer_form(key, key_of(i))) {
                f(key);
            }
        }
    }

    void find_longer_forms() {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            for_each_form(i, [&](std::uint32_t key) { forms_.push_back(key); });
            const PartyKind kind = mention(i).kind;
            has_persons_ = has_persons_ || kind == PartyKind::person;
            has_others_ = has_others_ || (kind != PartyKind::person && kind != PartyKind::unknown);
        }
        std::ranges::sort(forms_);
        forms_.erase(std::unique(forms_.begin(), forms_.end()), forms_.end());
    }

    std::uint32_t form_index(std::uint32_t key) const {
        const auto place = std::ranges::lower_bound(forms_, key);
        return place != forms_.end() && *place == key
                   ? static_cast<std::uint32_t>(place - forms_.begin())
                   : none;
    }

    void unite(DisjointSets& anchors, std::uint32_t a, std::uint32_t b) const {
        const auto roots = std::minmax({anchors.find(a), anchors.find(b)});
        const bool is_forbidden = std::ranges::any_of(all_.different_, [&](const auto& pair) {
            const std::uint32_t first = form_index(pair.first);
            const std::uint32_t second = form_index(pair.second);
            return first != none && second != none &&
                   std::minmax({anchors.find(first), anchors.find(second)}) == roots;
        });
        if (!is_forbidden) {
            anchors.unite(a, b);
        }
    }

    /// Forms of which one begins the other, blanks aside, and forms that one mention has.
    void unite_forms(DisjointSets& anchors) const {
        std::vector<std::pair<std::string, std::uint32_t>> squeezed;
        for (std::uint32_t i = 0; i < forms_.size(); ++i) {
            squeezed.emplace_back(without_blanks(all_.names_.key_text(forms_[i])), i);
        }
        std::ranges::sort(squeezed);
        for (std::size_t head = 0, i = 1; i < squeezed.size(); ++i) {
            if (squeezed[i].first.starts_with(squeezed[head].first)) {
                unite(anchors, squeezed[head].second, squeezed[i].second);
            } else {
                head = i;
            }
        }
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            std::uint32_t first = none;
            for_each_form(i, [&](std::uint32_t key) {
                first = first == none ? form_index(key) : first;
                unite(anchors, first, form_index(key));
            });
        }
    }

    std::vector<std::uint32_t> anchored(DisjointSets& anchors) const {
        std::vector<std::uint32_t> anchor_of(mentions_.size(), none);
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            for_each_form(i, [&](std::uint32_t key) {
                anchor_of[i] = std::min(anchor_of[i], anchors.find(form_index(key)));
            });
            const PartyKind kind = mention(i).kind;
            if (anchor_of[i] != none || !(has_persons_ && has_others_)) {
                continue;
            }
            if (kind == PartyKind::person) {
                anchor_of[i] = persons();
            } else if (kind != PartyKind::unknown && forms_.empty()) {
                anchor_of[i] = others();
            }
        }
        return anchor_of;
    }

    template <class F>
    void for_each_tie(std::size_t i, const F& f) const {
        const Observed& observed = all_.observed_;
        const std::uint32_t article = mention(i).article;
        for (std::uint32_t r = observed.first_report[article];
             r < observed.first_report[article + 1]; ++r) {
            const CaseReport& report = observed.reports[r];
            const auto plaintiffs = observed.said(report, Topic::plaintiff);
            const auto defendants = observed.said(report, Topic::defendant);
            const bool sues = has_party(plaintiffs, mentions_[i]);
            if (!sues && !has_party(defendants, mentions_[i])) {
                continue;
            }
            for (const Statement& role : sues ? defendants : plaintiffs) {
                const Mention& opponent = observed.mentions[role.what];
                if (!is_public(opponent.kind)) {  // they sue everybody
                    f(tie_key(Tie::opponent, all_.key_of_[role.what]));
                }
            }
            for (const Statement& it : observed.said(report, Topic::technology)) {
                f(tie_key(Tie::technology, it.what));
            }
            if (report.docket_text != none) {
                f(tie_key(Tie::docket_number, report.docket_text));
            }
        }
    }

    std::vector<AnchorTie> ties_of_anchors(const std::vector<std::uint32_t>& anchor_of) const {
        std::vector<AnchorTie> ties;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (anchor_of[i] != none) {
                for_each_tie(i, [&](TieKey key) { ties.push_back({key, anchor_of[i]}); });
            }
        }
        std::ranges::sort(ties);
        ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
        return ties;
    }

    void unite_tied(DisjointSets& anchors, const std::vector<AnchorTie>& ties) const {
        struct Shared {
            std::uint32_t a, b;
            Tie tie;
            auto operator<=>(const Shared&) const = default;
        };
        std::vector<Shared> shared;
        for (std::size_t i = 0; i < ties.size(); ++i) {
            for (std::size_t j = i + 1; j < ties.size() && ties[j].key == ties[i].key; ++j) {
                shared.push_back({ties[i].anchor, ties[j].anchor, tie_of(ties[i].key)});
            }
        }
        std::ranges::sort(shared);
        for (const Shared& it : shared) {
            const Shared technology{it.a, it.b, Tie::technology};
            const bool is_person = it.a == persons() || it.b == persons();
            if (it.tie == Tie::docket_number || (it.tie == Tie::opponent && !is_person &&
                                                 std::ranges::binary_search(shared, technology))) {
                unite(anchors, it.a, it.b);
            }
        }
    }

    static bool are_one(DisjointSets& anchors, const std::vector<std::uint32_t>& anchor_of) {
        std::uint32_t only = none;
        return std::ranges::all_of(anchor_of, [&](std::uint32_t anchor) {
            const std::uint32_t root = anchor == none ? only : anchors.find(anchor);
            only = only == none ? root : only;
            return root == only;
        });
    }

    /// A mention without longer form or telling kind joins the one anchor that it has a tie with.
    void attach_bare(DisjointSets& anchors, const std::vector<AnchorTie>& ties,
                     std::vector<std::uint32_t>& anchor_of) const {
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (anchor_of[i] != none) {
                continue;
            }
            std::uint32_t only = none;
            bool is_torn = false;
            for_each_tie(i, [&](TieKey key) {
                for (auto tie = std::ranges::lower_bound(ties, key, {}, &AnchorTie::key);
                     tie != ties.end() && tie->key == key; ++tie) {
                    const std::uint32_t root = anchors.find(tie->anchor);
                    is_torn = is_torn || (only != none && only != root);
                    only = root;
                }
            });
            anchor_of[i] = is_torn ? none : only;
        }
    }

    std::uint32_t number(DisjointSets& anchors, const std::vector<std::uint32_t>& anchor_of,
                         std::span<std::uint32_t> part_of) const {
        std::vector<std::uint32_t> parts(forms_.size() + 3, none);
        std::uint32_t count = 0;
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            const std::size_t anchor =
                anchor_of[i] == none ? forms_.size() + 2 : anchors.find(anchor_of[i]);
            if (parts[anchor] == none) {
                parts[anchor] = count++;
            }
            part_of[mentions_[i]] = parts[anchor];
        }
        return count;
    }

    const Homonyms& all_;
    std::span<const std::uint32_t> mentions_;
    std::vector<std::uint32_t> forms_;  // keys, ascending
    bool has_persons_ = false;
    bool has_others_ = false;
};

Homonyms::Homonyms(const Observed& observed, std::span<const AliasRule> rules,
                   const PartyNames& names, std::span<const std::uint32_t> key_of)
    : observed_(observed), names_(names), key_of_(key_of) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].decision == AliasRule::Decision::different) {
            different_.emplace_back(names.key(observed.rules[i].name),
                                    names.key(observed.rules[i].other));
        }
    }
}

std::uint32_t Homonyms::split(std::span<const std::uint32_t> mentions,
                              std::span<std::uint32_t> part_of) const {
    if (mentions.size() > 1) {
        Splitter splitter(*this, mentions);
        if (!splitter.is_one_party()) {
            return splitter.split(part_of);
        }
    }
    for (const std::uint32_t mention : mentions) {
        part_of[mention] = 0;
    }
    return mentions.empty() ? 0 : 1;
}

}  // namespace litigraph
