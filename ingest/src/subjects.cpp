#include "subjects.hpp"

#include "subject_lists.hpp"

#include <algorithm>
#include <array>

// A phrase is a subject because of where it stands, not because of what it is. After a right
// ("patents covering X") any noun phrase is one; after a proceeding or an act ("sued over X",
// "copying X") a thing is; elsewhere only what is known: a term of the taxonomy or a product.

namespace litigraph::ingest::detail {

namespace {

constexpr std::size_t longest_title = 12;

class SubjectReader : public SubjectLists {
  public:
    using SubjectLists::SubjectLists;

    std::vector<SubjectMention> read() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            read_right(i);
            read_suit(i);
            read_before_suit(i);
            read_act(i);
            read_made(i);
            read_accused(i);
            read_patented(i);
            read_allegation(i);
            read_title(i);
        }
        read_things({0, 0, SubjectPlace::telling, Takes::known}, words_.size());
        return take();
    }

  private:
    /// Whether the sentence speaks of patents: then what is used or fought over is technical.
    bool is_patent_talk() const {
        const std::string_view text = words_.sentence();
        return text.find("patent") != std::string_view::npos ||
               text.find("Patent") != std::string_view::npos;
    }

    /// "battery patents", "patents covering batteries"
    void read_right(std::size_t i) {
        const auto right = right_at(i);
        if (right.words == 0 || match(i, SubjectClass::excluded).words > right.words) {
            return;  // "patent trolls"
        }
        if (is(i, SubjectClass::right)) {
            read_before(i, right);
        }
        const Takes most = right.has(SubjectClass::registered) ? Takes::anything : Takes::thing;
        const std::size_t after = skip_aside(skip_numbers(skip_tails(i + right.words)));
        const auto link = match(after, SubjectClass::right_link);
        const bool told = has(after, any_verb) || words_.text(after).ends_with("ing");
        const bool goes_on = !is_separated(after) || (words_[after].gap == ',' && told);
        if (link.words != 0 && goes_on) {
            const std::string_view word = words_.text(after);
            const bool loose = word == "in" || word == "over" || word == "of";
            const Cue cue{i, after + link.words, SubjectPlace::right, loose ? Takes::thing : most};
            const bool opened = has(cue.last, classes_of(WordClass::determiner));
            if (most == Takes::anything && add_quote(cue.last + (opened ? 1 : 0), cue)) {
                return;  // "covering a 'hinge that folds by itself'"
            }
            read_list(cue.last, cue);
            read_things({cue.first, cue.last, SubjectPlace::right, Takes::known},
                        clause_end(cue.last));
        } else if (enables(after)) {  // "technology that lets users share playlists"
            add(trimmed(inside_relative(after)), {i, after, SubjectPlace::right, Takes::thing});
        } else if (const std::size_t list = list_at(after); list != 0) {
            read_list(list, {i, list, SubjectPlace::right, most});
        }
    }

    /// "patents"; "one", "the other" and "9,999,001" where patents are spoken of.
    SubjectWords::Match right_at(std::size_t i) const {
        const auto right = match(i, SubjectClass::right);
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

    /// "patents Nos 8,457,145 and 8,537,757"
    std::size_t skip_numbers(std::size_t i) const {
        constexpr std::array<std::string_view, 6> parts = {"no",      "nos", "number",
                                                           "numbers", "us",  "and"};
        std::size_t at = i;
        bool any = false;
        while (at < words_.size() && (words_[at].number || is_long_number(words_.text(at)) ||
                                      std::ranges::find(parts, words_.text(at)) != parts.end())) {
            any = any || words_[at].number || is_long_number(words_.text(at));
            ++at;
        }
        return any ? at : i;
    }

    /// 'a patent entitled "Folding hinge"': the whole title.
    void read_title(std::size_t i) {
        if (is(i, SubjectClass::title) && is_patent_talk()) {
            add_quote(i + 1, {i, i + 1, SubjectPlace::right, Takes::anything});
        }
    }

    /// All that stands in the quotation marks which open before the word, if it is short.
    bool add_quote(std::size_t i, const Cue& cue) {
        const char quote = i < words_.size() ? words_[i].gap : ' ';
        if (quote != '"' && quote != '\'') {
            return false;
        }
        std::size_t last = i + 1;
        while (last < words_.size() && words_[last].gap != quote && last - i < longest_title) {
            ++last;
        }
        const bool closed = last == words_.size() || words_[last].gap == quote;
        if (!closed || last - i < 2) {
            return false;
        }
        push({i, last}, cue, term_in({i, last}));
        return true;
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
        add(phrase, {right, right + match.words, SubjectPlace::right, takes});
    }

    /// "sued over batteries"
    void read_suit(std::size_t i) {
        const auto link = match(i, SubjectClass::suit_link);
        if (link.words == 0) {
            return;
        }
        const Cue cue{i, i + link.words, SubjectPlace::suit, Takes::known};
        if (names_dispute(i, cue.last)) {
            read_list(cue.last, {i, cue.last, SubjectPlace::right, Takes::thing});
            return;
        }
        if (!follows_suit(i)) {
            read_list(cue.last, cue);
            return;
        }
        const Takes takes = is_patent_talk() ? Takes::anything : Takes::thing;
        read_list(cue.last, {cue.first, cue.last, SubjectPlace::suit, takes});
        read_things({cue.first, cue.last, SubjectPlace::allegation, Takes::known},
                    clause_end(cue.last));
    }

    /// "at the heart of the case is": the words themselves say that there is a dispute.
    bool names_dispute(std::size_t first, std::size_t last) const {
        constexpr WordClasses dispute =
            classes_of(WordClass::suit, WordClass::weak_suit, WordClass::undirected);
        for (std::size_t i = first; i < last; ++i) {
            if (has(i, dispute) || words_.text(i) == "issue") {
                return true;
            }
        }
        return false;
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
            add(phrase, {i, i + 1, SubjectPlace::suit, Takes::known});
        }
    }

