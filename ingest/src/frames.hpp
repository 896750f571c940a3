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
    both,     ///< Parties whose direction is not told: "X and Y settled".
    suit,     ///< A legal noun: "lawsuit".
    court,    ///< A court, judge or jury.
    right,    ///< "patents"
    outcome,  ///< "verdict", "injunction".
    accused,  ///< "a defendant"
    thing,    ///< Any noun.
};

/// What a frame says about its parties.
enum class Act : std::uint8_t { sues, countersues, threatens, settles, challenges, mentions };

struct Complement {
    std::vector<std::uint32_t> prepositions;  ///< Entries of the word table.
    std::uint32_t infinitive = 0;  ///< Lemma of "pay" in "to pay plaintiff"; 0 for plain ones.
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
    std::string_view example;
    std::string_view reading;  ///< What the example says: "Orbix>Veltrona".
    std::string_view counterexample;
};

class FrameTable {
  public:
    /// Reads a row: name, pattern, act, status, example, reading, counterexample.
    Status add(const TsvRow& row, WordTable& words);

    std::span<const Frame> frames() const { return frames_; }
    /// Positions of the frames of a verb, those that ask for more first.
    std::span<const std::uint32_t> of_verb(std::uint32_t lemma) const;

  private:
    void insert(std::vector<std::uint32_t>& order, const Frame& added) const;

    std::vector<Frame> frames_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_verb_;
};

}  // namespace litigraph::ingest::detail
