#include "courts.hpp"

#include "court_items.hpp"

#include <algorithm>
#include <array>

// Around every word for a court or judge the words that describe it are gathered, to the left
// ("a Manhattan federal judge") and to the right ("court in Marshall, Texas"). Names of the table
// ("the ITC") stand for themselves. Last, places after words of filing are taken ("filed in Waco").

namespace litigraph::ingest::detail {
namespace {

template <typename... Names>
bool one_of(std::string_view word, Names... names) {
    return ((word == names) || ...);
}

bool is_head(std::string_view word) {
    return one_of(word, "court", "courts", "courthouse", "judge", "judges", "jury", "tribunal",
                  "upc");
}
// How many items before "in" a word of filing may stand.
constexpr std::size_t farthest_filing_word = 10;

bool is_judge(std::string_view word) { return one_of(word, "judge", "judges", "jury"); }

// What may stand between a court and the place that names it.
bool is_connector(std::string_view word) {
    return one_of(word, "in", "for", "of", "at", "the", "located", "sitting", "based", "and", "s",
                  "downtown", "division", "seat", "section", "states");
}

bool is_filing_word(std::string_view word) {
    constexpr std::array words = {std::string_view("action"),     std::string_view("actions"),
                                  std::string_view("asserted"),   std::string_view("brought"),
                                  std::string_view("case"),       std::string_view("cases"),
                                  std::string_view("complaint"),  std::string_view("complaints"),
                                  std::string_view("filed"),      std::string_view("files"),
                                  std::string_view("filing"),     std::string_view("injunction"),
                                  std::string_view("lawsuit"),    std::string_view("lawsuits"),
                                  std::string_view("litigation"), std::string_view("lodged"),
                                  std::string_view("pending"),    std::string_view("proceedings"),
                                  std::string_view("sue"),        std::string_view("sued"),
                                  std::string_view("sues"),       std::string_view("suing"),
                                  std::string_view("suit"),       std::string_view("suits")};
    return std::ranges::find(words, word) != words.end();
}

class Finder {
  public:
    Finder(const FoldedWords& words, const CourtContext& context)
        : words_(words), context_(context), items_(court_items(words, *context.courts, false)) {}

    std::vector<CourtMention> mentions() {
        for (std::size_t i = 0; i < items_.size();) {
            const std::size_t next = read(i);
            i = std::max(next, i + 1);
        }
        read_places();
        std::ranges::sort(found_, {}, &CourtMention::begin);
        return std::move(found_);
    }

  private:
    std::string_view text(std::size_t item) const {
        return item < items_.size() && items_[item].meaning == nullptr
                   ? words_.text(items_[item].first)
                   : std::string_view{};
    }
    const FoldedWord& word(std::size_t item) const { return words_[items_[item].first]; }
    char gap(std::size_t item) const { return word(item).gap; }

    static bool is_place(const CourtItem& item) {
        return item.meaning != nullptr &&
               (item.meaning->region != nullptr || !item.meaning->places.empty());
    }
    static bool is_court(const CourtItem& item) {
        return item.meaning != nullptr && item.meaning->court != nullptr &&
               item.meaning->court->kind != "regulator";
    }

    // One past the last item of the mention at `i`; `i` if there is none.
    std::size_t read(std::size_t i) {
        if (words_.text(items_[i].first) == "ewhc") {
            return read_citation(i);
        }
        if (is_court(items_[i])) {
            return read_named(i);
        }
        if (docket_acronym(i)) {
            return i + 1;
        }
        const bool circuit =
            text(i) == "circuit" && i > 0 && ordinal_of(text(i - 1)) != 0 && !is_head(text(i + 1));
        return circuit || is_head(text(i)) ? read_described(i) : i;
    }

    // "EDTX", "SDNY": direction, district, state.
    bool docket_acronym(std::size_t i) {
        const Court* court =
            word(i).all_capitals ? district_by_acronym(text(i), *context_.courts) : nullptr;
        if (court == nullptr) {
            return false;
        }
        CourtAnswer answer;
        answer.id = court->id;
        answer.jurisdiction = court->jurisdiction;
        add(items_[i].first, items_[i].last, std::move(answer), false);
        return true;
    }

