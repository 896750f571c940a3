#include "court_items.hpp"
#include "court_spelling.hpp"
#include "courts.hpp"

#include <algorithm>
#include <array>
#include <utility>

// A name in canonical words is an alias of the table, or a description of a US federal court, or
// a state court whose id follows from its kind and locality by the state's rule.

namespace litigraph::ingest::detail {
namespace {

using D = CourtDescription;

class NameReader {
  public:
    NameReader(const FoldedWords& words, std::string_view region, const CourtTable& courts)
        : words_(words),
          courts_(courts),
          items_(court_items(words, courts, true)),
          hint_(courts.region(region)) {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            read(i);
        }
    }

    CourtAnswer answer() {
        using Try = CourtAnswer (NameReader::*)() const;
        static constexpr Try tries[] = {&NameReader::by_special,    &NameReader::by_circuit,
                                        &NameReader::by_history,    &NameReader::by_federal,
                                        &NameReader::by_state,      &NameReader::by_name,
                                        &NameReader::by_description};
        for (const Try attempt : tries) {
            if (CourtAnswer answer = (this->*attempt)(); !answer.id.empty()) {
                return answer;
            }
        }
        return {};
    }

  private:
    std::string_view text(std::size_t item) const {
        return item < items_.size() && items_[item].first == items_[item].last
                   ? words_.text(items_[item].first)
                   : std::string_view{};
    }

    void read(std::size_t i) {
        const CourtItem& item = items_[i];
        const std::string_view word = text(i);
        if (item.meaning != nullptr && item.meaning->court != nullptr) {
            read_court(*item.meaning->court, item);
            return;
        }
        if (read_direction(i)) {
            return;
        }
        if (item.meaning != nullptr) {
            read_place(*item.meaning, item);
        } else if (const int ordinal = ordinal_of(word); ordinal != 0) {
            d_.ordinal = d_.ordinal == 0 ? ordinal : d_.ordinal;
        } else if (word == "d" && is_us_state(i + 1)) {
            d_.flags |= D::districts;
            single_ = true;
        } else {
            add_court_word(word, d_);
        }
    }

    bool is_us_state(std::size_t i) const {
        return i < items_.size() && items_[i].meaning != nullptr &&
               items_[i].meaning->region != nullptr &&
               items_[i].meaning->region->code.starts_with("US-");
    }

    // The longest name in the text; its own words count as well.
    void read_court(const Court& court, const CourtItem& item) {
        if (court.kind == "regulator" || court.kind == "us-bankruptcy") {
            return;
        }
        const bool elsewhere = court.kind.starts_with("us-state") && hint_ != nullptr &&
                               court.jurisdiction != hint_->code;
        const std::size_t length = elsewhere ? 0 : item.last - item.first + 1;
        if (length > named_length_) {
            named_ = &court;
            named_length_ = length;
        }
        for (std::size_t i = item.first; i <= item.last; ++i) {
            add_court_word(words_.text(i), d_);
            if (const int ordinal = ordinal_of(words_.text(i)); ordinal != 0 && d_.ordinal == 0) {
                d_.ordinal = ordinal;
            }
        }
        if (court.kind == "us-district") {
            d_.flags |= D::districts;
        }
        if (const Region* region = courts_.region(court.jurisdiction);
            !elsewhere && region != nullptr && region->code.starts_with("US-") &&
            d_.region == nullptr) {
            d_.region = region;
            region_named_ = true;
        }
    }

    bool read_direction(std::size_t i) {
        const std::string_view word = text(i);
        const std::size_t after = text(i + 1) == "of" ? i + 2 : i + 1;
        const std::string_view next = text(after);
        const char joined =
            word.size() == 2 && word[1] == 'd' ? direction_of(word.substr(0, 1)) : '\0';
        if (joined != 0 && is_us_state(after)) {
            return set_direction(d_.direction, joined);
        }
        const char direction = direction_of(word);
        if (direction == 0) {
            return false;
        }
        if (word.size() > 2 && is_us_state(after)) {
            return set_direction(d_.direction, direction);
        }
        if (next == "d" || next == "district") {
            return set_direction(d_.direction, direction);
        }
        return next == "division" && set_direction(d_.division, direction);
    }

