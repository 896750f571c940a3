/// \file
/// Who holds an office that the article names: "its chief" and "the mayor" are the persons it calls
/// "Chief Jane Roe" and "Tomas Reill, the mayor".
#pragma once

#include "clauses.hpp"
#include "mentions.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace litigraph::ingest::detail {

class OfficeHolders {
  public:
    /// Reads the words next to each name of the article. O(names).
    OfficeHolders(const Document& document, const Mentions& mentions, const WordTable& words);

    /// The one person whom the article calls by the noun of the nominal ("the mayor", "its chief",
    /// "the Ohio auditor"); no_index if the noun is no office, if it is told of nobody or of
    /// several, or if the nominal does not say whose it is ("a mayor").
    std::uint32_t of(const ClauseReader& clauses, const Chunk& nominal) const;

  private:
    void note(std::uint32_t token, std::uint32_t person);

    const Document& document_;
    const WordTable& words_;
    /// By the noun in lower case; no_index for a noun of several.
    std::unordered_map<std::string, std::uint32_t> holders_;
};

}  // namespace litigraph::ingest::detail
