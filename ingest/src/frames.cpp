#include "frames.hpp"

#include "tsv.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

constexpr std::array<std::string_view, 10> slot_names{
    "none",  "plaintiff", "defendant", "both",    "suit",
    "court", "right",     "outcome",   "accused", "thing"};
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

Status FrameTable::add(const TsvRow& row, WordTable& words) {
    Frame frame;
    frame.name = row.fields[0];
    const std::vector<std::string_view> parts = split(row.fields[1], ' ');
    if (parts.size() < 2) {
        return row_error(row, "expected a pattern like 'plaintiff sue defendant'");
    }
    const auto slot_from = [](std::string_view word, bool& optional) {
        optional = word.ends_with('?');
        word.remove_suffix(optional ? 1 : 0);
        return find_name<Slot>(slot_names, word);
    };
    bool optional = false;
    const auto subject = slot_from(parts[0], optional);
    if (!subject) {
        return row_error(row, "unknown subject '" + std::string(parts[0]) + "'");
    }
    frame.subject = *subject;
    std::size_t next = 2;
    if (next < parts.size() && parts.size() % 2 == 1) {
        const auto object = slot_from(parts[next], frame.object_optional);
        if (!object) {
            return row_error(row, "unknown object '" + std::string(parts[next]) + "'");
        }
        frame.object = *object;
        ++next;
    }
    for (; next + 1 < parts.size(); next += 2) {
        Complement complement;
        if (parts[next].starts_with("to-")) {
            complement.infinitive = words.find(parts[next].substr(3));
        } else {
            for (const std::string_view preposition : split(parts[next], '|')) {
                complement.prepositions.push_back(
                    words.add(preposition, classes_of(WordClass::preposition)));
            }
        }
        const auto slot = slot_from(parts[next + 1], complement.optional);
        if (!slot) {
            return row_error(row, "unknown slot '" + std::string(parts[next + 1]) + "'");
        }
        complement.slot = *slot;
        frame.complements.push_back(std::move(complement));
    }
    const auto act = find_name<Act>(act_names, row.fields[2]);
    const auto status = find_name<CaseStatus>(status_names, row.fields[3]);
    if (!act || !status) {
        return row_error(row, "unknown act or status");
    }
    frame.act = *act;
    frame.status = *status;
    frame.example = row.fields[4];
    frame.reading = row.fields[5];
    frame.counterexample = row.fields[6];
    for (const std::string_view verb : split(parts[1], '|')) {
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
