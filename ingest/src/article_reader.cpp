#include "article_formats.hpp"
#include "input_files.hpp"
#include <litigraph/ingest/article_reader.hpp>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace litigraph::ingest {

namespace {

namespace fs = std::filesystem;

bool has_ending(std::string_view path, std::initializer_list<std::string_view> endings) {
    return std::ranges::any_of(endings,
                               [path](std::string_view ending) { return path.ends_with(ending); });
}

/// `path` without the ending of a compressed file.
std::string_view unpacked_name(std::string_view path) {
    for (const std::string_view packed : {".gz", ".bz2", ".xz", ".zst"}) {
        if (path.ends_with(packed)) {
            return path.substr(0, path.size() - packed.size());
        }
    }
    return path;
}

/// File name without folders.
std::string article_name(std::string_view path) {
    return std::string(path.substr(path.find_last_of('/') + 1));
}

/// Whether a file that was found in a folder is read: by its ending, if it has one.
bool may_hold_articles(std::string_view path) {
    const std::string_view name = unpacked_name(path.substr(path.find_last_of('/') + 1));
    return name.find('.') == std::string_view::npos ||
           has_ending(name, {".txt", ".text", ".html", ".htm", ".xhtml", ".json", ".jsonl",
                             ".ndjson", ".rss", ".atom", ".xml", ".warc", ".tar", ".tgz", ".zip"});
}

/// Whether `text` begins with one JSON object a line: the first line ends with the object that it
/// begins with, and more follows.
bool looks_like_lines(std::string_view text) {
    const std::size_t newline = text.find('\n');
    if (newline == std::string_view::npos) {
        return false;
    }
    const std::size_t last = text.find_last_not_of(" \t\r", newline - 1);
    const std::size_t next = text.find_first_not_of(" \t\r\n", newline);
    return text.front() == '{' && last < newline && text[last] == '}' &&
           next != std::string_view::npos && text[next] == '{';
}

/// Prose may begin with "<" too: "<NOK> SUED".
ArticleFormat detect_markup(std::string_view text, std::string_view path) {
    std::string beginning(text.substr(0, 4096));
    std::ranges::transform(beginning, beginning.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const auto holds_one_of = [&beginning](std::initializer_list<std::string_view> tags) {
        return std::ranges::any_of(tags, [&beginning](std::string_view tag) {
            return beginning.find(tag) != std::string::npos;
        });
    };
    if (holds_one_of({"<rss", "<feed", "<rdf:rdf"})) {
        return ArticleFormat::rss;
    }
    const bool is_html =
        has_ending(unpacked_name(path), {".html", ".htm", ".xhtml"}) ||
        holds_one_of({"<!doctype html", "<html", "<head", "<body", "<article", "<p>"});
    return is_html ? ArticleFormat::html : ArticleFormat::text;
}

/// Told by what the file begins with; its name decides only where that is not enough.
ArticleFormat detect(std::string_view text, std::string_view path) {
    if (has_ending(unpacked_name(path), {".jsonl", ".ndjson"})) {
        return ArticleFormat::json_lines;
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return ArticleFormat::text;
    }
    text.remove_prefix(first);
    if (looks_like_lines(text)) {
        return ArticleFormat::json_lines;
    }
    if (text.front() == '{' ||
        (text.front() == '[' && has_ending(unpacked_name(path), {".json"}))) {
        return ArticleFormat::json;
    }
    // "[Reuters] ..." is prose, "[{" is not
    const std::size_t second = text.find_first_not_of(" \t\r\n", 1);
    if (text.front() == '[' && second != std::string_view::npos &&
        (text[second] == '{' || text[second] == ']')) {
        return ArticleFormat::json;
    }
    if (text.front() == '<') {
        return detect_markup(text, path);
    }
    return text.starts_with("WARC/1.") ? ArticleFormat::warc : ArticleFormat::text;
}

void skip_byte_order_mark(ByteReader& bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    bytes.fill(mark.size());
    if (bytes.view().starts_with(mark)) {
        bytes.skip(mark.size());
    }
}

ArticleFormat format_of(ByteReader& bytes, std::string_view path, ArticleFormat told) {
    constexpr std::size_t enough_to_tell = std::size_t{1} << 16;
    bytes.fill(enough_to_tell);
    std::string_view beginning = bytes.view();
    beginning.remove_prefix(beginning.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    return told == ArticleFormat::automatic ? detect(beginning, path) : told;
}

Error no_article() { return {ErrorCode::invalid_input, "no article in it"}; }

void read_file(ByteReader& bytes, ArticleFormat format, ItemSink& sink) {
    switch (format) {
        case ArticleFormat::json:
            skip_byte_order_mark(bytes);
            return read_json(bytes, sink);
        case ArticleFormat::json_lines:
            skip_byte_order_mark(bytes);
            return read_json_lines(bytes, sink);
        case ArticleFormat::html:
            return read_html(bytes, sink);
        case ArticleFormat::rss:
            return read_feed(bytes, sink);
        case ArticleFormat::warc:
            return read_web_archive(bytes, sink);
        case ArticleFormat::automatic:
        case ArticleFormat::text:
            return read_plain_text(bytes, sink);
    }
}

}  // namespace

struct ArticleBatch::Content {
    std::vector<Article> articles;  ///< Parsed already.
    std::vector<BadItem> bad;
    JsonLines lines;    ///< Of the file `path`, still to be parsed.
    std::string path;   ///< Empty if the batch holds no lines.
    bool ends = false;  ///< The last lines of the file.
    std::size_t max_article_bytes = 0;
};

ArticleBatch::ArticleBatch(std::unique_ptr<Content> content) noexcept
    : content_(std::move(content)) {}
ArticleBatch::ArticleBatch(ArticleBatch&&) noexcept = default;
ArticleBatch& ArticleBatch::operator=(ArticleBatch&&) noexcept = default;
ArticleBatch::~ArticleBatch() = default;

ArticleBatch::Report ArticleBatch::parse(const std::function<void(Article&&)>& sink) {
    Report report;
    const std::string& path = content_->path;
    ItemSink items{.name = path == "-" ? "stdin" : article_name(path),
                   .max_article_bytes = content_->max_article_bytes,
                   .accept =
                       [&](Article&& article) {
                           ++report.articles;
                           sink(std::move(article));
                       },
                   .reject =
                       [&](Error error) {
                           report.bad.push_back({path, std::move(error)});
                       }};
    for (Article& article : content_->articles) {
        items.accept(std::move(article));
    }
    read_json_lines(content_->lines, items);
    report.bad.insert(report.bad.end(), content_->bad.begin(), content_->bad.end());
    report.whole = path;
    report.ends = content_->ends;
    return report;
}

void ReadTally::add(ArticleBatch::Report&& batch) {
    report_.articles += batch.articles;
    std::ranges::move(batch.bad, std::back_inserter(report_.bad));
    if (batch.whole.empty()) {
        return;
    }
    items_of_file_ += batch.articles + batch.bad.size();
    if (batch.ends && std::exchange(items_of_file_, 0) == 0) {
        report_.bad.push_back({std::move(batch.whole), no_article()});
    }
}

/// Reads inputs into batches.
class BatchMaker {
  public:
    BatchMaker(const std::function<void(ArticleBatch&&)>& sink, const ReadOptions& options)
        : sink_(sink), options_(options) {}

    void read(const std::string& path) {
        std::error_code error;
        if (path != "-" && fs::is_directory(path, error)) {
            read_folder(path);
        } else {
            read_one(path);
        }
        send();
    }

  private:
    void read_folder(const std::string& folder) {
        std::vector<std::string> paths;
        std::error_code error;
        for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            const bool is_hidden = it->path().filename().native().starts_with('.');
            if (is_hidden && it->is_directory(error)) {
                it.disable_recursion_pending();
            } else if (!is_hidden && it->is_regular_file(error) &&
                       may_hold_articles(it->path().native())) {
                paths.push_back(it->path().native());
            }
        }
        if (error) {
            reject(folder, {ErrorCode::io, error.message()});
        } else if (paths.empty()) {
            reject(folder, {ErrorCode::invalid_input, "a folder without articles"});
        }
        std::ranges::sort(paths);
        for (const std::string& path : paths) {
            read_one(path);
        }
    }

    void read_one(const std::string& path) {
        const std::size_t before = items_;
        const std::optional<Error> error =
            visit_files(path, [&](const std::string& entry, ByteReader& bytes) {
                read_bytes(entry.empty() ? path : path + "/" + entry, bytes);
            });
        if (error) {
            reject(path, *error);
        } else if (items_ == before) {
            reject(path, no_article());
        }
    }

    void read_bytes(const std::string& path, ByteReader& bytes) {
        const ArticleFormat format = format_of(bytes, path, options_.format);
        if (format == ArticleFormat::json_lines) {
            return cut_lines(path, bytes);
        }
        ItemSink sink{.name = path == "-" ? "stdin" : article_name(path),
                      .max_article_bytes = options_.max_article_bytes,
                      .accept = [this](Article&& article) { accept(std::move(article)); },
                      .reject = [&](Error error) { reject(path, std::move(error)); }};
        read_file(bytes, format, sink);
    }

    void cut_lines(const std::string& path, ByteReader& bytes) {
        send();
        skip_byte_order_mark(bytes);
        LineCutter cutter(bytes, options_.max_article_bytes);
        std::optional<JsonLines> lines = cutter.next();
        for (bool ends = false; !ends;) {
            std::optional<JsonLines> next = cutter.next();
            ends = !next;
            batch_->path = path;
            batch_->ends = ends;
            batch_->lines = lines ? *std::move(lines) : JsonLines{};
            if (ends && bytes.error()) {
                reject(path, *bytes.error());
            }
            ++items_;  // the tally knows whether there was one
            send();
            lines = std::move(next);
        }
    }

    void accept(Article&& article) {
        constexpr std::size_t enough = std::size_t{1} << 16;
        ++items_;
        bytes_ += article.text.size();
        batch_->articles.push_back(std::move(article));
        if (bytes_ >= enough) {
            send();
        }
    }

    void reject(const std::string& path, Error error) {
        ++items_;
        batch_->bad.push_back({path, std::move(error)});
    }

    void send() {
        if (batch_->articles.empty() && batch_->bad.empty() && batch_->path.empty()) {
            return;
        }
        batch_->max_article_bytes = options_.max_article_bytes;
        sink_(ArticleBatch(std::exchange(batch_, std::make_unique<ArticleBatch::Content>())));
        bytes_ = 0;
    }

    const std::function<void(ArticleBatch&&)>& sink_;
    const ReadOptions& options_;
    std::unique_ptr<ArticleBatch::Content> batch_ = std::make_unique<ArticleBatch::Content>();
    std::size_t bytes_ = 0;  ///< Of the articles in the batch.
    std::size_t items_ = 0;
};

void read_batches(const std::string& input, const std::function<void(ArticleBatch&&)>& sink,
                  const ReadOptions& options) {
    BatchMaker(sink, options).read(input);
}

ReadReport read_articles(const std::string& input, const std::function<void(Article&&)>& sink,
                         const ReadOptions& options) {
    ReadTally tally;
    read_batches(
        input, [&](ArticleBatch&& batch) { tally.add(batch.parse(sink)); }, options);
    return tally.report();
}

Result<std::vector<Article>> parse_articles(std::string_view bytes, std::string_view name,
                                            const ReadOptions& options) {
    std::vector<Article> articles;
    std::optional<Error> first_error;
    ItemSink sink{
        .name = article_name(name),
        .max_article_bytes = options.max_article_bytes,
        .accept = [&articles](Article&& article) { articles.push_back(std::move(article)); },
        .reject =
            [&first_error](Error error) {
                if (!first_error) {
                    first_error = std::move(error);
                }
            }};
    ByteReader reader(bytes);
    read_file(reader, format_of(reader, name, options.format), sink);
    if (first_error) {
        return *std::move(first_error);
    }
    return articles;
}

}  // namespace litigraph::ingest