    /// "copying its batteries", "importation of certain batteries"
    void read_act(std::size_t i) {
        const auto act = match(i, SubjectClass::act);
        if (act.words != 0) {
            const bool wrong = act.has(SubjectClass::wrong);
            const bool used = wrong || words_.text(i) == "use";
            Cue cue{i, i + act.words, wrong ? SubjectPlace::wrong : SubjectPlace::act};
            cue.takes = used && is_patent_talk() ? Takes::anything : Takes::thing;
            cue.names_thing = true;
            read_list(cue.last, cue);
        }
    }

    /// "the maker of batteries"
    void read_made(std::size_t i) {
        if (is(i, SubjectClass::made) && is_somebody(i) && words_.text(i + 1) == "of") {
            read_list(i + 2, {i, i + 2, SubjectPlace::made, Takes::thing, true});
        }
    }

    /// "its spreadsheet program violates the copyright"
    void read_accused(std::size_t i) {
        const bool charged = is(i, SubjectClass::wrong) && i > 0 && words_.text(i - 1) == "of";
        if (!is(i, SubjectClass::infringes) && !charged) {
            return;
        }
        std::size_t last = i;
        while (last > 0 && is_between_accused(last - 1)) {
            --last;
        }
        const Cue cue{i, i + 1, SubjectPlace::wrong, Takes::thing};
        const Phrase accused = phrase_before(last, true);
        // "its lamp, Nimbus, infringes": a name told as what another is.
        add(trimmed(accused), {i, i + 1, SubjectPlace::wrong, Takes::thing, is_separated(last)});
        std::size_t joint = accused.first;
        while (joint > 0 && has(joint - 1, classes_of(WordClass::determiner))) {
            --joint;
        }
        if (!accused.empty() && joint > 0 && words_.text(joint - 1) == "and") {
            read_joined(joint - 1, cue);
        }
    }

    /// "its Nimbus, Orion and" before another accused
    void read_joined(std::size_t end, const Cue& cue) {
        for (Phrase item = phrase_before(end, true); !item.empty();
             item = phrase_before(item.first, true)) {
            // A name in such a list names no more of somebody than the last item does.
            add(trimmed(item),
                {cue.first, cue.last, cue.place, cue.takes, is_name_word(item.first)});
            if (item.first == 0 || words_[item.first].gap != ',') {
                return;
            }
        }
    }

    /// "lamps that Zephra patented", "its lamps use a method patented by Zephra"
    void read_patented(std::size_t i) {
        constexpr std::size_t near = 5;
        if (words_.text(i) != "patented") {
            return;
        }
        const bool passive = words_.text(i + 1) == "by";
        for (std::size_t at = i; at > 0 && at + near > i; --at) {
            const std::string_view word = words_.text(at - 1);
            if (!passive && (word == "that" || word == "which")) {
                add(trimmed(phrase_before(at - 1, false)),
                    {i, i + 1, SubjectPlace::right, Takes::anything});
                return;
            }
            if (passive && (word == "use" || word == "uses" || word == "used")) {
                add(trimmed(phrase_before(at - 1, true)),
                    {i, i + 1, SubjectPlace::wrong, Takes::thing});
                return;
            }
        }
    }

    /// "deliberately" in "its lamp deliberately infringes", "of" in "accuses its lamp of
    /// infringing"
    bool is_between_accused(std::size_t i) const {
        constexpr WordClasses between =
            classes_of(WordClass::adverb, WordClass::do_, WordClass::negation, WordClass::modal);
        return has(i, between) || words_.text(i).ends_with("ly") ||
               (words_.text(i) == "of" && words_.text(i + 1).ends_with("ing"));
    }

    /// "claims that its shoes ...": the things spoken of after the verb, up to the sentence's end.
    void read_allegation(std::size_t verb) {
        if (is(verb, SubjectClass::alleges)) {
            read_things({verb, verb + 1, SubjectPlace::allegation, Takes::known}, words_.size());
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
            const Cue cue{preposition, act + 1, SubjectPlace::act, Takes::thing};
            read_list(act + 1, cue);
            read_things({cue.first, cue.last, SubjectPlace::allegation, Takes::known},
                        clause_end(act));
        }
    }
};

}  // namespace

std::string_view rule_of(SubjectPlace place) {
    constexpr std::array<std::string_view, 8> rules = {
        "subject-of-right", "subject-of-suit",       "subject-of-wrong",   "subject-of-act",
        "subject-of-maker", "subject-of-allegation", "subject-of-content", "subject-of-telling"};
    return rules[static_cast<std::size_t>(place)];
}

std::vector<SubjectMention> find_subjects(const FoldedWords& words, const Lexicon::Tables& tables,
                                          NamedSpans names) {
    return SubjectReader(words, tables, names).read();
}

}  // namespace litigraph::ingest::detail
