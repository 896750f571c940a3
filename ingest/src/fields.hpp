/// \file
/// Cutting the fields of the compiled-in tables, in place.
#pragma once

#include <string_view>

namespace litigraph::ingest::detail {

/// Cuts the text before the first `separator` off `rest`, and the separator with it.
inline std::string_view take_field(std::string_view& rest, char separator) noexcept {
    const std::size_t at = rest.find(separator);
    const std::string_view field = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
    return field;
}

/// Visits the lines of `parts` that are not empty and do not begin with '#'.
template <typename Parts, typename Visit>
void for_each_row(const Parts& parts, const Visit& visit) {
    for (std::string_view text : parts) {
        while (!text.empty()) {
            const std::string_view row = take_field(text, '\n');
            if (!row.empty() && row.front() != '#') {
                visit(row);
            }
        }
    }
}

}  // namespace litigraph::ingest::detail
