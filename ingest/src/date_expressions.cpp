#include "date_expressions.hpp"

#include "calendar_dates.hpp"

#include <algorithm>
#include <array>

// A reader per kind of expression tries to match at a word and says where the match ends; the first
// that matches wins, so they are ordered from the most to the least specific. Everything is
// computed against the article's day; without one, what is relative is left without an interval.

namespace litigraph::ingest::detail {
namespace {

class Reader : public CalendarDates {
  public:
    using CalendarDates::CalendarDates;

    MaybeMatch read(std::size_t i) const {
        using Read = MaybeMatch (Reader::*)(std::size_t) const;
        static constexpr Read readers[] = {
            &Reader::anchored,     &Reader::ago,           &Reader::numeric_date,
            &Reader::weekday_date, &Reader::month_date,    &Reader::day_month,
            &Reader::named_day,    &Reader::weekend,       &Reader::deadline,
            &Reader::part_phrase,  &Reader::relative_unit, &Reader::quarter,
            &Reader::recent,       &Reader::plain_year};
        for (const Read reader : readers) {
            if (MaybeMatch match = (this->*reader)(i)) {
                if (match->relative && !is_dated()) {
                    match->when.reset();
                }
                return match;
            }
        }
        return std::nullopt;
    }

    // Cheap necessary condition, so that most words cost one look-up.
    bool may_begin(std::size_t i) const {
        const FoldedWord& here = word(i);
        if (here.number || here.folded[0] < 'a') {
            return true;
        }
        constexpr std::string_view starts[] = {
            "a",         "an",        "at",       "before",   "by",      "couple",  "days",
            "early",     "earlier",   "end",      "few",      "final",   "closing", "fiscal",
            "first",     "fourth",    "half",     "in",       "last",    "late",    "later",
            "less",      "mid",       "middle",   "months",   "next",    "no",      "of",
            "over",      "overnight", "past",     "previous", "q1",      "q2",      "q3",
            "q4",        "recent",    "recently", "second",   "several", "spring",  "start",
            "beginning", "summer",    "autumn",   "fall",     "winter",  "the",     "third",
            "this",      "today",     "tomorrow", "tonight",  "turn",    "until",   "weeks",
            "within",    "years",     "yesterday"};
        return std::ranges::find(starts, here.folded) != std::end(starts) ||
               month_at(i).has_value() || weekday_at(i).has_value() || number_at(i).has_value();
    }

  private:
    MaybeMatch named_day(std::size_t i) const {
        const auto days = [&](std::size_t count, int from, int to) {
            return DateMatch{i + count,
                             DateInterval{plus_days(today(), from), plus_days(today(), to)}};
        };
        const std::string_view text = at(i);
        if (text == "today" || text == "tonight") {
            return word(i).possessive ? std::nullopt : MaybeMatch(days(1, 0, 0));
        }
        if (text == "yesterday") {
            return days(1, -1, -1);
        }
        if (text == "tomorrow") {
            return days(1, 1, 1);
        }
        if (text == "last" && one_of(at(i + 1), "night", "evening")) {
            return days(2, -1, -1);
        }
        if (text == "overnight") {
            return days(1, -1, 0);
        }
        if (text == "this" && one_of(at(i + 1), "morning", "afternoon", "evening")) {
            return days(2, 0, 0);
        }
        return std::nullopt;
    }

    MaybeMatch weekend(std::size_t i) const {
        const bool lead = one_of(at(i), "the", "last", "this", "past");
        if (!lead || at(i + 1) != "weekend") {
            return std::nullopt;
        }
        const int since_saturday = (weekday(today()) + 2) % 7;
        Day saturday = plus_days(today(), -since_saturday);
        if (since_saturday == 0 && at(i) != "this") {
            saturday = plus_days(saturday, -7);
        }
        return DateMatch{i + 2, clipped({saturday, plus_days(saturday, 1)})};
    }

