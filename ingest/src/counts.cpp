#include "counts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

constexpr std::uint32_t unbounded = CountInterval::unbounded;

struct NumberWord {
    std::string_view word;
    CountInterval count;
};

constexpr std::array number_words = {NumberWord{"couple", {2, 3}},
                                     NumberWord{"dozen", {12, 12}},
                                     NumberWord{"dozens", {24, 99}},
                                     NumberWord{"eight", {8, 8}},
                                     NumberWord{"eighteen", {18, 18}},
                                     NumberWord{"eighty", {80, 80}},
                                     NumberWord{"eleven", {11, 11}},
                                     NumberWord{"fifteen", {15, 15}},
                                     NumberWord{"fifty", {50, 50}},
                                     NumberWord{"five", {5, 5}},
                                     NumberWord{"forty", {40, 40}},
                                     NumberWord{"four", {4, 4}},
                                     NumberWord{"fourteen", {14, 14}},
                                     NumberWord{"handful", {3, 7}},
                                     NumberWord{"hundreds", {200, 999}},
                                     NumberWord{"nine", {9, 9}},
                                     NumberWord{"nineteen", {19, 19}},
                                     NumberWord{"ninety", {90, 90}},
                                     NumberWord{"one", {1, 1}},
                                     NumberWord{"pair", {2, 2}},
                                     NumberWord{"scores", {40, unbounded}},
                                     NumberWord{"seven", {7, 7}},
                                     NumberWord{"seventeen", {17, 17}},
                                     NumberWord{"seventy", {70, 70}},
                                     NumberWord{"several", {3, 9}},
                                     NumberWord{"six", {6, 6}},
                                     NumberWord{"sixteen", {16, 16}},
                                     NumberWord{"sixty", {60, 60}},
                                     NumberWord{"ten", {10, 10}},
                                     NumberWord{"thirteen", {13, 13}},
                                     NumberWord{"thirty", {30, 30}},
                                     NumberWord{"three", {3, 3}},
                                     NumberWord{"trio", {3, 3}},
                                     NumberWord{"twelve", {12, 12}},
                                     NumberWord{"twenty", {20, 20}},
                                     NumberWord{"twin", {2, 2}},
                                     NumberWord{"two", {2, 2}}};
static_assert(std::ranges::is_sorted(number_words, {}, &NumberWord::word));

enum class Qualifier { none, at_least, more_than, about, nearly, up_to };

struct Phrase {
    std::array<std::string_view, 3> words;
    Qualifier qualifier;
};

constexpr std::array qualifier_phrases = {
    Phrase{{"no", "fewer", "than"}, Qualifier::at_least},
    Phrase{{"no", "less", "than"}, Qualifier::at_least},
    Phrase{{"as", "many", "as"}, Qualifier::up_to},
    Phrase{{"", "at", "least"}, Qualifier::at_least},
    Phrase{{"", "more", "than"}, Qualifier::more_than},
    Phrase{{"", "up", "to"}, Qualifier::up_to},
    Phrase{{"", "", "over"}, Qualifier::more_than},
    Phrase{{"", "", "about"}, Qualifier::about},
    Phrase{{"", "", "some"}, Qualifier::about},
    Phrase{{"", "", "roughly"}, Qualifier::about},
    Phrase{{"", "", "around"}, Qualifier::about},
    Phrase{{"", "", "nearly"}, Qualifier::nearly},
    Phrase{{"", "", "almost"}, Qualifier::nearly},
};

class CountFinder {
  public:
    explicit CountFinder(const FoldedWords& words) : words_(words) {}

    std::vector<CountExpression> find() {
        for (std::size_t i = 0; i < words_.size();) {
            const std::size_t next = read(i);
            i = std::max(next, i + 1);
        }
        return std::move(found_);
    }

  private:
    /// One past the count at the word; the word itself if there is none.
    std::size_t read(std::size_t i) {
        const auto number = number_at(i);
        if (!number) {
            return i;
        }
        std::size_t first = i;
        CountInterval count = *number;
        if (i > 0 && (words_.text(i - 1) == "a" || words_.text(i - 1) == "the")) {
            --first;
        }
        if (words_.text(i) == "dozen" && i > 1 && words_.text(i - 2) == "half") {
            count = {6, 6};
            first = i - 2;
        } else if (words_.text(i) == "dozen" && i > 0 && number_at(i - 1)) {
            return i + 1;  // "two dozen" was read with its first word
        }
        if (words_.text(i + 1) == "dozen") {
            count = {count.low * 12, count.high * 12};
            ++i;
        }
        const std::size_t last = words_.text(i + 1) == "of" ? i + 2 : i + 1;
        std::size_t begin = first;
        const Qualifier qualifier = qualifier_before(begin);
        found_.push_back({begin, last, qualified(count, qualifier)});
        return last;
    }

    std::optional<CountInterval> number_at(std::size_t i) const {
        if (i >= words_.size()) {
            return std::nullopt;
        }
        const std::string_view word = words_.text(i);
        if (words_[i].number) {
            return digits(word);
        }
        const auto found = std::ranges::lower_bound(number_words, word, {}, &NumberWord::word);
        if (found == number_words.end() || found->word != word) {
            return std::nullopt;
        }
        return found->count;
    }

    static std::optional<CountInterval> digits(std::string_view word) {
        constexpr std::uint32_t first_year = 1900;
        constexpr std::uint32_t last_year = 2100;
        std::uint32_t value = 0;
        const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
        const bool year = word.size() == 4 && value >= first_year && value <= last_year;
        if (failure != std::errc{} || end != word.data() + word.size() || year || value == 0) {
            return std::nullopt;
        }
        return CountInterval{value, value};
    }

    /// The qualifier that ends before the word; moves `begin` to its first word.
    Qualifier qualifier_before(std::size_t& begin) const {
        for (const Phrase& phrase : qualifier_phrases) {
            std::size_t length = 0;
            bool fits = true;
            for (std::size_t i = phrase.words.size(); i > 0 && !phrase.words[i - 1].empty(); --i) {
                ++length;
                fits =
                    fits && begin >= length && words_.text(begin - length) == phrase.words[i - 1];
            }
            if (fits) {
                begin -= length;
                return phrase.qualifier;
            }
        }
        return Qualifier::none;
    }

    static CountInterval qualified(CountInterval count, Qualifier qualifier) {
        const std::uint32_t tenth = std::max<std::uint32_t>(1, count.low / 10);
        switch (qualifier) {
            case Qualifier::at_least:
                return {count.low, unbounded};
            case Qualifier::more_than:
                return {count.low + 1, unbounded};
            case Qualifier::about:
                return count.low == 12 ? CountInterval{10, 14}
                                       : CountInterval{count.low - tenth, count.high + tenth};
            case Qualifier::nearly:
                return {count.low - tenth, std::max<std::uint32_t>(1, count.low - 1)};
            case Qualifier::up_to:
                return {0, count.high};
            case Qualifier::none:
                break;
        }
        return count;
    }

    const FoldedWords& words_;
    std::vector<CountExpression> found_;
};

}  // namespace

std::vector<CountExpression> find_counts(const FoldedWords& words) {
    return CountFinder(words).find();
}

}  // namespace litigraph::ingest::detail
