/// \file
/// The phrases of a sentence: which words stand together, and which of them are verbs.
#pragma once

#include "mentions.hpp"
#include "text.hpp"
#include "word_table.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

enum class ChunkKind : std::uint8_t {
    nominal,  ///< "the Finnish giant Nokia"
    verb,     ///< "has not been sued"
    preposition,
    conjunction,
    comma,
    relative,     ///< "which"
    adverbial,    ///< "on Monday", "reportedly"
    conditional,  ///< "if"
    stop          ///< ";", ":"
};

/// How much of a fact a verb states.
enum class Mood : std::uint8_t {
    actual,
    planned,  ///< "plans to sue", "threatened to sue", "will sue"
    unreal    ///< "could sue", "did not sue", "if X sued"
};

/// Words that verbs are formed with.
inline constexpr WordClasses auxiliary_words =
    classes_of(WordClass::modal, WordClass::be, WordClass::have, WordClass::do_);
/// Words of the closed classes, which no phrase holds inside.
inline constexpr WordClasses closed_words =
    auxiliary_words | classes_of(WordClass::determiner, WordClass::possessive, WordClass::pronoun,
                                 WordClass::preposition, WordClass::conjunction,
                                 WordClass::negation, WordClass::relative, WordClass::conditional);

struct Chunk {
    ChunkKind kind = ChunkKind::stop;
    std::uint32_t first = 0;  ///< Tokens [first, last).
    std::uint32_t last = 0;
    std::uint32_t head = 0;  ///< Token of the head noun, main verb or preposition.

    // Nominals.
    std::uint32_t name = no_index;       ///< Name at the head; no_index for a common noun.
    std::uint32_t possessor = no_index;  ///< Chunk of "Apple" for "suit" in "Apple's suit".
    bool is_possessive = false;          ///< "Apple's"
    bool is_pronoun = false;
    bool is_suit = false;  ///< "it" where the suit of the sentence before is meant.

    bool is_dash = false;  ///< Of commas: a dash stands for one.

    // Verbs.
    std::uint32_t lemma = 0;  ///< Entry of the base form; 0 for a verb that is not known.
    bool has_auxiliary = false;
    bool is_passive = false;
    bool is_infinitive = false;
    bool is_gerund = false;      ///< "suing" without "is".
    bool is_participle = false;  ///< "sued" without auxiliary: past tense or participle.
    bool is_phrasal = false;     ///< "hit back"
    Mood mood = Mood::actual;
};

/// Cuts sentences into chunks. Buffers are reused from sentence to sentence.
class ChunkReader {
  public:
    ChunkReader(const Document& document, const WordTable& words, const Mentions& mentions);

    /// O(tokens).
    void read(const Sentence& sentence);

    std::vector<Chunk>& chunks() { return chunks_; }
    const std::vector<Chunk>& chunks() const { return chunks_; }

    /// Whether a sum of money stands before the head.
    bool has_sum(const Chunk& nominal) const;
    bool is_number(std::uint32_t token) const {
        return document_.tokens[token].shape == TokenShape::number;
    }
    bool is_two_capitals(std::uint32_t token) const {
        return document_.tokens[token].shape == TokenShape::all_caps &&
               document_.tokens[token].end == document_.tokens[token].begin + 2;
    }
    /// Whether these bytes are the token.
    bool is_mark(std::uint32_t token, std::string_view mark) const;

    /// The lower-case word; empty if the word table lacks it.
    std::string_view word(std::uint32_t token) const {
        return words_[document_.tokens[token].word].text;
    }
    /// Whether the token, unless it is in a name, has one of the classes.
    bool has(std::uint32_t token, WordClasses classes) const;
    /// Whether a word of the nominal before its head has one of the classes.
    bool modifier_has(const Chunk& nominal, WordClasses classes) const;
    /// Entry of the word table.
    std::uint32_t entry(std::uint32_t token) const { return document_.tokens[token].word; }

  private:
    /// What stands before a word, as far as it tells whether the word is a verb.
    enum class Before : std::uint8_t {
        nothing,
        name,
        pronoun,
        noun,
        plural,
        noun_opener,  ///< "the", "its", "Nokia's": a noun phrase has begun.
        preposition,
        link,  ///< A comma, "and", an adverb: the subject stands further left.
        other
    };

    std::uint32_t read_chunk(std::uint32_t token);
    std::uint32_t read_mark(std::uint32_t token);
    std::uint32_t read_function_word(std::uint32_t token);
    std::uint32_t read_verb_group(std::uint32_t token);
    std::uint32_t read_auxiliaries(std::uint32_t at, Chunk& verb, bool& saw_be, bool& saw_have);
    bool main_verb_follows(std::uint32_t at, const Chunk& verb, bool saw_be, bool saw_have) const;
    std::uint32_t read_nominal(std::uint32_t token);
    std::uint32_t read_nominal_word(std::uint32_t at, Chunk& chunk);
    bool begins_new_phrase(std::uint32_t at) const;
    bool begins_contact_clause(std::uint32_t at) const;
    std::uint32_t skip_parenthesis(std::uint32_t token) const;
    Before before(std::uint32_t token) const;
    bool is_finite_noun(std::uint32_t token, Before left) const;
    bool is_verb_form(std::uint32_t token) const;
    bool is_verb(std::uint32_t token) const;
    bool is_plain_verb(std::uint32_t token) const;
    bool is_currency(std::uint32_t token) const;
    bool ends_nominal(std::uint32_t token) const;
    bool counts_noun(std::uint32_t token) const;
    bool is_titled(std::uint32_t token) const;
    bool is_month_of_may(std::uint32_t token) const;
    bool is_court_of_place(std::uint32_t place, std::uint32_t court) const;
    bool counter_sues(std::uint32_t token) const;
    bool describes_suit(std::uint32_t token) const;
    bool closes_quote(std::uint32_t token) const;
    bool says_who_acts(std::uint32_t token) const;
    bool begins_object(std::uint32_t token) const;
    bool is_name(std::uint32_t token) const {
        return token < end_ && mentions_.name_at(token) != no_index;
    }
    bool is_hyphen(std::uint32_t token) const;
    bool is_comma(std::uint32_t token) const;
    bool is_point_in_time(std::uint32_t token) const;
    bool is_floating(std::uint32_t token) const;
    bool is_had(std::uint32_t token) const;
    bool is_apostrophe_s(std::uint32_t token) const;
    void push(ChunkKind kind, std::uint32_t first, std::uint32_t last);

    const Document& document_;
    const WordTable& words_;
    const Mentions& mentions_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    bool shouts_ = false;  ///< A headline: capitals say nothing.
    std::vector<Chunk> chunks_;
};

}  // namespace litigraph::ingest::detail
