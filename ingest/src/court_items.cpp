#include "court_items.hpp"

#include "court_phrase.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {
namespace {

// FoldedWords that only litigation uses, or that make a short name a court's.
constexpr std::array legal_words = {
    std::string_view("action"),        std::string_view("appeal"),
    std::string_view("case"),          std::string_view("claim"),
    std::string_view("complaint"),     std::string_view("complaints"),
    std::string_view("court"),         std::string_view("filed"),
    std::string_view("import"),        std::string_view("infringe"),
    std::string_view("infringed"),     std::string_view("infringement"),
    std::string_view("infringes"),     std::string_view("infringing"),
    std::string_view("injunction"),    std::string_view("investigate"),
    std::string_view("investigation"), std::string_view("judge"),
    std::string_view("lawsuit"),       std::string_view("lawsuits"),
    std::string_view("litigation"),    std::string_view("patent"),
    std::string_view("patents"),       std::string_view("petition"),
    std::string_view("petitioned"),    std::string_view("plaintiff"),
    std::string_view("proceedings"),   std::string_view("ruled"),
    std::string_view("ruling"),        std::string_view("sue"),
    std::string_view("sued"),          std::string_view("sues"),
    std::string_view("suing"),         std::string_view("suit"),
    std::string_view("suits"),         std::string_view("trade"),
    std::string_view("trial")};

bool is_legal(const FoldedWords& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (std::ranges::find(legal_words, words.text(i)) != legal_words.end()) {
            return true;
        }
    }
    return false;
}

class Cutter {
  public:
    Cutter(const FoldedWords& words, const CourtTable& courts, bool in_name)
        : words_(words), courts_(courts), in_name_(in_name) {}

    std::vector<CourtItem> items() {
        std::vector<CourtItem> items;
        items.reserve(words_.size());
        for (std::size_t i = 0; i < words_.size();) {
            items.push_back(item_at(i));
            i = items.back().last + 1;
        }
        return items;
    }

  private:
    CourtItem item_at(std::size_t first) {
        const std::size_t most =
            std::min(courts_.longest(words_.text(first)), words_.size() - first);
        for (std::size_t length = most; length != 0; --length) {
            const std::size_t last = first + length - 1;
            key_.clear();
            bool broken = false;
            for (std::size_t i = first; i <= last; ++i) {
                broken = broken || (i > first && words_[i].gap == ';');
                key_ += i == first ? "" : " ";
                key_ += words_.text(i);
            }
            const CourtTable::Meaning* meaning = broken ? nullptr : courts_.meaning(key_);
            if (meaning != nullptr && is_meant(*meaning, first, last)) {
                return {first, last, meaning};
            }
        }
        return {first, first, nullptr};
    }

    bool is_meant(const CourtTable::Meaning& meaning, std::size_t first, std::size_t last) {
        const FoldedWord& word = words_[first];
        if (meaning.acronym && !in_name_) {
            return word.all_capitals && legal();
        }
        if (meaning.court != nullptr && last > first) {
            return true;
        }
        if (meaning.abbreviation) {
            return in_name_ ? is_state_in_name(first) : is_state_after_place(first, last);
        }
        return in_name_ || (word.capital && words_[last].capital);
    }

    // "D Or", but not "or"
    bool is_state_in_name(std::size_t first) const {
        constexpr std::array<std::string_view, 8> words = {"co", "de", "hi", "in",
                                                           "me", "oh", "ok", "or"};
        return std::ranges::find(words, words_.text(first)) == words.end() ||
               (first > 0 && words_.text(first - 1).ends_with('d') &&
                words_.text(first - 1).size() <= 2);
    }

    // ", Tex." or ", TX": capital, after a comma, and a full stop or two capitals.
    bool is_state_after_place(std::size_t first, std::size_t last) const {
        const std::size_t end = words_[last].end;
        const bool stop = end < words_.sentence().size() && words_.sentence()[end] == '.';
        const bool point = end > 0 && words_.sentence()[end - 1] == '.';
        return words_[first].capital && first > 0 &&
               (words_[first].gap == ',' || direction_of(words_.text(first - 1)) != 0 ||
                words_.text(first - 1).ends_with('d')) &&
               (stop || point || words_[first].all_capitals);
    }

    bool legal() {
        if (!legal_known_) {
            legal_ = is_legal(words_);
            legal_known_ = true;
        }
        return legal_;
    }

    const FoldedWords& words_;
    const CourtTable& courts_;
    bool in_name_;
    bool legal_known_ = false;
    bool legal_ = false;
    std::string key_;
};

}  // namespace

std::vector<CourtItem> court_items(const FoldedWords& words, const CourtTable& courts,
                                   bool in_name) {
    return Cutter(words, courts, in_name).items();
}

}  // namespace litigraph::ingest::detail
