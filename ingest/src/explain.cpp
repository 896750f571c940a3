#include "claims.hpp"
#include "mentions.hpp"
#include "tables.hpp"
#include "text.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <algorithm>

namespace litigraph::ingest {

namespace {

using namespace detail;

std::string_view name_of(NameKind kind) {
    switch (kind) {
        case NameKind::agency:
            return "agency";
        case NameKind::government:
            return "government";
        case NameKind::place:
            return "place";
        case NameKind::media:
            return "media";
        case NameKind::court:
            return "court";
        case NameKind::company:
            return "name";
        case NameKind::other:
            return "no party";
    }
    return "";
}

std::string_view name_of(Mood mood) {
    switch (mood) {
        case Mood::actual:
            return "";
        case Mood::planned:
            return " (planned)";
        case Mood::unreal:
            return " (not a fact)";
    }
    return "";
}

std::string phrases(const ClauseReader& clauses, const Document& document,
                    const Mentions& mentions) {
    std::string line;
    for (const Chunk& chunk : clauses.chunks()) {
        const std::string words(document.bytes(
            Span{document.tokens[chunk.first].begin, document.tokens[chunk.last - 1].end}));
        line.push_back(' ');
        if (chunk.kind == ChunkKind::verb) {
            line += "*" + words + "*" + std::string(name_of(chunk.mood));
        } else if (chunk.kind == ChunkKind::nominal) {
            line += "[" + words;
            if (chunk.name != no_index) {
                const NameKind kind = mentions.entity(mentions.name(chunk.name).entity).kind;
                line += ": " + std::string(name_of(kind));
            }
            line += "]";
        } else {
            line += words;
        }
    }
    return line.empty() ? line : line.substr(1);
}

std::string names(const std::vector<std::uint32_t>& entities, const Mentions& mentions) {
    std::string line;
    for (const std::uint32_t entity : entities) {
        const Entity& known = mentions.entity(entity);
        line += (line.empty() ? "" : ", ") + (known.forms.empty() ? known.key : known.forms[0]);
    }
    return line.empty() ? "?" : line;
}

std::string line_of(const Claim& claim, const Mentions& mentions) {
    std::string line = "  " + std::string(claim.rule) + std::string(name_of(claim.mood)) + ": ";
    line += names(claim.plaintiffs, mentions) + " > " + names(claim.defendants, mentions);
    line += claim.is_definite ? ", the known case" : "";
    line += claim.is_another ? ", another case" : "";
    line += claim.is_counter ? ", a countersuit" : "";
    line += claim.is_answered ? ", answered" : "";
    return line + "\n";
}

}  // namespace

std::string explain(const Article& article, const Lexicon& lexicon) {
    const Lexicon::Tables& tables = lexicon.tables();
    const Document document = segment(article, tables.words);
    Mentions mentions(document, tables);
    ClaimReader reader(document, tables, mentions);
    std::string report;
    for (std::uint32_t i = 0; i < document.sentences.size(); ++i) {
        const Sentence& sentence = document.sentences[i];
        const std::vector<Claim> claims = reader.read(i);
        const auto is_trigger = [&](const Token& token) {
            return (tables.words[token.word].classes & classes_of(WordClass::trigger)) != 0;
        };
        if (claims.empty() &&
            std::none_of(document.tokens.begin() + sentence.first_token,
                         document.tokens.begin() + sentence.last_token, is_trigger)) {
            continue;
        }
        report += phrases(reader.clauses(), document, mentions) + "\n";
        for (const Claim& claim : claims) {
            report += line_of(claim, mentions);
        }
        report += claims.empty() ? "  no frame fits\n" : "";
    }
    return report;
}

}  // namespace litigraph::ingest
