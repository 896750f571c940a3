/// \file
/// From HTML to what a reader of the page reads. Through libxml2.
#pragma once

#include "article_formats.hpp"

#include <string>
#include <string_view>

namespace litigraph::ingest {

/// The fields of a page: JSON-LD first, then meta elements, then the text itself. An invalid page
/// gives what can be made of it. `html` is UTF-8 unless `is_utf8` is false; then it declares what
/// it is.
ArticleFields read_html_page(std::string_view html, bool is_utf8);

/// The prose of a fragment, paragraphs separated by an empty line. Text without markup stays as it
/// is but for white space.
std::string html_to_text(std::string_view html);

}  // namespace litigraph::ingest
