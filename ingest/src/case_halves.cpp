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
        join_halves();
        join_suits_of_one();
        complete_disputes();
        complete_either();
        apply_guess();
        complete_halves();
    }

  private:
    void join_halves();
    void join_suits_of_one();
    void complete_disputes();
    void complete_either();
    void apply_guess();
    void complete_halves();
    std::optional<std::uint32_t> common_party(Parties ToldCase::*side) const;

    std::vector<ToldCase>& cases_;
    const SideHints& hints_;
    const SideRules& sides_;
};

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
/// that the article tells.
void HalfCases::complete_either() {
    if (cases_.size() != 1 || hints_.either.size() != 1) {
        return;
    }
    ToldCase& known = cases_.front();
    if (known.plaintiffs.empty() != known.defendants.empty() &&
        !overlap(known.plaintiffs, hints_.either) && !overlap(known.defendants, hints_.either)) {
        (known.plaintiffs.empty() ? known.plaintiffs : known.defendants) = hints_.either;
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
