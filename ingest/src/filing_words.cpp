#include "filing_words.hpp"

#include "tables.hpp"

#include <algorithm>
#include <array>

namespace litigraph::ingest::detail {

namespace {

constexpr WordClasses suit_nouns = classes_of(WordClass::suit, WordClass::weak_suit);

bool is_filing_verb(std::string_view word) {
    constexpr std::array<std::string_view, 16> verbs = {
        "sued",         "sues",    "suing",    "filed",         "files",     "filing",
        "lodged",       "lodging", "launched", "initiated",     "commenced", "countersued",
        "countersuing", "brought", "started",  "counterclaimed"};
    return std::ranges::find(verbs, word) != verbs.end();
}

/// Filing verbs that begin other things too: "brought out", "launched a product".
bool begins_anything(std::string_view word) {
    constexpr std::array<std::string_view, 4> verbs = {"brought", "launched", "initiated",
                                                       "started"};
    return std::ranges::find(verbs, word) != verbs.end();
}

/// "the complaint landed in federal court"
bool is_verb_of_suits(std::string_view word) {
    constexpr std::array<std::string_view, 9> verbs = {
        "went", "landed", "submitted", "docketed", "issued", "began", "begun", "opened", "entered"};
    return std::ranges::find(verbs, word) != verbs.end();
}

/// Verbs that begin a suit with the noun that follows: "slapped Zephra with a lawsuit".
bool begins_suits(std::string_view lemma) {
    constexpr std::array<std::string_view, 25> verbs = {
        "answer", "begin",    "bring",     "commence", "counter", "file",    "fire",
        "hit",    "initiate", "institute", "issue",    "launch",  "level",   "lob",
        "lodge",  "make",     "mount",     "open",     "refile",  "respond", "retaliate",
        "serve",  "slam",     "slap",      "start"};
    return std::ranges::find(verbs, lemma) != verbs.end();
}

/// Verbs of what becomes of a suit.
bool follows_suits(std::string_view lemma) {
    constexpr std::array<std::string_view, 12> verbs = {"absolve", "acquit",  "amend",  "award",
                                                        "clear",   "contest", "defend", "fight",
                                                        "find",    "obtain",  "order",  "secure"};
    return std::ranges::find(verbs, lemma) != verbs.end();
}

}  // namespace

std::size_t FilingWords::word_at(std::uint32_t byte) const {
    std::size_t i = 0;
    while (i < words_.size() && words_[i].begin < byte) {
        ++i;
    }
    return i;
}

std::optional<std::uint32_t> FilingWords::suit_after(Span time) const {
    const std::size_t last = word_at(time.end);
    if (last == words_.size() || words_[last].gap != ' ') {
        return std::nullopt;
    }
    const std::size_t noun = noun_after(last);
    return is_suit(noun) ? std::optional(at(noun)) : std::nullopt;
}

bool FilingWords::own_time(Span time) const {
    const std::size_t first = word_at(time.begin);
    const std::size_t last = word_at(time.end);
    const bool adjoins = last < words_.size() && words_[last].gap == ' ';
    if (adjoins && (is_filing_verb(words_.text(last)) || is_anchor(last))) {
        return tells_filing(last);  // "on Monday filed"
    }
    if (suit_after(time)) {
        return true;  // "March lawsuit", "1980 patent infringement suit"
    }
    for (std::size_t i = first; i > 0; --i) {
        if (may_own(i - 1)) {
            return tells_filing(i - 1) || asks_court(i - 1) || is_speech_of_suing(i - 1, last);
        }
    }
    return opens_clause_of_filing(last);
}

bool FilingWords::record_time(Span time) const {
    for (std::size_t i = word_at(time.begin); i > 1; --i) {
        if (may_own(i - 1)) {
            return words_.text(i - 1) == "filed" && files_suit(i - 1) &&
                   (classes_at(i - 2) & classes_of(WordClass::be)) != 0;
        }
    }
    return false;
}

std::size_t FilingWords::noun_after(std::size_t i) const {
    constexpr WordClasses modifier = classes_of(WordClass::legal_modifier, WordClass::right);
    while (i + 1 < words_.size() && !is_suit(i) && (classes_at(i) & modifier) != 0 &&
           words_[i + 1].gap == ' ') {
        ++i;
    }
    return i;
}

bool FilingWords::own_place(Span place) const {
    constexpr std::array<std::string_view, 6> into = {"in", "with", "at", "before", "to", "and"};
    const std::size_t first = word_at(place.begin);
    const std::size_t last = word_at(place.end);
    std::size_t i = first;
    while (i > 0 && (classes_at(i - 1) & classes_of(WordClass::determiner)) != 0) {
        --i;
    }
    const bool of_suit = last < words_.size() && words_[last].gap == ' ' && is_suit(last);
    if (!of_suit && (i == 0 || std::ranges::find(into, words_.text(i - 1)) == into.end())) {
        return first > 1 && asks_court(first - 2);
    }
    if (i > 1 && is_suit(i - 2)) {
        return is_this_suit(i - 2);  // "its complaint to the ITC"
    }
    for (; i > 0; --i) {
        if (may_own(i - 1)) {
            return tells_filing(i - 1);
        }
    }
    return false;
}

bool FilingWords::move_to(Span place) const {
    constexpr std::array<std::string_view, 7> verbs = {
        "appealed", "moved", "referred", "remanded", "removed", "sent", "transferred"};
    constexpr std::size_t near = 4;  // "moved the case to"
    std::size_t to = word_at(place.begin);
    while (to > 0 && (classes_at(to - 1) & classes_of(WordClass::determiner)) != 0) {
        --to;
    }
    if (to == 0 || words_.text(to - 1) != "to") {
        return false;
    }
    for (std::size_t i = to - 1; i > 0 && i + near >= to; --i) {
        if (std::ranges::find(verbs, words_.text(i - 1)) != verbs.end()) {
            return true;
        }
    }
    return false;
}

bool FilingWords::tell_of_other_suits() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (is_suit(i) && !is_this_suit(i)) {
            return true;
        }
    }
    return false;
}

