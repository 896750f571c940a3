#include <litigraph/graph/kinds.hpp>

#include <algorithm>
#include <ostream>

namespace litigraph {

namespace {

struct Spelling {
    std::string_view screen;
    std::string_view query;
};

constexpr std::array<Spelling, node_kind_count> node_spellings{{{"party", "Party"},
                                                                {"lawsuit", "Lawsuit"},
                                                                {"court", "Court"},
                                                                {"jurisdiction", "Jurisdiction"},
                                                                {"technology", "Technology"},
                                                                {"patent", "Patent"},
                                                                {"person", "NaturalPerson"},
                                                                {"law-firm", "LawFirm"},
                                                                {"article", "Article"}}};

constexpr std::array<Spelling, edge_kind_count> edge_spellings{
    {{"sues", "SUES"},
     {"countersues", "COUNTERSUES"},
     {"filed-in", "FILED_IN"},
     {"concerns-technology", "CONCERNS_TECHNOLOGY"},
     {"plaintiff-in", "PLAINTIFF_IN"},
     {"defendant-in", "DEFENDANT_IN"},
     {"party-to", "PARTY_TO"},
     {"responds-to", "RESPONDS_TO"},
     {"asserts-patent", "ASSERTS_PATENT"},
     {"challenges-validity", "CHALLENGES_VALIDITY"},
     {"threatens-suit", "THREATENS_SUIT"},
     {"settles-with", "SETTLES_WITH"},
     {"division-of", "DIVISION_OF"},
     {"located-in", "LOCATED_IN"},
     {"presides", "PRESIDES"},
     {"represents", "REPRESENTS"},
     {"appeals", "APPEALS"},
     {"reported-by", "REPORTED_BY"}}};

constexpr std::array<Spelling, party_kind_count> party_spellings{{{"unknown", "UnknownParty"},
                                                                  {"company", "Company"},
                                                                  {"division", "Division"},
                                                                  {"person", "Person"},
                                                                  {"agency", "Agency"},
                                                                  {"government", "Government"},
                                                                  {"university", "University"},
                                                                  {"group", "Class"}}};

struct Ends {
    std::uint16_t from;
    std::uint16_t to;
};

constexpr std::uint16_t of(NodeKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
}
template <class... Kinds>
constexpr std::uint16_t any_of(Kinds... kinds) {
    return static_cast<std::uint16_t>((of(kinds) | ...));
}

constexpr Ends permitted_ends(EdgeKind kind) noexcept {
    using enum NodeKind;
    switch (kind) {
        case EdgeKind::sues:
        case EdgeKind::countersues:
        case EdgeKind::challenges_validity:
        case EdgeKind::threatens_suit:
        case EdgeKind::settles_with:
        case EdgeKind::division_of:
            return {of(party), of(party)};
        case EdgeKind::filed_in:
            return {of(lawsuit), any_of(court, jurisdiction)};
        case EdgeKind::concerns_technology:
            return {of(lawsuit), of(technology)};
        case EdgeKind::plaintiff_in:
        case EdgeKind::defendant_in:
        case EdgeKind::party_to:
            return {of(party), of(lawsuit)};
        case EdgeKind::responds_to:
        case EdgeKind::appeals:
            return {of(lawsuit), of(lawsuit)};
        case EdgeKind::asserts_patent:
            return {of(lawsuit), of(patent)};
        case EdgeKind::located_in:
            return {of(party), of(jurisdiction)};
        case EdgeKind::presides:
            return {of(person), of(lawsuit)};
        case EdgeKind::represents:
            return {any_of(law_firm, person), of(party)};
        case EdgeKind::reported_by:
            return {any_of(lawsuit, party), of(article)};
    }
    return {0, 0};
}

bool is_separator(char c) { return c == '-' || c == '_'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Equal but for case and separators.
bool same_spelling(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (true) {
        while (i < a.size() && is_separator(a[i])) {
            ++i;
        }
        while (j < b.size() && is_separator(b[j])) {
            ++j;
        }
        if (i == a.size() || j == b.size()) {
            return i == a.size() && j == b.size();
        }
        if (to_lower(a[i++]) != to_lower(b[j++])) {
            return false;
        }
    }
}

template <class Kind, std::size_t count>
std::array<Kind, count> all_of() noexcept {
    std::array<Kind, count> kinds{};
    for (std::size_t i = 0; i < count; ++i) {
        kinds[i] = static_cast<Kind>(i);
    }
    return kinds;
}

template <class Kind, std::size_t count>
std::optional<Kind> find_spelling(const std::array<Spelling, count>& spellings,
                                  std::string_view text) noexcept {
    const auto it = std::ranges::find_if(spellings, [text](const Spelling& spelling) {
        return same_spelling(spelling.screen, text) || same_spelling(spelling.query, text);
    });
    if (it == spellings.end()) {
        return std::nullopt;
    }
    return static_cast<Kind>(it - spellings.begin());
}

}  // namespace

std::array<NodeKind, node_kind_count> all_node_kinds() noexcept {
    return all_of<NodeKind, node_kind_count>();
}
std::array<EdgeKind, edge_kind_count> all_edge_kinds() noexcept {
    return all_of<EdgeKind, edge_kind_count>();
}
std::array<PartyKind, party_kind_count> all_party_kinds() noexcept {
    return all_of<PartyKind, party_kind_count>();
}

std::string_view to_string(NodeKind kind) noexcept {
    return node_spellings[static_cast<std::size_t>(kind)].screen;
}
std::string_view to_string(EdgeKind kind) noexcept {
    return edge_spellings[static_cast<std::size_t>(kind)].screen;
}
std::string_view to_string(PartyKind kind) noexcept {
    return party_spellings[static_cast<std::size_t>(kind)].screen;
}
std::string_view to_string(Confidence confidence) noexcept {
    switch (confidence) {
        case Confidence::stated:
            return "stated";
        case Confidence::inferred:
            return "inferred";
        case Confidence::attributed:
            return "attributed";
        case Confidence::derived:
            return "derived";
    }
    return "invalid-confidence";  // no default above: a new value must warn here
}

std::string_view query_name(NodeKind kind) noexcept {
    return node_spellings[static_cast<std::size_t>(kind)].query;
}
std::string_view query_name(EdgeKind kind) noexcept {
    return edge_spellings[static_cast<std::size_t>(kind)].query;
}
std::string_view query_name(PartyKind kind) noexcept {
    return party_spellings[static_cast<std::size_t>(kind)].query;
}

std::optional<NodeKind> node_kind_from_string(std::string_view text) noexcept {
    return find_spelling<NodeKind>(node_spellings, text);
}
std::optional<EdgeKind> edge_kind_from_string(std::string_view text) noexcept {
    return find_spelling<EdgeKind>(edge_spellings, text);
}
std::optional<PartyKind> party_kind_from_string(std::string_view text) noexcept {
    return find_spelling<PartyKind>(party_spellings, text);
}

bool may_join(EdgeKind kind, NodeKind from, NodeKind to) noexcept {
    const Ends ends = permitted_ends(kind);
    return (ends.from & of(from)) != 0 && (ends.to & of(to)) != 0;
}

std::ostream& operator<<(std::ostream& out, NodeKind kind) { return out << to_string(kind); }
std::ostream& operator<<(std::ostream& out, EdgeKind kind) { return out << to_string(kind); }
std::ostream& operator<<(std::ostream& out, PartyKind kind) { return out << to_string(kind); }
std::ostream& operator<<(std::ostream& out, Confidence value) { return out << to_string(value); }

}  // namespace litigraph
