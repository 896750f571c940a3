#include "case_drafts.hpp"

#include <algorithm>
#include <string>
#include <tuple>

namespace litigraph::ingest::detail {

namespace {

class DraftMaker {
  public:
    DraftMaker(const Document& document, const Mentions& mentions)
        : document_(document), mentions_(mentions), sides_(mentions) {}

    void add(const ToldCase& known) { result_.drafts.push_back(draft_of(known)); }
    void add_relations(const Claim& claim);
    Assembled take() { return std::move(result_); }

  private:
    static std::string name_of(const Entity& entity);
    PartyIndex party_index(std::uint32_t entity);
    Evidence role_evidence(const ToldCase& known, Parties ToldCase::*side,
                           std::uint32_t entity) const;
    Evidence told_by(const ToldCase& known, const Claim& claim, Confidence confidence) const;
    Evidence evidence_of(Span span, std::string_view rule, Confidence confidence) const;
    CaseDraft draft_of(const ToldCase& known);

    const Document& document_;
    const Mentions& mentions_;
    SideRules sides_;
    Assembled result_;
    std::vector<std::uint32_t> party_of_;
};

/// The fullest form without legal form, rather none that is an address ("Zephra.com"); the agreed
/// name of a known one.
std::string DraftMaker::name_of(const Entity& entity) {
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

PartyIndex DraftMaker::party_index(std::uint32_t entity) {
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

Evidence DraftMaker::evidence_of(Span span, std::string_view rule, Confidence confidence) const {
    Evidence evidence;
    evidence.begin = span.begin;
    evidence.end = span.end;
    evidence.quote = std::string(document_.bytes(span));
    evidence.rule = std::string(rule);
    evidence.confidence = confidence;
    return evidence;
}

/// The words that put a party on its side: a claim that has both sides, else one that has the
/// party, else the case's first words, which then only imply it.
Evidence DraftMaker::role_evidence(const ToldCase& known, Parties ToldCase::*side,
                                   std::uint32_t entity) const {
    const bool is_plaintiff = side == &ToldCase::plaintiffs;
    const Claim* telling = nullptr;
    for (const Claim* claim : known.claims) {
        const Parties& own = is_plaintiff ? claim->plaintiffs : claim->defendants;
        const Parties& other = is_plaintiff ? claim->defendants : claim->plaintiffs;
        const bool is_member =
            !claim->group.empty() &&
            std::find(claim->either.begin(), claim->either.end(), entity) != claim->either.end();
        if (is_member) {
            return told_by(known, *claim, Confidence::inferred);
        }
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

Evidence DraftMaker::told_by(const ToldCase& known, const Claim& claim,
                             Confidence confidence) const {
    return known.is_presupposed
               ? evidence_of(claim.clause, "presupposed-by-countersuit", Confidence::inferred)
               : evidence_of(claim.clause, claim.rule, confidence);
}

CaseDraft DraftMaker::draft_of(const ToldCase& known) {
    CaseDraft draft;
    CaseObservation& observation = draft.observation;
    for (const Claim* claim : known.claims) {
        observation.evidence.push_back(told_by(known, *claim, Confidence::stated));
        draft.mentions.push_back(
            {claim->sentence, claim->clause, claim->anchor, claim->tells_filing});
    }
    for (const std::uint32_t entity : sides_.tellable(known.plaintiffs)) {
        observation.plaintiffs.push_back(
            {party_index(entity), role_evidence(known, &ToldCase::plaintiffs, entity)});
    }
    for (const std::uint32_t entity : sides_.tellable(known.defendants)) {
        observation.defendants.push_back(
            {party_index(entity), role_evidence(known, &ToldCase::defendants, entity)});
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

void DraftMaker::add_relations(const Claim& claim) {
    for (const std::uint32_t from : claim.plaintiffs) {
        for (const std::uint32_t to : claim.defendants) {
            RelationObservation relation;
            relation.kind = claim.act == Act::challenges ? EdgeKind::challenges_validity
                                                         : EdgeKind::threatens_suit;
            relation.from = party_index(from);
            relation.to = party_index(to);
            relation.evidence = evidence_of(claim.clause, claim.rule, Confidence::stated);
            result_.relations.push_back(std::move(relation));
        }
    }
}

}  // namespace

Assembled draft_cases(const Document& document, const Mentions& mentions,
                      const std::vector<ToldCase>& cases,
                      const std::vector<const Claim*>& threats) {
    DraftMaker maker(document, mentions);
    for (const ToldCase& known : cases) {
        maker.add(known);
    }
    for (const Claim* claim : threats) {
        maker.add_relations(*claim);
    }
    return maker.take();
}

}  // namespace litigraph::ingest::detail
