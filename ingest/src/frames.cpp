#include "frames.hpp"

#include "tsv.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

constexpr std::array<std::string_view, 19> slot_names{
    "none",       "plaintiff", "defendant", "authority", "both",  "side",    "suit",
    "proceeding", "pleading",  "dispute",   "court",     "right", "outcome", "accused",
    "accuser",    "content",   "owner",     "holder",    "thing"};
constexpr std::array<std::string_view, 6> act_names{"sues",    "countersues", "threatens",
                                                    "settles", "challenges",  "mentions"};
constexpr std::array<std::string_view, 10> status_names{
    "unknown", "filed",     "pending",   "decided",     "appealed",
    "settled", "dismissed", "withdrawn", "transferred", "stayed"};

template <class Enum, std::size_t n>
std::optional<Enum> find_name(const std::array<std::string_view, n>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Enum>(found - names.begin());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) {
            parts.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

Error row_error(const TsvRow& row, const std::string& what) {
    return {ErrorCode::syntax, "frame '" + std::string(row.fields[0]) + "': " + what, row.line, 1};
}

}  // namespace

/// "plaintiff file|bring suit against defendant?"
Status FrameTable::read_pattern(const TsvRow& row, WordTable& words, Frame& frame,
                                std::vector<std::string_view>& verbs) {
    const std::vector<std::string_view> parts = split(row.fields[1], ' ');
    if (parts.size() < 2) {
        return row_error(row, "expected a pattern like 'plaintiff sue defendant'");
    }
    Status failure = Success{};
    const auto slot_from = [&](std::string_view word, bool& optional) {
        optional = word.ends_with('?');
        word.remove_suffix(optional ? 1 : 0);
        const auto found = find_name<Slot>(slot_names, word);
        if (!found) {
            failure = row_error(row, "unknown place '" + std::string(word) + "'");
        }
        return found.value_or(Slot::none);
    };
    bool is_optional = false;
    frame.subject = slot_from(parts[0], is_optional);
    verbs = split(parts[1], '|');
    std::size_t next = 2;
    if (parts.size() % 2 == 1) {
        frame.object = slot_from(parts[next++], frame.object_optional);
    }
    for (; next + 1 < parts.size(); next += 2) {
        Complement complement;
        const bool is_infinitive = parts[next].starts_with("to-");
        for (const std::string_view word : split(parts[next].substr(is_infinitive ? 3 : 0), '|')) {
            if (is_infinitive) {
                complement.infinitives.push_back(words[words.find(word)].lemma);
            } else {
                complement.prepositions.push_back(
                    words.add(word, classes_of(WordClass::preposition)));
            }
        }
        complement.slot = slot_from(parts[next + 1], complement.optional);
        frame.complements.push_back(std::move(complement));
    }
    return failure;
}

Status FrameTable::read_traits(const TsvRow& row, Frame& frame) {
    for (const std::string_view trait : split(row.fields[7], ' ')) {
        if (trait == "adds") {
            frame.adds = true;
        } else if (trait == "whole") {
            frame.is_whole = true;
        } else if (trait == "back") {
            frame.is_phrasal = true;
        } else if (trait == "refers") {
            frame.refers = true;
        } else if (trait == "completes") {
            frame.completes = true;
        } else {
            return row_error(row, "unknown trait '" + std::string(trait) + "'");
        }
    }
    return Success{};
}

Status FrameTable::add(const TsvRow& row, WordTable& words) {
    Frame frame;
    frame.name = row.fields[0];
    std::vector<std::string_view> verbs;
    if (const Status read = read_pattern(row, words, frame, verbs); !read) {
        return read;
    }
    const auto act = find_name<Act>(act_names, row.fields[2]);
    const auto status = find_name<CaseStatus>(status_names, row.fields[3]);
    if (!act || !status) {
        return row_error(row, "unknown act or status");
    }
    if (const Status read = read_traits(row, frame); !read) {
        return read;
    }
    frame.act = *act;
    frame.status = *status;
    frame.example = row.fields[4];
    frame.reading = row.fields[5];
    frame.counterexample = row.fields[6];
    for (const std::string_view verb : verbs) {
        const std::uint32_t lemma = words[words.find(verb)].lemma;
        if (lemma == 0) {
            return row_error(row, "'" + std::string(verb) + "' is not in verbs.tsv");
        }
        insert(by_verb_[lemma], frame);
    }
    frames_.push_back(std::move(frame));
    return Success{};
}

/// Frames that ask for more come first: "hit X with a suit" before "hit back with a suit".
void FrameTable::insert(std::vector<std::uint32_t>& order, const Frame& added) const {
    const auto demands = [](const Frame& frame) {
        const auto required = std::count_if(frame.complements.begin(), frame.complements.end(),
                                            [](const Complement& c) { return !c.optional; });
        return required + (frame.object != Slot::none && !frame.object_optional ? 1 : 0);
    };
    const auto after = std::find_if(order.begin(), order.end(), [&](std::uint32_t other) {
        return demands(frames_[other]) < demands(added);
    });
    order.insert(after, static_cast<std::uint32_t>(frames_.size()));
}

std::span<const std::uint32_t> FrameTable::of_verb(std::uint32_t lemma) const {
    const auto found = by_verb_.find(lemma);
    return found == by_verb_.end() ? std::span<const std::uint32_t>{} : found->second;
}

}  // namespace litigraph::ingest::detail