    bool set_direction(char& slot, char direction) {
        slot = slot == 0 ? direction : slot;
        d_.flags |= D::districts;
        return true;
    }

    void read_place(const CourtTable::Meaning& meaning, const CourtItem& item) {
        const Region* region = meaning.region;
        const bool county = text_after(item) == "county";
        if (region != nullptr && !county) {
            if (region->code == "US") {
                d_.flags |= D::united_states;
            } else if (region->code.starts_with("US-")) {
                d_.region = d_.region == nullptr || !region_named_ ? region : d_.region;
                region_named_ = true;
            } else {
                d_.country = region;
            }
        }
        if (!meaning.places.empty()) {
            d_.places.push_back(&meaning);
        }
    }

    std::string_view text_after(const CourtItem& item) const { return words_.text(item.last + 1); }

    const Region* region() const { return d_.region != nullptr ? d_.region : hint_; }

    CourtAnswer of(std::string id) const {
        CourtAnswer answer;
        answer.id = std::move(id);
        if (const Court* court = courts_.find(answer.id)) {
            answer.jurisdiction = court->jurisdiction;
        } else if (region() != nullptr) {
            answer.jurisdiction = region()->code;
        }
        return answer;
    }

    // Bodies of the United States and of the world, whatever else the text says.
    CourtAnswer by_special() const {
        if (named_ != nullptr && (named_->kind == "us-agency" || named_->kind == "us-special" ||
                                  named_->kind == "us-historic")) {
            return of(std::string(named_->id));
        }
        if (d_.has(D::united_states) && d_.has(D::supreme) && d_.region == nullptr) {
            return of("scotus");
        }
        if (d_.has(D::united_states) && d_.has(D::appeals) && region() != nullptr &&
            region()->code == "US-DC" && d_.ordinal == 0) {
            return of("cadc");
        }
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (const Court* court = district_by_acronym(words_.text(i), courts_)) {
                return of(std::string(court->id));
            }
        }
        return {};
    }

    CourtAnswer by_circuit() const {
        const bool stateless = d_.region == nullptr || d_.has(D::united_states);
        const bool body = d_.has(D::circuit | D::council | D::panel) ||
                          (d_.has(D::united_states) && d_.has(D::appeals));
        if (d_.ordinal == 0 || d_.ordinal > 11 || !stateless || !body ||
            d_.has(D::common_trial | D::county)) {
            return {};
        }
        const char* prefix = d_.has(D::council) ? "judcoun" : d_.has(D::bankruptcy) ? "bap" : "ca";
        return of(prefix + std::to_string(d_.ordinal));
    }

    // Circuit courts until 1911, and the one district of a state that later had several.
    CourtAnswer by_history() const {
        if (d_.has(D::united_states | D::districts) && d_.has(D::circuit) && !d_.has(D::appeals)) {
            if (region() == nullptr || (d_.region == nullptr && !d_.has(D::districts))) {
                return of("uscirct");
            }
            return region()->code == "US-FL" ? of("circtndfl") : of("circtd" + postal());
        }
        if (single_ && d_.direction == 0 && d_.region != nullptr &&
            d_.region->districts.size() > 1) {
            const std::string_view id =
                courts_.irregular(std::string(d_.region->code) + " single district");
            return of(std::string(id));
        }
        return {};
    }

    std::string postal() const {
        std::string code(region()->code.substr(3));
        std::ranges::transform(code, code.begin(),
                               [](char c) { return static_cast<char>(c | 0x20); });
        return code;
    }

    CourtAnswer by_federal() const {
        const bool federal = d_.has(D::federal | D::districts | D::bankruptcy) ||
                             (d_.has(D::united_states) && d_.has(D::district)) || d_.direction != 0;
        if (!federal || d_.has(D::appeals | D::supreme | D::county | D::common_trial)) {
            return {};
        }
        D description = d_;
        description.flags |= D::federal;
        description.region =
            region() != nullptr && !region()->districts.empty() ? region() : nullptr;
        if (named_ != nullptr && named_->kind == "us-district" && !d_.has(D::bankruptcy)) {
            return of(std::string(named_->id));
        }
        return court_of(description, {});
    }

