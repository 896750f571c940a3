/// \file
/// Which parties the nominals of a sentence stand for.
#pragma once

#include "clauses.hpp"
#include "coreference.hpp"
#include "mentions.hpp"
#include "office_holders.hpp"
#include "parties.hpp"
#include "principals.hpp"

#include <cstdint>
#include <vector>

namespace litigraph::ingest::detail {

/// Reads names, descriptions ("a former engineer"), groups and references. Described parties are
/// added to the mentions.
class PartyReader {
  public:
    PartyReader(const Document& document, const ClauseReader& clauses, const WordTable& words,
                Mentions& mentions);

    /// The parties of these nominals, none of them `excluded`. O(chunks) a nominal.
    Parties read(const std::vector<std::uint32_t>& chunks, const Parties& excluded = {});

    /// Likewise of those who are sued: an attorney general is sued himself, though he sues for his
    /// state.
    Parties read_accused(const std::vector<std::uint32_t>& chunks, const Parties& excluded = {});

    /// Who "its" or "his" at the beginning of the nominal is.
    Parties owner_by_pronoun(std::uint32_t chunk) const;

    /// "Zephra" for "imports of Zephra's rings": the owner of the first thing owned from `chunk`
    /// on.
    Parties owner_from(std::uint32_t chunk, const Parties& excluded);

    /// "Zephra" for "infringing Zephra's patents": whose rights are the first told from `chunk` on.
    Parties holder_from(std::uint32_t chunk, const Parties& excluded);

    /// The one named party of the sentence besides these; nobody if there are two.
    Parties only_other(const Parties& known) const;

    /// "X" and "Y" in "two of the officers, X and Y", "the officers are X and Y", "X is one of the
    /// officers": who the text says is among those told by the definite noun at the chunk. Nobody
    /// if it is no noun for people.
    Parties members_of(std::uint32_t chunk);

    /// The party in "Texas Air suit"; no_index if there is none.
    std::uint32_t premodifier(std::uint32_t chunk) const;

    /// Who already acts in the clause before this nominal: "the company" is somebody else.
    Parties acting_before(std::uint32_t chunk, const Parties& excluded = {});

    /// To be called after each sentence, with those whom it tells to sue and the one whom it tells
    /// to be sued, if any.
    void finish_sentence(const Parties& suing, std::uint32_t sued);

  private:
    std::uint32_t entity_of(std::uint32_t chunk, const Parties& excluded);
    std::uint32_t named(const Chunk& nominal) const;
    std::uint32_t described(std::uint32_t chunk);
    std::uint32_t topic_for(std::uint32_t chunk) const;
    bool are_those_suing(std::uint32_t chunk, const Parties& excluded) const;
    bool is_counterpart(const Chunk& nominal) const;
    bool is_rest(std::uint32_t chunk, std::uint32_t entity) const;
    std::vector<std::uint32_t> states_of(std::uint32_t chunk) const;
    bool acts_for_owner(std::uint32_t chunk) const;
    std::uint32_t client_after(std::uint32_t chunk) const;
    Parties maker_of(std::uint32_t chunk, const Parties& excluded);
    bool is_quoted(const Chunk& nominal, std::uint32_t token) const;
    bool is_quote(std::uint32_t token) const;
    bool is_plural(const Chunk& nominal) const;
    std::uint32_t named_inside(std::uint32_t chunk) const;
    std::uint32_t named_unit(std::uint32_t chunk) const;
    std::uint32_t phrase_inside(std::uint32_t chunk) const;
    std::uint32_t name_in_apposition(std::uint32_t chunk) const;
    std::uint32_t phrase_after_colon(std::uint32_t chunk) const;
    std::vector<std::uint32_t> names_in_apposition(std::uint32_t chunk) const;
    bool is_described_further(std::uint32_t chunk) const;
    std::uint32_t name_before_comma(std::uint32_t chunk) const;
    std::uint32_t name_after_called(std::uint32_t chunk) const;

    const Document& document_;
    const ClauseReader& clauses_;
    Mentions& mentions_;
    Coreference coreference_;
    Principals principals_;
    OfficeHolders office_holders_;
    Parties suing_;  ///< Two or more whom the sentence before tells to sue: "they".
};

}  // namespace litigraph::ingest::detail
