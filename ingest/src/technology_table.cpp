#include "technology_table.hpp"

#include "fields.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

constexpr std::size_t shortest_plural = 4;
constexpr std::size_t longest_acronym = 5;

bool is_acronym(std::string_view name) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return name.size() <= longest_acronym && std::ranges::count_if(name, upper) >= 2;
}

}  // namespace

std::string_view singular(std::string_view word) noexcept {
    const bool plural = word.size() >= shortest_plural && word.ends_with('s') &&
                        !word.ends_with("ss") && !word.ends_with("us");
    return plural ? word.substr(0, word.size() - 1) : word;
}

void TechnologyTable::add(std::string_view id, std::string_view name, std::string_view synonyms) {
    add_name(id, name);
    while (!synonyms.empty()) {
        add_name(id, take_field(synonyms, '|'));
    }
}

void TechnologyTable::add_name(std::string_view id, std::string_view name) {
    const FoldedWords words(name);
    if (words.size() == 0) {
        return;
    }
    std::string key;
    for (std::size_t i = 0; i < words.size(); ++i) {
        key += singular(words.text(i));
        key += ' ';
    }
    // "LiDAR" is written "lidar" too: the case counts only if every spelling is an acronym.
    const auto [entry, added] = names_.try_emplace(key, Name{id, true});
    entry->second = Name{id, entry->second.is_acronym && is_acronym(name)};
    std::size_t& longest = longest_[std::string(singular(words.text(0)))];
    longest = std::max(longest, words.size());
}

TechnologyTable::Match TechnologyTable::match(const FoldedWords& words, std::size_t at) const {
    const auto first = longest_.find(std::string(singular(words.text(at))));
    if (first == longest_.end()) {
        return {};
    }
    Match best;
    std::string key;
    for (std::size_t i = at; i < words.size() && i - at < first->second; ++i) {
        key += singular(words.text(i));
        key += ' ';
        const auto found = names_.find(key);
        const bool wrong_case =
            found != names_.end() && found->second.is_acronym && !words[at].capital;
        if (found != names_.end() && !wrong_case) {
            best = {found->second.id, i - at + 1};
        }
    }
    return best;
}

}  // namespace litigraph::ingest::detail
