// JSON and JSON Lines by RapidJSON's event parser: one handler for both, no document tree. An
// article is the root object, an element of a root array, or one of the root object's list of
// articles, as news services wrap them. A line is parsed in place, a document from the sliding
// window, so that neither file is ever in memory as a whole.

#include "article_formats.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace litigraph::ingest {

namespace {

/// A key of an article; of keys for the same field the one with the lowest rank wins.
struct KnownKey {
    std::string_view key;
    Field field;
    unsigned rank;
};
constexpr KnownKey known_keys[] = {
    {"id", Field::id, 0},
    {"guid", Field::id, 1},
    {"title", Field::headline, 0},
    {"headline", Field::headline, 1},
    {"text", Field::body, 0},
    {"body", Field::body, 1},
    {"content", Field::body, 2},
    {"articleBody", Field::body, 3},
    {"content_text", Field::body, 4},
    {"description", Field::summary, 0},
    {"summary", Field::summary, 1},
    {"date", Field::date, 0},
    {"published", Field::date, 1},
    {"publishedAt", Field::date, 2},
    {"published_at", Field::date, 3},
    {"datePublished", Field::date, 4},
    {"date_published", Field::date, 5},
    {"pubDate", Field::date, 6},
    {"source", Field::source, 0},
    {"publisher", Field::source, 1},
    {"url", Field::url, 0},
    {"link", Field::url, 1},
};
constexpr std::string_view list_keys[] = {"@graph", "articles", "data",   "docs",
                                          "items",  "news",     "results"};

/// What the value that is being read may hold.
enum class Level : std::uint8_t { outside, root, article_list, article, source, ignored };

class ArticleHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ArticleHandler> {
  public:
    /// `place` tells where the parser is; `found` is given each article, with where it begins.
    ArticleHandler(std::function<Place()> place,
                   std::function<void(const ArticleFields&, Place)> found)
        : place_(std::move(place)), found_(std::move(found)) {}

    /// Forgets a value that was broken off.
    void restart() {
        levels_.assign(1, Level::outside);
        key_ = nullptr;
    }

    bool Default() { return true; }  // numbers, true, false, null
    bool RawNumber(const char* text, rapidjson::SizeType size, bool copy) {
        return String(text, size, copy);
    }
    bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        if (key_ == nullptr) {
            return true;
        }
        if (levels_.back() == Level::article || levels_.back() == Level::root) {
            fields().set(key_->field, {text, size}, key_->rank);
        } else if (levels_.back() == Level::source && is_name_) {
            fields().set(Field::source, {text, size}, key_->rank);
        }
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        const std::string_view key(text, size);
        if (levels_.back() == Level::source) {
            is_name_ = key == "name";
        } else if (levels_.back() == Level::article || levels_.back() == Level::root) {
            const auto* const found = std::ranges::find(known_keys, key, &KnownKey::key);
            key_ = found == std::end(known_keys) ? nullptr : found;
            is_list_ = std::ranges::find(list_keys, key) != std::end(list_keys);
        }
        return true;
    }
    bool StartObject() {
        const Level outer = levels_.back();
        if (outer == Level::outside) {
            begin(Level::root, root_);
        } else if (outer == Level::article_list) {
            begin(Level::article, item_);
        } else if (is_object(outer) && key_ != nullptr && key_->field == Field::source) {
            levels_.push_back(Level::source);
            is_name_ = false;
        } else {
            levels_.push_back(Level::ignored);
        }
        return levels_.size() <= max_depth;
    }
    bool EndObject(rapidjson::SizeType /*members*/) {
        const Level level = levels_.back();
        levels_.pop_back();
        if (level == Level::article) {
            found_(item_, begin_);
        } else if (level == Level::root && !root_has_list_) {
            found_(root_, begin_);
        }
        key_ = nullptr;
        return true;
    }
    bool StartArray() {
        const Level outer = levels_.back();
        const bool is_list = outer == Level::outside || (outer == Level::root && is_list_);
        root_has_list_ = root_has_list_ || is_list;
        levels_.push_back(is_list ? Level::article_list : Level::ignored);
        return levels_.size() <= max_depth;
    }
    bool EndArray(rapidjson::SizeType /*elements*/) {
        levels_.pop_back();
        key_ = nullptr;
        return true;
    }

  private:
    static constexpr std::size_t max_depth = 64;

    static bool is_object(Level level) { return level == Level::root || level == Level::article; }
    ArticleFields& fields() {  // the last level but a source's own is that of an object
        const bool in_source = levels_.back() == Level::source;
        return *(levels_.end() - (in_source ? 2 : 1)) == Level::article ? item_ : root_;
    }
    void begin(Level level, ArticleFields& fields) {
        levels_.push_back(level);
        fields.clear();
        begin_ = place_();
        key_ = nullptr;
        is_list_ = false;
        root_has_list_ = root_has_list_ && level != Level::root;
    }

