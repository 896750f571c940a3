#include "courts.hpp"

#include "court_words.hpp"
#include "fields.hpp"
#include "filing_places.hpp"

#include <algorithm>

// Around every word for a court or judge the words that describe it are gathered, to the left
// ("a Manhattan federal judge") and to the right ("court in Marshall, Texas"). Names of the table
// ("the ITC") stand for themselves. Last, places after words of filing are taken ("filed in Waco").

namespace litigraph::ingest::detail {
namespace {

using D = CourtDescription;

bool is_judge(std::string_view word) { return one_of(word, "judge", "judges", "jury"); }

bool is_head(std::string_view word) {
    return is_judge(word) || one_of(word, "court", "courts", "courthouse", "tribunal", "upc");
}

bool is_plural(std::string_view head) { return one_of(head, "courts", "judges"); }

// What may stand between a court and the place that names it.
bool is_connector(std::string_view word) {
    return one_of(word, "in", "for", "of", "at", "the", "located", "sitting", "based", "s",
                  "downtown", "division", "seat", "section", "states");
}

constexpr std::size_t longest_county = 3;  // items of a county's name

class Finder {
  public:
    Finder(const FoldedWords& words, const CourtContext& context)
        : context_(context), words_(words, *context.courts) {}

    std::vector<CourtMention> mentions() {
        for (std::size_t i = 0; i < words_.size();) {
            const std::size_t next = read(i);
            i = std::max(next, i + 1);
        }
        add_filing_places(words_, context_, found_);
        std::ranges::sort(found_, {}, &CourtMention::begin);
        return std::move(found_);
    }

  private:
    std::string_view text(std::size_t i) const { return words_.text(i); }

    // One past the last item of the mention at `i`; `i` if there is none.
    std::size_t read(std::size_t i) {
        if (words_.folded().text(words_[i].first) == "ewhc") {
            return read_citation(i);
        }
        if (words_.is_court(i) && !is_part_of_name(i)) {
            return is_of_county(i) ? read_county_court(i) : read_named(i);
        }
        if (const std::size_t next = read_abbreviated(i); next != i) {
            return next;
        }
        return is_head_at(i) ? read_described(i) : i;
    }

    // "East London Tribunal": another court than London's.
    bool is_part_of_name(std::size_t i) const {
        return i > 0 && words_.gap(i) == ' ' && words_.word(i - 1).capital &&
               text(i - 1).size() > 2 && direction_of(text(i - 1)) != 0 && words_.word(i).capital &&
               !words_.word(i).all_capitals;
    }

    bool is_head_at(std::size_t i) const {
        if (is_head(text(i))) {
            return true;
        }
        const bool bare = i > 0 && !is_head(text(i + 1));
        return bare && ((text(i) == "circuit" && ordinal_of(text(i - 1)) != 0) ||
                        (text(i) == "district" && words_.word(i - 1).capital &&
                         text(i - 1).size() > 2 && direction_of(text(i - 1)) != 0));
    }

    bool is_of_county(std::size_t i) const {
        return i > 1 && text(i - 1) == "county" && words_.word(i - 1).capital &&
               words_.word(i - 2).capital && words_.gap(i) == ' ';
    }

    // "Bell County Chancery Court": not the Chancery Court of the table.
    std::size_t read_county_court(std::size_t i) {
        const std::size_t first = county_begin(i - 1);
        const CourtAnswer named = resolve(first, i);
        const bool is_another = named.id == words_[i].meaning->court->id;
        add(first, i, is_another ? CourtAnswer{} : named);
        found_.back().proper_name = true;
        return i + 1;
    }

    void add(std::size_t first, std::size_t last, CourtAnswer answer) {
        CourtMention mention;
        mention.begin = words_.word(first).begin;
        mention.end = words_.folded()[words_[last].last].end;
        mention.answer = std::move(answer);
        found_.push_back(std::move(mention));
    }

    static CourtAnswer answer_of(const Court& court) {
        CourtAnswer answer;
        answer.id = court.id;
        answer.jurisdiction = court.jurisdiction == "XU" ? "EU" : court.jurisdiction;
        return answer;
    }

