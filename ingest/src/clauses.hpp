/// \file
/// The clause reader: for each verb of a sentence who does what to whom, with voice, tense,
/// modality and negation. It knows nothing of litigation.
#pragma once

#include "chunks.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

struct Complements {
    std::uint32_t at = 0;           ///< Chunk of the preposition or infinitive.
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
    std::vector<std::uint32_t> content;  ///< "Y" in "alleges that Y copied": who it speaks of.
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
    /// Tells that the pronoun at this chunk means a suit.
    void mark_suit(std::uint32_t chunk) { chunks_[chunk].is_suit = true; }
    bool is_headline() const { return shouts_; }

    /// What belongs to the verb at this chunk. O(chunks).
    Clause clause_of(std::uint32_t verb) const;

    /// Nominals from `first` on that are joined by commas and "and"; `first` included.
    std::vector<std::uint32_t> coordinated_after(std::uint32_t first) const;

    /// Prepositional phrases after the nominal or verb at `chunk` up to the end of its phrase,
    /// through participles ("a suit filed in May by X").
    std::vector<Complements> complements_after(std::uint32_t chunk, bool of_nominal) const;

    /// The nearest verb before the chunk in its part of the sentence; no_index if there is none.
    std::uint32_t previous_verb(std::uint32_t chunk) const;

    std::string_view word(std::uint32_t token) const { return reader_.word(token); }
    bool has(std::uint32_t token, WordClasses classes) const { return reader_.has(token, classes); }
    /// Whether a name stands before the head.
    bool holds_name(const Chunk& nominal) const {
        for (std::uint32_t token = nominal.first; token < nominal.head; ++token) {
            if (mentions_.name_at(token) != no_index) {
                return true;
            }
        }
        return false;
    }
    /// "a 2 million pound claim": whether a sum of money stands before the head.
    bool has_sum(const Chunk& nominal) const { return reader_.has_sum(nominal); }
    bool modifier_has(const Chunk& nominal, WordClasses classes) const {
        return reader_.modifier_has(nominal, classes);
    }

  private:
    void settle_moods();
    Mood infinitive_mood(std::uint32_t verb) const;
    Mood gerund_mood(std::uint32_t verb) const;
    bool is_habit(std::uint32_t verb) const;
    bool is_caused(std::uint32_t verb) const;
    bool is_first_to(std::uint32_t governor, std::uint32_t verb) const;
    bool opens_clause(std::uint32_t verb) const;
    bool is_conditional(std::uint32_t verb) const;
    bool is_asked(std::uint32_t verb) const;
    bool is_said_of_nobody(std::uint32_t verb) const;
    bool is_doubted(std::uint32_t verb) const;

    std::vector<std::uint32_t> subjects_of(std::uint32_t verb, int depth) const;
    std::uint32_t head_over_relative(std::uint32_t verb, std::uint32_t nominal) const;
    std::vector<std::uint32_t> subjects_of_infinitive(std::uint32_t verb, std::uint32_t nominal,
                                                      int depth) const;
    std::uint32_t inverted_auxiliary(std::uint32_t verb) const;
    std::vector<std::uint32_t> subjects_after(std::uint32_t verb) const;
    std::vector<std::uint32_t> subjects_over_relative(std::uint32_t relative, int depth) const;
    std::vector<std::uint32_t> subjects_over_comma(std::uint32_t verb, std::uint32_t comma,
                                                   int depth) const;
    std::vector<std::uint32_t> subjects_of_previous(std::uint32_t verb, std::uint32_t from,
                                                    int depth) const;
    std::uint32_t begin_of_aside(std::uint32_t end) const;
    std::uint32_t holders_of_pair(std::uint32_t last) const;
    std::vector<std::uint32_t> acting_before(std::uint32_t last) const;
    std::uint32_t named_before_comma(std::uint32_t nominal) const;
    std::uint32_t head_of_list(std::uint32_t outer, std::uint32_t comma) const;
    std::vector<std::uint32_t> coordinated_before(std::uint32_t last) const;
    bool is_kind(std::uint32_t chunk, ChunkKind kind) const {
        return chunk < chunks_.size() && chunks_[chunk].kind == kind;
    }
    void add_reduced(std::uint32_t verb, bool of_nominal, std::vector<Complements>& found) const;
    std::uint32_t skip_joiner(std::uint32_t chunk) const;
    std::uint32_t skip_apposition(std::uint32_t chunk) const;
    bool is_region_of(std::uint32_t place, std::uint32_t name) const;
    std::uint32_t skip_origin(std::uint32_t chunk) const;
    bool has_names_before(std::uint32_t nominal) const;
    std::uint32_t begin_of_origin(std::uint32_t nominal) const;
    std::uint32_t begin_of_apposition(std::uint32_t nominal) const;
    std::uint32_t skip_age(std::uint32_t chunk) const;
    std::uint32_t skip_office(std::uint32_t chunk) const;
    bool is_subordinator(std::uint32_t chunk) const;
    bool introduces_examples(std::uint32_t chunk) const;
    bool is_list_mark(std::uint32_t chunk) const;
    bool is_in_relative(std::uint32_t verb) const;
    bool is_place(std::uint32_t chunk) const;
    bool is_region(std::uint32_t chunk) const;
    bool begins_clause(std::uint32_t nominal, bool after_and) const;
    bool ends_complements(std::uint32_t at, std::uint32_t of, bool of_nominal) const;
    std::uint32_t skip_parenthetical(std::uint32_t comma) const;
    std::uint32_t that_clause(std::uint32_t verb) const;
    std::vector<std::uint32_t> said_before(std::uint32_t verb) const;
    std::vector<std::uint32_t> content_of(std::uint32_t verb) const;
    void add_relative(Clause& clause) const;
    void add_governing(Clause& clause) const;
    void add_preposed(Clause& clause) const;
    void add_inserted(Clause& clause) const;
    std::uint32_t past_adverbials(std::uint32_t chunk) const;
    void add_shared(Clause& clause) const;
    void add_shifted(Clause& clause) const;
    void add_companions(Clause& clause) const;
    std::uint32_t head_of_phrase(std::uint32_t nominal) const;

    const Mentions& mentions_;
    ChunkReader reader_;
    std::vector<Chunk>& chunks_;
    bool shouts_ = false;            ///< A headline: "and" may be left out.
    std::uint32_t first_token_ = 0;  ///< Of the sentence.
};

}  // namespace litigraph::ingest::detail
