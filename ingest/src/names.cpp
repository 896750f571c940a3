#include "names.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

std::optional<NameKind> name_kind_from_string(std::string_view name) {
    constexpr std::array<std::string_view, 7> kinds{"agency", "government", "place", "media",
                                                    "court",  "company",    "other"};
    const auto found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) {
        return std::nullopt;
    }
    return static_cast<NameKind>(found - kinds.begin());
}

void NameTable::add(std::string_view name, KnownName known) {
    names_.insert_or_assign(name, known);
    const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
    std::string_view first = name.substr(0, name.find_first_of(" '"));
    if (first.find('.') + 1 == first.size()) {
        first.remove_suffix(1);  // the full stop of "Ill." is a token of its own
    }
    std::size_t& longest = first_words_[first];
    longest = std::max(longest, words);
}

const KnownName* NameTable::find(std::string_view name) const {
    const auto found = names_.find(name);
    return found == names_.end() ? nullptr : &found->second;
}

std::size_t NameTable::longest_from(std::string_view first_word) const {
    const auto found = first_words_.find(first_word);
    return found == first_words_.end() ? 0 : found->second;
}

}  // namespace litigraph::ingest::detail
