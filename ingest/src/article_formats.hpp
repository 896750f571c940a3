/// \file
/// One function per format: from the bytes of a file to its articles.
#pragma once

#include "byte_reader.hpp"
#include <litigraph/graph/result.hpp>
#include <litigraph/ingest/article.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::ingest {

/// What a reader is told, and where it hands its articles and the items that it skips.
struct ItemSink {
    std::string name;  ///< Name for articles that have none of their own.
    std::size_t max_article_bytes = 0;
    std::function<void(Article&&)> accept;
    std::function<void(Error)> reject;
    std::size_t count = 0;  ///< Items so far; in JSON Lines, of the line.
    std::size_t line = 0;   ///< Of JSON Lines; else 0.
};

/// What a format may tell of an article.
enum class Field : std::uint8_t { id, headline, body, summary, date, source, url };
inline constexpr std::size_t field_count = 7;

/// The fields of one article, from keys that differ in how much they are trusted.
class ArticleFields {
  public:
    /// Keeps the non-empty value with the lowest rank; of equal ranks the first.
    void set(Field field, std::string_view value, unsigned rank = 0);
    const std::string& operator[](Field field) const noexcept {
        return slots_[static_cast<std::size_t>(field)].value;
    }
    /// Empties every field, but keeps the memory for the next article.
    void clear() noexcept;

  private:
    struct Slot {
        std::string value;
        unsigned rank = 0;
    };
    std::array<Slot, field_count> slots_;
};

/// Where an item begins, for its error.
struct Place {
    std::size_t line = 0;
    std::size_t column = 0;
};

/// Makes an article of `fields` and accepts it; rejects it if it has no text or too much.
void deliver(const ArticleFields& fields, Place place, ItemSink& sink);

Error too_large(Place place, const ItemSink& sink);

void read_plain_text(ByteReader& bytes, ItemSink& sink);
void read_json_lines(ByteReader& bytes, ItemSink& sink);

/// Some whole lines of a file, which any thread can parse.
struct JsonLines {
    std::string text;
    std::size_t first = 1;  ///< Number of the first line.
};
/// Parses in place, which spoils the text.
void read_json_lines(JsonLines& lines, ItemSink& sink);

/// Cuts a file into lines without parsing them.
class LineCutter {
  public:
    LineCutter(ByteReader& bytes, std::size_t limit) : bytes_(bytes), limit_(limit) {}

    /// About as many lines as make up one batch; nothing at the end of the input. Of a line longer
    /// than the limit only so much that it can be seen to be too long.
    std::optional<JsonLines> next();

  private:
    ByteReader& bytes_;
    std::size_t limit_;
    std::size_t line_ = 1;
};

/// One JSON value, or several one after the other.
void read_json(ByteReader& bytes, ItemSink& sink);
/// One page: its own metadata (JSON-LD, meta elements), then its paragraphs.
void read_html(ByteReader& bytes, ItemSink& sink);
/// RSS or Atom.
void read_feed(ByteReader& bytes, ItemSink& sink);
/// WARC: the pages and plain texts that a crawler was sent; their addresses are their ids.
void read_web_archive(ByteReader& bytes, ItemSink& sink);

/// Calls `found` with every article of a JSON text that is part of something else (JSON-LD). Stops
/// silently where the text is broken.
void for_each_json_article(std::string_view json,
                           const std::function<void(const ArticleFields&)>& found);

/// All bytes that are left; rejects the item and returns nothing if they are too many, hold a zero
/// byte or cannot be read. Valid until the reader is used again.
std::optional<std::string_view> read_whole(ByteReader& bytes, ItemSink& sink);

/// Error with the place if `text` is not UTF-8.
std::optional<Error> utf8_error(std::string_view text);

/// The day in front of an ISO 8601 date ("2024-08-01T09:30:00Z") or in an RFC 822 one
/// ("Thu, 01 Aug 2024 09:30:00 GMT"), as written there: time zones do not move it.
std::optional<Day> day_from_timestamp(std::string_view text) noexcept;

}  // namespace litigraph::ingest