    // "EDTX", "SDNY", "N.D. Cal.": direction, district, state.
    std::size_t read_abbreviated(std::size_t i) {
        const FoldedWord& word = words_.word(i);
        const std::string_view letters = words_.folded().text(words_[i].first);
        const bool may_be = letters.size() == 4 || word.end - word.begin > letters.size();
        if (const Court* court = word.all_capitals && may_be
                                     ? district_by_acronym(letters, *context_.courts)
                                     : nullptr) {  // "DNA" is no court, "D.N.J." is
            add(i, i, answer_of(*court));
            return i + 1;
        }
        const bool district = word.capital && letters.size() <= 2 && letters.ends_with('d') &&
                              (letters.size() == 1 || direction_of(letters.substr(0, 1)) != 0);
        if (!district || !words_.is_place(i + 1) || words_.gap(i + 1) == ',') {
            return i;
        }
        const Region* state = words_[i + 1].meaning->region;
        const Court* court = state == nullptr ? nullptr
                             : letters.size() == 2
                                 ? district_court(*state, direction_of(letters.substr(0, 1)))
                             : state->districts.size() == 1 ? state->districts.front()
                                                            : nullptr;
        if (court == nullptr) {
            return i;
        }
        add(i, i + 1, answer_of(*court));
        return i + 2;
    }

    // "[2019] EWHC 2925 (Ch)": the High Court of England, the division in brackets.
    std::size_t read_citation(std::size_t i) {
        const Court* court = context_.courts->find("gb-ewhc");
        const std::size_t division = i + 2;
        std::size_t last = i;
        if (division < words_.size() && words_.gap(division) == '(') {
            const std::string id =
                "gb-" + std::string(words_.folded().text(words_[division].first));
            if (const Court* named = context_.courts->find(id); named != nullptr) {
                court = named;
                last = division;
            }
        }
        if (court == nullptr) {
            return i;
        }
        add(i, last, answer_of(*court));
        return last + 1;
    }

    // A name of the table; what follows may say which court of that name ("in Manhattan").
    std::size_t read_named(std::size_t i) {
        const Court& court = *words_[i].meaning->court;
        CourtAnswer answer = answer_of(court);
        std::size_t last = i;
        if (court.city.empty() || court.kind == "upc") {
            D description;
            named_ = nullptr;
            last = gather_right(i + 1, description, i);
            refine(court, description, answer);
            CourtAnswer refined = court.kind == "upc" ? CourtAnswer{} : resolve(i, last);
            if (refined.id.empty() && court.kind != "upc") {
                refined = resolve(i, i);
            }
            if (!refined.id.empty()) {
                answer = std::move(refined);
            }
        } else if (words_.is_court(i + 1) && words_.gap(i + 1) == '(') {
            answer.id = words_[i + 1].meaning->court->id;  // "UK High Court (Chancery Division)"
            last = i + 1;
        }
        add(i, last, std::move(answer));
        return last + 1;
    }

    CourtAnswer resolve(std::size_t first, std::size_t last) const {
        return resolve_court(words_.span(first, last), {}, *context_.courts);
    }

    void refine(const Court& court, D& description, CourtAnswer& answer) {
        if (court.kind == "upc" && named_ != nullptr) {
            answer.id = named_->id;
        } else if (court.kind == "upc" && !description.places.empty()) {
            description.flags |= D::upc;
            CourtAnswer division = court_of(description, context_);
            answer.id = division.id.empty() ? answer.id : division.id;
        }
    }

    std::size_t read_described(std::size_t head) {
        D description;
        add_court_word(text(head), description);
        const std::size_t first = gather_left(head, description);
        named_ = nullptr;
        const D kind = description;
        const std::size_t last = gather_right(head + 1, description, head);
        if (named_ != nullptr) {
            add(first, last, answer_of(*named_));
            return last + 1;
        }
        const bool has_place = description.country != nullptr || description.region != nullptr ||
                               !description.places.empty();
        const bool is_elsewhere = description.has(D::high) && !has_place && first > 0 &&
                                  words_.word(head).capital && !is_judge(text(head)) &&
                                  continues_name(first);
        if (!names_court(description) || is_elsewhere) {
            return read_proper_name(description, first, head);  // "Sindh High Court"
        }
        CourtAnswer answer = answer_of(description, first, last);
        const bool unknown = answer.id.empty() && is_proper(description, first, head);
        add(first, last, std::move(answer));
        found_.back().proper_name = unknown || is_by_rule(found_.back().answer);
        return is_plural(text(head)) ? read_more_places(kind, last + 1) : last + 1;
    }

    // "the Federal Court", of which Australia and Canada have one.
    bool is_only_federal(const D& description) const {
        const bool has_one = context_.country == "AU" || context_.country == "CA";
        return has_one && description.flags == (D::federal | D::court);
    }

