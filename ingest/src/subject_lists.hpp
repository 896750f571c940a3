/// \file
/// Subjects at a cue: the phrase after it, the lists it begins, the things told of further on.
#pragma once

#include "subject_phrases.hpp"
#include "subjects.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// What a phrase has to be to stand in a place.
enum class Takes : std::uint8_t { known, thing, anything };

struct Cue {
    std::size_t first = 0;  ///< Words [first, last).
    std::size_t last = 0;
    SubjectPlace place = SubjectPlace::telling;
    Takes takes = Takes::known;
    bool names_thing = false;  ///< A name that stands there names no person or company.
};

/// Collects the subjects of a sentence.
class SubjectLists : public SubjectPhrases {
  public:
    using SubjectPhrases::SubjectPhrases;

    /// Takes the phrase if it is fit for the cue.
    bool add(const Phrase& phrase, const Cue& cue, std::string_view shared = {});

    /// Takes the phrase as it is.
    void push(const Phrase& phrase, const Cue& cue, std::string_view term);

    /// "cloud infrastructure, security and performance": what describes the first item describes
    /// the others too.
    void read_list(std::size_t i, Cue cue);

    /// What is known between the cue and `end`, and any other thing as content.
    void read_things(const Cue& cue, std::size_t end);

    /// The word after "including" or "such as" at `i`; 0 if there is none.
    std::size_t list_at(std::size_t i) const;

    /// "lets" in "lets users share playlists"
    bool enables(std::size_t verb) const;

    /// What follows "that" at a head that says nothing; `verb` is the word after it.
    Phrase inside_relative(std::size_t verb) const;

    /// Where the next comma stands, or as far as a clause usually goes.
    std::size_t clause_end(std::size_t i) const;

    /// What was collected. What is told in passing is no other subject if it is part of one.
    std::vector<SubjectMention> take();

  private:
    bool is_subject(const Phrase& phrase, const Cue& cue) const;

    /// "app store" of "app store rules": fought over is the matter, about is the thing.
    Phrase without_matter(const Phrase& phrase, const Cue& cue) const;

    void add_thing(Phrase thing, const Cue& cue);

    /// "app store" of "app store fees break", "Nimbus" of "Nimbus maker Zephra": what stands before
    /// the first word that ends a subject.
    Phrase before_tail(const Phrase& phrase) const;

    /// "methods of charging batteries": what follows a head that says nothing.
    Phrase inside_hollow(const Phrase& phrase) const;

    /// "processing of images": an act with its object. Moves `end` past it.
    bool add_with_object(const Phrase& act, std::size_t& end, const Cue& cue);

    /// "televisions" in "patents on emitters for televisions"
    void add_purpose(std::size_t end, const Cue& cue);

    /// "Nimbus" in "patents on lamps, sold as Nimbus". Returns where it ends, or `end`.
    std::size_t add_presented(std::size_t end, const Cue& cue);

    /// Past "during data transmission", which belongs to the item before.
    std::size_t skip_attached(std::size_t end) const;

    /// Where the next item of a list begins. A comma joins items only if "and" joins the last or a
    /// dash or the sentence ends them.
    std::optional<std::size_t> next_item(std::size_t end) const;

    /// The term of one word with the description that it shares with the item before.
    std::string_view shared_term(const Phrase& phrase, std::string_view shared) const;

    std::vector<SubjectMention> found_;
};

}  // namespace litigraph::ingest::detail
