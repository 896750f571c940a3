/// \file
/// Ways of saying who sued whom, as data: one row of frames.tsv a frame.
///
/// A pattern reads like the sentence it stands for, in the active voice:
///
///     plaintiff file|bring suit against defendant?
///     subject   verbs      object prepositions slot
///
/// The reader of clauses knows voice, modality, coordination, relative clauses and the like for
/// all frames alike.
#pragma once

#include "word_table.hpp"
#include <litigraph/graph/observation.hpp>
#include <litigraph/graph/result.hpp>

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

struct TsvRow;

/// What may fill a place of a pattern.
enum class Slot : std::uint8_t {
    none,
    plaintiff,
    defendant,
    authority,   ///< A plaintiff that is a public body.
    both,        ///< Parties whose direction is not told: "X and Y settled".
    side,        ///< A party on the side that the words about the suit leave open.
    suit,        ///< A legal noun: "lawsuit".
    proceeding,  ///< A legal noun that is one whatever its verb: "legal action", not "action".
    pleading,    ///< A legal noun for what is written: "complaint", not "case".
    dispute,     ///< A noun that tells no plaintiff: "legal battle".
    court,       ///< A court, judge or jury.
    right,       ///< "patents"
    outcome,     ///< "verdict", "injunction".
    accused,     ///< "a defendant"
    accuser,     ///< "the plaintiffs"
    content,     ///< The defendant of whom something is said: "alleges that Y copied".
    owner,       ///< The defendant whose thing is spoken of: "to bar imports of Y's rings".
    holder,      ///< The plaintiff whose right is spoken of: "infringed X's patents".
    thing,       ///< Any noun.
};

/// What a frame says about its parties.
enum class Act : std::uint8_t { sues, countersues, threatens, settles, challenges, mentions };

struct Complement {
    std::vector<std::uint32_t> prepositions;  ///< Entries of the word table.
    std::vector<std::uint32_t> infinitives;   ///< Lemmas: "pay" in "to-pay plaintiff".
    Slot slot = Slot::none;
    bool optional = false;
};

struct Frame {
    std::string_view name;
    Slot subject = Slot::none;
    Slot object = Slot::none;
    bool object_optional = false;
    std::vector<Complement> complements;
    Act act = Act::sues;
    CaseStatus status = CaseStatus::filed;
    bool adds = false;        ///< Its parties join those of the case spoken of.
    bool is_whole = false;    ///< It says nothing unless both sides are told.
    bool is_phrasal = false;  ///< Its verb needs "back": "hit back".
    bool refers = false;      ///< Speaks of the known case; makes none.
    bool completes = false;   ///< Its parties count only for a side that is still open.
    std::string_view example;
    std::string_view reading;  ///< What the example says: "Orbix>Veltrona".
    std::string_view counterexample;
};

class FrameTable {
  public:
    /// Reads a row: name, pattern, act, status, example, reading, counterexample, traits.
    Status add(const TsvRow& row, WordTable& words);

    std::span<const Frame> frames() const { return frames_; }
    /// Positions of the frames of a verb, those that ask for more first.
    std::span<const std::uint32_t> of_verb(std::uint32_t lemma) const;

  private:
    static Status read_pattern(const TsvRow& row, WordTable& words, Frame& frame,
                               std::vector<std::string_view>& verbs);
    static Status read_traits(const TsvRow& row, Frame& frame);
    void insert(std::vector<std::uint32_t>& order, const Frame& added) const;

    std::vector<Frame> frames_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_verb_;
};

}  // namespace litigraph::ingest::detail
