#include "case_facts.hpp"
#include "case_positions.hpp"
#include "counts.hpp"
#include "legal_numbers.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

class NumberReader {
  public:
    explicit NumberReader(Reading& reading) : reading_(reading), positions_(reading) {}

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            const Sentence& sentence = reading_.document.sentences[i];
            if (!sentence.is_dateline && positions_.may_speak_of_case(i)) {
                read_dockets(i, sentence);
                read_patents(i, sentence);
                read_counts(i, sentence);
            }
        }
    }

  private:
    CaseObservation* case_at(std::uint32_t index, std::uint32_t byte) {
        const auto draft = positions_.case_at(index, byte);
        return draft ? &reading_.drafts[*draft].observation : nullptr;
    }

    void read_dockets(std::uint32_t index, const Sentence& sentence) {
        for (LegalNumber& found : find_docket_numbers(reading_.document.bytes(sentence))) {
            CaseObservation* observation = case_at(index, sentence.begin + found.begin);
            // Precedents are cited by their numbers too.
            const bool cited = found.number.find('/') != std::string::npos &&
                               !follows_caption(index, sentence.begin + found.begin);
            if (observation != nullptr && observation->docket_number.empty() && !cited) {
                observation->docket_number = std::move(found.number);
            }
        }
    }

    /// "Amero v Nordia (C-123/45)"
    bool follows_caption(std::uint32_t index, std::uint32_t byte) const {
        constexpr std::uint32_t near = 12;
        for (const CaseDraft& draft : reading_.drafts) {
            for (const CaseMention& mention : draft.mentions) {
                if (mention.sentence == index && mention.clause.end <= byte &&
                    byte - mention.clause.end <= near) {
                    return true;
                }
            }
        }
        return false;
    }

    void read_patents(std::uint32_t index, const Sentence& sentence) {
        for (const LegalNumber& found : find_patent_numbers(reading_.document.bytes(sentence))) {
            CaseObservation* observation = case_at(index, sentence.begin + found.begin);
            if (observation == nullptr || is_known(*observation, found.number)) {
                continue;
            }
            observation->patents.push_back({found.number, evidence_of(reading_.document,
                                                                      {sentence.begin + found.begin,
                                                                       sentence.begin + found.end},
                                                                      "patent-number")});
        }
    }

    /// "'898" is known if "US6359898" is.
    static bool is_known(const CaseObservation& observation, std::string_view number) {
        const std::string_view digits = number.starts_with('\'') ? number.substr(1) : number;
        return std::ranges::any_of(observation.patents, [&](const PatentObservation& each) {
            return each.number == number || each.number.ends_with(digits);
        });
    }

    void read_counts(std::uint32_t index, const Sentence& sentence) {
        const FoldedWords words(reading_.document.bytes(sentence));
        for (const CountExpression& found : find_counts(words)) {
            const std::uint32_t begin = sentence.begin + words[found.first].begin;
            CaseObservation* observation = case_at(index, begin);
            const std::size_t noun = counted_noun(words, found.last);
            if (observation == nullptr || noun == words.size()) {
                continue;
            }
            if (is_patents(words.text(noun)) && agrees(words, found, noun) &&
                !observation->patent_count && is_asserted(words, noun)) {
                observation->patent_count = found.count;
            } else if (is_suits(words.text(noun)) && found.count.high > 1 &&
                       is_of_filing(index, sentence.begin + words[noun].begin)) {
                observation->count = {std::max<std::uint32_t>(1, found.count.low),
                                      found.count.high};
            }
        }
    }

    /// The noun after the count, adjectives and "of its" between; words.size() if it is no right
    /// or proceeding.
    static std::size_t counted_noun(const FoldedWords& words, std::size_t i) {
        constexpr std::size_t most_between = 5;
        constexpr std::string_view joining = " -\"'/";
        constexpr std::array<std::string_view, 10> ends = {
            "and", "in", "on", "for", "to", "by", "against", "with", "companies", "people"};
        for (std::size_t at = i; at < words.size() && at <= i + most_between; ++at) {
            const std::string_view word = words.text(at);
            if (joining.find(words[at].gap) == std::string_view::npos ||
                std::ranges::find(ends, word) != ends.end()) {
                break;
            }
            if (is_patents(word) || is_suits(word)) {
                return at;
            }
        }
        return words.size();
    }

    /// "two patents", "one patent"; not "claim 1 of the patent", "the '336 patent".
    static bool agrees(const FoldedWords& words, const CountExpression& found, std::size_t noun) {
        return words.text(noun) == "patents" ? found.count.high > 1
                                             : words.text(found.first) == "one";
    }

    static bool is_patents(std::string_view word) { return word == "patents" || word == "patent"; }
    static bool is_suits(std::string_view word) {
        constexpr std::array<std::string_view, 9> nouns = {
            "lawsuits", "suits",        "complaints",    "proceedings", "actions",
            "cases",    "countersuits", "counterclaims", "petitions"};
        return std::ranges::find(nouns, word) != nouns.end();
    }

    /// A portfolio is counted too: only patents in suit are of the case.
    static bool is_asserted(const FoldedWords& words, std::size_t noun) {
        constexpr std::array<std::string_view, 14> stems = {
            "infring", "assert", "alleg",   "accus", "violat",    "involv",  "claim",
            "sue",     "suing",  "lawsuit", "suit",  "complaint", "copying", "over"};
        for (std::size_t i = 0; i < words.size() && i <= noun + 4; ++i) {
            for (const std::string_view stem : stems) {
                if (i != noun && words.text(i).starts_with(stem)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether the noun stands in words that tell of the filing.
    bool is_of_filing(std::uint32_t index, std::uint32_t byte) const {
        for (const CaseDraft& draft : reading_.drafts) {
            for (const CaseMention& mention : draft.mentions) {
                if (mention.sentence == index && mention.clause.begin <= byte &&
                    byte < mention.clause.end) {
                    return true;
                }
            }
        }
        return false;
    }

    Reading& reading_;
    CasePositions positions_;
};

}  // namespace

void attach_numbers(Reading& reading) { NumberReader(reading).read(); }

}  // namespace litigraph::ingest::detail
