#include "article_formats.hpp"

#include <algorithm>

namespace litigraph::ingest {

namespace {

/// News services cut the text and say so: "... [+1234 chars]". Returns what is left.
std::string_view without_cut_mark(std::string_view text) {
    const std::size_t open = text.rfind("[+");
    if (open == std::string_view::npos || !text.ends_with(" chars]")) {
        return text;
    }
    text = text.substr(0, open);
    const std::size_t last = text.find_last_not_of(" \t\r\n.");
    text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    constexpr std::string_view ellipsis = "\xE2\x80\xA6";
    return text.ends_with(ellipsis) ? text.substr(0, text.size() - ellipsis.size()) : text;
}

/// The body, or what there is of it: a cut body is preceded by the summary, which often tells more.
std::string article_body(const ArticleFields& fields) {
    const std::string& body = fields[Field::body];
    const std::string& summary = fields[Field::summary];
    const std::string_view uncut = without_cut_mark(body);
    const bool is_cut = uncut.size() != body.size();
    if (body.empty() || (is_cut && summary.size() > uncut.size())) {
        return summary;
    }
    if (is_cut && !summary.empty() && !uncut.starts_with(summary)) {
        return summary + "\n\n" + std::string(uncut);
    }
    return std::string(uncut);
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

/// "file", "file#2"; of JSON Lines the number is that of the line, "file#7.2" its second item.
std::string name_of_item(const ItemSink& sink) {
    const std::size_t number = sink.line != 0 ? sink.line : sink.count;
    const bool is_next_of_line = sink.line != 0 && sink.count > 1;
    if (number == 1 && !is_next_of_line) {
        return sink.name;
    }
    return sink.name + "#" + std::to_string(number) +
           (is_next_of_line ? "." + std::to_string(sink.count) : "");
}

}  // namespace

void ArticleFields::set(Field field, std::string_view value, unsigned rank) {
    Slot& slot = slots_[static_cast<std::size_t>(field)];
    if (!value.empty() && (slot.value.empty() || rank < slot.rank)) {
        slot.value.assign(value);
        slot.rank = rank;
    }
}

void ArticleFields::clear() noexcept {
    for (Slot& slot : slots_) {
        slot.value.clear();
    }
}

void deliver(const ArticleFields& fields, Place place, ItemSink& sink) {
    ++sink.count;
    const std::string& headline = fields[Field::headline];
    std::string body = article_body(fields);
    if (is_blank(headline) && is_blank(body)) {
        sink.reject(
            {ErrorCode::invalid_input, "an article without text", place.line, place.column});
        return;
    }
    if (headline.size() + body.size() > sink.max_article_bytes) {
        sink.reject(too_large(place, sink));
        return;
    }
    Article article;
    article.id = !fields[Field::id].empty()    ? fields[Field::id]
                 : !fields[Field::url].empty() ? fields[Field::url]
                                               : name_of_item(sink);
    article.source = fields[Field::source];
    article.url = fields[Field::url];
    article.published = day_from_timestamp(fields[Field::date]);
    article.headline_size = headline.size();
    article.body_begin = headline.empty() ? 0 : headline.size() + 2;
    article.text = headline.empty() ? std::move(body) : headline + "\n\n" + body;
    sink.accept(std::move(article));
}

Error too_large(Place place, const ItemSink& sink) {
    return {ErrorCode::limit_exceeded,
            "larger than " + std::to_string(sink.max_article_bytes) +
                " bytes, the limit for one article",
            place.line, place.column};
}

}  // namespace litigraph::ingest