    std::function<Place()> place_;
    std::function<void(const ArticleFields&, Place)> found_;
    std::vector<Level> levels_{Level::outside};
    const KnownKey* key_ = nullptr;  ///< The known key whose value comes next.
    bool is_list_ = false;           ///< Whether the last key may hold a list of articles.
    bool is_name_ = false;           ///< Whether the last key of a source is its name.
    bool root_has_list_ = false;
    ArticleFields root_;
    ArticleFields item_;
    Place begin_;
};

// Recursion would let a file of brackets overflow the stack; numbers are only ever copied.
constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
constexpr unsigned line_flags = flags | rapidjson::kParseInsituFlag;
constexpr unsigned document_flags =
    flags | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseStopWhenDoneFlag;

Error syntax_error(rapidjson::ParseErrorCode code, Place place) {
    std::string reason = "nested too deep";
    if (code != rapidjson::kParseErrorTermination) {
        reason = rapidjson::GetParseError_En(code);
        reason.front() = static_cast<char>(reason.front() | 0x20);  // the messages are ASCII
        reason.pop_back();                                          // and end in a full stop
    }
    return {ErrorCode::syntax, "broken JSON: " + reason, place.line, place.column};
}

bool is_json_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// RapidJSON's stream concept over the window of a ByteReader.
class WindowStream {
  public:
    using Ch = char;

    WindowStream(ByteReader& bytes, std::size_t budget) : bytes_(bytes), budget_(budget) { load(); }

    Ch Peek() const { return at_ != end_ ? *at_ : '\0'; }
    Ch Take() {
        const Ch c = Peek();
        if (at_ != end_ && ++at_ == end_) {
            advance();
        }
        return c;
    }
    std::size_t Tell() const { return base_ + static_cast<std::size_t>(at_ - begin_); }
    // Of the concept, but never called: the parser does not write into this stream.
    void Put(Ch) {}
    void Flush() {}
    Ch* PutBegin() { return nullptr; }
    std::size_t PutEnd(Ch*) { return 0; }

    /// Where the parser is. O(bytes since the last call).
    Place place() {
        const std::string_view seen(placed_, static_cast<std::size_t>(at_ - placed_));
        const std::size_t newline = seen.rfind('\n');
        place_.line += static_cast<std::size_t>(std::ranges::count(seen, '\n'));
        place_.column =
            newline == std::string_view::npos ? place_.column + seen.size() : seen.size() - newline;
        placed_ = at_;
        return place_;
    }
    /// Where the byte at `offset` is, if it is one of the last bytes on this line.
    Place place_of(std::size_t offset) {
        Place here = place();
        here.column -= std::min(Tell() - offset, here.column - 1);
        return here;
    }
    void skip_space() {
        while (at_ != end_ && is_json_space(*at_)) {
            Take();
        }
    }
    bool at_end() const { return at_ == end_; }
    bool is_exhausted() const { return exhausted_; }
    /// An article was finished: the next one may use the whole budget again.
    void renew_budget() { used_ = 0; }

  private:
    void load() {
        bytes_.fill(1);
        const std::span<char> window = bytes_.window();
        begin_ = at_ = placed_ = window.data();
        end_ = begin_ + window.size();
    }
    void advance() {
        place();
        const std::size_t size = static_cast<std::size_t>(end_ - begin_);
        base_ += size;
        used_ += size;
        bytes_.skip(size);
        load();
        if (used_ > budget_) {
            exhausted_ = true;
            end_ = at_;
        }
    }

    ByteReader& bytes_;
    std::size_t budget_;
    std::size_t used_ = 0;
    bool exhausted_ = false;
    const char* begin_ = nullptr;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t base_ = 0;  ///< Offset of begin_ in the file.
    Place place_{1, 1};     ///< Of the byte at placed_.
    const char* placed_ = nullptr;
};

/// Moves behind the next newline.
void skip_line(ByteReader& bytes) {
    while (!bytes.at_end()) {
        const std::size_t newline = bytes.view().find('\n');
        if (newline != std::string_view::npos) {
            bytes.skip(newline + 1);
            return;
        }
        bytes.skip(bytes.view().size());
    }
}

