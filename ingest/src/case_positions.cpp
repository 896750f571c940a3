#include "case_positions.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

namespace litigraph::ingest::detail {

namespace {

/// What follows a word for a case rather belongs to it than what stands before it.
constexpr std::uint32_t backward_cost = 2;

/// Where there are several cases, what is told later may be of none of them.
constexpr std::uint32_t farthest_paragraph = 3;

using Side = std::vector<RoleObservation>;

bool share_party(const Side& a, const Side& b) {
    return std::ranges::any_of(a, [&](const RoleObservation& role) {
        return std::ranges::find(b, role.party, &RoleObservation::party) != b.end();
    });
}

bool is_full(const CaseObservation& observation) {
    return !observation.plaintiffs.empty() && !observation.defendants.empty();
}

}  // namespace

CasePositions::CasePositions(const Reading& reading) : reading_(reading) {
    for (std::size_t draft = 0; draft < reading.drafts.size(); ++draft) {
        full_draft_.push_back(full_draft(draft));
        for (const CaseMention& mention : reading.drafts[draft].mentions) {
            mentions_.push_back({mention.sentence, mention.anchor, draft});
        }
    }
    std::ranges::sort(mentions_, {}, [](const Mention& mention) {
        return std::tuple(mention.sentence, mention.anchor, mention.draft);
    });
}

std::size_t CasePositions::full_draft(std::size_t draft) const {
    const CaseObservation& told = reading_.drafts[draft].observation;
    if (is_full(told) && !is_in_headline(reading_.drafts[draft])) {
        return draft;
    }
    std::vector<std::size_t> full;
    std::vector<std::size_t> sharing;
    for (std::size_t i = 0; i < reading_.drafts.size(); ++i) {
        const CaseObservation& other = reading_.drafts[i].observation;
        if (i != draft && is_full(other) && !reading_.drafts[i].twin_of) {
            full.push_back(i);
            if (share_party(told.plaintiffs, other.plaintiffs) ||
                share_party(told.defendants, other.defendants)) {
                sharing.push_back(i);
            }
        }
    }
    if (!is_in_headline(reading_.drafts[draft])) {
        if (sharing.empty() && full.size() == 1 && is_filing_for_another(reading_.drafts[draft])) {
            return full.front();
        }
        return sharing.size() == 1 ? sharing.front() : draft;
    }
    if (is_full(told) && (!sharing.empty() || is_named_below(told))) {
        return draft;
    }
    if (sharing.empty()) {
        return full.size() == 1 ? full.front() : draft;
    }
    return *std::ranges::min_element(sharing, {}, [this](std::size_t each) {
        const CaseMention& first = reading_.drafts[each].mentions.front();
        return std::tuple(first.sentence, first.anchor, each);
    });
}

/// Whether running text names a party of the case as its headline does.
bool CasePositions::is_named_below(const CaseObservation& told) const {
    const auto is_named = [this](const RoleObservation& role) {
        return std::ranges::any_of(reading_.document.sentences, [&](const Sentence& each) {
            return !each.is_headline &&
                   reading_.document.bytes(each).find(reading_.parties[role.party].name) !=
                       std::string_view::npos;
        });
    };
    return std::ranges::any_of(told.plaintiffs, is_named) ||
           std::ranges::any_of(told.defendants, is_named);
}

/// "Whitlock, the attorney general, filed the complaint": a case known by then, filed by a person
/// who is no party.
bool CasePositions::is_filing_for_another(const CaseDraft& draft) const {
    constexpr std::array<std::string_view, 5> nouns = {"the complaint", "the lawsuit", "the suit",
                                                       "the case", "the action"};
    const CaseObservation& told = draft.observation;
    return told.defendants.empty() &&
           std::ranges::all_of(told.plaintiffs,
                               [this](const RoleObservation& role) {
                                   return reading_.parties[role.party].kind == PartyKind::person;
                               }) &&
           std::ranges::any_of(nouns, [&](std::string_view noun) {
               return reading_.document.bytes(draft.mentions.front().clause).find(noun) !=
                      std::string_view::npos;
           });
}

bool CasePositions::is_in_headline(const CaseDraft& draft) const {
    return std::ranges::all_of(draft.mentions, [this](const CaseMention& mention) {
        return reading_.document.sentences[mention.sentence].is_headline;
    });
}

std::optional<std::size_t> CasePositions::nearest(std::uint32_t sentence,
                                                  std::uint32_t byte) const {
    std::optional<std::size_t> best;
    std::uint32_t best_distance = 0;
    for (const Mention& mention : mentions_) {
        const std::uint32_t distance = mention.anchor <= byte
                                           ? byte - mention.anchor
                                           : backward_cost * (mention.anchor - byte);
        if (mention.sentence == sentence && (!best || distance < best_distance)) {
            best = mention.draft;
            best_distance = distance;
        }
    }
    return best;
}

std::optional<std::size_t> CasePositions::last_before(std::uint32_t sentence) const {
    std::optional<std::size_t> last;
    std::uint32_t anchor = 0;
    const auto repeats = [&](const Mention& mention) {  // a twin's, told by the same words
        return last && reading_.drafts[mention.draft].twin_of == last && mention.anchor == anchor;
    };
    const auto paragraph = [this](std::uint32_t index) {
        return reading_.document.sentences[index].paragraph;
    };
    for (const Mention& mention : mentions_) {
        if (mention.sentence < sentence && !repeats(mention) &&
            (full_draft_.size() == 1 ||
             paragraph(sentence) - paragraph(mention.sentence) <= farthest_paragraph)) {
            last = mention.draft;
            anchor = mention.anchor;
        }
    }
    return last;
}

std::optional<std::size_t> CasePositions::case_at(std::uint32_t sentence,
                                                  std::uint32_t byte) const {
    std::optional<std::size_t> found = nearest(sentence, byte);
    if (!found) {
        found = last_before(sentence);
    }
    const bool first = reading_.document.sentences[sentence].is_headline || full_draft_.size() == 1;
    if (!found && first && !mentions_.empty()) {
        found = mentions_.front().draft;
    }
    return found ? std::optional(full_draft_[*found]) : std::nullopt;
}

std::optional<std::size_t> CasePositions::case_near(std::uint32_t sentence,
                                                    std::uint32_t byte) const {
    const std::optional<std::size_t> found = case_at(sentence, byte);
    if (found || mentions_.empty() || mentions_.front().sentence < sentence) {
        return found;
    }
    const Mention& first = mentions_.front();
    const std::uint32_t ahead = reading_.document.sentences[first.sentence].paragraph -
                                reading_.document.sentences[sentence].paragraph;
    return ahead <= farthest_paragraph ? std::optional(full_draft_[first.draft]) : std::nullopt;
}

std::vector<std::size_t> CasePositions::twins_of(std::size_t draft, std::uint32_t sentence) const {
    std::vector<std::size_t> twins;
    for (const Mention& mention : mentions_) {
        const bool same = mention.sentence == sentence && mention.draft != draft &&
                          std::ranges::any_of(mentions_, [&](const Mention& other) {
                              return other.draft == draft && other.sentence == sentence &&
                                     other.anchor == mention.anchor;
                          });
        if (same) {
            twins.push_back(mention.draft);
        }
    }
    return twins;
}

bool CasePositions::has_mention(std::uint32_t sentence) const {
    return std::ranges::binary_search(mentions_, sentence, {}, &Mention::sentence);
}

bool CasePositions::may_speak_of_case(std::uint32_t sentence) const {
    return case_at(sentence, reading_.document.sentences[sentence].begin).has_value();
}

}  // namespace litigraph::ingest::detail
