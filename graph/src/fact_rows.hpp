/// \file
/// What articles say, one row for each time that they say it, before rows of one fact become one
/// edge.
#pragma once

#include "case_identity.hpp"
#include "node_numbers.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace litigraph {

inline constexpr std::uint32_t no_lawsuit = std::numeric_limits<std::uint32_t>::max();

/// Nodes are numbers of NodeNumbers.
struct FactRow {
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t lawsuit = no_lawsuit;
    std::uint32_t article = 0;  ///< Index of the article.
    EdgeKind kind{};
    Confidence confidence{};
    bool is_derived = false;  ///< From other edges, whose evidence it shows.
    DateInterval when;
    const Evidence* evidence = nullptr;
};

/// Rows with equal keys are one edge; the order of keys is the order of edges. Edges of no lawsuit
/// come before the others.
inline auto edge_key(const FactRow& row) noexcept {
    return std::tuple(row.source, row.kind, row.target, row.lawsuit + 1);
}

/// A name that an article gives a court, jurisdiction or technology.
struct NameRow {
    std::uint32_t node = 0;
    std::string_view name;
    friend auto operator<=>(const NameRow&, const NameRow&) = default;
};

struct FactRows {
    std::vector<FactRow> facts;
    std::vector<NameRow> names;  ///< With repetitions.
};

/// What rows are made from.
struct Resolved {
    std::span<const ArticleObservations> articles;
    const PartyIdentity& parties;
    const CaseIdentity& cases;
    const NodeNumbers& numbers;
};

/// Of the cases [begin, end): roles, suits, forums, subjects, answers and sources.
void add_case_facts(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows);

/// Of the articles [begin, end): what they say of parties outside any case.
void add_relations(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows);

}  // namespace litigraph