/// Size of the lines in the window that end within `size` bytes, or of the first line if it is
/// longer; 0 at the end of the input. A line of more than `limit` bytes counts as far as it is in
/// memory.
std::size_t size_of_lines(ByteReader& bytes, std::size_t size, std::size_t limit) {
    bytes.fill(size);
    const std::size_t last = bytes.view().substr(0, size).rfind('\n');
    if (last != std::string_view::npos) {
        return last + 1;
    }
    std::size_t searched = std::min(size, bytes.view().size());
    while (bytes.fill(searched + 1)) {
        const std::size_t newline = bytes.view().find('\n', searched);
        if (newline != std::string_view::npos) {
            return newline + 1;
        }
        searched = bytes.view().size();
        if (searched > limit) {
            break;
        }
    }
    return bytes.view().size();
}

std::size_t count_lines(std::string_view text) {
    std::size_t lines = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
        ++lines;
    }
    return lines;
}

bool is_blank(std::span<const char> line) { return std::ranges::all_of(line, is_json_space); }

/// Why a line cannot even be parsed, if so.
std::optional<Error> line_error(std::span<const char> line, std::size_t number,
                                const ItemSink& sink) {
    const std::string_view text(line.data(), line.size());
    if (text.size() > sink.max_article_bytes) {
        return too_large({number, 1}, sink);
    }
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
        return Error{ErrorCode::invalid_input, "a zero byte in JSON", number, zero + 1};
    }
    std::optional<Error> error = utf8_error(text);
    if (error) {
        error->line = number;
    }
    return error;
}

}  // namespace

std::optional<JsonLines> LineCutter::next() {
    constexpr std::size_t enough = std::size_t{1} << 16;
    const std::size_t size = size_of_lines(bytes_, enough, limit_);
    if (size == 0) {
        return std::nullopt;
    }
    JsonLines lines{std::string(bytes_.view().substr(0, size)), line_};
    bytes_.skip(size);
    line_ += count_lines(lines.text);
    if (size > limit_ && lines.text.back() != '\n') {
        skip_line(bytes_);
        ++line_;
    }
    return lines;
}

void read_json_lines(JsonLines& lines, ItemSink& sink) {
    rapidjson::Reader reader;
    ArticleHandler handler(
        [&sink] {
            return Place{sink.line, 1};
        },
        [&sink](const ArticleFields& fields, Place place) { deliver(fields, place, sink); });
    sink.line = lines.first;
    const std::span<char> text(lines.text);
    for (std::size_t begin = 0; begin < text.size(); ++sink.line) {
        const std::size_t size = std::min(lines.text.find('\n', begin), text.size()) - begin;
        const std::span<char> line = text.subspan(begin, size);
        begin += size + 1;
        sink.count = 0;
        if (std::optional<Error> error = line_error(line, sink.line, sink)) {
            sink.reject(*std::move(error));
        } else if (!is_blank(line)) {
            line.data()[size] = '\0';  // the newline, or the end of the text
            rapidjson::InsituStringStream stream(line.data());
            handler.restart();
            if (const auto result = reader.Parse<line_flags>(stream, handler); !result) {
                sink.reject(syntax_error(result.Code(), {sink.line, result.Offset() + 1}));
            }
        }
    }
}

void read_json_lines(ByteReader& bytes, ItemSink& sink) {
    LineCutter cutter(bytes, sink.max_article_bytes);
    while (std::optional<JsonLines> lines = cutter.next()) {
        read_json_lines(*lines, sink);
    }
    if (bytes.error()) {
        sink.reject(*bytes.error());
    }
}

void for_each_json_article(std::string_view json,
                           const std::function<void(const ArticleFields&)>& found) {
    rapidjson::MemoryStream stream(json.data(), json.size());
    ArticleHandler handler([] { return Place{}; },
                           [&found](const ArticleFields& fields, Place) { found(fields); });
    rapidjson::Reader().Parse<document_flags>(stream, handler);
}

void read_json(ByteReader& bytes, ItemSink& sink) {
    // A whole document may be longer than an article, but no part between two articles may.
    WindowStream stream(bytes, 2 * sink.max_article_bytes);
    rapidjson::Reader reader;
    ArticleHandler handler(
        [&stream] {
            stream.renew_budget();
            return stream.place();
        },
        [&sink](const ArticleFields& fields, Place place) { deliver(fields, place, sink); });
    for (stream.skip_space(); !stream.at_end(); stream.skip_space()) {
        handler.restart();
        const auto result = reader.Parse<document_flags>(stream, handler);
        if (stream.is_exhausted()) {
            sink.reject(too_large(stream.place(), sink));
        } else if (!result && !bytes.error()) {
            sink.reject(syntax_error(result.Code(), stream.place_of(result.Offset())));
        }
        if (!result) {
            break;  // there is no telling where the next value begins
        }
    }
    if (bytes.error()) {
        sink.reject(*bytes.error());
    }
}

}  // namespace litigraph::ingest
