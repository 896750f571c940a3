// Any text whatever as a statement: on a graph without a schema and on a litigation graph, with
// tight budgets. Nothing may crash, hang or answer beyond its budget.

#include "create_loader.hpp"
#include "plain_graph.hpp"
#include "support/dispute_graph.hpp"
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/render.hpp>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace litigraph;

constexpr query::Budget budget{.max_rows = 1000,
                               .max_bytes = std::size_t{1} << 22U,
                               .timeout = std::chrono::milliseconds(100)};

std::unique_ptr<tck::PlainGraph> make_plain_graph() {
    auto graph = std::make_unique<tck::PlainGraph>();
    const auto loaded = tck::load(
        "CREATE (a:A {name: 'a', num: 1, list: [1, 2.5, null]}), (b:B:A {num: -3})\n"
        "CREATE (a)-[:T {w: 1}]->(b), (b)-[:S]->(c {name: 'c'}), (c)-[:T]->(c),\n"
        "(c)-[:T]->(a), (a)-[:S {w: 'x'}]->(b), (:End {flag: true})",
        *graph);
    if (!loaded) {
        std::abort();
    }
    return graph;
}

const query::Parameters& parameters() {
    using query::Value;
    static const query::Parameters values{
        {"a", Value(std::int64_t{1})},
        {"list", Value(query::List{Value(std::int64_t{1}), Value(std::string("Nokia"))})},
        {"map", Value(query::Map{{"a", Value(2.5)}})},
        {"name", Value(std::string("Amazon"))}};
    return values;
}

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void check_error(std::string_view text, const Error& error) {
    require(!error.message.empty());
    require(!query::format_error(text, error).empty());
    require(error.column <= text.size() + 1 && error.length <= text.size() + 1);
}

void ask(std::string_view text, const query::PropertyGraph& graph) {
    const auto prepared = query::prepare(text, graph, parameters());
    if (!prepared) {
        check_error(text, prepared.error());
        return;
    }
    require(!prepared->plan().empty());
    const auto table = prepared->run(budget);
    if (!table) {
        check_error(text, table.error());
        return;
    }
    require(table->rows.size() <= budget.max_rows);
    for (const auto& row : table->rows) {
        require(row.size() == table->columns.size());
        for (const query::Value& value : row) {
            require(query::same(value, value));
            require(value.bytes() <= budget.max_bytes);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto plain = make_plain_graph();
    static const KnowledgeGraph dispute = test::make_dispute_graph();
    static const query::LitigationStore store(dispute);
    const std::string text(reinterpret_cast<const char*>(data), size);
    require(query::statement_length(text) <= text.size());
    ask(text, *plain);
    ask(text, store);
    return 0;
}
