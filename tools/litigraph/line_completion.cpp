// The place decides: a command's name, a name in quotes, a type after a colon, a property after a
// full stop, a word or a name in a verb's line, else a word of the language.

#include "line_completion.hpp"

#include "exports.hpp"
#include "session.hpp"
#include <litigraph/query/case_filter.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/verbs.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace litigraph::cli {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 60> language_words = {"MATCH",
                                                             "OPTIONAL MATCH",
                                                             "WHERE",
                                                             "WITH",
                                                             "RETURN",
                                                             "DISTINCT",
                                                             "ORDER BY",
                                                             "SKIP",
                                                             "LIMIT",
                                                             "ASC",
                                                             "DESC",
                                                             "AS",
                                                             "AND",
                                                             "OR",
                                                             "XOR",
                                                             "NOT",
                                                             "IN",
                                                             "IS NULL",
                                                             "IS NOT NULL",
                                                             "STARTS WITH",
                                                             "ENDS WITH",
                                                             "CONTAINS",
                                                             "CASE",
                                                             "WHEN",
                                                             "THEN",
                                                             "ELSE",
                                                             "END",
                                                             "ANY SHORTEST",
                                                             "ALL SHORTEST",
                                                             "SHORTEST",
                                                             "EXPLAIN",
                                                             "true",
                                                             "false",
                                                             "null",
                                                             "avg(",
                                                             "coalesce(",
                                                             "collect(",
                                                             "count(",
                                                             "date(",
                                                             "during(",
                                                             "endNode(",
                                                             "evidence(",
                                                             "keys(",
                                                             "labels(",
                                                             "length(",
                                                             "max(",
                                                             "min(",
                                                             "nodes(",
                                                             "properties(",
                                                             "relationships(",
                                                             "shortestPath(",
                                                             "size(",
                                                             "startNode(",
                                                             "substring(",
                                                             "sum(",
                                                             "surely_during(",
                                                             "toLower(",
                                                             "toString(",
                                                             "toUpper(",
                                                             "type("};

constexpr std::array<std::string_view, 26> verb_words = {
    "sues",    "does",     "sue",    "is",     "sued",      "over",      "threatens",
    "settled", "with",     "via",    "type",   "max",       "during",    "directed",
    "all",     "shortest", "out",    "as",     "plaintiff", "defendant", "against",
    "since",   "open",     "closed", "status", "by"};

constexpr std::array<std::string_view, 9> modes = {"box",  "table", "markdown", "csv", "tsv",
                                                   "json", "jsonl", "line",     "dot"};

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.size() >= beginning.size() &&
           std::equal(beginning.begin(), beginning.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '-';
}

std::size_t word_begin(std::string_view line) {
    std::size_t begin = line.size();
    while (begin > 0 && is_word_byte(line[begin - 1])) {
        --begin;
    }
    return begin;
}

/// One line, and the completions found for it so far.
class Completer {
  public:
    Completer(const KnowledgeGraph& graph, std::string_view line, std::size_t limit)
        : graph_(graph), line_(line), limit_(limit), found_{word_begin(line), {}, false} {}

    LineCompletion operator()() && {
        const std::size_t first = std::min(line_.find_first_not_of(" \t"), line_.size());
        const std::string_view text = line_.substr(first);
        if (text.starts_with('.')) {
            complete_command(first);
        } else if (const std::size_t quote = open_quote(); quote != line_.npos) {
            add_names(quote + 1);
        } else if (query::is_verb(text) && text.find_first_of(" \t") != text.npos) {
            complete_verb(first);
        } else {
            complete_query(text.find_first_of(" \t(") == text.npos);
        }
        return std::move(found_);
    }

  private:
    std::string_view word() const { return line_.substr(found_.begin); }

    template <class Range>
    void add(const Range& words) {
        for (const auto& word : words) {
            if (begins_with(word, this->word()) && found_.words.size() < limit_) {
                found_.words.emplace_back(word);
            }
        }
    }

    // Of the nodes that answer to the text from `begin` on.
    bool add_names(std::size_t begin) {
        const std::string_view prefix = line_.substr(begin);
        if (normal_form(prefix).empty()) {
            return false;
        }
        const std::vector<NodeId> nodes = graph_.complete(prefix, limit_);
        for (const NodeId node : nodes) {
            const std::string name(graph_.name(node));
            if (std::ranges::find(found_.words, name) == found_.words.end()) {
                found_.words.push_back(name);
            }
        }
        if (!nodes.empty()) {
            found_.begin = begin;
        }
        return !nodes.empty();
    }

