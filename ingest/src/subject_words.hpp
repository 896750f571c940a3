/// \file
/// The words around the subject of a dispute: rights, what joins them to their subject, what is no
/// subject. Rows of subjects.tsv.
#pragma once

#include "folded_words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace litigraph::ingest::detail {

/// One bit a class. Names in subjects.tsv are the enumerators.
enum class SubjectClass : std::uint8_t {
    right,       ///< "patents", "trade secrets"
    registered,  ///< A right whose subject may stand before it: "battery patents".
    right_link,  ///< "covering": joins a right to its subject.
    suit_link,   ///< "over": joins a proceeding to its subject.
    act,         ///< "copying": what follows may be the subject.
    wrong,       ///< "infringing": an act that nobody is free to do.
    alleges,     ///< "accuses": the things spoken of after it may be the subject.
    title,       ///< "entitled": a title in quotation marks follows.
    lead,        ///< "certain": no part of a subject it stands before.
    tail,        ///< "technology": no part of a subject it stands after.
    hollow,      ///< "method": the subject follows after "of" or "for".
    excluded,    ///< "damages": a phrase with this head is no subject.
    abstract,    ///< "quality": no thing, but a right may be about it.
    generic,     ///< "system": alone no subject.
    end,         ///< "when": a subject ends before it.
    goods,       ///< "equipment": a thing, whatever its ending and its other uses say.
    sues,        ///< "sued": a proceeding is spoken of.
    infringes,   ///< "violates": what stands before it may be the subject.
    kind,        ///< "tablets": a name beside it is the name of such a thing.
    presents,    ///< "marketed as": the name of a thing follows.
    made,        ///< "maker": what it makes is named before it.
    medium       ///< "website": used for everything, so that only a cue makes it a subject.
};

using SubjectClasses = std::uint32_t;

constexpr SubjectClasses subject_bit(SubjectClass one) {
    return SubjectClasses{1} << static_cast<unsigned>(one);
}

std::optional<SubjectClass> subject_class_from_string(std::string_view name);

/// From phrases to their classes.
class SubjectWords {
  public:
    struct Match {
        SubjectClasses classes = 0;
        std::size_t words = 0;  ///< 0 if no phrase fits.

        bool has(SubjectClass one) const { return (classes & subject_bit(one)) != 0; }
    };

    void add(std::string_view phrase, SubjectClasses classes);

    /// The classes of all phrases that begin with the word at `at`.
    SubjectClasses classes_at(const FoldedWords& words, std::size_t at) const;

    /// The longest phrase with the class that begins with the word at `at`.
    Match match(const FoldedWords& words, std::size_t at, SubjectClass wanted) const;

  private:
    std::unordered_map<std::string, SubjectClasses> phrases_;
    std::unordered_map<std::string_view, std::size_t> longest_;
};

}  // namespace litigraph::ingest::detail
