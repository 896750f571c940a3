#include "case_assembly.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <tuple>

// A claim joins the case that shares a party on each side; a side that the claim leaves open
// matches any. A described plaintiff ("a former user") gives way to the name that a later mention
// of the same case tells. "The suit" is the case spoken of last.

namespace litigraph::ingest::detail {

namespace {

using Entities = std::vector<std::uint32_t>;

struct Case {
    Entities plaintiffs;
    Entities defendants;
    std::vector<const Claim*> claims;
    CaseStatus status = CaseStatus::filed;
    CountersuitForm countersuit = CountersuitForm::none;
    const Claim* counters = nullptr;  ///< The words that call it a countersuit.
    const Claim* answers = nullptr;   ///< The words that make it one, once both sides are known.
    std::vector<std::size_t> responds_to;
    bool is_another = false;
    bool is_presupposed = false;
};

bool overlap(const Entities& a, const Entities& b) {
    return std::any_of(a.begin(), a.end(), [&](std::uint32_t entity) {
        return std::find(b.begin(), b.end(), entity) != b.end();
    });
}

class Assembly {
  public:
    Assembly(const Document& document, const Mentions& mentions)
        : document_(document), mentions_(mentions) {}

    void add(const Claim& claim);
    Assembled finish();

  private:
    bool is_described(const Entities& side) const {
        return std::all_of(side.begin(), side.end(), [&](std::uint32_t entity) {
            return mentions_.entity(entity).is_generic;
        });
    }
    /// "US sues X", then "The agency sued X": the agency acts for the government.
    bool acts_for(const Entities& agents, const Entities& government) const {
        return agents.size() == 1 && government.size() == 1 &&
               mentions_.entity(agents.front()).kind == NameKind::agency &&
               mentions_.entity(government.front()).key == "united states";
    }
    bool side_matches(const Entities& known, const Entities& claimed) const {
        return claimed.empty() || known.empty() || overlap(known, claimed) ||
               (is_described(known) != is_described(claimed)) ||
               (is_described(known) && is_described(claimed)) || acts_for(claimed, known) ||
               acts_for(known, claimed);
    }
    bool is_sketch(const Case& known) const;
    std::size_t find_case(const Claim& claim) const;
    void merge_side(Entities& known, const Entities& claimed) const;
    void merge(std::size_t index, const Claim& claim);
    std::size_t make_case(const Claim& claim);
    std::size_t presuppose(const Entities& plaintiffs, const Entities& defendants,
                           const Claim& claim);
    void mark_countersuit(std::size_t index, const Claim& claim);
    void answer(std::size_t provoking, const Claim& claim);
    std::size_t find_reverse(const Entities& plaintiffs, const Entities& defendants) const;
    void join_halves();
    void join_suits_of_one();
    void complete_disputes();
    std::optional<std::uint32_t> common_party(Entities Case::*side) const;
    void apply_guess();
    void complete_halves();
    Entities accusers_of(const Entities& plaintiffs) const;