    // "[2019] EWHC 2925 (Ch)": the High Court of England, the division in brackets.
    std::size_t read_citation(std::size_t i) {
        const Court* court = context_.courts->find("gb-ewhc");
        const std::size_t division = i + 2;
        std::size_t last = i;
        if (division < items_.size() && gap(division) == '(') {
            const std::string id = "gb-" + std::string(words_.text(items_[division].first));
            if (const Court* named = context_.courts->find(id); named != nullptr) {
                court = named;
                last = division;
            }
        }
        if (court == nullptr) {
            return i;
        }
        CourtAnswer answer;
        answer.id = court->id;
        answer.jurisdiction = court->jurisdiction;
        add(items_[i].first, items_[last].last, std::move(answer), false);
        return last + 1;
    }

    void add(std::size_t first, std::size_t last, CourtAnswer answer, bool judge) {
        CourtMention mention;
        mention.begin = words_[first].begin;
        mention.end = words_[last].end;
        mention.answer = std::move(answer);
        mention.judge = judge;
        found_.push_back(std::move(mention));
    }

    // A name of the table; what follows may say which court of that name ("in Manhattan").
    std::size_t read_named(std::size_t i) {
        const Court& court = *items_[i].meaning->court;
        CourtAnswer answer;
        answer.id = court.id;
        answer.jurisdiction = court.jurisdiction == "XU" ? "EU" : court.jurisdiction;
        std::size_t last = i;
        if (court.city.empty() || court.kind == "upc") {
            CourtDescription description;
            named_ = nullptr;
            last = gather_right(i + 1, description, i);
            refine(court, description, answer);
            CourtAnswer refined =
                court.kind == "upc" ? CourtAnswer{}
                                    : resolve_court(words_.span(items_[i].first, items_[last].last),
                                                    {}, *context_.courts);
            if (!refined.id.empty()) {
                answer = std::move(refined);
            }
        } else if (i + 1 < items_.size() && gap(i + 1) == '(' && is_court(items_[i + 1])) {
            answer.id = items_[i + 1].meaning->court->id;  // "UK High Court (Chancery Division)"
            last = i + 1;
        }
        add(items_[i].first, items_[last].last, std::move(answer), false);
        return last + 1;
    }

    void refine(const Court& court, CourtDescription& description, CourtAnswer& answer) {
        if (court.kind == "upc" && named_ != nullptr) {
            answer.id = named_->id;
        } else if (court.kind == "upc" && !description.places.empty()) {
            description.flags |= CourtDescription::upc;
            CourtAnswer division = court_of(description, context_);
            answer.id = division.id.empty() ? answer.id : division.id;
        }
    }

    std::size_t read_described(std::size_t head) {
        CourtDescription description;
        add_court_word(text(head), description);
        const std::size_t first = gather_left(head, description);
        named_ = nullptr;
        const std::size_t last = gather_right(head + 1, description, head);
        if (named_ != nullptr) {
            CourtAnswer answer;
            answer.id = named_->id;
            answer.jurisdiction = named_->jurisdiction;
            add(items_[first].first, items_[last].last, std::move(answer), is_judge(text(head)));
            return last + 1;
        }
        const bool placed = description.region != nullptr || description.country != nullptr ||
                            !description.places.empty() || description.direction != 0 ||
                            !description.locality.empty();
        const bool ranked = description.ordinal != 0 &&
                            description.has(CourtDescription::appeals | CourtDescription::circuit);
        const bool high = description.has(CourtDescription::high) && !context_.country.empty();
        if (!placed && !ranked && !high && !description.has(CourtDescription::upc)) {
            return head;
        }
        CourtAnswer answer = answer_of(description, first, last);
        add(items_[first].first, items_[last].last, std::move(answer), is_judge(text(head)));
        return last + 1;
    }

