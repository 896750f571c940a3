#include "parser.hpp"

#include "parser_state.hpp"
#include "suggest.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace litigraph::query {

namespace {

struct Refused {
    std::string_view word;
    std::string_view instead;
};
constexpr std::string_view only_reads = "the language only reads";
constexpr std::array<Refused, 14> refused_clauses{
    {{"UNWIND", "use IN with a list"},
     {"UNION", "ask two queries"},
     {"CALL", "there are no procedures or subqueries"},
     {"CREATE", only_reads},
     {"MERGE", only_reads},
     {"SET", only_reads},
     {"DELETE", only_reads},
     {"DETACH", only_reads},
     {"REMOVE", only_reads},
     {"FOREACH", only_reads},
     {"INSERT", only_reads},
     {"LOAD", only_reads},
     {"USE", "a query is about one graph"},
     {"FINISH", "end the query with RETURN"}}};

constexpr std::size_t max_statement_size = 1'000'000;

constexpr std::array<std::string_view, 4> clause_words{"MATCH", "OPTIONAL", "WITH", "RETURN"};

}  // namespace

// ---- clauses

Statement Parser::statement() {
    Statement result;
    result.explain = take_word("EXPLAIN");
    result.parts.emplace_back();
    while (!error_) {
        Part& part = result.parts.back();
        if (take_word("RETURN")) {
            part.projection = projection(true);
            break;
        }
        if (take_word("WITH")) {
            part.projection = projection(false);
            result.parts.emplace_back();
        } else {
            clause(part);
        }
    }
    take_symbol(";");
    if (!error_ && peek().kind != TokenKind::end && !refuse_clause()) {
        fail_expected("the end of the query");
    }
    return result;
}

void Parser::clause(Part& part) {
    if (is_word("MATCH") || is_words("OPTIONAL", "MATCH")) {
        if (!part.matches.empty() && part.matches.back().optional && is_word("MATCH")) {
            fail(peek().span, ErrorCode::syntax,
                 "MATCH cannot follow OPTIONAL MATCH; put a WITH between them",
                 "InvalidClauseComposition");
            return;
        }
        part.matches.push_back(match());
    } else if (!refuse_clause()) {
        const std::string hint = peek().kind == TokenKind::name
                                     ? did_you_mean(peek().words, clause_words)
                                     : std::string();
        const Span span = peek().span;
        fail_expected("MATCH, OPTIONAL MATCH, WITH or RETURN");
        if (error_->column != 0 && span.begin < text_.size()) {
            error_->message += hint;
        }
    }
}

/// Whether a clause stands here that the language leaves out; then it is the error.
bool Parser::refuse_clause() {
    for (const Refused& refused : refused_clauses) {
        if (is_word(refused.word)) {
            unsupported(peek().span, refused.word, refused.instead);
            return true;
        }
    }
    return false;
}

Match Parser::match() {
    count_piece();
    Match result;
    const std::size_t begin = at_;
    result.optional = take_word("OPTIONAL");
    expect_word("MATCH");
    patterns(result);
    if (take_word("WHERE")) {
        result.where = expression();
    }
    result.span = since(begin);
    return result;
}

Projection Parser::projection(bool is_return) {
    count_piece();
    Projection result;
    result.is_return = is_return;
    result.span = tokens_.list[at_ - 1].span;
    result.distinct = take_word("DISTINCT");
    items(result);
    if (is_words("ORDER", "BY")) {
        at_ += 2;
        order(result);
    }
    if (take_word("SKIP") || take_word("OFFSET")) {
        result.skip = expression();
    }
    if (take_word("LIMIT")) {
        result.limit = expression();
    }
    if (!is_return && take_word("WHERE")) {
        result.where = expression();
    }
    return result;
}

void Parser::items(Projection& result) {
    if (take_symbol("*")) {
        result.star = true;
        if (!take_symbol(",")) {
            return;
        }
    }
    do {
        result.items.push_back(item());
    } while (take_symbol(","));
}

Item Parser::item() {
    Item result;
    result.expr = expression();
    const Span span = result.expr->span;
    result.text = text_.substr(span.begin, span.end - span.begin);
    if (take_word("AS")) {
        result.alias = expect_name("a name after AS");
        result.named = true;
    }
    return result;
}

void Parser::order(Projection& result) {
    do {
        Sort sort;
        sort.expr = expression();
        sort.descending = take_word("DESC") || take_word("DESCENDING");
        if (!sort.descending && !take_word("ASC")) {
            take_word("ASCENDING");
        }
        result.order.push_back(std::move(sort));
    } while (take_symbol(","));
}

// ---- patterns

void Parser::patterns(Match& match) {
    do {
        match.patterns.push_back(pattern());
    } while (take_symbol(","));
}

Pattern Parser::pattern() {
    Pattern result;
    const std::size_t begin = at_;
    if (is_name() && is_symbol("=", 1)) {
        result.variable = expect_name("a name");
        ++at_;
    }
    const bool all = is_word("ALLSHORTESTPATHS");
    if ((all || is_word("SHORTESTPATH")) && is_symbol("(", 1)) {
        at_ += 2;
        result.selector = all ? Selector::all_shortest : Selector::any_shortest;
        chain(result);
        expect_symbol(")");
    } else {
        selector(result);
        chain(result);
    }
    result.span = since(begin);
    if (result.selector != Selector::none && result.rels.size() != 1 && !error_) {
        unsupported(result.span, "a shortest path through given nodes",
                    "it takes one relationship between two nodes");
    }
    return result;
}