    void complete_command(std::size_t first) {
        const std::size_t space = line_.find_first_of(" \t", first);
        found_.ends_word = true;
        if (space == line_.npos) {
            found_.begin = first;
            for (const DotCommand& command : all_dot_commands()) {
                add(std::array{command.name});
            }
            return;
        }
        const std::string_view name = line_.substr(first, space - first);
        if (name == ".mode") {
            add(modes);
        } else if (name == ".timer") {
            add(std::array{"on", "off"});
        } else if (name == ".export") {
            add(export_formats());
            add(std::array{"--all", "--legend", "--view", "--max-nodes"});
        } else if (name == ".help") {
            add_verbs();
        }
    }

    void add_verbs() {
        for (const query::VerbHelp& verb : query::all_verbs()) {
            add(std::array{verb.name});
        }
    }

    // The byte of the quote that the cursor is in, or npos.
    std::size_t open_quote() const {
        std::size_t open = line_.npos;
        for (std::size_t i = 0; i < line_.size(); ++i) {
            if (open != line_.npos && line_[open] == '\'' && line_[i] == '\\') {
                ++i;
            } else if (open != line_.npos ? line_[i] == line_[open] : is_opening_quote(i)) {
                open = open == line_.npos ? i : line_.npos;
            }
        }
        return open;
    }
    // The apostrophe of a name does not open a quote.
    bool is_opening_quote(std::size_t i) const {
        return (line_[i] == '\'' || line_[i] == '"') && (i == 0 || !is_word_byte(line_[i - 1]));
    }

    // The longest run of words before the cursor that begins a name.
    void complete_verb(std::size_t first) {
        found_.ends_word = true;
        const std::string_view before = line_.substr(0, found_.begin);
        const std::size_t last = before.find_last_not_of(" \t,");
        const std::size_t begin = last == before.npos ? 0 : before.find_last_of(" \t,", last) + 1;
        const std::string_view previous =
            last == before.npos ? "" : before.substr(begin, last + 1 - begin);
        if (previous == "via") {
            for (const EdgeKind kind : all_edge_kinds()) {
                add(std::array{to_string(kind)});
            }
        } else if (previous == "type") {
            add(query::LitigationStore::all_labels());
        } else if (previous == "by" || previous == "top" || previous == "without") {
            for (int i = 0; i <= static_cast<int>(query::CaseAspect::kind); ++i) {
                add(std::array{to_string(static_cast<query::CaseAspect>(i))});
            }
        } else {
            const Words of_verb(verb_words.begin(), verb_words.end());
            const std::size_t verb_end = line_.find_first_of(" \t", first);
            for (std::size_t at = verb_end; at < line_.size(); ++at) {
                const bool is_begin =
                    is_word_byte(line_[at]) && line_[at] != '-' && line_[at - 1] == ' ';
                if (is_begin && add_names(at)) {
                    break;
                }
            }
            if (!word().empty() && found_.words.empty()) {
                add(of_verb);
            }
        }
    }

    void complete_query(bool is_first_word) {
        const std::size_t begin = found_.begin;
        const char before = begin == 0 ? ' ' : line_[begin - 1];
        const std::size_t bracket = line_.substr(0, begin).find_last_of("([)]");
        const char inside = bracket == line_.npos ? ' ' : line_[bracket];
        const bool is_type = before == ':' || before == '|';
        if (is_type && inside == '[') {
            add(query::LitigationStore::all_edge_types());
        } else if (is_type && (inside == '(' || before == ':')) {
            add(query::LitigationStore::all_labels());
        } else if (before == '.') {
            add(query::LitigationStore::all_properties());
            add(std::array{"begin", "end", "year"});
        } else if (!word().empty() || is_first_word) {
            if (is_first_word) {
                add_verbs();
            }
            add(language_words);
            found_.ends_word = found_.words.size() == 1 && !found_.words[0].ends_with('(');
        }
        std::ranges::sort(found_.words);
        found_.words.erase(std::unique(found_.words.begin(), found_.words.end()),
                           found_.words.end());
    }

    const KnowledgeGraph& graph_;
    std::string_view line_;
    std::size_t limit_;
    LineCompletion found_;
};

}  // namespace

LineCompletion complete_line(const KnowledgeGraph& graph, std::string_view line,
                             std::size_t limit) {
    return Completer(graph, line, limit)();
}

std::string common_beginning(const std::vector<std::string>& words) {
    if (words.empty()) {
        return {};
    }
    std::size_t size = words.front().size();
    for (const std::string& word : words) {
        const auto [a, b] = std::ranges::mismatch(words.front(), word, {}, lower, lower);
        size = std::min(size, static_cast<std::size_t>(a - words.front().begin()));
    }
    while (size > 0 && size < words.front().size() &&
           (static_cast<unsigned char>(words.front()[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    return words.front().substr(0, size);
}

}  // namespace litigraph::cli
