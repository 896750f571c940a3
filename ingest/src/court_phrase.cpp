#include "court_phrase.hpp"

#include "fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

// From the most telling words to the least: an ordinal or a direction names a court by itself,
// a system and a place together name one, a place alone gives candidates, a region only itself.

namespace litigraph::ingest::detail {
namespace {

using D = CourtDescription;
using WordFlag = std::pair<std::string_view, std::uint32_t>;

constexpr std::array word_flags = {
    WordFlag{"appeal", D::appeals},
    WordFlag{"appeals", D::appeals},
    WordFlag{"appellate", D::appeals},
    WordFlag{"bankr", D::bankruptcy},
    WordFlag{"bankruptcy", D::bankruptcy},
    WordFlag{"central", D::central},
    WordFlag{"chancery", D::chancery},
    WordFlag{"chief", 0},
    WordFlag{"circuit", D::circuit},
    WordFlag{"civil", 0},
    WordFlag{"common", D::common_trial},
    WordFlag{"commercial", 0},
    WordFlag{"council", D::council},
    WordFlag{"county", D::county},
    WordFlag{"court", D::court},
    WordFlag{"courthouse", D::court},
    WordFlag{"courts", D::court},
    WordFlag{"district", D::district},
    WordFlag{"enterprise", 0},
    WordFlag{"federal", D::federal},
    WordFlag{"first", 0},
    WordFlag{"general", 0},
    WordFlag{"high", D::high},
    WordFlag{"higher", D::appeals},
    WordFlag{"instance", 0},
    WordFlag{"intellectual", D::patent},
    WordFlag{"intermediate", 0},
    WordFlag{"ip", D::patent},
    WordFlag{"judge", D::court},
    WordFlag{"judges", D::court},
    WordFlag{"judicial", 0},
    WordFlag{"jury", D::court},
    WordFlag{"justice", 0},
    WordFlag{"local", 0},
    WordFlag{"magistrate", 0},
    WordFlag{"municipal", D::common_trial},
    WordFlag{"panel", D::panel},
    WordFlag{"patent", D::patent},
    WordFlag{"patents", D::patent},
    WordFlag{"people", D::people},
    WordFlag{"peoples", D::people},
    WordFlag{"pleas", D::common_trial},
    WordFlag{"probate", D::common_trial},
    WordFlag{"property", 0},
    WordFlag{"regional", 0},
    WordFlag{"senior", 0},
    WordFlag{"state", D::state},
    WordFlag{"superior", D::superior},
    WordFlag{"supreme", D::supreme},
    WordFlag{"trial", 0},
    WordFlag{"tribunal", D::court},
    WordFlag{"upc", D::upc | D::court},
};

struct DirectionName {
    char direction;
    std::string_view name;
};
constexpr DirectionName direction_names[] = {{'n', "Northern"}, {'s', "Southern"},
                                             {'e', "Eastern"},  {'w', "Western"},
                                             {'m', "Middle"},   {'c', "Central"}};

bool is_us(std::string_view code) noexcept { return code == "US" || code.starts_with("US-"); }

void add_candidates(CourtAnswer& answer, std::string_view ids) {
    while (!ids.empty()) {
        answer.candidates.emplace_back(take_field(ids, ','));
    }
}

// One id is an answer; several are an answer only if their order says which is likeliest.
bool choose(CourtAnswer& answer, std::string_view ids) {
    if (ids.empty()) {
        return false;
    }
    answer.id = ids.substr(0, ids.find(','));
    if (answer.id != ids) {
        add_candidates(answer, ids);
    }
    return true;
}

// The first homonym that lies in the region named, if one is.
const CourtPlace* place_in(const CourtTable::Meaning& meaning, const D& d) noexcept {
    for (const CourtPlace* place : meaning.places) {
        const bool fits =
            place->region != nullptr && (d.region == nullptr || place->region == d.region) &&
            (d.country == nullptr || place->region->code.substr(0, 2) == d.country->code ||
             d.country->code == "EU");
        if (fits) {
            return place;
        }
    }
    return nullptr;
}

std::string bankruptcy_of(const Court& district) {
    std::string id(district.id);
    id.back() = 'b';
    return id;
}

class Decision {
  public:
    Decision(const D& d, const CourtContext& context) : d_(d), context_(context) {
        for (const CourtTable::Meaning* meaning : d.places) {
            if (const CourtPlace* place = place_in(*meaning, d);
                place != nullptr && place_ == nullptr) {
                place_ = place;
            }
        }
        region_ = d.region != nullptr    ? d.region
                  : place_ != nullptr    ? place_->region
                  : d.country != nullptr ? d.country
                                         : nullptr;
    }