void Parser::selector(Pattern& result) {
    if (is_words("ANY", "SHORTEST") || is_words("ALL", "SHORTEST")) {
        result.selector = is_word("ANY") ? Selector::any_shortest : Selector::all_shortest;
        at_ += 2;
    } else if (take_word("SHORTEST")) {
        result.selector = Selector::shortest_k;
        if (peek().kind != TokenKind::integer) {
            fail_expected("a number of paths after SHORTEST");
            return;
        }
        result.count = length_bound();
    } else if (take_word("ANY")) {
        result.selector = Selector::any;
    }
}

void Parser::chain(Pattern& result) {
    result.nodes.push_back(node());
    while (is_symbol("-") || is_symbol("<")) {
        result.rels.push_back(relationship());
        result.nodes.push_back(node());
    }
}

NodePattern Parser::node() {
    count_piece();
    NodePattern result;
    const std::size_t begin = at_;
    if (!take_symbol("(")) {
        fail_expected("a node in parentheses, such as (a:Company)");
        return result;
    }
    if (is_name() && !is_word("WHERE")) {
        result.variable = expect_name("a name");
    }
    labels(result);
    element_properties(result);
    expect_symbol(")");
    result.span = since(begin);
    return result;
}

void Parser::labels(NodePattern& result) {
    while (take_symbol(":")) {
        std::vector<Word>& alternatives = result.labels.emplace_back();
        do {
            alternatives.push_back(expect_name("the type of a node after ':'"));
        } while (take_symbol("|"));
    }
    if (is_symbol("&") || is_symbol("!")) {
        unsupported(peek().span, "a label expression with & or !", "use :A:B or :A|B");
    }
}

void Parser::element_properties(Element& result) {
    if (peek().kind == TokenKind::parameter) {
        fail(peek().span, ErrorCode::syntax,
             "a parameter cannot stand for all properties; write {name: $name}",
             "InvalidParameterUse");
    } else if (is_symbol("{")) {
        result.properties = map();
    }
    if (take_word("WHERE")) {
        result.where = expression();
    }
}

RelPattern Parser::relationship() {
    count_piece();
    RelPattern result;
    const std::size_t begin = at_;
    const bool left = take_symbol("<");
    expect_symbol("-", "InvalidRelationshipPattern");
    if (is_symbol("[")) {
        detail(result);
    }
    expect_symbol("-", "InvalidRelationshipPattern");
    const bool right = take_symbol(">");
    result.direction = left == right ? Direction::both : (left ? Direction::in : Direction::out);
    quantifier(result);
    result.span = since(begin);
    return result;
}

void Parser::detail(RelPattern& result) {
    expect_symbol("[");
    if (is_name() && !is_word("WHERE")) {
        result.variable = expect_name("a name");
    }
    types(result);
    star(result);
    element_properties(result);
    expect_symbol("]", "InvalidRelationshipPattern");
}

void Parser::types(RelPattern& result) {
    if (!take_symbol(":")) {
        return;
    }
    result.all_but = is_symbol("!");
    do {
        result.all_but ? expect_symbol("!") : void(take_symbol(":"));
        result.types.push_back(type());
    } while (take_symbol(result.all_but ? "&" : "|"));
}

Word Parser::type() {
    Word result = expect_name("the type of a relationship after ':'");
    while (is_symbol("-") && is_name(1)) {  // filed-in
        at_ += 2;
        result.span.end = tokens_.list[at_ - 1].span.end;
        result.text = text_.substr(result.span.begin, result.span.end - result.span.begin);
    }
    return result;
}

void Parser::star(RelPattern& result) {
    if (!take_symbol("*")) {
        return;
    }
    result.variable_length = true;
    result.max_length = unbounded;
    if (peek().kind == TokenKind::integer) {
        result.min_length = length_bound();
        result.max_length = result.min_length;
    }
    if (take_symbol("..")) {
        result.max_length = unbounded;
        if (peek().kind == TokenKind::integer) {
            result.max_length = length_bound();
        }
    }
}

void Parser::quantifier(RelPattern& result) {
    const std::size_t begin = at_;
    const bool plus = is_symbol("+");
    if (plus || is_symbol("*")) {
        ++at_;
        result.min_length = plus ? 1 : 0;
        result.max_length = unbounded;
    } else if (take_symbol("{")) {
        result.min_length = is_symbol(",") ? 0 : length_bound();
        result.max_length = result.min_length;
        if (take_symbol(",")) {
            result.max_length = is_symbol("}") ? unbounded : length_bound();
        }
        expect_symbol("}");
    } else {
        return;
    }
    if (result.variable_length) {
        fail(since(begin), ErrorCode::syntax, "the length of this relationship is given twice",
             "InvalidRelationshipPattern");
    }
    result.variable_length = true;
}

std::size_t Parser::length_bound() {
    const Token& token = peek();
    std::size_t bound = 0;
    const char* end = token.words.data() + token.words.size();
    const auto [parsed, error] = std::from_chars(token.words.data(), end, bound);
    if (token.kind != TokenKind::integer || error != std::errc{} || parsed != end) {
        fail_expected("a whole number of steps", "InvalidRelationshipPattern");
        return 0;
    }
    ++at_;
    return bound;
}

Result<ParsedStatement> parse(std::string_view text) {
    ParsedStatement result;
    if (text.size() > max_statement_size) {
        return Error{ErrorCode::limit_exceeded, "the query is longer than 1 MB"};
    }
    auto tokens = tokenize(text);
    if (!tokens) {
        return tokens.error();
    }
    result.tokens = *std::move(tokens);
    Parser parser(text, result.tokens);
    result.statement = parser.statement();
    if (parser.error()) {
        return *parser.error();
    }
    return result;
}

}  // namespace litigraph::query
