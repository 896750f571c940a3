/// \file
/// The words that reading knows, each with its classes: what a word can be, not what it is here.
#pragma once

#include "word_index.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// One bit a class. Names in words.tsv and verbs.tsv are the enumerators.
enum class WordClass : std::uint8_t {
    determiner,
    possessive,
    pronoun,
    preposition,
    conjunction,
    modal,
    be,
    have,
    do_,
    negation,
    relative,
    conditional,
    adverb,
    time,
    number,
    suit,            ///< "lawsuit": a proceeding whatever stands around it.
    legal_modifier,  ///< "patent" in "patent action": makes a weak noun a proceeding.
    vague_suit,      ///< "claims": says nothing of a case without parties.
    weak_suit,       ///< "complaint": a proceeding if filed, or brought against somebody.
    counter,         ///< "countersuit": a proceeding that answers another.
    answer,          ///< "response" in "in response to a suit".
    court,
    validity,      ///< "revocation": an attack on a right, not a suit.
    right,         ///< "patents": what is asserted.
    transparent,   ///< "group" in "a group of users": the party is in the phrase with "of".
    precedent,     ///< "test" in "the test from X v. Y".
    outcome,       ///< "verdict".
    hypothetical,  ///< "possible" in "a possible lawsuit".
    undirected,    ///< "feud": adverse parties, but nobody sued.
    new_case,      ///< "another" in "another lawsuit".
    group,         ///< "shareholders": a described plaintiff or defendant.
    company_noun,  ///< "giant" in "the Finnish giant": refers to a company.
    public_noun,   ///< "agency": refers to a public body.
    accused,       ///< "defendants".
    accuser,       ///< "plaintiffs".
    pleading,      ///< "complaint": a proceeding named by what is written.
    doubtful,      ///< "rumours" that, "denied" that: what follows is no fact.
    unit_noun,     ///< "subsidiary".
    role,          ///< "analyst": speaks about a case, never a party.
    legal_form,
    title,  ///< "Mr", "chief executive": stands before a person's name.
    nationality,
    suit_trap,     ///< "grey" in "grey suit".
    common,        ///< Any other word that is no name even if capitalised.
    given_name,    ///< "Jane"
    office,        ///< "president": no part of the name that follows or goes before.
    agency_noun,   ///< "Commission" ends the name of a public body.
    org_noun,      ///< "Association" ends the name of an organisation.
    company_word,  ///< "Electronics" ends the name of a company.
    product_noun,  ///< "Maps" ends the name of a product.
    particle,      ///< "van" inside a person's name.
    trigger,       ///< An article without one is not about litigation.
    speech,        ///< Verb that reports: "said".
    plan,          ///< Verb whose infinitive is no fact: "plans to sue".
    carries_out,   ///< Verb whose infinitive is a fact: "went on to sue".
    dispose,       ///< Verb that ends a case: "dismissed".
    noun,          ///< Verb whose base form is as often a noun: "claim", "order".
    verb_base,
    verb_s,
    verb_past,
    verb_participle,
    verb_ing
};

using WordClasses = std::uint64_t;

template <class... Classes>
constexpr WordClasses classes_of(Classes... classes) {
    return ((WordClasses{1} << static_cast<unsigned>(classes)) | ... | WordClasses{0});
}

inline constexpr WordClasses any_verb =
    classes_of(WordClass::verb_base, WordClass::verb_s, WordClass::verb_past,
               WordClass::verb_participle, WordClass::verb_ing);

std::optional<WordClass> word_class_from_string(std::string_view name);

struct Word {
    WordClasses classes = 0;
    std::uint32_t lemma = 0;  ///< Entry of the verb's base form; 0 if it is no verb.
    std::string_view text;    ///< Lower case.
};

/// A hash table from lower-case words to entries. Entry 0 stands for all unknown words.
class WordTable {
  public:
    WordTable();

    /// Adds the classes to the word, which is made if new. Returns its entry.
    std::uint32_t add(std::string_view word, WordClasses classes);

    /// Adds a verb with all its forms. Empty `past` or `participle` mean the regular form.
    void add_verb(std::string_view lemma, std::string_view past, std::string_view participle,
                  WordClasses classes);

    /// The entry for an unknown lower-case word, by its ending: a past form for "-ed",
    /// a gerund for "-ing", an adverb for "-ly"; 0 for any other.
    static std::uint32_t guess(std::string_view word);

    /// The entry of a word in any case; 0 if unknown.
    std::uint32_t find(std::string_view word) const;

    /// The lemma of "is", "was" and the like.
    std::uint32_t be() const { return be_; }
    /// Entry of "have", whose forms likewise count as verbs where no other verb follows.
    std::uint32_t have() const { return have_; }

    /// As many entries as there are; the first few have no word.
    std::size_t size() const { return words_.size(); }

    const Word& operator[](std::uint32_t entry) const { return words_[entry]; }

  private:
    static constexpr std::uint32_t unknown_past = 1;
    static constexpr std::uint32_t unknown_ing = 2;
    static constexpr std::uint32_t unknown_adverb = 3;

    void add_form(const std::string& form, WordClasses classes, std::uint32_t lemma);

    std::uint32_t be_ = 0;
    std::uint32_t have_ = 0;
    std::deque<std::string> texts_;
    std::vector<Word> words_;
    WordIndex index_;
};

}  // namespace litigraph::ingest::detail