    CourtAnswer answer() {
        const bool found = upc() || circuit() || us_court() || foreign_court();
        if (!found || is_other_than_peoples()) {
            answer_.id.clear();
        }
        if (region_ != nullptr) {
            answer_.jurisdiction = region_->code;
        }
        return std::move(answer_);
    }

  private:
    // "Beijing People's Court": not the city's Internet Court.
    bool is_other_than_peoples() const {
        const Court* court = context_.courts->find(answer_.id);
        return d_.has(D::people) && court != nullptr &&
               court->name.find("People") == std::string_view::npos;
    }

    bool upc() {
        if (!d_.has(D::upc)) {
            return false;
        }
        const std::string_view cue = d_.has(D::appeals)   ? "upc-appeal"
                                     : d_.has(D::central) ? "upc-central"
                                                          : "upc";
        answer_.id = cue == "upc-appeal" ? "upc-coa" : "upc";
        if (place_ != nullptr && !place_->under(cue).empty()) {
            choose(answer_, place_->under(cue));
        }
        return true;
    }

    bool circuit() {
        if (d_.ordinal == 0 || d_.region != nullptr ||
            !(d_.has(D::circuit) || d_.has(D::appeals) || d_.has(D::panel)) || d_.ordinal > 11) {
            return false;
        }
        const char* prefix = d_.has(D::bankruptcy) ? "bap" : d_.has(D::council) ? "judcoun" : "ca";
        answer_.id = prefix + std::to_string(d_.ordinal);
        return true;
    }

    bool us_court() {
        const bool elsewhere = region_ != nullptr && !is_us(region_->code);
        if (elsewhere || region_ == nullptr) {
            return false;
        }
        if (d_.has(D::bankruptcy)) {
            return district(true);
        }
        if (federal_appeal() || (is_federal() && district(false))) {
            return true;
        }
        return state_court();
    }

    bool is_federal() const {
        return d_.has(D::federal | D::districts) || d_.direction != 0 ||
               (d_.has(D::united_states) && d_.has(D::district)) ||
               (d_.has(D::district) && !d_.has(D::state | D::county | D::common_trial) &&
                (place_ != nullptr || d_.region != nullptr)) ||
               (d_.has(D::united_states) && d_.region != nullptr && !d_.has(D::supreme));
    }

    bool federal_appeal() {
        if (!d_.has(D::appeals) || !d_.has(D::federal | D::united_states)) {
            return false;
        }
        return place_ != nullptr && choose(answer_, place_->under("federal-appeal"));
    }

    bool district(bool bankruptcy) {
        const Region* state = d_.region != nullptr ? d_.region
                              : place_ != nullptr  ? place_->region
                                                   : nullptr;
        if (state == nullptr || state->districts.empty()) {
            return false;
        }
        const Court* court = nullptr;
        if (state->districts.size() == 1) {
            court = state->districts.front();
        } else if (d_.direction != 0) {
            court = district_court(*state, d_.direction);
        }
        if (court == nullptr && place_ != nullptr && place_->region == state) {
            const std::string_view ids = place_->under("federal");
            court = context_.courts->find(ids.substr(0, ids.find(',')));
        }
        if (court == nullptr && d_.division != 0) {
            court = district_court(*state, d_.division);
        }
        if (court != nullptr) {
            answer_.id = bankruptcy ? bankruptcy_of(*court) : std::string(court->id);
            return true;
        }
        for (const Court* each : state->districts) {
            answer_.candidates.emplace_back(bankruptcy ? bankruptcy_of(*each)
                                                       : std::string(each->id));
        }
        return true;
    }

    bool state_court() {
        if (d_.has(D::supreme | D::state | D::superior | D::county | D::circuit | D::chancery |
                   D::common_trial)) {
            return place_ != nullptr && (!d_.has(D::supreme) || tries_in_supreme_court()) &&
                   choose(answer_, place_->under("state"));
        }
        if (place_ == nullptr) {
            return false;
        }
        // "a Boston court", "in San Jose": the subject decides, and what is inferred says so.
        if (context_.federal_subject) {
            answer_.city_default = true;
            return choose(answer_, place_->under("federal"));
        }
        add_candidates(answer_, place_->under("federal"));
        add_candidates(answer_, place_->under("state"));
        return false;
    }

    // In New York the Supreme Court is where suits begin.
    bool tries_in_supreme_court() const {
        const Court* court = context_.courts->find(place_->under("state"));
        return court != nullptr && court->name.find("Supreme Court") != std::string_view::npos;
    }

