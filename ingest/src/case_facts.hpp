/// \file
/// Courts, places, filing dates, numbers, patents and technologies of the cases found.
#pragma once

#include "case_draft.hpp"

namespace litigraph::ingest::detail {

/// Adds to each draft the facts that the text tells of it. Parties, status and countersuits are
/// left as they are. O(bytes of the article).
void attach_case_facts(Reading& reading);

/// Docket numbers, patents, how many patents and how many proceedings of a group.
void attach_numbers(Reading& reading);

/// The courts, or the places if no court is named. The words of filing ("filed in ...") count
/// before other words of the case, and these before other sentences.
void attach_courts(Reading& reading);

/// When each case was first filed, if the words that tell of the filing are dated: the dates of
/// reports, rulings and other events are not taken.
void attach_filing_dates(Reading& reading);

/// The technologies, products and works that a case concerns. A subject belongs to the case spoken
/// of nearest to it in its sentence, else to the one spoken of last or, if the article has one case
/// only, to that.
void attach_technologies(Reading& reading);

/// What right each case is about ("patent"): the first cause that a sentence names while it speaks
/// of the case. A case whose text names none keeps none.
void attach_causes(Reading& reading);

}  // namespace litigraph::ingest::detail
