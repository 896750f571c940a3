/// \file
/// Properties of the litigation graph in the query language: those below, then the attributes.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace litigraph::query {

enum class Key : std::uint32_t {
    name,
    id,
    kind,
    filed,
    published,
    count,  // of nodes
    status,
    quote,
    article,
    begin,
    end,
    sources,
    rule,
    date,
    lawsuit  // of edges; status of both
};
inline constexpr std::array<std::string_view, 15> key_names{
    "name",    "id",    "kind", "filed",   "published", "count", "status", "quote",
    "article", "begin", "end",  "sources", "rule",      "date",  "lawsuit"};

}  // namespace litigraph::query