    CourtAnswer answer_of(const CourtDescription& description, std::size_t first,
                          std::size_t last) {
        using D = CourtDescription;
        const bool state_kind =
            description.has(D::superior | D::county | D::chancery | D::supreme | D::common_trial) ||
            (description.has(D::state) && description.has(D::district)) ||
            (description.has(D::circuit) && description.ordinal == 0);
        if (state_kind && !description.has(D::federal | D::bankruptcy)) {
            CourtAnswer named = resolve_court(words_.span(items_[first].first, items_[last].last),
                                              {}, *context_.courts);
            if (!named.id.empty() && context_.courts->find(named.id) != nullptr) {
                return named;
            }
        }
        return court_of(description, context_);
    }

    void add_place(const CourtItem& item, CourtDescription& description) {
        const CourtTable::Meaning& meaning = *item.meaning;
        const Region* region = meaning.region;
        const bool both = region != nullptr && !meaning.places.empty();
        const bool elsewhere = both && meaning.places.front()->region != region;
        if (!meaning.places.empty() && !(elsewhere && (description.direction != 0 ||
                                                       description.has(CourtDescription::state)))) {
            description.places.push_back(&meaning);
        }
        if (region == nullptr ||
            (elsewhere && description.direction == 0 && !description.has(CourtDescription::state) &&
             description.places.size() <= 1 && !follows_place(item))) {
            return;
        }
        if (region->code == "US") {
            description.flags |= CourtDescription::united_states;
        }
        if (region->code.starts_with("US-")) {
            description.region = description.region == nullptr ? region : description.region;
        } else if (description.country == nullptr || description.country->code == "EU") {
            description.country = region;
        }
    }

    // "Tacoma, Washington"
    bool follows_place(const CourtItem& item) const { return words_[item.first].gap == ','; }

    bool add_word(std::size_t item, CourtDescription& description) {
        const std::string_view name = text(item);
        const bool before_district = one_of(text(item + 1), "district", "division");
        if (const char direction = direction_of(name);
            direction != 0 && name.size() > 2 &&
            (before_district ||
             (item + 1 < items_.size() && is_place(items_[item + 1]) && word(item).capital))) {
            description.direction = description.direction == 0 ? direction : description.direction;
            return true;
        }
        if (const int ordinal = ordinal_of(name); ordinal != 0) {
            description.ordinal = ordinal;
            return true;
        }
        return add_court_word(name, description);
    }

    // The leftmost item that describes the court at `head`.
    std::size_t gather_left(std::size_t head, CourtDescription& description) {
        std::size_t first = head;
        while (first > 0) {
            const std::size_t i = first - 1;
            // "Alexandria, Virginia, federal court"
            const bool city_of =
                is_place(items_[i]) &&
                (is_place(items_[first]) || (gap(i) == ',' && i > 0 && is_place(items_[i - 1])));
            if (gap(first) != ' ' && gap(first) != '-' && !(gap(first) == ',' && city_of)) {
                break;
            }
            if (is_place(items_[i])) {
                add_place(items_[i], description);
            } else if (text(first) == "county" && word(i).capital && items_[i].meaning == nullptr) {
                description.locality = words_.text(items_[i].first);
            } else if (is_court(items_[i]) || !add_word(i, description)) {
                break;
            }
            first = i;
        }
        return first;
    }

    // The rightmost item that describes the court before `i`; `last` if none does.
    std::size_t gather_right(std::size_t i, CourtDescription& description, std::size_t last) {
        if (last < items_.size() && is_judge(text(last))) {
            i = after_judge_name(i);
        }
        for (bool counting = false; i < items_.size(); ++i) {
            if (!may_continue(i, last)) {
                break;
            }
            if (is_court(items_[i])) {
                named_ = items_[i].meaning->court;
                return i;
            }
            if (is_place(items_[i])) {
                if (words_.text(items_[i].last + 1) != "county") {
                    add_place(items_[i], description);
                }
                last = i;
                counting = false;
            } else if (text(i) == "here" && !context_.dateline.empty()) {
                add_dateline(description);
                return i;
            } else if (text(i) == "county") {
                description.flags |= CourtDescription::county;
                last = i;
            } else if (text(i + 1) == "county" && word(i).capital) {
                description.locality = words_.text(items_[i].first);
            } else if (!counting && add_word(i, description)) {
                last = i;
            } else if (!is_connector(text(i))) {
                break;
            }
        }
        return last;
    }

