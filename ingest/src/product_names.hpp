/// \file
/// Names that the article shows to be of things: products, services and works.
#pragma once

#include "case_draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// A name is shown to be of a thing by the words next to it, once anywhere in the running text:
/// "the drug Nimbus", "Nimbus tablets", "sold as Nimbus", "the maker of Nimbus", "Zephra's Nimbus";
/// or by the name of a party that it begins with: "Zephra Nimbus".
/// Names that are masked, or whose bearer speaks, are none. O(bytes of the article) for each name
/// shown.
class ProductNames {
  public:
    explicit ProductNames(const Reading& reading);

    /// Where they stand in the sentence, headlines too: offsets into it, in order.
    std::vector<Span> in(const Sentence& sentence) const;

  private:
    void read(const Sentence& sentence);
    bool is_named_after_party(std::string_view name) const;
    void add_uses(std::string_view name, std::vector<Span>& uses) const;

    const Reading& reading_;
    std::vector<std::string> things_;
    std::vector<std::string> speakers_;
    std::vector<Span> uses_;  ///< In text order.
};

/// Names to mask in the sentence, as offsets into it.
std::vector<Span> masked_in(const Reading& reading, const Sentence& sentence);

}  // namespace litigraph::ingest::detail
