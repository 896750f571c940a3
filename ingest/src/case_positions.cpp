#include "case_positions.hpp"

#include <algorithm>
#include <tuple>

namespace litigraph::ingest::detail {

namespace {

/// What follows a word for a case rather belongs to it than what stands before it.
constexpr std::uint32_t backward_cost = 2;

}  // namespace

CasePositions::CasePositions(const Reading& reading) : reading_(reading) {
    for (std::size_t draft = 0; draft < reading.drafts.size(); ++draft) {
        for (const CaseMention& mention : reading.drafts[draft].mentions) {
            mentions_.push_back({mention.sentence, mention.anchor, draft});
        }
    }
    std::ranges::sort(mentions_, {}, [](const Mention& mention) {
        return std::tuple(mention.sentence, mention.anchor, mention.draft);
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
    for (const Mention& mention : mentions_) {
        if (mention.sentence < sentence) {
            last = mention.draft;
        }
    }
    return last;
}

std::optional<std::size_t> CasePositions::case_at(std::uint32_t sentence,
                                                  std::uint32_t byte) const {
    if (const auto found = nearest(sentence, byte)) {
        return found;
    }
    return reading_.drafts.size() == 1 ? std::optional<std::size_t>(0) : last_before(sentence);
}

bool CasePositions::may_speak_of_case(std::uint32_t sentence) const {
    return case_at(sentence, reading_.document.sentences[sentence].begin).has_value();
}

}  // namespace litigraph::ingest::detail
