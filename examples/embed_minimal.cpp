// EXAMPLE embed_minimal
//
// One article in, the graph and the sentences behind it out.
//
// SHOWS: extract, resolve, KnowledgeGraph
// SIMPLER: (none, start here)
#include <litigraph/graph/resolution.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <cstdint>
#include <iostream>

int main() {
    litigraph::ingest::Article article;
    article.id = "wire-1";
    article.published = litigraph::day_from_civil(2010, 8, 13);
    article.text = "Oracle America sued Google on Thursday over its Java patents.";

    const litigraph::ObservationSet observations({litigraph::ingest::extract(article)});
    const auto resolution = litigraph::resolve(observations);
    if (!resolution) {
        std::cerr << resolution.error().message << '\n';
        return 1;
    }
    const litigraph::KnowledgeGraph& graph = resolution->graph;

    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const litigraph::EdgeView edge = graph.edge(litigraph::EdgeId{i});
        std::cout << graph.name(edge.source) << " --" << edge.kind << "--> "
                  << graph.name(edge.target) << "   \"" << graph.evidence(edge.id, 0).quote
                  << "\"\n";
    }
}
