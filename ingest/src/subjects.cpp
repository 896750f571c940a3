#include "subjects.hpp"

#include "subject_phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

// A phrase is a subject because of where it stands, not because of what it is. After a right
// ("patents covering X") any noun phrase is one; after a proceeding or an act ("sued over X",
// "copying X") only a thing is: a term of the taxonomy, goods, or a product's name.

namespace litigraph::ingest::detail {

namespace {

constexpr std::string_view of_right = "subject-of-right";
constexpr std::string_view of_allegation = "subject-of-allegation";

struct Cue {
    std::size_t first = 0;  ///< Words [first, last).
    std::size_t last = 0;
    std::string_view rule;
    bool takes_anything = false;
};

class SubjectReader : public SubjectPhrases {
  public:
    using SubjectPhrases::SubjectPhrases;

    std::vector<SubjectMention> read() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            read_right(i);
            read_suit(i);
            read_before_suit(i);
            read_act(i);
            read_accused(i);
            read_allegation(i);
        }
        return std::move(found_);
    }

  private:
    /// Whether the sentence speaks of patents: then what is used or fought over is technical.
    bool is_patent_talk() const {
        const std::string_view text = words_.sentence();
        return text.find("patent") != std::string_view::npos;
    }

    /// "battery patents", "patents covering batteries"
    void read_right(std::size_t i) {
        const auto right = right_at(i);
        if (right.words == 0) {
            return;
        }
        read_before(i, right);
        const bool registered = right.has(SubjectClass::registered);
        const std::size_t after = skip_aside(skip_numbers(skip_tails(i + right.words)));
        const auto link = tables_.subjects.match(words_, after, SubjectClass::right_link);
        if (link.words != 0 && !is_separated(after)) {
            const std::string_view word = words_.text(after);
            const bool loose = word == "in" || word == "over" || word == "of";
            const Cue cue{i, after + link.words, of_right, registered && !loose};
            read_list(cue.last, cue);
            read_things(cue, clause_end(cue.last));
        } else if (const std::size_t list = list_at(after); list != 0) {
            read_list(list, {i, list, of_right, registered});
        }
    }

    /// "patents"; "one" and "the other" where patents are spoken of.
    SubjectWords::Match right_at(std::size_t i) const {
        const auto right = tables_.subjects.match(words_, i, SubjectClass::right);
        constexpr std::array<std::string_view, 6> parts = {"another", "one",    "ones",
                                                           "other",   "others", "those"};
        const bool part = std::ranges::find(parts, words_.text(i)) != parts.end();
        if (right.words == 0 && part && is_patent_talk()) {
            return {subject_bit(SubjectClass::registered), 1};
        }
        return right;
    }

    /// "patents in question", "patents, which": the word after the aside.
    std::size_t skip_aside(std::size_t i) const {
        constexpr std::array<std::string_view, 4> nouns = {"dispute", "issue", "question", "suit"};
        const bool at_issue = (words_.text(i) == "in" || words_.text(i) == "at") &&
                              std::ranges::find(nouns, words_.text(i + 1)) != nouns.end();
        const std::size_t at = at_issue ? i + 2 : i;
        const bool relative = words_.text(at) == "which" || words_.text(at) == "that";
        return relative ? at + 1 : at;
    }

    /// The word after "including" or "such as" at `i`; 0 if there is none.
    std::size_t list_at(std::size_t i) const {
        if (words_.text(i) == "including" || words_.text(i) == "like" ||
            words_.text(i) == "namely") {
            return i + 1;
        }
        return words_.text(i) == "such" && words_.text(i + 1) == "as" ? i + 2 : 0;
    }

    /// "patents Nos 8,457,145 and 8,537,757"
    std::size_t skip_numbers(std::size_t i) const {
        constexpr std::array<std::string_view, 6> parts = {"no",      "nos", "number",
                                                           "numbers", "us",  "and"};
        std::size_t at = i;
        bool any = false;
        while (at < words_.size() &&
               (words_[at].number || std::ranges::find(parts, words_.text(at)) != parts.end())) {
            any = any || words_[at].number;
            ++at;
        }
        return any ? at : i;
    }

    void read_before(std::size_t right, const SubjectWords::Match& match) {
        const Phrase phrase = is_separated(right) ? Phrase{} : trimmed(phrase_before(right, false));
        if (!phrase.empty() && begins_clause(phrase.first)) {
            return;
        }
        const bool plural = words_.text(right).ends_with('s') && phrase.last - phrase.first > 1;
        add(phrase,
            {right, right + match.words, of_right, plural && match.has(SubjectClass::registered)});
    }

