#include "create_loader.hpp"

#include "lexer.hpp"
#include <litigraph/query/engine.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::tck {

using query::List;
using query::Map;
using query::same_word;
using query::Token;
using query::TokenKind;
using query::Value;
using query::ValueKind;

namespace {

/// A row of variables. Values go into expressions as parameters.
using Bindings = query::Parameters;

constexpr std::array<std::string_view, 8> clause_words{"CREATE",   "UNWIND", "WITH",  "DELETE",
                                                       "OPTIONAL", "MATCH",  "MERGE", "SET"};

class Loader {
  public:
    Loader(std::string_view script, const query::Tokens& tokens, PlainGraph& graph)
        : script_(script), tokens_(tokens.list), graph_(graph) {}

    Status run() {
        read();
        while (!error_ && peek().kind != TokenKind::end) {
            clause();
        }
        if (error_) {
            return *error_;
        }
        return Success{};
    }

  private:
    // ---- cursor

    const Token& peek(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    bool is_symbol(std::string_view symbol, std::size_t at) const {
        return tokens_[at].kind == TokenKind::symbol && tokens_[at].words == symbol;
    }
    bool take_symbol(std::string_view symbol) {
        const bool found = is_symbol(symbol, std::min(at_, tokens_.size() - 1));
        at_ += found ? 1 : 0;
        return found;
    }
    bool is_word(std::string_view word, std::size_t at) const {
        return tokens_[at].kind == TokenKind::name && same_word(tokens_[at].words, word);
    }
    bool take_word(std::string_view word) {
        const bool found = is_word(word, std::min(at_, tokens_.size() - 1));
        at_ += found ? 1 : 0;
        return found;
    }
    void expect(std::string_view symbol) {
        if (!take_symbol(symbol)) {
            fail("expected " + std::string(symbol));
        }
    }
    std::string name() {
        const Token& token = peek();
        if (token.kind != TokenKind::name && token.kind != TokenKind::quoted_name) {
            fail("expected a name");
            return {};
        }
        ++at_;
        return std::string(token.words);
    }
    bool is_name() const {
        return peek().kind == TokenKind::name || peek().kind == TokenKind::quoted_name;
    }
    void fail(std::string message) {
        fail(query::error_at(script_, peek().span, ErrorCode::syntax, std::move(message)));
    }
    void fail(Error error) {
        if (!error_) {
            error_ = std::move(error);
        }
        at_ = tokens_.size() - 1;
    }

    /// One past the expression that begins here.
    std::size_t expression_end() const {
        std::size_t depth = 0;
        for (std::size_t i = at_;; ++i) {
            const bool is_clause =
                tokens_[i].kind == TokenKind::name &&
                (is_word("AS", i) ||
                 std::ranges::any_of(clause_words, [&](auto word) { return is_word(word, i); }));
            const bool closes = is_symbol(")", i) || is_symbol("]", i) || is_symbol("}", i);
            const bool ends = tokens_[i].kind == TokenKind::end || is_symbol(";", i) || is_clause;
            if (ends || (depth == 0 && (closes || is_symbol(",", i)))) {
                return i;
            }
            depth += is_symbol("(", i) || is_symbol("[", i) || is_symbol("{", i) ? 1 : 0;
            depth -= closes ? 1 : 0;
        }
    }

    // ---- clauses

    /// What a script reads before it writes is a query of its own.
    void read() {
        if (!is_word("MATCH", 0) && !is_word("OPTIONAL", 0)) {
            return;
        }
        while (peek().kind != TokenKind::end && !is_word("CREATE", at_) &&
               !is_word("DELETE", at_)) {
            ++at_;
        }
        const auto table =
            query::run(std::string(script_.substr(0, peek().span.begin)) + " RETURN *", graph_);
        if (!table) {
            fail(table.error());
            return;
        }
        rows_.clear();
        for (const auto& row : table->rows) {
            Bindings& bindings = rows_.emplace_back();
            for (std::size_t i = 0; i < row.size(); ++i) {
                bindings.emplace(table->columns[i], row[i]);
            }
        }
    }

    void clause() {
        if (take_word("CREATE")) {
            create();
        } else if (take_word("UNWIND")) {
            unwind();
        } else if (take_word("WITH")) {
            with();
        } else if (take_word("DELETE")) {
            remove();
        } else if (!take_symbol(";")) {
            fail("the loader knows no such clause");
        }
    }

    void create() {
        const std::size_t begin = at_;
        for (Bindings& row : rows_) {
            at_ = begin;
            do {
                chain(row);
            } while (take_symbol(","));
        }
        if (rows_.empty()) {
            skip_clause();
        }
    }

    void skip_clause() {
        while (peek().kind != TokenKind::end &&
               std::ranges::none_of(clause_words, [&](auto word) { return is_word(word, at_); })) {
            ++at_;
        }
    }

    void unwind() {
        const std::size_t begin = at_;
        const std::size_t end = expression_end();
        at_ = end;
        take_word("AS");
        const std::string variable = name();
        std::vector<Bindings> rows;
        for (const Bindings& row : rows_) {
            const Value list = value(begin, end, row);
            for (const Value& element : list.kind() == ValueKind::list ? list.list() : List{}) {
                rows.push_back(row);
                rows.back().insert_or_assign(variable, element);
            }
        }
        rows_ = std::move(rows);
    }

    void remove() {
        do {
            const std::string variable = name();
            for (const Bindings& row : rows_) {
                const auto found = row.find(variable);
                if (found == row.end() || found->second.kind() != ValueKind::edge) {
                    fail("the loader deletes only relationships");
                    return;
                }
                graph_.remove_edge(found->second.edge());
            }
        } while (take_symbol(","));
    }

    // ---- WITH

    struct Item {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::string alias;
        std::optional<std::string> collected;  // of collect(name)
    };

    std::vector<Item> items() {
        std::vector<Item> result;
        do {
            Item item{at_, expression_end(), {}, {}};
            for (std::size_t i = item.begin; i < item.end; ++i) {
                if (is_word("COLLECT", i)) {
                    item.collected = std::string(tokens_[i + 2].words);
                }
            }
            item.alias = std::string(peek().words);
            at_ = item.end;
            if (take_word("AS")) {
                item.alias = name();
            }
            result.push_back(std::move(item));
        } while (take_symbol(","));
        return result;
    }

    void with() {
        if (take_symbol("*")) {
            return;
        }
        const std::vector<Item> columns = items();
        const bool merges = std::ranges::any_of(
            columns, [](const Item& item) { return item.collected.has_value(); });
        std::vector<std::pair<Bindings, std::vector<Bindings>>> groups;
        for (const Bindings& row : rows_) {
            Bindings key;
            for (const Item& item : columns) {
                if (!item.collected) {
                    key.emplace(item.alias, value(item.begin, item.end, row));
                }
            }
            const auto is_key = [&](const auto& group) {
                return std::ranges::equal(group.first, key, [](const auto& a, const auto& b) {
                    return same(a.second, b.second);
                });
            };
            auto group = std::ranges::find_if(groups, is_key);
            if (!merges || group == groups.end()) {
                groups.push_back({std::move(key), {}});
                group = groups.end() - 1;
            }
            group->second.push_back(row);
        }
        rows_.clear();
        for (const auto& [key, members] : groups) {
            rows_.push_back(key);
            for (const Item& item : columns) {
                if (item.collected) {
                    rows_.back().insert_or_assign(item.alias, collect(item, members));
                }
            }
        }
    }

    Value collect(const Item& item, const std::vector<Bindings>& members) {
        List list;
        for (const Bindings& row : members) {
            if (const auto found = row.find(*item.collected); found != row.end()) {
                list.push_back(found->second);
            }
        }
        Bindings row = members.front();
        row.insert_or_assign("collected", Value(std::move(list)));
        return value(item.begin, item.end, row);
    }

    // ---- patterns

    void chain(Bindings& row) {
        if (is_name() && peek(1).words == "=") {
            at_ += 2;
        }
        NodeId left = node(row);
        while (!error_ && (is_symbol("-", at_) || is_symbol("<", at_))) {
            const bool backward = take_symbol("<");
            expect("-");
            expect("[");
            const std::string variable = is_name() ? name() : std::string();
            expect(":");
            const std::string type = name();
            Map properties = map(row);
            expect("]");
            expect("-");
            const bool forward = take_symbol(">");
            const NodeId right = node(row);
            if (error_ || forward == backward) {
                fail("a relationship is created in one direction");
                return;
            }
            const EdgeId edge = graph_.add_edge(forward ? left : right, type,
                                                forward ? right : left, std::move(properties));
            if (!variable.empty()) {
                row.insert_or_assign(variable, Value(edge));
            }
            left = right;
        }
    }

    NodeId node(Bindings& row) {
        expect("(");
        const std::string variable = is_name() ? name() : std::string();
        std::vector<std::string> labels;
        while (take_symbol(":")) {
            labels.push_back(name());
        }
        Map properties = map(row);
        expect(")");
        if (error_) {
            return {};
        }
        const auto found = row.find(variable);
        if (found != row.end()) {
            if (found->second.kind() != ValueKind::node) {
                fail(variable + " is not a node");
                return {};
            }
            return found->second.node();
        }
        const NodeId created = graph_.add_node(labels, std::move(properties));
        if (!variable.empty()) {
            row.emplace(variable, Value(created));
        }
        return created;
    }

    Map map(const Bindings& row) {
        if (error_ || !is_symbol("{", at_)) {
            return {};
        }
        const std::size_t begin = at_;
        const std::size_t end = expression_end();
        at_ = end;
        const Value result = value(begin, end, row);
        return result.kind() == ValueKind::map ? result.map() : Map{};
    }

    /// The expression in these tokens, with variables put in as parameters.
    Value value(std::size_t begin, std::size_t end, const Bindings& row) {
        std::string text = "RETURN ";
        for (std::size_t i = begin; i < end; ++i) {
            const Token& token = tokens_[i];
            const bool is_key = is_symbol(":", i + 1) || (i > begin && is_symbol(".", i - 1));
            if (is_word("COLLECT", i)) {
                text += "$collected";
                i += 3;
                continue;
            }
            if (token.kind == TokenKind::name && !is_key && row.contains(token.words)) {
                text += "$";
            }
            text += script_.substr(token.span.begin, token.span.end - token.span.begin);
            text += is_symbol(".", i) || is_symbol(".", i + 1) ? "" : " ";
        }
        const auto table = query::run(text + "AS x", graph_, row);
        if (!table) {
            fail(table.error());
            return {};
        }
        return table->rows.empty() ? Value() : table->rows[0][0];
    }

    std::string_view script_;
    const std::vector<Token>& tokens_;
    PlainGraph& graph_;
    std::size_t at_ = 0;
    std::vector<Bindings> rows_{1};
    std::optional<Error> error_;
};

}  // namespace

Status load(std::string_view script, PlainGraph& graph) {
    const auto tokens = query::tokenize(script);
    if (!tokens) {
        return tokens.error();
    }
    return Loader(script, *tokens, graph).run();
}

}  // namespace litigraph::tck
