#include "case_halves.hpp"

#include <algorithm>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

class HalfCases {
  public:
    HalfCases(std::vector<ToldCase>& cases, const SideHints& hints, const SideRules& sides)
        : cases_(cases), hints_(hints), sides_(sides) {}

    void complete() {
        name_members();
        join_halves();
        join_suits_of_one();
        complete_disputes();
        make_only_case();
        complete_one(hints_.either, false);
        complete_one(sued(), true);
        add_suits_of_one();
        apply_guess();
        complete_halves();
    }

  private:
    void name_members();
    bool is_told_as(const ToldCase& known, Parties Claim::*side, std::string_view noun) const;
    void join_halves();
    void join_suits_of_one();
    void complete_disputes();
    void complete_one(const std::vector<Parties>& told, bool are_sued);
    void make_only_case();
    std::vector<Parties> sued() const;
    void add_suits_of_one();
    void apply_guess();
    void complete_halves();
    std::optional<std::uint32_t> common_party(Parties ToldCase::*side) const;

    std::vector<ToldCase>& cases_;
    const SideHints& hints_;
    const SideRules& sides_;
};

/// Whether the case is told of somebody by this noun: "high-ranking officers" by "officers".
bool HalfCases::is_told_as(const ToldCase& known, Parties Claim::*side,
                           std::string_view noun) const {
    return std::ranges::any_of(known.claims, [&](const Claim* claim) {
        const Parties& told = claim->*side;
        return std::ranges::any_of(told, [&](std::uint32_t party) {
            return sides_.is_described({party}) && sides_.key_of(party).ends_with(noun);
        });
    });
}

/// "Officers sued the city ... Two of the officers, X and Y, were demoted": X and Y sued it, unless
/// several suits of officers are told.
void HalfCases::name_members() {
    for (const Claim* claim : hints_.members) {
        ToldCase* told = nullptr;
        std::size_t suits = 0;
        for (ToldCase& known : cases_) {
            const bool sues = is_told_as(known, &Claim::plaintiffs, claim->group) &&
                              !overlap(known.defendants, claim->either);
            told = sues ? &known : told;
            suits += sues;
        }
        if (suits == 1) {
            sides_.merge(told->plaintiffs, claim->either);
            told->claims.push_back(claim);
        }
    }
}

/// "X has been sued ... The suit was brought by Y": two halves of the one case of the article.
void HalfCases::join_halves() {
    std::size_t accusing = none;
    std::size_t accused = none;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        const bool has_plaintiffs = !sides_.tellable(cases_[i].plaintiffs).empty();
        const bool has_defendants = !sides_.tellable(cases_[i].defendants).empty();
        std::size_t& half = has_plaintiffs ? accusing : accused;
        if (has_plaintiffs == has_defendants || half != none) {
            return;
        }
        half = i;
    }
    if (accusing == none || accused == none ||
        overlap(cases_[accusing].plaintiffs, cases_[accused].defendants)) {
        return;
    }
    ToldCase& first = cases_[std::min(accusing, accused)];
    ToldCase& second = cases_[std::max(accusing, accused)];
    sides_.merge(first.plaintiffs, second.plaintiffs);
    sides_.merge(first.defendants, second.defendants);
    first.claims.insert(first.claims.end(), second.claims.begin(), second.claims.end());
    cases_.resize(1);
}

/// "X is being sued in three cases ... They were filed by A, by B and by C": in an article that
/// tells of no other defendant, all suits without one are against X.
void HalfCases::join_suits_of_one() {
    std::size_t accusing = 0;
    const ToldCase* accused = nullptr;
    for (const ToldCase& known : cases_) {
        const bool has_defendants =
            !known.defendants.empty() && !sides_.is_described(known.defendants);
        const bool has_plaintiffs =
            !known.plaintiffs.empty() && !sides_.is_described(known.plaintiffs);
        const bool is_other =
            accused != nullptr && has_defendants && known.defendants != accused->defendants;
        if ((has_plaintiffs && !known.defendants.empty()) || is_other ||
            known.countersuit != CountersuitForm::none) {
            return;
        }
        accusing += has_plaintiffs;
        accused = has_defendants ? &known : accused;
    }
    if (accusing < 2 || accused == nullptr || accused->defendants.size() != 1) {
        return;
    }
    const Parties sued = accused->defendants;
    for (ToldCase& known : cases_) {
        if (known.defendants.empty() && !sides_.is_described(known.plaintiffs) &&
            !overlap(known.plaintiffs, sued)) {
            known.defendants = sued;
        }
    }
}

/// "X and Y settled their litigation. X had filed suit": against Y, if X settled with nobody else.
void HalfCases::complete_disputes() {
    for (ToldCase& known : cases_) {
        if (!known.defendants.empty() || known.plaintiffs.size() != 1) {
            continue;
        }
        Parties adversaries;
        for (const Parties& both : hints_.disputes) {
            sides_.merge(adversaries, overlap(both, known.plaintiffs) ? both : Parties{});
        }
        std::erase(adversaries, known.plaintiffs.front());
        if (adversaries.size() == 1) {
            known.defendants = adversaries;
        }
    }
}

