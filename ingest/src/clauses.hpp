/// \file
/// The clause reader: phrases of a sentence, and for each verb who does what to whom, with voice,
/// tense, modality and negation. It knows nothing of litigation.
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

    // Verbs.
    std::uint32_t lemma = 0;  ///< Entry of the base form; 0 for a verb that is not known.
    bool has_auxiliary = false;
    bool is_passive = false;
    bool is_infinitive = false;
    bool is_gerund = false;      ///< "suing" without "is".
    bool is_participle = false;  ///< "sued" without auxiliary: past tense or participle.
    Mood mood = Mood::actual;
};

struct Complements {
    std::uint32_t preposition = 0;  ///< Entry of the word table; 0 for an infinitive.
    std::uint32_t infinitive = 0;   ///< Lemma of the verb in "to pay X".
    std::vector<std::uint32_t> nominals;
};

/// A verb with what belongs to it. Positions are chunks of the sentence.
struct Clause {
    std::uint32_t verb = 0;
    std::vector<std::uint32_t> subjects;  ///< The grammatical subjects.
    /// "proceedings" for "filed" in "a response to proceedings filed by X", whose subject may as
    /// well be "response"; no_index if the verb follows no nominal.
    std::uint32_t nearest_subject = no_index;
    std::vector<std::uint32_t> objects;
    std::vector<Complements> complements;
    bool is_passive = false;
    bool may_be_passive = false;  ///< "sued" without auxiliary or object.
    Mood mood = Mood::actual;
};

/// One sentence. Buffers are reused from sentence to sentence.
class ClauseReader {
  public:
    ClauseReader(const Document& document, const WordTable& words, const Mentions& mentions);

    /// Cuts the sentence into chunks. O(tokens).
    void read(const Sentence& sentence);

    const std::vector<Chunk>& chunks() const { return chunks_; }

    /// What belongs to the verb at this chunk. O(chunks).
    Clause clause_of(std::uint32_t verb) const;

    /// Nominals from `first` on that are joined by commas and "and"; `first` included.
    std::vector<std::uint32_t> coordinated_after(std::uint32_t first) const;

    /// Prepositional phrases after the nominal or verb at `chunk` up to the end of its phrase,
    /// through participles ("a suit filed in May by X").
    std::vector<Complements> complements_after(std::uint32_t chunk, bool of_nominal) const;

    std::string_view word(std::uint32_t token) const {
        return words_[document_.tokens[token].word].text;
    }
    bool has(std::uint32_t token, WordClasses classes) const;
    /// Whether a word of the nominal before its head has one of the classes.
    bool modifier_has(const Chunk& nominal, WordClasses classes) const;

  private:
    std::uint32_t read_chunk(std::uint32_t token);
    std::uint32_t read_verb_group(std::uint32_t token);
    std::uint32_t read_nominal(std::uint32_t token);
    std::uint32_t skip_parenthesis(std::uint32_t token) const;
    bool is_verb(std::uint32_t token) const;
    bool is_plain_verb(std::uint32_t token) const;
    bool ends_nominal(std::uint32_t token) const;
    bool counts_noun(std::uint32_t token) const;
    bool begins_object(std::uint32_t token) const;
    bool is_name(std::uint32_t token) const { return mentions_.name_at(token) != no_index; }
    bool is_mark(std::uint32_t token, std::string_view mark) const;
    bool is_apostrophe_s(std::uint32_t token) const;
    void push(ChunkKind kind, std::uint32_t first, std::uint32_t last);
    void settle_moods();
    bool is_doubted(std::uint32_t verb) const;

    std::vector<std::uint32_t> subjects_of(std::uint32_t verb, int depth) const;
    std::vector<std::uint32_t> coordinated_before(std::uint32_t last) const;
    std::uint32_t skip_parenthetical(std::uint32_t comma) const;
    void add_relative_object(Clause& clause) const;
    void add_preposed(Clause& clause) const;
    std::uint32_t previous_verb(std::uint32_t chunk) const;
    std::uint32_t head_of_phrase(std::uint32_t nominal) const;

    const Document& document_;
    const WordTable& words_;
    const Mentions& mentions_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    bool shouts_ = false;  ///< A headline: capitals say nothing.
    std::vector<Chunk> chunks_;
};

}  // namespace litigraph::ingest::detail
