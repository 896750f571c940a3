/// \file
/// Noun phrases of a sentence, and which of them name a thing. The vocabulary is open: a noun is
/// a thing unless its class, its ending or a row of subjects.tsv says that it is something else.
#pragma once

#include "folded_words.hpp"
#include "tables.hpp"
#include "text.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// Words [first, last).
struct Phrase {
    std::size_t first = 0;
    std::size_t last = 0;

    bool empty() const { return first >= last; }
};

/// Names of a sentence, as offsets into it, in order.
struct NamedSpans {
    std::span<const Span> masked;    ///< Parties, places, courts: no part of a phrase.
    std::span<const Span> products;  ///< Known to be things.
};

/// Borrows its arguments.
class SubjectPhrases {
  public:
    SubjectPhrases(const FoldedWords& words, const Lexicon::Tables& tables, NamedSpans names);

    /// Whether a phrase of the class begins at the word.
    bool is(std::size_t i, SubjectClass one) const {
        return i < begins_.size() && (begins_[i] & subject_bit(one)) != 0;
    }

    /// The longest phrase of the class that begins at the word.
    SubjectWords::Match match(std::size_t i, SubjectClass one) const {
        return is(i, one) ? tables_.subjects.match(words_, i, one) : SubjectWords::Match{};
    }

    bool has(std::size_t i, WordClasses wanted) const {
        return i < classes_.size() && (classes_[i] & wanted) != 0;
    }

    /// A word that no noun phrase holds, unless a hyphen makes it part of another ("in-app").
    bool is_closed(std::size_t i) const;

    /// Whether a hyphen joins the word to the next.
    bool is_hyphened(std::size_t i) const;

    /// Whether the word is of a name that is no part of a subject.
    bool is_masked(std::size_t i) const;

    /// Whether punctuation stands before the word that no noun phrase holds.
    bool is_separated(std::size_t i) const;

    /// "com" in "folio.com"
    bool is_in_address(std::size_t i) const;

    bool begins_quoted_name(std::size_t i) const;

    /// A name alone in quotation marks.
    bool is_quoted_name(const Phrase& phrase) const;

    /// Whether a dash stands before the word, not a hyphen.
    bool is_after_dash(std::size_t i) const;

    /// The noun phrase that begins at the word, without determiners; empty if there is none.
    Phrase phrase_at(std::size_t i) const;

    /// The words before `end` that one noun phrase may hold; `numbered`: numbers too.
    Phrase phrase_before(std::size_t end, bool numbered) const;

    /// Without words at the ends that are no part of a subject.
    Phrase trimmed(Phrase phrase) const;

    /// The term that most of the phrase's words name, the last one of equals: heads stand last. A
    /// term may count in what follows the phrase: "video patents".
    std::string_view term_in(const Phrase& phrase) const;

    /// Whether a term of several words ends where the phrase does: "in-app purchases".
    bool ends_in_term(const Phrase& phrase) const;

    /// "catheters", "catheter system": what can be made, sold or copied, as far as words tell.
    bool is_concrete(const Phrase& phrase) const;

    /// "PlayStation", "PC 286", "iPhone": capitals inside a word, a model's number, a known name.
    bool is_product(const Phrase& phrase) const;

    /// Past "infringement" in "patent infringement".
    std::size_t skip_tails(std::size_t i) const;

    bool holds_excluded(const Phrase& phrase) const;

    /// A term of the taxonomy or a product by its head; a company that makes it is none.
    bool is_known(const Phrase& phrase) const;

    /// "Rivero Automotive"
    bool is_company_name(const Phrase& phrase) const;

    /// "Halcyte" where no "the", "its" or quotation mark opens it: rather somebody than something.
    bool is_bare_name(const Phrase& phrase) const;

    /// "cancellation", "quality"
    bool is_abstract(std::size_t i) const;

    /// People, companies and public bodies.
    bool is_somebody(std::size_t i) const;

    /// "... and challenge ...": no further item, whatever the list takes.
    bool begins_clause(std::size_t i) const;

    /// "$1.8M"
    bool is_amount(const Phrase& phrase) const { return words_[phrase.first].gap == '$'; }

    /// "gb2415714"
    static bool is_long_number(std::string_view word);

    /// A capital that no sentence and no headline asks for.
    bool is_name_word(std::size_t i) const;

    /// Whether the word has no capital, or one that says nothing: it may be a verb.
    bool is_small(std::size_t i) const { return !words_[i].capital || is_title_case_; }

    /// Whether words that are no subject end the phrase: "poison pill".
    bool ends_in_excluded(const Phrase& phrase) const;

  private:
    bool continues(std::size_t first, std::size_t i) const;

    bool is_inside_quotes(std::size_t first, std::size_t i) const;

    /// "million" in "12 million of its photographs"
    bool is_counted(std::size_t number) const;

    /// How many words from here on are no part of a subject that they stand before.
    std::size_t lead_words(std::size_t i) const;

    /// "One" in "the One Lamp"
    bool begins_name(std::size_t i) const;

    /// "of" in "Legend of the Lake"
    bool joins_name(std::size_t i) const;

    bool may_stand_before_right(std::size_t i) const;

    /// "to stream"; not the "cloud" of "relating to cloud".
    bool is_infinitive(std::size_t i) const;

    /// `opened`: "the" or "its" before it makes it a noun, though it may be a verb.
    bool is_concrete_noun(std::size_t i, bool opened) const;

    /// "infringement", "negligence": nouns of acts and qualities.
    static bool has_abstract_ending(std::string_view word);

    /// "patents" after "battery"; also "parents", one letter wrong, after a term of the taxonomy.
    bool is_tail(const Phrase& phrase) const;

    static bool is_misspelt_patents(std::string_view word);

  protected:
    const FoldedWords& words_;
    const Lexicon::Tables& tables_;

  private:
    NamedSpans names_;
    std::vector<WordClasses> classes_;    ///< Of each word.
    std::vector<SubjectClasses> begins_;  ///< Of the phrases that begin at each word.
    bool is_title_case_ = false;          ///< A headline: capitals say nothing.
};

}  // namespace litigraph::ingest::detail
