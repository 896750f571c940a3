/// \file
/// Arithmetic on intervals of days: months, weeks, seasons and their early and late parts.
#pragma once

#include <litigraph/graph/date.hpp>

#include <cstdint>

namespace litigraph::ingest::detail {

enum class Part : std::uint8_t { whole, early, middle, late, end, first_half, second_half };
enum class Unit : std::uint8_t { day, week, month, quarter, year, decade };

DateInterval years(int first, int last);

/// Months are counted from January of year 0, so that arithmetic on them is plain.
int month_of(Day day);
DateInterval months(int first, int last);
/// The same day of another month, or its last day.
Day plus_months(Day day, int count);

/// Monday to Sunday.
DateInterval week_of(Day day);

DateInterval part_of_week(DateInterval week, Part part);
DateInterval part_of_month(DateInterval month, Part part);
DateInterval part_of_year(int year, Part part);
DateInterval part_of_decade(int decade, Part part);

/// 0 is spring, March to May; the winter of a year begins in its December.
DateInterval season_of(int year, int season);

}  // namespace litigraph::ingest::detail
