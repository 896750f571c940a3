#include "office_holders.hpp"

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

constexpr WordClasses offices = classes_of(title, role, office);

}  // namespace

OfficeHolders::OfficeHolders(const Document& document, const Mentions& mentions,
                             const WordTable& words)
    : document_(document), words_(words) {
    const auto is_mark = [&](std::uint32_t token, std::string_view mark) {
        return token < document.tokens.size() && document.bytes(document.tokens[token]) == mark;
    };
    for (const Name& name : mentions.names()) {
        const Entity& known = mentions.entity(name.entity);
        const bool may_hold =
            known.party_kind == PartyKind::person ||
            (known.party_kind == PartyKind::unknown && name.last > name.first + 1);
        if (!may_hold || known.kind != NameKind::company) {
            continue;
        }
        if (name.first > 1) {
            note(name.first - (is_mark(name.first - 1, ",") ? 2 : 1), name.entity);
        }
        if (is_mark(name.last, ",")) {
            const bool has_article = is_mark(name.last + 1, "the") || is_mark(name.last + 1, "a");
            note(name.last + (has_article ? 2 : 1), name.entity);
        }
    }
}

void OfficeHolders::note(std::uint32_t token, std::uint32_t person) {
    if (token >= document_.tokens.size()) {
        return;
    }
    std::string noun = lower_case(document_.bytes(document_.tokens[token]));
    if ((words_[words_.find(noun)].classes & offices) == 0) {
        return;
    }
    const auto [known, is_new] = holders_.try_emplace(std::move(noun), person);
    if (!is_new && known->second != person) {
        known->second = no_index;
    }
}

std::uint32_t OfficeHolders::of(const ClauseReader& clauses, const Chunk& nominal) const {
    const bool is_definite = clauses.word(nominal.first) == "the" ||
                             nominal.possessor != no_index ||
                             clauses.has(nominal.first, classes_of(possessive));
    if (nominal.name != no_index || nominal.is_pronoun || !is_definite) {
        return no_index;
    }
    const auto known = holders_.find(lower_case(document_.bytes(document_.tokens[nominal.head])));
    return known == holders_.end() ? no_index : known->second;
}

}  // namespace litigraph::ingest::detail
