// Verbs that walk between parties: who, path, neighbors, mutual.

#include "verb_parts.hpp"
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>
#include <litigraph/query/neighbourhood.hpp>
#include <litigraph/query/paths.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace litigraph::query::detail {
namespace {

using Nodes = std::vector<NodeId>;

// ---- who

// Rows of the parties at the other end of the edges of these kinds, with the edges.
Answer parties_at(const KnowledgeGraph& graph, NodeId node, EdgeKindSet kinds, Direction direction,
                  const std::string& column) {
    std::map<NodeId, std::vector<EdgeId>> found;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        const bool is_out = edge.source == node;
        if (kinds.contains(edge.kind) && is_out == (direction == Direction::out)) {
            found[is_out ? edge.target : edge.source].push_back(id);
        }
    }
    Answer answer;
    answer.table.columns = {column};
    std::vector<std::pair<NodeId, std::vector<EdgeId>>> rows(found.begin(), found.end());
    std::ranges::sort(rows, {}, [&](const auto& row) { return graph.name(row.first); });
    for (const auto& [party, edges] : rows) {
        answer.table.rows.push_back({graph.name(party)});
        answer.table.support.push_back(edges);
    }
    return answer;
}

constexpr EdgeKindSet suing = {EdgeKind::sues, EdgeKind::countersues};

struct WhoVerb {
    std::string_view present, base;  ///< "who sues X", "who does X sue"
    std::string_view progressive;    ///< "who is suing X"; empty if nobody says so
    EdgeKindSet kinds;
    std::string_view pattern;
};
const WhoVerb who_verbs[] = {
    {"sues", "sue", "suing", suing, "SUES|COUNTERSUES"},
    {"sued", "sue", "", suing, "SUES|COUNTERSUES"},
    {"countersues", "countersue", "countersuing", {EdgeKind::countersues}, "COUNTERSUES"},
    {"threatens", "threaten", "threatening", {EdgeKind::threatens_suit}, "THREATENS_SUIT"},
    {"challenges",
     "challenge",
     "challenging",
     {EdgeKind::challenges_validity},
     "CHALLENGES_VALIDITY"},
    {"represents", "represent", "representing", {EdgeKind::represents}, "REPRESENTS"},
};

Answer who_does_to(const KnowledgeGraph& graph, const WhoVerb& verb, NodeId node) {
    Answer answer = parties_at(graph, node, verb.kinds, Direction::in, "p.name");
    answer.query = "MATCH (p)-[:" + std::string(verb.pattern) + "]->" + pattern_of(graph, node) +
                   " RETURN DISTINCT p.name";
    return answer;
}

Answer whom_does_it(const KnowledgeGraph& graph, const WhoVerb& verb, NodeId node) {
    Answer answer = parties_at(graph, node, verb.kinds, Direction::out, "p.name");
    answer.query = "MATCH " + pattern_of(graph, node) + "-[:" + std::string(verb.pattern) +
                   "]->(p) RETURN DISTINCT p.name";
    return answer;
}

// "who settled with X": the edge has no direction.
Answer who_settled(const KnowledgeGraph& graph, NodeId node) {
    Answer answer = parties_at(graph, node, {EdgeKind::settles_with}, Direction::in, "p.name");
    const Answer more = parties_at(graph, node, {EdgeKind::settles_with}, Direction::out, "p.name");
    answer.table.rows.insert(answer.table.rows.end(), more.table.rows.begin(),
                             more.table.rows.end());
    answer.table.support.insert(answer.table.support.end(), more.table.support.begin(),
                                more.table.support.end());
    answer.query =
        "MATCH " + pattern_of(graph, node) + "-[:SETTLES_WITH]-(p) RETURN DISTINCT p.name";
    return answer;
}

