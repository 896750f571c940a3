#include "mcp_call.hpp"

#include "json_writing.hpp"
#include <litigraph/query/engine.hpp>
#include <litigraph/query/render.hpp>

#include <algorithm>
#include <sstream>

namespace litigraph::cli {

namespace {

/// The rows as objects, without the line end.
std::string rows_of(const query::Table& table) {
    std::ostringstream out;
    query::render(out, table, {.format = query::Format::json});
    std::string rows = out.str();
    rows.erase(rows.find_last_not_of('\n') + 1);
    return rows;
}

void put_edges(JsonWriter& writer, const query::Table& table) {
    writer.Key("edges");
    writer.StartArray();
    for (const std::vector<EdgeId>& edges : table.support) {
        writer.StartArray();
        for (std::size_t i = 0; i < std::min(edges.size(), shown_support); ++i) {
            put(writer, "e" + std::to_string(to_index(edges[i])));
        }
        writer.EndArray();
    }
    writer.EndArray();
}

std::string structured(query::Answer answer, std::size_t max_rows) {
    query::Table& table = answer.table;
    const std::size_t count = table.rows.size();
    table.rows.resize(std::min(count, max_rows));
    table.support.resize(std::min(table.support.size(), max_rows));
    return json_from([&](JsonWriter& writer) {
        writer.StartObject();
        put_raw(writer, "rows", rows_of(table));
        writer.Key("row_count");
        writer.Uint64(count);
        writer.Key("rows_shown");
        writer.Uint64(table.rows.size());
        if (!table.support.empty()) {
            put_edges(writer, table);
        }
        if (!answer.query.empty()) {
            put(writer, "query", answer.query);
        }
        if (!table.incomplete.empty()) {
            put(writer, "incomplete", table.incomplete);
        }
        if (!answer.notes.empty()) {
            writer.Key("notes");
            writer.StartArray();
            for (const std::string& note : answer.notes) {
                put(writer, note);
            }
            writer.EndArray();
        }
        writer.EndObject();
    });
}

/// `data` is a JSON object, or, of an error, a sentence.
std::string call_result(std::string_view data, bool is_error) {
    return json_from([&](JsonWriter& writer) {
        writer.StartObject();
        writer.Key("content");
        writer.StartArray();
        writer.StartObject();
        put(writer, "type", "text");
        put(writer, "text", data);
        writer.EndObject();
        writer.EndArray();
        if (!is_error) {
            put_raw(writer, "structuredContent", data);
        }
        writer.Key("isError");
        writer.Bool(is_error);
        writer.EndObject();
    });
}

constexpr McpArgument max_rows_argument{"max_rows", McpArgument::Type::whole_number, "", false};

/// Takes max_rows, which every tool has, out of the arguments.
Result<std::size_t> take_max_rows(query::Map& arguments) {
    constexpr std::size_t by_default = 100;
    const auto found = arguments.find("max_rows");
    if (found == arguments.end()) {
        return by_default;
    }
    const McpTool only_rows{"", "", {&max_rows_argument, 1}, nullptr};
    const Status status = accepted(only_rows, {{"max_rows", found->second}});
    if (!status) {
        return status.error();
    }
    const std::size_t rows =
        found->second.is_null() ? by_default : static_cast<std::size_t>(found->second.integer());
    arguments.erase(found);
    return rows;
}

}  // namespace

std::string call_mcp_tool(const Asker& asker, const McpTool& tool, query::Map arguments) {
    const Result<std::size_t> max_rows = take_max_rows(arguments);
    if (!max_rows) {
        return call_result(max_rows.error().message, true);
    }
    if (const Status status = accepted(tool, arguments); !status) {
        return call_result(status.error().message, true);
    }
    Result<query::Answer> answer = tool.run(asker, arguments);
    if (!answer) {
        const auto query = arguments.find("query");
        const bool has_place = answer.error().line > 0 && query != arguments.end();
        return call_result(has_place ? query::format_error(query->second.text(), answer.error())
                                     : answer.error().message,
                           true);
    }
    return call_result(structured(*std::move(answer), *max_rows), false);
}

}  // namespace litigraph::cli
