/// \file
/// Dates and numbers as values of the language.
#pragma once

#include "functions.hpp"

namespace litigraph::query {

/// A date, or the date that a text spells; else a fault.
Value date_of(CallContext& context, const Value& value);

/// x.begin, x.end (single days), x.year, x.month, x.day: null unless all of the interval agrees.
Value date_field(DateInterval days, std::string_view field);

/// Shortest decimal form that reads back as the same number; a real always shows that it is one.
std::string text_of_number(const Value& number);

}  // namespace litigraph::query
