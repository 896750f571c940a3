#include "filing_places.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {
namespace {

// How many items before "in" a word of filing may stand.
constexpr std::size_t farthest_filing_word = 10;

bool is_filing_word(std::string_view word) {
    constexpr std::array<std::string_view, 24> words = {
        "action",    "actions",    "asserted",   "brought", "case",    "cases",
        "complaint", "complaints", "filed",      "files",   "filing",  "injunction",
        "lawsuit",   "lawsuits",   "litigation", "lodged",  "pending", "proceedings",
        "sue",       "sued",       "sues",       "suing",   "suit",    "suits"};
    return std::ranges::find(words, word) != words.end();
}

// Words whose place is no forum.
bool owns_place(std::string_view word) {
    return one_of(word, "based", "headquartered", "incorporated", "sold", "born");
}

class PlaceReader {
  public:
    PlaceReader(const CourtWords& words, const CourtContext& context,
                std::vector<CourtMention>& found)
        : words_(words), context_(context), found_(found) {}

    void read() {
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            if (one_of(words_.text(i), "in", "across") && follows_filing(i)) {
                i = read_list(i + 1);
            }
        }
    }

  private:
    bool follows_filing(std::size_t preposition) const {
        const std::size_t from =
            preposition > farthest_filing_word ? preposition - farthest_filing_word : 0;
        for (std::size_t i = preposition; i > from; --i) {
            if (is_filing_word(words_.text(i - 1))) {
                return !is_served(i - 1);
            }
            if (words_.gap(i - 1) == ';' || owns_place(words_.text(i - 1))) {
                return false;
            }
        }
        return false;
    }

    // "was served the suit in Dallas"
    bool is_served(std::size_t suit) const {
        constexpr std::size_t near = 3;
        for (std::size_t i = suit; i > 0 && i + near > suit; --i) {
            if (words_.text(i - 1) == "served") {
                return true;
            }
        }
        return false;
    }

    std::size_t read_list(std::size_t i) {
        while (i < words_.size()) {
            if (one_of(words_.text(i), "the", "and", "both")) {
                ++i;
                continue;
            }
            if (!words_.is_place(i) || is_taken(i)) {
                break;
            }
            i = read_place(i) + 1;
        }
        return i;
    }

    // The last item of the place at `i`: "Marshall, Texas" is one.
    std::size_t read_place(std::size_t i) {
        CourtDescription description;
        std::size_t last = i;
        words_.add_place(i, description);
        if (is_also_state(i)) {
            description.places.clear();
        }
        if (words_.is_place(i + 1) && words_.gap(i + 1) == ',' && lies_in(i, i + 1)) {
            words_.add_place(++last, description);
        }
        CourtMention mention;
        mention.begin = words_.word(i).begin;
        mention.end = words_.folded()[words_[last].last].end;
        mention.answer = court_of(description, context_);
        mention.place_only = true;
        found_.push_back(std::move(mention));
        return last;
    }

    /// "in New York": the state or its city.
    bool is_also_state(std::size_t i) const {
        const CourtTable::Meaning& meaning = *words_[i].meaning;
        return meaning.region != nullptr && !meaning.places.empty() &&
               meaning.places.front()->region == meaning.region;
    }

    bool lies_in(std::size_t place, std::size_t region) const {
        return words_[region].meaning->region != nullptr &&
               std::ranges::any_of(words_[place].meaning->places, [&](const CourtPlace* each) {
                   return each->region != nullptr &&
                          each->region->code.starts_with(words_[region].meaning->region->code);
               });
    }

    bool is_taken(std::size_t i) const {
        return std::ranges::any_of(found_, [&](const CourtMention& mention) {
            return mention.begin <= words_.word(i).begin && words_.word(i).begin < mention.end;
        });
    }

    const CourtWords& words_;
    const CourtContext& context_;
    std::vector<CourtMention>& found_;
};

}  // namespace

void add_filing_places(const CourtWords& words, const CourtContext& context,
                       std::vector<CourtMention>& found) {
    PlaceReader(words, context, found).read();
}

}  // namespace litigraph::ingest::detail
