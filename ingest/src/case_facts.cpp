#include "case_facts.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

template <typename Fact>
void share(Fact& one, Fact& other) {
    if (one == Fact{}) {
        one = other;
    } else if (other == Fact{}) {
        other = one;
    }
}

/// How many proceedings are left for one court when another has one of them.
CountInterval without_one(CountInterval all) {
    const bool bounded = all.high > 1 && all.high != CountInterval::unbounded;
    return {1, bounded ? all.high - 1 : all.high};
}

bool same_words(const CaseDraft& one, const CaseDraft& other) {
    return one.mentions.front().anchor == other.mentions.front().anchor;
}

/// What is told of a dispute is told of it in each of its courts; when it was filed only where
/// the same words tell of both.
void complete_twins(Reading& reading) {
    for (CaseDraft& draft : reading.drafts) {
        if (!draft.twin_of) {
            continue;
        }
        CaseObservation& twin = draft.observation;
        CaseObservation& first = reading.drafts[*draft.twin_of].observation;
        first.count = twin.count = without_one(first.count);
        share(first.technologies, twin.technologies);
        share(first.patents, twin.patents);
        share(first.cause, twin.cause);
        if (same_words(draft, reading.drafts[*draft.twin_of])) {
            share(first.filed, twin.filed);
            share(first.filed_words, twin.filed_words);
            share(first.filed_evidence, twin.filed_evidence);
        }
    }
}

bool is_counterclaim(const Document& document, const CaseDraft& draft) {
    constexpr std::array<std::string_view, 3> nouns = {"counterclaim", "cross-complaint",
                                                       "cross-claim"};
    return draft.observation.countersuit != CountersuitForm::none &&
           std::ranges::any_of(draft.mentions, [&](const CaseMention& mention) {
               const std::string_view words = document.bytes(mention.clause);
               return std::ranges::any_of(nouns, [&](std::string_view noun) {
                   return words.find(noun) != std::string_view::npos;
               });
           });
}

/// A counterclaim is made in the court that hears the claim.
void complete_counterclaims(Reading& reading) {
    for (CaseDraft& draft : reading.drafts) {
        CaseObservation& told = draft.observation;
        if (told.courts.empty() && told.responds_to.size() == 1 &&
            is_counterclaim(reading.document, draft)) {
            told.courts = reading.drafts[told.responds_to.front()].observation.courts;
        }
    }
}

}  // namespace

void attach_case_facts(Reading& reading) {
    if (reading.drafts.empty()) {
        return;
    }
    attach_numbers(reading);  // Groups may have more than one court.
    attach_courts(reading);
    attach_filing_dates(reading);
    attach_technologies(reading);
    attach_causes(reading);
    complete_twins(reading);
    complete_counterclaims(reading);
}

}  // namespace litigraph::ingest::detail