// "who is sued over video in Delaware since 2023": the defendants of the cases of a filter.
Result<Answer> who_is_sued(const KnowledgeGraph& graph, Words& words) {
    const Result<CaseFilter> filter = take_case_filter(graph, words);
    if (!filter) {
        return filter.error();
    }
    std::map<std::string, std::pair<std::vector<std::string>, std::vector<EdgeId>>> found;
    for (const NodeId lawsuit : find_cases(graph, *filter)) {
        for (const NodeId party : sources(graph, lawsuit, EdgeKind::defendant_in)) {
            auto& [cases, edges] = found[std::string(graph.name(party))];
            cases.push_back(title_of(graph, lawsuit));
            const std::vector<EdgeId> support = support_of(graph, lawsuit);
            edges.insert(edges.end(), support.begin(), support.end());
        }
    }
    Answer answer;
    answer.table.columns = {"defendant", "cases"};
    for (auto& [name, row] : found) {
        answer.table.rows.push_back({name, CellList(row.first.begin(), row.first.end())});
        answer.table.support.push_back(std::move(row.second));
    }
    return answer;
}

// ---- options of path and neighbors

struct WalkOptions {
    EdgeFilter filter;
    std::size_t max = 6;
    std::size_t paths = 1;
    bool all = false;
    std::vector<std::string> labels;  ///< Of the nodes to show.
};

// An article that reports two cases does not tie them.
constexpr EdgeKindSet all_but_reports = EdgeKindSet{}.without(EdgeKind::reported_by);

Status take_kinds(WalkOptions& options, Words& words) {
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    options.filter.kinds = EdgeKindSet::nothing();
    for (const std::string& name : *names) {
        const std::optional<EdgeKind> kind = edge_kind_from_string(name);
        if (!kind) {
            return before.expected("kinds of edges, such as sues,countersues");
        }
        options.filter.kinds = options.filter.kinds.with(*kind);
    }
    return Success{};
}

Status take_labels(WalkOptions& options, Words& words) {
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    for (const std::string& name : *names) {
        const std::optional<NodeKind> kind = node_kind_from_string(name);
        const std::optional<PartyKind> party = party_kind_from_string(name);
        if (!kind && !party) {
            return before.expected("kinds of nodes, such as Company,Lawsuit");
        }
        options.labels.emplace_back(party ? query_name(*party) : query_name(*kind));
    }
    return Success{};
}

constexpr std::size_t longest_walk = 64;
constexpr std::size_t most_paths = 10'000;

Status take_max(std::size_t& max, Words& words) {
    const Result<std::size_t> number = words.take_number(1, longest_walk);
    if (!number) {
        return number.error();
    }
    max = *number;
    return Success{};
}

Status take_option(WalkOptions& options, Words& words) {
    if (words.take("via")) {
        return take_kinds(options, words);
    }
    if (words.take("type")) {
        return take_labels(options, words);
    }
    if (words.take_any({"max", "depth"})) {
        return take_max(options.max, words);
    }
    if (words.take("during")) {
        const Result<DateInterval> dates = words.take_dates();
        if (!dates) {
            return dates.error();
        }
        options.filter.during = *dates;
        return Success{};
    }
    if (words.take_any({"out", "directed"})) {
        options.filter.direction = Direction::out;
        return Success{};
    }
    if (words.take("in")) {
        options.filter.direction = Direction::in;
        return Success{};
    }
    if (words.take("all")) {
        options.all = true;
        return Success{};
    }
    if (words.take("shortest")) {
        const Result<std::size_t> number = words.take_number(1, most_paths);
        if (!number) {
            return number.error();
        }
        options.paths = *number;
        return Success{};
    }
    return words.expected(
        "'via', 'type', 'max', 'during', 'in', 'out', 'all' or 'shortest' and a number");
}

Result<WalkOptions> take_options(Words& words, std::size_t max) {
    WalkOptions options;
    options.max = max;
    options.filter.kinds = all_but_reports;
    while (!words.empty()) {
        if (const Status status = take_option(options, words); !status) {
            return status.error();
        }
    }
    return options;
}

// "-[:SUES|COUNTERSUES*1..4]->"
std::string step_pattern(const WalkOptions& options) {
    std::string types;
    for (const EdgeKind kind : all_edge_kinds()) {
        if (options.filter.kinds.contains(kind)) {
            types += types.empty() ? ":" : "|";
            types += query_name(kind);
        }
    }
    const bool is_in = options.filter.direction == Direction::in;
    const bool is_out = options.filter.direction == Direction::out;
    return (is_in ? "<-[" : "-[") + types + "*1.." + std::to_string(options.max) +
           (is_out ? "]->" : "]-");
}

