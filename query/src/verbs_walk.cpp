// Verbs that walk along edges: path, neighbors.

#include "verb_parts.hpp"
#include "walk_options.hpp"
#include <litigraph/query/names.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>
#include <litigraph/query/result_cells.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace litigraph::query::detail {
namespace {

// ---- path

void add_path(Answer& answer, const KnowledgeGraph& graph, const Path& path) {
    Cell cell = to_cell(graph, Value(path));
    const std::string line = to_string(cell);
    const std::size_t length = path.steps.size();
    std::vector<EdgeId> edges;
    for (const Step& step : path.steps) {
        edges.push_back(step.edge);
    }
    answer.table.rows.push_back({std::move(cell), static_cast<std::int64_t>(length)});
    answer.table.support.push_back(std::move(edges));
    answer.prose +=
        line + "      " + std::to_string(length) + (length == 1 ? " step\n" : " steps\n");
}

// Paths in the order of the search: one, so many, or all of the smallest length.
std::vector<Path> search_paths(const VerbContext& context, NodeId from, NodeId to,
                               const WalkOptions& options) {
    const KnowledgeGraph& graph = context.graph;
    const PathOptions wanted{
        .filter = options.filter, .max_steps = options.max, .go_on = context.go_on};
    std::vector<Path> paths;
    if (!options.all && options.paths == 1) {
        if (std::optional<Path> path = shortest_path(graph, from, to, wanted)) {
            paths.push_back(*std::move(path));
        }
        return paths;
    }
    PathStream stream = options.all ? all_shortest_paths(graph, from, to, wanted)
                                    : loopless_paths(graph, from, to, wanted);
    const std::size_t most = options.all ? most_paths : options.paths;
    while (paths.size() < most) {
        std::optional<Path> path = stream.next();
        if (!path) {
            return paths;
        }
        paths.push_back(*std::move(path));
    }
    return paths;
}

Answer find_paths(const VerbContext& context, NodeId from, NodeId to, const WalkOptions& options) {
    Answer answer;
    answer.table.columns = {"path", "steps"};
    for (const Path& path : search_paths(context, from, to, options)) {
        add_path(answer, context.graph, path);
    }
    go_on(context);  // a search that was told to stop finds nothing more
    if (answer.table.rows.empty()) {
        answer.notes.push_back("no path of at most " + std::to_string(options.max) +
                               " steps; 'max' allows more");
    }
    if (options.all && answer.table.rows.size() == most_paths) {
        answer.table.incomplete =
            "there may be more: only " + std::to_string(most_paths) + " paths are looked for";
    }
    return answer;
}

std::string path_query(const KnowledgeGraph& graph, NodeId from, NodeId to,
                       const WalkOptions& options) {
    if (options.filter.during) {
        return {};
    }
    const std::string selector = options.all          ? "ALL SHORTEST"
                                 : options.paths == 1 ? "ANY SHORTEST"
                                                      : "SHORTEST " + std::to_string(options.paths);
    return "MATCH p = " + selector + ' ' + pattern_of(graph, from) + step_pattern(options) +
           pattern_of(graph, to) + " RETURN p AS path, length(p) AS steps";
}

// ---- neighbors

struct Found {
    NodeId node{};
    std::uint32_t distance = 0;
    std::vector<EdgeId> edges;  ///< From nodes that are one step nearer.
};

bool may_step(const KnowledgeGraph& graph, EdgeId id, NodeId from, const EdgeFilter& filter) {
    const EdgeView edge = graph.edge(id);
    const bool is_out = edge.source == from;
    if (!filter.kinds.contains(edge.kind) || (filter.direction == Direction::out && !is_out) ||
        (filter.direction == Direction::in && is_out)) {
        return false;
    }
    return !filter.during || (!edge.when.is_unknown() && intersection(edge.when, *filter.during));
}

std::vector<Found> with_edges(const VerbContext& context, NodeId start,
                              const std::vector<Neighbour>& neighbours, const EdgeFilter& filter) {
    const KnowledgeGraph& graph = context.graph;
    std::map<NodeId, std::uint32_t> distance{{start, 0}};
    std::vector<Found> result;
    for (const Neighbour& neighbour : neighbours) {
        distance[neighbour.node] = neighbour.distance;
    }
    for (const Neighbour& neighbour : neighbours) {
        go_on(context);
        Found found{neighbour.node, neighbour.distance, {}};
        for (const EdgeId id : graph.incident_edges(neighbour.node)) {
            const EdgeView edge = graph.edge(id);
            const NodeId other = edge.source == neighbour.node ? edge.target : edge.source;
            const auto nearer = distance.find(other);
            if (nearer != distance.end() && nearer->second + 1 == neighbour.distance &&
                may_step(graph, id, other, filter)) {
                found.edges.push_back(id);
            }
        }
        result.push_back(std::move(found));
    }
    return result;
}

// "<-sues-, <-countersues- (inferred)"; beyond the first step with the node that it comes from.
std::string by_text(const KnowledgeGraph& graph, const Found& found) {
    std::vector<std::string> parts;
    for (const EdgeId id : found.edges) {
        const EdgeView edge = graph.edge(id);
        const bool is_towards = edge.target == found.node;
        std::string part;
        if (found.distance > 1) {
            part += graph.name(is_towards ? edge.source : edge.target);
            part += ' ';
        }
        const std::string word(to_string(edge.kind));
        part += is_towards ? '-' + word + "->" : "<-" + word + '-';
        if (edge.confidence != Confidence::stated) {
            part += " (" + std::string(to_string(edge.confidence)) + ')';
        }
        if (std::ranges::find(parts, part) == parts.end()) {
            parts.push_back(std::move(part));
        }
    }
    return joined(parts);
}

Answer find_neighbours(const VerbContext& context, NodeId start, const WalkOptions& options) {
    const KnowledgeGraph& graph = context.graph;
    Answer answer;
    answer.table.columns = {"step", "kind", "name", "by"};
    const std::vector<Neighbour> near = neighbourhood(graph, start, options.max, options.filter);
    std::vector<Found> rows = with_edges(context, start, near, options.filter);
    std::ranges::sort(rows, {}, [&](const Found& row) {
        return std::tuple(row.distance, label_of(graph, row.node), graph.name(row.node), row.node);
    });
    for (Found& row : rows) {
        go_on(context);
        const auto is_it = [&](const std::string& wanted) {
            return has_label(graph, row.node, wanted);
        };
        if (options.labels.empty() || std::ranges::any_of(options.labels, is_it)) {
            answer.table.rows.push_back({static_cast<std::int64_t>(row.distance),
                                         label_of(graph, row.node), cell_of(graph, row.node),
                                         by_text(graph, row)});
            answer.table.support.push_back(std::move(row.edges));
        }
    }
    answer.prose = aligned(answer.table, true);
    return answer;
}

std::string neighbours_query(const KnowledgeGraph& graph, NodeId start,
                             const WalkOptions& options) {
    if (options.filter.during) {
        return {};
    }
    std::string wanted;
    for (const std::string& label : options.labels) {
        wanted += (wanted.empty() ? ":" : "|") + label;
    }
    return "MATCH p = ANY SHORTEST " + pattern_of(graph, start, "n") + step_pattern(options) +
           "(m" + wanted +
           ") WHERE m <> n RETURN length(p) AS step, m.kind AS kind, m AS name "
           "ORDER BY step, kind, m.name";
}

}  // namespace

