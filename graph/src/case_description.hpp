/// \file
/// The name and the attributes of a case, from all reports of it.
#pragma once

#include "case_identity.hpp"
#include <litigraph/graph/knowledge_graph.hpp>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace litigraph {

/// "Amazon v. Nokia", "13 proceedings by Nokia", a caption, or what side is known.
std::string name_of_case(const ResolvedCase& resolved, const CaseReport& best_told,
                         std::span<const ResolvedParty> parties);

using Attributes = std::vector<std::pair<AttributeKey, std::string>>;

/// Every attribute once, by key and value.
Attributes attributes_of_case(const ResolvedCase& resolved, std::span<const CaseReport> reports,
                              std::span<const ArticleObservations> articles);

}  // namespace litigraph
