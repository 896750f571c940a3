#include "case_facts.hpp"
#include "case_positions.hpp"
#include "date_expressions.hpp"
#include "tables.hpp"

#include <algorithm>
#include <array>

// A date is a filing date only if the verb that owns it is one of filing: reports, rulings and
// purchases are dated too. The nearest verb to the left owns it ("filed on Monday"), else the first
// to the right ("on Monday filed"), unless the two adjoin.

namespace litigraph::ingest::detail {

namespace {

constexpr std::int64_t widest_days = 400;

bool is_filing_verb(std::string_view word) {
    constexpr std::array<std::string_view, 16> verbs = {
        "sued",         "sues",    "suing",    "filed",         "files",     "filing",
        "lodged",       "lodging", "launched", "initiated",     "commenced", "countersued",
        "countersuing", "brought", "started",  "counterclaimed"};
    return std::ranges::find(verbs, word) != verbs.end();
}

/// The verbs of one sentence, and which of them tell of the filing.
class SentenceOfCase {
  public:
    SentenceOfCase(const Reading& reading, std::uint32_t sentence, std::size_t draft,
                   const FoldedWords& words)
        : reading_(reading), sentence_(sentence), draft_(draft), words_(words) {}

    /// Whether the date is that of the filing.
    bool dates_filing(const DateExpression& date) const {
        std::size_t first = 0;
        while (first < words_.size() && words_[first].begin < date.begin) {
            ++first;
        }
        std::size_t last = first;
        while (last < words_.size() && words_[last].begin < date.end) {
            ++last;
        }
        const bool adjoins = last < words_.size() && words_[last].gap == ' ';
        if (adjoins && (is_filing_verb(words_.text(last)) || is_anchor(last))) {
            return tells_filing(last);  // "on Monday filed"
        }
        if (adjoins && is_suit(last)) {
            return true;  // "March lawsuit"
        }
        for (std::size_t i = first; i > 0; --i) {
            if (may_own(i - 1)) {
                return tells_filing(i - 1) || is_speech_of_suing(i - 1, last);
            }
        }
        return opens_clause_of_filing(last);
    }

  private:
    std::uint32_t at(std::size_t i) const {
        return reading_.document.sentences[sentence_].begin + words_[i].begin;
    }

    /// The verb or noun by which a mention that tells of the filing speaks of the case; the
    /// names of a caption are none.
    bool is_anchor(std::size_t i) const {
        constexpr WordClasses suit = classes_of(WordClass::suit, WordClass::weak_suit);
        const auto& mentions = reading_.drafts[draft_].mentions;
        return (classes(words_.text(i)) & (any_verb | suit)) != 0 &&
               std::ranges::any_of(mentions, [&](const CaseMention& mention) {
                   return mention.tells_filing && mention.sentence == sentence_ &&
                          mention.anchor == at(i);
               });
    }

    /// "slapped" in "slapped X with a lawsuit": the verb before the noun of the same mention.
    bool leads_to_anchor(std::size_t verb) const {
        if ((classes(words_.text(verb)) & classes_of(WordClass::speech)) != 0) {
            return false;
        }
        for (std::size_t i = verb + 1; i < words_.size(); ++i) {
            if (is_suit(i) && is_anchor(i)) {
                return is_in_mention(verb);
            }
            if (may_own(i)) {
                return false;
            }
        }
        return false;
    }

    bool is_in_mention(std::size_t i) const {
        const auto& mentions = reading_.drafts[draft_].mentions;
        return std::ranges::any_of(mentions, [&](const CaseMention& mention) {
            return mention.tells_filing && mention.sentence == sentence_ &&
                   mention.clause.begin <= at(i) && at(i) < mention.clause.end;
        });
    }

    bool has_case() const {
        const auto& mentions = reading_.drafts[draft_].mentions;
        return std::ranges::any_of(
            mentions, [&](const CaseMention& each) { return each.sentence == sentence_; });
    }

    bool is_suit(std::size_t i) const {
        constexpr WordClasses suit = classes_of(WordClass::suit, WordClass::weak_suit);
        return (classes(words_.text(i)) & suit) != 0;
    }

    /// "filed" tells of the case only if the sentence does, or names what was filed.
    bool tells_filing(std::size_t i) const {
        if (is_anchor(i) || leads_to_anchor(i)) {
            return true;
        }
        return is_filing_verb(words_.text(i)) && (has_case() || files_suit(i));
    }

