#include "case_facts.hpp"
#include "case_positions.hpp"
#include "case_twins.hpp"
#include "courts.hpp"
#include "filing_words.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

using Names = std::vector<std::string_view>;

/// An appeal court hears what was filed elsewhere.
bool hears_first(const Court& court) {
    constexpr std::array<std::string_view, 9> others = {
        "us-circuit",  "us-supreme", "us-state-high", "us-state-appeal", "nat-appeal",
        "nat-supreme", "upc-appeal", "us-historic",   "us-bap"};
    return std::ranges::find(others, court.kind) == others.end();
}

/// How near to the filing the words that name a court stand: the lower, the sooner believed.
enum class Nearness { filed_there, of_filing, of_case, elsewhere };

class CourtReader {
  public:
    explicit CourtReader(Reading& reading) : reading_(reading), positions_(reading) {
        context_.courts = reading.tables.courts;
        context_.dateline = dateline();
        context_.country = country();
        is_federal_subject_ = names_any({"patent", "copyright", "-cv-"});
        context_.federal_subject = is_federal_subject_ || names_any(federal_courts());
    }

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            read_sentence(i);
        }
        for (const Nearness nearness :
             {Nearness::filed_there, Nearness::of_filing, Nearness::of_case, Nearness::elsewhere}) {
            for (const Found& found : found_) {
                if (found.nearness == nearness) {
                    add(reading_.drafts[found.draft].observation, found);
                }
            }
        }
        for (const Found& found : found_) {
            split(found);
        }
    }

  private:
    static const Names& federal_courts() {
        static const Names names = {"federal court", "Federal Court", "U.S. district court",
                                    "U.S. District Court", "federal judge"};
        return names;
    }

    /// "filed in Manhattan": the subject, or words of this case, tell that a federal court is
    /// meant.
    bool may_infer_court(std::size_t draft) const {
        bool may = is_federal_subject_;
        for (std::uint32_t i = 0; i < reading_.document.sentences.size() && !may; ++i) {
            const Sentence& sentence = reading_.document.sentences[i];
            may = positions_.case_at(i, sentence.begin) == draft &&
                  names_any(federal_courts(), reading_.document.bytes(sentence));
        }
        return may;
    }

    struct Found {
        Nearness nearness = Nearness::elsewhere;
        std::size_t draft = 0;
        std::uint32_t sentence = 0;
        Span words;
        Span name;  ///< The words that name the court, here or earlier ("the same court").
        CourtMention mention;
    };

    const CourtTable& courts() const { return *reading_.tables.courts; }

    /// "MUNICH, Aug 1 -", "COLUMBUS, Ohio (AP) -": the city, and the state if it is told.
    std::string_view dateline() const {
        for (const Sentence& sentence : reading_.document.sentences) {
            if (sentence.is_dateline) {
                const std::string_view text = reading_.document.bytes(sentence);
                return text.substr(0, text.find_first_of("(-"));
            }
        }
        return {};
    }

    bool names_any(const Names& names) const { return names_any(names, reading_.document.text); }
    static bool names_any(const Names& names, std::string_view text) {
        return std::ranges::any_of(names, [text](std::string_view name) {
            return text.find(name) != std::string_view::npos;
        });
    }

    std::size_t count_of(const Names& names) const {
        std::size_t found = 0;
        for (const std::string_view name : names) {
            for (std::size_t at = reading_.document.text.find(name); at != std::string_view::npos;
                 at = reading_.document.text.find(name, at + name.size())) {
                ++found;
            }
        }
        return found;
    }

    /// Where a bare "High Court" or "Federal Court" is: in the country that the article names most.
    /// English reports do not name theirs; American ones mean their Supreme Court.
    std::string_view country() const {
        static const std::vector<std::pair<std::string_view, Names>> countries = {
            {"AU", {"Australia", "Sydney", "Melbourne", "Brisbane", "ACCC", "ASIC", "Telstra"}},
            {"CA", {"Canada", "Canadian", "Toronto", "Ottawa", "Montreal"}},
            {"GB", {"EWHC", "England", "UK ", "U.K.", "Britain", "British", "London", "\xC2\xA3"}},
            {"GH", {"Ghana"}},
            {"HK", {"Hong Kong"}},
            {"IE", {"Ireland", "Irish", "Dublin"}},
            {"IN", {"India", "Delhi", "Mumbai"}},
            {"KE", {"Kenya", "Nairobi"}},
            {"MY", {"Malaysia", "Kuala Lumpur"}},
            {"NG", {"Nigeria", "Lagos", "Abuja"}},
            {"NZ", {"New Zealand", "Auckland"}},
            {"SG", {"Singapore"}},
            {"UG", {"Uganda"}},
            {"US", {"U.S.", "US ", "America", "Washington"}},
            {"ZA", {"South Africa", "Johannesburg"}},
            {"ZW", {"Zimbabwe"}}};
        std::string_view most = names_any({"High Court"}) ? "GB" : std::string_view{};
        std::size_t highest = 0;
        for (const auto& [code, names] : countries) {
            const std::size_t found = count_of(names);
            if (found > 0 && found >= highest) {
                most = found > highest ? code : std::string_view{};
                highest = found;
            }
        }
        return most;
    }

    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline || !positions_.may_speak_of_case(index)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        for (CourtMention& mention : find_courts(words, context_)) {
            take(index, words, std::move(mention), std::nullopt);
        }
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words.text(i) == "court" && words.text(i - 1) == "same") {
                take_same(index, words, {words[i - 1].begin, words[i].end});
            }
        }
    }

    /// "in the same court": the one named last.
    void take_same(std::uint32_t index, const FoldedWords& words, Span place) {
        const std::uint32_t begin = reading_.document.sentences[index].begin + place.begin;
        const auto last = std::find_if(found_.rbegin(), found_.rend(), [&](const Found& each) {
            return each.words.end <= begin && !each.mention.place_only;
        });
        if (last != found_.rend()) {
            CourtMention mention = last->mention;
            mention.begin = place.begin;
            mention.end = place.end;
            take(index, words, std::move(mention), last->name);
        }
    }

    void take(std::uint32_t index, const FoldedWords& words, CourtMention mention,
              std::optional<Span> name) {
        const std::uint32_t begin = reading_.document.sentences[index].begin;
        const Span span{begin + mention.begin, begin + mention.end};
        const auto draft = positions_.case_at(index, span.begin);
        if (!draft) {
            return;
        }
        Found found{nearness(*draft, index), *draft, index, span, name.value_or(span),
                    std::move(mention)};
        const FilingWords filing(reading_, index, *draft, words);
        const Span place{found.mention.begin, found.mention.end};
        if (filing.move_to(place)) {
            return;
        }
        if (continues_list(found) || filing.own_place(place)) {
            found.nearness = Nearness::filed_there;
        } else if (filing.tell_of_other_suits()) {
            return;
        }
        CourtAnswer& answer = found.mention.answer;
        if (found.mention.place_only && answer.jurisdiction.starts_with("US") &&
            !may_infer_court(*draft)) {
            answer.id.clear();
        }
        found_.push_back(std::move(found));
    }

    /// "courts in Mannheim, Munich": what follows a comma is filed where the last one was.
    bool continues_list(const Found& found) const {
        constexpr std::string_view comma = ", ";
        return !found_.empty() && found_.back().nearness == Nearness::filed_there &&
               found_.back().draft == found.draft &&
               reading_.document.bytes(Span{found_.back().words.end, found.words.begin}) == comma;
    }

    Nearness nearness(std::size_t draft, std::uint32_t sentence) const {
        Nearness nearest = Nearness::elsewhere;
        for (const CaseMention& mention : reading_.drafts[draft].mentions) {
            if (mention.sentence == sentence) {
                nearest = std::min(nearest,
                                   mention.tells_filing ? Nearness::of_filing : Nearness::of_case);
            }
        }
        return nearest;
    }

    /// The court if it may be where such a case is filed, told by such words.
    std::optional<CourtObservation> forum(const CaseObservation& observation,
                                          const Found& found) const {
        const CourtAnswer& answer = found.mention.answer;
        const Evidence words = evidence_of(reading_.document, found.words, "court");
        const Court* court = courts().find(answer.id);
        if (court == nullptr) {
            const bool told =
                found.nearness <= (answer.id.empty() ? Nearness::of_filing : Nearness::of_case);
            return found.mention.proper_name && told
                       ? std::optional(
                             CourtObservation{answer.id,
                                              std::string(reading_.document.bytes(found.name)),
                                              {},
                                              words})
                       : std::nullopt;
        }
        const bool agency = court->kind == "us-agency" && court->id != "usitc";
        const bool is_heard_here =
            hears_first(*court) || (court->kind == "us-supreme" && is_between_states(observation));
        if (!is_heard_here || (agency && found.nearness != Nearness::filed_there) ||
            (court->kind == "eu-court" && !concerns_union(observation))) {
            return std::nullopt;
        }
        return CourtObservation{answer.id, std::string(court->name), answer.candidates, words};
    }

    /// The Supreme Court tries suits of one state against another.
    bool is_between_states(const CaseObservation& observation) const {
        const auto is_state = [this](const RoleObservation& role) {
            return reading_.parties[role.party].kind == PartyKind::government;
        };
        return !observation.plaintiffs.empty() && !observation.defendants.empty() &&
               std::ranges::all_of(observation.plaintiffs, is_state) &&
               std::ranges::all_of(observation.defendants, is_state);
    }

    /// The courts of the Union hear suits by and against its institutions; others are only
    /// referred to them.
    bool concerns_union(const CaseObservation& observation) const {
        const auto is_institution = [this](const RoleObservation& role) {
            const std::string_view name = reading_.parties[role.party].name;
            return name.find("European") != std::string_view::npos ||
                   name.find("Commission") != std::string_view::npos || name.starts_with("EU");
        };
        return std::ranges::any_of(observation.plaintiffs, is_institution) ||
               std::ranges::any_of(observation.defendants, is_institution);
    }

    void add(CaseObservation& observation, const Found& found) const {
        std::optional<CourtObservation> court = forum(observation, found);
        if (!court) {
            const std::string& id = found.mention.answer.id;
            const bool of_filing = found.nearness <= Nearness::of_case;
            if (of_filing && observation.courts.empty() && courts().find(id) == nullptr) {
                add_place(observation, found.mention.answer.jurisdiction,
                          evidence_of(reading_.document, found.words, "court"));
            }
            return;
        }
        if (!observation.courts.empty() && refines(court->id, observation.courts.front().id)) {
            observation.courts.clear();
        }
        const bool is_group = observation.count.high > 1;
        if (!has(observation, *court) && (observation.courts.empty() || is_group)) {
            observation.courts.push_back(*std::move(court));
        }
    }

    static bool same(const CourtObservation& one, const CourtObservation& other) {
        return one.id == other.id && (!one.id.empty() || one.name == other.name);
    }

    static bool has(const CaseObservation& observation, const CourtObservation& court) {
        return std::ranges::any_of(observation.courts,
                                   [&](const CourtObservation& each) { return same(each, court); });
    }

    /// Whether the court is a division of the English High Court, and this was all that was known.
    bool refines(std::string_view id, std::string_view known) const {
        const Court* court = courts().find(id);
        return court != nullptr && known == "gb-ewhc" && court->jurisdiction == "GB" &&
               (court->name.starts_with("High Court of England and Wales,") ||
                court->kind == "nat-ip-court");
    }

    void add_place(CaseObservation& observation, std::string_view code,
                   const Evidence& words) const {
        const Region* region = courts().region(code);
        const bool known = std::ranges::any_of(observation.jurisdictions,
                                               [&](const auto& each) { return each.code == code; });
        if (region != nullptr && !known) {
            observation.jurisdictions.push_back(
                {std::string(region->code), std::string(region->name), words});
        }
    }

    /// "sued in Dallas federal court and in a Munich court": one case for each court.
    void split(const Found& found) {
        CaseObservation& told = reading_.drafts[found.draft].observation;
        if (found.nearness != Nearness::filed_there || found.mention.place_only ||
            told.courts.empty()) {
            return;
        }
        std::optional<CourtObservation> court = forum(told, found);
        if (!court || same(*court, told.courts.front()) ||
            refines(told.courts.front().id, court->id) || is_split_off(found.draft, *court)) {
            return;
        }
        const auto is_twins = [&](const CourtObservation& each) { return same(each, *court); };
        told.courts.erase(std::remove_if(told.courts.begin(), told.courts.end(), is_twins),
                          told.courts.end());
        add_twin(reading_, found.draft, *std::move(court), found.sentence);
    }

    bool is_split_off(std::size_t draft, const CourtObservation& court) const {
        return std::ranges::any_of(reading_.drafts, [&](const CaseDraft& each) {
            return each.twin_of == draft && same(each.observation.courts.front(), court);
        });
    }

    Reading& reading_;
    CasePositions positions_;
    CourtContext context_;
    bool is_federal_subject_ = false;
    std::vector<Found> found_;
};

}  // namespace

void attach_courts(Reading& reading) { CourtReader(reading).read(); }

}  // namespace litigraph::ingest::detail
