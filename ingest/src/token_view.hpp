/// \file
/// What reading asks of a token: its bytes, its shape, the classes of its word.
#pragma once

#include "tables.hpp"
#include "text.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace litigraph::ingest::detail {

inline constexpr std::uint32_t no_index = 0xFFFFFFFF;

/// Tokens [first, last).
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    std::uint32_t size() const { return last - first; }
};

/// ASCII letters only; other bytes stay.
std::string lower_case(std::string_view text);

/// A document with the tables that its words are entries of. Both are borrowed.
struct TokenView {
    const Document& document;
    const Lexicon::Tables& tables;

    std::string_view bytes(std::uint32_t token) const {
        return document.bytes(document.tokens[token]);
    }
    std::string_view bytes(TokenRange range) const;
    TokenShape shape(std::uint32_t token) const { return document.tokens[token].shape; }
    bool has(std::uint32_t token, WordClasses classes) const {
        return (tables.words[document.tokens[token].word].classes & classes) != 0;
    }
    bool is_mark(std::uint32_t token, std::string_view mark) const {
        return token < document.tokens.size() && bytes(token) == mark;
    }
    bool is_punctuation(std::uint32_t token) const {
        return shape(token) == TokenShape::punctuation;
    }
    /// "'s" after a name.
    bool is_possessive_mark(std::uint32_t token) const;
    /// Whether the word is written as a name can be: "Nokia", "NOKIA", "iPhone", "23andMe".
    bool is_capital(std::uint32_t token) const;
};

}  // namespace litigraph::ingest::detail
