/// \file
/// Where the reports of a case contradict each other.
#pragma once

#include "case_identity.hpp"
#include <litigraph/graph/resolution.hpp>

#include <span>
#include <vector>

namespace litigraph {

/// By lawsuit, then by what they are about. `lawsuits`: the node of each case.
std::vector<Conflict> find_conflicts(const Observed& observed, const CaseIdentity& cases,
                                     std::span<const NodeId> lawsuits, unsigned threads);

}  // namespace litigraph
