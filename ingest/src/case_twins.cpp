#include "case_twins.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

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

/// Moves those that hold to the end; returns where they begin.
template <typename Item, typename Holds>
typename std::vector<Item>::iterator move_to_end(std::vector<Item>& items, const Holds& holds) {
    return std::stable_partition(items.begin(), items.end(),
                                 [&](const Item& item) { return !holds(item); });
}

class Split {
  public:
    Split(Reading& reading, std::size_t draft, std::uint32_t sentence)
        : reading_(reading),
          draft_(reading.drafts[draft]),
          index_(sentence),
          sentence_(reading.document.sentences[sentence]) {}

    void give_words(CaseDraft& twin) const {
        const std::uint32_t first_court = draft_.observation.courts.front().evidence.begin;
        const auto is_own = [&](const CaseMention& each) { return each.sentence == index_; };
        const auto own = std::ranges::count_if(draft_.mentions, is_own);
        if (holds(first_court) || own == 0 || own == std::ssize(draft_.mentions)) {
            return;
        }
        const auto mention = move_to_end(draft_.mentions, is_own);
        twin.mentions.assign(mention, draft_.mentions.end());
        draft_.mentions.erase(mention, draft_.mentions.end());
        give_evidence(twin.observation);
        keep_named(twin.observation.plaintiffs, twin.observation.evidence.front());
        keep_named(twin.observation.defendants, twin.observation.evidence.front());
    }

  private:
    bool holds(std::uint32_t byte) const { return sentence_.begin <= byte && byte < sentence_.end; }

    void give_evidence(CaseObservation& twin) const {
        std::vector<Evidence>& all = draft_.observation.evidence;
        const auto own = move_to_end(all, [&](const Evidence& each) { return holds(each.begin); });
        if (own != all.begin() && own != all.end()) {
            twin.evidence.assign(own, all.end());
            all.erase(own, all.end());
        }
    }

    /// If the sentence names some of the parties of a side, only these are meant.
    void keep_named(std::vector<RoleObservation>& side, const Evidence& words) const {
        const auto is_unnamed = [this](const RoleObservation& role) { return !names(role.party); };
        if (!std::ranges::all_of(side, is_unnamed)) {
            side.erase(std::remove_if(side.begin(), side.end(), is_unnamed), side.end());
        }
        for (RoleObservation& role : side) {
            role.evidence = holds(role.evidence.begin) ? role.evidence : words;
        }
    }

    bool names(PartyIndex index) const {
        const std::string_view text = reading_.document.bytes(sentence_);
        const PartyObservation& party = reading_.parties[index];
        return text.find(party.name) != std::string_view::npos ||
               std::ranges::any_of(party.aliases, [&](const std::string& alias) {
                   return text.find(alias) != std::string_view::npos;
               });
    }

    Reading& reading_;
    CaseDraft& draft_;
    std::uint32_t index_;
    const Sentence& sentence_;
};

}  // namespace

void add_twin(Reading& reading, std::size_t draft, CourtObservation court, std::uint32_t sentence) {
    CaseDraft twin = reading.drafts[draft];
    twin.twin_of = draft;
    twin.observation.courts = {std::move(court)};
    twin.observation.docket_number.clear();
    Split(reading, draft, sentence).give_words(twin);
    reading.drafts.push_back(std::move(twin));
}

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

void complete_counterclaims(Reading& reading) {
    for (CaseDraft& draft : reading.drafts) {
        CaseObservation& told = draft.observation;
        if (told.courts.empty() && told.responds_to.size() == 1 &&
            is_counterclaim(reading.document, draft)) {
            told.courts = reading.drafts[told.responds_to.front()].observation.courts;
        }
    }
}

}  // namespace litigraph::ingest::detail
