#include "party_relations.hpp"

#include "court_table.hpp"
#include "folded_words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

// Every rule looks at a noun ("unit"), an adjective ("Finnish") or "-based" and the names next to
// it in the same sentence. "Its" is nobody's unless the unit's name begins with the owner's.

namespace litigraph::ingest::detail {

namespace {

constexpr std::uint32_t most_words_between = 3;

/// `longer` has `shorter` as its first words: "amazon web services", "amazon".
bool begins_with_name(std::string_view longer, std::string_view shorter) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) &&
           longer[shorter.size()] == ' ';
}

class RelationReader {
  public:
    RelationReader(const Document& document, const Lexicon::Tables& tables,
                   const Mentions& mentions, Assembled& assembled)
        : document_(document), tables_(tables), mentions_(mentions), assembled_(assembled) {}

    void read() {
        for (const Sentence& sentence : document_.sentences) {
            sentence_ = &sentence;
            for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
                read_at(i);
            }
        }
    }

  private:
    using Place = const Region*;

    void read_at(std::uint32_t token) {
        if (has(token, WordClass::unit_noun)) {
            read_unit(token);
        } else if (has(token, WordClass::nationality)) {
            read_nationality(token);
        } else if (bytes(token).ends_with(based)) {
            read_base(token);
        }
    }

    // ---- units

    void read_unit(std::uint32_t noun) {
        const std::uint32_t after = name_from(skip_comma(noun + 1));
        const std::uint32_t before = name_ending(noun);
        if (after != no_index && before != no_index) {  // "Alphabet unit Google"
            add_division(after, before, Span{begin_of(before), end_of(after)});
        } else if (const std::uint32_t owner = owner_after_of(noun); owner != no_index) {
            read_apposition(noun, owner);
        } else if (before != no_index) {  // "its AWS unit", "Microsoft's LinkedIn unit"
            read_owner_before(name(before).first, before, noun);
        } else if (after != no_index) {  // "its cloud division, Amazon Web Services"
            read_owner_before(noun, after, name(after).last - 1);
        }
    }

    /// "a unit of Alphabet": the owner.
    std::uint32_t owner_after_of(std::uint32_t noun) const {
        return is(noun + 1, "of") ? name_from(noun + 2) : no_index;
    }

    /// "Google, a unit of Alphabet": the name that the noun explains.
    void read_apposition(std::uint32_t noun, std::uint32_t owner) {
        const std::uint32_t article = back_over_words(noun);
        if (!has(article, WordClass::determiner) || !is(article - 1, ",")) {
            return;
        }
        const std::uint32_t unit = name_ending(article - 1);
        if (unit != no_index) {
            add_division(unit, owner, Span{begin_of(unit), end_of(owner)});
        }
    }

    /// The owner stands before the words that end at `end`: a possessive name, or "its".
    void read_owner_before(std::uint32_t end, std::uint32_t unit, std::uint32_t last) {
        const std::uint32_t token = back_over_words(end);
        std::uint32_t owner = no_index;
        std::uint32_t first = token;
        if (is(token, "'s") || is(token, "\u2019s")) {
            owner = name_ending(token);
            first = owner == no_index ? token : name(owner).first;
        } else if (has(token, WordClass::possessive)) {
            owner = named_owner(unit);
        }
        if (owner != no_index) {
            add_division(unit, owner,
                         Span{document_.tokens[first].begin, document_.tokens[last].end});
        }
    }

    /// A name whose entity's key the unit's begins with.
    std::uint32_t named_owner(std::uint32_t unit) const {
        const std::string_view key = entity(unit).key;
        for (std::uint32_t i = 0; i < mentions_.names().size(); ++i) {
            if (begins_with_name(key, entity(i).key)) {
                return i;
            }
        }
        return no_index;
    }

    void add_division(std::uint32_t unit, std::uint32_t owner, Span words) {
        const bool known = name(unit).entity == name(owner).entity ||
                           (!party_of(unit) && !party_of(owner)) || !may_be_company(unit) ||
                           !may_be_company(owner);
        if (known) {
            return;
        }
        RelationObservation relation;
        relation.kind = EdgeKind::division_of;
        relation.from = party_or_new(unit, PartyKind::division);
        relation.to = party_or_new(owner, PartyKind::company);
        relation.evidence = evidence(words, "unit-of");
        add(std::move(relation));
    }

    // ---- places

    /// "the Finnish telecoms group Nokia"; "Nokia, a Finnish maker of ..."; "accusing the Finnish
    /// group": the one that is accused.
    void read_nationality(std::uint32_t token) {
        const Place place = place_of(document_.bytes(document_.tokens[token]));
        std::uint32_t noun = token + 1;
        while (noun < end() && noun - token <= most_words_between && is_plain(noun) &&
               !has(noun, WordClass::company_noun)) {
            ++noun;
        }
        if (place == nullptr || noun >= end() || !has(noun, WordClass::company_noun)) {
            return;
        }
        const std::uint32_t named = name_from(noun + 1);
        if (named != no_index) {
            add_location(named, *place, Span{document_.tokens[token].begin, end_of(named)},
                         "nationality");
        } else if (const std::uint32_t explained = explained_by(token); explained != no_index) {
            add_location(explained, *place, Span{begin_of(explained), document_.tokens[noun].end},
                         "nationality");
        } else if (is_accused(token)) {
            add_accused(*place,
                        Span{document_.tokens[token - 1].begin, document_.tokens[noun].end});
        }
    }

    /// The name before "NAME, a Finnish ...".
    std::uint32_t explained_by(std::uint32_t adjective) const {
        const bool is_apposition = adjective >= sentence_->first_token + 2 &&
                                   has(adjective - 1, WordClass::determiner) &&
                                   is(adjective - 2, ",");
        return is_apposition ? name_ending(adjective - 2) : no_index;
    }

    bool is_accused(std::uint32_t adjective) const {
        if (adjective < sentence_->first_token + 2 || !is(adjective - 1, "the")) {
            return false;
        }
        const std::string_view word = bytes(adjective - 2);
        constexpr std::string_view verbs[] = {"accusing", "accuses", "accused", "sues",
                                              "sued",     "suing",   "against"};
        return std::ranges::find(verbs, word) != std::end(verbs);
    }

    /// In a sentence that speaks of one case with one defendant, that is the accused.
    void add_accused(const Region& place, Span words) {
        std::optional<PartyIndex> accused;
        for (const CaseDraft& draft : assembled_.drafts) {
            const bool is_here =
                std::ranges::any_of(draft.mentions, [&](const CaseMention& mention) {
                    return mention.clause.begin >= sentence_->begin &&
                           mention.clause.begin < sentence_->end;
                });
            if (!is_here) {
                continue;
            }
            if (accused || draft.observation.defendants.size() != 1) {
                return;
            }
            accused = draft.observation.defendants.front().party;
        }
        if (accused) {
            locate(*accused, place, words, "nationality-of-accused");
        }
    }

    /// "Munich-based Siemens".
    void read_base(std::uint32_t token) {
        std::string_view where = bytes(token);
        where.remove_suffix(based.size());
        const Place place = place_of(where);
        std::uint32_t next = token + 1;
        while (next < end() && next - token <= most_words_between && is_plain(next)) {
            ++next;
        }
        const std::uint32_t named = next < end() ? name_from(next) : no_index;
        if (place != nullptr && named != no_index) {
            add_location(named, *place, Span{document_.tokens[token].begin, end_of(named)},
                         "based-in");
        }
    }

    /// The region that the word names or that its one place of this name lies in.
    static Place place_of(std::string_view word) {
        const CourtTable::Meaning* const meaning =
            CourtTable::built_in().meaning(folded_phrase(word));
        if (meaning == nullptr || meaning->abbreviation) {
            return nullptr;
        }
        if (meaning->region != nullptr) {
            return meaning->region->code == "EU" ? nullptr : meaning->region;
        }
        return meaning->places.size() == 1 ? meaning->places.front()->region : nullptr;
    }

    void add_location(std::uint32_t named, const Region& place, Span words, std::string_view rule) {
        if (const auto party = party_of(named); party && may_be_company(named)) {
            locate(*party, place, words, rule);
        }
    }

    void locate(PartyIndex party, const Region& place, Span words, std::string_view rule) {
        RelationObservation relation;
        relation.kind = EdgeKind::located_in;
        relation.from = party;
        relation.place = std::string(place.code);
        relation.evidence = evidence(words, rule);
        add(std::move(relation));
    }

    // ---- what both share

    void add(RelationObservation&& relation) {
        const bool known =
            std::ranges::any_of(assembled_.relations, [&](const RelationObservation& other) {
                return other.kind == relation.kind && other.from == relation.from &&
                       other.to == relation.to && other.place == relation.place;
            });
        if (!known) {
            assembled_.relations.push_back(std::move(relation));
        }
    }

    Evidence evidence(Span words, std::string_view rule) const {
        Evidence made;
        made.begin = words.begin;
        made.end = words.end;
        made.quote = std::string(document_.bytes(words));
        made.rule = std::string(rule);
        return made;
    }

    bool may_be_company(std::uint32_t index) const {
        const Entity& known = entity(index);
        return known.kind == NameKind::company && known.party_kind != PartyKind::person &&
               !known.is_generic;
    }

    std::optional<PartyIndex> party_of(std::uint32_t index) const {
        for (std::size_t i = 0; i < assembled_.parties.size(); ++i) {
            const PartyObservation& party = assembled_.parties[i];
            for (const std::string& form : entity(index).forms) {
                if (party.name == form || std::ranges::binary_search(party.aliases, form)) {
                    return static_cast<PartyIndex>(i);
                }
            }
        }
        return std::nullopt;
    }

    PartyIndex party_or_new(std::uint32_t index, PartyKind kind) {
        if (const auto known = party_of(index)) {
            return *known;
        }
        const Entity& named = entity(index);
        PartyObservation party;
        party.name = *std::ranges::max_element(named.forms, {}, &std::string::size);
        party.kind = kind;
        std::ranges::remove_copy(named.forms, std::back_inserter(party.aliases), party.name);
        std::ranges::sort(party.aliases);
        party.evidence = evidence(named.first_use, "name");
        assembled_.parties.push_back(std::move(party));
        return static_cast<PartyIndex>(assembled_.parties.size() - 1);
    }

    const Name& name(std::uint32_t index) const { return mentions_.name(index); }
    const Entity& entity(std::uint32_t index) const { return mentions_.entity(name(index).entity); }
    std::uint32_t begin_of(std::uint32_t index) const {
        return document_.tokens[name(index).first].begin;
    }
    std::uint32_t end_of(std::uint32_t index) const {
        return document_.tokens[name(index).last - 1].end;
    }
    std::uint32_t end() const { return sentence_->last_token; }

    /// The name that begins at the token.
    std::uint32_t name_from(std::uint32_t token) const {
        const std::uint32_t found = token < end() ? mentions_.name_at(token) : no_index;
        return found != no_index && name(found).first == token ? found : no_index;
    }
    /// The name that ends right before the token.
    std::uint32_t name_ending(std::uint32_t token) const {
        return token > sentence_->first_token && token <= end() ? mentions_.name_at(token - 1)
                                                                : no_index;
    }
    std::uint32_t skip_comma(std::uint32_t token) const {
        return is(token, ",") ? token + 1 : token;
    }

    /// The first token before `token` that is more than a describing word.
    std::uint32_t back_over_words(std::uint32_t token) const {
        std::uint32_t before = token;
        do {
            if (before == sentence_->first_token) {
                return before;
            }
            --before;
        } while (token - before <= most_words_between && is_plain(before));
        return before;
    }
    /// A word in small letters that only describes: "cloud", "telecoms".
    bool is_plain(std::uint32_t token) const {
        return document_.tokens[token].shape == TokenShape::lower &&
               !has(token, WordClass::determiner) && !has(token, WordClass::possessive) &&
               !has(token, WordClass::preposition) && !has(token, WordClass::conjunction) &&
               !is(token, "'s") && !is(token, "\u2019s");
    }
    bool has(std::uint32_t token, WordClass wanted) const {
        return token < end() &&
               (tables_.words[document_.tokens[token].word].classes & classes_of(wanted)) != 0;
    }
    bool is(std::uint32_t token, std::string_view word) const {
        return token < end() && bytes(token) == word;
    }
    std::string_view bytes(std::uint32_t token) const {
        return document_.bytes(document_.tokens[token]);
    }

    static constexpr std::string_view based = "-based";

    const Document& document_;
    const Lexicon::Tables& tables_;
    const Mentions& mentions_;
    Assembled& assembled_;
    const Sentence* sentence_ = nullptr;
};

}  // namespace

void add_party_relations(const Document& document, const Lexicon::Tables& tables,
                         const Mentions& mentions, Assembled& assembled) {
    if (!assembled.drafts.empty()) {
        RelationReader(document, tables, mentions, assembled).read();
    }
}

}  // namespace litigraph::ingest::detail