    // "by the end of the year", "before the end of March", "no later than Aug 15".
    MaybeMatch deadline(std::size_t i) const {
        std::size_t from = 0;
        if (one_of(at(i), "by", "before", "until")) {
            from = i + 1;
        } else if (at(i) == "no" && at(i + 1) == "later" && at(i + 2) == "than") {
            from = i + 3;
        } else {
            return std::nullopt;
        }
        if (!is_dated()) {
            return std::nullopt;
        }
        const Reader future(words(), {today(), Tense::future});
        const MaybeMatch end = future.read_plain(from);
        if (!end || !end->when || end->when->last < today() ||
            (at(i) == "before" && at(from) != "the")) {
            return std::nullopt;
        }
        return DateMatch{end->next, DateInterval{today(), end->when->last}, end->relative};
    }

    // What may stand after "before", "after", "by": no further anchor.
    MaybeMatch read_plain(std::size_t i) const {
        using Read = MaybeMatch (Reader::*)(std::size_t) const;
        static constexpr Read readers[] = {
            &Reader::ago,         &Reader::numeric_date,  &Reader::weekday_date,
            &Reader::month_date,  &Reader::day_month,     &Reader::named_day,
            &Reader::part_phrase, &Reader::relative_unit, &Reader::quarter};
        for (const Read reader : readers) {
            if (MaybeMatch match = (this->*reader)(i)) {
                return match;
            }
        }
        if (const std::optional<int> year = year_at(i)) {
            return DateMatch{i + 1, years(*year, *year), false};
        }
        return std::nullopt;
    }

    struct PartPhrase {
        std::size_t next = 0;
        Part part = Part::whole;
        bool earlier = false;
    };

    // "early", "mid-", "in the middle of", "at the end of", "the first half of", "earlier".
    std::optional<PartPhrase> part_at(std::size_t i) const {
        const std::size_t start = i;
        i += one_of(at(i), "in", "at", "by") && at(i + 1) == "the" ? 2 : at(i) == "the" ? 1 : 0;
        const std::string_view text = at(i);
        if (text == "early" || text == "earlier" || text == "late" || text == "mid") {
            const Part part = text == "late"  ? Part::late
                              : text == "mid" ? Part::middle
                                              : Part::early;
            const bool fill = one_of(at(i + 1), "in", "on", "of");
            return PartPhrase{i + (fill ? 2U : 1U), part, text == "earlier"};
        }
        if (start == i && text != "middle") {
            return std::nullopt;
        }
        if (at(i + 1) == "half" && at(i + 2) == "of" && one_of(text, "first", "second")) {
            return PartPhrase{i + 3, text == "first" ? Part::first_half : Part::second_half};
        }
        if (const std::optional<Part> part = edge_at(i)) {
            return PartPhrase{i + 3, *part};
        }
        if (at(i + 1) != "of") {
            return std::nullopt;
        }
        if (text == "end") {
            return PartPhrase{i + 2, Part::end};
        }
        if (text == "middle") {
            return PartPhrase{i + 2, Part::middle};
        }
        if (one_of(text, "beginning", "start")) {
            return PartPhrase{i + 2, Part::early};
        }
        return std::nullopt;
    }

    // "the last weeks of", "the first months of"
    std::optional<Part> edge_at(std::size_t i) const {
        const std::optional<Unit> unit = unit_at(i + 1);
        if (!unit || !at(i + 1).ends_with('s') || at(i + 2) != "of") {
            return std::nullopt;
        }
        if (one_of(at(i), "first", "opening")) {
            return Part::early;
        }
        const bool last = one_of(at(i), "last", "final", "closing", "waning");
        return !last                 ? std::nullopt
               : unit == Unit::month ? std::optional(Part::late)
                                     : std::optional(Part::end);
    }