    /// "sued over batteries"
    void read_suit(std::size_t i) {
        const auto link = tables_.subjects.match(words_, i, SubjectClass::suit_link);
        if (link.words != 0) {
            read_list(i + link.words, {i, i + link.words, "subject-of-suit", is_patent_talk()});
            read_things({i, i + link.words, of_allegation, false}, clause_end(i + link.words));
        }
    }

    /// "the router suit"
    void read_before_suit(std::size_t i) {
        constexpr WordClasses suit =
            classes_of(WordClass::suit, WordClass::weak_suit, WordClass::undirected);
        if (!has(i, suit) || i == 0 || is_separated(i)) {
            return;
        }
        std::size_t last = i;
        while (last > 1 && has(last - 1, classes_of(WordClass::legal_modifier))) {
            --last;
        }
        const Phrase phrase = trimmed(phrase_before(last, false));
        if (!phrase.empty() && is_named_thing(phrase)) {
            add(phrase, {i, i + 1, "subject-of-suit", false});
        }
    }

    /// "copying its batteries", "importation of certain batteries"
    void read_act(std::size_t i) {
        const auto act = tables_.subjects.match(words_, i, SubjectClass::act);
        if (act.words != 0) {
            const bool used = act.has(SubjectClass::patent_act) || words_.text(i) == "use";
            read_list(i + act.words,
                      {i, i + act.words, "subject-of-act", used && is_patent_talk()});
        }
    }

    /// "its spreadsheet program violates the copyright"
    void read_accused(std::size_t i) {
        constexpr std::array<std::string_view, 5> verbs = {"infringe", "infringed", "infringes",
                                                           "violate", "violates"};
        if (std::ranges::find(verbs, words_.text(i)) == verbs.end()) {
            return;
        }
        const Cue cue{i, i + 1, "subject-of-act", false};
        const Phrase last = phrase_before(i, true);
        add(trimmed(last), cue);
        if (last.first > 1 && words_.text(last.first - 1) == "and") {
            add(trimmed(phrase_before(last.first - 1, true)), cue);
        }
    }

    /// "claims that its shoes ...": the things spoken of after the verb, up to the sentence's end.
    void read_allegation(std::size_t verb) {
        if (is(verb, SubjectClass::alleges)) {
            read_things({verb, verb + 1, of_allegation, false}, words_.size());
        } else if (words_.text(verb) == "for" && words_.text(verb + 1).ends_with("ing")) {
            // "sued for copying its shoes"
            read_things({verb, verb + 1, of_allegation, false}, clause_end(verb + 1));
        }
    }

    void read_things(const Cue& cue, std::size_t end) {
        const Cue strict{cue.first, cue.last, cue.rule, false};
        for (std::size_t i = cue.last; i < end;) {
            const Phrase phrase = phrase_at(i);
            const Phrase thing = trimmed(before_tail(phrase));
            if (!phrase.empty() && is_named_thing(thing)) {
                add(thing, strict);
            }
            i = std::max(phrase.last, i + 1);
        }
    }

    /// "app store" of "app store fees break": what stands before the first word that ends a
    /// subject.
    Phrase before_tail(const Phrase& phrase) const {
        for (std::size_t i = phrase.first + 1; i < phrase.last; ++i) {
            if (is(i, SubjectClass::tail) && !is(i, SubjectClass::generic)) {
                return {phrase.first, i};
            }
        }
        return phrase;
    }

    /// Where the next comma stands, or as far as a clause usually goes.
    std::size_t clause_end(std::size_t i) const {
        constexpr std::size_t usual_length = 12;
        const std::size_t farthest = std::min(words_.size(), i + usual_length);
        while (i < farthest && !is_separated(i)) {
            ++i;
        }
        return i;
    }

    /// "cloud infrastructure, security and performance": what describes the first item describes
    /// the others too.
    void read_list(std::size_t i, Cue cue) {
        std::string_view shared;
        for (std::optional<std::size_t> item = i; item && *item < words_.size();) {
            Phrase phrase = phrase_at(*item);
            if (phrase.empty()) {
                return;
            }
            std::size_t end = phrase.last;
            if (const Phrase inner = inside_hollow(phrase); !inner.empty()) {
                phrase = inner;
                end = inner.last;
            }
            const bool taken = add(trimmed(phrase), cue, shared);
            shared = shared.empty() && phrase.last - phrase.first == 2 ? words_.text(phrase.first)
                                                                       : shared;
            item = next_item(skip_attached(end));
            cue.takes_anything = (cue.takes_anything || (taken && cue.rule == of_right)) && item &&
                                 !begins_clause(*item);
        }
    }

