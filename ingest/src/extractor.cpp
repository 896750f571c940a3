#include "case_assembly.hpp"
#include "case_draft.hpp"
#include "case_facts.hpp"
#include "claims.hpp"
#include "mentions.hpp"
#include "party_relations.hpp"
#include "tables.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <algorithm>

namespace litigraph::ingest {

namespace {

using detail::Claim;
using detail::Reading;

constexpr std::uint64_t fnv_offset = 14695981039346656037ULL;
constexpr std::uint64_t fnv_prime = 1099511628211ULL;

bool is_word_byte(unsigned char c) {
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Of the words only: case, spacing and punctuation do not count.
std::uint64_t fingerprint(std::string_view text) {
    std::uint64_t hash = fnv_offset;
    bool in_word = false;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (is_word_byte(c)) {
            hash = (hash ^ (c >= 'A' && c <= 'Z' ? c | 0x20U : c)) * fnv_prime;
        } else if (in_word) {
            hash = (hash ^ ' ') * fnv_prime;
        }
        in_word = is_word_byte(c);
    }
    return hash;
}

ArticleInfo info_of(const Article& article) {
    ArticleInfo info;
    info.id = article.id;
    info.title = article.text.substr(0, article.headline_size);
    info.source = article.source;
    info.url = article.url;
    info.published = article.published;
    info.fingerprint = fingerprint(article.text);
    return info;
}

bool is_party(const Reading& reading, const detail::Entity& entity) {
    return std::ranges::any_of(reading.parties, [&](const PartyObservation& party) {
        return std::ranges::find(entity.forms, party.name) != entity.forms.end();
    });
}

/// A name of unknown kind that is no party of a case may well be a product.
std::vector<detail::Span> names_to_mask(const Reading& reading, const detail::Mentions& mentions) {
    std::vector<detail::Span> masked;
    for (const detail::Name& name : mentions.names()) {
        const detail::Span span{reading.document.tokens[name.first].begin,
                                reading.document.tokens[name.last - 1].end};
        const detail::Entity& entity = mentions.entity(name.entity);
        const bool may_be_product =
            entity.kind == detail::NameKind::other ||
            (entity.kind == detail::NameKind::company && entity.party_kind == PartyKind::unknown &&
             !is_party(reading, entity));
        if (!may_be_product) {
            masked.push_back(span);
        }
    }
    std::ranges::sort(masked, {}, &detail::Span::begin);
    return masked;
}

}  // namespace

ArticleObservations extract(const Article& article, const Lexicon& lexicon) {
    const Lexicon::Tables& tables = lexicon.tables();
    ArticleObservations result;
    result.article = info_of(article);
    if (!tables.triggers->any(article.text)) {
        return result;
    }
    Reading reading{article, tables, {}, {}, {}, {}};
    reading.document = detail::segment(article, tables.words);
    detail::Mentions mentions(reading.document, tables);
    detail::ClaimReader reader(reading.document, tables, mentions);
    std::vector<Claim> claims;
    for (std::uint32_t i = 0; i < reading.document.sentences.size(); ++i) {
        std::vector<Claim> found = reader.read(i);
        std::move(found.begin(), found.end(), std::back_inserter(claims));
    }
    detail::Assembled assembled = detail::assemble_cases(reading.document, mentions, claims);
    detail::add_party_relations(reading.document, tables, mentions, assembled);
    reading.parties = std::move(assembled.parties);
    reading.drafts = std::move(assembled.drafts);
    reading.masked_names = names_to_mask(reading, mentions);
    detail::attach_case_facts(reading);
    for (detail::CaseDraft& draft : reading.drafts) {
        result.cases.push_back(std::move(draft.observation));
    }
    result.parties = std::move(reading.parties);
    result.relations = std::move(assembled.relations);
    return result;
}

}  // namespace litigraph::ingest
