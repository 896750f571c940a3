// RSS 0.9x to 2.0 and Atom through libxml2's streaming reader: only the item at hand is a tree.

#include "article_formats.hpp"
#include "html_text.hpp"

#include <algorithm>
#include <libxml/xmlreader.h>
#include <memory>

namespace litigraph::ingest {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string text_of(const xmlNode* node) {
    xmlChar* const content = xmlNodeGetContent(node);
    std::string text(view(content));
    xmlFree(content);
    return text;
}

std::string attribute(const xmlNode* node, const char* name) {
    xmlChar* const value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string text(view(value));
    xmlFree(value);
    return text;
}

struct ItemElement {
    std::string_view name;
    Field field;
    unsigned rank;
    bool is_markup;  ///< Its text is HTML.
};
constexpr ItemElement item_elements[] = {
    {"guid", Field::id, 0, false},        {"id", Field::id, 0, false},
    {"title", Field::headline, 0, true},  {"encoded", Field::body, 0, true},
    {"content", Field::body, 1, true},    {"description", Field::summary, 0, true},
    {"summary", Field::summary, 1, true}, {"pubDate", Field::date, 0, false},
    {"published", Field::date, 1, false}, {"date", Field::date, 2, false},
    {"updated", Field::date, 3, false},   {"source", Field::source, 0, false},
    {"link", Field::url, 0, false},
};

ArticleFields item_fields(const xmlNode* item, std::string_view channel) {
    ArticleFields fields;
    for (const xmlNode* node = item->children; node != nullptr; node = node->next) {
        const auto* const element =
            std::ranges::find(item_elements, view(node->name), &ItemElement::name);
        if (node->type != XML_ELEMENT_NODE || element == std::end(item_elements)) {
            continue;
        }
        const std::string text = text_of(node);
        const std::string relation = attribute(node, "rel");
        if (element->field == Field::url && text.empty()) {  // Atom
            fields.set(Field::url, attribute(node, "href"), relation == "alternate" ? 0 : 1);
        } else {
            fields.set(element->field, element->is_markup ? html_to_text(text) : text,
                       element->rank);
        }
    }
    fields.set(Field::source, channel, 1);
    return fields;
}

int read_bytes(void* context, char* buffer, int size) {
    ByteReader& bytes = *static_cast<ByteReader*>(context);
    bytes.fill(1);
    const std::size_t count = std::min(bytes.view().size(), static_cast<std::size_t>(size));
    std::copy_n(bytes.view().data(), count, buffer);
    bytes.skip(count);
    return bytes.error() ? -1 : static_cast<int>(count);
}

/// Keeps the first error.
void keep_error(void* context, xmlErrorPtr error) {
    auto& kept = *static_cast<std::optional<Error>*>(context);
    if (kept || error->level < XML_ERR_ERROR) {
        return;
    }
    std::string message = error->message == nullptr ? "not well-formed" : error->message;
    message.erase(message.find_last_not_of(" \n") + 1);
    kept = Error{ErrorCode::syntax, "broken XML: " + message,
                 static_cast<std::size_t>(std::max(error->line, 0)),
                 static_cast<std::size_t>(std::max(error->int2, 0))};
}

struct FreeReader {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

}  // namespace

void read_feed(ByteReader& bytes, ItemSink& sink) {
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT;
    const std::unique_ptr<xmlTextReader, FreeReader> reader(
        xmlReaderForIO(read_bytes, nullptr, &bytes, nullptr, nullptr, options));
    std::optional<Error> error;
    xmlTextReaderSetStructuredErrorHandler(reader.get(), keep_error, &error);
    std::string channel;
    int state = xmlTextReaderRead(reader.get());
    while (state == 1) {
        const std::string_view name = view(xmlTextReaderConstLocalName(reader.get()));
        const bool begins = xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_ELEMENT;
        const bool is_item = begins && (name == "item" || name == "entry");
        if (is_item || (begins && name == "title" && channel.empty())) {
            const auto line = static_cast<std::size_t>(
                std::max(xmlTextReaderGetParserLineNumber(reader.get()), 0));
            const xmlNode* const node = xmlTextReaderExpand(reader.get());
            if (node == nullptr) {
                break;
            }
            if (is_item) {
                deliver(item_fields(node, channel), {line, 0}, sink);
            } else {
                channel = html_to_text(text_of(node));
            }
            state = xmlTextReaderNext(reader.get());
        } else {
            state = xmlTextReaderRead(reader.get());
        }
    }
    if (bytes.error()) {
        sink.reject(*bytes.error());
    } else if (error) {
        sink.reject(*error);
    } else if (sink.count == 0) {
        sink.reject({ErrorCode::invalid_input, "a feed without articles"});
    }
}

}  // namespace litigraph::ingest
