#include "subject_words.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

constexpr std::array<std::string_view, 22> class_names = {
    "right", "registered", "right_link", "suit_link", "act",      "wrong",   "alleges", "title",
    "lead",  "tail",       "hollow",     "excluded",  "abstract", "generic", "end",     "goods",
    "sues",  "infringes",  "kind",       "presents",  "made",     "medium"};

}  // namespace

std::optional<SubjectClass> subject_class_from_string(std::string_view name) {
    const auto found = std::ranges::find(class_names, name);
    if (found == class_names.end()) {
        return std::nullopt;
    }
    return static_cast<SubjectClass>(found - class_names.begin());
}

void SubjectWords::add(std::string_view phrase, SubjectClasses classes) {
    std::string key = folded_phrase(phrase);
    const auto length = static_cast<std::size_t>(std::ranges::count(key, ' ')) + 1;
    const auto [entry, added] = phrases_.emplace(std::move(key), 0);
    entry->second |= classes;
    const std::string_view text = entry->first;
    std::size_t& longest = longest_[text.substr(0, text.find(' '))];
    longest = std::max(longest, length);
}

SubjectClasses SubjectWords::classes_at(const FoldedWords& words, std::size_t at) const {
    const auto first = longest_.find(words.text(at));
    if (first == longest_.end()) {
        return 0;
    }
    SubjectClasses classes = 0;
    std::string key;
    for (std::size_t i = at; i < words.size() && i - at < first->second; ++i) {
        key += key.empty() ? "" : " ";
        key += words.text(i);
        const auto found = phrases_.find(key);
        classes |= found != phrases_.end() ? found->second : 0;
    }
    return classes;
}

SubjectWords::Match SubjectWords::match(const FoldedWords& words, std::size_t at,
                                        SubjectClass wanted) const {
    const auto first = longest_.find(words.text(at));
    if (first == longest_.end()) {
        return {};
    }
    Match best;
    std::string key;
    for (std::size_t i = at; i < words.size() && i - at < first->second; ++i) {
        key += key.empty() ? "" : " ";
        key += words.text(i);
        const auto found = phrases_.find(key);
        if (found != phrases_.end() && (found->second & subject_bit(wanted)) != 0) {
            best = {found->second, i - at + 1};
        }
    }
    return best;
}

}  // namespace litigraph::ingest::detail
