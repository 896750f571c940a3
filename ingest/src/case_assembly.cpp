#include "case_assembly.hpp"

#include "case_drafts.hpp"
#include "case_halves.hpp"

#include <algorithm>
#include <deque>
#include <utility>

// A claim joins the case that shares a party on each side; a side that the claim leaves open
// matches any. A described plaintiff ("a former user") gives way to the name that a later mention
// of the same case tells. "The suit" is the case spoken of last.

namespace litigraph::ingest::detail {

namespace {

// Whether the article speaks of an appeal, by whose loser a court names the case.
bool tells_appeal(const Document& document) {
    return document.text.find("ppeal") != std::string_view::npos ||
           document.text.find("Supreme Court") != std::string_view::npos;
}

// Whether the article speaks of a patent board's review: who asked for it comes second where the
// owner of the patent appeals.
bool tells_review(const Document& document) {
    return document.text.find("Trial and Appeal Board") != std::string_view::npos ||
           document.text.find("nter partes review") != std::string_view::npos;
}

bool is_of_appeal(const Document& document, const Claim& claim) {
    const Sentence& sentence = document.sentences[claim.sentence];
    const std::string_view text =
        std::string_view(document.text).substr(sentence.begin, sentence.end - sentence.begin);
    return text.find("ppeal") != std::string_view::npos ||
           text.find("CAFC") != std::string_view::npos ||
           text.find("Federal Circuit") != std::string_view::npos;
}

class Assembly {
  public:
    Assembly(const Document& document, const Mentions& mentions)
        : document_(document),
          mentions_(mentions),
          sides_(mentions),
          tells_appeal_(tells_appeal(document)),
          tells_review_(tells_review(document)) {}

    void add(const Claim& claim);
    Assembled finish();

