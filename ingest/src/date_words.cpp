#include "date_words.hpp"

#include <charconv>

namespace litigraph::ingest::detail {

namespace {

constexpr std::array<std::string_view, 7> weekday_names = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 7> short_weekdays = {"mon", "tue", "wed", "thu",
                                                            "fri", "sat", "sun"};
constexpr std::array<std::string_view, 12> month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> short_months = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sept", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 4> season_names = {"spring", "summer", "fall", "winter"};
constexpr std::array<std::string_view, 13> small_numbers = {
    "zero",  "one",   "two",  "three", "four",   "five",  "six",
    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

}  // namespace

std::optional<int> DateWords::digits(std::size_t i, std::size_t least, std::size_t most) const {
    const std::string_view text = at(i);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    const bool length = text.size() >= least && text.size() <= most;
    return whole && length ? std::optional(value) : std::nullopt;
}

std::optional<int> DateWords::number_at(std::size_t i) const {
    const std::optional<int> word = position(small_numbers, at(i));
    return word ? word : digits(i, 1, 3);
}

std::optional<int> DateWords::year_at(std::size_t i) const {
    const std::optional<int> year = digits(i, 4, 4);
    return year && *year >= 1700 && *year <= 2199 ? year : std::nullopt;
}

std::optional<int> DateWords::day_at(std::size_t i) const {
    std::string_view text = at(i);
    if (text.size() > 2 && (text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") ||
                            text.ends_with("rd"))) {
        text.remove_suffix(2);
    }
    int day = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && text.size() <= 2 && day >= 1 && day <= 31 ? std::optional(day) : std::nullopt;
}

std::optional<int> DateWords::month_at(std::size_t i) const {
    if (!has(i)) {
        return std::nullopt;
    }
    const std::optional<int> full = position(month_names, at(i));
    const bool common = full && (*full == 2 || *full == 4);
    if (full) {
        return w_[i].capital || !common ? full : std::nullopt;
    }
    const std::string_view name = at(i) == "sep" ? std::string_view("sept") : at(i);
    return w_[i].capital ? position(short_months, name) : std::nullopt;
}

std::optional<int> DateWords::weekday_at(std::size_t i) const {
    if (!has(i)) {
        return std::nullopt;
    }
    if (const std::optional<int> full = position(weekday_names, at(i))) {
        return full;
    }
    const bool abbreviated =
        w_[i].capital && w_[i].end < w_.sentence().size() && w_.sentence()[w_[i].end] == '.';
    return abbreviated ? position(short_weekdays, at(i)) : std::nullopt;
}

std::optional<int> DateWords::season_at(std::size_t i) const {
    return position(season_names, at(i) == "autumn" ? std::string_view("fall") : at(i));
}

std::optional<Unit> DateWords::unit_at(std::size_t i) const {
    std::string_view text = at(i);
    if (text.ends_with('s')) {
        text.remove_suffix(1);
    }
    constexpr std::array<std::string_view, 6> names = {"day",     "week", "month",
                                                       "quarter", "year", "decade"};
    const std::optional<int> unit = position(names, text);
    return unit ? std::optional(static_cast<Unit>(*unit)) : std::nullopt;
}

std::optional<int> DateWords::decade_at(std::size_t i) const {
    const std::string_view text = at(i);
    if (text.size() != 5 || text[4] != 's' || text[3] != '0') {
        return std::nullopt;
    }
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + 4, year);
    const bool whole = error == std::errc{} && end == text.data() + 4;
    return whole && year >= 1700 && year < 2200 ? std::optional(year) : std::nullopt;
}

std::optional<Amount> DateWords::amount_at(std::size_t i) const {
    std::size_t unit_at_word = i;
    std::optional<int> count;
    if (one_of(at(i), "a", "an", "the") && unit_at(i + 1)) {
        count = 1;
        unit_at_word = i + 1;
    } else if (one_of(at(i), "a") && at(i + 1) == "couple" && at(i + 2) == "of") {
        count = 2;
        unit_at_word = i + 3;
    } else if (const std::optional<int> number = number_at(i)) {
        count = number;
        unit_at_word = i + 1;
    } else if (one_of(at(i), "several", "few", "some")) {
        unit_at_word = i + 1;
    } else if (at(i) == "a" && one_of(at(i + 1), "few")) {
        unit_at_word = i + 2;
    } else if (!at(i).ends_with('s')) {
        return std::nullopt;
    }
    const std::optional<Unit> unit = unit_at(unit_at_word);
    if (!unit || count.value_or(0) > 200) {
        return std::nullopt;
    }
    return Amount{unit_at_word + 1, count, *unit};
}

}  // namespace litigraph::ingest::detail
