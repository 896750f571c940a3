/// \file
/// The extraction format: one JSON object per article.
#pragma once

#include <litigraph/graph/observation.hpp>

#include <string>

namespace litigraph::ingest {

/// One line of JSON without the newline: {"article": id, "cases": [{"plaintiffs": [..],
/// "defendants": [..], "countersuit": bool, "status": .., "court": {"id", "name"} | null,
/// "jurisdictions": [..], "filed": [from, to] | null, "technologies": [..], "patents": [..],
/// "patent_count": n | null, "count": n, "evidence": [{"begin", "end", "quote", "rule"}]}],
/// "relations": [..]}. An open end of a date interval is written as null.
std::string to_json(const ArticleObservations& observations);

}  // namespace litigraph::ingest