    bool foreign_court() {
        if (place_ == nullptr || is_us(place_->region->code)) {
            return national_court();
        }
        if (d_.has(D::appeals) && choose(answer_, place_->under("appeal"))) {
            return true;
        }
        if (d_.has(D::supreme) && choose(answer_, place_->under("top"))) {
            return true;
        }
        if (d_.has(D::patent) && choose(answer_, place_->under("ip"))) {
            return true;
        }
        answer_.city_default = !d_.has(~std::uint32_t{D::court});
        if (!choose(answer_, place_->under("trial"))) {
            return choose(answer_, place_->under("ip"));
        }
        const std::string_view upc = place_->under("upc");
        if (!upc.empty() && !d_.has(D::district | D::high)) {
            answer_.candidates.insert(answer_.candidates.begin(),
                                      answer_.candidates.empty() ? 1 : 0, answer_.id);
            add_candidates(answer_, upc);
        }
        return true;
    }

    // "England & Wales High Court": the country and the rank.
    bool national_court() {
        const std::string_view code = region_ != nullptr ? region_->code : context_.country;
        const bool is_federal = d_.flags == (D::federal | D::court);
        const std::string_view id = code == "GB" && d_.has(D::high) ? "gb-ewhc"
                                    : code == "AU" && is_federal    ? "au-fca"
                                    : code == "CA" && is_federal    ? "ca-fc"
                                                                    : std::string_view{};
        answer_.id = id;
        return !id.empty();
    }

    const D& d_;
    const CourtContext& context_;
    const CourtPlace* place_ = nullptr;
    const Region* region_ = nullptr;
    CourtAnswer answer_;
};

}  // namespace

bool add_court_word(std::string_view word, CourtDescription& description) noexcept {
    const auto found = std::ranges::find(word_flags, word, &WordFlag::first);
    if (found == word_flags.end()) {
        return false;
    }
    description.flags |= found->second;
    return true;
}

char direction_of(std::string_view word) noexcept {
    for (const auto& [direction, name] : direction_names) {
        const std::string_view rest = name.substr(1);
        const std::string_view stem =
            rest.ends_with("ern") ? rest.substr(0, rest.size() - 3) : rest;
        if (!word.empty() && word[0] == direction &&
            (word.size() == 1 || word.substr(1) == rest || word.substr(1) == stem)) {
            return direction;
        }
    }
    return word == "no" ? 'n' : word == "so" ? 's' : '\0';
}

int ordinal_of(std::string_view word) noexcept {
    constexpr std::array<std::string_view, 19> names = {
        "",           "first",     "second",    "third",       "fourth",    "fifth",   "sixth",
        "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",  "twelfth", "thirteenth",
        "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"};
    const auto found = std::ranges::find(names, word);
    if (!word.empty() && found != names.end()) {
        return static_cast<int>(found - names.begin());
    }
    std::size_t digits = 0;
    int value = 0;
    while (digits < word.size() && digits < 2 && word[digits] >= '0' && word[digits] <= '9') {
        value = 10 * value + (word[digits] - '0');
        ++digits;
    }
    const std::string_view suffix = word.substr(digits);
    const bool ordinal = suffix == "th" || suffix == "st" || suffix == "nd" || suffix == "rd";
    return digits != 0 && ordinal ? value : 0;
}

const Court* district_court(const Region& state, char direction) noexcept {
    for (const auto& [letter, name] : direction_names) {
        for (const Court* court : state.districts) {
            if (letter == direction && court->name.find(name) != std::string_view::npos) {
                return court;
            }
        }
    }
    return nullptr;
}

const Court* district_by_acronym(std::string_view word, const CourtTable& courts) {
    const bool is_whole_state = word.size() == 3 && word[0] == 'd';
    const bool is_part = word.size() == 4 && word[1] == 'd' && direction_of(word.substr(0, 1)) != 0;
    if (!is_whole_state && !is_part) {
        return nullptr;
    }
    std::string code = "US-";
    for (const char c : word.substr(word.size() - 2)) {
        code += static_cast<char>(c - 'a' + 'A');
    }
    const Region* state = courts.region(code);
    if (state == nullptr || (is_whole_state && state->districts.size() != 1)) {
        return nullptr;
    }
    return is_whole_state ? state->districts.front() : district_court(*state, word[0]);
}

CourtAnswer court_of(const CourtDescription& description, const CourtContext& context) {
    return Decision(description, context).answer();
}

}  // namespace litigraph::ingest::detail