/// "asked a Boston court": with this article the court is not known from before, so that what it
/// is told opens the case. What the ITC is asked for is an investigation.
bool FilingWords::asks_court(std::size_t verb) const {
    constexpr std::array<std::string_view, 5> verbs = {"asked", "asks", "asking", "told", "urged"};
    constexpr std::size_t near = 6;
    const std::string_view article = words_.text(verb + 1);
    if (std::ranges::find(verbs, words_.text(verb)) == verbs.end() || !is_done_by_plaintiff(verb)) {
        return false;
    }
    const bool is_unknown = article == "a" || article == "an";
    for (std::size_t i = verb + 1; i < words_.size() && i <= verb + near; ++i) {
        if (words_.text(i) == "itc" ||
            (words_.text(i) == "trade" && words_.text(i + 1) == "commission")) {
            return true;
        }
        if (is_unknown && (classes_at(i) & classes_of(WordClass::court)) != 0) {
            return true;
        }
        if (words_[i].gap == ',') {
            return false;
        }
    }
    return false;
}

/// Whether a plaintiff is named before the verb, and no defendant.
bool FilingWords::is_done_by_plaintiff(std::size_t verb) const {
    const Sentence& sentence = reading_.document.sentences[sentence_];
    const std::string_view before = reading_.document.bytes(sentence).substr(0, words_[verb].begin);
    const auto named = [&](const RoleObservation& role) {
        const PartyObservation& party = reading_.parties[role.party];
        return before.find(party.name) != std::string_view::npos ||
               std::ranges::any_of(party.aliases, [&](const std::string& alias) {
                   return before.find(alias) != std::string_view::npos;
               });
    };
    const CaseObservation& told = reading_.drafts[draft_].observation;
    return std::ranges::any_of(told.plaintiffs, named) &&
           std::ranges::none_of(told.defendants, named);
}