    MaybeMatch part_phrase(std::size_t i) const {
        if (at(i) == "turn" || (at(i) == "the" && at(i + 1) == "turn")) {
            return turn_of_year(at(i) == "the" ? i + 1 : i);
        }
        const std::optional<PartPhrase> found = part_at(i);
        if (!found || !has(found->next)) {
            return std::nullopt;
        }
        const std::size_t core = found->next + (at(found->next) == "the" ? 1 : 0);
        if (found->earlier) {
            return earlier(core);
        }
        if (weekday_at(core)) {
            return weekday_date(core);
        }
        if (month_at(core)) {
            return month_from(core, found->part);
        }
        if (const std::optional<int> decade = decade_at(core)) {
            return DateMatch{core + 1, part_of_decade(*decade, found->part), false};
        }
        if (const std::optional<int> year = year_at(core)) {
            return DateMatch{core + 1, part_of_year(*year, found->part), false};
        }
        return part_of_unit(core, found->part);
    }

    MaybeMatch turn_of_year(std::size_t i) const {
        if (at(i + 1) != "of" || at(i + 2) != "the" || at(i + 3) != "year") {
            return std::nullopt;
        }
        const int december = (this_year() - 1) * 12 + 11;
        return DateMatch{i + 4,
                         DateInterval{plus_days(months(december, december).first, 14),
                                      plus_days(months(december + 1, december + 1).first, 14)}};
    }

    // "late last year", "early this month", "end of the year".
    MaybeMatch part_of_unit(std::size_t core, Part part) const {
        const bool last = one_of(at(core), "last", "previous");
        const bool lead = last || one_of(at(core), "this", "next") || at(core - 1) == "the";
        const std::size_t noun = at(core - 1) == "the" && unit_at(core) ? core : core + 1;
        const std::optional<Unit> unit = unit_at(noun);
        if (!lead || !unit) {
            return std::nullopt;
        }
        const int shift = last ? -1 : at(core) == "next" ? 1 : 0;
        if (*unit == Unit::week) {
            const DateInterval week = week_of(plus_days(today(), 7 * shift));
            return DateMatch{noun + 1, clipped(part_of_week(week, part))};
        }
        if (*unit == Unit::month) {
            const int month = month_of(today()) + shift;
            return DateMatch{noun + 1, clipped(part_of_month(months(month, month), part))};
        }
        if (*unit == Unit::year) {
            return DateMatch{noun + 1, clipped(part_of_year(this_year() + shift, part))};
        }
        return std::nullopt;
    }

    // "earlier this week": before today, and never an empty interval.
    MaybeMatch earlier(std::size_t core) const {
        if (weekday_at(core)) {
            return weekday_date(core);
        }
        if (month_at(core)) {
            return month_date(core);
        }
        if (at(core) == "today") {
            return named_day(core);
        }
        const std::optional<Unit> unit = unit_at(core + 1);
        if (at(core) != "this" || !unit) {
            return std::nullopt;
        }
        const Day eve = plus_days(today(), -1);
        const Day monday = week_of(today()).first;
        if (*unit == Unit::week) {
            return DateMatch{core + 2, DateInterval{monday, std::max(monday, eve)}};
        }
        if (*unit == Unit::month) {
            const int month = month_of(eve);
            return DateMatch{core + 2, DateInterval{months(month, month).first, eve}};
        }
        if (*unit == Unit::year) {
            const int year = civil_from_day(eve).year;
            return DateMatch{core + 2, DateInterval{years(year, year).first, eve}};
        }
        return std::nullopt;
    }

    // "this week", "last month", "last spring", "next March", "the past year".
    MaybeMatch relative_unit(std::size_t i) const {
        const bool last = one_of(at(i), "last", "previous");
        const bool next = at(i) == "next";
        if (!last && !next && at(i) != "this") {
            return season_with_year(i);
        }
        if (const std::optional<int> season = season_at(i + 1)) {
            return relative_season(*season, last, i + 2);
        }
        if (const std::optional<int> month = month_at(i + 1)) {
            return relative_month(*month, last, next, i + 2);
        }
        const std::optional<Unit> unit = unit_at(i + 1);
        if (!unit || at(i + 1).ends_with('s')) {
            return std::nullopt;
        }
        return whole_unit(*unit, last ? -1 : next ? 1 : 0, i + 2);
    }

