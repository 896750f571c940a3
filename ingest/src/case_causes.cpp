#include "case_facts.hpp"
#include "case_positions.hpp"
#include "folded_words.hpp"
#include "tables.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

bool has_cause(const CaseDraft& draft) { return !draft.observation.cause.empty(); }

bool is_masked(const Reading& reading, std::uint32_t byte) {
    const auto after = std::ranges::upper_bound(reading.masked_names, byte, {}, &Span::begin);
    return after != reading.masked_names.begin() && byte < std::prev(after)->end;
}

void read_sentence(Reading& reading, const CasePositions& positions, std::uint32_t index) {
    const Sentence& sentence = reading.document.sentences[index];
    const FoldedWords words(reading.document.bytes(sentence));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto match = reading.tables.causes.match(words, i);
        const std::uint32_t byte = sentence.begin + words[i].begin;
        if (match.words == 0 || is_masked(reading, byte)) {
            continue;
        }
        const auto draft = positions.case_at(index, byte);
        if (draft && !has_cause(reading.drafts[*draft])) {
            reading.drafts[*draft].observation.cause = match.cause;
        }
        i += match.words - 1;
    }
}

}  // namespace

void attach_causes(Reading& reading) {
    const CasePositions positions(reading);
    for (std::uint32_t i = 0; i < reading.document.sentences.size(); ++i) {
        if (std::ranges::all_of(reading.drafts, has_cause)) {
            return;
        }
        if (positions.may_speak_of_case(i)) {
            read_sentence(reading, positions, i);
        }
    }
}

}  // namespace litigraph::ingest::detail
