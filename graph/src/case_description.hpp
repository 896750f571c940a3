/// \file
/// The name and the attributes of a case, from all reports of it.
#pragma once

#include "case_identity.hpp"
#include "grouped.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace litigraph {

/// Appends "Amazon v. Nokia", "13 proceedings by Nokia", a caption, or what side is known.
void append_name_of_case(std::string& name, const Observed& observed, const PartyIdentity& parties,
                         const CaseIdentity& cases, const ResolvedCase& resolved);

/// By case: what its reports say word for word, each once, in ascending order.
class ToldAttributes {
  public:
    ToldAttributes(const Observed& observed, const CaseIdentity& cases, unsigned threads);

    std::span<const ReportAttribute> of(std::size_t index) const noexcept {
        return rows_[index].first(count_[index]);
    }

  private:
    Grouped<ReportAttribute> rows_;
    Column<std::uint32_t> count_;  // without repetitions
};

/// What follows from all reports of a case.
struct DerivedAttributes {
    std::optional<CountInterval> count;  ///< If it is a group.
    std::optional<CountInterval> patents;
    CaseStatus status{};
};
DerivedAttributes derived_attributes(const Observed& observed, const CaseIdentity& cases,
                                     const ResolvedCase& resolved);

}  // namespace litigraph