    MaybeMatch whole_unit(Unit unit, int shift, std::size_t next) const {
        if (unit == Unit::week) {
            DateInterval week = week_of(plus_days(today(), 7 * shift));
            if (tense() == Tense::future && shift == 0) {
                week.first = today();
            }
            return DateMatch{next, clipped(week)};
        }
        if (unit == Unit::month) {
            const int month = month_of(today()) + shift;
            return DateMatch{next, clipped(months(month, month))};
        }
        if (unit == Unit::quarter) {
            const int first = month_of(today()) / 3 * 3 + 3 * shift;
            return DateMatch{next, clipped(months(first, first + 2))};
        }
        if (unit == Unit::year) {
            return DateMatch{next, clipped(years(this_year() + shift, this_year() + shift))};
        }
        return std::nullopt;
    }

    MaybeMatch relative_season(int season, bool last, std::size_t next) const {
        DateInterval when = season_of(this_year(), season);
        if (last) {
            for (int year = this_year(); when.last >= today(); --year) {
                when = season_of(year - 1, season);
            }
        }
        return DateMatch{next, clipped(when)};
    }

    // "next March" and "last March" are never the current month.
    MaybeMatch relative_month(int month, bool last, bool next, std::size_t after) const {
        int index = this_year() * 12 + month;
        if (last && index >= month_of(today())) {
            index -= 12;
        }
        if (next && index <= month_of(today())) {
            index += 12;
        }
        return DateMatch{after, months(index, index)};
    }

    MaybeMatch ago(std::size_t i) const {
        const std::optional<Amount> amount = amount_at(i);
        if (!amount || !one_of(at(amount->next), "ago", "earlier", "back") ||
            (at(amount->next) == "earlier" && at(amount->next + 1) == "than")) {
            return std::nullopt;
        }
        return DateMatch{amount->next + 1, before_today(*amount)};
    }

    DateInterval before_today(const Amount& amount) const {
        const auto around = [&](Day day, int slack) {
            return DateInterval{plus_days(day, -slack), std::min(plus_days(day, slack), today())};
        };
        const int n = amount.count.value_or(0);
        switch (amount.unit) {
            case Unit::day:
                return amount.count ? around(plus_days(today(), -n), 0)
                                    : DateInterval{plus_days(today(), -6), plus_days(today(), -2)};
            case Unit::week:
                return amount.count
                           ? around(plus_days(today(), -7 * n), 3)
                           : DateInterval{plus_days(today(), -42), plus_days(today(), -11)};
            case Unit::month:
                return amount.count
                           ? around(plus_months(today(), -n), 7)
                           : DateInterval{plus_months(today(), -9), plus_months(today(), -2)};
            case Unit::quarter:
                return around(plus_months(today(), -3 * n), 45);
            case Unit::year:
                return years_ago(amount.count);
            case Unit::decade:
                return {plus_months(today(), -120 * std::max(n, 1) - 12),
                        plus_months(today(), -120 * std::max(n, 1) + 12)};
        }
        return {today(), today()};
    }

    DateInterval years_ago(std::optional<int> count) const {
        if (!count) {
            return {plus_months(today(), -9 * 12), plus_months(today(), -2 * 12)};
        }
        if (*count == 1) {
            return {plus_months(today(), -13), plus_months(today(), -11)};
        }
        return years(this_year() - *count, this_year() - *count);
    }

    // "in recent weeks", "over the past decade", "recently".
    MaybeMatch recent(std::size_t i) const {
        if (at(i) == "recently") {
            return DateMatch{i + 1, std::nullopt};
        }
        if (at(i) == "recent" && unit_at(i + 1)) {
            return DateMatch{i + 2, back_from_today(Amount{i + 2, std::nullopt, *unit_at(i + 1)})};
        }
        if (!one_of(at(i), "last", "past") || !unit_at(i + 1)) {
            const std::optional<Amount> amount =
                one_of(at(i), "last", "past") ? amount_at(i + 1) : std::nullopt;
            return amount ? MaybeMatch(DateMatch{amount->next, back_from_today(*amount)})
                          : std::nullopt;
        }
        return DateMatch{i + 2, back_from_today(Amount{i + 2, 1, *unit_at(i + 1)})};
    }

