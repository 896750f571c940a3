#include "told_case.hpp"

#include <algorithm>
#include <string_view>

namespace litigraph::ingest::detail {

bool SideRules::is_described(const Parties& side) const {
    return std::all_of(side.begin(), side.end(),
                       [&](std::uint32_t entity) { return mentions_.entity(entity).is_generic; });
}

bool SideRules::acts_for(const Parties& agents, const Parties& government) const {
    return agents.size() == 1 && government.size() == 1 &&
           mentions_.entity(agents.front()).kind == NameKind::agency &&
           mentions_.entity(government.front()).key == "united states";
}

bool SideRules::match(const Parties& known, const Parties& claimed) const {
    return claimed.empty() || known.empty() || overlap(known, claimed) ||
           (is_described(known) != is_described(claimed)) ||
           (is_described(known) && is_described(claimed)) || acts_for(claimed, known) ||
           acts_for(known, claimed);
}

void SideRules::merge(Parties& known, const Parties& claimed) const {
    if (acts_for(known, claimed)) {
        return;
    }
    const bool is_told_now = !claimed.empty() && is_described(known) && !is_described(claimed);
    if (is_told_now || acts_for(claimed, known)) {
        known.clear();
    }
    const bool keep_out_described = !known.empty() && !is_described(known);
    for (const std::uint32_t entity : claimed) {
        const bool skip =
            mentions_.entity(entity).is_generic && (keep_out_described || !known.empty());
        if (!skip && std::find(known.begin(), known.end(), entity) == known.end()) {
            known.push_back(entity);
        }
    }
}

Parties SideRules::tellable(const Parties& side) const {
    constexpr std::string_view empty_words[] = {
        "boyfriend", "brother", "children",   "daughter",    "estate",     "father", "girlfriend",
        "husband",   "mother",  "parents",    "sister",      "son",        "widow",  "wife",
        "companies", "company", "competitor", "competitors", "entities",   "entity", "firm",
        "firms",     "group",   "maker",      "makers",      "owner",      "owners", "provider",
        "rival",     "rivals",  "seller",     "sellers",     "subsidiary", "unit",   "units"};
    Parties told = side;
    std::erase_if(told, [&](std::uint32_t entity) {
        return mentions_.entity(entity).is_generic &&
               std::find(std::begin(empty_words), std::end(empty_words),
                         mentions_.entity(entity).key) != std::end(empty_words);
    });
    return told;
}

}  // namespace litigraph::ingest::detail
