/// \file
/// The closed vocabulary of the graph: kinds of nodes and edges, which ends an edge may join, and
/// every spelling of each. Source of the vocabulary: the project's one-vocabulary table (README).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace litigraph {

// Stored in archives: append only, never renumber.
enum class NodeKind : std::uint8_t {
    party,
    lawsuit,
    court,
    jurisdiction,
    technology,
    patent,
    person,  ///< Acts in a case without being a party: judge, lawyer, inventor.
    law_firm,
    article
};
inline constexpr std::size_t node_kind_count = 9;

// Stored in archives: append only, never renumber.
enum class EdgeKind : std::uint8_t {
    sues,                 ///< party -> party
    countersues,          ///< party -> party
    filed_in,             ///< lawsuit -> court or jurisdiction
    concerns_technology,  ///< lawsuit -> technology
    plaintiff_in,         ///< party -> lawsuit
    defendant_in,         ///< party -> lawsuit
    party_to,             ///< party -> lawsuit, in any other role
    responds_to,          ///< lawsuit -> lawsuit that it answers
    asserts_patent,       ///< lawsuit -> patent
    challenges_validity,  ///< party -> party whose right it attacks
    threatens_suit,       ///< party -> party
    settles_with,         ///< party - party, stored once, smaller node id first
    division_of,          ///< party -> party that it belongs to
    located_in,           ///< party -> jurisdiction
    presides,             ///< person -> lawsuit
    represents,           ///< law firm or person -> party
    appeals,              ///< lawsuit -> lawsuit
    reported_by           ///< lawsuit or party -> article
};
inline constexpr std::size_t edge_kind_count = 18;

// Stored in archives: append only, never renumber.
enum class PartyKind : std::uint8_t {
    unknown,
    company,
    division,
    person,
    agency,
    government,
    university,
    group  ///< Known by description only: a class, "shareholders", "12 states".
};
inline constexpr std::size_t party_kind_count = 8;

/// How a fact is known. Stored in archives: append only. Ordered from the surest.
enum class Confidence : std::uint8_t {
    stated,      ///< The quoted words say it.
    inferred,    ///< The quoted words imply it (presupposition, city default).
    attributed,  ///< The quoted words report that somebody says it.
    derived      ///< Computed from other edges by the named rule.
};

/// Every value of the enumeration, in order.
std::array<NodeKind, node_kind_count> all_node_kinds() noexcept;
std::array<EdgeKind, edge_kind_count> all_edge_kinds() noexcept;
std::array<PartyKind, party_kind_count> all_party_kinds() noexcept;

/// Spelling on screen and in JSON and DOT: "filed-in", "law-firm".
std::string_view to_string(NodeKind kind) noexcept;
std::string_view to_string(EdgeKind kind) noexcept;
std::string_view to_string(PartyKind kind) noexcept;
std::string_view to_string(Confidence confidence) noexcept;

/// Spelling in the query language: `LawFirm`, `FILED_IN`, `Company`.
std::string_view query_name(NodeKind kind) noexcept;
std::string_view query_name(EdgeKind kind) noexcept;
std::string_view query_name(PartyKind kind) noexcept;

/// Inverse of both spellings; case, '-' and '_' do not matter ("filed-in", "FILED_IN", "filedin").
std::optional<NodeKind> node_kind_from_string(std::string_view text) noexcept;
std::optional<EdgeKind> edge_kind_from_string(std::string_view text) noexcept;
std::optional<PartyKind> party_kind_from_string(std::string_view text) noexcept;

/// Whether an edge of this kind may lead from a node of `from` to one of `to`.
bool may_join(EdgeKind kind, NodeKind from, NodeKind to) noexcept;

std::ostream& operator<<(std::ostream& out, NodeKind kind);     ///< Writes to_string(kind).
std::ostream& operator<<(std::ostream& out, EdgeKind kind);     ///< Writes to_string(kind).
std::ostream& operator<<(std::ostream& out, PartyKind kind);    ///< Writes to_string(kind).
std::ostream& operator<<(std::ostream& out, Confidence value);  ///< Writes to_string(value).

}  // namespace litigraph
