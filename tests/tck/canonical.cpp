#include "canonical.hpp"

#include <litigraph/graph/date.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <vector>

namespace litigraph::tck {

using query::Map;
using query::Path;
using query::PropertyGraph;
using query::Step;
using query::Value;
using query::ValueKind;

namespace {

std::string joined(std::vector<std::string> parts, bool sorted) {
    if (sorted) {
        std::ranges::sort(parts);
    }
    std::string result;
    for (const std::string& part : parts) {
        result += (result.empty() ? "" : ", ") + part;
    }
    return result;
}

std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) {
        result += c == '\'' || c == '\\' ? "\\" : "";
        result += c;
    }
    return result + "'";
}

std::string real(double value) {
    if (std::isnan(value)) {
        return "NaN";
    }
    if (value == 0) {
        return "0.0";  // of either sign
    }
    if (std::isinf(value)) {
        return value < 0 ? "-Infinity" : "Infinity";
    }
    std::array<char, 64> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    std::string result(buffer.data(), end);
    return result.find_first_of(".e") == std::string::npos ? result + ".0" : result;
}

std::string braces(std::vector<std::string> entries) {
    return "{" + joined(std::move(entries), true) + "}";
}

std::string node(std::vector<std::string> labels, const std::string& properties) {
    std::ranges::sort(labels);
    std::string result = "(";
    for (const std::string& label : labels) {
        result += ":" + label;
    }
    if (properties != "{}") {
        result += (labels.empty() ? "" : " ") + properties;
    }
    return result + ")";
}

std::string edge(std::string_view type, const std::string& properties) {
    return "[:" + std::string(type) + (properties == "{}" ? "" : " " + properties) + "]";
}

class Writer {
  public:
    Writer(const PropertyGraph& graph, ListOrder order) : graph_(graph), order_(order) {}

    std::string write(const Value& value) const {
        switch (value.kind()) {
            case ValueKind::null:
                return "null";
            case ValueKind::boolean:
                return value.boolean() ? "true" : "false";
            case ValueKind::integer:
                return std::to_string(value.integer());
            case ValueKind::real:
                return real(value.real());
            case ValueKind::text:
                return quoted(value.text());
            case ValueKind::date:
                return quoted(to_string(value.date()));
            case ValueKind::list: {
                std::vector<std::string> parts;
                for (const Value& element : value.list()) {
                    parts.push_back(write(element));
                }
                return "[" + joined(std::move(parts), order_ == ListOrder::ignored) + "]";
            }
            case ValueKind::map:
                return write(value.map());
            case ValueKind::node:
                return write(value.node());
            case ValueKind::edge:
                return write(value.edge());
            case ValueKind::path:
                return write(value.path());
        }
        return {};
    }

  private:
    std::string write(const Map& map) const {
        std::vector<std::string> entries;
        for (const auto& [key, value] : map) {
            entries.push_back(key + ": " + write(value));
        }
        return braces(std::move(entries));
    }
    std::string write(NodeId id) const {
        return node(graph_.labels(id), write(graph_.properties(id)));
    }
    std::string write(EdgeId id) const {
        return edge(graph_.type(id), write(graph_.properties(id)));
    }
    std::string write(const Path& path) const {
        std::string result = "<" + write(path.start);
        for (const Step& step : path.steps) {
            result += (step.forward ? "-" : "<-") + write(step.edge) + (step.forward ? "->" : "-") +
                      write(step.node);
        }
        return result + ">";
    }

    const PropertyGraph& graph_;
    ListOrder order_;
};

/// Reads a cell and gives its spelling at once.
class CellReader {
  public:
    CellReader(std::string_view text, ListOrder order) : s_(text), order_(order) {}

    Result<std::string> run() {
        std::string result = value();
        skip_blanks();
        if (failed_ || i_ != s_.size()) {
            return Error{ErrorCode::syntax, "cannot read the expected value " + std::string(s_)};
        }
        return result;
    }

