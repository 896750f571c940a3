/// \file
/// Who "it", "the company" and "the iPhone maker" are.
#pragma once

#include "clauses.hpp"
#include "mentions.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

/// The ladder, first rung that answers: the subject of the verb before in the same sentence; the
/// nearest party before in the sentence; the subject of the sentence before. Never somebody who
/// already stands in the clause in another role.
class Coreference {
  public:
    Coreference(const Document& document, const ClauseReader& clauses, const Mentions& mentions);

    /// The entity that a pronoun or definite description at this chunk stands for; no_index if
    /// the text leaves it open.
    std::uint32_t resolve(std::uint32_t chunk, const std::vector<std::uint32_t>& excluded) const {
        return resolve(chunk, excluded, false);
    }

    /// The two that "the companies" or "both" stand for; nobody unless the text so far names just
    /// two companies besides the excluded.
    std::vector<std::uint32_t> resolve_both(const std::vector<std::uint32_t>& excluded) const;

    /// The one person named so far that "the singer" can be; no_index if there are several.
    std::uint32_t only_person(const std::vector<std::uint32_t>& excluded) const;

    /// "Corvane" for "the chain" after "grocery chain Corvane": the one party that the text has
    /// described with this noun; no_index if there is none or several.
    std::uint32_t described_before(std::uint32_t chunk,
                                   const std::vector<std::uint32_t>& excluded) const;

    /// The one company named so far, besides the excluded; no_index if there are several.
    std::uint32_t only_company(std::uint32_t chunk,
                               const std::vector<std::uint32_t>& excluded) const;

    /// To be called after each sentence, with the one whom it tells to be sued; no_index if none or
    /// several are.
    void finish_sentence(std::uint32_t sued);

  private:
    enum class Wanted { nobody, thing, company, person, government, public_body, anybody };

    /// Somebody told without a name, whom a pronoun in the next sentence may mean.
    enum class Stranger { none, body, people };

    /// `is_them`: the excluded already hold who acts on "them".
    std::uint32_t resolve(std::uint32_t chunk, const std::vector<std::uint32_t>& excluded,
                          bool is_them) const;
    Wanted wanted_by(std::uint32_t chunk) const;
    bool is_free(std::uint32_t entity, Wanted wanted,
                 const std::vector<std::uint32_t>& excluded) const;
    std::uint32_t told_by_noun(std::uint32_t chunk, Wanted wanted,
                               const std::vector<std::uint32_t>& excluded) const;
    std::uint32_t resolve_them(std::uint32_t them, std::vector<std::uint32_t> excluded) const;
    std::uint32_t party_of_subject(std::uint32_t subject, Wanted wanted,
                                   const std::vector<std::uint32_t>& excluded) const;
    std::uint32_t subject_in_sentence(std::uint32_t chunk, Wanted wanted,
                                      const std::vector<std::uint32_t>& excluded) const;
    bool acts_on_them(std::uint32_t chunk) const;
    std::uint32_t first_subject(std::uint32_t chunk, Wanted wanted,
                                const std::vector<std::uint32_t>& excluded) const;
    std::uint32_t name_in_sentence(std::uint32_t chunk, Wanted wanted,
                                   const std::vector<std::uint32_t>& excluded) const;
    bool is_named_once(std::uint32_t party) const;
    std::uint32_t told_before(Wanted wanted, const std::vector<std::uint32_t>& excluded) const;
    bool suits(std::uint32_t entity, Wanted wanted) const;
    std::uint32_t subject_after(std::uint32_t chunk) const;
    std::uint32_t them_before(std::uint32_t chunk) const;
    std::uint32_t speaker_before(std::uint32_t chunk) const;
    std::uint32_t named_party(std::uint32_t chunk) const;
    bool names_a_trade(std::uint32_t chunk) const;
    std::uint32_t only_government(std::uint32_t chunk) const;
    std::uint32_t namesake(std::uint32_t chunk) const;
    std::uint32_t party_of_name(std::uint32_t name) const;
    std::vector<std::uint32_t> parties_in(std::uint32_t chunk) const;
    std::vector<std::uint32_t> parties_before(std::uint32_t chunk) const;

    void note_description(std::uint32_t chunk);
    void note_noun(std::uint32_t token, std::uint32_t party);
    Stranger stranger_of(std::uint32_t chunk) const;
    bool may_be_stranger(Wanted wanted) const;
    bool announces(std::uint32_t party) const;
    bool is_pleonastic(std::uint32_t verb) const;
    std::uint32_t public_body_at(std::uint32_t chunk) const;
    std::uint32_t referent(std::uint32_t chunk) const;

    const Document& document_;
    const ClauseReader& clauses_;
    const Mentions& mentions_;
    /// By the noun that the text has described them with, none twice.
    std::unordered_map<std::string, std::vector<std::uint32_t>> described_;
    std::uint32_t last_subject_ = no_index;
    std::vector<std::uint32_t> acting_;   ///< Named subjects of the sentence before, in text order.
    bool has_subject_ = false;            ///< The last sentence has a subject that is known.
    std::uint32_t sued_ = no_index;       ///< In the last sentence that tells of one.
    std::uint32_t announcer_ = no_index;  ///< Who the first statement of the article is by.
    Stranger stranger_ = Stranger::none;  ///< The subject of the sentence before.
    std::vector<std::uint32_t> recent_;   ///< Parties in order of last mention, latest last.
};

}  // namespace litigraph::ingest::detail
