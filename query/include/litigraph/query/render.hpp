/// \file
/// Shows a table: for people (box, table, markdown, line) or for programs (csv, tsv, json, jsonl).
#pragma once

#include <litigraph/query/table.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::query {

enum class Format : std::uint8_t { box, table, markdown, csv, tsv, json, jsonl, line };
inline constexpr std::size_t format_count = 8;

std::string_view to_string(Format format) noexcept;
std::optional<Format> format_from_string(std::string_view text) noexcept;

struct RenderOptions {
    Format format = Format::tsv;
    /// Rows beyond this many are left out; 0 shows all. Formats for programs always show all.
    std::size_t max_rows = 0;
    /// Columns of the screen; box and table cut cells that do not fit and end them with "...".
    /// 0 never cuts. Other formats never cut.
    std::size_t width = 0;
    bool colour = false;  ///< Escape sequences for headings; box, table and line only.
};

/// Writes the table and nothing else. Box, table, markdown and line make control characters
/// visible, so text from an article cannot drive a terminal. csv follows RFC 4180 with "\n" as line
/// end; tsv writes tab, newline, return and backslash as \t, \n, \r and \\; json is an array of
/// objects on one line; jsonl one object a line. Bytes that are not UTF-8 appear as U+FFFD.
/// O(size of the table).
void render(std::ostream& out, const Table& table, const RenderOptions& options = {});

/// What to tell the reader about a rendered table: "6 rows", "1 row", "no rows",
/// "134 rows, 40 shown", with the reason if the answer is incomplete or cells were cut.
std::string summary(const Table& table, const RenderOptions& options = {});

/// Columns that UTF-8 text takes on a terminal, of any script. Control characters and broken bytes
/// count as they are shown.
std::size_t display_width(std::string_view text) noexcept;

}  // namespace litigraph::query
