/// \file
/// What an article says of its parties beside their cases: whose unit one is, where it sits.
#pragma once

#include "case_assembly.hpp"
#include "mentions.hpp"
#include "tables.hpp"

namespace litigraph::ingest::detail {

/// Adds division_of ("its cloud division, Amazon Web Services"; "Google, a unit of Alphabet") and
/// located_in ("the Finnish group Nokia"; "Munich-based Siemens") of the parties of its cases. A
/// unit or owner that is no party of a case itself is added as one. What the words leave open is
/// left out. O(tokens).
void add_party_relations(const Document& document, const Lexicon::Tables& tables,
                         const Mentions& mentions, Assembled& assembled);

}  // namespace litigraph::ingest::detail
