/// \file
/// What the cases found are about.
#pragma once

#include "case_draft.hpp"

namespace litigraph::ingest::detail {

/// Adds to each draft the technologies, products and works that the text says it concerns. A
/// subject belongs to the case spoken of nearest to it in its sentence, else to the one spoken of
/// last in its paragraph or, if the article has one case only, to that. O(bytes).
void attach_technologies(Reading& reading);

}  // namespace litigraph::ingest::detail
