/// \file
/// What the verbs ask about lawsuits, in the query language.
#pragma once

#include <litigraph/query/case_filter.hpp>

#include <string>
#include <vector>

namespace litigraph::query::detail {

/// "MATCH ... WHERE ... WITH DISTINCT c": binds `c` to the lawsuits that find_cases finds.
std::string match_cases(const KnowledgeGraph& graph, const CaseFilter& filter);

/// Lists them as the verb `cases` does: case, filed, status.
std::string list_cases(const KnowledgeGraph& graph, const CaseFilter& filter);

/// Groups them as the verb `count` does: the aspects, how many lawsuits, which. `most`, unless 0,
/// keeps so many groups in which every aspect has a value.
std::string count_cases(const KnowledgeGraph& graph, const CaseFilter& filter,
                        const std::vector<CaseAspect>& aspects, std::size_t most = 0);

}  // namespace litigraph::query::detail