    // The state's rule with the most words of the name.
    CourtAnswer by_state() const {
        const StateCourtRule* best = nullptr;
        std::size_t best_words = 0;
        for (const StateCourtRule& rule : courts_.state_rules()) {
            if (region() == nullptr || rule.region != region()->code) {
                continue;
            }
            const std::size_t matched = words_matched(rule.words) * 4 + rank(rule.words);
            if (matched / 4 != 0 && matched > best_words) {
                best = &rule;
                best_words = matched;
            }
        }
        const bool in_us = d_.has(D::united_states) && d_.region == nullptr;
        return best == nullptr || in_us ? CourtAnswer{} : of(id_by(*best));
    }

    // Where a court sits says less of its kind than any other word.
    static std::size_t rank(std::string_view words) {
        return words == "county" ? 0 : words == "city" ? 1 : words == "district" ? 2 : 3;
    }

    // The number of words if the name has them all, else 0.
    std::size_t words_matched(std::string_view words) const {
        std::size_t matched = 0;
        for (std::string_view rest = words; !rest.empty(); ++matched) {
            const std::size_t at = rest.find(' ');
            if (!has_word(rest.substr(0, at))) {
                return 0;
            }
            rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
        }
        return matched;
    }

    bool has_word(std::string_view wanted) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::string_view word = words_.text(i);
            if (word == wanted || (word.size() == wanted.size() + 1 && word.starts_with(wanted) &&
                                   word.back() == 's')) {
                return true;
            }
        }
        return false;
    }

    std::string id_by(const StateCourtRule& rule) const {
        const std::string place = locality(rule.words);
        const std::string key = std::string(rule.region) + ' ' + std::string(rule.words) + ' ';
        if (const std::string_view id = courts_.irregular(key + place);
            !place.empty() && !id.empty()) {
            return std::string(id);
        }
        if (rule.letters == 0 && d_.ordinal != 0) {
            return std::string(rule.prefix) + std::to_string(d_.ordinal);
        }
        if (rule.prefix.empty() || rule.letters == 0 || place.empty()) {
            return std::string(rule.statewide);
        }
        constexpr std::size_t id_size = 15;
        const std::string id = with_locality(rule, place);
        return rule.letters > id_size ? listed_or(id, rule.statewide) : id.substr(0, id_size);
    }

    // A '*' in the prefix is the place of the locality: "ny*ctyct".
    static std::string with_locality(const StateCourtRule& rule, const std::string& place) {
        const std::string letters = place.substr(0, rule.letters);
        const std::size_t star = rule.prefix.find('*');
        std::string id(rule.prefix.substr(0, star));
        id += letters;
        id += star == std::string_view::npos ? std::string_view{} : rule.prefix.substr(star + 1);
        return id;
    }

    std::string listed_or(const std::string& id, std::string_view otherwise) const {
        return courts_.find(id) != nullptr ? id : std::string(otherwise);
    }

    // The town, village or city; else what is left when the state, the county and the words for
    // courts are taken away; else the county.
    std::string locality(std::string_view kind) const {
        std::string county;
        std::string rest;
        for (std::size_t i = 0; i < items_.size(); ++i) {
            if (is_municipality(i) && text(i + 1) == "of" && !is_own_region(i + 2)) {
                return name_from(i + 2, kind);
            }
            const std::size_t end = county_end(i, kind);
            if (end > i) {
                county = county.empty() ? letters(i, end, kind) : county;
                i = end;
            } else if (!is_own_region(i) && !is_name(i)) {
                rest += letters(i, i + 1, kind);
            }
        }
        return rest.empty() ? county : rest;
    }

    bool is_municipality(std::size_t i) const {
        return text(i) == "town" || text(i) == "village" || text(i) == "city";
    }
    bool is_name(std::size_t i) const {
        return items_[i].meaning != nullptr && items_[i].meaning->court != nullptr;
    }
    bool is_own_region(std::size_t i) const {
        const CourtTable::Meaning* meaning = i < items_.size() ? items_[i].meaning : nullptr;
        return meaning != nullptr && meaning->region != nullptr &&
               (meaning->region == region() || meaning->region->code == "US");
    }

    // The letters of the words from item `i` to the next generic word or break.
    std::string name_from(std::size_t i, std::string_view kind) const {
        std::size_t end = i;
        while (end < items_.size() && !is_generic_item(end, kind) &&
               (end == i || (words_[items_[end].first].gap == ' ' && !is_own_region(end)))) {
            ++end;
        }
        return letters(i, end, kind);
    }

    // One past the name if a county's name begins at `i` ("Van Wert County", after "county of").
    std::size_t county_end(std::size_t i, std::string_view kind) const {
        const bool of = i > 1 && text(i - 1) == "of" && text(i - 2) == "county";
        std::size_t end = i;
        while (end < items_.size() && !is_generic_item(end, kind) && !is_name(end) &&
               (end == i || (words_[items_[end].first].gap == ' ' && !is_own_region(end)))) {
            if (is_own_region(end) && text(end + 1) != "county" && !of) {
                return i;
            }
            ++end;
        }
        return of || text(end) == "county" ? end : i;
    }

    bool is_generic_item(std::size_t i, std::string_view kind) const {
        return letters(i, i + 1, kind).empty();
    }

    std::string letters(std::size_t first, std::size_t end, std::string_view kind) const {
        std::string name;
        for (std::size_t i = first; i < end && i < items_.size(); ++i) {
            for (std::size_t w = items_[i].first; w <= items_[i].last; ++w) {
                name += is_generic(words_.text(w), kind) ? std::string_view{} : words_.text(w);
            }
        }
        return name;
    }

    static bool is_generic(std::string_view word, std::string_view kind) {
        constexpr std::array<std::string_view, 44> generic = {
            "and",        "at",         "before",   "board",    "building",     "city",
            "commission", "common",     "county",   "count",    "courts",       "court",
            "criminal",   "department", "district", "division", "equity",       "for",
            "general",    "house",      "in",       "judicial", "jurisdiction", "justices",
            "justice",    "law",        "of",       "on",       "our",          "part",
            "police",     "s",          "special",  "state",    "term",         "the",
            "to",         "town",       "township", "trial",    "village",      "borough",
            "judges",     "area"};
        std::string_view bare = word;
        if (bare.size() > 1 && bare.back() == 's') {
            bare.remove_suffix(1);
        }
        return std::ranges::find(generic, word) != generic.end() || ordinal_of(word) != 0 ||
               has_among(kind, word) || has_among(kind, bare);
    }

    static bool has_among(std::string_view list, std::string_view word) {
        for (std::string_view rest = list; !rest.empty();) {
            const std::size_t at = rest.find(' ');
            if (rest.substr(0, at) == word) {
                return true;
            }
            rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
        }
        return false;
    }

    CourtAnswer by_name() const {
        return named_ == nullptr ? CourtAnswer{} : of(std::string(named_->id));
    }

    CourtAnswer by_description() const {
        D description = d_;
        description.region =
            region() != nullptr && region()->code.starts_with("US-") ? region() : nullptr;
        return court_of(description, {});
    }

    const FoldedWords& words_;
    const CourtTable& courts_;
    std::vector<CourtItem> items_;
    const Region* hint_;
    D d_;
    const Court* named_ = nullptr;
    std::size_t named_length_ = 0;
    bool region_named_ = false;
    bool single_ = false;  ///< "D Iowa": the district of a state that had one.
};

}  // namespace

CourtAnswer resolve_court(std::string_view name, std::string_view region,
                          const CourtTable& courts) {
    const std::string canonical_text = canonical_name(name);
    const CourtTable::Meaning* exact = courts.meaning(folded_phrase(canonical_text));
    if (exact != nullptr && exact->court != nullptr && exact->court->kind != "regulator" &&
        (region.empty() || exact->court->jurisdiction == region ||
         !exact->court->kind.starts_with("us-state"))) {
        CourtAnswer answer;
        answer.id = exact->court->id;
        answer.jurisdiction = exact->court->jurisdiction;
        return answer;
    }
    const FoldedWords words(canonical_text);
    return NameReader(words, region, courts).answer();
}

}  // namespace litigraph::ingest::detail