    bool may_continue(std::size_t i, std::size_t) const {
        const char before = gap(i);
        if (before == ' ' || before == '-') {
            return true;
        }
        const bool place = is_place(items_[i]) || is_court(items_[i]);
        const bool county = text(i + 1) == "county" && word(i).capital;
        return (before == ',' || before == '(' || before == '.') && (place || county);
    }

    // Past "Dana Whitlock" if "of" or "in" follows.
    std::size_t after_judge_name(std::size_t i) const {
        std::size_t end = i;
        while (end < items_.size() && end < i + 4 && word(end).capital &&
               items_[end].meaning == nullptr && (gap(end) == ' ' || gap(end) == '.')) {
            ++end;
        }
        return end > i && one_of(text(end), "of", "in", "for") ? end : i;
    }

    void add_dateline(CourtDescription& description) {
        const CourtTable::Meaning* meaning =
            context_.courts->meaning(folded_phrase(context_.dateline));
        if (meaning != nullptr && !meaning->places.empty()) {
            description.places.push_back(meaning);
        }
    }

    // "filed in the US, Brazil and Germany", "sued in Mannheim"
    void read_places() {
        for (std::size_t i = 0; i + 1 < items_.size(); ++i) {
            if (one_of(text(i), "in", "across") && follows_filing(i)) {
                i = read_place_list(i + 1);
            }
        }
    }

    bool follows_filing(std::size_t preposition) const {
        const std::size_t from =
            preposition > farthest_filing_word ? preposition - farthest_filing_word : 0;
        for (std::size_t i = preposition; i > from; --i) {
            if (is_filing_word(text(i - 1))) {
                return true;
            }
            if (gap(i - 1) == ';' ||
                one_of(text(i - 1), "based", "headquartered", "incorporated", "sold", "born")) {
                return false;
            }
        }
        return false;
    }

    std::size_t read_place_list(std::size_t i) {
        while (i < items_.size()) {
            if (one_of(text(i), "the", "and", "both")) {
                ++i;
                continue;
            }
            if (!is_place(items_[i]) || is_taken(i)) {
                break;
            }
            CourtDescription description;
            const std::size_t first = i;
            add_place(items_[i], description);
            if (!items_[i].meaning->places.empty() && i + 1 < items_.size() &&
                is_place(items_[i + 1]) && gap(i + 1) == ',' &&
                items_[i + 1].meaning->region != nullptr && lies_in(i, i + 1)) {
                add_place(items_[++i], description);
            }
            CourtAnswer answer = court_of(description, context_);
            add(items_[first].first, items_[i].last, std::move(answer), false);
            found_.back().place_only = true;
            ++i;
        }
        return i;
    }

    bool lies_in(std::size_t place, std::size_t region) const {
        return std::ranges::any_of(items_[place].meaning->places, [&](const CourtPlace* each) {
            return each->region != nullptr &&
                   each->region->code.starts_with(items_[region].meaning->region->code);
        });
    }

    bool is_taken(std::size_t item) const {
        return std::ranges::any_of(found_, [&](const CourtMention& mention) {
            return mention.begin <= word(item).begin && word(item).begin < mention.end;
        });
    }

    const FoldedWords& words_;
    const CourtContext& context_;
    std::vector<CourtItem> items_;
    std::vector<CourtMention> found_;
    const Court* named_ = nullptr;
};

}  // namespace

std::vector<CourtMention> find_courts(const FoldedWords& words, const CourtContext& context) {
    return Finder(words, context).mentions();
}

std::vector<CourtMention> find_courts(std::string_view sentence, const CourtContext& context) {
    const FoldedWords words(sentence);
    return find_courts(words, context);
}

}  // namespace litigraph::ingest::detail
