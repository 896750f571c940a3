// Tools are verbs and queries under names and arguments that a model can read. Names in arguments
// are quoted, so that no name is taken for a word of a verb.

#include "mcp_tools.hpp"

#include "graph_tables.hpp"
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <cctype>
#include <chrono>

namespace litigraph::cli {

namespace {

using query::Answer;
using query::Map;
using query::Value;
using Type = McpArgument::Type;

const Value* find(const Map& arguments, std::string_view name) {
    const auto found = arguments.find(name);
    return found == arguments.end() || found->second.is_null() ? nullptr : &found->second;
}

std::string text_in(const Map& arguments, std::string_view name) {
    const Value* const value = find(arguments, name);
    return value == nullptr ? std::string() : std::string(value->text());
}

/// A name as one word of a verb's line. Look-up does not care for quotes inside.
std::string quoted(std::string_view name) {
    std::string word = "\"";
    for (const char c : name) {
        word += c == '"' ? ' ' : c;
    }
    return word + '"';
}

bool is_edge_id(std::string_view text) {
    return text.size() > 1 && text.front() == 'e' &&
           std::ranges::all_of(text.substr(1),
                               [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string joined(const Map& arguments, std::string_view name) {
    std::string all;
    if (const Value* const list = find(arguments, name)) {
        for (const Value& item : list->list()) {
            all += (all.empty() ? "" : ",") + std::string(item.text());
        }
    }
    return all;
}

/// " word value" if the argument was given.
std::string option(std::string_view word, const std::string& value) {
    return value.empty() ? "" : ' ' + std::string(word) + ' ' + value;
}

std::string number_in(const Map& arguments, std::string_view name) {
    const Value* const value = find(arguments, name);
    return value == nullptr ? "" : std::to_string(value->integer());
}

query::Budget budget() {
    query::Budget budget;
    budget.max_rows = 100'000;
    budget.max_bytes = std::size_t{256} << 20U;
    budget.timeout = std::chrono::seconds(20);
    budget.max_support = shown_support;
    return budget;
}

// ---- the tools

Result<Answer> get_schema(const Asker& asker, const Map&) {
    return Answer{schema_table(asker.graph()), {}, {}, {}};
}

Result<Answer> read_query(const Asker& asker, const Map& arguments) {
    query::Parameters parameters;
    if (const Value* const given = find(arguments, "parameters")) {
        parameters.insert(given->map().begin(), given->map().end());
    }
    return asker.ask(text_in(arguments, "query"), parameters, budget());
}

Result<Answer> find_entity(const Asker& asker, const Map& arguments) {
    constexpr std::size_t most = 20;
    const KnowledgeGraph& graph = asker.graph();
    const std::string name = text_in(arguments, "name");
    std::vector<NodeId> nodes = graph.find(name);
    for (const auto& more : {graph.complete(name, most), graph.similar(name, most)}) {
        std::ranges::copy_if(more, std::back_inserter(nodes), [&](NodeId node) {
            return std::ranges::find(nodes, node) == nodes.end();
        });
    }
    Answer answer{{.columns = {"id", "type", "name", "aliases", "links"}, .rows = {}}, {}, {}, {}};
    for (const NodeId node : nodes) {
        query::CellList aliases;
        for (const auto& [key, value] : graph.attributes(node)) {
            if (key == AttributeKey::alias) {
                aliases.emplace_back(value);
            }
        }
        answer.table.rows.push_back({graph.slug(node), query::label_of(graph, node),
                                     graph.name(node), std::move(aliases),
                                     static_cast<std::int64_t>(graph.degree(node))});
    }
    return answer;
}

Result<Answer> path(const Asker& asker, const Map& arguments) {
    return asker.ask("path " + quoted(text_in(arguments, "from")) + " -> " +
                     quoted(text_in(arguments, "to")) + option("via", joined(arguments, "via")) +
                     option("max", number_in(arguments, "max_steps")) +
                     option("during", text_in(arguments, "during")));
}

Result<Answer> neighbors(const Asker& asker, const Map& arguments) {
    return asker.ask("neighbors " + quoted(text_in(arguments, "name")) + ' ' +
                     number_in(arguments, "steps") + option("type", joined(arguments, "types")) +
                     option("via", joined(arguments, "via")) +
                     option("during", text_in(arguments, "during")));
}

Result<Answer> show(const Asker& asker, const Map& arguments) {
    return asker.ask("show " + quoted(text_in(arguments, "name")));
}

Result<Answer> evidence(const Asker& asker, const Map& arguments) {
    const std::string about = text_in(arguments, "about");
    const std::string other = text_in(arguments, "and");
    return asker.ask("why " + (is_edge_id(about) ? about : quoted(about)) +
                     (other.empty() ? "" : ' ' + quoted(other)));
}

Result<Answer> timeline(const Asker& asker, const Map& arguments) {
    std::string line = "timeline";
    if (const Value* const names = find(arguments, "names")) {
        for (const Value& name : names->list()) {
            line += ' ' + quoted(name.text());
        }
    }
    return asker.ask(line);
}

constexpr McpArgument query_arguments[] = {
    {"query", Type::text,
     "A read-only openCypher query such as MATCH (a:Company)-[r:SUES]->(b:Company {name: 'Nokia'}) "
     "RETURN a.name, r.status, evidence(r), or a verb such as 'who sues Nokia', 'cases Nokia since "
     "2023', 'count Nokia by technology', 'top defendants 5'",
     true},
    {"parameters", Type::record, "Values of $name in the query"},
};
constexpr McpArgument entity_arguments[] = {
    {"name", Type::text, "A name, an alias, or the beginning of one", true},
};
constexpr std::string_view via_help = "Kinds of edges to go along, such as sues, filed-in";
constexpr std::string_view during_help = "Only edges of that time, such as 2023..2024-03";
constexpr McpArgument path_arguments[] = {
    {"from", Type::text, "A name or id", true},
    {"to", Type::text, "A name or id", true},
    {"max_steps", Type::whole_number, "The most steps; 6 by default"},
    {"via", Type::texts, via_help},
    {"during", Type::text, during_help},
};
constexpr McpArgument neighbors_arguments[] = {
    {"name", Type::text, "A name or id", true},
    {"steps", Type::whole_number, "The most steps; 1 by default"},
    {"types", Type::texts, "Kinds of nodes, such as Company, Lawsuit"},
    {"via", Type::texts, via_help},
    {"during", Type::text, during_help},
};
constexpr McpArgument show_arguments[] = {
    {"name", Type::text, "A name or id", true},
};
constexpr McpArgument evidence_arguments[] = {
    {"about", Type::text, "A name or id, or an edge such as e12 from the edges of an answer", true},
    {"and", Type::text, "A second name: only what is between the two"},
};
constexpr McpArgument timeline_arguments[] = {
    {"names", Type::texts, "Parties; lawsuits that all of them have part in. None: all lawsuits"},
};

constexpr McpTool tools[] = {
    {"get_schema",
     "Types of nodes and edges that the graph has, with properties and counts",
     {},
     get_schema},
    {"read_query", "Ask in the query language, or with a verb", query_arguments, read_query},
    {"find_entity", "Companies, people, lawsuits, courts, technologies by name, also misspelt",
     entity_arguments, find_entity},
    {"path", "A shortest chain of facts between two names", path_arguments, path},
    {"neighbors", "Everything within so many steps of a name", neighbors_arguments, neighbors},
    {"show", "All that is known of one party, lawsuit, court or technology", show_arguments, show},
    {"evidence", "The sentences of articles that a fact rests on, with source and place",
     evidence_arguments, evidence},
    {"timeline", "Filings and events of lawsuits in the order of time", timeline_arguments,
     timeline},
};

// ---- arguments

std::string_view words_for(Type type) {
    switch (type) {
        case Type::text:
            return "a string";
        case Type::whole_number:
            return "a whole number, 0 to 1000";
        case Type::texts:
            return "a list of strings";
        case Type::record:
            return "an object";
    }
    return {};
}

bool fits(Type type, const Value& value) {
    constexpr std::int64_t most = 1000;
    switch (type) {
        case Type::text:
            return value.kind() == query::ValueKind::text;
        case Type::whole_number:
            return value.kind() == query::ValueKind::integer && value.integer() >= 0 &&
                   value.integer() <= most;
        case Type::texts:
            return value.kind() == query::ValueKind::list &&
                   std::ranges::all_of(value.list(), [](const Value& item) {
                       return item.kind() == query::ValueKind::text;
                   });
        case Type::record:
            return value.kind() == query::ValueKind::map;
    }
    return false;
}

Error wrong(std::string message) { return {ErrorCode::type_mismatch, std::move(message)}; }

}  // namespace

std::span<const McpTool> mcp_tools() noexcept { return tools; }

Status accepted(const McpTool& tool, const Map& arguments) {
    for (const auto& entry : arguments) {
        if (std::ranges::find(tool.arguments, entry.first, &McpArgument::name) ==
            tool.arguments.end()) {
            return wrong(std::string(tool.name) + " has no argument '" + entry.first + "'");
        }
    }
    for (const McpArgument& argument : tool.arguments) {
        const Value* const value = find(arguments, argument.name);
        if (value == nullptr ? argument.is_required : !fits(argument.type, *value)) {
            return wrong("expected '" + std::string(argument.name) + "' to be " +
                         std::string(words_for(argument.type)));
        }
    }
    return Success{};
}

}  // namespace litigraph::cli
