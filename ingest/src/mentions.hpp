/// \file
/// Names in an article and who they stand for.
#pragma once

#include "names.hpp"
#include "tables.hpp"
#include "text.hpp"
#include <litigraph/graph/kinds.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

/// Somebody or something named in the article. Only companies, persons, agencies, governments and
/// groups can be parties; places, courts and media are kept so that they are not taken for one.
struct Entity {
    std::string key;  ///< Lower case, without legal form.
    NameKind kind = NameKind::company;
    PartyKind party_kind = PartyKind::unknown;
    std::vector<std::string> forms;     ///< As written, without repeats, in order of first use.
    std::vector<std::uint32_t> counts;  ///< How often each form is used.
    Span first_use;
    bool is_generic = false;  ///< "shareholders"
};

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
    const Entity& entity(std::uint32_t index) const { return entities_[index]; }
    const std::vector<Entity>& entities() const { return entities_; }

    /// Whether the entity can sue.
    bool can_be_party(std::uint32_t entity) const;

    /// The described party of these words ("a former engineer"); made on first use.
    std::uint32_t described(std::string_view words, Span where);

  private:
    enum class Style { sentence, title, capitals };

    Style style_of(const Sentence& sentence) const;
    void collect_evidence();
    void read_sentence(const Sentence& sentence, Style style);
    std::uint32_t read_known(std::uint32_t token, const Sentence& sentence, Style style);
    std::uint32_t read_repeated(std::uint32_t token, const Sentence& sentence);
    std::uint32_t read_shape(std::uint32_t token, const Sentence& sentence, Style style);
    bool may_begin(std::uint32_t token, const Sentence& sentence, Style style) const;
    bool may_continue(std::uint32_t token, Style style) const;
    bool is_capital(std::uint32_t token) const;
    bool has(std::uint32_t token, WordClasses classes) const;
    std::string_view bytes(std::uint32_t first, std::uint32_t last) const;
    void add_name(std::uint32_t first, std::uint32_t last, std::uint32_t entity);
    std::uint32_t entity_of(std::uint32_t first, std::uint32_t last);
    std::uint32_t find_alias(std::string_view key) const;
    void set_kind(Entity& entity, std::uint32_t first, std::uint32_t last) const;
    bool is_named_unit(std::uint32_t first) const;
    bool is_pair_name(std::uint32_t token, std::uint32_t end) const;
    bool is_ordinary_word(std::uint32_t first, std::uint32_t last, const Sentence& sentence,
                          Style style) const;
    std::string spelling(std::uint32_t first, std::uint32_t last) const;
    std::uint32_t without_legal_form(std::uint32_t first, std::uint32_t last) const;
    std::string key_of(std::uint32_t first, std::uint32_t last) const;

    const Document& document_;
    const Lexicon::Tables& tables_;
    std::vector<std::uint32_t> name_at_;
    std::vector<Name> names_;
    std::vector<Entity> entities_;
    std::unordered_map<std::string, std::uint32_t> by_key_;
    /// Lower-case words the running text writes small, and those it capitalises inside sentences.
    std::unordered_map<std::string, unsigned> lower_, capital_;
    std::unordered_map<std::string, unsigned> all_;    ///< Capitalised anywhere.
    std::unordered_map<std::string, unsigned> pairs_;  ///< "x y" for "X and Y".
};

}  // namespace litigraph::ingest::detail