    bool names_court(const D& description) const {
        const bool placed = description.region != nullptr || description.country != nullptr ||
                            !description.places.empty() || description.direction != 0 ||
                            !description.locality.empty();
        const bool ranked = description.ordinal != 0 && description.has(D::appeals | D::circuit);
        const bool high = description.has(D::high) && !context_.country.empty();
        return placed || ranked || high || is_only_federal(description) || description.has(D::upc);
    }

    // "courts in Mannheim, Munich and The Hague": the places after the first are courts too.
    std::size_t read_more_places(const D& kind, std::size_t i) {
        while (i < words_.size()) {
            const std::size_t place = text(i) == "and" ? i + 1 : i;
            const bool listed = words_.is_place(place) &&
                                (place > i || (words_.gap(i) == ',' && !words_.is_court(i)));
            if (!listed || is_head(text(place + 1))) {
                break;
            }
            D description = kind;
            words_.add_place(place, description);
            const bool in_region = text(place + 1) == "in" && words_.is_place(place + 2);
            const std::size_t last = in_region ? place + 2 : place;
            add(place, last, court_of(description, context_));
            i = last + 1;
        }
        return i;
    }

    // "Haifa District Court": a court that the table lacks, by its own name.
    std::size_t read_proper_name(const D& description, std::size_t first, std::size_t head) {
        const bool is_trial = description.has(D::district | D::county | D::superior |
                                              D::common_trial | D::chancery | D::high);
        if (!is_trial || !words_.word(head).capital || is_judge(text(head)) || first == 0 ||
            !continues_name(first)) {
            return head;
        }
        std::size_t begin = first;
        while (begin > 0 && continues_name(begin)) {
            --begin;
        }
        add(begin, head, {});
        found_.back().proper_name = true;
        return head + 1;
    }

    // Whether the name before a court's describing words reaches back over the item before `i`.
    bool continues_name(std::size_t i) const {
        const std::string_view before = text(i - 1);
        return words_.gap(i) == ' ' && words_.word(i - 1).capital && before.size() > 2 &&
               !one_of(before, "the", "and", "but", "this", "that", "his", "her", "its", "former",
                       "local", "when", "after", "before", "while", "our", "their", "deputy",
                       "acting", "state");
    }

    bool is_proper(const D& description, std::size_t first, std::size_t head) const {
        const bool in_city = !description.places.empty() || !description.locality.empty();
        return in_city && description.has(~std::uint32_t{D::court | D::federal | D::state}) &&
               words_.word(head).capital && words_.word(first).capital && !is_judge(text(head));
    }

    // Ids of state courts follow rules; few of these courts stand in the table.
    bool is_by_rule(const CourtAnswer& answer) const {
        return !answer.id.empty() && context_.courts->find(answer.id) == nullptr;
    }

    CourtAnswer answer_of(const D& description, std::size_t first, std::size_t last) const {
        const bool state_kind =
            description.has(D::superior | D::county | D::chancery | D::supreme | D::common_trial) ||
            (description.has(D::state) && description.has(D::district)) ||
            (description.has(D::circuit) && description.ordinal == 0);
        if (!state_kind || description.has(D::federal | D::bankruptcy)) {
            CourtAnswer described = court_of(description, context_);
            // "High Court in Ireland"
            return described.id.empty() && description.has(D::high) ? national(description)
                                                                    : described;
        }
        CourtAnswer named = resolve(first, last);
        if (!named.id.empty() && !is_by_rule(named)) {
            return named;
        }
        CourtAnswer described = court_of(description, context_);
        const bool of_county = !named.id.empty() && !description.locality.empty();
        return described.id.empty() && of_county ? named : described;
    }

    CourtAnswer national(const D& description) const {
        CourtAnswer described = court_of(description, context_);
        const Region* country = description.country != nullptr ? description.country
                                : description.region != nullptr
                                    ? description.region
                                    : context_.courts->region(context_.country);
        if (country != nullptr) {
            const CourtAnswer named =
                resolve_court("High Court of " + std::string(country->name), {}, *context_.courts);
            described.id = named.id;
        }
        return described;
    }