    static std::string name_of(const Entity& entity);
    PartyIndex party_index(std::uint32_t entity);
    Evidence role_evidence(const Case& known, Entities Case::*side, std::uint32_t entity) const;
    Evidence told_by(const Case& known, const Claim& claim, Confidence confidence) const;
    Entities tellable(const Entities& side) const;
    CaseDraft draft_of(const Case& known);
    Evidence evidence_of(Span span, std::string_view rule, Confidence confidence) const;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const Document& document_;
    const Mentions& mentions_;
    std::vector<Case> cases_;
    std::size_t latest_ = none;
    std::vector<const Claim*> threats_;
    std::vector<Entities> disputes_;  ///< Both parties of each.
    const Claim* guess_ = nullptr;    ///< The first that says whom a suit speaks of.
    std::deque<Claim> corrected_;     ///< Claims with another guess than the text's nearest name.
    Assembled result_;
    std::vector<std::uint32_t> party_of_;
};

/// "Publishers sue software firm", as headlines tell what the text tells by name.
bool Assembly::is_sketch(const Case& known) const {
    return known.claims.size() == 1 &&
           document_.sentences[known.claims.front()->sentence].is_headline &&
           !known.plaintiffs.empty() && !known.defendants.empty() &&
           is_described(known.plaintiffs) && is_described(known.defendants);
}

std::size_t Assembly::find_case(const Claim& claim) const {
    const bool has_both = !claim.plaintiffs.empty() && !claim.defendants.empty();
    for (int strict = 1; strict >= 0; --strict) {
        for (std::size_t i = cases_.size(); i > 0; --i) {
            const Case& known = cases_[i - 1];
            const bool shares_plaintiff = overlap(known.plaintiffs, claim.plaintiffs);
            const bool shares_defendant = overlap(known.defendants, claim.defendants);
            if (claim.is_another && !known.is_another) {
                continue;
            }
            if (claim.is_counter && known.countersuit == CountersuitForm::none &&
                !(shares_plaintiff && shares_defendant)) {
                continue;
            }
            if (strict == 1) {
                const bool fits = has_both ? shares_plaintiff && shares_defendant
                                           : (claim.plaintiffs.empty() || shares_plaintiff) &&
                                                 (claim.defendants.empty() || shares_defendant) &&
                                                 (shares_plaintiff || shares_defendant);
                if (fits) {
                    return i - 1;
                }
            } else if (side_matches(known.plaintiffs, claim.plaintiffs) &&
                       side_matches(known.defendants, claim.defendants) &&
                       (shares_plaintiff || shares_defendant || (has_both && is_sketch(known)))) {
                return i - 1;
            }
        }
    }
    if (claim.is_definite && latest_ != none) {
        const Case& known = cases_[latest_];
        const bool new_defendants =
            !claim.defendants.empty() && !is_described(known.defendants) && !claim.adds;
        if (!new_defendants && (claim.plaintiffs.empty() || known.plaintiffs.empty() ||
                                claim.adds || is_described(known.plaintiffs))) {
            return latest_;
        }
    }
    return none;
}

void Assembly::merge_side(Entities& known, const Entities& claimed) const {
    if (acts_for(known, claimed)) {
        return;
    }
    const bool is_told_now = !claimed.empty() && is_described(known) && !is_described(claimed);
    if (is_told_now || acts_for(claimed, known)) {
        known.clear();
    }
    const bool keep_out_described = !known.empty() && !is_described(known);
    for (const std::uint32_t entity : claimed) {
        const bool skip =
            mentions_.entity(entity).is_generic && (keep_out_described || !known.empty());
        if (!skip && std::find(known.begin(), known.end(), entity) == known.end()) {
            known.push_back(entity);
        }
    }
}

void Assembly::merge(std::size_t index, const Claim& claim) {
    Case& known = cases_[index];
    const auto without = [](const Entities& side, const Entities& other) {
        Entities rest;
        std::copy_if(side.begin(), side.end(), std::back_inserter(rest), [&](std::uint32_t entity) {
            return std::find(other.begin(), other.end(), entity) == other.end();
        });
        return rest;
    };
    merge_side(known.plaintiffs, without(claim.plaintiffs, known.defendants));
    merge_side(known.defendants, without(claim.defendants, known.plaintiffs));
    known.claims.push_back(&claim);
    if (claim.status != CaseStatus::filed) {
        known.status = claim.status;
    }
}

std::size_t Assembly::make_case(const Claim& claim) {
    Case made;
    made.plaintiffs = claim.plaintiffs;
    made.defendants = claim.defendants;
    made.status = claim.status;
    made.is_another = claim.is_another;
    made.claims.push_back(&claim);
    cases_.push_back(std::move(made));
    return cases_.size() - 1;
}

std::size_t Assembly::find_reverse(const Entities& plaintiffs, const Entities& defendants) const {
    for (std::size_t i = cases_.size(); i > 0; --i) {
        if (overlap(cases_[i - 1].plaintiffs, defendants) &&
            overlap(cases_[i - 1].defendants, plaintiffs)) {
            return i - 1;
        }
    }
    return none;
}

/// The suit that a countersuit takes for granted, be it filed or only threatened.
std::size_t Assembly::presuppose(const Entities& plaintiffs, const Entities& defendants,
                                 const Claim& claim) {
    if (const std::size_t known = find_reverse(defendants, plaintiffs); known != none) {
        return known;
    }
    Case presupposed;
    presupposed.plaintiffs = plaintiffs;
    presupposed.defendants = defendants;
    presupposed.claims.push_back(&claim);
    presupposed.is_presupposed = true;
    cases_.push_back(std::move(presupposed));
    return cases_.size() - 1;
}

/// A countersuit takes an earlier suit of the other side for granted.
void Assembly::mark_countersuit(std::size_t index, const Claim& claim) {
    if (cases_[index].defendants.empty()) {
        for (const Case& other : cases_) {
            if (overlap(other.defendants, cases_[index].plaintiffs)) {
                cases_[index].defendants = other.plaintiffs;
                break;
            }
        }
    }
    if (cases_[index].plaintiffs.empty() || cases_[index].defendants.empty()) {
        return;
    }
    cases_[index].countersuit = CountersuitForm::unspecified;
    cases_[index].answers = &claim;
    const std::size_t provoking =
        presuppose(cases_[index].defendants, cases_[index].plaintiffs, claim);
    cases_[index].responds_to = {provoking};
}

/// "The lawsuit comes in response to proceedings filed by Nokia": the case spoken of answers the
/// one of the claim, and its plaintiff is the one proceeded against.
void Assembly::answer(std::size_t provoking, const Claim& claim) {
    std::size_t answering = none;
    for (std::size_t i = cases_.size(); i > 0; --i) {
        if (i - 1 != provoking && overlap(cases_[i - 1].defendants, claim.plaintiffs)) {
            answering = i - 1;
            break;
        }
    }
    if (answering == none) {
        return;
    }
    merge_side(cases_[provoking].defendants, cases_[answering].plaintiffs);
    cases_[answering].countersuit = CountersuitForm::separate;
    cases_[answering].answers = &claim;
    cases_[answering].responds_to = {provoking};
}

/// Whom a countersuit that names nobody answers: who has sued its plaintiff.
Entities Assembly::accusers_of(const Entities& plaintiffs) const {
    for (std::size_t i = cases_.size(); i > 0; --i) {
        if (overlap(cases_[i - 1].defendants, plaintiffs) && !cases_[i - 1].plaintiffs.empty()) {
            return cases_[i - 1].plaintiffs;
        }
    }
    return {};
}

void Assembly::add(const Claim& claim) {
    if (claim.is_counter && claim.guesses_defendants) {
        const Entities accusers = accusers_of(claim.plaintiffs);
        if (!accusers.empty() && accusers != claim.defendants) {
            corrected_.push_back(claim);
            corrected_.back().defendants = accusers;
            corrected_.back().guesses_defendants = false;
            add(corrected_.back());
            return;
        }
    }
    if (claim.act == Act::settles && claim.mood != Mood::unreal) {
        disputes_.push_back(claim.both);  // says that there was a suit, not whose
        return;
    }
    if (claim.mood != Mood::actual) {
        if (claim.act == Act::countersues && !claim.plaintiffs.empty() &&
            !claim.defendants.empty()) {
            presuppose(claim.defendants, claim.plaintiffs, claim);
        }
        if (claim.mood == Mood::planned && !claim.plaintiffs.empty() && !claim.defendants.empty()) {
            threats_.push_back(&claim);
        }
        return;
    }
    if (claim.act == Act::threatens || claim.act == Act::challenges) {
        threats_.push_back(&claim);
        return;
    }
    const bool says_something =
        claim.tells_filing || (!claim.plaintiffs.empty() && !claim.defendants.empty());
    std::size_t index = claim.is_answered ? none : find_case(claim);
    if (claim.guesses_defendants && !claim.is_counter) {
        Claim known = claim;
        known.defendants.clear();
        const std::size_t same = find_case(known);
        if (same != none && !cases_[same].defendants.empty()) {
            cases_[same].claims.push_back(&claim);
            latest_ = same;
            return;
        }
        guess_ = guess_ == nullptr ? &claim : guess_;
    }
    if (claim.is_answered && !claim.plaintiffs.empty()) {
        index = make_case(claim);
        answer(index, claim);
        return;
    }
    if (index != none) {
        merge(index, claim);
    } else if (says_something && !(claim.plaintiffs.empty() && claim.defendants.empty())) {
        index = make_case(claim);
        if (claim.is_another && claim.defendants.empty() && latest_ != none &&
            !overlap(claim.plaintiffs, cases_[latest_].defendants)) {
            merge_side(cases_[index].defendants, cases_[latest_].defendants);  // "a separate suit"
        }
    }
    if (index != none) {
        latest_ = index;
        const bool answers_known = claim.is_own && find_reverse(cases_[index].plaintiffs,
                                                                cases_[index].defendants) != none;
        if (claim.is_counter || answers_known) {
            cases_[index].counters = &claim;
            mark_countersuit(index, claim);
        }
    }
}

/// The fullest form without legal form, rather none that is an address ("Zephra.com"); the agreed
/// name of a known one.
std::string Assembly::name_of(const Entity& entity) {
    if (entity.is_agreed) {
        return entity.forms[0];
    }
    const auto rank = [](const std::string& form) {
        const bool is_whole = form.find(' ') != std::string::npos && !is_titled_form(form);
        return std::tuple(!form.ends_with(".com"), is_whole, form.size());
    };
    const std::string* best = nullptr;
    for (std::size_t i = 0; i < entity.forms.size(); ++i) {
        if (entity.counts[i] > 0 && (best == nullptr || rank(entity.forms[i]) > rank(*best))) {
            best = &entity.forms[i];
        }
    }
    return best == nullptr ? entity.key : *best;
}

PartyIndex Assembly::party_index(std::uint32_t entity) {
    const auto found = std::find(party_of_.begin(), party_of_.end(), entity);
    if (found != party_of_.end()) {
        return static_cast<PartyIndex>(found - party_of_.begin());
    }
    const Entity& known = mentions_.entity(entity);
    PartyObservation party;

    party.name = name_of(known);
    party.kind = known.party_kind;
    for (const std::string& form : known.forms) {
        if (form != party.name) {
            party.aliases.push_back(form);
        }
    }
    std::sort(party.aliases.begin(), party.aliases.end());
    party.evidence = evidence_of(known.first_use, "name", Confidence::stated);
    result_.parties.push_back(std::move(party));
    party_of_.push_back(entity);
    return static_cast<PartyIndex>(party_of_.size() - 1);
}

Evidence Assembly::evidence_of(Span span, std::string_view rule, Confidence confidence) const {
    Evidence evidence;
    evidence.begin = span.begin;
    evidence.end = span.end;
    evidence.quote = std::string(document_.bytes(span));
    evidence.rule = std::string(rule);
    evidence.confidence = confidence;
    return evidence;
}

/// "X has been sued ... The suit was brought by Y": two halves of the one case of the article.
void Assembly::join_halves() {
    std::size_t accusing = none;
    std::size_t accused = none;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        const bool has_plaintiffs = !tellable(cases_[i].plaintiffs).empty();
        const bool has_defendants = !tellable(cases_[i].defendants).empty();
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
    Case& first = cases_[std::min(accusing, accused)];
    Case& second = cases_[std::max(accusing, accused)];
    merge_side(first.plaintiffs, second.plaintiffs);
    merge_side(first.defendants, second.defendants);
    first.claims.insert(first.claims.end(), second.claims.begin(), second.claims.end());
    cases_.resize(1);
}

/// "X is being sued in three cases ... They were filed by A, by B and by C": in an article that
/// tells of no other defendant, all suits without one are against X.
void Assembly::join_suits_of_one() {
    std::size_t accusing = 0;
    const Case* accused = nullptr;
    for (const Case& known : cases_) {
        const bool has_defendants = !known.defendants.empty() && !is_described(known.defendants);
        const bool has_plaintiffs = !known.plaintiffs.empty() && !is_described(known.plaintiffs);
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
    const Entities sued = accused->defendants;
    for (Case& known : cases_) {
        if (known.defendants.empty() && !is_described(known.plaintiffs) &&
            !overlap(known.plaintiffs, sued)) {
            known.defendants = sued;
        }
    }
}

/// "X and Y settled their litigation. X had filed suit": against Y, if X settled with nobody else.
void Assembly::complete_disputes() {
    for (Case& known : cases_) {
        if (!known.defendants.empty() || known.plaintiffs.size() != 1) {
            continue;
        }
        Entities adversaries;
        for (const Entities& both : disputes_) {
            merge_side(adversaries, overlap(both, known.plaintiffs) ? both : Entities{});
        }
        std::erase(adversaries, known.plaintiffs.front());
        if (adversaries.size() == 1) {
            known.defendants = adversaries;
        }
    }
}

/// The words that put a party on its side: a claim that has both sides, else one that has the
/// party, else the case's first words, which then only imply it.
Evidence Assembly::role_evidence(const Case& known, Entities Case::*side,
                                 std::uint32_t entity) const {
    const bool is_plaintiff = side == &Case::plaintiffs;
    const Claim* telling = nullptr;
    for (const Claim* claim : known.claims) {
        const Entities& own = is_plaintiff ? claim->plaintiffs : claim->defendants;
        const Entities& other = is_plaintiff ? claim->defendants : claim->plaintiffs;
        if (std::find(own.begin(), own.end(), entity) == own.end()) {
            continue;
        }
        if (!other.empty()) {
            return told_by(known, *claim, Confidence::stated);
        }
        telling = telling == nullptr ? claim : telling;
    }
    return telling != nullptr ? told_by(known, *telling, Confidence::stated)
                              : told_by(known, *known.claims.front(), Confidence::inferred);
}

Evidence Assembly::told_by(const Case& known, const Claim& claim, Confidence confidence) const {
    return known.is_presupposed
               ? evidence_of(claim.clause, "presupposed-by-countersuit", Confidence::inferred)
               : evidence_of(claim.clause, claim.rule, confidence);
}

/// Without "companies", which tells nothing if it never gave way to a name.
Entities Assembly::tellable(const Entities& side) const {
    constexpr std::string_view empty_words[] = {
        "companies", "company", "competitor", "competitors", "entities",   "entity", "firm",
        "firms",     "group",   "maker",      "makers",      "owner",      "owners", "provider",
        "rival",     "rivals",  "seller",     "sellers",     "subsidiary", "unit",   "units"};
    Entities told = side;
    std::erase_if(told, [&](std::uint32_t entity) {
        return mentions_.entity(entity).is_generic &&
               std::find(std::begin(empty_words), std::end(empty_words),
                         mentions_.entity(entity).key) != std::end(empty_words);
    });
    return told;
}

CaseDraft Assembly::draft_of(const Case& known) {
    CaseDraft draft;
    CaseObservation& observation = draft.observation;
    for (const Claim* claim : known.claims) {
        observation.evidence.push_back(told_by(known, *claim, Confidence::stated));
        draft.mentions.push_back(
            {claim->sentence, claim->clause, claim->anchor, claim->tells_filing});
    }
    for (const std::uint32_t entity : tellable(known.plaintiffs)) {
        observation.plaintiffs.push_back(
            {party_index(entity), role_evidence(known, &Case::plaintiffs, entity)});
    }
    for (const std::uint32_t entity : tellable(known.defendants)) {
        observation.defendants.push_back(
            {party_index(entity), role_evidence(known, &Case::defendants, entity)});
    }
    observation.status = known.status;
    observation.countersuit = known.countersuit;
    if (known.answers != nullptr) {
        observation.countersuit_evidence =
            evidence_of(known.answers->clause, known.answers->rule, Confidence::stated);
    }
    for (const std::size_t other : known.responds_to) {
        observation.responds_to.push_back(static_cast<CaseIndex>(other));
    }
    return draft;
}

/// Who is on this side in every whole case of the article, if there are two cases or more and they
/// agree on just one; nobody otherwise.
std::optional<std::uint32_t> Assembly::common_party(Entities Case::*side) const {
    Entities common;
    std::size_t whole = 0;
    for (const Case& known : cases_) {
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
void Assembly::apply_guess() {
    if (guess_ == nullptr || cases_.size() != 1 || !cases_.front().defendants.empty() ||
        overlap(cases_.front().plaintiffs, guess_->defendants)) {
        return;
    }
    cases_.front().defendants = guess_->defendants;
    cases_.front().claims.insert(cases_.front().claims.begin(), guess_);
}

/// In an article on suits against X a suit "brought by Y" is against X too.
void Assembly::complete_halves() {
    const std::optional<std::uint32_t> accuser = common_party(&Case::plaintiffs);
    const std::optional<std::uint32_t> accused = common_party(&Case::defendants);
    for (Case& known : cases_) {
        const auto fill = [&](Entities& open, const Entities& told,
                              std::optional<std::uint32_t> party) {
            const bool is_half = open.empty() && !told.empty() && !is_described(told);
            if (is_half && party && std::find(told.begin(), told.end(), *party) == told.end()) {
                open = {*party};
            }
        };
        fill(known.defendants, known.plaintiffs, accused);
        fill(known.plaintiffs, known.defendants, accuser);
    }
}

Assembled Assembly::finish() {
    join_halves();
    join_suits_of_one();
    complete_disputes();
    apply_guess();
    complete_halves();
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (cases_[i].counters != nullptr) {
            mark_countersuit(i, *cases_[i].counters);
        }
    }
    for (const Case& known : cases_) {
        result_.drafts.push_back(draft_of(known));
    }
    for (const Claim* claim : threats_) {
        for (const std::uint32_t from : claim->plaintiffs) {
            for (const std::uint32_t to : claim->defendants) {
                RelationObservation relation;
                relation.kind = claim->act == Act::challenges ? EdgeKind::challenges_validity
                                                              : EdgeKind::threatens_suit;
                relation.from = party_index(from);
                relation.to = party_index(to);
                relation.evidence = evidence_of(claim->clause, claim->rule, Confidence::stated);
                result_.relations.push_back(std::move(relation));
            }
        }
    }
    return std::move(result_);
}

}  // namespace

Assembled assemble_cases(const Document& document, const Mentions& mentions,
                         const std::vector<Claim>& claims) {
    Assembly assembly(document, mentions);
    for (const Claim& claim : claims) {
        assembly.add(claim);
    }
    return assembly.finish();
}

}  // namespace litigraph::ingest::detail
