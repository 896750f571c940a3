#include "plain_graph.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace litigraph::tck {

using query::Direction;
using query::Map;
using query::Path;
using query::Step;
using query::Value;

namespace {

std::size_t position(const std::vector<std::string>& names, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
}

/// The id of a name, one that nothing has if the graph does not know it.
template <class Id>
Id id_of(const std::vector<std::string>& names, std::string_view name) {
    const std::size_t at = position(names, name);
    return static_cast<Id>(at < names.size() ? at : std::numeric_limits<std::uint32_t>::max());
}

/// Loopless paths of exactly one length, by depth-first search that never strays further from the
/// goal than it can come back.
class PathsOfLength {
  public:
    using Visit = std::function<bool(const Path&)>;

    PathsOfLength(const PlainGraph& graph, const query::ShortestPaths& wanted,
                  const std::vector<std::size_t>& to_goal, const Visit& visit)
        : graph_(graph), wanted_(wanted), to_goal_(to_goal), visit_(visit) {}

    /// False if the search was told to stop.
    bool search(Path& path, std::size_t length) {
        const NodeId here = path.steps.empty() ? path.start : path.steps.back().node;
        if (wanted_.go_on && !wanted_.go_on()) {
            return false;
        }
        if (path.steps.size() == length) {
            return to_goal_[to_index(here)] != 0 || visit_(path);
        }
        std::vector<Step> steps;
        graph_.expand(here, wanted_.steps, steps);
        for (const Step& step : steps) {
            const std::size_t left = length - path.steps.size() - 1;
            const bool is_new =
                step.node != path.start &&
                std::ranges::find(path.steps, step.node, &Step::node) == path.steps.end();
            const bool may_arrive = to_goal_[to_index(step.node)] <= left &&
                                    (left == 0 || to_goal_[to_index(step.node)] > 0);
            if (is_new && may_arrive) {
                path.steps.push_back(step);
                const bool go_on = search(path, length);
                path.steps.pop_back();
                if (!go_on) {
                    return false;
                }
            }
        }
        return true;
    }

  private:
    const PlainGraph& graph_;
    const query::ShortestPaths& wanted_;
    const std::vector<std::size_t>& to_goal_;
    const Visit& visit_;
};

constexpr std::size_t unreachable = std::numeric_limits<std::size_t>::max();

std::vector<std::size_t> distances_to(const PlainGraph& graph, NodeId goal,
                                      query::StepFilter filter) {
    if (filter.direction != Direction::both) {
        filter.direction = filter.direction == Direction::out ? Direction::in : Direction::out;
    }
    std::vector<std::size_t> distance(graph.node_count(), unreachable);
    distance[to_index(goal)] = 0;
    std::vector<NodeId> queue{goal};
    std::vector<Step> steps;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        steps.clear();
        graph.expand(queue[i], filter, steps);
        for (const Step& step : steps) {
            if (distance[to_index(step.node)] == unreachable) {
                distance[to_index(step.node)] = distance[to_index(queue[i])] + 1;
                queue.push_back(step.node);
            }
        }
    }
    return distance;
}

}  // namespace

std::size_t PlainGraph::intern(Names& names, std::string_view name) {
    const std::size_t at = position(names, name);
    if (at == names.size()) {
        names.emplace_back(name);
    }
    return at;
}

void PlainGraph::intern_keys(const Map& properties) {
    for (const auto& [key, value] : properties) {
        intern(keys_, key);
    }
}

NodeId PlainGraph::add_node(const std::vector<std::string>& labels, Map properties) {
    std::erase_if(properties, [](const auto& entry) { return entry.second.is_null(); });
    intern_keys(properties);
    Node& node = nodes_.emplace_back();
    for (const std::string& label : labels) {
        const std::size_t id = intern(labels_, label);
        if (std::ranges::find(node.labels, id) == node.labels.end()) {
            node.labels.push_back(id);
        }
    }
    node.properties = std::move(properties);
    return static_cast<NodeId>(nodes_.size() - 1);
}

EdgeId PlainGraph::add_edge(NodeId source, std::string_view type, NodeId target, Map properties) {
    std::erase_if(properties, [](const auto& entry) { return entry.second.is_null(); });
    intern_keys(properties);
    const auto id = static_cast<EdgeId>(edges_.size());
    edges_.push_back({{source, target}, intern(types_, type), std::move(properties)});
    nodes_[to_index(source)].edges.push_back(id);
    if (source != target) {
        nodes_[to_index(target)].edges.push_back(id);
    }
    return id;
}

void PlainGraph::remove_edge(EdgeId edge) {
    for (const NodeId end : {ends(edge).source, ends(edge).target}) {
        std::erase(nodes_[to_index(end)].edges, edge);
    }
}

Result<query::LabelId> PlainGraph::label(std::string_view name) const {
    return id_of<query::LabelId>(labels_, name);
}