    bool add_word(std::size_t i, D& description) {
        const std::string_view name = text(i);
        const bool before_district = one_of(text(i + 1), "district", "division");
        if (const char direction = direction_of(name);
            direction != 0 && name.size() > 2 &&
            (before_district || (words_.is_place(i + 1) && words_.word(i + 1).capital))) {
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
    std::size_t gather_left(std::size_t head, D& description) {
        std::size_t first = head;
        while (first > 0) {
            const std::size_t i = first - 1;
            // "Alexandria, Virginia, federal court"
            const bool city_of =
                words_.is_place(i) && (words_.is_place(first) ||
                                       (words_.gap(i) == ',' && i > 0 && words_.is_place(i - 1)));
            const char gap = words_.gap(first);
            if (gap != ' ' && gap != '-' && !(gap == ',' && city_of)) {
                break;
            }
            const bool based = text(i) == "based" && words_.gap(i) == '-';  // "Boston-based"
            if (text(first) == "county" && words_.word(i).capital) {
                first = add_county(county_begin(first), description);
                continue;
            }
            if (words_.is_place(i)) {
                words_.add_place(i, description);
            } else if (words_.is_court(i) || (!based && !add_word(i, description))) {
                break;
            }
            first = i;
        }
        return first;
    }

    // The rightmost item that describes the court before `i`; `last` if none does.
    std::size_t gather_right(std::size_t i, D& description, std::size_t last) {
        if (is_judge(text(last))) {
            i = after_judge_name(i);
        }
        for (; i < words_.size() && may_continue(i); ++i) {
            if (words_.is_court(i)) {
                named_ = words_[i].meaning->court;
                return i;
            }
            if (const std::size_t county = county_after(i); county != i) {
                add_county(i, description);
                last = i = county;
            } else if (words_.is_place(i)) {
                const bool another_city =
                    !description.places.empty() && words_[i].meaning->region == nullptr;
                if (another_city && words_.gap(i) == ',') {
                    break;
                }
                words_.add_place(i, description);
                last = i;
            } else if (text(i) == "here" && !context_.dateline.empty()) {
                add_dateline(description);
                return i;
            } else if (text(i) == "county") {
                description.flags |= D::county;
                last = i;
            } else if (add_word(i, description)) {
                last = i;
                i = is_judge(text(i)) ? after_judge_name(i + 1) - 1 : i;
            } else if (!is_connector(text(i))) {
                break;
            }
        }
        return last;
    }

    bool may_continue(std::size_t i) const {
        const char before = words_.gap(i);
        if (before == ' ' || before == '-') {
            return true;
        }
        const bool place = words_.is_place(i) || words_.is_court(i);
        return (before == ',' || before == '(' || before == '.') && (place || county_after(i) != i);
    }

    std::size_t add_county(std::size_t name, D& description) const {
        description.locality = words_.folded().text(words_[name].first);
        description.flags |= D::county;
        return name;
    }

    bool continues_county(std::size_t i) const {
        return words_.word(i).capital && words_.gap(i) == ' ' && !one_of(text(i), "county", "the");
    }

    // The item "county" if a county's name begins at `i` ("San Mateo County"), else `i`.
    std::size_t county_after(std::size_t i) const {
        if (!words_.word(i).capital || text(i) == "county") {
            return i;
        }
        std::size_t end = i + 1;
        while (end < words_.size() && end < i + longest_county && continues_county(end)) {
            ++end;
        }
        return end < words_.size() && text(end) == "county" && words_.gap(end) == ' ' ? end : i;
    }

    // Where the name before the item "county" begins.
    std::size_t county_begin(std::size_t county) const {
        std::size_t begin = county - 1;
        while (begin > 0 && begin + longest_county > county && continues_county(begin) &&
               continues_county(begin - 1)) {
            --begin;
        }
        return begin;
    }

    // Past "Dana Whitlock" if "of" or "in" follows.
    std::size_t after_judge_name(std::size_t i) const {
        std::size_t end = i;
        while (end < words_.size() && end < i + 4 && words_.word(end).capital &&
               words_[end].meaning == nullptr &&
               (words_.gap(end) == ' ' || words_.gap(end) == '.')) {
            ++end;
        }
        return end > i && one_of(text(end), "of", "in", "for") ? end : i;
    }

    void add_dateline(D& description) {
        std::string_view rest = context_.dateline;
        const std::string_view city = take_field(rest, ',');
        const CourtTable::Meaning* place = context_.courts->meaning(folded_phrase(city));
        if (place == nullptr || place->places.empty()) {
            return;
        }
        description.places.push_back(place);
        const CourtTable::Meaning* state =
            context_.courts->meaning(folded_phrase(take_field(rest, ',')));
        if (state != nullptr && state->region != nullptr) {
            description.region = state->region;
        }
    }

    const CourtContext& context_;
    CourtWords words_;
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