    bool files_suit(std::size_t verb) const {
        constexpr std::size_t near = 5;
        for (std::size_t i = verb + 1; i < words_.size() && i <= verb + near; ++i) {
            if (is_suit(i)) {
                return true;
            }
        }
        return verb > 0 && (is_suit(verb - 1) || (verb > 1 && is_suit(verb - 2)));
    }

    bool may_own(std::size_t i) const {
        const FoldedWord& word = words_[i];
        const WordClasses known = classes(word.folded);
        if ((known & classes_of(WordClass::carries_out)) != 0) {
            return false;
        }
        constexpr WordClasses plain =
            classes_of(WordClass::determiner, WordClass::possessive, WordClass::preposition);
        const bool modifies =
            word.gap == '-' || (i > 0 && (classes(words_.text(i - 1)) & plain) != 0);
        constexpr WordClasses finite =
            classes_of(WordClass::verb_past, WordClass::verb_participle, WordClass::verb_ing);
        constexpr WordClasses common = classes_of(WordClass::common);
        const bool says = (known & classes_of(WordClass::speech)) != 0;
        const bool verb =
            (known & finite) != 0 || says ||
            ((!word.capital || i == 0) && (known & ~common) == 0 && word.folded.ends_with("ed"));
        return is_anchor(i) || is_filing_verb(word.folded) ||
               (verb && !modifies && (!word.capital || i == 0));
    }

    /// "said on Friday it is suing": the suit is of that day; "that it had filed" is not.
    bool is_speech_of_suing(std::size_t verb, std::size_t after) const {
        if ((classes(words_.text(verb)) & classes_of(WordClass::speech)) == 0) {
            return false;
        }
        for (std::size_t i = after; i + 1 < words_.size(); ++i) {
            const std::string_view be = words_.text(i);
            if (may_own(i)) {
                return false;
            }
            if (be == "is" || be == "was" || be == "are" || be == "were") {
                const std::string_view next = words_.text(i + 1);
                return next == "suing" || next == "filing" || next == "countersuing";
            }
        }
        return false;
    }

    /// "In August, after receiving a letter, Orbix filed": the first verb that is no gerund.
    bool opens_clause_of_filing(std::size_t after) const {
        for (std::size_t i = after; i < words_.size(); ++i) {
            const bool progressive =
                i > 0 && (classes(words_.text(i - 1)) & classes_of(WordClass::be)) != 0;
            const bool gerund = words_.text(i).ends_with("ing") && !progressive && !is_anchor(i) &&
                                !is_filing_verb(words_.text(i));
            if (may_own(i) && !gerund) {
                return tells_filing(i);
            }
        }
        return false;
    }

    WordClasses classes(std::string_view word) const {
        return reading_.tables.words[reading_.tables.words.find(word)].classes;
    }

    const Reading& reading_;
    std::uint32_t sentence_;
    std::size_t draft_;
    const FoldedWords& words_;
};

class DateReader {
  public:
    explicit DateReader(Reading& reading) : reading_(reading), positions_(reading) {}

    void read() {
        for (std::uint32_t i = 0; i < reading_.document.sentences.size(); ++i) {
            read_sentence(i);
        }
    }

  private:
    void read_sentence(std::uint32_t index) {
        const Sentence& sentence = reading_.document.sentences[index];
        if (sentence.is_dateline || !positions_.may_speak_of_case(index)) {
            return;
        }
        const FoldedWords words(reading_.document.bytes(sentence));
        for (const DateExpression& found : find_dates(words, {reading_.article.published})) {
            const bool told = found.when && !found.since &&
                              days_between(found.when->first, found.when->last) <= widest_days;
            if (!told) {
                continue;
            }
            const auto draft = positions_.case_at(index, sentence.begin + found.begin);
            if (draft && SentenceOfCase(reading_, index, *draft, words).dates_filing(found)) {
                add(reading_.drafts[*draft].observation, sentence, found);
            }
        }
    }

    /// The first date told is kept unless a later one lies within it.
    void add(CaseObservation& observation, const Sentence& sentence,
             const DateExpression& found) const {
        const bool sharper = observation.filed && found.when->first >= observation.filed->first &&
                             found.when->last <= observation.filed->last &&
                             *found.when != *observation.filed;
        if (observation.filed && !sharper) {
            return;
        }
        const Span span{sentence.begin + found.begin, sentence.begin + found.end};
        observation.filed = found.when;
        observation.filed_words = std::string(reading_.document.bytes(span));
        observation.filed_evidence = evidence_of(reading_.document, span, "filing-date");
    }

    Reading& reading_;
    CasePositions positions_;
};

}  // namespace

void attach_filing_dates(Reading& reading) { DateReader(reading).read(); }

}  // namespace litigraph::ingest::detail
