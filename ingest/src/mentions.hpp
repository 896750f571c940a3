/// \file
/// Names in an article and who they stand for.
#pragma once

#include "entities.hpp"
#include "name_shapes.hpp"
#include "token_view.hpp"
#include "word_uses.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// Tokens [first, last) name an entity.
struct Name {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t entity = 0;
};

/// Names of one article. Finding them needs two passes: headlines capitalise everything, so they
/// are read with what the running text has taught.
class Mentions {
  public:
    Mentions(const Document& document, const Lexicon::Tables& tables);

    /// The name that covers the token; no_index if none does.
    std::uint32_t name_at(std::uint32_t token) const { return name_at_[token]; }
    const Name& name(std::uint32_t index) const { return names_[index]; }
    const std::vector<Name>& names() const { return names_; }
    const Entity& entity(std::uint32_t index) const { return entities_.all()[index]; }
    const std::vector<Entity>& entities() const { return entities_.all(); }

    /// Whether the entity can sue.
    bool can_be_party(std::uint32_t entity) const;
    /// Whether the table of names has it as a government: a state or country, no town.
    bool is_state(std::uint32_t entity) const;

    /// A place is told as its government: "the town of Oakmere sued".
    void make_government(std::uint32_t entity) { entities_.make_government(entity); }

    /// The government of these words ("Russian government"); made on first use.
    std::uint32_t government(std::string_view words, Span where) {
        return entities_.government(words, where);
    }

    /// The described party of these words ("a former engineer"); made on first use.
    std::uint32_t described(std::string_view words, Span where) {
        return entities_.described(words, where);
    }

  private:
    void read_text();
    void name_couples();
    void read_headlines();
    std::uint32_t read_name(std::uint32_t token, const Sentence& sentence);
    std::uint32_t read_headline_name(std::uint32_t token, const Sentence& sentence,
                                     CapitalStyle style);
    bool is_ticker(std::uint32_t token) const;
    std::uint32_t end_of_agency(std::uint32_t token, const Sentence& sentence) const;
    TokenRange read_noted(std::uint32_t token, const Sentence& sentence) const;
    std::uint32_t read_known(std::uint32_t token, const Sentence& sentence, CapitalStyle style);
    std::uint32_t read_repeated(std::uint32_t token, const Sentence& sentence);
    void note_short_form();
    std::string spelling(TokenRange range) const;
    void add_name(TokenRange range, std::uint32_t entity);

    TokenView view_;
    WordUses uses_;
    NameShapes shapes_;
    EntityTable entities_;
    std::vector<std::uint32_t> name_at_;
    std::vector<Name> names_;
    std::vector<std::uint32_t> spellings_;  ///< Of each name; no_index for one of the table.
    bool text_tells_names_ = false;
};

}  // namespace litigraph::ingest::detail
