// GRAMMAR.md must not promise what the language does not do: its examples run, and give the rows
// that it shows.

#include "support/dispute_graph.hpp"
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::query {
namespace {

struct Example {
    std::size_t line = 0;
    std::string statement;
    std::string expected;  // lines that begin with "//"
};

std::vector<Example> examples() {
    std::ifstream in(std::string(LITIGRAPH_SOURCE_DIR) + "/query/GRAMMAR.md");
    std::vector<Example> result;
    bool inside = false;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line == "```cypher") {
            result.push_back({number, {}, {}});
            inside = true;
        } else if (line == "```") {
            inside = false;
        } else if (inside) {
            (line.starts_with("//") ? result.back().expected : result.back().statement) +=
                line + "\n";
        }
    }
    return result;
}

std::string words(const Value& value, const LitigationStore& store);

std::string joined(const List& list, const LitigationStore& store) {
    std::string text;
    for (const Value& member : list) {
        text += (text.empty() ? "" : ", ") + words(member, store);
    }
    return "[" + text + "]";
}

std::string words(const Value& value, const LitigationStore& store) {
    switch (value.kind()) {
        case ValueKind::null:
            return "null";
        case ValueKind::boolean:
            return value.boolean() ? "true" : "false";
        case ValueKind::integer:
            return std::to_string(value.integer());
        case ValueKind::real: {
            std::ostringstream text;
            text << value.real();
            return text.str() + (text.str().find('.') == std::string::npos ? ".0" : "");
        }
        case ValueKind::text:
            return std::string(value.text());
        case ValueKind::date:
            return to_string(value.date());
        case ValueKind::list:
            return joined(value.list(), store);
        case ValueKind::node:
            return std::string(store.graph().name(value.node()));
        default:
            return std::string(to_string(value.kind()));
    }
}

std::string answer(const Example& example, const LitigationStore& store) {
    const Parameters parameters{
        {"watchlist", Value(List{Value(std::string("Apple")), Value(std::string("Nokia"))})}};
    const auto table = run(example.statement, store, parameters);
    if (!table) {
        return "//! " + table.error().message + "\n";
    }
    std::string text;
    for (const auto& row : table->rows) {
        std::string line;
        for (const Value& value : row) {
            line += (line.empty() ? "" : " | ") + words(value, store);
        }
        text += "// " + line + "\n";
    }
    return text.empty() ? "// (no rows)\n" : text;
}

TEST(Grammar, ExamplesGiveTheRowsShown) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const LitigationStore store(graph);
    const std::vector<Example> all = examples();
    EXPECT_GT(all.size(), 50U);
    for (const Example& example : all) {
        EXPECT_EQ(answer(example, store), example.expected) << "GRAMMAR.md:" << example.line;
    }
}

}  // namespace
}  // namespace litigraph::query