Result<query::TypeId> PlainGraph::edge_type(std::string_view name) const {
    return id_of<query::TypeId>(types_, name);
}

Result<query::KeyId> PlainGraph::property_key(std::string_view name) const {
    return id_of<query::KeyId>(keys_, name);
}

std::size_t PlainGraph::label_count(query::LabelId label) const noexcept {
    return static_cast<std::size_t>(std::ranges::count_if(nodes_, [label](const Node& node) {
        return std::ranges::count(node.labels, static_cast<std::size_t>(label)) > 0;
    }));
}

bool PlainGraph::has_label(NodeId node, query::LabelId label) const noexcept {
    const Node& here = nodes_[to_index(node)];
    return std::ranges::find(here.labels, static_cast<std::size_t>(label)) != here.labels.end();
}

std::vector<std::string> PlainGraph::labels(NodeId node) const {
    std::vector<std::string> result;
    for (const std::size_t label : nodes_[to_index(node)].labels) {
        result.push_back(labels_[label]);
    }
    return result;
}

Value PlainGraph::value_of(const Map& properties, query::KeyId key) const {
    const auto id = static_cast<std::size_t>(key);
    const auto found = id < keys_.size() ? properties.find(keys_[id]) : properties.end();
    return found == properties.end() ? Value() : found->second;
}

Value PlainGraph::property(NodeId node, query::KeyId key) const {
    return value_of(nodes_[to_index(node)].properties, key);
}

Map PlainGraph::properties(NodeId node) const { return nodes_[to_index(node)].properties; }

query::Ends PlainGraph::ends(EdgeId edge) const noexcept { return edges_[to_index(edge)].ends; }

std::string_view PlainGraph::type(EdgeId edge) const noexcept {
    return types_[edges_[to_index(edge)].type];
}

Value PlainGraph::property(EdgeId edge, query::KeyId key) const {
    return value_of(edges_[to_index(edge)].properties, key);
}

Map PlainGraph::properties(EdgeId edge) const { return edges_[to_index(edge)].properties; }

std::size_t PlainGraph::list_nodes(query::LabelId label, std::size_t first, std::size_t limit,
                                   std::vector<NodeId>& out) const {
    const std::size_t enough = out.size() + limit;
    for (; first < nodes_.size() && out.size() < enough; ++first) {
        if (has_label(static_cast<NodeId>(first), label)) {
            out.push_back(static_cast<NodeId>(first));
        }
    }
    return first;
}

std::size_t PlainGraph::degree_bound(NodeId node, const query::StepFilter&) const noexcept {
    return nodes_[to_index(node)].edges.size();
}

void PlainGraph::expand(NodeId node, const query::StepFilter& filter,
                        std::vector<Step>& out) const {
    for (const EdgeId id : nodes_[to_index(node)].edges) {
        const Edge& edge = edges_[to_index(id)];
        const bool is_loop = edge.ends.source == edge.ends.target;
        const bool forward = edge.ends.source == node;
        const bool direction_fits = is_loop || filter.direction == Direction::both ||
                                    (filter.direction == Direction::out) == forward;
        const auto type = static_cast<query::TypeId>(edge.type);
        const bool is_named = std::ranges::find(filter.types, type) != filter.types.end();
        const bool type_fits = filter.types.empty() || is_named != filter.all_but;
        if (direction_fits && type_fits) {
            out.push_back({id, forward ? edge.ends.target : edge.ends.source, forward});
        }
    }
}

std::optional<std::vector<NodeId>> PlainGraph::find(
    query::KeyId, const Value&, std::span<const std::vector<query::LabelId>>) const {
    return std::nullopt;
}

query::NameFault PlainGraph::fault_of(query::KeyId, const Value&, std::span<const NodeId>) const {
    return {};
}

bool PlainGraph::answers_to(NodeId node, query::KeyId key, const Value& value) const {
    return equals(property(node, key), value) == query::Truth(true);
}

void PlainGraph::shortest_paths(NodeId from, NodeId to, const query::ShortestPaths& wanted,
                                const std::function<bool(const Path&)>& visit) const {
    const auto to_goal = distances_to(*this, to, wanted.steps);
    const std::size_t least = to_goal[to_index(from)];
    if (least == unreachable) {
        return;
    }
    std::size_t left = wanted.all_of_least_length ? unreachable : wanted.count;
    const std::function<bool(const Path&)> count_down = [&](const Path& path) {
        return left-- > 0 && visit(path) && left > 0;
    };
    const std::size_t most = wanted.all_of_least_length ? least : node_count();
    PathsOfLength paths(*this, wanted, to_goal, count_down);
    Path path{from, {}};
    for (std::size_t length = least; length <= std::min(most, wanted.max_steps); ++length) {
        if (!paths.search(path, length)) {
            return;
        }
    }
}

}  // namespace litigraph::tck
