#include "case_facts.hpp"
#include "case_positions.hpp"
#include "courts.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace litigraph::ingest::detail {

namespace {

/// An appeal court hears what was filed elsewhere.
bool hears_first(const Court& court) {
    constexpr std::array<std::string_view, 9> others = {
        "us-circuit",  "us-supreme", "us-state-high", "us-state-appeal", "nat-appeal",
        "nat-supreme", "upc-appeal", "eu-court",      "us-bap"};
    return std::ranges::find(others, court.kind) == others.end();
}

/// How near to the filing the words that name a court stand: the lower, the sooner believed.
enum class Nearness { of_filing, of_case, elsewhere };

class CourtReader {
  public:
    explicit CourtReader(Reading& reading) : reading_(reading), positions_(reading) {
        context_.courts = reading.tables.courts;
        context_.dateline = dateline();
        context_.country = country();
        context_.federal_subject = names("patent") || names("copyright") || names("-cv-");
    }

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            read_sentence(i);
        }
        for (const Nearness nearness :
             {Nearness::of_filing, Nearness::of_case, Nearness::elsewhere}) {
            for (const Found& found : found_) {
                if (found.nearness == nearness) {
                    add(reading_.drafts[found.draft].observation, found);
                }
            }
        }
    }

  private:
    struct Found {
        Nearness nearness = Nearness::elsewhere;
        std::size_t draft = 0;
        CourtAnswer answer;
        Span words;
        bool place_only = false;
    };

    const CourtTable& courts() const { return *reading_.tables.courts; }

    /// "MUNICH, Aug 1 -": the city.
    std::string_view dateline() const {
        for (const Sentence& sentence : reading_.document.sentences) {
            if (sentence.is_dateline) {
                const std::string_view text = reading_.document.bytes(sentence);
                return text.substr(0, text.find(','));
            }
        }
        return {};
    }

    bool names(std::string_view text) const {
        return reading_.document.text.find(text) != std::string_view::npos;
    }

    /// Where a bare "High Court" is: English reports do not say, those of other countries do.
    std::string_view country() const {
        constexpr std::array<std::string_view, 5> others = {"India", "Ireland", "Irish", "Kenya",
                                                            "Australia"};
        constexpr std::array<std::string_view, 5> english = {"EWHC", "England", "UK ", "Britain",
                                                             "British"};
        const auto in_text = [this](std::string_view name) { return names(name); };
        const bool is_english = std::ranges::any_of(english, in_text);
        return is_english && !std::ranges::any_of(others, in_text) ? "GB" : std::string_view{};
    }

    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline || !positions_.may_speak_of_case(index)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        for (CourtMention& found : find_courts(words, context_)) {
            const Span span{sentence.begin + found.begin, sentence.begin + found.end};
            const auto draft = positions_.case_at(index, span.begin);
            if (draft) {
                found_.push_back({nearness(*draft, index), *draft, std::move(found.answer), span,
                                  found.place_only});
            }
        }
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

    void add(CaseObservation& observation, const Found& found) const {
        const Evidence words = evidence_of(reading_.document, found.words, "court");
        const Court* court = courts().find(found.answer.id);
        if (court != nullptr && !hears_first(*court)) {
            return;
        }
        const bool agency = court != nullptr && court->kind == "us-agency" && court->id != "usitc";
        if (agency && found.nearness == Nearness::elsewhere) {
            return;
        }
        if (court != nullptr && !observation.courts.empty() &&
            refines(*court, observation.courts.front().id)) {
            observation.courts.clear();
        }
        const bool is_group = observation.count.high > 1;
        const bool known = std::ranges::any_of(
            observation.courts, [&](const auto& each) { return each.id == found.answer.id; });
        if (court != nullptr && !known && (observation.courts.empty() || is_group)) {
            observation.courts.push_back(
                {found.answer.id, std::string(court->name), found.answer.candidates, words});
        }
        const bool of_filing = found.nearness != Nearness::elsewhere;
        if (court == nullptr && of_filing && observation.courts.empty()) {
            add_place(observation, found.answer.jurisdiction, words);
        }
    }

    /// Whether the court is a division of the English High Court, and this was all that was known.
    static bool refines(const Court& court, std::string_view known) {
        return known == "gb-ewhc" && court.jurisdiction == "GB" &&
               (court.name.starts_with("High Court of England and Wales,") ||
                court.kind == "nat-ip-court");
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

    Reading& reading_;
    CasePositions positions_;
    CourtContext context_;
    std::vector<Found> found_;
};

}  // namespace

void attach_courts(Reading& reading) { CourtReader(reading).read(); }

}  // namespace litigraph::ingest::detail