  private:
    bool is_sketch(const ToldCase& known) const;
    std::size_t find_case(const Claim& claim) const;
    void merge(std::size_t index, const Claim& claim);
    std::size_t make_case(const Claim& claim);
    std::size_t presuppose(const Parties& plaintiffs, const Parties& defendants,
                           const Claim& claim);
    void mark_countersuit(std::size_t index, const Claim& claim);
    void answer(std::size_t provoking, const Claim& claim);
    std::size_t find_reverse(const Parties& plaintiffs, const Parties& defendants) const;
    bool is_flipped(const Claim& claim);
    Parties accusers_of(const Parties& plaintiffs) const;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    const Document& document_;
    const Mentions& mentions_;
    SideRules sides_;
    const bool tells_appeal_;
    const bool tells_review_;
    std::vector<ToldCase> cases_;
    std::size_t latest_ = none;
    std::vector<const Claim*> threats_;
    SideHints hints_;
    std::deque<Claim> corrected_;  ///< Claims with another guess than the text's nearest name.
};

/// "Publishers sue software firm", as headlines and first sentences tell what the text tells by
/// name.
bool Assembly::is_sketch(const ToldCase& known) const {
    const std::uint32_t sentence = known.claims.front()->sentence;
    return known.claims.size() == 1 &&
           (document_.sentences[sentence].is_headline || sentence < 2) &&
           !known.plaintiffs.empty() && !known.defendants.empty() &&
           sides_.is_described(known.plaintiffs) && sides_.is_described(known.defendants);
}

std::size_t Assembly::find_case(const Claim& claim) const {
    const bool has_both = !claim.plaintiffs.empty() && !claim.defendants.empty();
    for (int strict = 1; strict >= 0; --strict) {
        for (std::size_t i = cases_.size(); i > 0; --i) {
            const ToldCase& known = cases_[i - 1];
            const bool shares_plaintiff = overlap(known.plaintiffs, claim.plaintiffs);
            const bool shares_defendant = overlap(known.defendants, claim.defendants);
            if (claim.is_another && !known.is_another && !(claim.is_plural && is_sketch(known))) {
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
            } else if (sides_.match(known.plaintiffs, claim.plaintiffs) &&
                       sides_.match(known.defendants, claim.defendants) &&
                       (shares_plaintiff || shares_defendant ||
                        ((has_both || claim.tells_filing) && is_sketch(known)))) {
                return i - 1;
            }
        }
    }
    if (claim.is_definite && latest_ != none) {
        const ToldCase& known = cases_[latest_];
        const bool new_defendants =
            !claim.defendants.empty() && !sides_.is_described(known.defendants) && !claim.adds;
        if (!new_defendants && (claim.plaintiffs.empty() || known.plaintiffs.empty() ||
                                claim.adds || sides_.is_described(known.plaintiffs))) {
            return latest_;
        }
    }
    return none;
}

void Assembly::merge(std::size_t index, const Claim& claim) {
    ToldCase& known = cases_[index];
    if (known.is_presupposed && claim.tells_filing) {
        known.is_presupposed = false;  // told at last: what its answer says is not said of it
        known.claims.clear();
    }
    const auto without = [](const Parties& side, const Parties& other) {
        Parties rest;
        std::copy_if(side.begin(), side.end(), std::back_inserter(rest), [&](std::uint32_t entity) {
            return std::find(other.begin(), other.end(), entity) == other.end();
        });
        return rest;
    };
    sides_.merge(known.plaintiffs, without(claim.plaintiffs, known.defendants));
    sides_.merge(known.defendants, without(claim.defendants, known.plaintiffs));
    known.claims.push_back(&claim);
    if (claim.status != CaseStatus::filed) {
        known.status = claim.status;
    }
}

std::size_t Assembly::make_case(const Claim& claim) {
    ToldCase made;
    made.plaintiffs = claim.plaintiffs;
    made.defendants = claim.defendants;
    made.status = claim.status;
    made.is_another = claim.is_another;
    made.claims.push_back(&claim);
    cases_.push_back(std::move(made));
    return cases_.size() - 1;
}

std::size_t Assembly::find_reverse(const Parties& plaintiffs, const Parties& defendants) const {
    for (std::size_t i = cases_.size(); i > 0; --i) {
        if (overlap(cases_[i - 1].plaintiffs, defendants) &&
            overlap(cases_[i - 1].defendants, plaintiffs)) {
            return i - 1;
        }
    }
    return none;
}

/// The suit that a countersuit takes for granted, be it filed or only threatened.
std::size_t Assembly::presuppose(const Parties& plaintiffs, const Parties& defendants,
                                 const Claim& claim) {
    if (const std::size_t known = find_reverse(defendants, plaintiffs); known != none) {
        return known;
    }
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (cases_[i].defendants.empty() && overlap(cases_[i].plaintiffs, plaintiffs)) {
            cases_[i].defendants = defendants;  // "in response to a suit filed by X"
            return i;
        }
    }
    ToldCase presupposed;
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
        for (const ToldCase& other : cases_) {
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
    sides_.merge(cases_[provoking].defendants, cases_[answering].plaintiffs);
    cases_[answering].countersuit = CountersuitForm::separate;
    cases_[answering].answers = &claim;
    cases_[answering].responds_to = {provoking};
}

/// On appeal the loser comes first: where the text tells who sued, "Y v. X" is the case of X.
/// Whether the claim is such a caption, which then only mentions that case.
bool Assembly::is_flipped(const Claim& claim) {
    if (!tells_appeal_ || claim.plaintiffs.empty() || claim.defendants.empty()) {
        return false;
    }
    const std::size_t reverse = find_reverse(claim.plaintiffs, claim.defendants);
    if (reverse == none || cases_[reverse].is_presupposed) {
        return false;
    }
    ToldCase& known = cases_[reverse];
    const auto is_caption = [](const Claim* told) { return told->is_caption; };
    const bool has_captions_only = std::ranges::all_of(known.claims, is_caption);
    if (claim.is_caption && !has_captions_only) {
        known.claims.push_back(&claim);
        latest_ = reverse;
        return true;
    }
    if (!claim.is_caption && has_captions_only && !claim.is_counter) {
        std::swap(known.plaintiffs, known.defendants);
    }
    return false;
}

/// Whom a countersuit that names nobody answers: who has sued its plaintiff.
Parties Assembly::accusers_of(const Parties& plaintiffs) const {
    for (std::size_t i = cases_.size(); i > 0; --i) {
        if (overlap(cases_[i - 1].defendants, plaintiffs) && !cases_[i - 1].plaintiffs.empty()) {
            return cases_[i - 1].plaintiffs;
        }
    }
    return {};
}

void Assembly::add(const Claim& claim) {
    if (claim.is_counter && claim.guesses_defendants) {
        const Parties accusers = accusers_of(claim.plaintiffs);
        if (!accusers.empty() && accusers != claim.defendants) {
            corrected_.push_back(claim);
            corrected_.back().defendants = accusers;
            corrected_.back().guesses_defendants = false;
            add(corrected_.back());
            return;
        }
    }
    if (claim.is_caption && tells_review_ && is_of_appeal(document_, claim)) {
        Parties sides = claim.plaintiffs;
        add_all(sides, claim.defendants);
        hints_.disputes.push_back(std::move(sides));
        return;
    }
    if (!claim.both.empty()) {
        hints_.disputes.push_back(claim.both);  // there is a suit, not told whose
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
    if (!claim.group.empty()) {
        hints_.members.push_back(&claim);
        return;
    }
    if (!claim.either.empty()) {
        hints_.either.push_back(claim.either);
    }
    if (claim.act == Act::threatens || claim.act == Act::challenges) {
        threats_.push_back(&claim);
        return;
    }
    if (is_flipped(claim)) {
        return;
    }
    if (claim.is_also && latest_ != none && cases_[latest_].defendants.empty() &&
        !overlap(cases_[latest_].plaintiffs, claim.defendants)) {
        cases_[latest_].defendants = claim.defendants;
    }
    const bool says_something =
        claim.tells_filing || (!claim.plaintiffs.empty() && !claim.defendants.empty());
    std::size_t index = claim.is_answered ? none : find_case(claim);
    if (claim.guesses_defendants && !claim.is_counter) {
        Claim known = claim;
        known.defendants.clear();
        const std::size_t same = find_case(known);
        if (same != none && !cases_[same].defendants.empty()) {
            sides_.merge(cases_[same].plaintiffs, known.plaintiffs);
            cases_[same].claims.push_back(&claim);
            latest_ = same;
            return;
        }
        hints_.guess = hints_.guess == nullptr ? &claim : hints_.guess;
    }
    if (claim.is_answered && !claim.plaintiffs.empty()) {
        index = make_case(claim);
        answer(index, claim);
        return;
    }
    if (index != none) {
        merge(index, claim);
    } else if (!says_something && !claim.defendants.empty() &&
               (claim.is_definite || document_.sentences[claim.sentence].is_headline)) {
        hints_.sued.push_back(&claim);
    } else if (!says_something && !claim.plaintiffs.empty()) {
        hints_.suing.push_back(&claim);
    } else if (says_something && !(claim.plaintiffs.empty() && claim.defendants.empty())) {
        index = make_case(claim);
        if (claim.is_another && !claim.is_plural && claim.defendants.empty() && latest_ != none &&
            !overlap(claim.plaintiffs, cases_[latest_].defendants)) {
            sides_.merge(cases_[index].defendants,
                         cases_[latest_].defendants);  // "a separate suit"
        }
        if (claim.is_another && !claim.is_plural && claim.is_definite && claim.plaintiffs.empty() &&
            latest_ != none && !overlap(claim.defendants, cases_[latest_].plaintiffs)) {
            sides_.merge(cases_[index].plaintiffs,
                         cases_[latest_].plaintiffs);  // "the new suit targets X"
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

Assembled Assembly::finish() {
    complete_cases(cases_, hints_, sides_);
    for (std::size_t i = 0; i < cases_.size(); ++i) {
        if (cases_[i].counters != nullptr) {
            mark_countersuit(i, *cases_[i].counters);
        }
    }
    return draft_cases(document_, mentions_, cases_, threats_);
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