    /// "methods of charging batteries": what follows a head that says nothing.
    Phrase inside_hollow(const Phrase& phrase) const {
        const std::string_view next = words_.text(phrase.last);
        if (const std::size_t list = list_at(phrase.last); list != 0 && list < words_.size()) {
            const bool says_nothing = is(phrase.last - 1, SubjectClass::generic) ||
                                      is(phrase.last - 1, SubjectClass::excluded);
            return says_nothing ? phrase_at(list) : Phrase{};
        }
        if ((next == "that" || next == "which") && words_.text(phrase.last + 1).ends_with('s') &&
            is(phrase.last - 1, SubjectClass::hollow)) {
            return phrase_at(phrase.last + 2);  // "a device that monitors batteries"
        }
        const bool opens = (next == "of" || next == "for") && !is_separated(phrase.last);
        if (!opens || !is(phrase.last - 1, SubjectClass::hollow)) {
            return {};
        }
        const std::size_t first = phrase.last + 1;
        const Phrase made = words_.text(first).ends_with("ing") ? phrase_at(first + 1) : Phrase{};
        return made.empty() ? phrase_at(first) : made;
    }

    /// Past "during data transmission", which belongs to the item before.
    std::size_t skip_attached(std::size_t end) const {
        const bool attached = end < words_.size() && !is_separated(end) &&
                              has(end, classes_of(WordClass::preposition));
        const Phrase phrase = attached ? phrase_at(end + 1) : Phrase{};
        return phrase.empty() ? end : phrase.last;
    }

    /// Where the next item of a list begins. A comma joins items only if "and" joins the last.
    std::optional<std::size_t> next_item(std::size_t end) const {
        const auto is_and = [&](std::size_t i) {
            return words_.text(i) == "and" || words_.text(i) == "or";
        };
        if (end >= words_.size()) {
            return std::nullopt;
        }
        if (is_and(end)) {
            return end + 1;
        }
        if (words_[end].gap != ',') {
            return std::nullopt;
        }
        const Phrase item = phrase_at(end);
        if (item.empty() || !next_item(item.last)) {
            return std::nullopt;
        }
        return end;
    }

    /// The term of one word with the description that it shares with the item before.
    std::string_view shared_term(const Phrase& phrase, std::string_view shared) const {
        if (shared.empty() || phrase.last - phrase.first != 1) {
            return {};
        }
        const std::string text = std::string(shared) + ' ' + std::string(words_.text(phrase.first));
        const FoldedWords both(text);
        const auto match = tables_.technologies.match(both, 0);
        return match.words == 2 ? match.id : std::string_view{};
    }

    bool add(const Phrase& phrase, const Cue& cue, std::string_view shared = {}) {
        if (phrase.empty() || !is_subject(phrase, cue)) {
            return false;
        }
        const std::size_t last = phrase.last - 1;
        const std::string_view term = shared_term(phrase, shared);
        found_.push_back({words_[phrase.first].begin, words_[last].end, words_[cue.first].begin,
                          words_[cue.last - 1].end, cue.rule,
                          term.empty() ? term_in(phrase) : term});
        return true;
    }

    bool is_subject(const Phrase& phrase, const Cue& cue) const {
        const std::size_t head = phrase.last - 1;
        const bool alone = phrase.last - phrase.first == 1;
        if (is(phrase.first, SubjectClass::right) || is_long_number(words_.text(head))) {
            return false;
        }
        const bool named = ends_in_term(phrase);
        if ((is(head, SubjectClass::excluded) && !named) ||
            (alone && is(head, SubjectClass::generic))) {
            return false;
        }
        const bool numbered = words_[head].number && is_product(phrase);
        if ((words_[head].number ? !numbered : words_.text(head).size() < 2) ||
            has(head, classes_of(WordClass::time))) {
            return false;
        }
        const bool is_thing = !term_in(phrase).empty() || is_goods(phrase) || is_product(phrase);
        const bool is_act = alone && has(head, any_verb) && !words_[head].capital;
        return is_thing || (cue.takes_anything && !is_act);
    }

    std::vector<SubjectMention> found_;
};

}  // namespace

std::vector<SubjectMention> find_subjects(const FoldedWords& words, const Lexicon::Tables& tables,
                                          std::span<const Span> masked) {
    return SubjectReader(words, tables, masked).read();
}

}  // namespace litigraph::ingest::detail
