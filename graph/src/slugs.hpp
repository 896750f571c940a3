/// \file
/// External ids of nodes.
#pragma once

#include "columns.hpp"
#include "normal_forms.hpp"

namespace litigraph {

/// Replaces each empty slug by one made of kind and name, gives a number to each that is taken by
/// an earlier node ("party:acme-2"), and fills by_slug.
void settle_slugs(KnowledgeGraph::Columns& columns, const NormalForms& forms, unsigned threads);

}  // namespace litigraph
