#include "case_facts.hpp"

#include "case_technologies.hpp"
#include "courts.hpp"
#include "date_expressions.hpp"

#include <algorithm>
#include <array>

// A fact belongs to the case whose mention stands nearest in its sentence. A date is a filing date
// only if the nearest verb is one of filing: reports, rulings and purchases are dated too.

namespace litigraph::ingest::detail {

namespace {

bool is_filing_verb(std::string_view word) {
    constexpr std::array<std::string_view, 12> verbs = {
        "sued",   "sues",     "suing",     "filed",     "files",       "filing",
        "lodged", "launched", "initiated", "commenced", "countersued", "brought"};
    return std::ranges::find(verbs, word) != verbs.end();
}

// Anything that looks like a verb and so may own a date.
bool may_own_date(const FoldedWord& word) {
    constexpr std::array<std::string_view, 14> verbs = {
        "said", "says", "told",  "won",    "lost",  "began", "made",
        "sold", "held", "ruled", "bought", "wrote", "heard", "expires"};
    return is_filing_verb(word.folded) ||
           (!word.capital && (word.folded.ends_with("ed") || word.folded.ends_with("ing"))) ||
           std::ranges::find(verbs, word.folded) != verbs.end();
}

// An appeal court hears what was filed elsewhere.
bool hears_first(const Court& court) {
    constexpr std::array<std::string_view, 9> others = {
        "us-circuit",  "us-supreme", "us-state-high", "us-state-appeal", "nat-appeal",
        "nat-supreme", "upc-appeal", "eu-court",      "us-bap"};
    return std::ranges::find(others, court.kind) == others.end();
}

class FactReader {
  public:
    explicit FactReader(Reading& reading) : reading_(reading) {}

    void read(CaseDraft& draft) const {
        for (const CaseMention& mention : draft.mentions) {
            const Sentence& sentence = reading_.document.sentences[mention.sentence];
            const FoldedWords words(reading_.document.bytes(sentence));
            read_courts(draft, mention, sentence, words);
            if (mention.tells_filing && !draft.observation.filed) {
                read_date(draft, mention, sentence, words);
            }
        }
    }

  private:
    // Whether no mention of another case in the sentence is nearer to `at`.
    bool is_nearest(const CaseMention& mention, std::uint32_t at) const {
        const auto distance = [at](std::uint32_t anchor) {
            return anchor > at ? anchor - at : at - anchor;
        };
        for (const CaseDraft& draft : reading_.drafts) {
            for (const CaseMention& other : draft.mentions) {
                if (other.sentence == mention.sentence &&
                    distance(other.anchor) < distance(mention.anchor)) {
                    return false;
                }
            }
        }
        return true;
    }

    Evidence evidence(std::uint32_t begin, std::uint32_t end, std::string_view rule) const {
        Evidence made;
        made.begin = begin;
        made.end = end;
        made.quote = std::string(reading_.document.bytes(Span{begin, end}));
        made.rule = std::string(rule);
        return made;
    }

    void read_courts(CaseDraft& draft, const CaseMention& mention, const Sentence& sentence,
                     const FoldedWords& words) const {
        CourtContext context;
        const std::string_view text = words.sentence();
        context.federal_subject = text.find("patent") != std::string_view::npos ||
                                  text.find("copyright") != std::string_view::npos;
        for (const CourtMention& found : find_courts(words, context)) {
            const std::uint32_t begin = sentence.begin + found.begin;
            if (!is_nearest(mention, begin)) {
                continue;
            }
            const Evidence words_read = evidence(begin, sentence.begin + found.end, "court");
            add_court(draft.observation, found.answer, words_read);
        }
    }

    static void add_court(CaseObservation& observation, const CourtAnswer& answer,
                          const Evidence& words) {
        const Court* court = CourtTable::built_in().find(answer.id);
        if (court != nullptr && hears_first(*court) && observation.courts.empty()) {
            CourtObservation made;
            made.id = answer.id;
            made.name = std::string(court->name);
            made.candidates = answer.candidates;
            made.evidence = words;
            observation.courts.push_back(std::move(made));
        }
        const Region* region = CourtTable::built_in().region(answer.jurisdiction);
        const bool known = region == nullptr || court != nullptr ||
                           std::ranges::any_of(observation.jurisdictions, [&](const auto& each) {
                               return each.code == region->code;
                           });
        if (!known) {
            JurisdictionObservation made;
            made.code = std::string(region->code);
            made.name = std::string(region->name);
            made.evidence = words;
            observation.jurisdictions.push_back(std::move(made));
        }
    }

    void read_date(CaseDraft& draft, const CaseMention& mention, const Sentence& sentence,
                   const FoldedWords& words) const {
        constexpr std::int64_t widest_days = 400;
        for (const DateExpression& found : find_dates(words, {reading_.article.published})) {
            const std::uint32_t begin = sentence.begin + found.begin;
            if (!found.when || found.since ||
                days_between(found.when->first, found.when->last) > widest_days ||
                !is_nearest(mention, begin) || !is_of_filing(words, found)) {
                continue;
            }
            const std::uint32_t end = sentence.begin + found.end;
            draft.observation.filed = found.when;
            draft.observation.filed_words = std::string(reading_.document.bytes(Span{begin, end}));
            draft.observation.filed_evidence = evidence(begin, end, "filing-date");
            return;
        }
    }

    // The nearest verb to the left owns the date, else the first to the right.
    static bool is_of_filing(const FoldedWords& words, const DateExpression& date) {
        std::size_t first = 0;
        while (first < words.size() && words[first].begin < date.begin) {
            ++first;
        }
        for (std::size_t i = first; i > 0; --i) {
            if (may_own_date(words[i - 1])) {
                return is_filing_verb(words.text(i - 1));
            }
        }
        for (std::size_t i = first; i < words.size(); ++i) {
            if (words[i].begin >= date.end && may_own_date(words[i])) {
                return is_filing_verb(words.text(i));
            }
        }
        return false;
    }

    Reading& reading_;
};

}  // namespace

void attach_case_facts(Reading& reading) {
    attach_technologies(reading);
    const FactReader reader(reading);
    for (CaseDraft& draft : reading.drafts) {
        reader.read(draft);
    }
}

}  // namespace litigraph::ingest::detail