// ---- path

std::string path_line(const KnowledgeGraph& graph, const Path& path) {
    std::string line(graph.name(path.start));
    for (const Step& step : path.steps) {
        line += ' ' + arrow(graph, step.edge, step.forward) + ' ';
        line += graph.name(step.node);
    }
    return line;
}

CellList path_steps(const KnowledgeGraph& graph, const Path& path) {
    CellList steps;
    NodeId from = path.start;
    for (const Step& step : path.steps) {
        const EdgeView edge = graph.edge(step.edge);
        steps.push_back(CellRecord{{"from", graph.name(from)},
                                   {"type", to_string(edge.kind)},
                                   {"direction", step.forward ? "out" : "in"},
                                   {"to", graph.name(step.node)},
                                   {"status", to_string(edge.confidence)}});
        from = step.node;
    }
    return steps;
}

void add_path(Answer& answer, const KnowledgeGraph& graph, const Path& path) {
    const std::string line = path_line(graph, path);
    const std::size_t length = path.steps.size();
    std::vector<EdgeId> edges;
    for (const Step& step : path.steps) {
        edges.push_back(step.edge);
    }
    answer.table.rows.push_back({Thing{line, {{"words", line}, {"edges", path_steps(graph, path)}}},
                                 static_cast<std::int64_t>(length)});
    answer.table.support.push_back(std::move(edges));
    answer.prose +=
        line + "      " + std::to_string(length) + (length == 1 ? " step\n" : " steps\n");
}