/// Where no words of the case stand in the sentence, "another suit" and "two suits" are others.
bool FilingWords::is_this_suit(std::size_t noun) const {
    constexpr WordClasses other = classes_of(WordClass::number, WordClass::new_case);
    constexpr std::size_t near = 3;
    for (std::size_t i = noun; !has_case() && i > 0 && i + near > noun; --i) {
        if ((classes_at(i - 1) & other) != 0 && words_.text(i - 1) != "one") {
            return false;
        }
    }
    return true;
}

/// The verb or noun by which a mention that tells of the filing speaks of the case; the
/// names of a caption are none.
bool FilingWords::is_anchor(std::size_t i) const {
    const auto& mentions = reading_.drafts[draft_].mentions;
    const bool is_later =
        (classes_at(i) & classes_of(WordClass::dispose)) != 0 || follows_suits(lemma_at(i));
    return (classes_at(i) & (any_verb | suit_nouns)) != 0 && !is_later &&
           std::ranges::any_of(mentions, [&](const CaseMention& mention) {
               return mention.tells_filing && mention.sentence == sentence_ &&
                      mention.anchor == at(i);
           });
}

/// "slapped" in "slapped X with a lawsuit": the verb before the noun of the same mention.
bool FilingWords::leads_to_anchor(std::size_t verb) const {
    if (!begins_suits(lemma_at(verb))) {
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

bool FilingWords::is_in_mention(std::size_t i) const {
    const auto& mentions = reading_.drafts[draft_].mentions;
    return std::ranges::any_of(mentions, [&](const CaseMention& mention) {
        return mention.tells_filing && mention.sentence == sentence_ &&
               mention.clause.begin <= at(i) && at(i) < mention.clause.end;
    });
}

bool FilingWords::has_case() const {
    const auto& mentions = reading_.drafts[draft_].mentions;
    return std::ranges::any_of(mentions,
                               [&](const CaseMention& each) { return each.sentence == sentence_; });
}

bool FilingWords::is_suit(std::size_t i) const { return (classes_at(i) & suit_nouns) != 0; }

/// "filed" tells of the case only if the sentence does, or names what was filed.
bool FilingWords::tells_filing(std::size_t i) const {
    if (is_anchor(i) || leads_to_anchor(i)) {
        return true;
    }
    if (is_noun_of_filing(i)) {
        return false;
    }
    const bool may_be_told = has_case() && !begins_anything(words_.text(i));
    return (is_filing_verb(words_.text(i)) && (may_be_told || files_suit(i))) ||
           (is_verb_of_suits(words_.text(i)) && files_suit(i));
}

/// "in a 13-D filing with the SEC"
bool FilingWords::is_noun_of_filing(std::size_t i) const {
    constexpr WordClasses opens =
        classes_of(WordClass::preposition, WordClass::be, WordClass::conjunction, WordClass::adverb,
                   WordClass::have, WordClass::relative);
    return words_.text(i) == "filing" && i > 0 && words_[i].gap == ' ' &&
           (classes_at(i - 1) & opens) == 0 && !files_suit(i);
}

bool FilingWords::files_suit(std::size_t verb) const {
    constexpr std::size_t near = 5;
    const bool guessed = words_.text(verb + 1) == "what";  // "filed what appears to be the first"
    const std::size_t farthest = verb + (guessed ? near + 2 : near);
    for (std::size_t i = verb + 1; i < words_.size() && i <= farthest; ++i) {
        if (is_suit(i)) {
            return is_this_suit(i);
        }
    }
    constexpr WordClasses between = classes_of(WordClass::be, WordClass::have, WordClass::adverb);
    std::size_t i = verb;
    while (i > 0 && verb - i < near && (classes_at(i - 1) & between) != 0) {
        --i;  // "the actions have also been filed"
    }
    for (std::size_t noun = i; noun > 0 && noun + 2 > i; --noun) {
        if (is_suit(noun - 1)) {
            return is_this_suit(noun - 1);
        }
    }
    return false;
}

bool FilingWords::may_own(std::size_t i) const {
    const FoldedWord& word = words_[i];
    const WordClasses known = classes_at(i);
    if ((known & classes_of(WordClass::carries_out)) != 0) {
        return is_anchor(i) ||
               (is_verb_of_suits(word.folded) && files_suit(i));  // not "went on to sue"
    }
    constexpr WordClasses plain =
        classes_of(WordClass::determiner, WordClass::possessive, WordClass::preposition);
    const bool modifies = word.gap == '-' || (i > 0 && (classes_at(i - 1) & plain) != 0);
    constexpr WordClasses finite =
        classes_of(WordClass::verb_past, WordClass::verb_participle, WordClass::verb_ing);
    constexpr WordClasses common = classes_of(WordClass::common);
    const bool says = (known & classes_of(WordClass::speech)) != 0;
    const bool verb =
        (known & finite) != 0 || says ||
        ((!word.capital || i == 0) && (known & ~common) == 0 && word.folded.ends_with("ed"));
    return is_anchor(i) || is_filing_verb(word.folded) || is_verb_of_suits(word.folded) ||
           (verb && !modifies && (!word.capital || i == 0));
}

/// "said on Friday it is suing": the suit is of that day; "that it had filed" is not.
bool FilingWords::is_speech_of_suing(std::size_t verb, std::size_t after) const {
    if ((classes_at(verb) & classes_of(WordClass::speech)) == 0) {
        return false;
    }
    if (announces_suit(verb)) {
        return true;
    }
    for (std::size_t i = after; i + 1 < words_.size(); ++i) {
        if (announces_suit(i)) {
            return true;
        }
        const std::string_view be = words_.text(i);
        if (be == "is" || be == "was" || be == "are" || be == "were" ||
            (be == "it" && words_[i].possessive)) {  // "it's suing"
            const std::string_view next = words_.text(i + 1);
            return next == "suing" || next == "filing" || next == "countersuing";
        }
        if (may_own(i)) {
            return false;
        }
    }
    return false;
}

/// "announced a lawsuit"
bool FilingWords::announces_suit(std::size_t verb) const {
    constexpr std::size_t near = 6;
    const std::string_view word = words_.text(verb);
    if (word != "announced" && word != "announces" && word != "announcing") {
        return false;
    }
    for (std::size_t i = verb + 1; i < words_.size() && i <= verb + near; ++i) {
        if (is_suit(i)) {
            return is_this_suit(i);
        }
        if (words_.text(i) == "that" || may_own(i)) {
            return false;
        }
    }
    return false;
}

/// "In August, after receiving a letter, Orbix filed": the first verb that is no gerund.
bool FilingWords::opens_clause_of_filing(std::size_t after) const {
    for (std::size_t i = after; i < words_.size(); ++i) {
        const bool progressive = i > 0 && (classes_at(i - 1) & classes_of(WordClass::be)) != 0;
        const bool gerund = words_.text(i).ends_with("ing") && !progressive && !is_anchor(i) &&
                            !is_filing_verb(words_.text(i));
        if ((classes_at(i) & classes_of(WordClass::modal)) != 0) {
            return false;  // "In May a court will hear the suit brought by Orbix"
        }
        if (may_own(i) && !gerund) {
            return tells_filing(i) || asks_court(i) || tells_filing(joined_to(i));
        }
    }
    return false;
}

/// "denied it but filed": the verb that is joined to this one, or the verb itself.
std::size_t FilingWords::joined_to(std::size_t verb) const {
    for (std::size_t i = verb + 1; i < words_.size(); ++i) {
        if (!may_own(i)) {
            continue;
        }
        std::size_t before = i - (words_[i].gap == '-' ? 2 : 1);  // "and counter-sued"
        while (before > verb && (classes_at(before) & classes_of(WordClass::adverb)) != 0) {
            --before;
        }
        const std::string_view word = words_.text(before);
        if (word == "and" || word == "but") {
            return i;
        }
        if (!words_.text(i).ends_with("ing")) {
            break;
        }
    }
    return verb;
}

std::string_view FilingWords::lemma_at(std::size_t i) const {
    const WordTable& words = reading_.tables.words;
    return words[words[words.find(words_.text(i))].lemma].text;
}

WordClasses FilingWords::classes_at(std::size_t i) const {
    return reading_.tables.words[reading_.tables.words.find(words_.text(i))].classes;
}

}  // namespace litigraph::ingest::detail