  private:
    void skip_blanks() {
        while (i_ < s_.size() && (s_[i_] == ' ' || s_[i_] == '\n')) {
            ++i_;
        }
    }
    bool take(std::string_view symbol) {
        skip_blanks();
        const bool found = s_.substr(i_).starts_with(symbol);
        i_ += found ? symbol.size() : 0;
        return found;
    }
    void expect(std::string_view symbol) { failed_ = !take(symbol) || failed_; }
    std::string fail() {
        failed_ = true;
        return {};
    }

    std::string value() {
        if (++depth_ > 100 || failed_) {
            return fail();
        }
        std::string result;
        if (take("'")) {
            result = text();
        } else if (take("[:")) {
            result = edge_body();
        } else if (take("[")) {
            result = list();
        } else if (take("{")) {
            result = map();
        } else if (take("(")) {
            result = node_body();
        } else if (take("<")) {
            result = path();
        } else {
            result = word();
        }
        --depth_;
        return result;
    }

    std::string text() {
        std::string content;
        for (; i_ < s_.size() && s_[i_] != '\''; ++i_) {
            const bool escape =
                s_[i_] == '\\' && i_ + 1 < s_.size() && (s_[i_ + 1] == '\'' || s_[i_ + 1] == '\\');
            i_ += escape ? 1 : 0;
            content += s_[i_];
        }
        expect("'");
        return quoted(content);
    }

    std::string list() {
        std::vector<std::string> parts;
        if (!take("]")) {
            do {
                parts.push_back(value());
            } while (!failed_ && take(","));
            expect("]");
        }
        return "[" + joined(std::move(parts), order_ == ListOrder::ignored) + "]";
    }

    std::string map() {
        std::vector<std::string> entries;
        if (!take("}")) {
            do {
                std::string key = name();
                expect(":");
                entries.push_back(key + ": " + value());
            } while (!failed_ && take(","));
            expect("}");
        }
        return braces(std::move(entries));
    }

    std::string name() {
        skip_blanks();
        const std::size_t begin = i_;
        while (i_ < s_.size() && std::string_view(" :,{}[]()|>-'").find(s_[i_]) == s_.npos) {
            ++i_;
        }
        return begin == i_ ? fail() : std::string(s_.substr(begin, i_ - begin));
    }

    std::string node_body() {
        std::vector<std::string> labels;
        while (take(":")) {
            labels.push_back(name());
        }
        std::string properties = take("{") ? map() : "{}";
        expect(")");
        return node(std::move(labels), properties);
    }

    std::string edge_body() {
        const std::string type = name();
        std::string properties = take("{") ? map() : "{}";
        expect("]");
        return edge(type, properties);
    }

    std::string path() {
        expect("(");
        std::string result = "<" + node_body();
        while (!failed_ && !take(">")) {
            const bool backward = take("<-");
            expect(backward ? "[:" : "-[:");
            const std::string between = edge_body();
            expect(backward ? "-(" : "->(");
            result += (backward ? "<-" : "-") + between + (backward ? "-" : "->") + node_body();
        }
        return result + ">";
    }

    std::string word() {
        skip_blanks();
        const std::size_t begin = i_;
        while (i_ < s_.size() && std::string_view(" ,]})\n").find(s_[i_]) == s_.npos) {
            ++i_;
        }
        const std::string word(s_.substr(begin, i_ - begin));
        if (word == "null" || word == "true" || word == "false") {
            return word;
        }
        if (word == "Inf" || word == "-Inf") {
            return word == "Inf" ? "Infinity" : "-Infinity";
        }
        std::int64_t whole = 0;
        const char* end = word.data() + word.size();
        const auto [last, error] = std::from_chars(word.data(), end, whole);
        if (error == std::errc{} && last == end) {
            return std::to_string(whole);
        }
        char* parsed = nullptr;
        const double number = std::strtod(word.c_str(), &parsed);
        return word.empty() || *parsed != '\0' ? fail() : real(number);
    }

    std::string_view s_;
    ListOrder order_;
    std::size_t i_ = 0;
    std::size_t depth_ = 0;
    bool failed_ = false;
};

}  // namespace

std::string canonical(const Value& value, const PropertyGraph& graph, ListOrder order) {
    return Writer(graph, order).write(value);
}

Result<std::string> canonical_cell(std::string_view cell, ListOrder order) {
    return CellReader(cell, order).run();
}

}  // namespace litigraph::tck