    DateInterval back_from_today(const Amount& amount) const {
        const int n = amount.count.value_or(amount.unit == Unit::day    ? 7
                                            : amount.unit == Unit::week ? 6
                                            : amount.unit == Unit::year ? 5
                                                                        : 6);
        switch (amount.unit) {
            case Unit::day:
                return {plus_days(today(), -n), today()};
            case Unit::week:
                return {plus_days(today(), -7 * n), today()};
            case Unit::month:
                return {amount.count ? plus_months(today(), -n) : plus_days(today(), -183),
                        today()};
            case Unit::quarter:
                return {plus_months(today(), -3 * n), today()};
            case Unit::year:
                return {plus_months(today(), -12 * n), today()};
            case Unit::decade:
                return {plus_months(today(), -120 * n), today()};
        }
        return {today(), today()};
    }

    // "six years before 2020", "a day after July 30", "weeks after June 10".
    MaybeMatch anchored(std::size_t i) const {
        const bool less = at(i) == "less" && at(i + 1) == "than";
        const std::optional<Amount> amount = amount_at(less ? i + 2 : i);
        if (!amount || !one_of(at(amount->next), "after", "before")) {
            return std::nullopt;
        }
        const MaybeMatch anchor = read_plain(amount->next + 1);
        if (!anchor || !anchor->when) {
            return std::nullopt;
        }
        const bool after = at(amount->next) == "after";
        DateInterval when = shifted(*anchor->when, *amount, after ? 1 : -1);
        if (less && after) {
            when = {plus_days(anchor->when->last, 1), when.last};
        }
        return DateMatch{anchor->next, after && is_dated() ? clipped(when) : when,
                         anchor->relative};
    }

    static DateInterval shifted(DateInterval anchor, const Amount& amount, int sign) {
        const int n = amount.count.value_or(0);
        if (!amount.count && amount.unit == Unit::week) {
            return sign > 0
                       ? DateInterval{plus_days(anchor.first, 8), plus_days(anchor.last, 59)}
                       : DateInterval{plus_days(anchor.first, -59), plus_days(anchor.last, -8)};
        }
        const int days = amount.unit == Unit::day ? n : amount.unit == Unit::week ? 7 * n : 0;
        const int in_months = amount.unit == Unit::month    ? n
                              : amount.unit == Unit::year   ? 12 * n
                              : amount.unit == Unit::decade ? 120 * n
                                                            : 0;
        const bool rough = amount.count && amount.unit == Unit::week;
        const auto move = [&](Day day) {
            return plus_months(plus_days(day, sign * days), sign * in_months);
        };
        return {plus_days(move(anchor.first), rough ? -3 : 0),
                plus_days(move(anchor.last), rough ? 3 : 0)};
    }
};

}  // namespace

std::vector<DateExpression> find_dates(const FoldedWords& words, const DateContext& context) {
    std::vector<DateExpression> found;
    const Reader reader(words, context);
    for (std::size_t i = 0; i < words.size();) {
        const MaybeMatch match = reader.may_begin(i) ? reader.read(i) : std::nullopt;
        if (!match) {
            ++i;
            continue;
        }
        const std::size_t first = one_of(words.text(i), "in", "at") ? i + 1 : i;
        const bool since = i > 0 && words.text(i - 1) == "since";
        found.push_back(
            {words[first].begin, words[match->next - 1].end, match->when, since, match->ambiguous});
        i = match->next;
    }
    return found;
}

std::vector<DateExpression> find_dates(std::string_view sentence, const DateContext& context) {
    const FoldedWords words(sentence);
    return find_dates(words, context);
}

}  // namespace litigraph::ingest::detail
