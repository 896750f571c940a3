/// \file
/// Which names of an article are the same party: "ICN" for "ICN Pharmaceuticals", "Breja" for
/// "Siddharth Breja", "CPSC" for "Consumer Product Safety Commission".
#pragma once

#include "names.hpp"
#include "token_view.hpp"
#include <litigraph/graph/kinds.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

/// Somebody or something named in the article. Only companies, persons, agencies, governments and
/// groups can be parties; places, courts and media are kept so that they are not taken for one.
struct Entity {
    std::string key;  ///< Lower case, without legal form.
    NameKind kind = NameKind::company;
    PartyKind party_kind = PartyKind::unknown;
    std::vector<std::string> forms;     ///< As written, without repeats.
    std::vector<std::uint32_t> counts;  ///< How often each form is used; 0 for a mere alias.
    Span first_use;
    bool is_generic = false;  ///< "shareholders"
    bool is_counsel = false;  ///< "law firm Roe Doe"
    bool is_agreed = false;   ///< `forms[0]` is the common name of a known party.
    bool is_media = false;    ///< So known, be it a party here or not.
};

/// Whether the form is a surname or given name with its title: "Mr Roe", "Dr. Roe", "Prince Paul".
bool is_titled_form(std::string_view form);

/// One way in which the running text writes a name, legal form aside.
struct Spelling {
    std::string key;
    std::uint32_t words = 0;
    std::uint32_t uses = 0;
    std::uint32_t uses_as_place = 0;
    std::uint32_t uses_as_owned = 0;  ///< "Zephra's Dot", "its Dot"
    std::uint32_t first_token = 0;
    std::uint32_t order = 0;  ///< Of first use; headlines come last.
    std::uint32_t entity = no_index;
    std::uint32_t stands_for = no_index;  ///< Spelling that the text says it is short for.
    NameKind kind = NameKind::company;
    PartyKind party_kind = PartyKind::unknown;
    bool has_form = false;           ///< "Inc" follows somewhere.
    bool is_company = false;         ///< A word of it says so.
    bool is_person = false;          ///< A title, an initial or a given name says so.
    bool reads_like_person = false;  ///< So does "Jane Roe and Co".
    bool is_product = false;         ///< Ends like "Google Maps".
    bool is_made = false;            ///< "the Zephra maker"
    bool is_unit = false;            ///< "its subsidiary Lumenar Labs"
    bool is_shouted = false;         ///< All capitals.
    bool is_counsel = false;         ///< "law firm Roe Doe"
    bool litigates = false;          ///< Sues or is sued where it stands.
    std::vector<std::string> forms;
    std::vector<std::uint32_t> counts;
};

class EntityTable {
  public:
    explicit EntityTable(const TokenView& view) : view_(view) {}

    /// The entity of a name of the table; made on first use.
    std::uint32_t known(const KnownName& known, Span where);

    /// Notes a name of the running text; returns its spelling. no_index if it has no letters.
    std::uint32_t note(TokenRange name);

    /// Whether a name noted so far is these words, or begins with them and has a legal form or a
    /// word for a company in it.
    bool has_noted(std::string_view key) const;

    /// Notes the person whose surname stands at another token: "Karl" and "Merrow" in "Karl and
    /// Jane Merrow"; returns the spelling.
    std::uint32_t note_given_name(TokenRange given, std::uint32_t surname);

    /// The text says that one spelling is short for the other: "Scotch Distillers Union (SDU)".
    void note_short_form(std::uint32_t short_form, std::uint32_t full);

    /// To be called once, after the last note: finds the entity of each spelling, whichever of
    /// "Breja" and "Siddharth Breja" comes first.
    void unify();

    std::uint32_t of_spelling(std::uint32_t spelling) const { return spellings_[spelling].entity; }

    /// The entity that these words are a form of, in any case; no_index if none or several are.
    std::uint32_t find(std::string_view key) const;

    /// The entity of a name that the running text does not hold; made on first use.
    std::uint32_t headline_only(TokenRange name);

    /// The described party of these words ("a former engineer"); made on first use.
    std::uint32_t described(std::string_view words, Span where);

    /// The government of these words ("Russian government"); made on first use.
    std::uint32_t government(std::string_view words, Span where);

    std::string key_of(TokenRange name) const;

    const std::vector<Entity>& all() const { return entities_; }

    /// The name, known not to be a party as a rule, is one here: "sued the Daily Herald".
    void make_party(std::uint32_t entity) { entities_[entity].kind = NameKind::company; }

    /// A place is told as its government: "the town of Oakmere sued".
    void make_government(std::uint32_t entity) {
        entities_[entity].kind = NameKind::government;
        entities_[entity].party_kind = PartyKind::government;
    }

    /// Whether the name stands where only parties stand: "sued X", "X v. Y".
    bool litigates(TokenRange name) const;

  private:
    void read_words(Spelling& spelling, TokenRange name) const;
    void read_words_before(Spelling& spelling, TokenRange name) const;
    void read_words_after(Spelling& spelling, TokenRange name) const;
    void note_form(Spelling& spelling, TokenRange name) const;
    bool is_named_unit(TokenRange name) const;
    bool is_in_region(TokenRange name) const;
    bool is_seat_of_next(TokenRange name) const;
    bool is_place_here(TokenRange name) const;
    TokenRange without_legal_form(TokenRange name) const;
    std::vector<std::uint32_t> longest_first() const;
    void mark_persons();
    void mark_products();
    bool is_short_for(const Spelling& spelling, const Spelling& full) const;
    bool is_head_noun(std::string_view word) const;
    bool drops_words(const Spelling& spelling, const Spelling& full) const;
    std::uint32_t host_of(const Spelling& spelling, const std::vector<std::uint32_t>& placed) const;
    std::uint32_t newspaper_of(const Spelling& spelling) const;
    bool is_part_of_region(const Spelling& spelling) const;
    std::uint32_t make_entity(const Spelling& spelling);
    void join(const Spelling& spelling, std::uint32_t entity);

    const TokenView& view_;
    std::vector<Entity> entities_;
    std::vector<Spelling> spellings_;
    std::unordered_map<std::string, std::uint32_t> entity_by_key_;
    std::unordered_map<std::string, std::uint32_t> spelling_by_key_;
};

}  // namespace litigraph::ingest::detail
