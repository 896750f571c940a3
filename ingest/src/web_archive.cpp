// WARC, in which crawlers keep what they were sent: records of a header, as in mail, and as many
// bytes as it says. Pages and plain texts are articles; what else a site sends (pictures, scripts,
// redirections) is passed over. The day of the crawl is not the day of publication.

#include "article_formats.hpp"
#include "html_text.hpp"

#include <algorithm>
#include <charconv>

namespace litigraph::ingest {

namespace {

constexpr std::size_t longest_header = std::size_t{1} << 16;

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, to_lower, to_lower);
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

/// Value of a line "Name: value" of a header; empty if it has none.
std::string_view value_of(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        const std::string_view line = header.substr(0, header.find('\n'));
        header.remove_prefix(std::min(line.size() + 1, header.size()));
        const std::size_t colon = std::min(line.find(':'), line.size());
        if (is_same(line.substr(0, colon), name)) {
            return trimmed(line.substr(std::min(colon + 1, line.size())));
        }
    }
    return {};
}

/// Length of the header that `text` begins with, its empty line included; 0 if it does not end.
std::size_t header_length(std::string_view text) {
    constexpr std::string_view end = "\r\n\r\n";
    const std::size_t at = text.substr(0, longest_header).find(end);
    return at == std::string_view::npos ? 0 : at + end.size();
}

/// The digits in front, in the base; nothing if there are none.
std::optional<std::size_t> number(std::string_view text, int base = 10) {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc{} ? std::optional(value) : std::nullopt;
}

/// Of a body that was sent in chunks; what there is of it, if it is cut off.
std::string joined_chunks(std::string_view body) {
    std::string whole;
    while (true) {
        const std::optional<std::size_t> size = number(body, 16);
        const std::size_t line = body.find('\n');
        if (!size || *size == 0 || line == std::string_view::npos) {
            return whole;
        }
        body.remove_prefix(line + 1);
        whole += body.substr(0, *size);
        body.remove_prefix(std::min(*size, body.size()));
        body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
    }
}

bool is_page(std::string_view type) {
    return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

struct Content {
    std::string_view address;
    std::string_view type;
    std::string_view body;
};

void deliver_content(const Content& content, ItemSink& sink) {
    std::optional<Error> error = utf8_error(content.body);
    const bool declares = content.body.substr(0, 1024).find("charset") != std::string_view::npos;
    if (error && !(is_page(content.type) && declares)) {
        ++sink.count;
        sink.reject(
            {ErrorCode::invalid_input, std::string(content.address) + ": " + error->message});
        return;
    }
    ArticleFields fields;
    if (is_page(content.type)) {
        fields = read_html_page(content.body, !error);
    } else {
        fields.set(Field::body, content.body);
    }
    fields.set(Field::url, content.address, 9);
    deliver(fields, {}, sink);
}

bool is_article(std::string_view type) { return is_page(type) || type.starts_with("text/plain"); }

/// What a server sent: a status, a header and a body.
void deliver_response(std::string_view address, std::string_view response, ItemSink& sink) {
    const std::size_t length = header_length(response);
    const std::string_view header = response.substr(0, length);
    const std::string_view status = header.substr(std::min(header.find(' '), header.size()));
    if (!status.starts_with(" 200") || !is_article(value_of(header, "Content-Type"))) {
        return;
    }
    const std::string_view encoding = value_of(header, "Content-Encoding");
    if (!encoding.empty() && !is_same(encoding, "identity")) {
        ++sink.count;
        sink.reject({ErrorCode::unsupported, std::string(address) + ": sent as " +
                                                 std::string(encoding) + ", which is not read"});
        return;
    }
    response.remove_prefix(length);
    const bool is_chunked = is_same(value_of(header, "Transfer-Encoding"), "chunked");
    const std::string whole = is_chunked ? joined_chunks(response) : std::string();
    deliver_content({address, value_of(header, "Content-Type"), is_chunked ? whole : response},
                    sink);
}

void deliver_record(std::string_view header, std::string_view block, ItemSink& sink) {
    const std::string_view type = value_of(header, "WARC-Type");
    const std::string_view address = trimmed(value_of(header, "WARC-Target-URI"));
    if (type == "response") {
        deliver_response(address, block, sink);
    } else if (type == "resource" && is_article(value_of(header, "Content-Type"))) {
        deliver_content({address, value_of(header, "Content-Type"), block}, sink);
    }
}

/// Moves past `size` bytes; false if the input ends before.
bool skip(ByteReader& bytes, std::size_t size) {
    constexpr std::size_t step = std::size_t{1} << 16;
    while (size > 0) {
        const std::size_t part = std::min(size, step);
        if (!bytes.fill(part)) {
            return false;
        }
        bytes.skip(part);
        size -= part;
    }
    return true;
}

void skip_line_ends(ByteReader& bytes) {
    while (bytes.fill(1) && (bytes.view().front() == '\r' || bytes.view().front() == '\n')) {
        bytes.skip(1);
    }
}

/// One record; why there are no more after it, if something is wrong.
std::optional<Error> read_record(ByteReader& bytes, ItemSink& sink) {
    bytes.fill(longest_header);
    const std::string header(bytes.view().substr(0, header_length(bytes.view())));
    const std::optional<std::size_t> size = number(value_of(header, "Content-Length"));
    if (!header.starts_with("WARC/") || !size) {
        return Error{ErrorCode::invalid_input, "expected the header of a WARC record"};
    }
    bytes.skip(header.size());
    const std::size_t most = sink.max_article_bytes + longest_header;
    if (*size > most) {
        ++sink.count;
        sink.reject(too_large({}, sink));
    } else if (bytes.fill(*size)) {
        deliver_record(header, bytes.view().substr(0, *size), sink);
    }
    if (!skip(bytes, *size)) {
        return Error{ErrorCode::invalid_input, "a WARC record that is cut off"};
    }
    return std::nullopt;
}

}  // namespace

void read_web_archive(ByteReader& bytes, ItemSink& sink) {
    for (skip_line_ends(bytes); !bytes.at_end(); skip_line_ends(bytes)) {
        if (const std::optional<Error> error = read_record(bytes, sink)) {
            sink.reject(bytes.error().value_or(*error));
            return;
        }
    }
    if (bytes.error()) {
        sink.reject(*bytes.error());
    } else if (sink.count == 0) {
        sink.reject({ErrorCode::invalid_input, "a web archive without articles"});
    }
}

}  // namespace litigraph::ingest
