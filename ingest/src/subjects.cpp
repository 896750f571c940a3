#include "subjects.hpp"

#include "subject_phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

// A phrase is a subject because of where it stands, not because of what it is. After a right
// ("patents covering X") any noun phrase is one; after a proceeding or an act ("sued over X",
// "copying X") a thing is; elsewhere only what is known: a term of the taxonomy or a product.

namespace litigraph::ingest::detail {

namespace {

constexpr std::string_view of_right = "subject-of-right";
constexpr std::string_view of_suit = "subject-of-suit";
constexpr std::string_view of_act = "subject-of-act";
constexpr std::string_view of_wrong = "subject-of-wrong";
constexpr std::string_view of_allegation = "subject-of-allegation";
constexpr std::string_view of_content = "subject-of-content";
constexpr std::string_view of_telling = "subject-of-telling";

constexpr std::size_t longest_title = 12;

/// What a phrase has to be to stand in a place.
enum class Takes : std::uint8_t { known, thing, anything };

struct Cue {
    std::size_t first = 0;  ///< Words [first, last).
    std::size_t last = 0;
    std::string_view rule;
    Takes takes = Takes::known;
    bool names_thing = false;  ///< A name that stands there names no person or company.
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
            read_title(i);
        }
        read_things({0, 0, of_telling, Takes::known}, words_.size());
        drop_repeats();
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
        if (is(i, SubjectClass::right)) {
            read_before(i, right);
        }
        const Takes most = right.has(SubjectClass::registered) ? Takes::anything : Takes::thing;
        const std::size_t after = skip_aside(skip_numbers(skip_tails(i + right.words)));
        const auto link = tables_.subjects.match(words_, after, SubjectClass::right_link);
        if (link.words != 0 && !is_separated(after)) {
            const std::string_view word = words_.text(after);
            const bool loose = word == "in" || word == "over" || word == "of";
            const Cue cue{i, after + link.words, of_right, loose ? Takes::thing : most};
            read_list(cue.last, cue);
            read_things({cue.first, cue.last, of_right, Takes::known}, clause_end(cue.last));
        } else if (const std::size_t list = list_at(after); list != 0) {
            read_list(list, {i, list, of_right, most});
        }
    }

