// Two streams. All shortest paths: a walk, depth first, over the steps of shortest paths. Loopless
// paths (Yen 1971, with Lawler's partition): the paths not yet given are kept as disjoint sets,
// each fixed by the steps it begins with and the edges that may not come next, and represented by
// its first path; giving one out splits its set at each of its nodes.
#include "selection.hpp"
#include "shortest_steps.hpp"
#include <litigraph/query/paths.hpp>

#include <algorithm>
#include <cassert>
#include <set>
#include <tuple>
#include <utility>

namespace litigraph::query {

struct PathStream::State {
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    virtual ~State() = default;
    virtual std::optional<Path> next() = 0;
};

namespace {

/// The trivial path, once.
class SingleNode final : public PathStream::State {
  public:
    explicit SingleNode(NodeId node) : path_(Path{.start = node, .steps = {}}) {}
    std::optional<Path> next() override { return std::exchange(path_, std::nullopt); }

  private:
    std::optional<Path> path_;
};

class AllShortest final : public PathStream::State {
  public:
    explicit AllShortest(const PathSearch& search) : search_(search), shortest_(search) {
        if (shortest_.length()) {
            choices_.push_back({shortest_.out_of(search.from), 0});
        }
    }

    std::optional<Path> next() override {
        while (!choices_.empty()) {
            Choice& last = choices_.back();
            if (last.next == last.steps.size()) {
                choices_.pop_back();
                continue;
            }
            const NodeId node = last.steps[last.next++].node;
            if (node == search_.to) {
                return current();
            }
            choices_.push_back({shortest_.out_of(node), 0});
        }
        return std::nullopt;
    }

  private:
    struct Choice {
        std::vector<Step> steps;
        std::size_t next = 0;  // one past the step that is taken
    };
    Path current() const {
        Path path{.start = search_.from, .steps = {}};
        for (const Choice& choice : choices_) {
            path.steps.push_back(choice.steps[choice.next - 1]);
        }
        return path;
    }

    PathSearch search_;
    ShortestSteps shortest_;
    std::vector<Choice> choices_;  // one per node of the current path but the goal
};

class Loopless final : public PathStream::State {
  public:
    explicit Loopless(const PathSearch& search) : search_(search) { add_first_of({}, {}); }

    std::optional<Path> next() override {
        if (given_) {
            split(*std::exchange(given_, std::nullopt));
        }
        if (candidates_.empty()) {
            return std::nullopt;
        }
        given_ = std::move(candidates_.extract(candidates_.begin()).value());
        return Path{.start = search_.from, .steps = given_->steps};
    }

  private:
    /// The first path of a set of paths: those that begin with the first `fixed` steps, and go on
    /// with none of the forbidden edges.
    struct Candidate {
        std::vector<Step> steps;
        std::size_t fixed = 0;
        std::vector<EdgeId> forbidden;

        friend bool operator<(const Candidate& a, const Candidate& b) {
            if (a.steps.size() != b.steps.size()) {
                return a.steps.size() < b.steps.size();
            }
            const auto is_less = [](const Step& x, const Step& y) { return x.edge < y.edge; };
            return std::ranges::lexicographical_compare(a.steps, b.steps, is_less);
        }
    };

    void add_first_of(std::vector<Step> prefix, std::vector<EdgeId> forbidden) {
        PathSearch rest = search_;
        std::vector<NodeId> visited;
        for (const Step& step : prefix) {
            visited.push_back(std::exchange(rest.from, step.node));
        }
        rest.max_steps = search_.max_steps - prefix.size();
        rest.forbidden_nodes = visited;
        rest.forbidden_first_edges = forbidden;
        const ShortestSteps shortest(rest);
        if (!shortest.length()) {
            return;
        }
        const std::vector<Step> lowest = shortest.lowest();
        if (lowest.empty()) {
            return;
        }
        const std::size_t fixed = prefix.size();
        prefix.insert(prefix.end(), lowest.begin(), lowest.end());
        candidates_.insert({std::move(prefix), fixed, std::move(forbidden)});
    }

    /// Adds the first paths of what is left of the candidate's set without the candidate.
    void split(const Candidate& given) {
        for (std::size_t at = given.fixed; at < given.steps.size(); ++at) {
            std::vector<EdgeId> forbidden =
                at == given.fixed ? given.forbidden : std::vector<EdgeId>();
            forbidden.push_back(given.steps[at].edge);
            const auto end = given.steps.begin() + static_cast<std::ptrdiff_t>(at);
            add_first_of({given.steps.begin(), end}, std::move(forbidden));
        }
    }

    PathSearch search_;
    std::set<Candidate> candidates_;
    std::optional<Candidate> given_;
};

template <class Stream>
PathStream make_stream(const KnowledgeGraph& graph, NodeId from, NodeId to,
                       const PathOptions& options) {
    assert(to_index(from) < graph.node_count() && to_index(to) < graph.node_count());
    if (from == to) {
        return PathStream(std::make_unique<SingleNode>(from));
    }
    return PathStream(std::make_unique<Stream>(PathSearch{.graph = &graph,
                                                          .selection = selection_of(options.filter),
                                                          .from = from,
                                                          .to = to,
                                                          .max_steps = options.max_steps,
                                                          .forbidden_nodes = {},
                                                          .forbidden_first_edges = {},
                                                          .go_on = options.go_on}));
}

}  // namespace

PathStream::PathStream(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
PathStream::PathStream(PathStream&&) noexcept = default;
PathStream& PathStream::operator=(PathStream&&) noexcept = default;
PathStream::~PathStream() = default;
std::optional<Path> PathStream::next() { return state_->next(); }

PathStream all_shortest_paths(const KnowledgeGraph& graph, NodeId from, NodeId to,
                              const PathOptions& options) {
    return make_stream<AllShortest>(graph, from, to, options);
}

PathStream loopless_paths(const KnowledgeGraph& graph, NodeId from, NodeId to,
                          const PathOptions& options) {
    return make_stream<Loopless>(graph, from, to, options);
}

}  // namespace litigraph::query
