/// \file
/// Paragraphs, sentences and tokens of an article, as offsets into its text.
#pragma once

#include <litigraph/ingest/article.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

class WordTable;

/// Bytes [begin, end) of Article::text.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class TokenShape : std::uint8_t {
    lower,        ///< "suit", "e-commerce"
    capitalised,  ///< "Nokia", "McDonald"
    all_caps,     ///< "NOKIA", "AT&T", "U.S."
    mixed,        ///< "iPhone", "eBay"
    number,       ///< "13", "1,750", "4G"
    punctuation   ///< One mark; quotes and dashes of several bytes are one token.
};

struct Token {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t word = 0;  ///< Entry of the word table; 0 if it has none.
    TokenShape shape = TokenShape::lower;
};

struct Sentence {
    std::uint32_t begin = 0;  ///< Bytes [begin, end) of the text.
    std::uint32_t end = 0;
    std::uint32_t first_token = 0;  ///< Tokens [first_token, last_token).
    std::uint32_t last_token = 0;
    std::uint32_t paragraph = 0;
    bool is_headline = false;  ///< The headline of the article, or one inside the body.
    bool is_dateline = false;  ///< "PARIS, March 3 -": no part of the prose.
};

/// Text is borrowed from the article.
struct Document {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;

    std::string_view bytes(Span span) const {
        return text.substr(span.begin, span.end - span.begin);
    }
    std::string_view bytes(const Token& token) const {
        return text.substr(token.begin, token.end - token.begin);
    }
    std::string_view bytes(const Sentence& sentence) const {
        return text.substr(sentence.begin, sentence.end - sentence.begin);
    }
};

/// Whether the word, written with a full stop, is an abbreviation: "Tech", "Corp".
bool is_abbreviation(std::string_view word);

/// One pass over the text. The possessive "'s" is a token of its own. O(bytes).
Document segment(const Article& article, const WordTable& words);

}  // namespace litigraph::ingest::detail
