/// \file
/// A news article, as extraction reads it.
#pragma once

#include <litigraph/graph/date.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace litigraph::ingest {

/// All byte offsets of mentions and evidence count in `text`:
///
///     | headline | "\n\n" | body .......................... |
///     0          headline_size
///
/// A plain-text file has no separate headline: its text is the whole file, byte for byte, and
/// `body_begin` skips a leading date line such as the seed's " date 2024-08-01 ".
struct Article {
    std::string id;  ///< The input's own id, else its address, else its file name without folders.
    std::string source;
    std::string url;
    std::optional<Day> published;  ///< Never the day of reading.
    std::string text;              ///< Valid UTF-8.
    std::size_t headline_size = 0;
    std::size_t body_begin = 0;  ///< Where the prose begins: after headline and date line.
};

}  // namespace litigraph::ingest
