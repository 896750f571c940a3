#include "asker.hpp"

#include "command.hpp"
#include <litigraph/graph/archive.hpp>
#include <litigraph/graph/resolution.hpp>
#include <litigraph/query/result_cells.hpp>

#include <algorithm>
#include <utility>

namespace litigraph::cli {

namespace {

std::string_view first_word(std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t\r\n"), line.size());
    return line.substr(begin, line.find_first_of(" \t\r\n;", begin) - begin);
}

// A line that begins with no word of the language may be a misspelt verb.
void suggest_verb(Error& error, std::string_view line) {
    std::vector<std::string> words{"MATCH", "OPTIONAL", "WITH", "RETURN", "EXPLAIN"};
    for (const query::VerbHelp& verb : query::all_verbs()) {
        words.emplace_back(verb.name);
    }
    const std::string_view near = nearest(first_word(line), words);
    if (error.code == ErrorCode::syntax && !near.empty() && near != first_word(line) &&
        error.message.find("did you mean") == std::string::npos) {
        error.message += "; did you mean '" + std::string(near) + "'?";
    }
}

std::vector<Conflict> conflicts_in(const std::string& path) {
    const Result<Archive> archive = load_archive(path);
    if (!archive) {
        return {};
    }
    const Result<Resolution> again = resolve(archive->observations, {.aliases = archive->aliases});
    return again ? again->conflicts : std::vector<Conflict>{};
}

}  // namespace

Asker::Asker(KnowledgeGraph graph, FindConflicts conflicts)
    : graph_(std::move(graph)), conflicts_(std::move(conflicts)) {}

Result<std::unique_ptr<Asker>> Asker::open(const std::string& path) {
    Result<KnowledgeGraph> graph = load_graph(path);
    if (!graph) {
        return graph.error();
    }
    return std::make_unique<Asker>(*std::move(graph), [path] { return conflicts_in(path); });
}

Result<query::Answer> Asker::ask(std::string_view line, const query::Parameters& parameters,
                                 const query::Budget& budget) const {
    if (query::is_verb(line)) {
        return ask_verb(line, budget);
    }
    Result<query::ResultTable> result = query::run(line, store_, parameters, budget);
    if (!result) {
        Error error = result.error();
        if (error.line == 1 && error.column <= line.find(first_word(line)) + 1) {
            suggest_verb(error, line);
        }
        return error;
    }
    query::Answer answer;
    answer.table = query::to_table(graph_, *result);
    answer.notes = std::move(result->notes);
    return answer;
}

Result<query::Answer> Asker::ask_verb(std::string_view line, const query::Budget& budget) const {
    const query::Deadline deadline(budget);
    std::optional<Error> stopped;
    const auto go_on = [&] {
        stopped = deadline.passed();
        return !stopped;
    };
    Result<query::Answer> answer =
        query::ask({.graph = graph_, .conflicts = conflicts_, .go_on = go_on}, line);
    return stopped ? Result<query::Answer>(*stopped) : std::move(answer);
}

std::optional<Error> Asker::fault_in(std::string_view statement,
                                     const query::Parameters& parameters) const {
    const Result<query::PreparedQuery> prepared = query::prepare(statement, store_, parameters);
    return prepared ? std::nullopt : std::optional(prepared.error());
}

}  // namespace litigraph::cli
