#include "article_formats.hpp"
#include "html_text.hpp"

namespace litigraph::ingest {

void read_html(ByteReader& bytes, ItemSink& sink) {
    const std::optional<std::string_view> html = read_whole(bytes, sink);
    if (!html) {
        return;
    }
    // A page in another encoding is read if it declares which.
    std::optional<Error> error = utf8_error(*html);
    if (error && html->substr(0, 1024).find("charset") == std::string_view::npos) {
        sink.reject(*std::move(error));
        return;
    }
    ArticleFields fields = read_html_page(*html, !error);
    fields.set(Field::id, sink.name);
    deliver(fields, {}, sink);
}

}  // namespace litigraph::ingest
