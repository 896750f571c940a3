/// \file
/// What articles say, one row for each time that they say it, before rows of one fact become one
/// edge.
#pragma once

#include "case_identity.hpp"
#include "node_numbers.hpp"

#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

namespace litigraph {

inline constexpr std::uint32_t no_lawsuit = std::numeric_limits<std::uint32_t>::max();

/// Nodes are numbers of NodeNumbers.
struct FactRow {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t lawsuit = no_lawsuit;
    std::uint32_t evidence = 0;  ///< Of Observed.
    DateInterval when;
    EdgeKind kind{};
    Confidence confidence{};
    bool is_derived = false;  ///< From other edges, whose evidence it shows.
};

/// Rows with equal keys are one edge; the order of keys is the order of edges. Edges of no lawsuit
/// come before the others.
inline auto edge_key(const FactRow& row) noexcept {
    return std::tuple(row.source, row.kind, row.target, row.lawsuit + 1);
}

/// A name that an article gives a court, jurisdiction or technology.
struct NameRow {
    std::uint32_t node = 0;
    std::uint32_t name = 0;  ///< Text.
    friend auto operator<=>(const NameRow&, const NameRow&) = default;
};

struct FactRows {
    Column<FactRow> facts;
    Column<NameRow> names;  ///< With repetitions.
};

/// What rows are made from.
struct Resolved {
    const Observed& observed;
    const PartyIdentity& parties;
    const CaseIdentity& cases;
    const NodeNumbers& numbers;
};

/// Of the reports [begin, end): roles, suits, forums, subjects, answers and sources.
void add_case_facts(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows);

/// Of the relations [begin, end): what articles say of parties outside any case.
void add_relations(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows);

}  // namespace litigraph
