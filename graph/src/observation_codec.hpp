/// \file
/// Observations and alias rules as two columns: numbers and text.
#pragma once

#include "column.hpp"
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/resolution.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace litigraph {

/// Every number, length and enumerator in the order of fields; the bytes of all strings.
struct Encoded {
    Column<std::uint32_t> words;
    Column<char> text;
};

Encoded encode(std::span<const ArticleObservations> articles);
Encoded encode(std::span<const AliasRule> rules);

/// Inverse of encode; nothing if the columns are not what encode makes of valid values. Memory is
/// bounded by a constant times the size of the columns.
std::optional<std::vector<ArticleObservations>> decode_articles(const Encoded& encoded);
std::optional<std::vector<AliasRule>> decode_rules(const Encoded& encoded);

}  // namespace litigraph