Answer find_paths(const KnowledgeGraph& graph, NodeId from, NodeId to, const WalkOptions& options) {
    Answer answer;
    answer.table.columns = {"path", "steps"};
    const PathOptions wanted{.filter = options.filter, .max_steps = options.max};
    if (const std::optional<Path> path = shortest_path(graph, from, to, wanted)) {
        add_path(answer, graph, *path);
    }
    if (answer.table.rows.empty()) {
        answer.notes.push_back("no path of at most " + std::to_string(options.max) +
                               " steps; 'max' allows more");
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
           pattern_of(graph, to) + " RETURN p";
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

std::vector<Found> with_edges(const KnowledgeGraph& graph, NodeId start,
                              const std::vector<Neighbour>& neighbours, const EdgeFilter& filter) {
    std::map<NodeId, std::uint32_t> distance{{start, 0}};
    std::vector<Found> result;
    for (const Neighbour& neighbour : neighbours) {
        distance[neighbour.node] = neighbour.distance;
    }
    for (const Neighbour& neighbour : neighbours) {
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

Answer find_neighbours(const KnowledgeGraph& graph, NodeId start, const WalkOptions& options) {
    Answer answer;
    answer.table.columns = {"step", "kind", "name", "by"};
    const std::vector<Neighbour> near = neighbourhood(graph, start, options.max, options.filter);
    std::vector<Found> rows = with_edges(graph, start, near, options.filter);
    std::ranges::sort(rows, {}, [&](const Found& row) {
        return std::tuple(row.distance, label_of(graph, row.node), graph.name(row.node), row.node);
    });
    for (Found& row : rows) {
        const std::string_view label = label_of(graph, row.node);
        const std::string_view kind = query_name(graph.kind(row.node));
        const auto is_it = [&](const std::string& wanted) {
            return wanted == label || wanted == kind;
        };
        if (options.labels.empty() || std::ranges::any_of(options.labels, is_it)) {
            answer.table.rows.push_back({static_cast<std::int64_t>(row.distance), label,
                                         graph.name(row.node), by_text(graph, row)});
            answer.table.support.push_back(std::move(row.edges));
        }
    }
    answer.prose = aligned(answer.table, true);
    return answer;
}

std::string neighbours_query(const KnowledgeGraph& graph, NodeId start,
                             const WalkOptions& options) {
    if (options.filter.during || !options.labels.empty()) {
        return {};
    }
    return "MATCH p = ANY SHORTEST " + pattern_of(graph, start) + step_pattern(options) +
           "(m) RETURN length(p) AS step, labels(m) AS kind, m.name";
}

// ---- mutual

using Pair = std::pair<NodeId, NodeId>;

struct Suits {
    std::set<NodeId> lawsuits;
    std::vector<EdgeId> edges;
    bool is_stated = false;
};

std::map<Pair, Suits> all_suits(const KnowledgeGraph& graph) {
    std::map<Pair, Suits> suits;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        if (suing.contains(edge.kind) && edge.confidence != Confidence::derived) {
            Suits& suit = suits[{edge.source, edge.target}];
            suit.edges.push_back(edge.id);
            suit.is_stated = suit.is_stated || edge.confidence == Confidence::stated;
            if (edge.lawsuit) {
                suit.lawsuits.insert(*edge.lawsuit);
            }
        }
    }
    return suits;
}

Cell tally_cell(const KnowledgeGraph& graph, const Suits& suits) {
    const std::vector<NodeId> lawsuits(suits.lawsuits.begin(), suits.lawsuits.end());
    return to_string(tally(graph, lawsuits));
}

}  // namespace

Result<Answer> ask_who(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    const bool asks_objects = words.take("does");
    if (!asks_objects && words.take("is")) {
        if (words.take("sued") || words.take("being")) {
            words.take("sued");
            return who_is_sued(graph, words);
        }
    }
    for (const WhoVerb& verb : who_verbs) {
        if (!asks_objects && (words.take(verb.present) || words.take(verb.progressive))) {
            const Result<NodeId> node = words.take_name(graph);
            if (!node) {
                return node.error();
            }
            const Status end = words.at_end("the end of the question");
            return end ? Result<Answer>(who_does_to(graph, verb, *node)) : end.error();
        }
    }
    if (!asks_objects && words.take("settled")) {
        words.take("with");
        const Result<NodeId> node = words.take_name(graph);
        return node ? Result<Answer>(who_settled(graph, *node)) : node.error();
    }
    // "who does X sue", "who is X suing"
    const Result<NodeId> node = words.take_name(graph);
    if (!node) {
        return words.front().text.empty() ? words.expected("a name") : node.error();
    }
    for (const WhoVerb& verb : who_verbs) {
        if (words.take(verb.base) || (!verb.progressive.empty() && words.take(verb.progressive))) {
            return whom_does_it(graph, verb, *node);
        }
    }
    return words.expected("'sue', 'countersue', 'threaten', 'challenge' or 'represent'");
}

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
    const Result<WalkOptions> options = take_options(words, 6);
    if (!options) {
        return options.error();
    }
    Answer answer = find_paths(graph, *from, *to, *options);
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
        if (const Status status = take_max(depth, words); !status) {
            return status.error();
        }
    }
    const Result<WalkOptions> options = take_options(words, depth);
    if (!options) {
        return options.error();
    }
    Answer answer = find_neighbours(graph, *start, *options);
    answer.query = neighbours_query(graph, *start, *options);
    return answer;
}

Result<Answer> ask_mutual(const VerbContext& context, Words& words) {
    const KnowledgeGraph& graph = context.graph;
    if (const Status end = words.at_end("the end of the question"); !end) {
        return end.error();
    }
    Answer answer;
    answer.table.columns = {"a", "b", "a against b", "b against a", "status"};
    const std::map<Pair, Suits> suits = all_suits(graph);
    for (const auto& [pair, one] : suits) {
        const auto other = suits.find({pair.second, pair.first});
        if (other == suits.end() || graph.name(pair.second) < graph.name(pair.first)) {
            continue;
        }
        const bool is_stated = one.is_stated && other->second.is_stated;
        answer.table.rows.push_back({graph.name(pair.first), graph.name(pair.second),
                                     tally_cell(graph, one), tally_cell(graph, other->second),
                                     is_stated ? "stated" : "inferred"});
        std::vector<EdgeId> edges = one.edges;
        edges.insert(edges.end(), other->second.edges.begin(), other->second.edges.end());
        answer.table.support.push_back(std::move(edges));
    }
    answer.query =
        "MATCH (a:Party)-[:SUES|COUNTERSUES]->(b:Party), (b)-[:SUES|COUNTERSUES]->(a) "
        "WHERE a.name < b.name RETURN DISTINCT a.name, b.name";
    return answer;
}

}  // namespace litigraph::query::detail
