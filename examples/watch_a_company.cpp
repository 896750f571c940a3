// EXAMPLE watch_a_company
//
// Reads a folder of articles and lists every case that one company is in, oldest first, with the
// sentence that says so. This is what a newsletter or an alert would be made of.
//
//     example_watch_a_company FOLDER COMPANY
//
// SHOWS: read_articles, extract, resolve, find, evidence
// SIMPLER: embed_minimal
#include <litigraph/graph/resolution.hpp>
#include <litigraph/ingest/article_reader.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <algorithm>
#include <iostream>
#include <utility>
#include <vector>

namespace {

using litigraph::EdgeId;
using litigraph::EdgeKind;
using litigraph::EdgeView;
using litigraph::KnowledgeGraph;
using litigraph::NodeId;

litigraph::ObservationSet read_folder(const char* folder) {
    std::vector<litigraph::ArticleObservations> all;
    const auto report =
        litigraph::ingest::read_articles(folder, [&](litigraph::ingest::Article&& article) {
            all.push_back(litigraph::ingest::extract(article));
        });
    for (const auto& bad : report.bad) {
        std::cerr << bad.input << ": " << bad.error.message << '\n';
    }
    return litigraph::ObservationSet(std::move(all));
}

/// Edges that put `company` into a case, by the day of filing.
std::vector<EdgeView> roles_of(const KnowledgeGraph& graph, NodeId company) {
    std::vector<EdgeView> roles;
    for (const EdgeId id : graph.incident_edges(company)) {
        const EdgeView edge = graph.edge(id);
        if (edge.kind == EdgeKind::plaintiff_in || edge.kind == EdgeKind::defendant_in) {
            roles.push_back(edge);
        }
    }
    std::ranges::stable_sort(roles, {},
                             [&](const EdgeView& edge) { return graph.when(edge.target).first; });
    return roles;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: example_watch_a_company FOLDER COMPANY\n";
        return 2;
    }
    const auto resolution = litigraph::resolve(read_folder(argv[1]));
    if (!resolution) {
        std::cerr << resolution.error().message << '\n';
        return 1;
    }
    const KnowledgeGraph& graph = resolution->graph;
    for (const NodeId company : graph.find(argv[2])) {
        for (const EdgeView& role : roles_of(graph, company)) {
            std::cout << graph.when(role.target) << "  " << graph.name(role.target) << "  ("
                      << role.kind << ")\n    \"" << graph.evidence(role.id, 0).quote << "\"\n";
        }
    }
}
