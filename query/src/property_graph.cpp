// What a graph may leave out.
#include <litigraph/query/property_graph.hpp>

namespace litigraph::query {

List PropertyGraph::evidence(const Value& /*node_or_edge*/) const { return {}; }

Value PropertyGraph::when(const Value& /*node_or_edge*/) const { return {}; }

std::size_t PropertyGraph::expand_many(std::span<const NodeId> nodes, const StepFilter& filter,
                                       std::size_t enough, std::vector<Step>& out,
                                       std::vector<std::size_t>& ends) const {
    std::size_t done = 0;
    while (done < nodes.size() && (done == 0 || out.size() < enough)) {
        expand(nodes[done++], filter, out);
        ends.push_back(out.size());
    }
    return done;
}

bool PropertyGraph::stored_words(KeyId /*key*/, std::span<const NodeId> /*nodes*/,
                                 std::span<std::uint64_t> /*words*/) const {
    return false;
}

bool PropertyGraph::stored_words(KeyId /*key*/, std::span<const EdgeId> /*edges*/,
                                 std::span<std::uint64_t> /*words*/) const {
    return false;
}

}  // namespace litigraph::query