Result<Answer> ask_path(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    words.take("from");
    const Result<NodeId> from = words.take_name(graph);
    if (!from) {
        return from.error();
    }
    const bool is_directed = words.take_any({"->", "-->"});
    if (!is_directed) {
        words.take_any({"--", "to", ","});
    }
    const Result<NodeId> to = words.take_name(graph);
    if (!to) {
        return to.error();
    }
    const Result<WalkOptions> options = take_walk_options(words, 6);
    if (!options) {
        return options.error();
    }
    Answer answer = find_paths(context, *from, *to, *options);
    answer.query = path_query(graph, *from, *to, *options);
    return answer;
}

Result<Answer> ask_neighbors(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const Result<NodeId> start = words.take_name(graph);
    if (!start) {
        return start.error();
    }
    std::size_t depth = 1;
    const bool has_depth =
        !words.empty() && words.front().text.find_first_not_of("0123456789") == std::string::npos;
    if (has_depth) {
        const Result<std::size_t> number = words.take_number(1, longest_walk);
        if (!number) {
            return number.error();
        }
        depth = *number;
    }
    const Result<WalkOptions> options = take_walk_options(words, depth);
    if (!options) {
        return options.error();
    }
    Answer answer = find_neighbours(context, *start, *options);
    answer.query = neighbours_query(graph, *start, *options);
    return answer;
}

}  // namespace litigraph::query::detail