    /// "patents"; "one", "the other" and "9,999,001" where patents are spoken of.
    SubjectWords::Match right_at(std::size_t i) const {
        const auto right = tables_.subjects.match(words_, i, SubjectClass::right);
        constexpr std::array<std::string_view, 6> parts = {"another", "one",    "ones",
                                                           "other",   "others", "those"};
        const bool part = std::ranges::find(parts, words_.text(i)) != parts.end();
        const bool numbered = is_long_number(words_.text(i)) && is_patent_talk();
        if (right.words == 0 && ((part && is_patent_talk()) || numbered)) {
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

    /// 'a patent entitled "Folding hinge"': the whole title.
    void read_title(std::size_t i) {
        if (!is(i, SubjectClass::title) || i + 1 >= words_.size() || words_[i + 1].gap != '"' ||
            !is_patent_talk()) {
            return;
        }
        std::size_t last = i + 2;
        while (last < words_.size() && words_[last].gap != '"' && last - i <= longest_title) {
            ++last;
        }
        push({i + 1, last}, {i, i + 1, of_right, Takes::anything}, term_in({i + 1, last}));
    }

    void read_before(std::size_t right, const SubjectWords::Match& match) {
        const Phrase phrase = is_separated(right) ? Phrase{} : trimmed(phrase_before(right, false));
        if (!phrase.empty() && begins_clause(phrase.first)) {
            return;
        }
        const bool plural = words_.text(right).ends_with('s') && phrase.last - phrase.first > 1;
        const Takes takes = !match.has(SubjectClass::registered) ? Takes::known
                            : plural                             ? Takes::anything
                                                                 : Takes::thing;
        add(phrase, {right, right + match.words, of_right, takes});
    }

    /// "sued over batteries"
    void read_suit(std::size_t i) {
        const auto link = tables_.subjects.match(words_, i, SubjectClass::suit_link);
        if (link.words == 0) {
            return;
        }
        const Cue cue{i, i + link.words, of_suit, Takes::known};
        if (!follows_suit(i)) {
            read_list(cue.last, cue);
            return;
        }
        const Takes takes = is_patent_talk() ? Takes::anything : Takes::thing;
        read_list(cue.last, {cue.first, cue.last, of_suit, takes});
        read_things({cue.first, cue.last, of_allegation, Takes::known}, clause_end(cue.last));
    }

    /// Whether the last verb or legal noun before the word speaks of a proceeding or a right: "sued
    /// Zephra in May over ...", not "took over ...".
    bool follows_suit(std::size_t i) const {
        constexpr WordClasses legal =
            classes_of(WordClass::suit, WordClass::weak_suit, WordClass::vague_suit,
                       WordClass::undirected, WordClass::counter, WordClass::court);
        constexpr WordClasses told = classes_of(WordClass::verb_past, WordClass::verb_participle,
                                                WordClass::verb_s, WordClass::verb_ing);
        constexpr WordClasses noun_too = classes_of(WordClass::noun);
        constexpr std::size_t farthest = 25;
        for (std::size_t at = i; at > 0 && i - at < farthest; --at) {
            if (is(at - 1, SubjectClass::sues) || has(at - 1, legal) ||
                right_at(at - 1).has(SubjectClass::registered)) {
                return true;
            }
            if (has(at - 1, told) && !words_[at - 1].capital && !has(at - 1, noun_too)) {
                return false;
            }
        }
        return false;
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
        if (is_known(phrase)) {
            add(phrase, {i, i + 1, of_suit, Takes::known});
        }
    }

    /// "copying its batteries", "importation of certain batteries"
    void read_act(std::size_t i) {
        const auto act = tables_.subjects.match(words_, i, SubjectClass::act);
        if (act.words != 0) {
            const bool wrong = act.has(SubjectClass::patent_act);
            const bool used = wrong || words_.text(i) == "use";
            read_list(i + act.words, {i, i + act.words, wrong ? of_wrong : of_act,
                                      used && is_patent_talk() ? Takes::anything : Takes::thing});
        }
    }

    /// "its spreadsheet program violates the copyright"
    void read_accused(std::size_t i) {
        if (!is(i, SubjectClass::infringes)) {
            return;
        }
        std::size_t last = i;
        while (last > 0 &&
               (has(last - 1, classes_of(WordClass::adverb, WordClass::do_, WordClass::negation)) ||
                words_.text(last - 1).ends_with("ly"))) {
            --last;
        }
        const Cue cue{i, i + 1, of_wrong, Takes::thing};
        const Phrase accused = phrase_before(last, true);
        // "its lamp, Nimbus, infringes": a name told as what another is.
        add(trimmed(accused), {i, i + 1, of_wrong, Takes::thing, is_separated(last)});
        std::size_t joint = accused.first;
        while (joint > 0 && has(joint - 1, classes_of(WordClass::determiner))) {
            --joint;
        }
        if (!accused.empty() && joint > 0 && words_.text(joint - 1) == "and") {
            add(trimmed(phrase_before(joint - 1, true)), cue);
        }
    }

    /// "claims that its shoes ...": the things spoken of after the verb, up to the sentence's end.
    void read_allegation(std::size_t verb) {
        if (is(verb, SubjectClass::alleges)) {
            read_things({verb, verb + 1, of_allegation, Takes::known}, words_.size());
        } else if (words_.text(verb) == "for" || words_.text(verb) == "of") {
            read_charge(verb);
        }
    }

    /// "sued for copying its shoes", "accused of allegedly scraping photographs"
    void read_charge(std::size_t preposition) {
        std::size_t act = preposition + 1;
        while (has(act, classes_of(WordClass::adverb))) {
            ++act;
        }
        if (words_.text(act).ends_with("ing") && follows_suit(preposition)) {
            const Cue cue{preposition, act + 1, of_act, Takes::thing};
            read_list(act + 1, cue);
            read_things({cue.first, cue.last, of_allegation, Takes::known}, clause_end(act));
        }
    }

    /// What is known between the cue and `end`, and any other thing as content.
    void read_things(const Cue& cue, std::size_t end) {
        for (std::size_t i = cue.last; i < end;) {
            const Phrase phrase = phrase_at(i);
            const Phrase thing = trimmed(before_tail(phrase));
            if (!thing.empty() && !begins_clause(thing.first) && !holds_excluded(thing)) {
                add_thing(thing, cue);
            }
            i = std::max(phrase.last, i + 1);
        }
    }

    void add_thing(Phrase thing, const Cue& cue) {
        if (is_known(thing)) {
            add(thing, cue);
            return;
        }
        const bool acts = has(thing.first, classes_of(WordClass::verb_ing)) &&
                          !is_hyphened(thing.first) && thing.last - thing.first > 1;
        thing.first += acts ? 1 : 0;  // "stealing manuals"
        if (cue.rule != of_telling && is_concrete(thing)) {
            add(trimmed(thing), {cue.first, cue.last, of_content, Takes::thing});
        }
    }

    /// What is told in passing is no other subject if it is part of one.
    void drop_repeats() {
        const auto in_passing = [](const SubjectMention& each) {
            return each.rule == of_content || each.rule == of_telling;
        };
        std::vector<Span> taken;
        for (const SubjectMention& each : found_) {
            if (!in_passing(each)) {
                taken.push_back({each.begin, each.end});
            }
        }
        std::erase_if(found_, [&](const SubjectMention& each) {
            return in_passing(each) && std::ranges::any_of(taken, [&](const Span& span) {
                       return each.begin < span.end && span.begin < each.end;
                   });
        });
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
            const bool taken =
                add_with_object(phrase, end, cue) || add(trimmed(phrase), cue, shared);
            add_purpose(end, cue);
            shared = shared.empty() && phrase.last - phrase.first == 2 ? words_.text(phrase.first)
                                                                       : shared;
            item = next_item(skip_attached(end));
            if (taken && cue.rule == of_right) {
                cue.takes = Takes::anything;
            }
            if (item && begins_clause(*item)) {
                cue.takes = std::min(cue.takes, Takes::thing);
            }
        }
    }

    /// "methods of charging batteries": what follows a head that says nothing.
    Phrase inside_hollow(const Phrase& phrase) const {
        const std::string_view next = words_.text(phrase.last);
        const bool dash = phrase.last < words_.size() && is_after_dash(phrase.last);
        const std::size_t list = dash ? phrase.last : list_at(phrase.last);
        if (list != 0 && list < words_.size()) {
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

    /// "processing of images": an act with its object. Moves `end` past it.
    bool add_with_object(const Phrase& act, std::size_t& end, const Cue& cue) {
        const std::size_t of = act.last;
        if (!is_abstract(of - 1) || words_.text(of) != "of" || is_separated(of) ||
            is(of - 1, SubjectClass::excluded)) {
            return false;
        }
        const Phrase phrase = phrase_at(of + 1);
        const Phrase object = trimmed(phrase);
        if (object.empty() || !is_subject(object, cue)) {
            return false;
        }
        push({act.first, object.last}, cue, term_in(object));
        end = phrase.last;
        return true;
    }

    /// "televisions" in "patents on emitters for televisions"
    void add_purpose(std::size_t end, const Cue& cue) {
        if (words_.text(end) == "for" && !is_separated(end)) {
            add(trimmed(phrase_at(end + 1)), {cue.first, cue.last, cue.rule, Takes::thing});
        }
    }

    /// Past "during data transmission", which belongs to the item before.
    std::size_t skip_attached(std::size_t end) const {
        const bool attached = end < words_.size() && !is_separated(end) &&
                              has(end, classes_of(WordClass::preposition));
        const Phrase phrase = attached ? phrase_at(end + 1) : Phrase{};
        return phrase.empty() ? end : phrase.last;
    }

    /// Where the next item of a list begins. A comma joins items only if "and" joins the last or a
    /// dash or the sentence ends them.
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
        const std::size_t after = skip_attached(item.last);
        const bool closed = after == words_.size() || is_after_dash(after);
        if (item.empty() || (!closed && !next_item(after))) {
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
        const std::string_view term = shared_term(phrase, shared);
        push(phrase, cue, term.empty() ? term_in(phrase) : term);
        return true;
    }

    void push(const Phrase& phrase, const Cue& cue, std::string_view term) {
        const std::uint32_t begin = words_[phrase.first].begin;
        const std::uint32_t end = words_[phrase.last - 1].end;
        const bool cued = cue.last > cue.first;
        found_.push_back({begin, end, cued ? words_[cue.first].begin : begin,
                          cued ? words_[cue.last - 1].end : end, cue.rule, term, is_known(phrase)});
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
        if (!term_in(phrase).empty() || is_product(phrase)) {
            return true;
        }
        const bool is_act = alone && has(head, any_verb) && !words_[head].capital &&
                            !words_.text(head).ends_with("ing");
        return (cue.takes == Takes::anything && !is_act) ||
               (cue.takes == Takes::thing && is_concrete(phrase) &&
                (cue.names_thing || !is_bare_name(phrase)));
    }

    std::vector<SubjectMention> found_;
};

}  // namespace

std::vector<SubjectMention> find_subjects(const FoldedWords& words, const Lexicon::Tables& tables,
                                          std::span<const Span> masked) {
    return SubjectReader(words, tables, masked).read();
}

}  // namespace litigraph::ingest::detail