/// "X won a court case. The judge dismissed the suit by Y": X is on the open side of the one suit
/// that the article tells, if all that is told so agrees; of those who are sued it is the other.
void HalfCases::complete_one(const std::vector<Parties>& told, bool are_sued) {
    Parties all;
    for (const Parties& parties : told) {
        sides_.merge(all, parties);
    }
    const bool agree = std::ranges::any_of(
        told, [&](const Parties& parties) { return parties.size() == all.size(); });
    if (cases_.size() != 1 || !agree) {
        return;
    }
    ToldCase& known = cases_.front();
    const bool is_half = known.plaintiffs.empty() != known.defendants.empty();
    const bool is_open = is_half && (known.defendants.empty() || !are_sued) &&
                         !overlap(known.plaintiffs, all) && !overlap(known.defendants, all);
    if (is_open) {
        (known.plaintiffs.empty() ? known.plaintiffs : known.defendants) = all;
    }
}

/// "The case against X goes on, plaintiff Y said": one case, if nothing else is told.
void HalfCases::make_only_case() {
    Parties suing;
    Parties sued;
    for (const Claim* claim : hints_.suing) {
        add_all(suing, claim->plaintiffs);
    }
    for (const Claim* claim : hints_.sued) {
        add_all(sued, claim->defendants);
    }
    for (const Parties& both : hints_.disputes) {
        if (sued.empty() && both.size() == 2 && overlap(both, suing)) {
            sued = both;
            std::erase(sued, suing.front());
        }
    }
    const bool is_told = suing.size() == 1 && sued.size() == 1 && !overlap(suing, sued) &&
                         !sides_.is_described(suing) && !sides_.is_described(sued);
    if (!cases_.empty() || !is_told) {
        return;
    }
    ToldCase made;
    made.plaintiffs = suing;
    made.defendants = sued;
    made.claims = {hints_.suing.front()};
    made.claims.insert(made.claims.end(), hints_.sued.begin(), hints_.sued.end());
    cases_.push_back(std::move(made));
}

/// Who is told by "the suit against X" alone.
std::vector<Parties> HalfCases::sued() const {
    std::vector<Parties> told;
    for (const Claim* claim : hints_.sued) {
        told.push_back(claim->defendants);
    }
    return told;
}

/// "X sued Y. The case against Z is yet to begin": it is X's, if nobody else sues in the article.
void HalfCases::add_suits_of_one() {
    Parties suing;
    Parties told;
    for (const ToldCase& known : cases_) {
        const bool is_whole = !known.plaintiffs.empty() && !known.defendants.empty();
        if (!is_whole || sides_.is_described(known.plaintiffs)) {
            return;
        }
        add_all(suing, known.plaintiffs);
        add_all(told, known.defendants);
    }
    if (suing.size() != 1 || overlap(suing, told)) {
        return;
    }
    for (const Claim* claim : hints_.sued) {
        const bool is_new = claim->is_bare && !overlap(claim->defendants, told) &&
                            !overlap(claim->defendants, suing) &&
                            !sides_.is_described(claim->defendants);
        if (is_new) {
            ToldCase added;
            added.plaintiffs = suing;
            added.defendants = claim->defendants;
            added.claims.push_back(claim);
            add_all(told, claim->defendants);
            cases_.push_back(std::move(added));
        }
    }
}

/// Who is on this side in every whole case of the article, if there are two cases or more and they
/// agree on just one; nobody otherwise.
std::optional<std::uint32_t> HalfCases::common_party(Parties ToldCase::*side) const {
    Parties common;
    std::size_t whole = 0;
    for (const ToldCase& known : cases_) {
        if (known.is_presupposed || known.plaintiffs.empty() || known.defendants.empty()) {
            continue;
        }
        if (whole++ == 0) {
            common = known.*side;
        } else {
            std::erase_if(common, [&](std::uint32_t entity) {
                return std::find((known.*side).begin(), (known.*side).end(), entity) ==
                       (known.*side).end();
            });
        }
    }
    return whole > 1 && common.size() == 1 ? std::optional(common.front()) : std::nullopt;
}

/// "The suit says that Y copied. It was filed by X": Y is sued if the article tells of one suit
/// only.
void HalfCases::apply_guess() {
    if (hints_.guess == nullptr || cases_.size() != 1 || !cases_.front().defendants.empty() ||
        overlap(cases_.front().plaintiffs, hints_.guess->defendants)) {
        return;
    }
    cases_.front().defendants = hints_.guess->defendants;
    cases_.front().claims.insert(cases_.front().claims.begin(), hints_.guess);
}

/// In an article on suits against X a suit "brought by Y" is against X too.
void HalfCases::complete_halves() {
    const std::optional<std::uint32_t> accuser = common_party(&ToldCase::plaintiffs);
    const std::optional<std::uint32_t> accused = common_party(&ToldCase::defendants);
    for (ToldCase& known : cases_) {
        const auto fill = [&](Parties& open, const Parties& told,
                              std::optional<std::uint32_t> party) {
            const bool is_half = open.empty() && !told.empty() && !sides_.is_described(told);
            if (is_half && party && std::find(told.begin(), told.end(), *party) == told.end()) {
                open = {*party};
            }
        };
        fill(known.defendants, known.plaintiffs, accused);
        fill(known.plaintiffs, known.defendants, accuser);
    }
}

}  // namespace

void complete_cases(std::vector<ToldCase>& cases, const SideHints& hints, const SideRules& sides) {
    HalfCases(cases, hints, sides).complete();
}

}  // namespace litigraph::ingest::detail
