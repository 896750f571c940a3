#include "principals.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

Principals::Principals(const Document& document, const ClauseReader& clauses, Mentions& mentions)
    : document_(document), clauses_(clauses), mentions_(mentions) {
    const auto is_word = [&](std::uint32_t token, std::string_view word) {
        return lower_case(document_.bytes(document_.tokens[token])) == word;
    };
    for (const Name& name : mentions_.names()) {
        std::uint32_t at = name.first;
        if (at < 3 || !is_word(at - 1, "general") || !is_word(at - 2, "attorney")) {
            continue;
        }
        at -= 3;
        at -= is_word(at, "'s") || is_word(at, "\xE2\x80\x99s") ? 1 : 0;
        const std::uint32_t owner = mentions_.name_at(at);
        if (owner != no_index &&
            mentions_.entity(mentions_.name(owner).entity).kind == NameKind::government) {
            states_.try_emplace(name.entity, mentions_.name(owner).entity);
        }
    }
}

std::uint32_t Principals::state_of(std::uint32_t person) const {
    const auto known = states_.find(person);
    return known == states_.end() ? no_index : known->second;
}

std::uint32_t Principals::of(const Chunk& nominal) const {
    if (nominal.possessor != no_index && nominal.first == nominal.head &&
        lower_case(document_.bytes(document_.tokens[nominal.head])) == "office") {
        const Chunk& owner = clauses_.chunks()[nominal.possessor];
        const auto known =
            states_.find(owner.name == no_index ? no_index : mentions_.name(owner.name).entity);
        return known != states_.end() ? known->second : of(owner);
    }
    const bool is_attorney_general = nominal.head > nominal.first &&
                                     clauses_.word(nominal.head) == "general" &&
                                     clauses_.word(nominal.head - 1) == "attorney";
    if (!is_attorney_general) {
        return no_index;
    }
    const std::uint32_t name =
        nominal.head - 1 > nominal.first ? mentions_.name_at(nominal.head - 2) : no_index;
    if (name != no_index) {
        const std::uint32_t entity = mentions_.name(name).entity;
        return mentions_.entity(entity).kind == NameKind::government ? entity : no_index;
    }
    const bool agree = std::ranges::all_of(
        states_, [&](const auto& known) { return known.second == states_.begin()->second; });
    return states_.empty() || !agree ? no_index : states_.begin()->second;
}

std::uint32_t Principals::governed_place(std::uint32_t chunk) {
    constexpr std::string_view bodies[] = {"city", "county", "town", "village"};
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    const auto is_body = [&](std::uint32_t token) {
        return std::find(std::begin(bodies), std::end(bodies), clauses_.word(token)) !=
               std::end(bodies);
    };
    const bool is_of = nominal.name == no_index && is_body(nominal.head) &&
                       chunk + 2 < chunks.size() && clauses_.word(chunks[chunk + 1].head) == "of";
    const bool is_attorney = nominal.possessor != no_index && nominal.head > nominal.first &&
                             clauses_.word(nominal.head) == "attorney" && is_body(nominal.head - 1);
    const std::uint32_t name = is_of         ? chunks[chunk + 2].name
                               : is_attorney ? chunks[nominal.possessor].name
                                             : no_index;
    if (name == no_index) {
        return no_index;
    }
    const std::uint32_t entity = mentions_.name(name).entity;
    if (mentions_.entity(entity).kind == NameKind::place) {
        mentions_.make_government(entity);
    }
    return mentions_.entity(entity).kind == NameKind::government ? entity : no_index;
}

}  // namespace litigraph::ingest::detail
