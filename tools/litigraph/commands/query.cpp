#include "../statements.hpp"
#include "commands.hpp"
#include "question.hpp"

#include <fstream>
#include <istream>
#include <iterator>

namespace litigraph::cli {

namespace {

struct Query {
    AskedGraph graph;
    QueryLimits limits;
    std::string text;
    std::vector<std::string> commands;
    std::string script;
    std::vector<std::string> parameters;
};

std::string all_of(std::istream& in) { return {std::istreambuf_iterator<char>(in), {}}; }

/// Everything that is to be asked, in the order query, -c, --file.
Result<std::vector<std::string>> statements_of(const Query& query, Console& console) {
    std::vector<std::string> all =
        cli::statements_of(query.text == "-" ? all_of(console.in) : query.text);
    for (const std::string& command : query.commands) {
        std::vector<std::string> some = cli::statements_of(command);
        all.insert(all.end(), some.begin(), some.end());
    }
    if (!query.script.empty()) {
        std::ifstream file(query.script);
        if (!file) {
            return Error{ErrorCode::io, "cannot read " + query.script};
        }
        std::vector<std::string> some = cli::statements_of(all_of(file));
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

int ask_all(const Asker& asker, const Query& query, const std::vector<std::string>& statements,
            const query::Parameters& parameters, Console& console) {
    const AnswerStyle style = style_for(console, query.graph.rows_shown());
    query::Budget budget = query.limits.budget();
    budget.max_support = style.is_picture ? shown_support : 0;
    int code = success;
    for (const std::string& statement : statements) {
        const Result<query::Answer> answer = asker.ask(statement, parameters, budget);
        if (!answer) {
            return report_question(console, statement, answer.error());
        }
        code = show_answer(console, asker.graph(), *answer, style);
    }
    return code;
}

int run(const Query& query, Console& console) {
    const Result<query::Parameters> parameters = parse_query_parameters(query.parameters);
    if (!parameters) {
        warn(console, parameters.error().message);
        return wrong_usage;
    }
    const Result<std::vector<std::string>> statements = statements_of(query, console);
    if (!statements) {
        return report(console, statements.error());
    }
    if (statements->empty()) {
        warn(console, "there is nothing to ask (see 'litigraph help query')");
        return wrong_usage;
    }
    return with_graph(query.graph.file, console, [&](const Asker& asker) {
        return ask_all(asker, query, *statements, *parameters, console);
    });
}

}  // namespace

Command query_command() {
    const auto query = std::make_shared<Query>();
    std::vector<Parameter> parameters = query->graph.parameters();
    parameters.insert(parameters.begin() + 1, {.names = "QUERY",
                                               .help = "A query or a verb; - for standard input",
                                               .value = &query->text});
    parameters.push_back({.names = "-c,--command",
                          .help = "A query; may be repeated",
                          .value = &query->commands,
                          .is_split = false});
    parameters.push_back(
        {.names = "--file", .help = "Queries, each ended by ';'", .value = &query->script});
    parameters.push_back({.names = "--param",
                          .help = "name=JSON: the value of $name; may be repeated",
                          .value = &query->parameters,
                          .is_split = false});
    for (Parameter& limit : query->limits.parameters()) {
        parameters.push_back(std::move(limit));
    }
    return {
        .name = "query",
        .summary = "Ask in the query language, or with a verb",
        .details =
            "Stops at the first query that fails. Exit code 3: the query is wrong.\n"
            "  litigraph query dispute.lg \"MATCH (a)-[:SUES]->(b) RETURN a.name, b.name\" -f "
            "json\n"
            "  litigraph query dispute.lg \"MATCH (a:Party) WHERE a.name IN \\$list RETURN a\" "
            "--param list='[\"Nokia\"]'\n"
            "  litigraph query dispute.lg \"who sues Nokia\"",
        .parameters = std::move(parameters),
        .run = [query](Console& console) { return run(*query, console); },
    };
}

}  // namespace litigraph::cli
