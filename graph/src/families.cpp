#include "families.hpp"

#include <algorithm>

namespace litigraph {

Families::Families(const Observed& observed, const PartyIdentity& parties)
    : is_member_(parties.parties.size()) {
    for (const ObservedRelation& relation : observed.relations) {
        if (relation.kind != EdgeKind::division_of) {
            continue;
        }
        const std::uint32_t division = parties.party_of[relation.from];
        const std::uint32_t owner = parties.party_of[relation.to];
        if (division != owner) {
            links_.push_back({division, owner, relation.when});
            is_member_[division] = is_member_[owner] = 1;
        }
    }
    std::ranges::stable_sort(links_, {}, &Link::division);
}

std::uint32_t Families::owner(std::uint32_t party, DateInterval when) const {
    std::uint32_t only = party;
    for (auto link = std::ranges::lower_bound(links_, party, {}, &Link::division);
         link != links_.end() && link->division == party; ++link) {
        if (intersection(link->when, when)) {
            if (only != party && only != link->owner) {
                return party;
            }
            only = link->owner;
        }
    }
    return only;
}

std::uint32_t Families::head(std::uint32_t party, DateInterval when) const {
    constexpr int deepest = 16;  // articles may contradict each other: no way round a circle twice
    for (int level = 0; level < deepest; ++level) {
        const std::uint32_t above = owner(party, when);
        if (above == party) {
            return party;
        }
        party = above;
    }
    return party;
}

}  // namespace litigraph
